import { checkContent } from './content-check.ts';
import { checkElements, checkStandIns } from './element-check.ts';
import type { AttributeTable, Finding, Page } from './page.ts';
import { checkPolicies } from './policy-check.ts';
import { checkScripts } from './script-check.ts';

/**
 * What a page should mend, errors first, each in the order of the page.
 *
 * @param table - the attributes that the elements have
 */
export function diagnose(page: Page, table: AttributeTable): readonly Finding[] {
  const all = [
    ...checkScripts(page),
    ...checkPolicies(page),
    ...checkElements(page, table),
    ...checkStandIns(page),
    ...checkContent(page),
  ];
  const place = ({ where }: Finding): number => {
    const [line = 0, column = 0] = where.split(':').map(Number);
    return line * 1e5 + column || 0;
  };
  return all.sort((a, b) => (a.level === b.level ? place(a) - place(b) : a.level === 'error' ? -1 : 1));
}
