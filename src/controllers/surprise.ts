import { isoWeek } from '../domain/day.ts';
import { draw, newDeck, type Deck } from '../domain/deck.ts';
import { today } from './today.ts';

const newSeed = (): string => String(globalThis.crypto?.getRandomValues(new Uint32Array(2)) ?? Date.now());

/** Seed that stands for the week: the same idea for everyone, from Monday to Sunday. */
export const WEEK = 'week';

/** Draws from what is on offer: each once before one comes again. */
export class Surprise {
  /** What was drawn last. */
  picked: string | undefined;
  /** Cards on offer that were not drawn yet. */
  remaining = 0;
  /** Whether the last draw is that of the week, which nobody asked for. */
  isOfWeek = false;
  #deck: Deck | undefined;

  draw(seed: string, ids: readonly string[]): string | undefined {
    this.#deck ??= newDeck(seed === WEEK ? isoWeek(today()) : seed || newSeed());
    const { deck, pick, remaining } = draw(this.#deck, ids);
    this.#deck = deck;
    this.picked = pick;
    this.remaining = remaining;
    this.isOfWeek = false;
    return pick;
  }

  /** Starts anew: with the idea of the week, where the seed is the week. */
  reset(seed: string, ids: readonly string[]): void {
    this.#deck = undefined;
    this.picked = undefined;
    if (seed === WEEK) {
      this.draw(seed, ids);
      this.isOfWeek = true;
    }
  }
}
