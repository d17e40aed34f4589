import { css } from 'lit';
import { sharedStyles } from './shared.styles.ts';

export const tipsStyles = css`
  ${sharedStyles}

  .track {
    display: flex;
    gap: var(--space);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: inline mandatory;
    scrollbar-width: none;
    border-radius: var(--radius);
  }

  .card {
    flex: 0 0 100%;
    min-inline-size: 0;
    scroll-snap-align: start;
    scroll-snap-stop: always;
  }

  .points {
    padding: 0;
    list-style: none;
  }

  .step {
    margin-block: var(--space) 0;
    padding: 0.75em 1em;
    border-radius: min(var(--radius), 1em);
    background: var(--tint);
  }

  .step strong {
    display: block;
    color: var(--link);
  }

  .controls {
    margin-block-start: calc(var(--space) * 0.75);
  }

  .position {
    min-inline-size: 4.5em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  .view {
    margin-inline-start: auto;
  }

  .base:dir(rtl) svg {
    transform: scaleX(-1);
  }

  .list {
    display: grid;
    gap: var(--space);
    overflow: visible;
  }

  @media (prefers-reduced-motion: no-preference) {
    .track {
      scroll-behavior: smooth;
    }
  }

  @media print {
    .track {
      display: block;
      overflow: visible;
    }

    .card {
      margin-block-end: 1em;
    }
  }
`;
