import { isServer } from 'lit';

/**
 * The reader's own variety of a language, for dates: a pack in `en` is read in Leeds and in Boston. The language itself
 * where it names a variety, or she has none.
 */
export function readerLocale(lang: string): string {
  return (!isServer && navigator.languages.find(one => one.startsWith(`${lang}-`))) || lang;
}
