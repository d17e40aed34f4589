import type { ReactiveControllerHost } from 'lit';
import { readParams, writeParams, type Params } from '../domain/url-params.ts';
import { listen } from './listen.ts';

export type UrlState = 'none' | 'hash' | 'query';

export interface UrlStateHost extends ReactiveControllerHost, HTMLElement {
  urlState: UrlState;
  urlPrefix: string;
}

/** Where each state stands in an address; `none` is nowhere. */
const PARTS = { hash: 'hash', query: 'search' } as const;

/**
 * Keeps state in the page's address where the page allows it: one change, one step of Back. What the host has there
 * stays. Never throws: a sandboxed page may not touch its address.
 */
export class UrlStateController {
  readonly #host: UrlStateHost;
  readonly #onMove: () => void;
  /** Until when what she types goes on; 0 where something else came since. */
  #typing = 0;
  /** What the address said last. */
  #known = '';

  /** @param onMove - the reader went back or forward, or followed a link into this page; perhaps while the element was away */
  constructor(host: UrlStateHost, onMove: () => void) {
    this.#host = host;
    this.#onMove = onMove;
    listen(host, globalThis, ['popstate'], this.#onPop);
    host.addController({ hostConnected: this.#onPop });
  }

  readonly #onPop = (): void => {
    this.#typing = 0;
    if (this.#isNew()) this.#onMove();
  };

  /** Whether the address says something else of ours than before; the host goes its own ways in it. */
  #isNew(): boolean {
    const before = this.#known;
    this.#known = String([...this.read(), ...this.read('hash')]);
    return this.#known !== before;
  }

  /** Never empty: all that the host has there would be ours. */
  get prefix(): string {
    return this.#host.urlPrefix || 'rekindle-';
  }

  get #part(): 'hash' | 'search' | undefined {
    return PARTS[this.#host.urlState as keyof typeof PARTS];
  }

  /** What the address says now. @param part - where, whatever the page allows: a link that a reader shared */
  read(part: 'hash' | 'search' | undefined = this.#part): Params {
    // A page that is written out has no address yet.
    return readParams((part && globalThis.location?.[part]) ?? '', this.prefix);
  }

  /** Takes one of ours out of the fragment, without a step of Back. */
  drop(name: string): void {
    const left = [...this.read('hash')].filter(([other]) => other !== name);
    this.#put('hash', left, 'replaceState');
  }

  /**
   * Writes a change.
   *
   * @param by - `reader` makes a step of Back; while she types, a word is one step, not each letter; the page makes none
   */
  write(params: Iterable<readonly [string, readonly string[]]>, by: 'reader' | 'typing' | 'page'): void {
    const isTyping = by === 'typing';
    const goesOn = by === 'page' || (isTyping && performance.now() < this.#typing);
    if (!this.#put(this.#part, params, goesOn ? 'replaceState' : 'pushState')) return;
    this.#typing = isTyping ? performance.now() + 1500 : 0;
  }

  /** Returns whether the address changed. */
  #put(
    part: 'hash' | 'search' | undefined,
    params: Iterable<readonly [string, readonly string[]]>,
    method: 'pushState' | 'replaceState',
  ): boolean {
    if (!part) return false;
    try {
      const url = new URL(location.href);
      url[part] = writeParams(url[part], this.prefix, params);
      if (url.href === location.href) return false;
      history[method](history.state, '', url);
      this.#isNew();
      return true;
    } catch {
      // All works on, without its address.
      return false;
    }
  }
}
