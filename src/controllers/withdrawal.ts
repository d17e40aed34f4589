import { elementsAround } from './page-elements.ts';

/** An element that can set advice aside. */
type Adviser = Element & { withdrawn: ReadonlySet<string> };

/** The class of the checklist on this page, with what is set aside now; undefined before anything was. */
interface Checker {
  withdrawn?: ReadonlySet<string>;
}

/**
 * Sets advice aside in every element of the page that gives it. A property, and no event: a danger that the reader names is
 * nothing that a page may listen for.
 *
 * @param from - the checklist that knows
 * @param withdrawn - targets, as in a pack's `suppress`; empty brings all back
 */
export function withdrawAdvice(from: Element, withdrawn: ReadonlySet<string>): void {
  (from.constructor as Checker).withdrawn = withdrawn;
  for (const one of elementsAround(from, 'rekindle-tips,rekindle-activities,rekindle-guide') as Set<Adviser>)
    one.withdrawn = withdrawn;
}

/**
 * What is set aside for an element that comes to the page; ask it in `connectedCallback`. The class of the checklist is what
 * all files of ours can find, so nothing has to watch the page.
 */
export const withdrawnFor = (adviser: Adviser): ReadonlySet<string> =>
  (customElements.get('rekindle-checklist') as Checker | undefined)?.withdrawn ?? adviser.withdrawn;
