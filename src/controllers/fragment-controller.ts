import type { ReactiveControllerHost } from 'lit';
import { isArrival, leadsHere } from './arrival.ts';
import { listen } from './listen.ts';

/**
 * Follows the fragment of the page's address into a shadow root, where the browser does not look. The address itself is
 * the page's: it is never written, and an id that the page has outside the element stays the page's.
 */
export class FragmentController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #open: (id: string) => void;

  /** @param open - goes to the place with this id, where there is one inside the element */
  constructor(host: ReactiveControllerHost & HTMLElement, open: (id: string) => void) {
    this.#host = host;
    this.#open = open;
    listen(host, globalThis, ['hashchange'], this.#follow);
    listen(host, globalThis, ['click'], event => {
      if (leadsHere(event as MouseEvent)) this.#follow();
    });
  }

  /** Goes where the address leads, when the element stands for the first time. */
  arrive(): void {
    if (isArrival()) this.#follow();
  }

  readonly #follow = (): void => {
    const id = location.hash.slice(1);
    const own = document.getElementById(id);
    if (id && (!own || this.#host.contains(own))) this.#open(id);
  };
}
