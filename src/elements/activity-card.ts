import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, Inline } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { maker } from './node.ts';
import { plainText } from './text.ts';

/*
 * Cards are made of plain nodes, not of templates: there are many, they hardly change, and what Lit keeps for each of
 * their parts is several times the card (src/README.md has the figures).
 */

/** What a card needs beside its activity. */
export interface CardView {
  readonly level: number;
  facts(one: Activity): readonly string[];
  /** A duration in words. */
  duration(iso: string): string;
  text(key: keyof ActivitiesMessages, values?: Readonly<Record<string, string | number>>): string;
}

/** Buttons of a card: `name` says what it does, `value` to which activity; who listens is the element. */
const BUTTONS = ['favourite', 'done', 'plan'] as const;

function make(tag: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement {
  const node = maker.make(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A run of a line; what it links to was checked with the pack. */
const runNode = (run: Inline): Node | string => {
  if (typeof run === 'string') return run;
  if (!('a' in run)) return make('strong' in run ? 'strong' : 'em', {}, plainText([run]));
  return make('a', { href: run.href, rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }, run.a);
};

/** Makes a card. Favourite and done are marked by {@link markPressed}. */
export function makeCard(one: Activity, { level, facts, duration, text }: CardView, id?: string): HTMLElement {
  const { title, summary, needs, bookAhead, url } = one;
  const small = (...children: (Node | string)[]): HTMLElement => make('p', { class: 'small' }, ...children);
  const heading = make(`h${Math.min(level, 6)}`, { part: 'card-title', ...(id && { id, tabindex: '-1' }) }, title);
  const body = make('p', {});
  body.append(...(typeof summary === 'string' ? [summary] : summary.map(runNode)));
  const about = { href: url ?? '', rel: 'noopener noreferrer', 'aria-label': `${text('about')}: ${title}` };
  return make(
    'article',
    { class: 'card', part: 'card' },
    heading,
    ...(isJoint(one) ? [make('p', { class: 'care small', part: 'care' }, text('space'))] : []),
    body,
    ...(needs ? [small(text('needs', { needs: needs.join(', ') }))] : []),
    ...(bookAhead ? [small(text('book', { time: duration(bookAhead) }))] : []),
    ...(url ? [small(make('a', about, text('about')))] : []),
    make('p', { class: 'small muted', part: 'facts' }, facts(one).join(' · ')),
    make(
      'div',
      { class: 'row controls' },
      ...BUTTONS.map(name => {
        const label = {
          name,
          value: one.id,
          part: `${name}-button`,
          class: 'small',
          'aria-label': `${text(name)}: ${title}`,
        };
        return make('button', { ...label, ...(name !== 'plan' && { 'aria-pressed': 'false' }) }, text(name));
      }),
    ),
  );
}

/** Marks the toggle buttons below a node. */
export function markPressed(root: ParentNode, has: (name: string, id: string) => boolean): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[aria-pressed]')) {
    const isPressed = String(has(button.name, button.value));
    if (button.ariaPressed !== isPressed) button.ariaPressed = isPressed;
  }
}

/** Makes the card as an item of the list. */
export function makeItem(one: Activity, view: CardView): HTMLElement {
  return make('li', { 'data-id': one.id }, makeCard(one, view, `card-${one.id}`));
}

/** Makes a list hold the cards of some activities, in their order. One that is there stays, with the focus in it. */
export function syncCards(list: Element, items: readonly Activity[], view: CardView): void {
  const wanted = new Set(items.map(one => one.id));
  const there = new Map<string, Element>();
  for (const card of [...list.children] as HTMLElement[]) {
    const id = card.dataset.id ?? '';
    if (wanted.has(id)) there.set(id, card);
    else card.remove();
  }
  items.forEach((one, i) => {
    const next = list.children[i] ?? null;
    const card = there.get(one.id) ?? makeItem(one, view);
    if (card !== next) list.insertBefore(card, next);
  });
}
