import type { Statement } from '../content/model.ts';
import type { Answer, Answers } from '../domain/scoring.ts';
import type { ChecklistSpeaker } from './checklist-words.ts';
import { node } from './node.ts';

/** What can be chosen for a statement: its value, and its words. */
export type Choice = readonly [Answer, string];

/** Cards that have or lose their layout together: fewer in a place cost more of them, more lay out what nobody sees. */
const BATCH = 20;

/** Cards to copy, by their statements and what can be chosen. Kept from the second time on: most pages have one element. */
const models = new WeakMap<readonly Statement[], { readonly key: string; readonly cards?: HTMLElement }>();

/** Makes the cards of statements, some in each child; where other elements have the same, copies. */
export function makeStatements(statements: readonly Statement[], choices: readonly Choice[]): HTMLElement {
  const key = String(choices);
  const known = models.get(statements);
  if (known?.cards && known.key === key) return known.cards.cloneNode(true) as HTMLElement;
  const cards = newStatements(statements, choices);
  models.set(statements, known ? { key, cards: cards.cloneNode(true) as HTMLElement } : { key });
  return cards;
}

/** One card is built and the others are copies of it: what never changes has no template. */
function newStatements(statements: readonly Statement[], choices: readonly Choice[]): HTMLElement {
  const options = choices.map(([, label], i) =>
    node('label', { part: 'option' }, node('input', { type: 'radio', value: i, part: 'option-input' }), label),
  );
  const pattern = node('fieldset', { part: 'statement' }, node('legend', { part: 'legend' }), ...options);
  const cards = statements.map(({ id, text }) => {
    const card = pattern.cloneNode(true) as HTMLElement;
    card.querySelector('legend')?.append(text);
    for (const radio of card.querySelectorAll('input')) radio.name = id;
    return card;
  });
  const places = node('div', {});
  for (let i = 0; i < cards.length; i += BATCH) places.append(node('div', {}, ...cards.slice(i, i + BATCH)));
  return places;
}

/** What the cards have to say. */
interface AnswersHost extends ChecklistSpeaker {
  readonly _choices: readonly Choice[];
  readonly _answering: { readonly answers: Answers };
  readonly _isDisabled: boolean;
  /** No answer can be taken back. */
  readonly _isLocked: boolean;
  /** A statement without its answer says so. */
  readonly _isReported: boolean;
}

/** Puts a part at the end of an element, or takes it away: most statements never have one. */
function toggle(parent: Element | null, part: string, isThere: boolean, make: () => Node): void {
  const old = parent?.querySelector(`[part=${part}]`);
  if (!isThere) old?.remove();
  else if (!old) parent?.append(make());
}

/** Brings cards to the answers. */
export function showAnswers(host: AnswersHost, cards: Iterable<HTMLFieldSetElement>): void {
  const { _choices: choices } = host;
  const { answers } = host._answering;
  for (const card of cards) {
    let id = '';
    card.querySelectorAll('input').forEach((radio, i) => {
      id = radio.name;
      radio.checked = choices[i]?.[0] === answers.get(id);
    });
    card.disabled = host._isDisabled;
    const legend = card.querySelector('legend');
    const isAnswered = answers.has(id);
    // A part of the name of the group, as long as it is true.
    toggle(legend, 'error', host._isReported && !isAnswered, () =>
      node('span', { className: 'small', part: 'error' }, ` ${host.text('required')}`),
    );
    toggle(card, 'clear', !host._isLocked && isAnswered, () => {
      const text = host.text('clear');
      const ariaLabel = `${text}: ${legend?.textContent ?? ''}`;
      return node(
        'button',
        { className: 'plain small controls', part: 'clear', name: 'clear', value: id, ariaLabel },
        text,
      );
    });
  }
}
