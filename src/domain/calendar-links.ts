import { basic, isAllDay, repeatRule, span, type CalendarContext, type CalendarEvent } from './calendar.ts';

/** The calendars on the web that take an entry by a link. */
export const CALENDARS = ['google', 'outlook', 'office365', 'yahoo'] as const;
export type CalendarName = (typeof CALENDARS)[number];

const DAY_MS = 86_400_000;

/** Spaces as %20: some calendars show a plus. Halves of characters, which cannot be encoded, go. */
const query = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''))}` : []))
    .join('&');

/**
 * A link that opens a calendar with the entry filled in; the reader saves it there.
 *
 * @returns undefined where that calendar's links cannot carry it: a series (all but Google), several whole days (Yahoo)
 */
export function calendarLink(
  name: CalendarName,
  event: CalendarEvent,
  { zone, offsets }: Pick<CalendarContext, 'zone' | 'offsets'>,
): string | undefined {
  const { title, notes } = event;
  const allDay = isAllDay(event);
  const [from, to] = span(event);
  const utc = allDay ? 0 : offsets.toUtc(from) - from;
  const [start, end] = [from + utc, to + utc];
  const form = (time: number): string => (allDay ? basic(time, 'date') : `${basic(time)}Z`);
  const rule = repeatRule(event);
  if (name === 'google') {
    return `https://calendar.google.com/calendar/render?${query({
      action: 'TEMPLATE',
      text: title,
      details: notes,
      dates: `${form(start)}/${form(end)}`,
      ctz: allDay ? '' : zone,
      recur: rule && `RRULE:${rule}`,
    })}`;
  }
  if (rule || (name === 'yahoo' && allDay && end - start > DAY_MS)) return undefined;
  if (name === 'yahoo') {
    const length = allDay ? { st: form(start), dur: 'allday' } : { st: form(start), et: form(end) };
    return `https://calendar.yahoo.com/?${query({ v: '60', title, ...length, desc: notes })}`;
  }
  const iso = (time: number): string => {
    const text = new Date(time).toISOString();
    return allDay ? text.slice(0, 10) : text.replace('.000', '');
  };
  return `https://outlook.${name === 'outlook' ? 'live' : 'office'}.com/calendar/0/deeplink/compose?${query({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    body: notes,
    startdt: iso(start),
    enddt: iso(end),
    allday: allDay ? 'true' : '',
  })}`;
}
