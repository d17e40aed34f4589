import type { LitElement } from 'lit';

/** From the end: what is written out and not rendered again stands first. */
const all = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].reverse();

const rootsIn = (root: ParentNode): ShadowRoot[] => all(root).flatMap(one => one.shadowRoot ?? []);

const isTicked = (one: Element): boolean => {
  const { checked, defaultChecked } = one as HTMLInputElement;
  return checked && !defaultChecked;
};

/**
 * Remembers what the reader did below a shadow root that was written out, and is about to be rendered in the same shape:
 * what she opened and ticked, which tip she swiped to, and where the focus is; in the elements inside, too.
 *
 * @returns brings it back to the root that it stands in now; call it in the task of the render
 */
export function rememberState(root: ShadowRoot): (now: ShadowRoot) => Promise<void> {
  const isOpen = [...root.querySelectorAll('details')].map(one => one.open);
  const ticked = all(root).filter(isTicked) as HTMLInputElement[];
  const row = root.querySelector('.track')?.scrollLeft;
  const focus = all(root).indexOf(root.activeElement as Element);
  const inside = rootsIn(root).map(one => rememberState(one));
  return async now => {
    // As if she ticked it now, once what stands inside is rendered too: a danger brings help.
    for (const { name, value } of ticked)
      setTimeout(() =>
        (all(now) as HTMLInputElement[]).find(one => one.name === name && one.value === value && !one.checked)?.click(),
      );
    // What stands inside renders a little later, in this task too.
    await (now.host as LitElement).updateComplete;
    // As if she swiped now, once the row knows that it is at its first tip.
    if (row) setTimeout(() => now.querySelector('.track')?.scroll({ left: row, behavior: 'instant' }));
    now.querySelectorAll('details').forEach((one, i) => (one.open = isOpen[i] ?? one.open));
    (all(now)[focus] as HTMLElement | undefined)?.focus({ preventScroll: true });
    for (const one of rootsIn(now)) await inside.shift()?.(one);
  };
}
