import { elementsAround } from './page-elements.ts';

/** An element that can set advice aside. */
type Adviser = Element & { withdrawn: ReadonlySet<string> };

/** The class of the checklist on this page, with what is set aside now; undefined before anything was. */
interface Checker {
  withdrawn?: ReadonlySet<string>;
}

const checker = () => customElements.get('rekindle-checklist') as Checker | undefined;

/**
 * Sets advice aside in every element of the page that gives it. A property, and no event: a danger that the reader names is
 * nothing that a page may listen for.
 *
 * @param from - where in the page a danger was named; what is not in it any more counts as the page itself
 * @param withdrawn - targets, as in a pack's `suppress`; empty brings all back
 */
export function withdrawAdvice(from: Node, withdrawn: ReadonlySet<string>): void {
  const known = checker();
  if (known) known.withdrawn = withdrawn;
  const place = from.isConnected ? from : document;
  for (const one of elementsAround(place, 'rekindle-tips,rekindle-activities,rekindle-guide') as Set<Adviser>)
    one.withdrawn = withdrawn;
}

/**
 * What is set aside for an element that comes to the page; ask it in `connectedCallback`. The class of the checklist is what
 * all files of ours can find, so nothing has to watch the page.
 */
export const withdrawnFor = (adviser: Adviser): ReadonlySet<string> => checker()?.withdrawn ?? adviser.withdrawn;
