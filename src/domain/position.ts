/** Brings an index into 0 … count − 1; 0 when there is nothing. Anything that is not a number counts as 0. */
export function clamp(index: number, count: number): number {
  return Math.min(Math.max(Math.trunc(index) || 0, 0), Math.max(count - 1, 0));
}

/** Brings an index into 0 … count − 1 by going round: −1 is the last one, `count` the first. */
export function wrap(index: number, count: number): number {
  return count > 0 ? (((Math.trunc(index) || 0) % count) + count) % count : 0;
}

/** A key that moves in a row: how far, where `rtl` mirrors the arrows. Undefined for any other key. */
export function stepOfKey(key: string, rtl: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return rtl ? -1 : 1;
    case 'ArrowLeft':
      return rtl ? 1 : -1;
    case 'Home':
      return -Infinity;
    case 'End':
      return Infinity;
    default:
      return undefined;
  }
}

/**
 * Index of the card that a scroller shows.
 *
 * @param share - how far it is scrolled, 0 at the first card to 1 at the last that it can start with
 * @param last - index of the last card that it can start with
 */
export function indexAt(share: number, last: number): number {
  return clamp(Math.round(share * last), last + 1);
}

/**
 * Whether two cards are next to each other, or the same.
 *
 * @param distance - how many places apart still counts
 */
export function areNear(a: number, b: number, distance = 1): boolean {
  return Math.abs(a - b) <= distance;
}

/** Indices of the `size` cards around one of them, or between two, in order; all of them where there are no more. */
export function windowAround(index: number, size: number, count: number): number[] {
  const length = Math.min(size, count);
  const first = clamp(index - Math.floor(size / 2), count - length + 1);
  return [...Array(length).keys()].map(place => first + place);
}

/**
 * Indices of the longest texts.
 *
 * @param lengths - how long each is, in any unit
 * @returns at most `most` of them, the longest first; of equal ones the earlier
 */
export function longest(lengths: readonly number[], most: number): number[] {
  const at = (index: number): number => lengths[index] ?? 0;
  return [...lengths.keys()].sort((a, b) => at(b) - at(a)).slice(0, most);
}
