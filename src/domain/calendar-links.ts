import { basicDay, isAllDay, repeatRule, span, type CalendarContext, type CalendarEvent } from './calendar.ts';
import { DAY_MS } from './day.ts';
import { basic } from './time-zone.ts';

/** The calendars on the web that take an entry by a link. */
export const CALENDARS = ['google', 'outlook', 'office365', 'yahoo'] as const;
export type CalendarName = (typeof CALENDARS)[number];

/** Spaces as %20: some calendars show a plus. Halves of characters, which cannot be encoded, go. */
const link = (address: string, values: Readonly<Record<string, string | undefined>>): string =>
  `https://${address}?${Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value = '']) => `${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''))}`)
    .join('&')}`;

/**
 * A link that opens a calendar with the entry filled in; the reader saves it there.
 *
 * @returns undefined where that calendar's links cannot carry it: a series (all but Google), several whole days (Yahoo)
 * @throws RangeError for a start or a `repeat` that is none
 */
export function calendarLink(
  name: CalendarName,
  event: CalendarEvent,
  { zone, offsets }: Pick<CalendarContext, 'zone' | 'offsets'>,
): string | undefined {
  const { title, notes } = event;
  const [from, to] = span(event);
  const allDay = isAllDay(event);
  const utc = allDay ? 0 : offsets.toUtc(from) - from;
  const form = (time: number): string => (allDay ? basicDay(time) : `${basic(time + utc)}Z`);
  const rule = repeatRule(event);
  if (name === 'google') {
    return link('calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      details: notes,
      dates: `${form(from)}/${form(to)}`,
      ctz: allDay ? '' : zone,
      recur: rule && `RRULE:${rule}`,
    });
  }
  if (rule) return undefined;
  if (name === 'yahoo') {
    if (allDay && to - from > DAY_MS) return undefined;
    return link('calendar.yahoo.com/', {
      v: '60',
      title,
      st: form(from),
      ...(allDay ? { dur: 'allday' } : { et: form(to) }),
      desc: notes,
    });
  }
  const iso = (time: number): string =>
    allDay ? new Date(time).toISOString().slice(0, 10) : new Date(time + utc).toISOString().replace('.000', '');
  return link(`outlook.${name === 'outlook' ? 'live' : 'office'}.com/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    body: notes,
    startdt: iso(from),
    enddt: iso(to),
    allday: allDay ? 'true' : '',
  });
}
