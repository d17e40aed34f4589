import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays, dayNumber, isDay } from '../../src/domain/day.ts';
import { countWords, readingTime } from '../../src/domain/reading-time.ts';
import { startIndex } from '../../src/domain/start.ts';

const ids = ['one', 'two', 'three'];
const day = '2026-11-23';
const facts = { today: (): string => day, isRead: (): boolean => false };

for (const [start, expected] of [
  ['2', 1],
  ['0', 0],
  ['99', 2],
  ['three', 2],
  ['four', undefined],
  ['', undefined],
] as const) {
  test(`start="${start}" begins with ${expected}`, () => assert.equal(startIndex(start, ids, facts), expected));
}

test('daily is another tip each day, and goes through all of them', () => {
  const days = [0, 1, 2].map(later => startIndex('daily', ids, { ...facts, today: () => addDays(day, later) }));
  assert.deepEqual([...days].sort(), [0, 1, 2]);
  assert.equal(startIndex('daily', ids, facts), startIndex('daily', ids, facts));
});

test('resume begins with the first that was not read, and again from the start when all were', () => {
  assert.equal(startIndex('resume', ids, { ...facts, isRead: id => id === 'one' }), 1);
  assert.equal(startIndex('resume', ids, { ...facts, isRead: () => true }), 0);
});

test('days add up over months, years and leap years', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 3650 }), (day, later) => {
      const from = addDays('1970-01-01', day);
      assert.equal(dayNumber(addDays(from, later)) - dayNumber(from), later);
      assert.ok(isDay(from));
    }),
  );
});

test('only dates are days', () => {
  for (const value of ['2026-13-01', '2026-1-1', '', 5, undefined]) assert.equal(isDay(value), false, String(value));
});

test('words count in scripts with and without spaces, and take their time', () => {
  assert.equal(countWords('It’s a well-kept garden.'), 4);
  assert.equal(countWords('毎日少しずつ'), 3);
  assert.equal(countWords(''), 0);
  assert.ok(readingTime('word '.repeat(200)) > 60_000);
  assert.ok(readingTime('') >= 2000);
});
