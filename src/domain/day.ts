/* A day is an ISO 8601 date, such as 2026-11-23: it compares as text, and knows no time zone. */

export const DAY_MS = 86_400_000;

/** Whether a value is written as the date of a day; some days that no month has, such as 31 February, pass. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** Days since 1 January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** The day that is `days` later. */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** ISO 8601 week of a day: `2026-W48`. */
export function isoWeek(day: string): string {
  // The week belongs to the year of its Thursday; 1 January 1970 was one.
  const thursday = dayNumber(day) - ((dayNumber(day) + 3) % 7) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
