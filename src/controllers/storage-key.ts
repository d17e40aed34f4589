const PREFIX = 'rekindle:v1:';

/** The id of an element, or the how many-th of its like it is, from 0; in a shadow root, after the tag and that of its host. */
function keyPartOf(element: Element): string {
  const root = element.getRootNode() as ParentNode;
  const part = element.id || [...root.querySelectorAll(element.localName)].indexOf(element);
  return root instanceof ShadowRoot ? `${root.host.localName}.${keyPartOf(root.host)}.${part}` : String(part);
}

/**
 * Under which key an element keeps something in the browser:
 * `rekindle:v1:<element>:<id of the content>:<storage-key, or id of the element, or its place among its like>`.
 *
 * @param name - of the element in the key: `tips`
 * @param id - of the content
 */
export function storageKeyOf(element: Element & { readonly storageKey: string }, name: string, id: string): string {
  return `${PREFIX}${name}:${id}:${element.storageKey || keyPartOf(element)}`;
}

/** Removes what elements on any page of this site keep in this browser; where storage is denied there is nothing. */
export function eraseStorage(): void {
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const key of Object.keys(window[area])) if (key.startsWith(PREFIX)) window[area].removeItem(key);
    } catch {
      // Denied.
    }
  }
}
