/**
 * Rank of a card: 53 bits of cyrb53, a public-domain hash.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function rank(seed: string, round: number, id: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const char of `${seed}/${round}/${id}`) {
    const code = char.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x100000000 * (low & 0x1fffff) + (high >>> 0);
}

/**
 * A deck that survives any change of its cards: nothing is shuffled or stored but what was drawn. Each card has a rank
 * that follows from the seed, the round and its id; the highest one that was not drawn yet comes next.
 */
export class Deck {
  /** The card that was drawn last. */
  last: string | undefined;
  /** Cards on offer at the last draw that are still to come before one is repeated. */
  remaining = 0;
  readonly #seed: string;
  #round = 0;
  readonly #drawn = new Set<string>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  /**
   * Draws a card. No card repeats before all on offer were drawn; then a new round starts, and not with the last card
   * unless it is the only one.
   *
   * @param ids - the cards on offer now, each once
   * @returns undefined when no card is on offer
   */
  draw(ids: readonly string[]): string | undefined {
    const left = (): string[] => ids.filter(id => !this.#drawn.has(id));
    let offer: readonly string[] = left();
    this.remaining = 0;
    if (!ids.length) return undefined;
    if (!offer.length) {
      this.#round += 1;
      for (const id of ids) this.#drawn.delete(id);
      offer = ids.length > 1 ? ids.filter(id => id !== this.last) : ids;
    }
    let highest = -1;
    for (const id of offer) {
      const own = rank(this.#seed, this.#round, id);
      if (own > highest) [highest, this.last] = [own, id];
    }
    this.#drawn.add(this.last as string);
    this.remaining = left().length;
    return this.last;
  }
}
