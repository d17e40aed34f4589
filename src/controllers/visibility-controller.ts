import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Listener = (share: number) => void;

const listeners = new WeakMap<Element, Listener>();
let observer: IntersectionObserver | undefined;

/** One for all elements of a page; it holds none of them once they have left. */
const shared = (): IntersectionObserver =>
  (observer ??= new IntersectionObserver(
    entries => {
      for (const { target, intersectionRatio, isIntersecting } of entries) {
        listeners.get(target)?.(isIntersecting ? intersectionRatio : 0);
      }
    },
    { threshold: [0, 0.5] },
  ));

/** Tells an element how much of it is on the screen. */
export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  /** @param onChange - gets the share that is on the screen, 0 to 1, when it comes, goes, or passes the half */
  constructor(host: ReactiveControllerHost & Element, onChange: Listener) {
    this.#host = host;
    listeners.set(host, onChange);
    host.addController(this);
  }

  hostConnected(): void {
    shared().observe(this.#host);
  }

  hostDisconnected(): void {
    observer?.unobserve(this.#host);
    listeners.get(this.#host)?.(0);
  }
}
