import type { Text, Tip } from '../content/model.ts';
import { node } from './node.ts';
import { headingTag, nodesOf, plainText } from './text.ts';

/*
 * Cards are made of plain nodes, not of templates: they hardly change, and what Lit keeps for each of their parts is
 * several times the card (src/README.md has the figures).
 */

export interface CardView {
  /** Level of the headings. */
  readonly level: number;
  /** What stands above the small step. */
  readonly step: string;
}

/** Cards to copy, by what they were made for. Kept from the second time on: most pages have one element. */
const models = new WeakMap<Tip, Record<string, HTMLElement>>();

/** Makes a card; where other elements have the same tips, a copy, which costs a third. */
export function makeCard(tip: Tip, view: CardView): HTMLElement {
  const known = models.get(tip);
  if (known) return (known[`${view.level} ${view.step}`] ??= newCard(tip, view)).cloneNode(true) as HTMLElement;
  models.set(tip, {});
  return newCard(tip, view);
}

function newCard({ title, points, step }: Tip, view: CardView): HTMLElement {
  const card = node('div', { className: 'card', part: 'slide' });
  if (title) card.append(node(headingTag(view.level), { part: 'title' }, title));
  const [only] = points;
  card.append(
    only && points.length === 1 && title && !step
      ? node('p', {}, ...nodesOf(only))
      : node('ul', { className: 'points', role: 'list' }, ...points.map(point => node('li', {}, ...nodesOf(point)))),
  );
  if (step) {
    card.append(node('p', { className: 'step', part: 'step' }, node('strong', {}, view.step), ' ', ...nodesOf(step)));
  }
  return card;
}

/** Everything that a tip says, as plain text. */
export function tipText({ title, points, step = '' }: Tip): string {
  return [title, ...points.map(plainText), plainText(step)].join('\n').trim();
}

/** About how many lines a tip fills in a card of some 36 characters a line: what decides which card is the tallest. */
export function estimatedLines({ title, points, step = '' }: Tip): number {
  const lines = (text: Text, length: number): number => Math.ceil(plainText(text).length / length);
  return lines(title, 28) + points.reduce((sum, point) => sum + lines(point, 36) + 0.4, lines(step, 36));
}
