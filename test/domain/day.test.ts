import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { addDays, dayNumber, isDay, isoWeek } from '../../src/domain/day.ts';

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
  const others = ['2026-13-01', '2026-1-1', '', '2026-11-23T10:00', '-2026-11-23', ['2026-11-23'], 5, undefined];
  for (const value of others) assert.equal(isDay(value), false, String(value));
});

const WEEKS: readonly (readonly [day: string, week: string])[] = [
  ['2026-11-23', '2026-W48'],
  ['2026-11-29', '2026-W48'],
  ['2026-11-30', '2026-W49'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['1969-12-29', '1970-W01'],
];
for (const [day, week] of WEEKS) test(`${day} is in ${week}`, () => assert.equal(isoWeek(day), week));
