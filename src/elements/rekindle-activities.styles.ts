import { css } from 'lit';
import { choiceStyles } from './choice.styles.ts';
import { sharedStyles } from './shared.styles.ts';

export const activitiesStyles = css`
  ${sharedStyles}
  ${choiceStyles}

  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) calc(var(--space) * 1.5);
    padding: calc(var(--space) * 1.25);
    border-radius: var(--radius);
    background: var(--tint);
  }

  fieldset .row {
    gap: 0.4em;
  }

  .last,
  .limits {
    flex-basis: 100%;
  }

  legend,
  .limit span {
    margin-block-end: 0.4em;
    font-weight: 600;
  }

  .limits {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    gap: var(--space);
  }

  .limit {
    display: grid;
    min-inline-size: 0;
  }

  .limit > :last-child {
    inline-size: 100%;
  }

  [type='search'],
  [type='date'],
  [type='time'] {
    block-size: auto;
    min-block-size: var(--control);
    padding: 0.4em 0.75em;
    border: 1px solid var(--edge);
    border-radius: min(var(--radius), 1.4em);
    color: inherit;
    font: inherit;
    background: var(--surface);
    min-inline-size: 0;
  }

  details {
    flex-basis: 100%;
  }

  summary {
    min-block-size: var(--control);
    align-content: center;
    color: var(--link);
    cursor: pointer;
  }

  .sets {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) calc(var(--space) * 1.5);
    padding-block-start: 0.5em;
  }

  .used,
  .ways {
    margin-block-end: var(--space);
    padding: 0;
    list-style: none;
  }

  .used li,
  .ways li {
    margin: 0;
  }

  .used button::after {
    content: '\2715' / '';
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
  }

  .ours .storage,
  dialog .note {
    margin-block-start: 0.75em;
  }

  .shared {
    margin-block-end: var(--space);
  }

  dialog {
    inline-size: min(34em, 100% - 2em);
    padding: calc(var(--space) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    color: var(--text);
    background: light-dark(#fff, #1e1b1c);
    background: var(--surface);
    font: inherit;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  dialog ul {
    padding: 0;
    list-style: none;
  }

  dialog .limits {
    margin-block-end: 0.75em;
  }

  dialog .limit:last-child {
    grid-column: 1 / -1;
  }

  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: var(--control);
    padding-inline: 0.7em;
    border: 1px solid var(--edge);
    border-radius: var(--control);
    background: var(--surface);
    cursor: pointer;
  }

  .option:has(:checked) {
    border-color: var(--link);
    box-shadow: inset 0 0 0 1px var(--link);
  }

  .option:has([aria-disabled='true']) {
    border-color: var(--border);
    color: var(--muted);
    cursor: default;
  }

  .last [part='clear-button'] {
    margin-inline-start: auto;
    border-color: transparent;
  }

  .head {
    justify-content: space-between;
    margin-block: calc(var(--space) * 1.5) var(--space);
  }

  .head > * {
    margin: 0;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: var(--space);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .cards > li {
    display: grid;
    margin: 0;
  }

  .card {
    position: relative;
    display: flex;
    flex-direction: column;
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
    gap: 0.4em;
    margin-block-start: auto;
  }

  .card > .row button {
    padding-inline: 0.75em;
  }

  [name='favourite']::before {
    content: '\2661\fe0e' / '';
  }

  [name='favourite'][aria-pressed='true']::before {
    content: '\2665\fe0e' / '';
  }

  [name='done'][aria-pressed='true']::before {
    content: '\2713' / '';
  }

  .surprise {
    margin-block-end: calc(var(--space) * 1.5);
    padding: calc(var(--space) * 1.25);
    border: 2px solid var(--accent);
    border-radius: var(--radius);
  }

  .surprise .card {
    padding: 0;
    border: 0;
  }

  .more {
    display: flex;
    margin: calc(var(--space) * 1.5) auto 0;
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      border: 3px solid Highlight;
    }

    form {
      border: 1px solid;
    }
  }
`;
