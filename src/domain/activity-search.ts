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

/** What the reader looks for. */
export interface View {
  /** Ids of options; {@link FAVOURITES} and {@link NOT_DONE} among them. */
  readonly chosen: ReadonlySet<string>;
  readonly search: string;
  readonly sort: Sort;
}

/** What the reader can mark an activity as. */
export type Mark = 'favourite' | 'done';

/** What the reader marked, by its {@link markKey}. */
export type Marks = Pick<ReadonlySet<string>, 'has' | 'size'>;

/** Under which a mark is kept: `favourite/ID` or `done/ID`. */
export const markKey = (mark: Mark, id: string): string => `${mark}/${id}`;

/** Whether a key is a mark of one of some activities. */
export function marksAny(key: string, items: readonly Activity[]): boolean {
  const id = /^(?:favourite|done)\/(.*)/.exec(key)?.[1];
  return items.some(one => one.id === id);
}

/** Activities, made ready once to be searched often. */
export interface ActivityIndex {
  readonly items: readonly Activity[];
  readonly facets: () => readonly Facet[];
  /** Language of the titles, by which they are sorted. */
  readonly lang: string;
  /** Title and all text of each, folded. */
  readonly texts: () => readonly (readonly [title: string, all: string])[];
}

export interface Found {
  readonly results: readonly Activity[];
  /** By option: what it would give. Worked out when it is read: filters that are folded tell no numbers. */
  readonly counts: ReadonlyMap<string, number>;
  /** Where nothing fits: the facets whose choice to drop, and what fits then, best first. */
  readonly waysOut: readonly (readonly [facet: string, count: number])[];
}

/** Makes something when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** A text as people type it, without case, accents, forms of letters, and apostrophes: phones have others than keyboards. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'‘’]/gu, '')
    .toLowerCase();
}

/**
 * @param order - ids of the facets to use, in this order, separated by spaces
 * @param textOf - the plain text of an activity beside its title
 */
export function indexActivities(
  items: readonly Activity[],
  order: string,
  lang: string,
  textOf: (one: Activity) => string,
): ActivityIndex {
  return {
    items,
    lang,
    facets: once(() => {
      const rules = activityRules(items);
      return buildFacets(
        items,
        [...new Set(order.split(/\s+/))].flatMap(id => rules.find(rule => rule.id === id) ?? []),
      );
    }),
    // Folding thousands of texts takes a while, and most readers never type.
    texts: once(() => items.map(one => [fold(one.title), fold(`${one.title} ${textOf(one)}`)])),
  };
}

const byTitle = (lang: string): ((a: Activity, b: Activity) => number) => {
  const { compare } = new Intl.Collator(lang);
  return (a, b) => compare(a.title, b.title);
};

/** Finds what fits: OR inside a facet, AND across facets and words. */
export function searchActivities(
  { items, facets, lang, texts }: ActivityIndex,
  { chosen, search, sort }: View,
  marks: Marks,
): Found {
  const own = (id: string, matches: (one: Activity, option: string, i: number) => boolean): Facet =>
    facet(items, { id, single: false, options: [id], matches });
  const words = search ? fold(search).split(/\s+/).filter(Boolean) : [];
  const hasWords = (i: number, inTitle: 0 | 1): boolean => words.every(word => texts()[i]?.[inTitle].includes(word));
  const narrowed = once(() =>
    narrow(
      [
        ...facets(),
        own(FAVOURITES, ({ id }) => marks.has(markKey('favourite', id))),
        own(NOT_DONE, ({ id }) => !marks.has(markKey('done', id))),
        ...(words.length ? [own(TEXT, (_one, _option, i) => hasWords(i, 1))] : []),
      ],
      items,
      new Set(words.length ? [...chosen, TEXT] : chosen),
    ),
  );
  const indices = chosen.size || words.length ? narrowed().indices : [...items.keys()];
  // What has the words in its title comes first.
  const ranked = words.length ? [...indices].sort((a, b) => +hasWords(b, 0) - +hasWords(a, 0)) : indices;
  const results = ranked.flatMap(i => items[i] ?? []);
  if (sort === 'shortest') results.sort((a, b) => durationMinutes(a.duration) - durationMinutes(b.duration));
  else if (sort === 'cheapest') results.sort((a, b) => a.cost - b.cost);
  else if (sort === 'title') results.sort(byTitle(lang));
  const waysOut = results.length
    ? []
    : [...narrowed().without].filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
  return {
    results,
    waysOut,
    get counts() {
      return narrowed().counts;
    },
  };
}
