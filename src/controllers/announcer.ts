import type { ReactiveControllerHost } from 'lit';

/** How long it stays where it can be read again, in milliseconds: later it may be no longer true. */
const STAYS_MS = 10_000;

/**
 * Says one sentence to a screen reader, politely. The host renders `<div class="hidden" role="status">` with `text` in it,
 * always: a region that arrives together with its text is not read reliably (nvaccess/nvda#14591).
 */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is said; empty at first, and after a while. */
  text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Says `text`; the same text twice in a row is said twice, since it then differs by a space. */
  announce(text: string): void {
    this.text = text && text === this.text ? `${text}\u00a0` : text;
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => this.announce(''), STAYS_MS);
    this.#host.requestUpdate();
  }
}
