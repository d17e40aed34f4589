import { escapeHtml } from './html.ts';

/** Properties whose attribute has another name. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  className: 'class',
  ariaLabel: 'aria-label',
  ariaPressed: 'aria-pressed',
  tabIndex: 'tabindex',
  referrerPolicy: 'referrerpolicy',
};
const VOID = new Set(['input', 'br', 'hr']);

/**
 * As much of an element as the elements make without a template, for pages that are written out: Lit takes it for a
 * template, and writes it as it stands.
 */
export class WrittenNode {
  readonly _$litType$ = 1;
  readonly values: readonly unknown[] = [];
  readonly #tag: string;
  readonly #attributes = new Map<string, string>();
  readonly #children: (WrittenNode | string)[] = [];

  private constructor(tag: string) {
    this.#tag = tag;
  }

  /** An element whose properties become attributes as they are set. */
  static make(tag: string): WrittenNode {
    return new Proxy(new WrittenNode(tag), {
      get: (node, key) => {
        const value: unknown = Reflect.get(node, key, node);
        if (typeof value === 'function') return (value as (...all: unknown[]) => unknown).bind(node);
        return value ?? node.#attributes.get(String(key));
      },
      set: (node, key, value) => {
        const name = ATTRIBUTES[String(key)] ?? String(key);
        if (value === false) node.#attributes.delete(name);
        else node.#attributes.set(name, value === true ? '' : String(value));
        return true;
      },
    });
  }

  get strings(): TemplateStringsArray {
    const html = [this.outerHTML];
    return Object.assign(html, { raw: html });
  }

  get outerHTML(): string {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
    const open = `<${this.#tag}${attributes}>`;
    if (VOID.has(this.#tag)) return open;
    const children = this.#children.map(child => (typeof child === 'string' ? escapeHtml(child) : child.outerHTML));
    return `${open}${children.join('')}</${this.#tag}>`;
  }

  get classList(): { toggle(name: string, isOn: boolean): void } {
    return {
      toggle: (name, isOn) => {
        const names = new Set((this.#attributes.get('class') ?? '').split(' ').filter(Boolean));
        if (isOn) names.add(name);
        else names.delete(name);
        if (names.size) this.#attributes.set('class', [...names].join(' '));
      },
    };
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  /** A policy of the page may forbid `style` attributes; the script brings what they would say. */
  readonly style = { setProperty: (): void => undefined };

  append(...children: (WrittenNode | string)[]): void {
    this.#children.push(...children);
  }

  prepend(...children: (WrittenNode | string)[]): void {
    this.#children.unshift(...children);
  }

  cloneNode(): WrittenNode {
    const copy = WrittenNode.make(this.#tag);
    for (const [name, value] of this.#attributes) copy.setAttribute(name, value);
    copy.append(...this.#children.map(child => (typeof child === 'string' ? child : child.cloneNode())));
    return copy;
  }

  /** @param tag - a tag alone */
  querySelectorAll(tag: string): WrittenNode[] {
    return this.#children.flatMap(child =>
      typeof child === 'string' ? [] : [...(child.is(tag) ? [child] : []), ...child.querySelectorAll(tag)],
    );
  }

  querySelector(tag: string): WrittenNode | undefined {
    return this.querySelectorAll(tag)[0];
  }

  is(tag: string): boolean {
    return this.#tag === tag;
  }
}
