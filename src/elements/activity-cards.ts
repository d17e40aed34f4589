import type { Activity } from '../content/model.ts';
import { makeCard, type CardHost } from './activity-card.ts';
import { node } from './node.ts';

/** Cards that show at first, and that "Show more" adds. */
const STEP = 24;
/** Cards that are made at once; as many follow each time that the reader comes near the last one. */
const AT_ONCE = 6;

/** The cards that show, however many fit. */
export class Cards {
  /** Cards that may show; of the others "Show more" knows. */
  limit = STEP;
  #made = AT_ONCE;
  #items = new Map<string, HTMLElement>();
  readonly #host: CardHost;
  readonly #onApproach: () => void;
  #observer: IntersectionObserver | undefined;

  /** @param onApproach - the reader comes near: {@link Cards.sync} again */
  constructor(host: CardHost, onApproach: () => void) {
    this.#host = host;
    this.#onApproach = onApproach;
  }

  /** From the first card again: the first few at once, so that a filter answers fast. */
  restart(): void {
    this.limit = STEP;
    this.#made = AT_ONCE;
  }

  /** Shows at least a number of cards, a step more by default, and makes all of them. */
  reach(count = this.limit + STEP): void {
    this.limit = this.#made = Math.max(this.limit, count);
  }

  /** They are made of something else now. */
  clear(): void {
    this.#items.forEach(item => item.remove());
    this.#items.clear();
  }

  leave(): void {
    this.#observer?.disconnect();
  }

  /** The title of a card that was made. */
  title(id: string): HTMLElement | null | undefined {
    return this.#items.get(id)?.querySelector('[part=card-title]');
  }

  make(all: readonly Activity[]): Map<string, HTMLElement> {
    return new Map(all.map(one => [one.id, this.#items.get(one.id) ?? node('li', {}, makeCard(this.#host, one))]));
  }

  /** Makes a list hold the cards, in their order. One that is there stays, with the focus in it. */
  sync(list: Element, all: readonly Activity[]): void {
    const items = this.make(all.slice(0, Math.min(this.#made, this.limit)));
    this.#items.forEach((item, id) => {
      if (!items.has(id)) item.remove();
    });
    this.#items = items;
    [...items.values()].forEach((item, i) => {
      const there = list.children[i];
      if (item !== there) list.insertBefore(item, there ?? null);
    });
    this.leave();
    const last = list.lastElementChild;
    if (!last || items.size >= Math.min(all.length, this.limit)) return;
    this.#observer ??= new IntersectionObserver(
      entries => {
        if (!entries.at(-1)?.isIntersecting) return;
        this.#made += AT_ONCE;
        this.#onApproach();
      },
      { rootMargin: '50%' },
    );
    this.#observer.observe(last);
  }
}
