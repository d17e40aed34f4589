import type { Activity } from '../../src/content/model.ts';

/** An idea for two, at its simplest. */
export const idea = (change: Partial<Activity> = {}): Activity => ({
  id: 'a',
  title: 'A walk',
  summary: 'Out of the door.',
  for: ['two'],
  duration: 'PT1H',
  cost: 0,
  place: 'outdoors',
  energy: 1,
  ...change,
});
