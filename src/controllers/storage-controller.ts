import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { addDays } from '../domain/day.ts';
import {
  decodeState,
  encodeState,
  mergeEntries,
  valuesOf,
  withChanges,
  type Entries,
  type Change,
  type Json,
  type SavedState,
} from '../domain/saved-state.ts';
import { storageKeyOf } from './storage-key.ts';
import { today } from './today.ts';

/** Where an element may keep something: nowhere, in this tab, or in this browser. */
export type StorageMode = 'none' | 'session' | 'local';

/**
 * Why nothing can be kept: the browser refuses; it is full; what lies there cannot be read; a later release wrote it.
 */
export type StorageProblem = 'denied' | 'quota' | 'parse' | 'newer';

export interface StorageHost extends ReactiveControllerHost, HTMLElement {
  storage: StorageMode;
  storageKey: string;
  retentionDays: number;
}

export interface StorageOptions {
  /** Name of the element in the key: `tips`. */
  readonly element: string;
  /** Brings entries of another version of the content to the present one; says nothing to anyone. */
  readonly migrate?: (entries: Entries, version: string) => Entries;
  /**
   * The values changed by other means than {@link StorageController.set}; also where that brings what another tab wrote.
   *
   * @param isBack - the page came back from the browser's cache: perhaps to someone else
   */
  readonly onChange?: (isBack?: boolean) => void;
  /**
   * Tells the page what happened: never what is kept.
   *
   * @param isLate - a problem that came after the reader had said keep, and it had worked
   */
  readonly onEvent: (event: 'save' | 'erase' | StorageProblem, isLate?: boolean) => void;
}

/** What another tab did, or another element of the page. */
type StorageChange = Pick<StorageEvent, 'key' | 'newValue' | 'storageArea'>;

/** Those of the page: the browser tells other tabs of a change, and not the one that made it. */
const all = new Set<StorageController>();

/** How often the page came back from the browser's cache. */
let returns = 0;
/** Something was taken out of the page with what the reader did in it. */
let mayReturn = false;

const onShow = ({ persisted }: PageTransitionEvent): void => {
  if (!persisted) return;
  returns++;
  for (const one of all) one._catchUp();
};

/** Hear of each element in which the reader may keep something, when it comes to the page and when it leaves it. */
export const presenceListeners = new Set<(element: Element) => void>();

/**
 * The one place where the reader's own things live. They are in memory until the reader says keep, and only where the
 * page allows it; from then on each change is written at once. What is kept expires, can be erased, and follows what
 * other tabs do: an erase in one empties all.
 */
export class StorageController implements ReactiveController {
  readonly #host: StorageHost;
  readonly #options: StorageOptions;
  #entries: Entries = new Map();
  /** What the reader has now, kept or not. */
  values: ReadonlyMap<string, Json> = new Map();
  /** What the page allows, once it is open; a word that there is not allows nothing. */
  mode: StorageMode = 'none';
  #key = '';
  /** What the key was made from. */
  #source = '';
  #id = '';
  /** The `storageKey` of the host, as the key was made. */
  #name = '';
  #version = '';
  #expiresOn = '';
  /** Why nothing can be kept. */
  problem: StorageProblem | undefined;
  /** The reader did something here, not the page alone. */
  #isHers = false;
  /** Those returns of the page that it knows of. */
  #returns = returns;

  constructor(host: StorageHost, options: StorageOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The last day of what is kept, or would be if the reader said keep now. */
  get lastDay(): string {
    return this.#expiresOn || this.#nextLastDay;
  }

  /** The last day of what is written now. */
  get #nextLastDay(): string {
    const days = this.#host.retentionDays;
    return addDays(today(), days >= 1 && days < 3660 ? Math.trunc(days) : 30);
  }

  /** Whether the reader said keep, and it worked. */
  get isKept(): boolean {
    return this.#expiresOn !== '';
  }

