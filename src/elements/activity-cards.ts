import type { Activity } from '../content/model.ts';
import { makeCard, makeItem, syncCards, type CardView } from './activity-card.ts';

/** Cards that show at first, and that "Show more" adds. */
const STEP = 24;
/** Cards that are made at once; the others of the first step follow when the reader comes near them. */
const AT_ONCE = 6;
/** How near. */
const NEAR = '1500px';

/** The cards that show, however many fit. */
export class Cards {
  limit = STEP;
  readonly #onApproach: () => void;
  #isNear = false;
  #observer: IntersectionObserver | undefined;
  /** What the cards were made from. */
  #source: readonly unknown[] = [];
  #picked: readonly [Activity, level: number, card: Element] | undefined;

  /** @param onApproach - the reader comes near: {@link Cards.sync} again */
  constructor(onApproach: () => void) {
    this.#onApproach = onApproach;
  }

  /** From the first card again: the first few at once, so that a filter answers fast, and the others a frame later. */
  restart(): void {
    this.limit = STEP;
    this.#isNear = false;
  }

  /** Shows up to a number of cards, or a step more. */
  reach(count = this.limit + STEP): void {
    this.limit = Math.max(this.limit, count);
    this.approach();
  }

  /** Makes all that show, near or not. */
  approach(): void {
    this.leave();
    this.#isNear = true;
    this.#onApproach();
  }

  leave(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** The cards of a page that is written out: all that show, since the script replaces them at once. */
  written(items: readonly Activity[], view: CardView): Element[] {
    return items.slice(0, this.limit).map(one => makeItem(one, view));
  }

  /** The card of what was drawn; the same node while it stays. */
  picked(one: Activity, view: CardView): Element {
    if (this.#picked?.[0] !== one || this.#picked[1] !== view.level)
      this.#picked = [one, view.level, makeCard(one, view)];
    return this.#picked[2];
  }

  /**
   * Brings the cards in line.
   *
   * @param source - what they are made from; when it changes, they are made anew
   */
  sync(root: ParentNode, items: readonly Activity[], view: CardView, source: unknown): void {
    const list = root.querySelector('.cards');
    if (!list) return;
    const now = [list, source, view.level];
    if (now.some((each, i) => each !== this.#source[i])) list.replaceChildren();
    this.#source = now;
    if (!this.#isNear && !this.#observer) {
      this.#observer = new IntersectionObserver(
        entries => {
          if (entries.some(entry => entry.isIntersecting)) this.approach();
        },
        { rootMargin: NEAR },
      );
      this.#observer.observe(list);
    }
    syncCards(list, items.slice(0, this.#isNear ? this.limit : AT_ONCE), view);
  }
}
