/*
 * Parameters of ours among those of the host, in a query or a fragment: `a=1&rekindle-place=home,local`. What is not ours
 * stays as it is, to the letter.
 *
 * A page that writes its address anew (`URLSearchParams`) encodes the commas too, and blanks as plus signs: so a comma separates
 * once all is decoded, and one inside a value is encoded twice.
 */

/** Values by the name of their parameter. */
export type Params = ReadonlyMap<string, readonly string[]>;

const encode = (value: string): string => encodeURIComponent(value.replace(/[%,]/g, encodeURIComponent));

const segments = (raw: string): string[] => raw.replace(/^[?#]/, '').split('&').filter(Boolean);

/** Our names have no hyphen: a longer prefix, `rekindle-2-` beside `rekindle-`, is another element's. */
const isOwn = (segment: string, prefix: string): boolean =>
  segment.startsWith(prefix) && !/^[^=]*-/.test(segment.slice(prefix.length));

/** Our parameters, without the prefix; what cannot be read is left out. */
export function readParams(raw: string, prefix: string): Params {
  const params = new Map<string, readonly string[]>();
  for (const segment of segments(raw)) {
    const [name = '', value] = segment.split('=');
    if (!isOwn(segment, prefix) || !value) continue;
    try {
      const values = decodeURIComponent(value.replaceAll('+', ' ')).split(',');
      params.set(name.slice(prefix.length), values.map(decodeURIComponent));
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
    values.length ? `${prefix}${name}=${values.map(encode).join(',')}` : [],
  );
  return [...segments(raw).filter(segment => !isOwn(segment, prefix)), ...own].join('&');
}
