/** Makes something of a text once, as of a language: its rules and formatters cost a hundred times what asking them does. */
export function byText<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return text => {
    const own = made.get(text) ?? make(text);
    made.set(text, own);
    return own;
  };
}
