import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Stop } from '../content/model.ts';
import { withdrawnTargets } from '../domain/stops.ts';
import { withdrawAdvice } from './withdrawal.ts';

/** The dangers that the reader names: in memory alone, never scored, kept, sent or told. */
export class StopsController implements ReactiveController {
  /** All that she could name; set it in `willUpdate`. */
  all: readonly Stop[] = [];
  readonly #host: ReactiveControllerHost & Node;
  readonly #ids = new Set<string>();
  /** What the elements of the page were told to set aside. */
  #told = '';

  constructor(host: ReactiveControllerHost & Node) {
    this.#host = host;
    host.addController(this);
  }

  /** Those that she named. */
  get raised(): readonly Stop[] {
    return this.all.filter(({ id }) => this.#ids.has(id));
  }

  /** Targets of the advice that is withdrawn. */
  get withdrawn(): Set<string> {
    return withdrawnTargets(this.all, this.#ids);
  }

  set(id: string, isRaised: boolean): void {
    if (isRaised) this.#ids.add(id);
    else this.#ids.delete(id);
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#ids.clear();
  }

  /** What a danger sets aside here, it sets aside in every element of the page, as long as it stands. */
  hostUpdated(): void {
    const { withdrawn } = this;
    const targets = [...withdrawn].join();
    if (targets === this.#told) return;
    this.#told = targets;
    withdrawAdvice(this.#host, withdrawn);
  }
}
