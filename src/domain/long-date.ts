import { byText } from './by-text.ts';

const formatOf = byText(lang => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }));

/** A day in words: 23 November 2026, as the language writes it; as it stands where there is no such day, or no such language. */
export function longDate(day: string, lang: string): string {
  try {
    return formatOf(lang).format(new Date(day));
  } catch {
    return day;
  }
}
