/*
 * Loads the file of an element when one comes near, from beside this one: also for what is added later, and in open shadow
 * roots that are there by then. It runs when it is imported. Hidden elements wait until they are shown.
 */

/** Tips that need the larger file; those in a guide can be kept. */
const TOOLBAR = 'rekindle-guide, rekindle-tips:is([actions], [storage])';

/** Files by tag; the guide has the others in it. */
const FILES: Readonly<Record<string, (element: Element) => Promise<unknown>>> = {
  // There is one class of them on a page.
  'rekindle-tips': element =>
    element.matches(TOOLBAR) || document.querySelector(TOOLBAR) ? import('./tips-actions.ts') : import('./tips.ts'),
  'rekindle-checklist': () => import('./checklist.ts'),
  'rekindle-activities': () => import('./activities.ts'),
  'rekindle-helplines': () => import('./helplines.ts'),
  'rekindle-guide': () => import('./rekindle.ts'),
};
const UNDEFINED = Object.keys(FILES)
  .map(tag => `${tag}:not(:defined)`)
  .join();

const asked = new Set<string>();

/** Where the file cannot be loaded the fallback stays, and the developer is told once. */
function load(element: Element): void {
  const tag = element.localName;
  if (customElements.get(tag) || asked.has(tag)) return;
  asked.add(tag);
  FILES[tag]?.(element).catch((error: unknown) => console.warn(`<${tag}> cannot be loaded:`, error));
}

const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load(target);
    }
  },
  { rootMargin: '600px' },
);

const added = new MutationObserver(records => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) watch(node);
});

function watch(root: Element | Document | ShadowRoot): void {
  for (const element of [root, ...root.querySelectorAll('*')] as Element[]) {
    if (element.matches?.(UNDEFINED)) near.observe(element);
    if (element.shadowRoot) follow(element.shadowRoot);
  }
}

function follow(root: Document | ShadowRoot): void {
  added.observe(root, { childList: true, subtree: true });
  watch(root);
}

follow(document);

export {};
