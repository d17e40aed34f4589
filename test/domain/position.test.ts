import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { clamp, indexAt, moveByKey } from '../../src/domain/position.ts';

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

const KEYS: readonly (readonly [key: string, rtl: boolean, expected: number | undefined])[] = [
  ['ArrowRight', false, 3],
  ['ArrowRight', true, 1],
  ['ArrowLeft', false, 1],
  ['ArrowLeft', true, 3],
  ['Home', true, 0],
  ['End', false, 5],
  ['ArrowDown', false, undefined],
  ['a', false, undefined],
];

for (const [key, rtl, expected] of KEYS) {
  test(`${key} ${rtl ? 'from right to left ' : ''}moves from 2 to ${expected}`, () => {
    assert.equal(moveByKey(key, 2, 6, rtl), expected);
  });
}

test('keys never leave an empty or single row', () => {
  for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) {
    assert.equal(moveByKey(key, 0, 0, false), 0);
    assert.equal(moveByKey(key, 0, 1, true), 0);
  }
});

test('the index follows the offset, whatever its sign', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.double({ min: 1, max: 5000, noNaN: true }), fc.boolean(), (index, page, rtl) => {
      assert.equal(indexAt((rtl ? -1 : 1) * index * page, page, 100), index);
    }),
  );
});

test('nothing laid out is the first card', () => assert.equal(indexAt(300, 0, 6), 0));
