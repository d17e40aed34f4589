/** Makes something of a language once: rules and formatters cost a hundred times what asking them does, and each render asks. */
export function byLanguage<T>(make: (lang: string) => T): (lang: string) => T {
  const made = new Map<string, T>();
  return lang => {
    const own = made.get(lang) ?? make(lang);
    made.set(lang, own);
    return own;
  };
}
