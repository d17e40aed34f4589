import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { ContentError, MAX_PACK_LENGTH, validate } from '../content/validate.ts';
import type { Schema } from '../content/schema.ts';

/** Time for a pack to arrive, in milliseconds. */
const TIMEOUT_MS = 8000;

/** What was checked already, by what the page gave: elements that get one object share what is made of it. */
const checked = new WeakMap<object, Map<Schema, unknown>>();

/** The JSON child that was read last, and what it says: elements with the same words share these too. */
let last: { readonly text: string; readonly value: unknown } | undefined;

function parse(text: string): unknown {
  if (text !== last?.text) last = { text, value: JSON.parse(text) };
  return last.value;
}

export interface ContentHost extends ReactiveControllerHost, HTMLElement {
  /** What the page set: not checked yet. */
  pack?: unknown;
  src: string;
}

export interface ContentOptions<Content> {
  /** Schema of the part of a pack that the element shows. */
  readonly schema: Schema;
  /** The pack that came with the bundle, checked at build. */
  readonly bundled: () => Content | undefined;
  /** Tells the page, and the developer, once a fault. */
  readonly onError: (message: string) => void;
}

/**
 * Finds an element's pack: `.pack` → `<script type="application/json">` child → `src` → the bundled one. A pack that the
 * page supplies is checked; when it fails, the children stay, or the bundled pack stands in where there are none.
 */
export class ContentController<Content extends object> implements ReactiveController {
  readonly #host: ContentHost;
  readonly #options: ContentOptions<Content>;
  #content: Content | undefined;
  /** What `#content` was made from. */
  #source: unknown = this;
  #loading: AbortController | undefined;

  constructor(host: ContentHost, options: ContentOptions<Content>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The pack to show; undefined leaves the children standing. */
  get content(): Content | undefined {
    return this.#content;
  }

  /** The words are on their way. */
  get isLoading(): boolean {
    return !!this.#loading;
  }

  hostConnected(): void {
    // A pack was on its way when the element left.
    if (this.#source === this) this.#host.requestUpdate();
    // The parser may not have read all children yet.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#host.requestUpdate(), { once: true });
    }
  }

  hostDisconnected(): void {
    // A pack that is still on its way is asked for again when the element returns.
    if (this.#loading) this.#source = this;
    this.#loading?.abort();
    this.#loading = undefined;
  }

  /** Looks where the words come from; call it first in `willUpdate`. */
  resolve(): void {
    const host = this.#host;
    // Where nothing follows the element, nor what is around it, the parser may have read half a child: the children stand.
    if (!host.pack && !isServer && document.readyState === 'loading' && !host.closest(':has(+ *)')) return;
    // On a server an element has no children.
    const json = [...(host.children ?? [])].find(child => child.matches('script[type="application/json" i]'));
    const source = host.pack ?? json?.textContent ?? host.src;
    if (source === this.#source) return;
    this.#source = source;
    this.#loading?.abort();
    this.#loading = undefined;
    if (source === host.pack) this.#read(() => source, 'pack property');
    else if (json) this.#read(() => parse(json.textContent ?? ''), 'script child');
    else if (host.src) void this.#load(host.src);
    else this.#content = this.#options.bundled();
  }

  #read(get: () => unknown, file: string): void {
    try {
      const { schema } = this.#options;
      const value = get();
      const known = (typeof value === 'object' && value && checked.get(value)) || new Map<Schema, unknown>();
      const content = known.get(schema) ?? validate(schema, value, file);
      checked.set(value as object, known.set(schema, content));
      // The same words in a new object, as frameworks make one with each render: what the reader has open stays.
      if (!this.#content || JSON.stringify(content) !== JSON.stringify(this.#content))
        this.#content = content as Content;
    } catch (error) {
      this.#fail(error instanceof ContentError ? error.message : `${file}: is not JSON (${String(error)})`);
    }
  }

  #fail(message: string): void {
    const hasChildren = [...this.#host.childNodes].some(
      node => !(node instanceof HTMLScriptElement || node instanceof Comment) && node.textContent?.trim(),
    );
    this.#content = hasChildren ? undefined : this.#options.bundled();
    this.#options.onError(message);
  }

  async #load(src: string): Promise<void> {
    const loading = new AbortController();
    this.#loading = loading;
    let read: () => unknown;
    try {
      const response = await fetch(src, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any([loading.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const text = await response.text();
      if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
      if (text.length > MAX_PACK_LENGTH) throw new TypeError(`it is longer than ${MAX_PACK_LENGTH} characters`);
      read = () => JSON.parse(text);
    } catch (error) {
      read = () => {
        throw new ContentError(src, '', `cannot be loaded: ${String(error)}`);
      };
    }
    // A late answer to an old address, or to an element that has left, is dropped.
    if (this.#loading !== loading) return;
    this.#loading = undefined;
    this.#read(read, src);
    this.#host.requestUpdate();
  }
}
