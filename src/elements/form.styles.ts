import { css } from 'lit';

/** Selects, the fields beside them, and main buttons. */
export const formStyles = css`
  select,
  .limit > :last-child {
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
    color: var(--rekindle-on-accent, Canvas);
    font-weight: 600;
  }

  /* White or black, whichever reads better: by luminance, which is y, and 0.179 is where both read the same. */
  @supports (color: oklch(from currentcolor l c h)) {
    .primary {
      color: var(
        --rekindle-on-accent,
        color(
          from var(--accent) xyz-d65 clamp(0, (0.179 - y) * 1e6, 0.95) clamp(0, (0.179 - y) * 1e6, 1)
            clamp(0, (0.179 - y) * 1e6, 1.089)
        )
      );
    }
  }

  @media (hover: hover) {
    /* A frame, since another ground would take contrast from the words. */
    .primary.primary:hover {
      background-image: none;
      box-shadow: inset 0 0 0 2px;
    }
  }
`;
