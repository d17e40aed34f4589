import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readParams, writeParams } from '../domain/url-params.ts';

export type UrlState = 'none' | 'hash' | 'query';

export interface UrlStateHost extends ReactiveControllerHost, HTMLElement {
  urlState: UrlState;
  urlPrefix: string;
}

export type Params = ReadonlyMap<string, readonly string[]>;

/**
 * Keeps state in the page's address where the page allows it: one change, one step of Back. What the host has there
 * stays. Never throws: a sandboxed page may not touch its address.
 */
export class UrlStateController implements ReactiveController {
  readonly #host: UrlStateHost;
  readonly #onMove: (params: Params) => void;
  #written = 0;

  /** @param onMove - the reader went back or forward, or followed a link into this page */
  constructor(host: UrlStateHost, onMove: (params: Params) => void) {
    this.#host = host;
    this.#onMove = onMove;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  /** What the address says now. */
  read(): Params {
    const { urlState, urlPrefix } = this.#host;
    if (urlState !== 'hash' && urlState !== 'query') return new Map();
    return readParams(globalThis.location?.[urlState === 'hash' ? 'hash' : 'search'] ?? '', urlPrefix);
  }

  /** What the fragment says, whatever the page allows: a link that a reader shared. */
  readFragment(): Params {
    // A page that is written out has no address yet.
    return readParams(globalThis.location?.hash ?? '', this.#host.urlPrefix);
  }

  /**
   * Writes a change of the reader's.
   *
   * @param isTyping - goes on with the change before, where that was one moment ago: a word is one step, not each letter
   */
  write(params: Iterable<readonly [string, readonly string[]]>, isTyping = false): void {
    const { urlState, urlPrefix } = this.#host;
    if (urlState !== 'hash' && urlState !== 'query') return;
    try {
      const url = new URL(location.href);
      if (urlState === 'hash') url.hash = writeParams(url.hash, urlPrefix, params);
      else url.search = writeParams(url.search, urlPrefix, params);
      if (url.href === location.href) return;
      const isSame = isTyping && performance.now() - this.#written < 1500;
      history[isSame ? 'replaceState' : 'pushState'](history.state, '', url);
      this.#written = isTyping ? performance.now() : 0;
    } catch {
      // The filters work on, without their address.
    }
  }

  readonly #onPopState = (): void => this.#onMove(this.read());
}
