import { css } from 'lit';
import { tipsStyles } from './rekindle-tips.styles.ts';

/** The tips with a toolbar. */
export const tipsActionsStyles = css`
  ${tipsStyles}

  .toolbar,
  [part='storage'],
  .outcome,
  .list button {
    margin-block: calc(var(--space) * 0.75) 0;
  }

  .toolbars {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: var(--gap);
  }

  .toolbar .controls {
    margin-block: 0;
  }

  .link {
    inline-size: 100%;
  }

  [aria-pressed='true']::before {
    content: '✓' / '';
    margin-inline-end: 0.4em;
  }
`;
