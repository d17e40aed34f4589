import { rank } from './deck.ts';

/**
 * A UUID (version 8, RFC 9562) that follows from a text: the same text, the same UUID. The text does not show in it; who has
 * a list of texts can find out by trying them.
 */
export function stableUuid(text: string): string {
  const hex = [0, 1, 2].map(part => rank('uuid', part, text).toString(16).padStart(14, '0').slice(2)).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-8$3-a$4-$5');
}
