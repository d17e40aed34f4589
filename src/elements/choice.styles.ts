import { css } from 'lit';
import { formStyles } from './form.styles.ts';

/** Fieldsets, radios, checkboxes and toggle buttons, with what `form.styles.ts` has. */
export const choiceStyles = css`
  ${formStyles}

  [aria-pressed='true'] {
    background: var(--tint);
    border-color: var(--link);
    box-shadow: inset 0 0 0 1px var(--link);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--link);
  }

  @media (forced-colors: active) {
    [aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
