import type { Finding } from '../domain/page.ts';

const STYLE = `
:host { all: initial; display: block; contain: content; margin: 8px 0; color-scheme: light; }
div { padding: 8px 12px; border: 2px solid #8a3350; border-radius: 6px; background: #fff; color: #222;
  font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
p { margin: 0; } ul { margin: 8px 0 0; padding-inline-start: 20px; } li + li { margin-block-start: 8px; }
.quiet { color: #555; }
@media print { :host { display: none; } }`;

let sheet: CSSStyleSheet | undefined;

function make(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

/** What the doctor says of an element, right after it: a plain box with a shadow root of its own, no element of ours. */
export class DebugPanel {
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  #said = '';

  constructor() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    this.#root.adoptedStyleSheets = [sheet];
    this.#host.className = 'rekindle-debug';
  }

  /**
   * Shows the findings after an element; nothing in the page changes where they are the same as before.
   *
   * @param origin - which copy of the script the element is of
   */
  show(element: Element, findings: readonly Finding[], origin: string): void {
    if (element.nextSibling !== this.#host) element.after(this.#host);
    // Beside an element in a slot of the guide, in the same slot.
    this.#host.slot = element.slot;
    const said = JSON.stringify([findings, origin]);
    if (said === this.#said) return;
    this.#said = said;
    const box = document.createElement('div');
    box.setAttribute('role', 'note');
    box.setAttribute('aria-label', 'rekindle debug');
    box.append(make('p', findings.length ? 'rekindle: to mend' : 'rekindle: nothing to mend'));
    const list = document.createElement('ul');
    for (const { level, message, mend } of findings) {
      const item = document.createElement('li');
      item.append(make('strong', level), ` ${message} `, make('em', mend));
      list.append(item);
    }
    if (findings.length) box.append(list);
    box.append(make('p', origin, 'quiet'));
    this.#root.replaceChildren(box);
  }

  remove(): void {
    this.#host.remove();
  }
}
