import { css } from 'lit';
import { sharedStyles } from './shared.styles.ts';

export const guideStyles = css`
  ${sharedStyles}

  .body {
    padding: clamp(0.75em, 4vi, 2em);
  }

  .title {
    font-size: 1.2em;
  }

  .text {
    max-inline-size: 40em;
    font-size: 1.0625em;
    line-height: 1.7;
  }

  nav {
    margin-block: calc(var(--space) * 1.5);
  }

  nav ol {
    margin: 0;
  }

  nav strong {
    display: block;
    margin-block-end: 0.5em;
  }

  .chapter {
    margin-block-start: calc(var(--space) * 3);
    padding-block-start: calc(var(--space) * 2);
    border-block-start: 1px solid var(--border);
  }

  .chapter > .text > :is(h2, h3, h4, h5, h6):not(:first-child) {
    margin-block-start: 1.5em;
  }

  .standing {
    display: block;
    margin-block-start: calc(var(--space) * 2);
  }

  @media print {
    nav {
      display: none;
    }

    .chapter {
      border: 0;
    }
  }
`;
