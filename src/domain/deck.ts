/**
 * A deck that survives any change of its cards: nothing is shuffled or stored but what was drawn. Each card has a rank
 * that follows from the seed, the round and its id; the highest one that was not drawn yet comes next.
 */
export interface Deck {
  readonly seed: string;
  /** From 0; one more each time that the cards on offer are used up. */
  readonly round: number;
  readonly drawn: ReadonlySet<string>;
  readonly last?: string;
}

export interface Draw {
  readonly deck: Deck;
  /** Undefined when no card is on offer. */
  readonly pick: string | undefined;
  /** Cards on offer that are still to come before one is repeated. */
  readonly remaining: number;
}

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

/** A deck of which nothing was drawn. */
export function newDeck(seed: string): Deck {
  return { seed, round: 0, drawn: new Set() };
}

/**
 * Draws a card. No card repeats before all on offer were drawn; then a new round starts, and not with the last card
 * unless it is the only one.
 *
 * @param ids - the cards on offer now, each once
 */
export function draw(deck: Deck, ids: readonly string[]): Draw {
  let { round, drawn } = deck;
  let offer = ids.filter(id => !drawn.has(id));
  if (!offer.length && ids.length) {
    round += 1;
    drawn = new Set([...drawn].filter(id => !ids.includes(id)));
    offer = ids.length > 1 ? ids.filter(id => id !== deck.last) : [...ids];
  }
  const ranks = new Map(offer.map(id => [id, rank(deck.seed, round, id)]));
  const pick = offer.length
    ? offer.reduce((best, id) => ((ranks.get(id) ?? 0) > (ranks.get(best) ?? 0) ? id : best))
    : undefined;
  if (pick === undefined) return { deck, pick, remaining: 0 };
  const next: Deck = { seed: deck.seed, round, drawn: new Set(drawn).add(pick), last: pick };
  return { deck: next, pick, remaining: ids.filter(id => !next.drawn.has(id)).length };
}
