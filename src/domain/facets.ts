/** One way to tell items apart: options that an item matches or not. */
export interface FacetRule<Item> {
  readonly id: string;
  /** One choice, each option holding all that the one before it holds ("up to"). Otherwise any number of choices. */
  readonly single: boolean;
  /** Unique among all rules. */
  readonly options: readonly string[];
  matches(item: Item, option: string, index: number): boolean;
}

/** A rule worked out for a list of items. */
export interface Facet {
  readonly id: string;
  readonly single: boolean;
  readonly options: readonly FacetOption[];
}

interface FacetOption {
  readonly id: string;
  /** The items that match, a bit each, in their order. */
  readonly bits: bigint;
}

interface Narrowed {
  /** Indices of the items that fit every choice. */
  readonly indices: readonly number[];
  /** By option: the items that match it and fit the choices of all other facets. */
  readonly counts: ReadonlyMap<string, number>;
  /** By facet with a choice: the items that would fit without that choice. */
  readonly without: ReadonlyMap<string, number>;
}

/** A digit each, the first one in front; a zero before them makes a number of none. */
const bitsOf = <Item>(items: readonly Item[], has: (item: Item, index: number) => boolean): bigint =>
  BigInt(`0b0${items.map((item, i) => +has(item, i)).join('')}`);

const digits = (bits: bigint): string => bits.toString(2);
const count = (bits: bigint): number => digits(bits).split('1').length - 1;
const both = (a: bigint, b: bigint): bigint => a & b;
const either = (a: bigint, b: bigint): bigint => a | b;

/** Works out one rule, every option of it. */
export function facet<Item>(items: readonly Item[], { id, single, options, matches }: FacetRule<Item>): Facet {
  return {
    id,
    single,
    options: options.map(option => ({ id: option, bits: bitsOf(items, (item, i) => matches(item, option, i)) })),
  };
}

/** Works out the rules once for a list of items. Options and facets that tell no items apart are left out. */
export function buildFacets<Item>(items: readonly Item[], rules: readonly FacetRule<Item>[]): Facet[] {
  return rules
    .map(rule => {
      let held = 0;
      const all = facet(items, rule);
      const options = all.options.filter(({ bits }) => {
        const size = count(bits);
        const tells = size > 0 && size < items.length && !(rule.single && size === held);
        if (tells) held = size;
        return tells;
      });
      return { ...all, options };
    })
    .filter(({ options }) => options.length);
}

/**
 * Narrows items down: OR inside a facet, AND across facets.
 *
 * @param chosen - ids of options; unknown ones are ignored, and a facet without a choice lets everything through
 */
export function narrow(facets: readonly Facet[], items: readonly unknown[], chosen: ReadonlySet<string>): Narrowed {
  const all = bitsOf(items, () => true);
  const unions = facets.map(({ options }) => {
    const picked = options.filter(({ id }) => chosen.has(id)).map(({ bits }) => bits);
    return picked.length ? picked.reduce(either) : all;
  });
  const counts = new Map<string, number>();
  const without = new Map<string, number>();
  facets.forEach(({ id, options }, own) => {
    const others = unions.filter((_, i) => i !== own).reduce(both, all);
    if (options.some(({ id: option }) => chosen.has(option))) without.set(id, count(others));
    for (const { id: option, bits } of options) counts.set(option, count(both(others, bits)));
  });
  const fits = digits(unions.reduce(both, all)).padStart(items.length, '0');
  const indices = [...items.keys()].filter(i => fits[i] === '1');
  return { indices, counts, without };
}