  hostConnected(): void {
    all.add(this);
    // Once for the page, as it is the same function.
    window.addEventListener('pageshow', onShow);
    this.#follow();
    // What happened while it was not on the page: that came back, or another tab erased.
    this._catchUp();
    if (this.isKept) this.#read();
    for (const tell of presenceListeners) tell(this.#host);
  }

  hostDisconnected(): void {
    all.delete(this);
    window.removeEventListener('storage', this);
    // What has something of hers may be put back, and is then to know.
    if (this.values.size) mayReturn = true;
    else if (!mayReturn && !all.size) window.removeEventListener('pageshow', onShow);
    for (const tell of presenceListeners) tell(this.#host);
  }

  /**
   * Reads what was kept for this content; call it in `willUpdate`, once the content is known. What the reader did
   * meanwhile stays.
   */
  open(id: string, version: string): void {
    const { storage, storageKey } = this.#host;
    const mode = storage === 'local' || storage === 'session' ? storage : 'none';
    const source = [id, mode, storageKey, version].join();
    // Written out at build, nothing has been kept.
    if (isServer) this.mode = mode;
    if (source === this.#source || isServer) return;
    const before = this.#version;
    this.#version = version;
    // Other content: what was said of the one is not said of the other. What is of one name is not shown under the next, perhaps to
    // someone else; only what has none yet, and lies nowhere, comes along. A new version: the values do.
    if (this.#source && (id !== this.#id || (storageKey !== this.#name && (this.#name || this.isKept)))) this.#forget();
    else if (before) this.#change(this.#migrated(this.#entries, before));
    this.#source = source;
    this.#id = id;
    this.#name = storageKey;
    // The place is looked for where something may be kept: it takes a look at the whole page.
    const key = mode === 'none' && !this.isKept ? '' : storageKeyOf(this.#host, this.#options.element, id);
    // The page allows less than before: what was kept goes.
    if (mode !== 'local' && mode !== this.mode && key === this.#key && this.isKept) this.#remove();
    if (mode !== this.mode || key !== this.#key) this.#expiresOn = '';
    this.mode = mode;
    this.#key = key;
    this.problem = undefined;
    this.#follow();
    // What she did before it was allowed is written too, where she had said keep.
    const isUnsaved = this.#isHers && !this.isKept;
    this.#read();
    if (isUnsaved && this.isKept) this.#write();
  }

  /**
   * Sets values, or takes them away; where the reader keeps, that is written, once.
   *
   * @param inMemory - the page asks for it, not the reader: what is kept stays until her next change
   */
  set(changes: Iterable<Change>, inMemory = false): void {
    this.#isHers ||= !inMemory;
    this.#change(withChanges(this.#entries, changes));
    if (this.isKept && !inMemory) this.#write();
  }

  /** Puts values in the place of all that are there. @param inMemory - as in {@link set} */
  replace(values: ReadonlyMap<string, Json>, inMemory?: boolean): void {
    this.set([...[...this.values.keys()].map(key => [key, undefined] as const), ...values], inMemory);
  }

  /** The reader says keep. */
  keep(): void {
    if (this.mode === 'none') return;
    this.#write(true);
    if (this.isKept) this.#options.onEvent('save');
  }

  /** The reader takes it back: memory and storage forget everything. */
  erase(): void {
    // Memory first: where the browser refuses to erase, nothing is there that it could fail to keep.
    this.#forget();
    this.#remove();
    this.#options.onEvent('erase');
  }

  /** Hears of other tabs, where something may be kept: for a listener, browsers open the storage, and the page waits. */
  #follow(): void {
    // What came and went at once is updated all the same.
    if (all.has(this) && this.mode !== 'none') window.addEventListener('storage', this);
  }

  #change(entries: Entries): void {
    this.#entries = entries;
    this.values = valuesOf(entries);
    this.#host.requestUpdate();
  }

  /** The entries of another version as they are in the present one. */
  #migrated(entries: Entries, version: string): Entries {
    return version === this.#version ? entries : (this.#options.migrate?.(entries, version) ?? entries);
  }

  /**
   * What is here, with what lies in the browser. Where she has not kept yet, what she did here came after that, whatever its
   * number.
   */
  #merged({ entries, version }: SavedState): Entries {
    const kept = this.#migrated(entries, version);
    if (this.isKept) return mergeEntries(this.#entries, kept);
    return withChanges(
      kept,
      [...this.#entries].map(([key, [, value]]) => [key, value]),
    );
  }

  /** @param isBack - as in {@link StorageOptions.onChange} */
  #forget(isBack?: boolean): void {
    this.#isHers = false;
    this.#change(new Map());
    this.#expiresOn = '';
    this.problem = undefined;
    this.#options.onChange?.(isBack);
  }

  /** Throws where the browser refuses. */
  get #area(): Storage {
    return this.mode === 'local' ? localStorage : sessionStorage;
  }

  /** What lies in the browser; undefined where nothing does. Throws as {@link #area}. */
  get #stored(): ReturnType<typeof decodeState> | undefined {
    const text = this.#area.getItem(this.#key);
    return text === null ? undefined : decodeState(text, today());
  }

  /** What was kept is past its day, and goes; what is on the screen stays. */
  #lapse(): void {
    this.#area.removeItem(this.#key);
    this.#expiresOn = '';
  }

  #fail(problem: StorageProblem): void {
    const isLate = this.isKept;
    this.#expiresOn = '';
    this.#host.requestUpdate();
    if (this.problem === problem) return;
    this.problem = problem;
    // Not during the update that found it: a listener may set properties.
    queueMicrotask(() => this.#options.onEvent(problem, isLate));
  }

  #try(action: () => void): void {
    if (this.mode === 'none') return;
    try {
      action();
    } catch (error) {
      this.#fail(/quota/i.test(String((error as Error).name)) ? 'quota' : 'denied');
    }
  }

