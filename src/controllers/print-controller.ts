import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVENTS = ['beforeprint', 'afterprint'];

/** Tells an element that its page is being printed: paper shows what nobody can open there. */
export class PrintController implements ReactiveController {
  readonly #onChange: (isPrinting: boolean) => void;
  #isPrinting = false;

  /** @param onChange - has to be done when it returns: the browser takes the page as it is then */
  constructor(host: ReactiveControllerHost, onChange: (isPrinting: boolean) => void) {
    this.#onChange = onChange;
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
    this.#isPrinting = type === EVENTS[0];
    this.#onChange(this.#isPrinting);
  }
}
