import type { Activity } from '../content/model.ts';
import { markKey, marksAny, type Mark, type Marks } from '../domain/activity-search.ts';
import { StorageController, type StorageHost, type StorageOptions } from './storage-controller.ts';

/**
 * Other activities are marked than before.
 *
 * @param isOutside - by neither `set()` nor `undo()`: what is kept came, changed elsewhere or is gone
 * @param isBack - as in {@link StorageOptions.onChange}
 */
type MarksChange = (isOutside: boolean, isBack?: boolean) => void;

/** Holds the reader's favourites and what she has done. Her last change can be taken back. */
export class MarksController {
  readonly stored: StorageController;
  readonly #onChange: MarksChange;
  /** What was marked before her last change; undefined where there was none, or something else came after it. */
  #before: ReadonlyMap<string, unknown> | undefined;

  constructor(host: StorageHost, onChange: MarksChange, onEvent: StorageOptions['onEvent']) {
    this.#onChange = onChange;
    this.stored = new StorageController(host, {
      element: 'activities',
      onChange: isBack => {
        this.#before = undefined;
        onChange(true, isBack);
      },
      onEvent,
    });
  }

  get values(): Marks {
    return this.stored.values;
  }

  /** Keys of what her last change marked or unmarked. */
  get #changed(): readonly string[] {
    const { values } = this.stored;
    const before = this.#before ?? values;
    return [...before.keys(), ...values.keys()].filter(key => before.has(key) !== values.has(key));
  }

  /** Whether her last change can be taken back, and is all among the activities that she sees. */
  canUndo(seen: readonly Activity[]): boolean {
    const changed = this.#changed;
    return changed.length > 0 && changed.every(key => marksAny(key, seen));
  }

  /** Those of some activities that are marked, in their order. */
  of(mark: Mark, items: readonly Activity[]): readonly Activity[] {
    const { values } = this;
    // Most readers mark nothing, and each render asks.
    return values.size ? items.filter(one => values.has(markKey(mark, one.id))) : [];
  }

  /** Marks or unmarks all of some keys, as one change. */
  set(keys: Iterable<string>, isMarked: boolean): void {
    // Before the first is written: that may bring what another tab wrote, and then there is no way back.
    const before = (this.#before = this.stored.values);
    this.#flip([...keys].filter(key => before.has(key) !== isMarked));
    this.#onChange(false);
  }

  /** Marks what is not marked, and the other way round, in one write. */
  #flip(keys: readonly string[]): void {
    if (keys.length) this.stored.set(keys.map(key => [key, !this.values.has(key) || undefined] as const));
  }

  /** Takes the last change back. */
  undo(): void {
    this.#flip(this.#changed);
    this.#before = undefined;
    this.#onChange(false);
  }
}
