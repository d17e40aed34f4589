import type { ReactiveControllerHost } from 'lit';
import { listen } from './listen.ts';

/** Tells an element that its page is being printed: paper shows what nobody can open there. */
export class PrintController implements EventListenerObject {
  readonly #onChange: (isPrinting: boolean) => void;
  isPrinting = false;

  /** @param onChange - has to be done when it returns: the browser takes the page as it is then. By default renders the host */
  constructor(
    host: ReactiveControllerHost,
    onChange = (_isPrinting: boolean): void => {
      host.requestUpdate();
      (host as unknown as { performUpdate(): void }).performUpdate();
    },
  ) {
    this.#onChange = onChange;
    listen(host, globalThis, ['beforeprint', 'afterprint'], this);
  }

  handleEvent({ type }: Event): void {
    this.isPrinting = type === 'beforeprint';
    this.#onChange(this.isPrinting);
  }
}
