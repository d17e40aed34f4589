/** Elements below a root, also in the open shadow roots there, whosever they are. */
const elementsIn = (root: ParentNode, selector: string): Element[] => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? elementsIn(shadowRoot, selector) : [])),
];

/**
 * The elements of the page around a node: in its document, in every open shadow root there, and in those that the node
 * stands in. A walk through all nodes of the page, for what the reader asks for.
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
export function ancestorsOf(from: Element): Element[] {
  const outer = from.assignedSlot ?? from.parentElement ?? (from.getRootNode() as Partial<ShadowRoot>).host;
  return outer ? [from, ...ancestorsOf(outer)] : [from];
}

/** Opens each `<details>` that an element stands in, as a browser does for what a link leads to. */
export function openAround(element: Element): void {
  for (const one of ancestorsOf(element)) if (one.matches('details')) one.setAttribute('open', '');
}
