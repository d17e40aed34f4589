import type { Activity } from '../content/model.ts';
import { spaceKey } from '../domain/activity-rules.ts';
import { DOT, factsOf, wordsFor, type Speaker } from './activity-words.ts';
import { node } from './node.ts';
import { headingTag, nodesOf } from './text.ts';

/*
 * Cards are made of plain nodes, not of templates: there are many, they hardly change, and what Lit keeps for each of
 * their parts is several times the card (src/README.md has the figures).
 */

/** What a card needs of the element that it stands in. */
export interface CardHost extends Speaker {
  actions: string;
  querySelector?(selectors: string): Element | null;
}

const BUTTONS = ['favourite', 'done', 'plan'] as const;

/** Makes a card. Its buttons say by `name` what they do, and by `value` to which activity. */
export function makeCard(host: CardHost, one: Activity): HTMLElement {
  const { id, title, summary, needs, bookAhead, url } = one;
  const small = (...children: (Node | string)[]): Node => node('p', { className: 'small' }, ...children);
  const slot = `card-${id}`;
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
    host.querySelector?.(`[slot="${slot}"]`) && node('slot', { name: slot }),
    node('p', { className: 'small muted', part: 'facts' }, factsOf(host, one).join(DOT)),
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
