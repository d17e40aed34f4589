import type { Activity } from '../content/model.ts';
import { makeCard, type CardHost } from './activity-card.ts';
import { node } from './node.ts';

/** Cards that show at first, and that "Show more" adds. */
const STEP = 24;
/** Cards that are made at once; as many follow when the reader comes near the last one. */
const AT_ONCE = 6;

/** Safari has no idle time to ask for. */
const whenIdle = (then: () => void): unknown => (window.requestIdleCallback ?? setTimeout)(then);

/** The cards that show, however many fit. */
export class Cards {
  /** Cards that may show; of the others "Show more" knows. */
  limit = STEP;
  /** The rest of them is made once the page is idle, so that find in page reaches it. */
  isLongRead = false;
  #made = AT_ONCE;
  #items = new Map<string, HTMLElement>();
  readonly #host: CardHost;
  readonly #onApproach: () => void;
  #observer: IntersectionObserver | undefined;
  #last: Element | null | undefined;

  /** @param onApproach - the reader comes near the last card, and there are more {@link Cards.items} */
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
    this.#items.clear();
  }

  /** The title of a card that was made. */
  title(id: string | undefined): HTMLElement | null | undefined {
    return this.#items.get(id as string)?.querySelector('[part=card-title]');
  }

  /** The cards of some activities, as far as they are made now. One that is there stays the same node. */
  items(all: readonly Activity[]): HTMLElement[] {
    const there = this.#items;
    const shown = all.slice(0, Math.min(this.#made, this.limit));
    this.#items = new Map(shown.map(one => [one.id, there.get(one.id) ?? node('li', {}, makeCard(this.#host, one))]));
    return [...this.#items.values()];
  }

  /** Makes more when the reader comes near the last one. */
  watch(last: Element | null | undefined): void {
    this.#observer?.disconnect();
    this.#last = last;
    if (!last || this.#made >= this.limit || this.#items.size < this.#made) return;
    this.#observer ??= new IntersectionObserver(
      entries => {
        const entry = entries.at(-1);
        if (entry?.isIntersecting) this.#make(this.#made + AT_ONCE);
        // Above what she reads they would move it, where the browser does not hold that in place.
        else if (this.isLongRead && entry && entry.boundingClientRect.bottom >= 0)
          whenIdle(() => this.#last === entry.target && this.#make(this.limit));
      },
      // Below what is seen alone, for the same reason.
      { rootMargin: '0px 0px 50%' },
    );
    this.#observer.observe(last);
  }

  #make(count: number): void {
    if (this.#made >= this.limit) return;
    this.#made = count;
    this.#onApproach();
  }
}
