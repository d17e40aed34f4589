import { DAY_MS } from './day.ts';

/** What the reader's clock does. */
export interface Offsets {
  /** Minutes that the clock on the wall is ahead of UTC at a time, in milliseconds since 1970. */
  at(utc: number): number;
  /**
   * UTC of a time on the wall, given as if it were UTC. A time that the clock skips is told with the offset before it; of
   * one that comes twice the first is meant (RFC 5545 §3.3.5).
   */
  toUtc(wall: number): number;
}

const MINUTE_MS = 60_000;
/** How far ahead the changes of the clock are written: as long as a series goes on, and a month. */
const DAYS_AHEAD = 400;

/** {@link Offsets} of a function that tells the offset at a time. */
export function offsetsOf(at: (utc: number) => number): Offsets {
  return {
    at,
    toUtc(wall) {
      // By the offset before any change that could be near, then by the one after.
      const before = wall - at(wall - DAY_MS) * MINUTE_MS;
      const after = wall - at(wall + DAY_MS) * MINUTE_MS;
      return [before, after].find(utc => utc + at(utc) * MINUTE_MS === wall) ?? before;
    },
  };
}

/** `20261130T190000` */
export function basic(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+Z/g, '');
}

const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, '0');
const offsetText = (minutes: number): string => (minutes < 0 ? '-' : '+') + two(minutes / 60) + two(minutes % 60);

/** A VTIMEZONE that holds for a series that starts at a time: each change of the clock by itself, whatever its rule. */
export function timeZoneLines(zone: string, { at }: Offsets, start: number): string[] {
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  const add = (since: string, from: number, to: number): void => {
    const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
    lines.push(
      `BEGIN:${kind}`,
      `DTSTART:${since}`,
      `TZOFFSETFROM:${offsetText(from)}`,
      `TZOFFSETTO:${offsetText(to)}`,
      `END:${kind}`,
    );
  };
  // Whole minutes, since the offset changes on one; a day before, since the series may start in the very hour that is skipped.
  const begin = start - (start % MINUTE_MS) - DAY_MS;
  add('19700101T000000', at(begin), at(begin));
  for (let day = begin; day < begin + DAYS_AHEAD * DAY_MS; day += DAY_MS) {
    const [from, to] = [at(day), at(day + DAY_MS)];
    if (from === to) continue;
    let time = day;
    while (at(time) === from) time += MINUTE_MS;
    add(basic(time + from * MINUTE_MS), from, to);
  }
  return [...lines, 'END:VTIMEZONE'];
}
