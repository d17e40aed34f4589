import { css } from 'lit';

/** Selects, the fields beside them, and main buttons. */
export const formStyles = css`
  select,
  .limit input {
    min-block-size: var(--control);
    padding: 0.4em 0.75em;
    border: 1px solid var(--edge);
    border-radius: min(var(--radius), 1.4em);
    color: inherit;
    font: inherit;
    background: var(--surface);
    max-inline-size: 100%;
  }

  .primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--rekindle-on-accent, oklch(from var(--accent) clamp(0, (0.57 - l) * 1000, 1) 0 0));
    font-weight: 600;
  }

  @media (hover: hover) {
    .primary.primary:hover {
      background: color-mix(in oklab, var(--accent) 88%, var(--text));
    }
  }
`;
