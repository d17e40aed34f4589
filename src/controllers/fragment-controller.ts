import type { ReactiveControllerHost } from 'lit';
import { isArrival } from './arrival.ts';
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
    listen(host, globalThis, ['click'], this.#onClick as EventListener);
  }

  /** Goes where the address leads, when the element stands for the first time. */
  arrive(): void {
    if (isArrival()) this.#follow();
  }

  /** A link to where the page is already changes nothing that is told of; a browser goes there all the same. */
  readonly #onClick = ({ target, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): void => {
    const link = (target as Element).closest?.('a');
    if (link?.href === location.href && !(defaultPrevented || ctrlKey || metaKey || shiftKey || altKey)) this.#follow();
  };

  readonly #follow = (): void => {
    const id = location.hash.slice(1);
    const own = document.getElementById(id);
    if (id && (!own || this.#host.contains(own))) this.#open(id);
  };
}
