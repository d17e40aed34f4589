import type { Assessment } from '../content/model.ts';
import type { Json } from './saved-state.ts';
import { bandOf, type Answer } from './scoring.ts';
import { stepsLeft } from './stops.ts';

/* What a reader keeps, read from the values that an element stores. */

/** Some of what she kept, in the order of keeping, and whether the rest is set aside. */
export interface Kept<T> {
  readonly all: readonly T[];
  readonly isCut: boolean;
}

/**
 * The tips or activities that are kept: keys are `keep/ID` and `favourite/ID`.
 *
 * @param advice - what there is, without what is withdrawn
 * @param isWithdrawn - whether anything is withdrawn
 */
export function keptAdvice<T extends { readonly id: string }>(
  values: ReadonlyMap<string, Json>,
  advice: readonly T[],
  isWithdrawn: boolean,
): Kept<T> {
  const ids = [...values.keys()].filter(key => /^(keep|favourite)\//.test(key)).map(key => key.replace(/.*?\//, ''));
  const all = ids.flatMap(id => advice.find(one => one.id === id) ?? []);
  return { all, isCut: isWithdrawn && all.length < ids.length };
}

/** The next steps that fit the answers. Values that are none of the scale count as no answer. */
export function keptNext(
  values: ReadonlyMap<string, Json>,
  { themes, scale }: Assessment,
  withdrawn: ReadonlySet<string>,
): Kept<ReturnType<typeof stepsLeft>[number]> {
  const scores = scale.options.map(({ value }) => value);
  const answers = new Map(
    [...values].filter((entry): entry is [string, Answer & number] => scores.includes(entry[1] as number)),
  );
  const next = themes.map(theme => bandOf(theme, scale, answers)?.next ?? []);
  const all = stepsLeft(next.filter((_steps, i) => !withdrawn.has(`themes/${themes[i]?.id}`)).flat(), withdrawn);
  return { all, isCut: all.length < next.flat().length };
}
