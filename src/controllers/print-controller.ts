import type { ReactiveControllerHost } from 'lit';
import { listen } from './listen.ts';

/** Tells an element that its page is being printed: paper shows what nobody can open there. */
export class PrintController implements EventListenerObject {
  readonly #onChange: (isPrinting: boolean) => void;
  #isPrinting = false;

  /** @param onChange - has to be done when it returns: the browser takes the page as it is then */
  constructor(host: ReactiveControllerHost, onChange: (isPrinting: boolean) => void) {
    this.#onChange = onChange;
    listen(host, globalThis, ['beforeprint', 'afterprint'], this);
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  handleEvent({ type }: Event): void {
    this.#isPrinting = type === 'beforeprint';
    this.#onChange(this.#isPrinting);
  }
}
