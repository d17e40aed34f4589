import type { ReactiveControllerHost } from 'lit';
import { ListeningController } from './listening-controller.ts';

/** Tells an element that its page is being printed: paper shows what nobody can open there. */
export class PrintController extends ListeningController {
  readonly #onChange: (isPrinting: boolean) => void;
  #isPrinting = false;

  /** @param onChange - has to be done when it returns: the browser takes the page as it is then */
  constructor(host: ReactiveControllerHost, onChange: (isPrinting: boolean) => void) {
    super(host, globalThis, 'beforeprint', 'afterprint');
    this.#onChange = onChange;
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  override handleEvent({ type }: Event): void {
    this.#isPrinting = type === 'beforeprint';
    this.#onChange(this.#isPrinting);
  }
}
