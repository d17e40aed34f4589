import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVENTS = ['beforeprint', 'afterprint'];

/** Tells an element that its page is being printed: paper shows what nobody can open there. */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #update: () => void;
  #isPrinting = false;

  /** @param update - renders at once: the browser takes the page as it is then */
  constructor(host: ReactiveControllerHost, update: () => void) {
    this.#host = host;
    this.#update = update;
    host.addController(this);
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  hostConnected(): void {
    for (const type of EVENTS) window.addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) window.removeEventListener(type, this);
  }

  handleEvent({ type }: Event): void {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
    this.#update();
  }
}
