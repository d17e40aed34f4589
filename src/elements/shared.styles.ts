import { css } from 'lit';

/**
 * What every element starts from. The wrapper `.base` takes nothing from the page by inheritance but font family, colour
 * scheme, visibility, pointer events and how phones enlarge text. Tokens are derived from one another: accent and radius are
 * enough to feel at home.
 */
export const sharedStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    max-inline-size: var(--rekindle-max-inline-size, 100%);
  }

  :host([hidden]) {
    display: none;
  }

  .base {
    --accent: var(--rekindle-accent, light-dark(#8a3350, #f0a8bc));
    --surface: var(--rekindle-surface, light-dark(#fff, #1e1b1c));
    --text: var(--rekindle-text, light-dark(#2b2326, #f0eaec));
    --muted: var(--rekindle-muted, color-mix(in oklab, var(--text) 76%, var(--surface)));
    --faint: color-mix(in oklab, var(--text) 18%, transparent);
    --border: var(--rekindle-border, var(--faint));
    --edge: color-mix(in oklab, var(--text) 58%, transparent);
    --tint: color-mix(in oklab, var(--accent) 9%, var(--surface));
    --link: var(--accent);
    --radius: var(--rekindle-radius, 0.75em);
    --space: var(--rekindle-space, 1em);
    --control: max(var(--rekindle-control-size, 2.75em), 24px);

    all: initial;
    display: block;
    color: inherit;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    font-family: var(--rekindle-font, inherit);
    font-size: var(--rekindle-font-size, medium);
    /* Phones that enlarge text (Safari, held sideways) do it as in the page around. */
    -webkit-text-size-adjust: inherit;
  }

  /* Dark enough on light, and light enough on dark. Chrome before 125 crashes where a colour is made from light-dark(). */
  @supports (color: oklch(from currentcolor l c h)) {
    .base {
      --link: light-dark(oklch(from var(--accent) min(l, 0.5) c h), oklch(from var(--accent) max(l, 0.76) c h));
    }
  }

  .body {
    padding: min(var(--space) * 0.75, 2vi);
    border-radius: var(--radius);
    color: var(--text);
    background: var(--surface);
    font-size: max(16px, 1em);
    line-height: 1.55;
    overflow-wrap: break-word;
  }

  * {
    /* Not inherited: what is in a details inherits from a slot of the browser's. */
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0 0 0.5em;
    font-family: var(--rekindle-heading-font, inherit);
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.25;
  }

  h1,
  h2 {
    font-size: 1.5em;
  }

  p,
  ul,
  ol {
    margin: 0 0 0.75em;
  }

  ul,
  ol {
    padding-inline-start: 1.25em;
  }

  li {
    margin-block-end: 0.4em;
  }

  /* A list with a role has no markers; a style for each that nobody sees would be most of what these rules cost the tips. */
  :not([role]) > li::marker {
    color: var(--link);
  }

  /* What is as wide as its longest word breaks it in narrow boxes. Not all text: it costs each box a layout more. */
  a,
  label,
  legend,
  button {
    overflow-wrap: anywhere;
  }

  a {
    color: var(--link);
    text-underline-offset: 0.15em;
  }

  button,
  .button {
    display: inline-block;
    align-content: center;
    min-block-size: var(--control);
    min-inline-size: var(--control);
    margin: 0;
    padding: 0.4em 1em;
    border: 1px solid var(--edge);
    border-radius: min(var(--radius), 1.4em);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    /* Two presses in a row, as of Next, do not zoom. */
    touch-action: manipulation;
  }

  .plain {
    padding-inline: 0.25em;
    border-color: transparent;
    color: var(--link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  [aria-disabled='true'] {
    color: var(--muted);
    border-color: var(--faint);
    cursor: default;
  }

  @media (hover: hover) {
    :where(button, .button):not([aria-disabled='true']):hover {
      background-image: linear-gradient(var(--tint) 0 0);
    }
  }

  :focus-visible {
    outline: 3px solid var(--rekindle-focus-ring, var(--link));
    outline-offset: 2px;
  }

  [tabindex='-1']:not(.note, .card):focus-visible {
    outline-offset: 4px;
    border-radius: 2px;
  }

  .note {
    margin-block: 0 var(--space);
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--accent);
    border-radius: min(var(--radius), 1em);
    background: var(--tint);
  }

  .note > :last-child,
  .card > :last-child {
    margin-block-end: 0;
  }

  .card {
    padding: min(var(--space) * 1.25, 6.25vi);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: max(14px, 0.9em);
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Narrower than any phone: a small window, or one that is magnified. */
  @media (width < 20em) {
    .body {
      overflow-wrap: anywhere;
    }
  }

  @media (forced-colors: active) {
    .note,
    .card {
      border: 1px solid;
    }

    .plain {
      border-color: Canvas;
    }

    [aria-disabled='true'] {
      color: GrayText;
    }
  }

  @media print {
    /* Browsers leave grounds out: what is light on dark would be light on white. */
    .base {
      --surface: #fff;
      --text: #000;
      --muted: #444;
      color-scheme: light;
    }

    .body,
    .small {
      font-size: 0.875em;
    }

    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      break-after: avoid;
    }

    .controls {
      display: none;
    }

    .card,
    .note,
    .row {
      break-inside: avoid;
    }
  }
`;
