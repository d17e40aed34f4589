import type { NextStep, Stop } from '../content/model.ts';

/** The targets whose advice is withdrawn by the stops that are true for the reader. */
export function withdrawnTargets(raised: readonly Stop[]): Set<string> {
  return new Set(raised.flatMap(({ suppress }) => suppress));
}

/** The themes that are left. A theme goes by its own name, `themes/ID`: its chapter may be withdrawn without it. */
export function themesLeft<T extends { readonly id: string }>(
  themes: readonly T[],
  withdrawn: ReadonlySet<string>,
): T[] {
  return themes.filter(({ id }) => !withdrawn.has(`themes/${id}`));
}

/** The next steps that are left. Names are compared whole: `activities/two` withdraws that alone. */
export function stepsLeft(steps: readonly NextStep[], withdrawn: ReadonlySet<string>): NextStep[] {
  return steps.filter(({ target }) => target === undefined || !withdrawn.has(target));
}

/** The activities that are left: `activities/two` withdraws whatever is also for two. Where all are left, the list itself: what is made of
 * it is shared. */
export function activitiesLeft<T extends { readonly id: string; readonly for: readonly string[] }>(
  activities: readonly T[],
  withdrawn: ReadonlySet<string>,
): readonly T[] {
  if (!withdrawn.size) return activities;
  return activities.filter(
    one => !withdrawn.has(`activities/${one.id}`) && !(withdrawn.has('activities/two') && one.for.includes('two')),
  );
}

/** The tips that are left. */
export function tipsLeft<T extends { readonly id: string }>(tips: readonly T[], withdrawn: ReadonlySet<string>): T[] {
  return tips.filter(({ id }) => !withdrawn.has(`tips/${id}`));
}
