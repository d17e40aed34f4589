import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A line a quarter down the window: what crosses it is being read. */
const LINE: IntersectionObserverInit = { rootMargin: '-25% 0% -75%' };

/** Knows which of an element's chapters is being read, without a look at the layout while the page scrolls. */
export class ReadingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #chapters: () => Iterable<Element>;
  readonly #crossing = new Set<Element>();
  #observer: IntersectionObserver | undefined;
  #current: Element | undefined;

  constructor(host: ReactiveControllerHost, chapters: () => Iterable<Element>) {
    this.#host = host;
    this.#chapters = chapters;
    host.addController(this);
  }

  /** The chapter that is being read. */
  get current(): Element | undefined {
    return this.#current;
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    this.#observer ??= new IntersectionObserver(entries => this.#onCross(entries), LINE);
    for (const chapter of this.#chapters()) this.#observer.observe(chapter);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#crossing.clear();
  }

  #onCross(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#crossing.add(target);
      else this.#crossing.delete(target);
    }
    const current = [...this.#chapters()].find(one => this.#crossing.has(one));
    if (current === this.#current) return;
    this.#current = current;
    this.#host.requestUpdate();
  }
}
