import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import {
  decodeState,
  encodeState,
  mergeEntries,
  valuesOf,
  withChanges,
  type Entries,
  type Entry,
} from '../../src/domain/saved-state.ts';

const TODAY = '2026-11-23';
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 12 })),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean())),
);
const entries: fc.Arbitrary<Entries> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), entry)
  .map(all => new Map(Object.entries(all)));
const sorted = (all: Entries): unknown => [...all].sort(([a], [b]) => (a < b ? -1 : 1));

test('two copies merge to the same, whichever comes first, and merging again changes nothing', () => {
  fc.assert(
    fc.property(entries, entries, entries, (a, b, c) => {
      const ab = mergeEntries(a, b);
      assert.deepEqual(sorted(ab), sorted(mergeEntries(b, a)));
      assert.equal(mergeEntries(ab, b), ab, 'the first itself, where nothing comes');
      assert.deepEqual(sorted(mergeEntries(ab, c)), sorted(mergeEntries(a, mergeEntries(b, c))));
    }),
  );
});

test('the last write wins, also over one that was deleted', () => {
  let state: Entries = withChanges(new Map(), [['a', 1]]);
  const old = state;
  state = withChanges(state, [['a', undefined]]);
  assert.deepEqual([...valuesOf(mergeEntries(old, state))], []);
  assert.deepEqual([...valuesOf(mergeEntries(withChanges(state, [['a', 2]]), old))], [['a', 2]]);
});

test('a write never touches another entry', () => {
  fc.assert(
    fc.property(entries, state => {
      const after = valuesOf(withChanges(state, [['e', 7]]));
      assert.deepEqual(after, new Map([...valuesOf(state), ['e', 7]]));
    }),
  );
});

test('changes that are made together have one number, later than all before; what they delete stays deleted', () => {
  const old: Entries = new Map([
    ['a', [3, 1]],
    ['b', [2, 1]],
    ['c', [1, 1]],
  ]);
  const all = withChanges(old, [
    ['b', undefined],
    ['d', 5],
  ]);
  assert.deepEqual(
    [...all],
    [
      ['a', [3, 1]],
      ['b', [4]],
      ['c', [1, 1]],
      ['d', [4, 5]],
    ],
  );
  assert.deepEqual(sorted(mergeEntries(all, old)), sorted(all));
  assert.deepEqual([...withChanges(old, [])], [...old]);
});

test('a change of all that a large state holds takes one look at it, not one for each', () => {
  const MANY = 200_000;
  const changes = Array.from({ length: MANY }, (_, i) => [`a${i}`, 1] as const);
  const all = withChanges(withChanges(new Map(), changes), changes);
  assert.deepEqual([all.size, all.get('a0')], [MANY, [2, 1]]);
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(entries, fc.string(), (all, version) => {
      const state = { version, expiresOn: TODAY, entries: all };
      const read = decodeState(encodeState(state), TODAY);
      assert.ok(typeof read === 'object');
      assert.deepEqual({ ...read, entries: sorted(read.entries) }, { ...state, entries: sorted(all) });
    }),
  );
});

test('what a page adds to lists, as Prototype.js does, changes nothing in what is written', () => {
  const state = { version: '1', expiresOn: TODAY, entries: new Map<string, Entry>([['a', [1, [true, ['b']]]]]) };
  const written = encodeState(state);
  Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, value: () => 'a text' });
  try {
    assert.equal(encodeState(state), written);
  } finally {
    delete (Array.prototype as { toJSON?: unknown }).toJSON;
  }
  assert.deepEqual(decodeState(written, TODAY), state);
});

const good = { format: 1, version: '1.0.0', expiresOn: TODAY, entries: { a: [1, 2] } };
for (const [what, text, expected] of [
  ['no JSON', '{', 'parse'],
  ['null', 'null', 'parse'],
  ['a list', '[]', 'parse'],
  ['no version', JSON.stringify({ ...good, version: 3 }), 'parse'],
  ['no day', JSON.stringify({ ...good, expiresOn: 'soon' }), 'parse'],
  ['no entries', JSON.stringify({ ...good, entries: null }), 'parse'],
  ['an entry without a revision', JSON.stringify({ ...good, entries: { a: ['x'] } }), 'parse'],
  ['another format', JSON.stringify({ ...good, format: 0 }), 'parse'],
  ['a format in a text', JSON.stringify({ ...good, format: '2' }), 'parse'],
  ['an entry of half a write', JSON.stringify({ ...good, entries: { a: [1.5, 1] } }), 'parse'],
  ['an entry after which no number is later', JSON.stringify({ ...good, entries: { a: [1e20, 1] } }), 'parse'],
  ['an entry of three', JSON.stringify({ ...good, entries: { a: [1, 2, 3] } }), 'parse'],
  ['an entry of no write', JSON.stringify({ ...good, entries: { a: [0, 1] } }), 'parse'],
  [
    'more entries than any content has',
    JSON.stringify({
      ...good,
      entries: Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`a${i}`, [1, 2]])),
    }),
    'parse',
  ],
  ['a later format', JSON.stringify({ ...good, format: 2 }), 'newer'],
  ['a day that is over', JSON.stringify({ ...good, expiresOn: '2026-11-22' }), 'expired'],
] as const) {
  test(`${what} is ${expected}`, () => assert.equal(decodeState(text, TODAY), expected));
}

test('a name of JavaScript is a name like any other', () => {
  const read = decodeState('{"format":1,"version":"1","expiresOn":"2026-11-23","entries":{"__proto__":[1,2]}}', TODAY);
  assert.ok(typeof read === 'object');
  assert.deepEqual([...valuesOf(read.entries)], [['__proto__', 2]]);
  assert.equal(({} as Record<string, unknown>)['2'], undefined);
});
