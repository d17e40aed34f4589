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

  /* Here alone: it costs a layout more, which a first card would wait for. */
  h2,
  h3 {
    text-wrap: balance;
  }

  /* Beside the text where both have room, above it elsewhere: by wrapping, since a size container would have no width in a
     parent that shrinks to fit. The contents stick inside their own column, which above the text is no taller than they are. */
  .columns {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 1.5) calc(var(--space) * 2.5);
  }

  /* What stays in place while the text moves is nothing to hold the page by. */
  .aside {
    flex: 1 1 15em;
    overflow-anchor: none;
  }

  .chapters {
    flex: 999 1 38em;
    min-inline-size: 0;
  }

  /* A frame, not a ground: that is for what she must not miss. */
  .aside nav {
    position: sticky;
    inset-block-start: 1em;
    border: 1px solid var(--border);
    background: none;
    max-block-size: calc(100vb - 2em);
    overflow-y: auto;
  }

  .note > p.small {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    margin-block: 0.15em 0.6em;
  }

  [part='back'] {
    margin-inline-end: 1em;
  }

  /* Titles that are pressed, in a list of text. */
  li > .plain {
    min-block-size: 24px;
    padding: 0;
    text-align: start;
    baseline-source: first;
  }

  nav ol {
    margin: 0;
  }

  [aria-current] {
    color: var(--text);
    font-weight: inherit;
    text-decoration-thickness: 3px;
    text-decoration-color: var(--link);
  }

  .text {
    max-inline-size: 40em;
    font-size: 1.0625em;
    line-height: 1.7;
  }

  /* No margins: what is between two chapters is read with the first one. */
  .chapter:not(:last-child) {
    padding-block-end: calc(var(--space) * 2.5);
    border-block-end: 1px solid var(--border);
  }

  .chapter + .chapter {
    padding-block-start: calc(var(--space) * 2);
  }

  .closed [data-id] {
    padding-block: 0.5em;
  }

  .closed [open] {
    padding-block-end: calc(var(--space) * 2.5);
  }

  .chapter > [part='title'],
  summary > * {
    font-size: 1.5em;
  }

  .note > p {
    max-inline-size: 44em;
  }

  [id] {
    scroll-margin-block-start: 1em;
  }

  .text > [part='title']:not(:first-child) {
    margin-block-start: 1.5em;
    font-size: 1.2em;
  }

  .standing,
  .chapter ::slotted(*) {
    margin-block-start: calc(var(--space) * 2);
  }

  /* Their text stands in line with ours, and is as large: the padding is that of their own body, a size in em counts once. */
  .standing {
    --rekindle-font-size: 1em;
    max-inline-size: none;
    margin-inline: calc(-1 * min(var(--space) * 0.75, 2vi));
  }

  .chapter p.controls {
    margin-block: calc(var(--space) * 1.5) 0;
  }

  /* The triangle hangs before a title of two lines. */
  summary {
    margin-inline-start: 1.2em;
    padding-block: 0.4em;
    list-style-position: outside;
    cursor: pointer;
  }

  summary > * {
    display: inline;
  }

  summary::marker {
    color: var(--link);
    font-size: 1.3em;
  }

  details[open] > summary {
    margin-block-end: 0.5em;
  }

  @media print {
    .columns {
      display: block;
    }

    .chapter.chapter {
      padding-block-start: 0;
      border: 0;
    }

    summary {
      margin-inline-start: 0;
      break-after: avoid;
      list-style: none;
    }

    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
