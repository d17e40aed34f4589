/** What an attribute names: words separated by spaces. */
export function namesIn(list: string): readonly string[] {
  return list.split(/\s+/).filter(Boolean);
}

/** The sections that a list of ids names, in their own order; all of them where it names none. */
export function chosenSections<Section extends { readonly id: string }>(
  sections: readonly Section[],
  ids: string,
): readonly Section[] {
  const names = namesIn(ids);
  const chosen = sections.filter(({ id }) => names.includes(id));
  return chosen.length ? chosen : sections;
}
