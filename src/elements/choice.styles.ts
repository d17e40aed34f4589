import { css } from 'lit';
import { formStyles } from './form.styles.ts';

/** Fieldsets, radios and checkboxes, and what is chosen or pressed, with what `form.styles.ts` has. */
export const choiceStyles = css`
  ${formStyles}

  .body {
    --ground: Canvas;
    /* What the page slots in has the accent of the page. */
    accent-color: inherit;
  }

  /* Below what must be opaque, whatever the surface: light under dark text, and dark under light. */
  @supports (color: oklch(from currentcolor l c h)) {
    .body {
      --ground: oklch(from var(--text) clamp(0.2, (0.6 - l) * 1000, 1) 0 0);
    }
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    font: inherit;
  }

  /* On themselves: where it is inherited, Firefox reckons it anew, and gets black. */
  input,
  progress {
    accent-color: var(--link);
  }

  label:has(> :checked),
  [aria-pressed='true'] {
    border-color: var(--link);
    box-shadow: inset 0 0 0 1px var(--link);
  }
`;
