import assert from 'node:assert/strict';
import test from 'node:test';
import { addDays } from '../../src/domain/day.ts';
import { startIndex } from '../../src/domain/start.ts';

const ids = ['one', 'two', '3-three', 'four-2'];
const day = '2026-11-23';
const facts = { today: (): string => day, isRead: (): boolean => false };

for (const [start, expected] of [
  ['2', 1],
  ['0', 0],
  ['99', 3],
  ['one', 0],
  ['3-three', 2],
  ['four-2', 3],
  ['five', undefined],
  ['', undefined],
] as const) {
  test(`start="${start}" begins with ${expected}`, () => assert.equal(startIndex(start, ids, facts), expected));
}

test('daily is another tip each day, and goes through all of them', () => {
  const days = [0, 1, 2, 3].map(later => startIndex('daily', ids, { ...facts, today: () => addDays(day, later) }));
  assert.deepEqual([...days].sort(), [0, 1, 2, 3]);
  assert.equal(startIndex('daily', ids, facts), startIndex('daily', ids, facts));
});

test('resume begins with the first that was not read, and again from the start when all were', () => {
  assert.equal(startIndex('resume', ids, { ...facts, isRead: id => id === 'one' }), 1);
  assert.equal(startIndex('resume', ids, { ...facts, isRead: () => true }), 0);
});
