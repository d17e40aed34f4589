import { css } from 'lit';
import { choiceStyles } from './choice.styles.ts';
import { sharedStyles } from './shared.styles.ts';

export const checklistStyles = css`
  ${sharedStyles}
  ${choiceStyles}

  .leaving {
    visibility: hidden;
  }

  /* Over the whole page, until the other one is there. */
  .leaving::after {
    content: '';
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    visibility: visible;
    background: Canvas;
  }

  .exit {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    flex-wrap: nowrap;
    margin-block-end: var(--space);
    padding-block: 0.5em;
    border-block-end: 1px solid var(--border);
    /* Opaque, whatever the surface: text scrolls below it. */
    background: linear-gradient(var(--surface) 0 0) Canvas;
    line-height: 1.3;
  }

  .exit a {
    flex: none;
    color: inherit;
  }

  /* What takes the focus is not below the link that leaves. */
  .body :is(input, button, [tabindex]) {
    scroll-margin-block: 6em 2em;
  }

  progress {
    appearance: none;
    flex: 1;
    block-size: 0.5em;
    min-inline-size: 8em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    background: var(--border);
  }

  ::-webkit-progress-bar {
    background: none;
  }

  ::-webkit-progress-value {
    background: var(--accent);
  }

  ::-moz-progress-bar {
    background: var(--accent);
  }

  [part='step-title'] span {
    display: block;
    margin-block-end: 0.2em;
    font-size: max(14px, 0.7em);
    font-weight: 400;
  }

  [part='step-title'] {
    margin-block-start: 1.4em;
  }

  [part='result-title'] {
    font-size: 1.15em;
  }

  .body > p {
    max-inline-size: 68ch;
  }

  /* Not the whole element: it would have no width of its own, and none in a flex row. */
  .cards {
    container-type: inline-size;
  }

  .card {
    margin-block-end: var(--space);
  }

  /* Far from the screen, one of very many statements costs nothing but its place. */
  .many [part='statement'] {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 13em;
  }

  legend {
    margin-block-end: 0.6em;
    font-weight: 600;
  }

  .options {
    display: grid;
    grid-auto-rows: 1fr;
    gap: 0.5em;
  }

  .option {
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

  .option:has(> :checked) {
    border-color: var(--link);
    background: var(--tint);
    box-shadow: inset 0 0 0 1px var(--link);
  }

  label:has(> :focus-visible) {
    outline: 3px solid var(--ring);
    outline-offset: 2px;
  }

  .option input {
    outline: 0;
  }

  @media (hover: hover) {
    .option:hover {
      border-color: var(--edge);
    }
  }

  @container (inline-size > 39em) {
    .options {
      grid-template-columns: repeat(3, 1fr);
    }
  }

  @container (inline-size > 65em) {
    .options {
      grid-template-columns: repeat(6, 1fr);
    }
  }

  .card button {
    vertical-align: top;
  }

  [part='clear'] {
    margin: 0.25em -0.25em -0.75em;
  }

  .error,
  .locked [part='clear'],
  fieldset:not(.answered) > [part='clear'] {
    display: none;
  }

  .reported fieldset:not(.answered) .error {
    display: block;
    color: var(--danger);
  }

  .locked .card .option {
    cursor: default;
  }

  [part='result'] .row {
    justify-content: space-between;
    align-items: baseline;
  }

  [part='picture'] {
    color: var(--link);
    letter-spacing: 0.1em;
  }

  summary {
    padding-block: 0.6em;
    cursor: pointer;
  }

  [part='storage'],
  [part='export'] {
    margin-block-start: var(--space);
  }

  .aside {
    margin-block-start: var(--space);
  }

  .end {
    margin-block-start: calc(var(--space) * 1.5);
  }

  /* "Step 1 of 10": paper has no others. */
  @media print {
    [part='step-title'] span {
      display: none;
    }
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid;
    }

    ::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }

    .option:has(> :checked) {
      border: 3px solid Highlight;
    }
  }
`;
