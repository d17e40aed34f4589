import { isServer } from 'lit';
import type { Tip } from '../content/model.ts';
import { areNear, longest, windowAround } from '../domain/position.ts';
import { node } from './node.ts';
import { estimatedLines, makeCard, type CardView } from './tips-card.ts';

/** From this number on only the cards around the active one are there. */
const WINDOW_FROM = 50;
/** Cards of the window, where one is seen at a time. */
const WINDOW_SIZE = 5;
/** How many of the longest tips always have a layout, so that the row is as tall as the tallest. */
const TALLEST = 5;

/** A page that is written out does not know who will read it. */
const canFind = (): boolean => isServer || 'onbeforematch' in document.documentElement;

/** What is seen of the row. */
export interface RowView {
  /** Index of the first card that is seen. */
  readonly active: number;
  /** How many are seen at once. */
  readonly perPage: number;
  /** The row is as tall as the active card: no other has a height. */
  readonly isActiveHeight: boolean;
  /** Accessible name of a card. */
  readonly name: (index: number) => string;
  readonly slide: string;
}

/** The cards of the tips: which of them are there, and what the reader can reach of them. */
export class TipsRow {
  readonly #tips: readonly Tip[];
  readonly #view: CardView;
  readonly #tallest: readonly number[];
  /** Made as they are needed, by their index. */
  readonly #cards: HTMLElement[] = [];
  /** In a window nobody sees these; they make the row tall enough for the tips that are not there. */
  #sizers: readonly HTMLElement[] | undefined;
  #rail: HTMLElement | undefined;
  /** Index of the card that the row is scrolled to, or passes: those beside it have to be there. */
  near = 0;

  constructor(tips: readonly Tip[], view: CardView) {
    this.#tips = tips;
    this.#view = view;
    this.#tallest = longest(tips.map(estimatedLines), TALLEST);
  }

  get isWindow(): boolean {
    return this.#tips.length >= WINDOW_FROM;
  }

  /** What stands in the scroller. */
  nodes(seen: RowView): readonly HTMLElement[] {
    const { length } = this.#tips;
    const size = this.isWindow ? WINDOW_SIZE + seen.perPage - 1 : length;
    // As many before those that are seen as after them.
    const cards = windowAround(this.near + seen.perPage / 2, size, length).map(index => this.card(index, seen));
    if (!this.isWindow) return cards;
    this.#sizers ??= this.#tallest.map(index => {
      const sizer = makeCard(this.#tips[index] as Tip, this.#view);
      set(sizer, 'aria-hidden', 'true');
      sizer.style.visibility = 'hidden';
      return sizer;
    });
    this.#rail ??= node('div', { className: 'rail' });
    this.#rail.style.setProperty('--n', String(length));
    sync(this.#rail, [...cards, ...this.#sizers]);
    return [this.#rail];
  }

  /** Brings a scroller in line. */
  present(track: HTMLElement, seen: RowView): void {
    sync(track, this.nodes(seen));
  }

  /** Index of the tip in a card; -1 for anything else. */
  indexOf(card: Element | null): number {
    return this.#cards.indexOf(card as HTMLElement);
  }

  /**
   * The card of a tip. One that is seen is open; the others are closed to keyboard and screen reader, though not to find in
   * page.
   *
   * @param seen - undefined for one that stands in a list
   */
  card(index: number, seen?: RowView): HTMLElement {
    const card = (this.#cards[index] ??= makeCard(this.#tips[index] as Tip, this.#view));
    const isSeen = seen && index >= seen.active && index < seen.active + seen.perPage;
    const isClosed = seen && !isSeen;
    // Near ones come with a swipe, the tallest make the row: they take their room, though they are not seen.
    const hasLayout =
      !seen?.isActiveHeight && (areNear(index, this.near, seen?.perPage) || this.#tallest.includes(index));
    set(card, 'role', isSeen && 'group');
    set(card, 'aria-roledescription', isSeen && seen.slide);
    set(card, 'aria-label', isSeen && seen.name(index));
    set(card, 'aria-hidden', isClosed && 'true');
    set(card, 'hidden', isClosed && !hasLayout && !this.isWindow && canFind() && 'until-found');
    set(card, 'part', isSeen ? 'slide slide-active' : 'slide');
    for (const link of card.querySelectorAll('a')) set(link, 'tabindex', isClosed && '-1');
    if (this.isWindow) card.style.setProperty('--i', String(index));
    return card;
  }
}

/** Writes an attribute where it differs, so that the browser has nothing to do where it does not. */
function set(element: Element, name: string, value: string | false | undefined): void {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Brings the children of an element in line. Those that stay are not touched: the focus or a selection may be in one. */
function sync(parent: Element, nodes: readonly Element[]): void {
  if (isServer) return parent.append(...nodes);
  for (const child of [...parent.children]) if (!nodes.includes(child)) child.remove();
  nodes.forEach((node, i) => {
    const there = parent.children[i] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
}
