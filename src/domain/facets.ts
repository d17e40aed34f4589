/** One way to tell items apart: options that an item matches or not. */
export interface FacetRule<Item> {
  readonly id: string;
  /** One choice, each option holding all that the one before it holds ("up to"). Otherwise any number of choices. */
  readonly single: boolean;
  /** Unique among all rules. */
  readonly options: readonly string[];
  matches(item: Item, option: string): boolean;
}

/** A rule worked out for a list of items. */
export interface Facet {
  readonly id: string;
  readonly single: boolean;
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  readonly id: string;
  /** The items that match, a bit each, in their order. */
  readonly bits: Int32Array;
}

export interface Narrowed {
  /** Indices of the items that fit every choice. */
  readonly indices: readonly number[];
  /** By option: the items that match it and fit the choices of all other facets. */
  readonly counts: ReadonlyMap<string, number>;
  /** By facet with a choice: the items that would fit without that choice. */
  readonly without: ReadonlyMap<string, number>;
}

const count = (bits: Int32Array): number =>
  bits.reduce((total, word) => {
    let left = word;
    for (; left; left &= left - 1) total += 1;
    return total;
  }, 0);

const both = (a: Int32Array, b: Int32Array): Int32Array => a.map((word, i) => word & (b[i] ?? 0));
const either = (a: Int32Array, b: Int32Array): Int32Array => a.map((word, i) => word | (b[i] ?? 0));

/** Works out one rule, every option of it. */
export function facet<Item>(items: readonly Item[], rule: FacetRule<Item>): Facet {
  const options = rule.options.map(id => {
    const bits = new Int32Array(Math.ceil(items.length / 32));
    items.forEach((item, i) => {
      if (rule.matches(item, id)) bits[i >> 5] = (bits[i >> 5] ?? 0) | (1 << (i & 31));
    });
    return { id, bits };
  });
  return { id: rule.id, single: rule.single, options };
}

/** Works out the rules once for a list of items. Options and facets that tell no items apart are left out. */
export function buildFacets<Item>(items: readonly Item[], rules: readonly FacetRule<Item>[]): Facet[] {
  return rules
    .map(rule => {
      const all = facet(items, rule);
      let held = 0;
      const options = all.options.filter(({ bits }) => {
        const size = count(bits);
        if (!size || size === items.length || (rule.single && size === held)) return false;
        held = size;
        return true;
      });
      return { ...all, options };
    })
    .filter(({ options }) => options.length > 0);
}

/**
 * Narrows items down: OR inside a facet, AND across facets.
 *
 * @param length - number of items
 * @param chosen - ids of options; unknown ones are ignored, and a facet without a choice lets everything through
 */
export function narrow(facets: readonly Facet[], length: number, chosen: ReadonlySet<string>): Narrowed {
  const all = new Int32Array(Math.ceil(length / 32)).fill(-1);
  // Bits past the last item would count.
  if (length & 31) all[all.length - 1] = (1 << (length & 31)) - 1;
  const unions = facets.map(({ options }) => {
    const picked = options.filter(({ id }) => chosen.has(id)).map(({ bits }) => bits);
    return picked.length ? picked.reduce(either) : all;
  });
  const counts = new Map<string, number>();
  const without = new Map<string, number>();
  facets.forEach(({ id, options }, own) => {
    const others = unions.reduce((left, union, i) => (i === own ? left : both(left, union)), all);
    if (unions[own] !== all) without.set(id, count(others));
    for (const { id: option, bits } of options) counts.set(option, count(both(others, bits)));
  });
  const fits = unions.reduce(both, all);
  const indices: number[] = [];
  for (let i = 0; i < length; i += 1) if ((fits[i >> 5] ?? 0) & (1 << (i & 31))) indices.push(i);
  return { indices, counts, without };
}
