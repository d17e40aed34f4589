/*
 * Parameters of ours among those of the host, in a query or a fragment: `a=1&rekindle-place=home,local`. What is not ours
 * stays as it is, to the letter.
 */

/** Values by the name of their parameter. */
export type Params = ReadonlyMap<string, readonly string[]>;

const segments = (raw: string): string[] => raw.replace(/^[?#]/, '').split('&').filter(Boolean);

/** Our parameters, without the prefix; what cannot be read is left out. */
export function readParams(raw: string, prefix: string): Params {
  const params = new Map<string, readonly string[]>();
  for (const segment of segments(raw)) {
    const [name = '', value] = segment.split('=');
    if (!name.startsWith(prefix) || !value) continue;
    try {
      params.set(name.slice(prefix.length), value.split(',').map(decodeURIComponent));
    } catch {
      // A percent sign that starts nothing: someone else's, or cut off on its way.
    }
  }
  return params;
}

/** The text with our parameters in place of those that were there; one without values is left out. */
export function writeParams(
  raw: string,
  prefix: string,
  params: Iterable<readonly [name: string, values: readonly string[]]>,
): string {
  const own = [...params].flatMap(([name, values]) =>
    values.length ? `${prefix}${name}=${values.map(encodeURIComponent).join(',')}` : [],
  );
  return [...segments(raw).filter(segment => !segment.startsWith(prefix)), ...own].join('&');
}
