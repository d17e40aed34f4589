import type { Activity } from '../content/model.ts';
import { addDays, dayNumber } from './day.ts';
import { durationMinutes } from './duration.ts';

/** Hour that a plan suggests, by the first part of the day that an activity names. */
const HOURS: Readonly<Record<string, string>> = {
  morning: '10:00',
  afternoon: '15:00',
  evening: '19:00',
  weekend: '11:00',
};
const SATURDAY = 2;

/** Day and time that a plan starts from: the next Saturday that leaves time to book; none where it takes whole days. */
export function suggestedStart(one: Activity, today: string): { readonly day: string; readonly time: string } {
  const ahead = Math.ceil(durationMinutes(one.bookAhead ?? 'P1D') / 1440);
  const first = addDays(today, ahead);
  // 1 January 1970 was a Thursday.
  const day = addDays(first, (SATURDAY - (dayNumber(first) % 7) + 7) % 7);
  return { day, time: one.duration.startsWith('PT') ? (HOURS[one.daypart?.[0] ?? ''] ?? '15:00') : '' };
}
