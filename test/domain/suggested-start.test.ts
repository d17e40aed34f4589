import assert from 'node:assert/strict';
import test from 'node:test';
import { suggestedStart } from '../../src/domain/suggested-start.ts';
import { idea } from '../support/idea.ts';

test('a plan starts on a Saturday that leaves time to book, at an hour of its part of the day', () => {
  assert.deepEqual(suggestedStart(idea({ daypart: ['evening'] }), '2026-11-23'), { day: '2026-11-28', time: '19:00' });
  assert.deepEqual(suggestedStart(idea(), '2026-11-28'), { day: '2026-12-05', time: '15:00' });
  assert.deepEqual(suggestedStart(idea({ bookAhead: 'P7D' }), '2026-11-23'), { day: '2026-12-05', time: '15:00' });
  assert.deepEqual(suggestedStart(idea({ duration: 'P2D' }), '2026-11-23'), { day: '2026-11-28', time: '' });
});

for (const [daypart, time] of [
  ['morning', '10:00'],
  ['afternoon', '15:00'],
  ['evening', '19:00'],
  ['weekend', '11:00'],
] as const) {
  test(`what is for the ${daypart} starts at ${time}`, () =>
    assert.equal(suggestedStart(idea({ daypart: [daypart] }), '2026-11-23').time, time));
}

for (const [today, bookAhead, day] of [
  ['2026-11-27', 'P1D', '2026-11-28'],
  ['2026-11-28', 'P1D', '2026-12-05'],
  ['2026-11-29', 'P1D', '2026-12-05'],
  ['2026-11-27', 'PT24H', '2026-11-28'],
  ['2026-11-27', 'PT25H', '2026-12-05'],
  ['2026-11-27', 'PT2H', '2026-11-28'],
] as const) {
  test(`what is booked ${bookAhead} ahead on ${today} is on ${day}`, () =>
    assert.equal(suggestedStart(idea({ bookAhead }), today).day, day));
}
