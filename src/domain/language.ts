/** Whether a text is a language tag (BCP 47) that formats of dates, numbers and orders take. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The language of a tag, without script and region: `en` of `en-GB`. */
export function languageOf(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0];
}
