import type { Stop } from '../content/model.ts';
import { withdrawnTargets } from '../domain/stops.ts';
import { checklists } from './exit-place.ts';
import { withdrawAdvice } from './withdrawal.ts';

/**
 * What the reader named on this visit, by assessment and id. It outlives the checklist that she named it in: what a danger
 * sets aside stays so until she takes it back, in that one or in the next, whatever the page or another tab does.
 */
const named = new Map<string, Stop>();
/** Targets of the advice that they withdraw. */
let withdrawn = new Set<string>();

/** @param from - where in the page it happened */
const tell = (from: Node): void => {
  withdrawn = withdrawnTargets([...named.values()]);
  withdrawAdvice(from, withdrawn);
  for (const one of checklists) one.requestUpdate();
};

const drop = (keys: readonly string[], from: Node): void => {
  for (const key of keys) named.delete(key);
  // Where there was none, nobody draws anything anew.
  if (keys.length) tell(from);
};

const forget = (from: Node): void => drop([...named.keys()], from);

/** The page comes back from the browser's cache, perhaps to someone else, and perhaps without a checklist. */
const onShow = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) forget(document);
};

/** The dangers that the reader names: in memory alone, never scored, kept, sent or told. */
export class StopsController {
  readonly #host: Element;
  /** All that she could name. */
  all: readonly Stop[] = [];
  /** The assessment that they belong to. */
  #of = '';

  constructor(host: Element) {
    this.#host = host;
  }

  /** Call it in `willUpdate`. */
  open(assessment: string, all: readonly Stop[]): void {
    this.#of = assessment;
    this.all = all;
  }

  /** Those that she named. */
  get raised(): readonly Stop[] {
    return this.all.filter(({ id }) => named.has(this.#keyOf(id)));
  }

  /** Targets of the advice that is withdrawn. */
  get withdrawn(): ReadonlySet<string> {
    return withdrawn;
  }

  /** What a danger sets aside here, it sets aside in every element of the page, as long as it stands. */
  set(id: string, isRaised: boolean): void {
    // Once for the page, as it is the same function.
    window.addEventListener('pageshow', onShow);
    const stop = this.all.find(one => one.id === id);
    if (stop && isRaised) named.set(this.#keyOf(id), stop);
    else named.delete(this.#keyOf(id));
    tell(this.#host);
  }

  /** She clears what she named here. */
  clear(): void {
    drop(
      this.raised.map(({ id }) => this.#keyOf(id)),
      this.#host,
    );
  }

  /** She leaves or erases the page: all of it goes. */
  forget(): void {
    forget(this.#host);
  }

  #keyOf(id: string): string {
    return `${this.#of}/${id}`;
  }
}
