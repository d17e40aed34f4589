import { css } from 'lit';
import { sharedStyles } from './shared.styles.ts';

export const tipsStyles = css`
  ${sharedStyles}

  .base {
    --gap: var(--rekindle-slide-gap, var(--space));
    --hint: calc(var(--rekindle-scroll-hint, 0px) + 2px);
    --card-link: var(--rekindle-card-color, var(--link));
  }

  /*
   * Far from the screen, where the snippet of rekindle embed keeps their room, they cost nothing but that. Elsewhere a page that
   * scrolls smoothly to a heading would miss it by what their place is short of. Not in Safari: see the checklist's styles.
   */
  @supports (overflow-anchor: none) {
    :host(.rekindle-tips) .far {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 20em;
      /* What a page moves out of the element is still seen. */
      overflow-clip-margin: 100vmax;
    }
  }

  .card {
    /* The accent is made for the surface; what a page says of its cards is made for them. */
    --link: var(--card-link);

    padding: var(--rekindle-card-padding, min(var(--space) * 1.25, 6.25vi));
    border: var(--rekindle-card-border, 1px solid var(--border));
    border-radius: var(--rekindle-card-radius, var(--radius));
    color: var(--rekindle-card-color, inherit);
    background: var(--rekindle-card-background, var(--surface));
  }

  .track {
    /* Else a parent that shrinks to fit would make room for all cards in a row. */
    contain: inline-size;
    display: flex;
    gap: var(--gap);
    /* Safari clips at whole pixels: without room around them the cards lose an edge. */
    margin: -2px max(-2px, -1 * var(--space));
    padding: 2px var(--hint);
    scroll-padding-inline: var(--hint);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: inline mandatory;
    scrollbar-width: none;
    border-radius: var(--radius);
  }

  /* Where one is seen at a time, no style waits for the layout. */
  .many {
    container-type: inline-size;
  }

  /* Safari before 18.2. */
  .track::-webkit-scrollbar {
    display: none;
  }

  .track > * {
    --size: 100%;
  }

  /* Where it is written out, and the browser does not know until-found. */
  .track > [hidden] {
    display: block;
  }

  .many > * {
    --fit: 1;
    --size: (100% + var(--gap)) / min(var(--per-page, 1), var(--fit)) - var(--gap);
  }

  @container (inline-size >= 34em) {
    .many > * {
      --fit: 2;
    }
  }

  @container (inline-size >= 52em) {
    .many > * {
      --fit: 6;
    }
  }

  /* A gap that cannot be reckoned with, as 0 without a unit, leaves one card as wide as the row. */
  .track .card {
    flex: none;
    flex-basis: calc(var(--size));
    inline-size: 100%;
    min-inline-size: 0;
    scroll-snap-align: start;
    scroll-snap-stop: always;
  }

  /* As wide as all cards would be; those that are there stand in their places, and all in one cell: it is as tall as the tallest. */
  .rail {
    flex: none;
    display: grid;
    inline-size: calc((var(--size) + var(--gap)) * var(--n) - var(--gap));
  }

  .rail .card {
    --step: (100% + var(--gap)) / var(--n);

    grid-area: 1 / 1;
    position: relative;
    inset-inline-start: calc(var(--step) * var(--i, 0));
    inline-size: calc(var(--step) - var(--gap));
  }

  .active {
    align-items: start;
    overflow-x: hidden;
    scroll-snap-type: none;
  }

  @media screen {
    .active .card[aria-hidden] {
      block-size: 0;
      padding-block: 0;
      border-block: 0;
      overflow: hidden;
    }
  }

  .points {
    padding: 0;
    list-style: none;
  }

  .step {
    margin-block: var(--space) 0;
    padding: 0.75em 1em;
    border-radius: min(var(--radius), 1em);
    background: color-mix(in oklab, var(--link) 9%, transparent);
  }

  .step strong {
    display: block;
    color: var(--link);
  }

  .controls {
    margin-block-end: calc(var(--space) * 0.75);
  }

  .position {
    min-inline-size: 4.5em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  [name='view']:not([name='view'] + [name='view']) {
    margin-inline-start: auto;
  }

  .no-steps [part^='navigation-'],
  .no-position .position {
    display: none;
  }

  svg {
    inline-size: 1em;
    vertical-align: middle;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .base:dir(rtl) svg {
    transform: scaleX(-1);
  }

  [part^='navigation-'],
  [name='rotate'] {
    padding-inline: 0;
  }

  .dots {
    display: flex;
    flex-wrap: wrap;
  }

  /* 24px at least, since text has 16. */
  .dot {
    min-block-size: 1.5em;
    min-inline-size: 1.5em;
    padding: 0;
    border: 0;
    border-radius: 50%;
  }

  .dot::before {
    display: inline-block;
    box-sizing: border-box;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 1px solid var(--edge);
    border-radius: 50%;
    content: '';
  }

  [part~='pagination-item-active']::before {
    border: 0.375em solid var(--link);
  }

  .select {
    flex: auto;
    inline-size: 8em;
    min-block-size: var(--control);
    max-inline-size: 100%;
    padding-inline: 0.5em;
    border: 1px solid var(--edge);
    border-radius: min(var(--radius), 1em);
    color: inherit;
    background: var(--surface);
    font: inherit;
  }

  .bar {
    block-size: 3px;
    margin-block-start: 0.5em;
    transform: scaleX(0);
    transform-origin: left;
    background: var(--link);
  }

  .bar:dir(rtl) {
    transform-origin: right;
  }

  .list {
    display: grid;
    gap: var(--space);
  }

  /* Where the browser keeps what is read in its place; Safari, up to 25, does not find words in what has no layout. */
  @supports (overflow-anchor: none) {
    .list > :nth-child(n + 50) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 20em;
    }
  }

  /* A small window, or large letters: the card needs the room. */
  @media (width < 20em) {
    .body {
      --hint: 2px;
    }
  }

  @media (forced-colors: active) {
    .bar {
      background: CanvasText;
    }
  }

  @media print {
    :host(.rekindle-tips) .far {
      content-visibility: visible;
    }

    .base {
      --rekindle-card-background: initial;
      --rekindle-card-color: initial;
    }

    .track,
    .list {
      display: block;
      overflow: visible;
      counter-reset: tip;
    }

    .bar,
    .rail {
      display: none;
    }

    .card {
      display: block;
      margin-block-end: 1em;
      content-visibility: visible;
      counter-increment: tip;
    }

    .card > :first-child::before {
      content: counter(tip) '. ';
    }
  }
`;
