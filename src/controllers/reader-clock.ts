import type { CalendarContext } from '../domain/calendar.ts';
import { offsetsOf } from '../domain/time-zone.ts';

/** What the reader's clock says, and the place that it is set to; asked for only when something is put into a calendar. */
export function readerClock(): CalendarContext {
  return {
    now: Date.now(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    offsets: offsetsOf(utc => -new Date(utc).getTimezoneOffset()),
  };
}
