import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/**
 * Says one sentence to a screen reader, politely. The region is there, empty, from the first render on: one that arrives
 * together with its text is not read reliably (nvaccess/nvda#14591).
 */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Says `text`; the same text twice in a row is said twice, since it then differs by a space. */
  announce(text: string): void {
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  /** The region; render it once, always. */
  render(): TemplateResult {
    return html`<div class="hidden" role="status">${this.#text}</div>`;
  }
}
