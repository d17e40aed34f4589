import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Listens to something beyond the element, for as long as the element is on the page. */
export abstract class ListeningController implements ReactiveController {
  readonly #target: EventTarget;
  readonly #types: readonly string[];

  /** @param target - on a server there is none, and nobody listens */
  constructor(host: ReactiveControllerHost, target: EventTarget, ...types: readonly string[]) {
    this.#target = target;
    this.#types = types;
    host.addController(this);
  }

  abstract handleEvent(event: Event): void;

  hostConnected(): void {
    for (const type of this.#types) this.#target.addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of this.#types) this.#target.removeEventListener(type, this);
  }
}
