import type { LitElement } from 'lit';

const all = (root: ParentNode | null): Element[] => [...(root?.querySelectorAll('*') ?? [])];

/** What may be ticked below a root, also in the shadow roots there; and whatever else there is. */
const inputs = (root: ParentNode): HTMLInputElement[] =>
  all(root).flatMap(one => (one.shadowRoot ? inputs(one.shadowRoot) : (one as HTMLInputElement)));

/**
 * Remembers what the reader did below a shadow root that was written out, and is about to be rendered in the same shape:
 * what she opened and ticked, and where the focus is.
 *
 * @returns brings it back; call it in the task of the render
 */
export function rememberState(root: ShadowRoot): () => Promise<void> {
  const isOpen = [...root.querySelectorAll('details')].map(one => one.open);
  // A place in each root on the way, from the end: what is written out and not rendered again stands first.
  const path: number[] = [];
  for (let at: ShadowRoot | null = root; at?.activeElement; at = at.activeElement.shadowRoot) {
    path.push(all(at).reverse().indexOf(at.activeElement));
  }
  const ticked = inputs(root).filter(one => one.checked && !one.defaultChecked);
  return async () => {
    // As if she ticked it now, once what stands inside is rendered too: a danger brings help.
    for (const { name, value } of ticked)
      setTimeout(() =>
        inputs(root)
          .find(one => one.name === name && one.value === value && !one.checked)
          ?.click(),
      );
    root.querySelectorAll('details').forEach((one, i) => (one.open = isOpen[i] ?? one.open));
    let at: Element | undefined = root.host;
    for (const step of path) {
      // What stands inside renders a little later, in this task too.
      await (at as LitElement | undefined)?.updateComplete;
      at = all(at?.shadowRoot ?? null).reverse()[step];
    }
    if (path.length) (at as HTMLElement | undefined)?.focus({ preventScroll: true });
  };
}
