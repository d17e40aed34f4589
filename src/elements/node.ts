/** Makes an element without a document too: who writes pages puts his own in its place. */
export const maker = {
  make: (tag: string): HTMLElement => document.createElement(tag),
};

/** Makes an element, for what is copied many times or stands in another document; all else is a template. */
export function node<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Readonly<Record<string, unknown>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(maker.make(tag) as HTMLElementTagNameMap[Tag], properties);
  made.append(...children);
  return made;
}
