import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { jsonOf } from '../domain/json.ts';

export interface StructuredDataOptions {
  readonly isOn: () => boolean;
  /** What to tell search engines, as JSON-LD. The same object says the same, and is not written again: a long list takes a while. */
  readonly data: () => object;
}

/** Elements that are there and asked to tell. A tag has one class, and so each knows of the others, in a guide too. */
const hosts = new Set<ReactiveControllerHost>();

/**
 * Tells search engines what an element holds, in the head of the page, while the element is there and the page asks for
 * it. Once a page: of several elements with the same tag the first one speaks.
 */
export class StructuredDataController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: StructuredDataOptions;
  #script: HTMLScriptElement | undefined;
  #written: object | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: StructuredDataOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#options.isOn()) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (!this.#script) return;
    this.#script.remove();
    this.#script = this.#written = undefined;
    // The next one speaks.
    hosts.forEach(one => one.requestUpdate());
  }

  hostUpdated(): void {
    const { isOn, data } = this.#options;
    const { isConnected, localName } = this.#host;
    if (!isConnected || !isOn()) return this.hostDisconnected();
    hosts.add(this.#host);
    if (!this.#script) {
      if (document.head.querySelector(`script[data-of="${localName}"]`)) return;
      this.#script = document.createElement('script');
      this.#script.type = 'application/ld+json';
      this.#script.dataset.of = localName;
      document.head.append(this.#script);
    }
    const said = data();
    if (said === this.#written) return;
    this.#written = said;
    // As a node, not as textContent: that is a sink of Trusted Types. Without "<", nothing can close the script.
    const text = jsonOf(said).replaceAll('<', '\\u003c');
    // Pages watch their head: they are woken for what is new alone.
    if (text === this.#script.textContent) return;
    try {
      this.#script.replaceChildren(text);
    } catch {
      // Under Trusted Types older Chrome takes data for a script. Who searches has a newer one.
    }
  }
}
