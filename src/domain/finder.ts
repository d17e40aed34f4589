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
  type Marks,
  type Sort,
  type View,
} from './activity-search.ts';
import type { Facet } from './facets.ts';
import type { Params } from './url-params.ts';

/** Indices of what several elements share, such as the words of the bundle. */
const known = new WeakMap<readonly Activity[], Map<string, ActivityIndex>>();

/** Holds what the reader looks for, and what fits. */
export class Finder {
  view: View = { chosen: new Set(), search: '', sort: 'suggested' };
  found: Found = { results: [], counts: new Map(), waysOut: [] };
  #index: ActivityIndex = { items: [], facets: () => [], lang: 'en', texts: () => [] };
  #marks: Marks = new Set();
  /** The order that no address has to name; undefined before there are activities. */
  #first: Sort | undefined;

  get facets(): readonly Facet[] {
    return this.#index.facets();
  }

  /** Takes new activities, or other facets; {@link Finder.look} then finds in them. */
  open(items: readonly Activity[], order: string, lang: string, textOf: (one: Activity) => string): void {
    this.#first ??= this.view.sort;
    const own = known.get(items) ?? new Map<string, ActivityIndex>();
    this.#index = own.get(order) ?? indexActivities(items, order, lang, textOf);
    known.set(items, own.set(order, this.#index));
  }

  /** A new view; choices that the activities do not have go, once there are activities. */
  look(view: Partial<View>, marks: Marks): void {
    const { chosen, sort, ...rest } = { ...this.view, ...view };
    const isThere = (id: string): boolean =>
      !this.#first ||
      id === FAVOURITES ||
      id === NOT_DONE ||
      this.facets.some(({ options }) => options.some(one => one.id === id));
    const isOrder = SORTS.includes(sort);
    this.view = { ...rest, sort: isOrder ? sort : this.view.sort, chosen: new Set([...chosen].filter(isThere)) };
    this.#marks = marks;
    this.found = this.find(this.view);
  }

  /**
   * The marks changed. In a view of marks, what was unmarked stays under the reader's hands until the view changes.
   *
   * @param isOutside - they came otherwise than by a press or a call here: nothing is under her hands
   */
  mark(marks: Marks, isOutside: boolean): void {
    const { chosen } = this.view;
    if (isOutside || !(chosen.has(FAVOURITES) || chosen.has(NOT_DONE))) this.look({}, marks);
  }

  /** What would fit. */
  find(view: View): Found {
    return searchActivities(this.#index, view, this.#marks);
  }

  /** Ids of all options of a facet. */
  optionsOf(facet: string): readonly string[] {
    return this.facets.find(({ id }) => id === facet)?.options.map(({ id }) => id) ?? [facet];
  }

  /** A view without some of its filters. */
  without(ids: readonly string[], view = this.view): View {
    const chosen = new Set([...view.chosen].filter(id => !ids.includes(id)));
    return { ...view, chosen, search: ids.includes(TEXT) ? '' : view.search };
  }

  /** Ids of the filters in use. */
  get used(): readonly string[] {
    const { chosen, search } = this.view;
    return search.trim() ? [...chosen, TEXT] : [...chosen];
  }

  /** The view as parameters; the marks are the reader's own and stay out of them. */
  get params(): [string, readonly string[]][] {
    const { chosen, search, sort } = this.view;
    return [
      ...this.facets.map(({ id }): [string, string[]] => [id, this.optionsOf(id).filter(option => chosen.has(option))]),
      [TEXT, search.trim() ? [search] : []],
      ['sort', sort === this.#first ? [] : [sort]],
    ];
  }

  /** The view that parameters ask for; what they name and is not there is left out. */
  fromParams(params: Params): View {
    const marks = [FAVOURITES, NOT_DONE].filter(id => this.view.chosen.has(id));
    const chosen = this.facets.flatMap(({ id, single }) =>
      this.optionsOf(id)
        .filter(option => params.get(id)?.includes(option))
        .slice(0, single ? 1 : undefined),
    );
    return {
      chosen: new Set([...marks, ...chosen]),
      search: params.get(TEXT)?.join().slice(0, 200) ?? '',
      sort: (SORTS.find(sort => params.get('sort')?.includes(sort)) ?? this.#first) as Sort,
    };
  }
}