  #read(): void {
    this.#try(() => {
      const state = this.#stored;
      if (state === 'expired') this.#lapse();
      else if (typeof state === 'string') this.#fail(state);
      else if (state) {
        const before = this.#entries;
        this.#change(this.#merged(state));
        this.#expiresOn = state.expiresOn;
        this.problem = undefined;
        if (before !== this.#entries) this.#options.onChange?.();
        // Nothing: another tab erased.
      } else if (this.isKept) this.#forget();
    });
  }

  /** @param isFirst - the reader says keep just now: there need be nothing yet, and what is broken is replaced */
  #write(isFirst = false): void {
    this.#try(() => {
      const stored = this.#stored;
      if (stored === 'newer' || (stored === 'parse' && !isFirst)) return this.#fail(stored);
      let entries = this.#entries;
      if (typeof stored === 'object') entries = this.#merged(stored);
      // Nothing: another tab erased, and its message is still on the way.
      else if (!isFirst) return stored ? this.#lapse() : this.#forget();
      const newValue = encodeState({ version: this.#version, expiresOn: this.#nextLastDay, entries });
      this.#area.setItem(this.#key, newValue);
      // From now on it counts as kept. What another tab wrote meanwhile is here too.
      this.#expiresOn = this.#nextLastDay;
      this.#read();
      this.#tell(newValue);
    });
  }

  #remove(): void {
    this.#try(() => {
      this.#area.removeItem(this.#key);
      this.#tell(null);
      // Also what the tab kept before the page allowed more.
      sessionStorage.removeItem(this.#key);
    });
  }

  #tell(newValue: string | null): void {
    const change = { key: this.#key, newValue, storageArea: this.#area };
    for (const one of all) if (one !== this) one.handleEvent(change);
  }

  /** @internal The page came back from the browser's cache: perhaps to someone else, perhaps after an erase in another tab. */
  _catchUp(): void {
    if (this.#returns === returns) return;
    this.#returns = returns;
    this.#forget(true);
    this.#read();
  }

  /** @internal Another tab, or another element of the page, wrote or erased something. */
  handleEvent(change: Event | StorageChange): void {
    const { key, newValue, storageArea } = change as StorageChange;
    this.#try(() => {
      if (storageArea !== this.#area || (key !== null && key !== this.#key)) return;
      if (newValue !== null) {
        if (this.isKept) this.#read();
        // Who has not kept hears of an erase too. That the page cleared all it has is none.
      } else if (key !== null || this.isKept) this.#forget();
    });
  }
}
