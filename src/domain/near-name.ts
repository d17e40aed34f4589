/** Edits (insert, delete, replace, swap of neighbours) from one text to the other. */
function distance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = [...to, ''].map((_, i) => i);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const isSwap = i > 0 && j > 0 && from[i] === to[j - 1] && from[i - 1] === to[j];
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1),
          isSwap ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The name that was probably meant: the nearest one, hyphens and case aside, at most a third of its letters away.
 *
 * @returns undefined when none is near
 */
export function nearName(name: string, names: Iterable<string>): string | undefined {
  const meant = bare(name);
  const all = [...names].flatMap(one => {
    const most = Math.max(1, Math.floor(one.length / 3));
    // Most names of a page are far by their length alone, and one may be as long as the page.
    const by = Math.abs(meant.length - bare(one).length) > most ? Infinity : distance(meant, bare(one));
    return by <= most ? [[one, by] as const] : [];
  });
  return all.sort((a, b) => a[1] - b[1])[0]?.[0];
}

/**
 * What to do about a name that there is not.
 *
 * @param written - how the one that was meant is written
 */
export function mendOf(name: string, names: readonly string[], written = (near: string): string => near): string {
  const near = nearName(name, names);
  return near ? `Write ${written(near)}.` : `One of: ${names.join(', ')}.`;
}

/**
 * Says of a name that it is none of those that there are, and which was probably meant.
 *
 * @param kind - what it should name: `element`
 */
export function unknownName(kind: string, name: string, names: readonly string[]): string {
  const near = nearName(name, names) ?? names.find(one => name.endsWith(`-${one}`));
  return `no ${kind} ${name}: one of ${names.join(', ')}${near ? `. Write ${near}` : ''}`;
}
