import { html, type TemplateResult } from 'lit';
import type { Tip } from '../content/model.ts';
import { areNear, longest, windowAround } from '../domain/position.ts';
import { linesOf, renderCard, type CardView } from './tips-card.ts';

/** From this number on only the cards around the active one are there. */
const WINDOW_FROM = 50;
/** Cards of the window, where one is seen at a time. */
const WINDOW_SIZE = 5;
/** How many of the longest tips always have a layout, so that the row is as tall as the tallest. */
const TALLEST = 5;

const canFind = (): boolean => 'onbeforematch' in document.documentElement;

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

/** Says in the tag of a card what {@link TipsRow.present} says later; for a page that is written out. */
export const written: {
  card?: (card: TemplateResult, index: number, view: RowView, hasLayout: boolean) => TemplateResult;
} = {};

/** The row of cards: which of the tips are there, and what the reader can reach of them. */
export class TipsRow {
  readonly #tips: readonly Tip[];
  readonly #tallest: readonly number[];
  /** Index of the card that the row is scrolled to, or passes. */
  #near = 0;
  #perPage = 1;

  constructor(tips: readonly Tip[]) {
    this.#tips = tips;
    this.#tallest = longest(tips.map(linesOf), TALLEST);
  }

  get isWindow(): boolean {
    return this.#tips.length >= WINDOW_FROM;
  }

  /** Where the row is; returns whether other cards have to be there now. */
  pass(near: number, perPage: number): boolean {
    const isOther = near !== this.#near || perPage !== this.#perPage;
    this.#near = near;
    this.#perPage = perPage;
    return isOther && this.isWindow;
  }

  /** Indices of the cards that are there, in the order of the document. */
  get #live(): number[] {
    const { length } = this.#tips;
    return this.isWindow
      ? windowAround(this.#near, WINDOW_SIZE + this.#perPage - 1, length)
      : Array.from({ length }, (_, index) => index);
  }

  render(view: CardView, seen: RowView): unknown {
    const cards = (indices: readonly number[]): TemplateResult[] =>
      indices.flatMap(index => {
        const tip = this.#tips[index];
        if (!tip) return [];
        const card = renderCard(tip, view);
        return written.card?.(card, index, seen, this.#hasLayout(index, seen.isActiveHeight)) ?? card;
      });
    // The tallest are seen by nobody there, and make the row tall enough for the tips that are not there.
    return this.isWindow
      ? html`<div class="rail">${cards([...this.#live, ...this.#tallest.slice(0, 4)])}</div>`
      : cards(this.#live);
  }

  /** Whether a card that is not seen still takes its room: near ones come with a swipe, the tallest make the row. */
  #hasLayout(index: number, isActiveHeight: boolean): boolean {
    return !isActiveHeight && (areNear(index, this.#near, this.#perPage) || this.#tallest.includes(index));
  }

  /** Opens the cards that are seen, and closes the others to keyboard and screen reader, though not to find in page. */
  present(track: HTMLElement, { active, perPage, isActiveHeight, name, slide }: RowView): void {
    const live = this.#live;
    if (this.isWindow) track.style.setProperty('--n', String(this.#tips.length));
    track.querySelectorAll<HTMLElement>('.card').forEach((card, place) => {
      const index = live[place] ?? -1;
      if (this.isWindow) {
        card.style.setProperty('--i', String(index));
        card.style.visibility = index < 0 ? 'hidden' : '';
      }
      const isSeen = index >= active && index < active + perPage;
      const hasLayout = isSeen || this.#hasLayout(index, isActiveHeight);
      set(card, 'role', isSeen && 'group');
      set(card, 'aria-roledescription', isSeen && slide);
      set(card, 'aria-label', isSeen && name(index));
      set(card, 'aria-hidden', !isSeen && 'true');
      set(card, 'hidden', !hasLayout && !this.isWindow && canFind() && 'until-found');
      set(card, 'part', isSeen ? 'slide slide-active' : 'slide');
      for (const link of card.querySelectorAll('a')) set(link, 'tabindex', !isSeen && '-1');
    });
  }

  /** Index of the tip in a card. */
  indexOf(track: HTMLElement, card: Element | null): number | undefined {
    return this.#live[[...track.querySelectorAll('.card')].indexOf(card as HTMLElement)];
  }
}

/** Writes an attribute where it differs, so that the browser has nothing to do where it does not. */
function set(element: Element, name: string, value: string | false): void {
  if (value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
