import { byText } from './by-text.ts';

/** Length of an activity: whole days, or hours and minutes. */
export interface Duration {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

const ISO = /^P(?:(\d{1,3})D|T(?:(\d{1,2})H)?(?:(\d{1,4})M)?)$/;

/**
 * Reads an ISO 8601 duration of days, or of hours and minutes, as RFC 5545 §3.3.6 allows it (no years, no months).
 *
 * @returns undefined for anything else and for nothing at all (`PT`, `P0D`)
 */
export function parseDuration(iso: string): Duration | undefined {
  const match = ISO.exec(iso);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0] = match.slice(1).map(part => Number(part ?? 0));
  if (days + hours + minutes === 0) return undefined;
  return { days, hours: hours + Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** Whether {@link parseDuration} can read it. */
export function isDuration(iso: string): boolean {
  return parseDuration(iso) !== undefined;
}

/** Minutes of a duration; a day counts 24 hours, something unreadable counts 0. Thousands of activities share a few. */
export const durationMinutes = byText(iso => {
  const duration = parseDuration(iso);
  return duration ? (duration.days * 24 + duration.hours) * 60 + duration.minutes : 0;
});

/**
 * A duration in words.
 *
 * @param say - the words for a number of `minutes`, `hours` or `days`
 */
export function durationWords(iso: string, say: (unit: keyof Duration, count: number) => string): string {
  const duration = parseDuration(iso);
  if (!duration) return '';
  return (['days', 'hours', 'minutes'] as const)
    .filter(unit => duration[unit] > 0)
    .map(unit => say(unit, duration[unit]))
    .join(' ');
}
