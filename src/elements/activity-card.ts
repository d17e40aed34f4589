import type { Activity } from '../content/model.ts';
import { spaceKey } from '../domain/activity-rules.ts';
import { factLine, wordsFor, type Speaker } from './activity-words.ts';
import { node } from './node.ts';
import { headingTag, nodesOf } from './text.ts';

/*
 * Cards are made of plain nodes, not of templates: there are many, they hardly change, and what Lit keeps for each of
 * their parts is several times the card (src/README.md has the figures).
 */

/** What a card needs of the element that it stands in. */
export interface CardHost extends Speaker {
  actions: string;
  /** None on a server. */
  readonly children?: Iterable<Element>;
}

const BUTTONS = ['favourite', 'done', 'plan'] as const;

/** Cards to copy, by what they were made for. Kept from the second time on: most pages have one element. */
const models = new WeakMap<
  Activity,
  { readonly words: unknown; readonly own: unknown; readonly key: string; readonly card: HTMLElement | undefined }
>();

/**
 * Makes a card; where it was made before, by a filter or for another element, a copy, which costs a third. Its buttons say by
 * `name` what they do, and by `value` to which activity.
 */
export function makeCard(host: CardHost, one: Activity): HTMLElement {
  const { actions, headingLevel, constructor: words } = host;
  // With `merge="append"` cards of the bundle stand under the messages of a pack.
  const own = host.content?.messages;
  const slot = `card-${one.id}`;
  const hasSlot = [...(host.children ?? [])].some(child => child.slot === slot);
  const key = `${headingLevel} ${actions} ${hasSlot}`;
  const known = models.get(one);
  if (known?.card && known.words === words && known.own === own && known.key === key)
    return known.card.cloneNode(true) as HTMLElement;
  const card = newCard(host, one, hasSlot && slot);
  models.set(one, { words, own, key, card: known && (card.cloneNode(true) as HTMLElement) });
  return card;
}

/** @param slot - the name of what the page adds to it */
function newCard(host: CardHost, one: Activity, slot: string | false): HTMLElement {
  const { id, title, summary, needs, bookAhead, url } = one;
  const small = (...children: (Node | string)[]): Node => node('p', { className: 'small' }, ...children);
  const space = spaceKey(one);
  const parts = [
    node(headingTag(host.headingLevel + 2), { part: 'card-title', tabIndex: -1 }, title),
    space && node('p', { className: 'care small', part: 'care' }, host.text(space)),
    node('p', {}, ...nodesOf(summary)),
    needs && small(host.text('needs', { needs: needs.join(', ') })),
    bookAhead && small(host.text('book', { time: wordsFor(host, bookAhead) })),
    url &&
      small(
        node(
          'a',
          { href: url, rel: 'noopener noreferrer', ariaLabel: `${host.text('about')}: ${title}` },
          host.text('about'),
        ),
      ),
    slot && node('slot', { name: slot }),
    node('p', { className: 'small muted', part: 'facts' }, factLine(host, one)),
    node(
      'div',
      { className: 'row controls' },
      ...BUTTONS.filter(name => host.actions.includes(name)).map(name =>
        node(
          'button',
          {
            name,
            value: id,
            part: `${name}-button`,
            className: 'small',
            ariaLabel: `${host.text(name)}: ${title}`,
            ...(name !== 'plan' && { ariaPressed: 'false' }),
          },
          host.text(name),
        ),
      ),
    ),
  ];
  return node('article', { className: 'card', part: 'card' }, ...parts.filter(part => !!part));
}
