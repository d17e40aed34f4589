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
  const all = [...names].map(one => [one, distance(bare(name), bare(one))] as const);
  const [best] = all.sort((a, b) => a[1] - b[1]);
  return best && best[1] <= Math.max(1, Math.floor(best[0].length / 3)) ? best[0] : undefined;
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
