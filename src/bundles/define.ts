/** Registers a tag, unless the page has it already: the first one wins, silently. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
