import { basic, timeZoneLines, type Offsets } from './time-zone.ts';
import { stableUuid } from './uuid.ts';

/* Calendar files by RFC 5545 (iCalendar) and 7986. */

/** Something in a calendar. */
export interface CalendarEvent {
  /** Makes the UID, together with the start: the same plan twice is one entry. Never shown; who has a list of keys can find it. */
  readonly key: string;
  readonly title: string;
  readonly notes: string;
  /** Local start: `2026-11-30T19:00`, or `2026-11-30` for something that takes whole days. */
  readonly start: string;
  /** Length in minutes; what takes whole days takes at least one. */
  readonly minutes: number;
  readonly repeat?: Repeat | undefined;
  /** Marks it as private. */
  readonly isPrivate?: boolean;
}

export type Repeat = 'weekly' | 'monthly';

/** What a calendar must know of the clock and the place. */
export interface CalendarContext {
  /** Time of the writing, in milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the reader's time zone. */
  readonly zone: string;
  readonly offsets: Offsets;
}

const DAY_MIN = 1440;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A series goes on for a year: long enough for a habit, and what the time zone does that long is known. */
const TIMES: Readonly<Record<Repeat, number>> = { weekly: 52, monthly: 12 };

/** Whether it takes whole days, not hours. */
export function isAllDay({ start }: Pick<CalendarEvent, 'start'>): boolean {
  return !start.includes('T');
}

/**
 * Whether it is written as a day or a local time that can be planned. Years at either end cannot: its end, its series or its
 * UTC could be in one that calendars cannot write, which know four digits.
 */
export function isStart(local: string): boolean {
  return /^(?!0000|999)\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(local);
}

/**
 * Local time as if it were UTC, in milliseconds.
 *
 * @throws RangeError for what is no start, and for a day that its month does not have
 */
export function wallClock(local: string): number {
  const time = isStart(local) ? Date.parse(local.includes('T') ? `${local}:00Z` : local) : NaN;
  // Date goes on in the next month.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(local))
    throw new RangeError(`the start should be a day or a local time like 2026-11-30T19:00, not ${local}`);
  return time;
}

/** `20261130` */
export function basicDay(time: number): string {
  return basic(time).slice(0, 8);
}

/**
 * Start and end (the first moment after it) as the clock on the wall shows them, in milliseconds as if it were UTC.
 *
 * @throws RangeError as {@link wallClock}
 */
export function span(event: Pick<CalendarEvent, 'start' | 'minutes'>): readonly [start: number, end: number] {
  const start = wallClock(event.start);
  const minutes = isAllDay(event) ? Math.max(1, Math.ceil(event.minutes / DAY_MIN)) * DAY_MIN : event.minutes;
  return [start, start + minutes * 60_000];
}

/**
 * The rule of a series: the same day of each week, or the same one (second Friday, last Friday) of each month.
 *
 * @throws RangeError for a `repeat` that is none, and as {@link wallClock}
 */
export function repeatRule({ start, repeat }: Pick<CalendarEvent, 'start' | 'repeat'>): string {
  if (!repeat) return '';
  if (!Object.hasOwn(TIMES, repeat)) throw new RangeError(`repeat should be weekly or monthly, not ${String(repeat)}`);
  const day = new Date(wallClock(start));
  const date = day.getUTCDate();
  const nth = date > 28 ? -1 : Math.ceil(date / 7);
  const by = repeat === 'monthly' ? `;BYDAY=${nth}${DAYS[day.getUTCDay()]}` : '';
  return `FREQ=${repeat.toUpperCase()}${by};COUNT=${TIMES[repeat]}`;
}

/** An octet that is not a plain letter becomes `%XX`. */
const octets = (text: string): number => encodeURIComponent(text).replace(/%../g, '.').length;

/** Longest line, in octets. */
const LINE = 75;

/** Folds a line between characters as people see them; one that alone is longer than a line, between its code points. */
function fold(line: string): string {
  let size = 0;
  let folded = '';
  const add = (piece: string): void => {
    const more = octets(piece);
    if (more > LINE - 1 && [...piece].length > 1) return [...piece].forEach(add);
    if (size + more > LINE) {
      folded += '\r\n ';
      size = 1;
    }
    folded += piece;
    size += more;
  };
  for (const { segment } of new Intl.Segmenter('en').segment(line)) add(segment);
  return folded;
}

/** Escapes a text; control characters and halves of characters, which no calendar can read, go. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]|\p{Surrogate}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/**
 * Writes a calendar file. Whole days are dates; one hour is told in UTC, which every calendar understands; a series keeps
 * the clock of its place across summer time, and so brings the rules of its time zone.
 *
 * @throws RangeError for a start or a `repeat` that is none
 */
export function calendarFile(event: CalendarEvent, { now, zone, offsets }: CalendarContext): string {
  const { key, title, notes, start, repeat, isPrivate } = event;
  const [from, to] = span(event);
  const allDay = isAllDay(event);
  const inZone = repeat && !allDay && zone !== 'UTC';
  const time = (name: string, wall: number): string => {
    if (allDay) return `${name};VALUE=DATE:${basicDay(wall)}`;
    if (inZone) return `${name};TZID=${zone}:${basic(wall)}`;
    return `${name}:${basic(offsets.toUtc(from) + wall - from)}Z`;
  };
  const rule = repeatRule(event);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    // Whoever opens a private file learns no more than its title.
    `PRODID:-//${isPrivate ? 'plan' : 'rekindle'}//EN`,
    ...(inZone ? timeZoneLines(zone, offsets, offsets.toUtc(from)) : []),
    'BEGIN:VEVENT',
    `UID:${stableUuid(`${key}/${start}`)}`,
    `DTSTAMP:${basic(now)}Z`,
    time('DTSTART', from),
    time('DTEND', to),
    rule && `RRULE:${rule}`,
    `SUMMARY:${escapeText(title)}`,
    notes && `DESCRIPTION:${escapeText(notes)}`,
    allDay && 'TRANSP:TRANSPARENT',
    isPrivate && 'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => (line ? `${fold(line)}\r\n` : '')).join('');
}
