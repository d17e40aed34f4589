import type { Json } from '../domain/saved-state.ts';
import type { ActivityLists } from '../domain/activity-list.ts';
import { StorageController, type StorageHost, type StorageOptions } from './storage-controller.ts';

export type Mark = 'favourite' | 'done';

/** What the reader marked: favourites and what is done. In memory, and kept where she says so. */
export class MarksController {
  readonly stored: StorageController;
  #values: ReadonlyMap<string, Json> = new Map();
  #sets: Readonly<Record<Mark, ReadonlySet<string>>> = { favourite: new Set(), done: new Set() };
  #undo: ReadonlyMap<string, Json> | undefined;

  /** @param onChange - the marks changed by other means than hers here: read from the browser, erased, another tab */
  constructor(host: StorageHost, onChange: () => void, onEvent: StorageOptions['onEvent']) {
    this.stored = new StorageController(host, {
      element: 'activities',
      onChange: () => {
        this.#undo = undefined;
        onChange();
      },
      onEvent,
    });
  }

  get favourite(): ReadonlySet<string> {
    return this.#read().favourite;
  }

  get done(): ReadonlySet<string> {
    return this.#read().done;
  }

  get canUndo(): boolean {
    return this.#undo !== undefined;
  }

  has(mark: string, id: string): boolean {
    return mark === 'done' ? this.done.has(id) : this.favourite.has(id);
  }

  /** Marks or unmarks; returns whether it is marked now. */
  toggle(mark: Mark, id: string): boolean {
    const isMarked = !this.has(mark, id);
    this.#set(new Map([[`${mark}/${id}`, isMarked]]));
    return isMarked;
  }

  /** Adds marks, or with `false` takes those away. */
  setAll({ favourites = [], done = [] }: Partial<ActivityLists>, isMarked = true): void {
    const keys = [...favourites.map(id => `favourite/${id}`), ...done.map(id => `done/${id}`)];
    this.#set(new Map(keys.map(key => [key, isMarked])));
  }

  /** Takes the last change back. */
  undo(): void {
    const undo = this.#undo;
    if (!undo) return;
    this.#set(undo);
    this.#undo = undefined;
  }

  #set(marks: ReadonlyMap<string, Json>): void {
    const before = new Map([...marks.keys()].map(key => [key, this.stored.values.has(key)]));
    for (const [key, isMarked] of marks)
      if (before.get(key) !== isMarked) this.stored.set(key, isMarked ? true : undefined);
    this.#undo = before;
  }

  #read(): Readonly<Record<Mark, ReadonlySet<string>>> {
    const { values } = this.stored;
    if (values !== this.#values) {
      this.#values = values;
      const of = (mark: Mark): ReadonlySet<string> =>
        new Set([...values.keys()].filter(key => key.startsWith(`${mark}/`)).map(key => key.slice(mark.length + 1)));
      this.#sets = { favourite: of('favourite'), done: of('done') };
    }
    return this.#sets;
  }
}
