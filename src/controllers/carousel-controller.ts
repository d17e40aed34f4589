import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { areNear, indexAt } from '../domain/position.ts';

/** Time without a scroll event after which a scroller has come to rest, where it does not say so itself. */
const REST_MS = 120;
/** The same for one that says so: only for the case that it never does. */
const LOST_MS = 1500;

const saysEnd = 'onscrollend' in globalThis;

export interface CarouselOptions {
  /** The scroller; null where there is none. */
  readonly track: () => HTMLElement | null;
  /** Index of the last card that it can start with. */
  readonly last: () => number;
  /** A scroll passes a card. */
  readonly onPass: (index: number) => void;
  /** The scroller has come to rest at a card; `isOurs` where {@link CarouselController.show} sent it there. */
  readonly onRest: (index: number, isOurs: boolean) => void;
}

/**
 * Holds a native scroll-snap scroller and an index together. The browser scrolls; this reads where it is, and sends it
 * somewhere.
 */
export class CarouselController implements ReactiveController {
  readonly #options: CarouselOptions;
  /** Where we sent the scroller; until it is there, the places on the way are nobody's choice. */
  #target: number | undefined;
  /** Where it was last seen, or sent. */
  #at = 0;
  /** How wide it was then. */
  #size = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isNew = true;

  constructor(host: ReactiveControllerHost, options: CarouselOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A scroller that returns stands at its first card.
    this.forget();
  }

  /** The scroller is a new one, at its first card. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#target = undefined;
    this.#at = 0;
    this.renew();
  }

  /** What stands in the scroller is new: the next {@link show} is there at once, and glides nowhere. */
  renew(): void {
    this.#isNew = true;
  }

  /**
   * Brings the scroller to a card, without moving the page. Does nothing where it is there, or on its way.
   *
   * @param isAgain - also where we think that it is there: it may have lost its place while it was hidden
   */
  show(index: number, isAgain = false): void {
    const track = this.#options.track();
    const isGlide = areNear(index, this.#at) && !isAgain && !this.#isNew;
    this.#isNew = false;
    // First of all: whoever is where she belongs costs no layout.
    if (!track || (index === this.#at && !isAgain)) return;
    const width = this.#width(track);
    this.#size = track.clientWidth;
    this.#at = index;
    this.#target = index;
    // Nothing is laid out, or all is seen: the card is shown as soon as it can be.
    if (!width) return this.#restSoon(0);
    for (const type of ['pointerdown', 'wheel']) {
      track.addEventListener(type, this.#onGrab, { passive: true, once: true });
    }
    // Not by `scroll-behavior`: Firefox then glides to its own place in a row of another width, and to what is found in a page.
    const isStill = !isGlide || track.matches('.active') || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#scroll(track, index, isStill ? 'instant' : 'smooth');
    // Where there is nowhere to go, no scroll event will come.
    this.#restSoon(this.#isAt(track, index) ? 0 : undefined);
  }

  /** The scroller may have lost its place while it had no layout: bring it back, unless it is on its way. */
  realign(index: number): void {
    // One that lost it stands at its first card: where it should be there, nothing has to be laid out to know.
    if (!index || this.#timer !== undefined) return;
    const at = this.#index();
    if (at !== undefined && at !== index) this.show(index, true);
  }

  /** The scroller scrolls; or has come to rest, as far as the browser says so. */
  onScroll(hasEnded: boolean): void {
    if (hasEnded || this.#isOther) return this.#rest(hasEnded);
    // What lies on the way to where we sent it is nobody's place, and need not be measured.
    const index = this.#target ?? this.#index();
    if (index !== undefined) this.#options.onPass(index);
    if (this.#target === undefined || !saysEnd) this.#restSoon();
  }

  /** The reader takes hold of the scroller: from then on it is hers. */
  readonly #onGrab = (): void => {
    this.#target = undefined;
  };

  /**
   * In one of another width the browser finds a place of its own: that is nobody's choice either. At the first card it finds none,
   * and says nothing: who scrolls there is the reader.
   */
  get #isOther(): boolean {
    const isKnown = !!this.#at && this.#target === undefined && this.#size > 0;
    return isKnown && this.#options.track()?.clientWidth !== this.#size;
  }

  /** How far it can scroll, in px. */
  #width(track: HTMLElement): number {
    return track.scrollWidth - track.clientWidth;
  }

  /** How far it is, 0 to 1; `scrollLeft` is negative from right to left. */
  #share(track: HTMLElement): number {
    return Math.abs(track.scrollLeft) / (this.#width(track) || 1);
  }

  #isAt(track: HTMLElement, index: number): boolean {
    return Math.abs(this.#share(track) - index / Math.max(this.#options.last(), 1)) * this.#width(track) < 1;
  }

  #index(): number | undefined {
    const track = this.#options.track();
    return track && this.#width(track) ? indexAt(this.#share(track), this.#options.last()) : undefined;
  }

  #scroll(track: HTMLElement, index: number, behavior: ScrollBehavior): void {
    const share = index / Math.max(this.#options.last(), 1);
    const sign = track.matches(':dir(rtl)') ? -1 : 1;
    // scroll() moves this scroller alone; scrollIntoView() would move the page too, and so does the scrollTo() of Prototype.js,
    // which hides the browser's.
    track.scroll({ left: sign * share * this.#width(track), behavior });
  }

  #restSoon(ms = saysEnd ? LOST_MS : REST_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), ms);
  }

  #rest(hasEnded = false): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isOther) return this.show(this.#at, true);
    const target = this.#target;
    this.#target = undefined;
    const index = this.#index();
    const track = this.#options.track();
    const at = target ?? index;
    if (at === undefined) return this.#options.onRest(this.#at, true);
    // Safari, zoomed, scales the way of a smooth scroll and ends elsewhere (twbs/bootstrap#42506); a scroll that cuts into
    // another may stop between two cards. Where a finger may still hold the row, only our own is put right.
    if (track && !this.#isAt(track, at) && (target !== undefined || hasEnded)) this.#scroll(track, at, 'instant');
    this.#at = at;
    this.#size = track?.clientWidth ?? 0;
    this.#options.onRest(at, target !== undefined);
  }
}
