import { isServer, type CSSResult, type LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ContentController } from '../controllers/content-controller.ts';
import { painted } from '../controllers/painted.ts';
import type { PackHead } from '../content/model.ts';
import type { Schema } from '../content/schema.ts';
import { format, messageIn, ownMessage, type Message } from '../domain/message.ts';
import { RekindleErrorEvent } from './events.ts';
import { rememberState } from './reader-state.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what TypeScript asks of the constructor of a mixin
type Constructor<T> = new (...args: any[]) => T;

/** What a part of an element needs of it for its words. */
export interface Speaker<Messages> {
  /** Text of the interface. */
  text(key: keyof Messages, values?: Readonly<Record<string, string | number>>): string;
}

export interface ContentElement<Content extends object, Messages> extends Speaker<Messages> {
  pack: Content | undefined;
  src: string;
  headingLevel: number;
  label: string;
  /** The pack that is shown; undefined leaves the children standing. */
  readonly content: Content | undefined;
  /** The page came with the shadow root written out. */
  readonly isWritten: boolean;
  /** Set where what changes now follows from a press that the browser shows by itself: the render waits until that is painted. */
  _isPressed: boolean;
  /** @internal The words are on their way. */
  readonly _isLoading: boolean;
}

/** What a bundle hands to an element's class before it defines it. */
export interface ContentClass<Content extends object, Messages> {
  /** Pack of an element to which the page gives none. */
  pack: Content | undefined;
  /** A bundle leaves out the texts of what it leaves out. */
  messages: Partial<Messages> | undefined;
}

/** An element is made for its defaults alone. */
let isSampling = false;

/**
 * Adds what the five elements share: where their words come from, how they are headed, and when they render.
 *
 * @cssprop [--rekindle-accent=light-dark(#8a3350, #f0a8bc)] - Colour of buttons, links and marks.
 * @cssprop [--rekindle-on-accent] - Text on the accent. Default: black or white, whichever reads better on it.
 * @cssprop [--rekindle-surface=light-dark(#fff, #1e1b1c)] - Background; `transparent` to blend in.
 * @cssprop [--rekindle-text=light-dark(#2b2326, #f0eaec)] - Text; `currentcolor` to blend in.
 * @cssprop [--rekindle-muted] - Quieter text. Default: text, mixed with the surface.
 * @cssprop [--rekindle-border] - Lines. Default: text, mostly transparent.
 * @cssprop [--rekindle-danger=light-dark(#a01d1d, #ff9d94)] - What to do in danger.
 * @cssprop [--rekindle-focus-ring] - Colour of the focus ring. Default: the accent, made strong enough.
 * @cssprop [--rekindle-radius=0.75em] - Radius of cards; smaller things follow it.
 * @cssprop [--rekindle-space=1em] - Space between things.
 * @cssprop [--rekindle-font=inherit] - Font family of the text. Default: that of the page.
 * @cssprop [--rekindle-font-size=medium] - Size of the text, never below 16px; `1em` follows the page.
 * @cssprop [--rekindle-heading-font=inherit] - Font family of the headings.
 * @cssprop [--rekindle-control-size=2.75em] - Least size of a button, never below 24px.
 * @cssprop [--rekindle-max-inline-size=100%] - Greatest width of the element.
 *
 * @attr {boolean} debug - For you, not for readers: on a page that loads `debug.js` too, tells beside the element what to mend.
 *
 * @param Base - the class to add to
 * @param schema - schema of the part of a pack that the element shows
 * @param groups - groups of the messages that it has
 */
