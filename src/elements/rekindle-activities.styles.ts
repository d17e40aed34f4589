import { css } from 'lit';
import { choiceStyles } from './choice.styles.ts';
import { sharedStyles } from './shared.styles.ts';

export const activitiesStyles = css`
  ${sharedStyles}
  ${choiceStyles}

  [part='filters'] {
    padding: calc(var(--space) * 0.5) calc(var(--space) * 1.25);
    border-radius: var(--radius);
    background: var(--tint);
  }

  form,
  .sets {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) calc(var(--space) * 1.5);
    padding-block: 0.5em;
  }

  fieldset .row,
  .card > .row {
    gap: 0.4em;
  }

  .last,
  .limits,
  form details {
    flex-basis: 100%;
  }

  legend,
  .limit span {
    margin-block-end: 0.4em;
    padding: 0;
    font-weight: 600;
  }

  .limits,
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11em, 100%), 1fr));
    gap: var(--space);
  }

  /* The card is what stands in the grid: one box less to lay out. */
  .cards > li {
    display: contents;
  }

  .limit,
  article {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }

  .limit > :last-child {
    inline-size: 100%;
    block-size: auto;
  }

  summary {
    min-block-size: var(--control);
    align-content: center;
    color: var(--link);
    cursor: pointer;
  }

  [role='list'] {
    padding: 0;
    list-style: none;
  }

  ul.row,
  .surprise,
  .shared,
  .ours .row,
  dialog .limits {
    margin-block-end: var(--space);
  }

  .row li,
  .head > * {
    min-inline-size: 0;
    margin: 0;
  }

  [name='drop']::after {
    margin-inline-start: 0.5em;
    content: '✕' / '';
  }

  .ours {
    margin-block-start: calc(var(--space) * 2);
    padding-block-start: var(--space);
    border-block-start: 1px solid var(--border);
  }

  .ours li .plain {
    min-block-size: 2em;
    padding: 0;
    text-align: start;
    /* The marker, and what follows, stand beside the first line of a title that wraps. */
    baseline-source: first;
  }

  .ours li span {
    display: inline-block;
  }

  [part='plan'] {
    inline-size: min(34em, 100% - 2em);
    /* From its top, so that no field moves under her hand when what is below comes or goes. */
    inset-block: 1em auto;
    color: var(--text);
    background: linear-gradient(var(--surface) 0 0) var(--ground);
    padding-block-end: 0;
    /* What takes the focus is not below the way out. */
    scroll-padding-block-end: calc(var(--control) + var(--space) + 1em);
    overscroll-behavior: contain;
  }

  /* On a phone the plan is taller than the screen, where no key closes it. */
  dialog > :last-child {
    position: sticky;
    inset-block-end: 0;
    padding-block: 0.5em var(--space);
    background: inherit;
  }

  /* The focus goes to the whole of it, which stands out by itself. */
  dialog:focus-visible {
    outline: 0;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  .option,
  .card > .row button {
    padding-inline: 0.75em;
  }

  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    border-radius: var(--control);
    background: var(--surface);
    text-align: start;
  }

  .option span {
    flex: none;
  }

  .option:has([aria-disabled='true']) {
    border-color: var(--faint);
    color: var(--muted);
    cursor: default;
  }

  .head {
    justify-content: space-between;
    margin-block: var(--space);
  }

  .cards {
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    margin: 0;
  }

  [part='card-title'] {
    font-size: 1.15em;
  }

  .care {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--accent);
    color: var(--muted);
  }

  .card > .row {
    margin-block-start: auto;
  }

  [aria-pressed='true'] {
    background: var(--tint);
  }

  [aria-pressed]::before {
    margin-inline-end: 0.4em;
  }

  [name='favourite']::before {
    content: '♡︎' / '';
  }

  [name='favourite'][aria-pressed='true']::before {
    content: '♥︎' / '';
  }

  [name='done'][aria-pressed='true']::before {
    content: '✓' / '';
  }

  .surprise {
    border: 2px solid var(--accent);
  }

  .surprise .card {
    padding: 0;
    border: 0;
  }

  .more {
    display: block;
    margin: var(--space) auto 0;
  }

  @media (forced-colors: active) {
    .option:has(:checked),
    [aria-pressed='true'] {
      border: 3px solid;
    }

    .option:has([aria-disabled='true']) {
      color: GrayText;
    }

    .option .muted {
      color: inherit;
    }

    [part='filters'] {
      border: 1px solid;
    }
  }
`;
