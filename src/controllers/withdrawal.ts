/** An element that can set advice aside. */
type Adviser = Element & { withdrawn: ReadonlySet<string> };

const ADVISERS = 'rekindle-tips,rekindle-activities,rekindle-guide';

/** The advisers below a root, and those inside them. */
const advisersIn = (root: ParentNode): Adviser[] =>
  [...root.querySelectorAll<Adviser>(ADVISERS)].flatMap(one => [
    one,
    ...(one.shadowRoot ? advisersIn(one.shadowRoot) : []),
  ]);

/**
 * Sets advice aside in every element of the page that gives it. A property, and no event: a danger that the reader names
 * is nothing that a page may listen for.
 *
 * @param from - the element that knows
 * @param withdrawn - targets, as in a pack's `suppress`; empty brings all back
 */
export function withdrawAdvice(from: Node, withdrawn: ReadonlySet<string>): void {
  const advisers = new Set<Adviser>();
  // Outwards, through the shadow roots that it stands in.
  for (let root = from.getRootNode(); ; root = root.host.getRootNode()) {
    if (root instanceof Document || root instanceof ShadowRoot) advisersIn(root).forEach(one => advisers.add(one));
    if (!(root instanceof ShadowRoot)) break;
  }
  for (const one of advisers) one.withdrawn = withdrawn;
}
