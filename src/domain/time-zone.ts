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
const DAY_MS = 86_400_000;
/** How far ahead the changes of the clock are written: as long as a series goes on, and a month. */
const DAYS_AHEAD = 400;

/** {@link Offsets} of a function that tells the offset at a time. */
export function offsetsOf(at: (utc: number) => number): Offsets {
  return {
    at,
    toUtc(wall) {
      // The offset before any change that could be near, then the one after.
      const [before, after] = [at(wall - DAY_MS), at(wall + DAY_MS)].map(offset => wall - offset * MINUTE_MS);
      if (before === undefined || after === undefined || at(before) * MINUTE_MS === wall - before)
        return before ?? wall;
      return at(after) * MINUTE_MS === wall - after ? after : before;
    },
  };
}

const sign = (minutes: number): string => (minutes < 0 ? '-' : '+');
const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
const offsetText = (minutes: number): string =>
  sign(minutes) + two(Math.abs(minutes) / 60) + two(Math.abs(minutes) % 60);
const wallText = (utc: number, offset: number): string =>
  new Date(utc + offset * MINUTE_MS).toISOString().replace(/[-:]|\.\d+Z/g, '');

/** First minute in [from, to) at which another offset holds than at `from`. */
function change(at: Offsets['at'], from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (at(middle) === at(from)) low = middle;
    else high = middle;
  }
  return high;
}

/** A VTIMEZONE that holds for a series that starts at a time: each change of the clock by itself, whatever its rule. */
export function timeZoneLines(zone: string, { at }: Offsets, start: number): string[] {
  const first = at(start);
  const observance = (kind: string, since: string, from: number, to: number): string[] => [
    `BEGIN:${kind}`,
    `DTSTART:${since}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ];
  const lines = observance('STANDARD', '19700101T000000', first, first);
  // Whole minutes, since the offset changes on one.
  const begin = Math.floor(start / MINUTE_MS) * MINUTE_MS;
  for (let day = 0; day < DAYS_AHEAD; day += 1) {
    const [from, to] = [begin + day * DAY_MS, begin + (day + 1) * DAY_MS];
    if (at(from) === at(to)) continue;
    const time = change(at, from, to);
    const kind = at(to) > at(from) ? 'DAYLIGHT' : 'STANDARD';
    lines.push(...observance(kind, wallText(time, at(from)), at(from), at(to)));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'];
}
