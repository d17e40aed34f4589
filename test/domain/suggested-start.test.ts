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
