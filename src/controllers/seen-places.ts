import { unwatch, watchShare } from './visibility.ts';

/** How long a place has to be on the screen until it counts as seen, in milliseconds. */
const SEEN_MS = 1000;

/** Which of some places of an element, such as its row or the cards of its list, are on the screen, and for how long. */
export class SeenPlaces {
  readonly #onShare: (place: Element, share: number) => void;
  readonly #onSeen: (place: Element) => void;
  /** What is watched. */
  #places: readonly Element[] = [];
  /** For what is on the screen, what tells of it after a while. Of many elements on a page most are not. */
  #timers: Map<Element, ReturnType<typeof setTimeout>> | undefined;

  /**
   * @param onShare - how much of a place is on the screen, or of the screen that it fills, changed by much; `isSeen` knows
   * @param onSeen - half of a place, or half a screen of it, was on the screen for a while
   */
  constructor(onShare: (place: Element, share: number) => void, onSeen: (place: Element) => void) {
    this.#onShare = onShare;
    this.#onSeen = onSeen;
  }

  /** Whether half of a place, or half a screen of it, is on the screen now. */
  isSeen(place: Element | null): boolean {
    return !!this.#timers?.has(place as Element);
  }

  /** Watches these places, and no other any more. Returns whether there was another. */
  watch(places: readonly Element[]): boolean {
    const before = new Set(this.#places);
    const now = new Set((this.#places = places));
    for (const place of now) if (!before.delete(place)) watchShare(place, this);
    for (const place of before) {
      this.#time(place, false);
      unwatch(place);
    }
    return before.size > 0;
  }

  /** Something else stands in the places: their time begins anew. */
  restart(): void {
    for (const place of [...(this.#timers?.keys() ?? [])]) this.#time(place, true);
  }

  /** What the observer says of a place. */
  hear(place: Element, share: number): void {
    const isSeen = share >= 0.5;
    if (isSeen !== this.isSeen(place)) this.#time(place, isSeen);
    this.#onShare(place, share);
  }

  #time(place: Element, isSeen: boolean): void {
    clearTimeout(this.#timers?.get(place));
    this.#timers?.delete(place);
    if (isSeen)
      (this.#timers ??= new Map()).set(
        place,
        setTimeout(() => this.#onSeen(place), SEEN_MS),
      );
  }
}
