import { isDay } from './day.ts';
import { jsonOf } from './json.ts';

/*
 * What a reader keeps: a map of entries that several tabs may write at once. Each entry carries the number of the write
 * that made it, so that two copies merge entry by entry and the last write wins, whatever order the copies meet in.
 */

/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One entry; without a value it was deleted, and remembers that. */
export type Entry = readonly [revision: number, value?: Json];
export type Entries = ReadonlyMap<string, Entry>;

export interface SavedState {
  /** Version of the content that the entries belong to. */
  readonly version: string;
  /** ISO 8601 date, the last day that it is kept. */
  readonly expiresOn: string;
  readonly entries: Entries;
}

/** Why a text gives no state: not ours or broken; written by a later release; past its day. */
export type Unreadable = 'parse' | 'newer' | 'expired';

const FORMAT = 1;
/** Most entries of a state; far beyond any content. */
const MAX_ENTRIES = 20_000;

/** New values by key; undefined deletes. */
export type Change = readonly [key: string, value: Json | undefined];

/** Makes changes in one write: they share its number, since two copies compare key by key. */
export function withChanges(entries: Entries, changes: Iterable<Change>): Entries {
  const revision = [...entries.values()].reduce((most, [each]) => Math.max(most, each), 0) + 1;
  const all = new Map(entries);
  for (const [key, value] of changes) all.set(key, value === undefined ? [revision] : [revision, value]);
  return all;
}

const isNewer = (a: Entry, b: Entry | undefined): boolean =>
  // Two tabs that counted to the same number agree on one of them, whichever they read first.
  !b || a[0] > b[0] || (a[0] === b[0] && JSON.stringify(a) > JSON.stringify(b));

/** Joins two states; of two entries with the same key the later write stays. The first itself where the other has none. */
export function mergeEntries(a: Entries, b: Entries): Entries {
  const newer = [...b].filter(([key, entry]) => isNewer(entry, a.get(key)));
  return newer.length ? new Map([...a, ...newer]) : a;
}

/** The values that are there, by key. */
export function valuesOf(entries: Entries): Map<string, Json> {
  return new Map([...entries].flatMap(([key, [, value]]) => (value === undefined ? [] : [[key, value] as const])));
}

/** Writes a state as JSON. */
export function encodeState({ version, expiresOn, entries }: SavedState): string {
  return jsonOf({ format: FORMAT, version, expiresOn, entries: Object.fromEntries(entries) });
}

const isEntry = (entry: unknown): entry is Entry =>
  Array.isArray(entry) && entry.length <= 2 && Number.isSafeInteger(entry[0]) && entry[0] > 0;

/**
 * Reads a state that {@link encodeState} wrote.
 *
 * @param today - ISO 8601 date; a state whose last day is before it is not read
 */
export function decodeState(text: string, today: string): SavedState | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'parse';
  }
  const { format, version, expiresOn, entries } = (value ?? {}) as Record<string, unknown>;
  if (typeof format === 'number' && format > FORMAT) return 'newer';
  if (format !== FORMAT || typeof version !== 'string' || !isDay(expiresOn) || !entries) return 'parse';
  if (expiresOn < today) return 'expired';
  const list = Object.entries(entries);
  if (list.length > MAX_ENTRIES || !list.every(([, entry]) => isEntry(entry))) return 'parse';
  return { version, expiresOn, entries: new Map(list as [string, Entry][]) };
}
