import { elementsAround } from './page-elements.ts';

/** An element that can set advice aside. */
type Adviser = Element & { withdrawn: ReadonlySet<string> };

/** What is set aside now. */
let current: ReadonlySet<string> = new Set();
/** Sees elements that come to the page while something is set aside. */
let newcomers: MutationObserver | undefined;

/** Tells the elements around a node; one that knows already has nothing to do. */
function tell(from: Node): void {
  for (const one of elementsAround(from, 'rekindle-tips,rekindle-activities,rekindle-guide') as Set<Adviser>)
    one.withdrawn = current;
}

/**
 * Sets advice aside in every element of the page that gives it, also in those that come later. A property, and no event: a
 * danger that the reader names is nothing that a page may listen for.
 *
 * @param from - the element that knows
 * @param withdrawn - targets, as in a pack's `suppress`; empty brings all back
 */
export function withdrawAdvice(from: Node, withdrawn: ReadonlySet<string>): void {
  current = withdrawn;
  tell(from);
  newcomers?.disconnect();
  if (!withdrawn.size) return;
  // A root once, however much changes in it.
  newcomers ??= new MutationObserver(records =>
    new Set(records.map(({ target }) => target.getRootNode())).forEach(tell),
  );
  for (const root of new Set([document, from.getRootNode()]))
    newcomers.observe(root, { childList: true, subtree: true });
}
