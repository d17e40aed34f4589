import type { Activity } from '../content/model.ts';
import { durationMinutes } from './duration.ts';
import type { FacetRule } from './facets.ts';

/** What tells activities apart. Ids are keys of messages, or durations. */
export const activityRules: readonly FacetRule<Activity>[] = [
  { id: 'who', single: false, options: ['two', 'self'], matches: (one, who) => one.for.some(each => each === who) },
  {
    id: 'place',
    single: false,
    options: ['home', 'local', 'outdoors', 'away', 'online'],
    matches: (one, place) => one.place === place,
  },
  {
    id: 'time',
    single: true,
    options: ['PT30M', 'PT1H', 'PT2H', 'PT4H', 'P1D'],
    matches: (one, limit) => durationMinutes(one.duration) <= durationMinutes(limit),
  },
  {
    id: 'cost',
    single: true,
    options: ['cost0', 'cost1', 'cost2'],
    matches: (one, limit) => `cost${one.cost}` <= limit,
  },
  {
    id: 'energy',
    single: true,
    options: ['energy1', 'energy2'],
    matches: (one, limit) => `energy${one.energy}` <= limit,
  },
];
