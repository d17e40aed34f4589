import { html, type TemplateResult } from 'lit';
import type { Statement } from '../content/model.ts';
import type { Answer, Answers, Progress } from '../domain/scoring.ts';
import type { Say } from './checklist-safety.ts';
import { node } from './node.ts';

/** What can be chosen for a statement: its value, and its words. */
export type Choice = readonly [Answer, string];

/** Renders how far the reader is, in words first; the bar takes its values from the same numbers. */
export function renderProgress({ answered, total }: Progress, say: Say): TemplateResult {
  const text = say('progress', { answered, count: total });
  return html`<div class="row progress controls" part="progress">
    <span class="muted small">${text}</span>
    <progress
      part="progress-bar"
      aria-label=${say('progressLabel')}
      aria-valuetext=${text}
      max=${total || 1}
      .value=${answered}
    ></progress>
  </div>`;
}

/**
 * Makes the cards of statements. One is built and the others are copies of it: what never changes has no template.
 *
 * @param isRequired - the card can say that it needs an answer
 */
export function cardMaker(
  choices: readonly Choice[],
  isRequired: boolean,
  say: Say,
): (statement: Statement) => HTMLElement {
  const options = choices.map(([, label], i) =>
    node(
      'label',
      { className: 'option', part: 'option' },
      node('input', { type: 'radio', value: i, part: 'option-input' }),
      label,
    ),
  );
  // Hidden until it is true, it is a part of the name of the group from then on.
  const error = isRequired ? [node('span', { className: 'error small', part: 'error' }, say('required'))] : [];
  const pattern = node(
    'div',
    { className: 'card', part: 'statement' },
    node(
      'fieldset',
      {},
      node('legend', { part: 'legend' }, ...error),
      node('div', { className: 'options' }, ...options),
      node('button', { className: 'plain small controls', part: 'clear', name: 'clear' }, say('clear')),
    ),
  );
  return ({ id, text }) => {
    const card = pattern.cloneNode(true) as HTMLElement;
    card.querySelector('legend')?.prepend(text, ' ');
    for (const radio of card.querySelectorAll('input')) radio.name = id;
    const clear = card.querySelector('button') as HTMLButtonElement;
    clear.value = id;
    clear.ariaLabel = say('clearStatement', { statement: text });
    return card;
  };
}

/** Brings the cards to the answers. A class says what is answered: to look for it by `:has()` costs on every press. */
export function showAnswers(
  cards: ParentNode,
  choices: readonly Choice[],
  answers: Answers,
  isDisabled: boolean,
): void {
  for (const fieldset of cards.querySelectorAll('fieldset')) {
    let isAnswered = false;
    for (const radio of fieldset.querySelectorAll('input')) {
      const isChosen = choices[Number(radio.value)]?.[0] === answers.get(radio.name);
      isAnswered ||= isChosen;
      radio.checked = isChosen;
      radio.disabled = isDisabled;
    }
    fieldset.classList.toggle('answered', isAnswered);
  }
}
