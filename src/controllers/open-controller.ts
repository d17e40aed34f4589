import type { ReactiveControllerHost } from 'lit';
import { listen } from './listen.ts';
import { openAround } from './page-elements.ts';

/** What another element asks for: a place is `tips/ID`, `sections/ID`, `activities/ID` or `helplines`. */
type OpenEvent = Event & { readonly to: string };
type FindEvent = Event & { readonly all: readonly string[]; readonly found: Set<string> };

export interface OpenOptions {
  /** Whether the element can show that now. */
  readonly has: (to: string) => boolean;
  /** Brings it into view, and moves the focus to it: the reader asked to go there. */
  readonly open: (to: string) => void;
}

/** Answers `rekindle-find` and `rekindle-open` of the elements on the page. The first that has the place, and is not hidden, opens it. */
export class OpenController implements EventListenerObject {
  readonly #host: Element;
  readonly #options: OpenOptions;

  constructor(host: ReactiveControllerHost & Element, options: OpenOptions) {
    this.#host = host;
    this.#options = options;
    listen(host, globalThis.document, ['rekindle-find', 'rekindle-open'], this);
  }

  handleEvent(event: OpenEvent | FindEvent): void {
    const { has, open } = this.#options;
    if ('all' in event) {
      for (const to of event.all) if (has(to)) event.found.add(to);
    } else if (!event.defaultPrevented && has(event.to)) {
      openAround(this.#host);
      // Hidden by the page: another copy may be seen, and a link may lead elsewhere.
      if (!this.#host.shadowRoot?.querySelector('.base')?.checkVisibility()) return;
      event.preventDefault();
      open(event.to);
    }
  }
}
