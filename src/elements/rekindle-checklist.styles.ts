import { css } from 'lit';
import { choiceStyles } from './choice.styles.ts';
import { sharedStyles } from './shared.styles.ts';

export const checklistStyles = css`
  ${sharedStyles}
  ${choiceStyles}

  /* No box: the link alone stays in view, as long as the element does. Words beside it would fill a magnified window. */
  .exit {
    display: contents;
  }

  .exit a {
    float: inline-start;
    position: sticky;
    inset-block-start: 0.5em;
    z-index: 1;
    max-inline-size: 100%;
    margin-inline-end: 0.75em;
    margin-block-end: 0.5em;
    /* Opaque, whatever the surface: text scrolls below it. */
    background: linear-gradient(var(--surface) 0 0) var(--ground);
  }

  .exit span {
    display: grid;
    align-content: center;
    min-block-size: var(--control);
    /* Where there is no room for it beside the link, it stands below. */
    min-inline-size: min(14em, 100%);
  }

  .exit::after {
    content: '';
    display: block;
    clear: both;
    block-size: var(--space);
  }

  * {
    /* What takes the focus is not below the link that leaves. */
    scroll-margin-block: 5em 2em;
  }

  progress {
    flex: 1;
    min-inline-size: 8em;
  }

  [part='step-title'] {
    margin-block: 1.4em 0.75em;
  }

  [part='step-title'] span,
  legend span {
    display: block;
    font-weight: 400;
  }

  [part='result-title'] {
    font-size: 1.15em;
  }

  /* The room below is that of the button that takes an answer back: nothing moves when it comes. */
  fieldset {
    position: relative;
    display: grid;
    grid: auto-flow 1fr / repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: 0.5em;
    padding: 0 0 3.25em;
    break-inside: avoid;
  }

  /* Far from the screen, a few statements cost nothing but their place. Not in Safari, which would move what is read while that place
     finds its size, and up to 25 does not find words in it: it has no overflow-anchor. */
  @supports (overflow-anchor: none) {
    .far > div {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 80em;
      /* Room for the ring around what has the focus. */
      overflow-clip-margin: 0.5em;
    }
  }

  legend {
    padding: 0 0 0.6em;
    font-weight: 600;
  }

  label {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: var(--control);
    padding: 0.4em 0.75em;
    border: 1px solid var(--border);
    border-radius: min(var(--radius), 1.4em);
    background: var(--surface);
    line-height: 1.3;
    cursor: pointer;
  }

  label:has(> :checked) {
    background: var(--tint);
  }

  @media (hover: hover) {
    label:hover {
      border-color: var(--edge);
    }
  }

  [part='safety'] fieldset {
    grid: none;
    padding: 0;
  }

  [part='clear'] {
    position: absolute;
    inset-block-end: 0.5em;
  }

  [part='error'] {
    color: var(--rekindle-danger, light-dark(#a01d1d, #ff9d94));
  }

  [part='result'] {
    margin-block-end: var(--space);
  }

  [part='picture'] {
    color: var(--link);
    letter-spacing: 0.1em;
  }

  summary {
    padding-block: 0.6em;
    cursor: pointer;
  }

  /* Its text stands in line with ours: the padding is that of its own body. */
  rekindle-helplines {
    --rekindle-font-size: 1em;

    max-inline-size: none;
    margin-inline: calc(-1 * min(var(--space) * 0.75, 2vi));
  }

  [part='help'],
  [part='navigation'],
  [part='consent'],
  [part='storage'],
  [part='storage'] + .note,
  [part='export'] {
    margin-block-start: var(--space);
  }

  @media print {
    /* "Step 1 of 10": paper has no others. */
    .exit,
    [part='step-title'] span {
      display: none;
    }

    [part='step-title'] {
      outline: 0;
    }

    /* Circles in a line, to tick by hand. */
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5em;
      padding: 0 0 1em;
    }

    label,
    label:has(> :checked) {
      min-block-size: 0;
      padding: 0;
      border: 0;
      box-shadow: none;
    }
  }

  @media (forced-colors: active) {
    label:has(> :checked) {
      border: 3px solid;
    }
  }
`;
