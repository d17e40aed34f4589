import { elementsAround } from './page-elements.ts';

/** An element that can set advice aside. */
type Adviser = Element & { withdrawn: ReadonlySet<string> };

/**
 * Sets advice aside in every element of the page that gives it. A property, and no event: a danger that the reader names
 * is nothing that a page may listen for.
 *
 * @param from - the element that knows
 * @param withdrawn - targets, as in a pack's `suppress`; empty brings all back
 */
export function withdrawAdvice(from: Node, withdrawn: ReadonlySet<string>): void {
  for (const one of elementsAround(from, 'rekindle-tips,rekindle-activities,rekindle-guide'))
    (one as Adviser).withdrawn = withdrawn;
}
