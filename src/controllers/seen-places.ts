import { unwatch, watchShare } from './visibility.ts';

/** How long a place has to be on the screen until it counts as seen, in milliseconds. */
const SEEN_MS = 1000;

/** Which of some places of an element, such as its row or the cards of its list, are on the screen, and for how long. */
export class SeenPlaces {
  readonly #onShare: (place: Element, share: number) => void;
  readonly #onSeen: (place: Element) => void;
  /** What is watched, and for what is on the screen what tells of it after a while. */
  readonly #timers = new Map<Element, ReturnType<typeof setTimeout> | undefined>();

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
    return !!this.#timers.get(place as Element);
  }

  /** Watches these places, and no other any more. Returns whether there was another. */
  watch(places: ReadonlySet<Element>): boolean {
    const gone = [...this.#timers.keys()].filter(place => !places.has(place));
    for (const place of gone) {
      this.#time(place, false);
      this.#timers.delete(place);
      unwatch(place);
    }
    for (const place of places) {
      if (this.#timers.has(place)) continue;
      this.#timers.set(place, undefined);
      watchShare(place, this.#hear);
    }
    return gone.length > 0;
  }

  /** Something else stands in the places: their time begins anew. */
  restart(): void {
    for (const [place, timer] of this.#timers) if (timer) this.#time(place, true);
  }

  #time(place: Element, isSeen: boolean): void {
    clearTimeout(this.#timers.get(place));
    this.#timers.set(place, isSeen ? setTimeout(() => this.#onSeen(place), SEEN_MS) : undefined);
  }

  readonly #hear = (place: Element, share: number): void => {
    const isSeen = share >= 0.5;
    if (isSeen !== this.isSeen(place)) this.#time(place, isSeen);
    this.#onShare(place, share);
  };
}
