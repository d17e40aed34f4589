/** Elements below a root, and those inside them. */
const elementsIn = (root: ParentNode, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].flatMap(one => [
    one,
    ...(one.shadowRoot ? elementsIn(one.shadowRoot, selector) : []),
  ]);

/**
 * The elements of the page around a node, outwards through the shadow roots that it stands in.
 *
 * @param selector - of the elements, and of those that they may stand in
 */
export function elementsAround(from: Node, selector: string): Set<Element> {
  const found = new Set<Element>();
  for (let root = from.getRootNode(); ; root = root.host.getRootNode()) {
    if (root instanceof Document || root instanceof ShadowRoot)
      elementsIn(root, selector).forEach(one => found.add(one));
    if (!(root instanceof ShadowRoot)) return found;
  }
}

/** What an element stands in, itself first, outwards through slots and shadow roots. */
export function placesOf(from: Element): Element[] {
  const outer = from.assignedSlot ?? from.parentElement ?? (from.getRootNode() as Partial<ShadowRoot>).host;
  return outer ? [from, ...placesOf(outer)] : [from];
}
