/** A day in words: 23 November 2026, as the language writes it. */
export function longDate(day: string, lang: string): string {
  return new Date(day).toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' });
}
