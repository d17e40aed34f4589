/*
 * Puts the elements where a page has `<div data-rekindle="tips" data-view="list">`: for a CMS that strips custom tags and
 * keeps `div` and `data-*`. It runs when it is imported.
 */

interface ElementClass extends CustomElementConstructor {
  readonly observedAttributes?: readonly string[];
  /** Another copy of this file looks after the placeholders of the page. */
  hasPlaceholders?: boolean;
}

/** A `div` alone: a form could hide its own methods behind the names of its fields. */
const PLACEHOLDER = 'div[data-rekindle]';

/** Attributes of any element that count here, as they are or behind `data-`; what an element itself reads, behind `data-` alone. */
const GLOBAL = ['id', 'class', 'lang', 'dir', 'hidden', 'slot'];

/** Puts an element in the place of its placeholder; what stood in that is its fallback. */
function upgrade(placeholder: Element): void {
  const tag = `rekindle-${placeholder.getAttribute('data-rekindle')}`;
  const type: ElementClass | undefined = customElements.get(tag);
  if (!type) return;
  const element = document.createElement(tag);
  for (const name of [...GLOBAL, 'debug', ...(type.observedAttributes ?? [])]) {
    const value =
      placeholder.getAttribute(`data-${name}`) ?? (GLOBAL.includes(name) ? placeholder.getAttribute(name) : null);
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...placeholder.childNodes);
  placeholder.replaceWith(element);
}

const upgradeIn = (root: ParentNode): void => root.querySelectorAll(PLACEHOLDER).forEach(upgrade);

function start(): void {
  upgradeIn(document);
  new MutationObserver(records => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        upgradeIn(node);
        if (node.isConnected && node.matches(PLACEHOLDER)) upgrade(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

// Where the elements are not defined, by an old browser or a policy of the page, the placeholders stay as they are.
void customElements.whenDefined('rekindle-tips').then((type: ElementClass) => {
  if (type.hasPlaceholders) return;
  type.hasPlaceholders = true;
  // The parser would put the rest of a placeholder into what is no longer there.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
});

export {};
