import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/properties.ts';
import { buildFacets, facet, narrow, type FacetRule } from '../../src/domain/facets.ts';

interface Thing {
  readonly colours: readonly string[];
  readonly size: number;
  readonly price: number;
}

const COLOURS = ['red', 'green', 'blue'];
const RULES: readonly FacetRule<Thing>[] = [
  { id: 'colour', single: false, options: COLOURS, matches: (thing, option) => thing.colours.includes(option) },
  {
    id: 'size',
    single: true,
    options: ['size1', 'size2', 'size3'],
    matches: (thing, option) => `size${thing.size}` <= option,
  },
  {
    id: 'price',
    single: true,
    options: ['price0', 'price1'],
    matches: (thing, option) => `price${thing.price}` <= option,
  },
];
const things = (maxLength: number): fc.Arbitrary<Thing[]> =>
  fc.array(
    fc.record({
      colours: fc.subarray(COLOURS, { minLength: 1 }),
      size: fc.integer({ min: 1, max: 4 }),
      price: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength },
  );
const choices = fc.subarray([...RULES.flatMap(rule => rule.options), 'unknown']);

/** The same answer the slow, obvious way. */
const fits = (thing: Thing, chosen: readonly string[], rules: readonly FacetRule<Thing>[]): boolean =>
  rules.every(rule => {
    const own = rule.options.filter(option => chosen.includes(option));
    return !own.length || own.some(option => rule.matches(thing, option, 0));
  });

test('results and counts equal those of a plain filter', () => {
  fc.assert(
    fc.property(things(100), choices, (items, chosen) => {
      const facets = RULES.map(rule => facet(items, rule));

      const { indices, counts, without } = narrow(facets, items, new Set(chosen));

      assert.deepEqual(
        indices,
        [...items.keys()].filter(i => fits(items[i]!, chosen, RULES)),
      );
      for (const rule of RULES) {
        const others = RULES.filter(other => other !== rule);
        for (const option of rule.options) {
          const expected = items.filter(item => fits(item, chosen, others) && rule.matches(item, option, 0)).length;
          assert.equal(counts.get(option), expected, option);
        }
        const isActive = rule.options.some(option => chosen.includes(option));
        const dropped = items.filter(item => fits(item, chosen, others)).length;
        assert.equal(without.get(rule.id), isActive ? dropped : undefined, rule.id);
      }
    }),
    { numRuns: 500 },
  );
});

test('every facet and option that is left tells items apart', () => {
  fc.assert(
    fc.property(things(40), items => {
      const facets = buildFacets(items, RULES);

      for (const { id, single, options } of facets) {
        const rule = RULES.find(one => one.id === id)!;
        const sizes = options.map(option => items.filter(item => rule.matches(item, option.id, 0)).length);
        assert.ok(sizes.every(size => size > 0));
        assert.ok(sizes.every(size => size < items.length));
        if (single)
          assert.deepEqual(
            sizes,
            [...new Set(sizes)].filter(size => size < items.length),
          );
      }
    }),
  );
});

test('leaves out what all items share', () => {
  const items: Thing[] = [
    { colours: ['red'], size: 2, price: 0 },
    { colours: ['red'], size: 3, price: 0 },
  ];

  const facets = buildFacets(items, RULES);

  assert.deepEqual(
    facets.map(({ id, options }) => [id, options.map(option => option.id)]),
    [['size', ['size2']]],
  );
});

test('keeps options of a free choice that are of equal size: they hold other items', () => {
  const items = COLOURS.map((colour): Thing => ({ colours: [colour], size: 1, price: 0 }));

  assert.deepEqual(
    buildFacets(items, RULES).map(({ options }) => options.map(({ id }) => id)),
    [COLOURS],
  );
});

for (const length of [0, 1, 31, 32, 33, 64, 65]) {
  test(`no choice lets all ${length} items through`, () => {
    const items = Array.from({ length }, (): Thing => ({ colours: ['red'], size: 1, price: 0 }));

    const { indices, counts } = narrow([facet(items, RULES[0]!)], items, new Set());

    assert.equal(indices.length, length);
    assert.equal(counts.get('red'), length);
    assert.equal(counts.get('blue'), 0);
  });
}
