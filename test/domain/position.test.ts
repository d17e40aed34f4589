import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { areNear, clamp, indexAt, longest, stepOfKey, windowAround, wrap } from '../../src/domain/position.ts';

const CLAMPS: readonly (readonly [index: number, count: number, expected: number])[] = [
  [-1, 6, 0],
  [0, 6, 0],
  [1, 6, 1],
  [5, 6, 5],
  [6, 6, 5],
  [7, 6, 5],
  [0, 0, 0],
  [3, 0, 0],
  [NaN, 6, 0],
  [Infinity, 6, 5],
  [2.9, 6, 2],
];

for (const [index, count, expected] of CLAMPS) {
  test(`clamps ${index} of ${count} to ${expected}`, () => assert.equal(clamp(index, count), expected));
}

test('a clamped index is always one of the row', () => {
  fc.assert(
    fc.property(fc.double(), fc.integer({ min: 1, max: 1e6 }), (index, count) => {
      const at = clamp(index, count);
      assert.ok(Number.isInteger(at) && at >= 0 && at < count);
    }),
  );
});

test('an index goes round, whatever it is', () => {
  for (const [index, count, expected] of [
    [-1, 3, 2],
    [-4, 3, 2],
    [3, 3, 0],
    [7, 3, 1],
    [0, 0, 0],
    [NaN, 3, 0],
    [2.9, 3, 2],
  ] as const) {
    assert.equal(wrap(index, count), expected, `${index} of ${count}`);
  }
});

for (const [key, rtl, expected] of [
  ['ArrowRight', false, 1],
  ['ArrowLeft', false, -1],
  ['ArrowRight', true, -1],
  ['ArrowLeft', true, 1],
  ['Home', true, -Infinity],
  ['End', true, Infinity],
  ['a', false, undefined],
] as const) {
  test(`${key} ${rtl ? 'from right to left ' : ''}moves by ${expected}`, () =>
    assert.equal(stepOfKey(key, rtl), expected));
}

test('a scroller that stands at a card shows that card', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (last, at) => {
      const index = Math.round(at * last);
      assert.equal(indexAt(index / last, last), index);
    }),
  );
});

test('a scroller with a single card shows it', () => assert.equal(indexAt(0.7, 0), 0));

test('cards are near up to a distance on either side', () => {
  for (const [a, b, distance, expected] of [
    [2, 2, undefined, true],
    [2, 3, undefined, true],
    [3, 2, undefined, true],
    [2, 4, undefined, false],
    [2, 4, 2, true],
    [5, 2, 2, false],
    [0, 1, 0, false],
  ] as const) {
    assert.equal(areNear(a, b, distance), expected, `${a} and ${b} by ${distance}`);
  }
});

test('a window holds the card and its neighbours, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 1000 }), fc.nat(), (count, at) => {
      const index = at % count;
      const window = windowAround(index, 5, count);
      const first = Math.min(Math.max(index - 2, 0), count - 5);
      assert.deepEqual(
        window,
        [0, 1, 2, 3, 4].map(place => first + place),
      );
    }),
  );
});

test('a window is no wider than the row', () => assert.deepEqual(windowAround(1, 5, 3), [0, 1, 2]));

test('the longest come first, of equal ones the earlier', () => {
  assert.deepEqual(longest([3, 9, 9, 1, 4], 3), [1, 2, 4]);
  assert.deepEqual(longest([], 3), []);
});
