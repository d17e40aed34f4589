import type { ReactiveController } from 'lit';
import type { UrlStateController, UrlStateHost } from './url-state.ts';

/** Parameter of a fragment that carries the ids of a list. */
export const LIST = 'list';

/** Lists that she answered in this visit, and those that may be offered now. */
const answered = new Set<string>();
const offered = new Set<SharedList>();

/**
 * Holds a list that came in a link, until the reader takes it or does not. Answered once, it is offered no more: not by another
 * element of the page, after Back, or when she reloads.
 */
export class SharedList implements ReactiveController {
  /** Of activities, as the link has them; empty where there is nothing to offer. */
  ids: readonly string[] = [];
  readonly #host: UrlStateHost;
  readonly #url: UrlStateController;

  constructor(host: UrlStateHost, url: UrlStateController) {
    this.#host = host;
    this.#url = url;
    host.addController(this);
  }

  hostConnected(): void {
    offered.add(this);
  }

  hostDisconnected(): void {
    offered.delete(this);
  }

  /** Takes what the address says now. */
  read(): void {
    this.ids = this.#url.read('hash').get(LIST) ?? [];
    this.#settle();
  }

  /** She took it, or did not. */
  answer(): void {
    answered.add(String(this.ids));
    for (const one of offered) one.#settle();
  }

  #settle(): void {
    if (!answered.has(String(this.ids))) return;
    this.ids = [];
    this.#url.drop(LIST);
    this.#host.requestUpdate();
  }
}
