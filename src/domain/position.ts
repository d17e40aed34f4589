/** Brings an index into 0 … count − 1; 0 when there is nothing. Anything that is not a number counts as 0. */
export function clamp(index: number, count: number): number {
  return Math.min(Math.max(Math.trunc(index) || 0, 0), Math.max(count - 1, 0));
}

/** A key that moves in a row: how far, where `rtl` mirrors the arrows. Undefined for any other key. */
export function moveByKey(key: string, index: number, count: number, rtl: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return clamp(index + (rtl ? -1 : 1), count);
    case 'ArrowLeft':
      return clamp(index + (rtl ? 1 : -1), count);
    case 'Home':
      return 0;
    case 'End':
      return clamp(count - 1, count);
    default:
      return undefined;
  }
}

/**
 * Index of the card that a scroller shows.
 *
 * @param offset - distance scrolled from the start, in px; its sign does not matter (it is negative from right to left)
 * @param pageSize - width of a card in px; 0 while nothing is laid out
 */
export function indexAt(offset: number, pageSize: number, count: number): number {
  return pageSize > 0 ? clamp(Math.round(Math.abs(offset) / pageSize), count) : 0;
}
