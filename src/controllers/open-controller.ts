import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What another element asks for: `to` is `tips/ID`, `sections/ID`, `activities/ID` or `helplines`. */
type OpenEvent = Event & { readonly to: string };
type FindEvent = Event & { readonly all: readonly string[]; readonly found: Set<string> };

export interface OpenOptions {
  /** Whether the element can show that now. */
  readonly has: (to: string) => boolean;
  /** Brings it into view, and moves the focus to it: the reader asked to go there. */
  readonly open: (to: string) => void;
}

/** Answers `rekindle-find` and `rekindle-open` of the elements on the page. The first that has the place opens it. */
export class OpenController implements ReactiveController {
  readonly #options: OpenOptions;

  constructor(host: ReactiveControllerHost, options: OpenOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('rekindle-find', this.#onFind);
    document.addEventListener('rekindle-open', this.#onOpen);
  }

  hostDisconnected(): void {
    document.removeEventListener('rekindle-find', this.#onFind);
    document.removeEventListener('rekindle-open', this.#onOpen);
  }

  readonly #onFind = (event: Event): void => {
    const { all, found } = event as FindEvent;
    for (const to of all) if (this.#options.has(to)) found.add(to);
  };

  readonly #onOpen = (event: Event): void => {
    const { to } = event as OpenEvent;
    if (event.defaultPrevented || !this.#options.has(to)) return;
    event.preventDefault();
    this.#options.open(to);
  };
}
