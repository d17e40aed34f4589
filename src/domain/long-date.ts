import { byLanguage } from './by-language.ts';

const formatOf = byLanguage(lang => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }));

/** A day in words: 23 November 2026, as the language writes it. */
export function longDate(day: string, lang: string): string {
  return formatOf(lang).format(new Date(day));
}
