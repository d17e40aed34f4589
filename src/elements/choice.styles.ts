import { css } from 'lit';
import { formStyles } from './form.styles.ts';

/** Fieldsets, radios and checkboxes, and what is chosen or pressed, with what `form.styles.ts` has. */
export const choiceStyles = css`
  ${formStyles}

  .body {
    accent-color: var(--link);
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
  }

  label:has(> :checked),
  [aria-pressed='true'] {
    border-color: var(--link);
    box-shadow: inset 0 0 0 1px var(--link);
  }
`;
