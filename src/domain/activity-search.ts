import type { Activity } from '../content/model.ts';
import { activityRules } from './activity-rules.ts';
import { durationMinutes } from './duration.ts';
import { buildFacets, facet, narrow, type Facet } from './facets.ts';

/** Filters beside those of the data: what the reader marked, and what she typed. */
export const FAVOURITES = 'favouritesOnly';
export const NOT_DONE = 'notDone';
export const TEXT = 'search';

export const SORTS = ['suggested', 'shortest', 'cheapest', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** Activities, made ready once to be searched often. */
export interface ActivityIndex {
  readonly items: readonly Activity[];
  readonly facets: readonly Facet[];
  /** Title and all text of each, folded. */
  readonly texts: () => readonly (readonly [title: string, all: string])[];
}

export interface ActivityQuery {
  /** Ids of options; {@link FAVOURITES} and {@link NOT_DONE} among them. */
  readonly chosen: ReadonlySet<string>;
  readonly text: string;
  readonly sort: Sort;
  readonly favourites: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  /** Order of titles in the language of the words. */
  readonly compare: (a: string, b: string) => number;
}

export interface Found {
  readonly results: readonly Activity[];
  /** By option: what it would give. */
  readonly counts: ReadonlyMap<string, number>;
  /** Where nothing fits: the facets whose choice to drop, and what fits then, best first. */
  readonly waysOut: readonly (readonly [facet: string, count: number])[];
}

/** A text without case, accents and forms of letters, as people type it. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * @param order - ids of the facets to use, in this order
 * @param textOf - the plain text of an activity beside its title
 */
export function indexActivities(
  items: readonly Activity[],
  order: readonly string[],
  textOf: (one: Activity) => string,
): ActivityIndex {
  const rules = activityRules(items);
  let texts: readonly (readonly [string, string])[] | undefined;
  return {
    items,
    facets: buildFacets(
      items,
      [...new Set(order)].flatMap(id => rules.find(rule => rule.id === id) ?? []),
    ),
    // Folding thousands of texts takes a while, and most readers never type.
    texts: () => (texts ??= items.map(one => [fold(one.title), fold(`${one.title} ${textOf(one)}`)])),
  };
}

/** Finds what fits: OR inside a facet, AND across facets and words. */
export function searchActivities({ items, facets, texts }: ActivityIndex, query: ActivityQuery): Found {
  const { chosen, favourites, done, sort } = query;
  const own = (id: string, has: (one: Activity, i: number) => boolean): Facet => {
    let i = 0;
    return facet(items, { id, single: false, options: [id], matches: one => has(one, i++) });
  };
  const words = fold(query.text).split(/\s+/).filter(Boolean);
  const all = [
    ...facets,
    own(FAVOURITES, one => favourites.has(one.id)),
    own(NOT_DONE, one => !done.has(one.id)),
    ...(words.length ? [own(TEXT, (_, i) => words.every(word => texts()[i]?.[1].includes(word)))] : []),
  ];
  const active = words.length ? new Set(chosen).add(TEXT) : chosen;
  const { indices, counts, without } = narrow(all, items.length, active);
  const isTitled = (i: number): boolean => words.every(word => texts()[i]?.[0].includes(word));
  const suggested = words.length ? [...indices.filter(isTitled), ...indices.filter(i => !isTitled(i))] : indices;
  const results = suggested.flatMap(i => items[i] ?? []);
  if (sort === 'shortest') results.sort((a, b) => durationMinutes(a.duration) - durationMinutes(b.duration));
  else if (sort === 'cheapest') results.sort((a, b) => a.cost - b.cost);
  else if (sort === 'title') results.sort((a, b) => query.compare(a.title, b.title));
  const waysOut = results.length ? [] : [...without].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  return { results, counts, waysOut };
}
