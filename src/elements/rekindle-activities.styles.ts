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

  select {
    inline-size: 100%;
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
    padding-inline-end: 2em;
    font-size: 1.15em;
  }

  .care {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--accent);
    color: var(--muted);
  }

  .facts {
    gap: 0.4em;
    margin-block: auto 0;
    padding: 0;
    list-style: none;
  }

  .facts li {
    margin: 0;
    padding: 0.15em 0.7em;
    border-radius: 1em;
    background: var(--tint);
  }

  .favourite {
    position: absolute;
    inset-block-start: 0.6em;
    inset-inline-end: 0.6em;
    padding: 0;
    border-color: transparent;
    border-radius: 50%;
    color: var(--link);
  }

  [aria-pressed='true'] path {
    fill: currentColor;
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

  .surprise .favourite {
    inset-block-start: -0.6em;
    inset-inline-end: -0.6em;
  }

  .more {
    display: flex;
    margin: calc(var(--space) * 1.5) auto 0;
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      border: 3px solid Highlight;
    }

    form,
    .facts li {
      border: 1px solid;
    }
  }
`;
