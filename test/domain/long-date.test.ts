import assert from 'node:assert/strict';
import test from 'node:test';
import { longDate } from '../../src/domain/long-date.ts';

test('a day is written as its language does, each time, whatever was asked before', () => {
  for (let i = 0; i < 2; i++) {
    assert.equal(longDate('2026-11-23', 'en'), 'November 23, 2026');
    assert.equal(longDate('2026-11-23', 'en-NZ'), '23 November 2026');
    assert.equal(longDate('2027-01-01', 'de'), '1. Januar 2027');
  }
});

test('a day that no month has, and a language that there is not, leave the day as it stands', () => {
  for (const day of ['2026-13-01', '2026-11-00', '2026-19-39', 'soon']) assert.equal(longDate(day, 'en'), day);
  assert.equal(longDate('2026-11-23', 'en_US'), '2026-11-23');
});

test('a formatter of a language is made once', t => {
  const made = t.mock.method(Intl, 'DateTimeFormat');
  for (const day of ['2026-11-23', '2026-11-24']) longDate(day, 'fr');
  assert.equal(made.mock.callCount(), 1);
});