export const ContentMixin = <Content extends object, Messages extends Readonly<Record<keyof Messages, Message>>>(
  Base: Constructor<LitElement> & typeof LitElement,
  schema: Schema,
  groups: readonly string[],
): typeof LitElement & Constructor<ContentElement<Content, Messages>> & ContentClass<Content, Messages> => {
  class WithContent extends Base {
    static pack: Content | undefined;
    static messages: Partial<Messages> | undefined;

    /** The words to show, as an object; `messages` in it are buttons and labels. It wins over a JSON child, over `src` and over the bundled words. */
    @property({ attribute: false }) pack: Content | undefined;

    /** Address of a pack, as JSON. Asked for without cookies and without a referrer. */
    @property() src = '';

    /** Level of the element's own heading, 1 to 6. Headings inside follow on. */
    @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

    /** Name of the element for assistive technology, where it should differ from its title. */
    @property() label = '';

    readonly #content = new ContentController<Content>(this, {
      schema,
      bundled: () => (this.constructor as typeof WithContent).pack,
      onError: message => {
        console.warn(`<${this.localName}> ${message}`);
        // Not during the update that found the fault: a listener may set properties.
        queueMicrotask(() => this.dispatchEvent(new RekindleErrorEvent(message)));
      },
    });

    /** @internal */
    get _isLoading(): boolean {
      return this.#content.isLoading;
    }

    get content(): Content | undefined {
      return this.#content.content;
    }

    text(key: keyof Messages, values?: Readonly<Record<string, string | number>>): string {
      // Not `this.content`: tips that stand in the page have its language, whatever that of their labels is.
      const { messages, lang } = (this.#content.content ?? {}) as Partial<PackHead>;
      const own = ownMessage(messages, groups, key as string);
      const ours = (this.constructor as typeof WithContent).messages?.[key] ?? '';
      const text = format(own ?? ours, values, own && lang);
      return own ? text : messageIn((this.content as Partial<PackHead> | undefined)?.dir, text);
    }

    /** @internal */
    _isPressed = false;

    /** @internal The page came with the shadow root written out: see src/build/declarative.ts. */
    readonly isWritten = Boolean(this.shadowRoot);

    /** What is taken away, as an attribute or by a framework that sets `undefined`, has its default again. */
    override requestUpdate(name?: PropertyKey, before?: unknown): void {
      // What had no value before, as it is made, has nothing that could be taken away.
      if (name && before !== undefined && !isSampling && (Reflect.get(this, name) ?? undefined) === undefined) {
        let value: unknown = before;
        isSampling = true;
        try {
          value = Reflect.get(new (this.constructor as typeof WithContent)(), name);
        } catch {
          // Of a registry of its own, no script can make one: what was there stays.
        }
        isSampling = false;
        if (value !== undefined) Reflect.set(this, name, value);
      }
      super.requestUpdate(name, before);
    }

    protected override createRenderRoot(): HTMLElement | DocumentFragment {
      if (isServer || this.ownerDocument === document) return super.createRenderRoot();
      return this.#dress(this.shadowRoot ?? this.attachShadow({ mode: 'open' }));
    }

    /** @internal A sheet is made for one document: a root that comes to another has lost it, also on its way back. */
    adoptedCallback(): void {
      if (this.shadowRoot) this.#dress(this.shadowRoot);
    }

    #dress(root: ShadowRoot): ShadowRoot {
      const view = this.ownerDocument.defaultView as typeof globalThis | null;
      if (!view) return root;
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(((this.constructor as typeof WithContent).styles as CSSResult).cssText);
      root.adoptedStyleSheets = [sheet];
      return root;
    }

    protected override scheduleUpdate(): void | Promise<unknown> {
      if (!this._isPressed) return super.scheduleUpdate();
      this._isPressed = false;
      return painted().then(() => super.scheduleUpdate());
    }

    /** What is written out stays until the words that replace it are here, or will not come, and the parser is done with it. */
    protected override shouldUpdate(): boolean {
      if (!this.isWritten || this.hasUpdated) return true;
      if (document.readyState === 'loading') return false;
      this.#content.resolve();
      return !(this.src ? this._isLoading : !this.content);
    }

    protected override update(changed: PropertyValues): void {
      const root = this.shadowRoot;
      if (!this.isWritten || this.hasUpdated || !root) return super.update(changed);
      // No look at the layout in between: the page must not notice that it is empty for a moment.
      const restore = rememberState(root);
      root.replaceChildren();
      this.renderOptions.renderBefore = null;
      super.update(changed);
      void restore(root);
    }

    // Before anything is derived from the words: a controller's hostUpdate() would come after willUpdate().
    protected override willUpdate(_changed: PropertyValues): void {
      this.#content.resolve();
    }
  }
  return WithContent;
};
