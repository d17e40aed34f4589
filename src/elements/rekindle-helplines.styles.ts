import { css } from 'lit';
import { formStyles } from './form.styles.ts';
import { sharedStyles } from './shared.styles.ts';

export const helplinesStyles = css`
  ${sharedStyles}
  ${formStyles}

  * {
    /* In a checklist, what takes the focus is not below the link that leaves: as there. */
    scroll-margin-block: 5em 2em;
  }

  .danger {
    --danger: var(--rekindle-danger, light-dark(#a01d1d, #ff9d94));

    border-color: var(--danger);
    background: color-mix(in oklab, var(--danger) 8%, var(--surface));
  }

  .danger strong {
    color: var(--danger);
  }

  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3em;
    max-inline-size: 24em;
    margin-block-end: var(--space);
    font-weight: 600;
  }

  label select {
    font-weight: 400;
  }

  .small + [part='title'] {
    margin-block-start: 1em;
  }

  .services {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: var(--space);
    margin-block-end: calc(var(--space) * 1.5);
    padding: 0;
    list-style: none;
  }

  .services li {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    margin: 0;
  }

  .services p {
    margin: 0;
  }

  /* Words beside a link. */
  .row {
    overflow-wrap: anywhere;
  }

  a span {
    display: inline-block;
  }

  .row:empty {
    display: none;
  }

  @media print {
    .services {
      grid-template-columns: 1fr 1fr;
    }

    /* The name of a country. */
    [part='title']:has(+ .row) {
      margin-block-start: 1em;
      font-size: 1.6em;
    }

    .body > .row {
      break-after: avoid;
    }

    /* What was chosen, and numbers to call, are text on paper; a light one would need the ground that browsers leave out. */
    a.button,
    label select {
      appearance: none;
      padding: 0;
      border: 0;
      color: inherit;
    }
  }
`;
