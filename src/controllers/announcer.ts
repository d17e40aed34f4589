import type { ReactiveControllerHost } from 'lit';

/**
 * Says one sentence to a screen reader, politely. The host renders `<div class="hidden" role="status">` with `text` in it,
 * always: a region that arrives together with its text is not read reliably (nvaccess/nvda#14591).
 */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  /** What is said; empty at first. */
  text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Says `text`; the same text twice in a row is said twice, since it then differs by a space. */
  announce(text: string): void {
    this.text = text === this.text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }
}
