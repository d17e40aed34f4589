import type { LitElement } from 'lit';

/** Stands for the step into a shadow root. */
const INTO = -1;

/**
 * Remembers what the reader did below a shadow root that was written out, and is about to be rendered in the same shape:
 * what she opened, and where the focus is.
 *
 * @returns brings it back; call it in the task of the render
 */
export function handover(root: ShadowRoot): () => Promise<void> {
  const isOpen = [...root.querySelectorAll('details')].map(one => one.open);
  const path: number[] = [];
  let active = root.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  let node: Element | ShadowRoot = active ?? root;
  while (node !== root) {
    const parent = (node instanceof ShadowRoot ? node.host : node.parentNode) as Element | ShadowRoot;
    // Counted from the end: a style that is written out stands first, and is not rendered again.
    path.unshift(node instanceof ShadowRoot ? INTO : [...parent.children].reverse().indexOf(node));
    node = parent;
  }
  return async () => {
    root.querySelectorAll('details').forEach((one, i) => (one.open = isOpen[i] ?? one.open));
    let at: Element | ShadowRoot | null | undefined = root;
    await (root.host as LitElement).updateComplete;
    for (const step of path) {
      // What stands inside renders a little later, in this task too.
      if (step === INTO) await (at as LitElement | undefined)?.updateComplete;
      at = step === INTO ? (at as Element | undefined)?.shadowRoot : [...(at?.children ?? [])].at(-1 - step);
    }
    if (at instanceof HTMLElement) at.focus({ preventScroll: true });
  };
}
