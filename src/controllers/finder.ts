import type { Activity } from '../content/model.ts';
import {
  FAVOURITES,
  indexActivities,
  NOT_DONE,
  searchActivities,
  SORTS,
  TEXT,
  type ActivityIndex,
  type Found,
  type Sort,
} from '../domain/activity-search.ts';
import type { Facet } from '../domain/facets.ts';

/** What the reader looks for. */
export interface View {
  readonly chosen: ReadonlySet<string>;
  readonly search: string;
  readonly sort: Sort;
}

interface Marks {
  readonly favourite: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
}

/** Indices of what several elements share, such as the words of the bundle. */
const known = new WeakMap<readonly Activity[], Map<string, ActivityIndex>>();

function indexOf(items: readonly Activity[], order: string, textOf: (one: Activity) => string): ActivityIndex {
  const own = known.get(items) ?? new Map<string, ActivityIndex>();
  known.set(items, own);
  const index = own.get(order) ?? indexActivities(items, order.split(/\s+/), textOf);
  own.set(order, index);
  return index;
}

/** Holds what the reader looks for, and what fits. */
export class Finder {
  view: View = { chosen: new Set(), search: '', sort: 'suggested' };
  found: Found = { results: [], counts: new Map(), waysOut: [] };
  #index: ActivityIndex = { items: [], facets: [], texts: () => [] };
  readonly #marks: Marks;
  /** The marks that the view shows: what is unmarked in it stays until the view changes. */
  #shown: Marks = { favourite: new Set(), done: new Set() };
  #lang = '';
  #collator: Intl.Collator | undefined;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  get facets(): readonly Facet[] {
    return this.#index.facets;
  }

  /** Takes new activities, or other facets; choices that they do not have go. */
  open(items: readonly Activity[], order: string, lang: string, textOf: (one: Activity) => string): void {
    this.#index = indexOf(items, order, textOf);
    this.#lang = lang;
    this.#collator = undefined;
    const known = new Set([FAVOURITES, NOT_DONE, ...this.facets.flatMap(one => one.options.map(({ id }) => id))]);
    this.look({ chosen: new Set([...this.view.chosen].filter(id => known.has(id))) });
  }

  /** A new view. */
  look(view: Partial<View>): void {
    this.view = { ...this.view, ...view };
    this.#shown = { favourite: this.#marks.favourite, done: this.#marks.done };
    this.found = this.find(this.view);
  }

  /** The marks changed; what is no longer a favourite, or is done now, stays where the view shows it. */
  mark(): void {
    const { chosen } = this.view;
    const { favourite, done } = this.#marks;
    this.#shown = {
      favourite: chosen.has(FAVOURITES) ? new Set([...this.#shown.favourite, ...favourite]) : favourite,
      done: chosen.has(NOT_DONE) ? new Set([...this.#shown.done].filter(id => done.has(id))) : done,
    };
    this.found = this.find(this.view);
  }

  /** What would fit. */
  find({ chosen, search, sort }: View): Found {
    return searchActivities(this.#index, {
      chosen,
      text: search,
      sort,
      favourites: this.#shown.favourite,
      done: this.#shown.done,
      compare: (a, b) => (this.#collator ??= new Intl.Collator(this.#lang)).compare(a, b),
    });
  }

  /** A view without the choice of a facet. */
  without(facet: string): Partial<View> {
    if (facet === TEXT) return { search: '' };
    const own = this.facets.find(({ id }) => id === facet)?.options.map(({ id }) => id) ?? [facet];
    return { chosen: new Set([...this.view.chosen].filter(id => !own.includes(id))) };
  }

  /** A view as parameters; the marks are the reader's own and stay out of them. */
  params({ chosen, search, sort }: View = this.view): [string, string[]][] {
    return [
      ...this.facets.map(({ id, options }): [string, string[]] => [
        id,
        options.map(option => option.id).filter(option => chosen.has(option)),
      ]),
      [TEXT, search ? [search] : []],
      ['sort', sort === 'suggested' ? [] : [sort]],
    ];
  }

  /** The view that parameters ask for; what they name and is not there is left out. */
  fromParams(params: ReadonlyMap<string, readonly string[]>): View {
    const own = [FAVOURITES, NOT_DONE].filter(id => this.view.chosen.has(id));
    const chosen = this.facets.flatMap(({ id, single, options }) => {
      const named = options.map(option => option.id).filter(option => params.get(id)?.includes(option));
      return single ? named.slice(0, 1) : named;
    });
    return {
      chosen: new Set([...own, ...chosen]),
      search: params.get(TEXT)?.join(',').slice(0, 200) ?? '',
      sort: SORTS.find(sort => params.get('sort')?.includes(sort)) ?? 'suggested',
    };
  }
}
