import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isArrival } from './arrival.ts';

export interface FragmentOptions {
  /** Whether a place with this id is inside the element. */
  readonly has: (id: string) => boolean;
  readonly open: (id: string) => void;
}

/**
 * Follows the fragment of the page's address into a shadow root, where the browser does not look. The address itself is
 * the page's: it is never written, and an id that the page has outside the element stays the page's.
 */
export class FragmentController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FragmentOptions;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FragmentOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
    addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('click', this.#onClick);
  }

  /** Goes where the address leads, when the element stands for the first time. */
  arrive(): void {
    if (isArrival()) this.#follow();
  }

  /** A link to where the page is already changes nothing that is told of; a browser goes there all the same. */
  readonly #onClick = ({ target, defaultPrevented, ctrlKey, metaKey, shiftKey }: MouseEvent): void => {
    const link = (target as Element).closest?.('a');
    if (link?.href === location.href && !(defaultPrevented || ctrlKey || metaKey || shiftKey)) this.#follow();
  };

  readonly #follow = (): void => {
    const id = location.hash.slice(1);
    if (!id || !this.#options.has(id)) return;
    const own = document.getElementById(id);
    if (!own || this.#host.contains(own)) this.#options.open(id);
  };
}
