/**
 * An id made of a text: the same for the same words, wherever and whenever they stand, so that what a reader keeps finds them.
 * 32 bits, enough to tell the items of a page apart; those with the same words share it.
 */
export function textId(text: string): string {
  return `tip-${[...text].reduce((hash, char) => Math.imul(hash, 31) ^ char.charCodeAt(0), 0) >>> 0}`;
}
