import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Stop } from '../content/model.ts';
import { withdrawnTargets } from '../domain/stops.ts';
import { listen } from './listen.ts';
import { withdrawAdvice } from './withdrawal.ts';

/** Checklists on the page. There is one class of the element, and so one list. */
const checklists = new Set<ReactiveControllerHost>();
/**
 * What the reader named on this visit, by assessment and id. It outlives the checklist that she named it in: what a danger
 * sets aside stays so until she takes it back, in that one or in the next, whatever the page or another tab does.
 */
const named = new Map<string, Stop>();

/** The dangers that the reader names: in memory alone, never scored, kept, sent or told. */
export class StopsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #all: readonly Stop[] = [];
  /** The assessment that they belong to. */
  #of = '';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
    listen(host, globalThis, ['pageshow'], event => (event as PageTransitionEvent).persisted && this.forget());
  }

  hostConnected(): void {
    checklists.add(this.#host);
  }

  hostDisconnected(): void {
    checklists.delete(this.#host);
  }

  /** All that she could name; call it in `willUpdate`. */
  open(assessment: string, all: readonly Stop[]): void {
    this.#of = assessment;
    this.#all = all;
  }

  get all(): readonly Stop[] {
    return this.#all;
  }

  /** Those that she named. */
  get raised(): readonly Stop[] {
    return this.#all.filter(({ id }) => named.has(this.#keyOf(id)));
  }

  /** Targets of the advice that is withdrawn. */
  get withdrawn(): Set<string> {
    const stops = [...named.values()];
    return withdrawnTargets(stops, new Set(stops.map(({ id }) => id)));
  }

  /** What a danger sets aside here, it sets aside in every element of the page, as long as it stands. */
  set(id: string, isRaised: boolean): void {
    const stop = this.#all.find(one => one.id === id);
    if (stop && isRaised) named.set(this.#keyOf(id), stop);
    else named.delete(this.#keyOf(id));
    this.#tell();
  }

  /** She clears what she named here. */
  clear(): void {
    this.#drop(this.raised.map(({ id }) => this.#keyOf(id)));
  }

  /** She leaves or erases the page, or it comes back from the browser's cache, perhaps to someone else: all of it goes. */
  forget(): void {
    this.#drop([...named.keys()]);
  }

  #drop(keys: readonly string[]): void {
    for (const key of keys) named.delete(key);
    // Where there was none, nobody draws anything anew.
    if (keys.length) this.#tell();
  }

  #keyOf(id: string): string {
    return `${this.#of}/${id}`;
  }

  #tell(): void {
    withdrawAdvice(this.#host, this.withdrawn);
    for (const one of checklists) one.requestUpdate();
  }
}
