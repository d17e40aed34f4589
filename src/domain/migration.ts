import type { Assessment } from '../content/model.ts';
import { withEntry, type Entries, type Json } from './saved-state.ts';

/*
 * Answers that were given to other words. Each one is still there, moved, or named: none is lost without a word.
 */

/** What the answers belong to. */
export type Origin = Pick<Assessment, 'version'> & { readonly scale: string };

export interface Migrated {
  /** The answers as they are now. What was taken away is remembered as deleted, so that no older copy brings it back. */
  readonly entries: Entries;
  /** How many moved to the new name of their statement. */
  readonly renamed: number;
  /** What was said of statements that are gone. */
  readonly dropped: readonly Json[];
  /** What was said of statements that mean something else now, by their present id: they are open again. */
  readonly changed: ReadonlyMap<string, Json>;
}

/** Whether a version is the one that is named, or before it: `1.2.0`, `<1.2.0`, `<=1.2.0`. */
export function isVersion(version: string, range: string): boolean {
  const [, sign = '', bound = ''] = /^(<?=?)(.*)$/.exec(range) ?? [];
  const order = version.localeCompare(bound, 'en', { numeric: true });
  return order === 0 ? sign !== '<' : order < 0 && sign.startsWith('<');
}

/** Brings answers to the present words, as the assessment declares it. Ids that nobody knows stay where they are. */
export function migrateAnswers(
  entries: Entries,
  origin: Origin,
  { migrations = [], scale, themes }: Pick<Assessment, 'migrations' | 'scale' | 'themes'>,
): Migrated {
  let now = entries;
  let renamed = 0;
  const dropped: Json[] = [];
  const changed = new Map<string, Json>();
  const take = (id: string): Json | undefined => {
    const value = now.get(id)?.[1];
    if (value !== undefined) now = withEntry(now, id, undefined);
    return value;
  };
  const reopen = (id: string, value: Json | undefined): void => {
    if (value === undefined) return;
    const before = changed.get(id);
    if (before !== undefined) dropped.push(before);
    changed.set(id, value);
  };
  for (const { from, rename = [], drop = [], changed: anew = [] } of migrations) {
    if (!isVersion(origin.version, from)) continue;
    // All are taken before one is put down: two names may have been swapped.
    const moved = rename.map(({ from: old, to }) => {
      const was = changed.get(old);
      changed.delete(old);
      return [to, take(old), was] as const;
    });
    for (const [to, value, was] of moved) {
      reopen(to, was);
      if (value === undefined) continue;
      if (now.get(to)?.[1] === undefined) {
        now = withEntry(now, to, value);
        renamed++;
      } else dropped.push(value);
    }
    for (const id of drop) {
      const value = take(id);
      if (value !== undefined) dropped.push(value);
    }
    for (const id of anew) reopen(id, take(id));
  }
  // Another scale: what was chosen there means nothing here.
  if (origin.scale !== scale.id)
    for (const { statements } of themes) for (const { id } of statements) reopen(id, take(id));
  return { entries: now, renamed, dropped, changed };
}
