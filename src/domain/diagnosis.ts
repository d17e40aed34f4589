import { checkContent } from './content-check.ts';
import { checkElements } from './element-check.ts';
import { checkNames } from './names-check.ts';
import type { Finding, Known, Page } from './page.ts';
import { checkPolicies } from './policy-check.ts';
import { checkScripts } from './script-check.ts';
import { checkStandIns } from './stand-in-check.ts';

/** What a page should mend, errors first, each in the order of the page. */
export function diagnose(page: Page, known: Known): readonly Finding[] {
  const all = [
    ...checkScripts(page, known.release),
    ...checkPolicies(page),
    ...checkElements(page, known.attributes),
    ...checkNames(page, known.names),
    ...checkStandIns(page, known.attributes),
    ...checkContent(page, known.messages),
  ];
  const place = ({ where }: Finding): number => {
    const [line = 0, column = 0] = where.split(':').map(Number);
    return line * 1e5 + column || 0;
  };
  return all.sort((a, b) => (a.level === b.level ? place(a) - place(b) : a.level === 'error' ? -1 : 1));
}
