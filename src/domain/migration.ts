import type { Assessment } from '../content/model.ts';
import { valuesOf, withChanges, type Entries, type Json } from './saved-state.ts';

/*
 * Answers that were given to other words. Each one is still there, moved, or named: none is lost without a word.
 */

/** By the id of the statement: the value of an option, or the code of the opt-out. */
export type Values = ReadonlyMap<string, Json>;

/** What the answers belong to. */
export type Origin = Pick<Assessment, 'version'> & { readonly scale: string };

export interface Migrated {
  /** The answers as they are now. What was taken away is remembered as deleted, so that no older copy brings it back. */
  readonly entries: Entries;
  /** How many moved to the new name of their statement. */
  readonly renamed: number;
  /** What was said of statements that are gone, or that another answer came to. */
  readonly dropped: readonly Json[];
  /** What was said of statements that mean something else now, or by an option that is gone, by their present id: they are open again. */
  readonly changed: ReadonlyMap<string, Json>;
}

/** Whether a version is the one that is named, or before it: `1.2.0`, `<1.2.0`, `<=1.2.0`. */
export function isVersion(version: string, range: string): boolean {
  const order = version.localeCompare(range.replace(/^<?=?/, ''), 'en', { numeric: true });
  return order === 0 ? !/^<(?!=)/.test(range) : order < 0 && range.startsWith('<');
}

/** Of these values those that answer a statement, and that the scale has. */
export function fittingValues({ scale, themes }: Pick<Assessment, 'scale' | 'themes'>, values: Values): Values {
  const known: readonly unknown[] = [scale.optOut.code, ...scale.options.map(({ value }) => value)];
  const ids = themes.flatMap(({ statements }) => statements.map(({ id }) => id));
  return new Map(ids.map(id => [id, values.get(id) as Json] as const).filter(([, value]) => known.includes(value)));
}

/** Brings answers to the present words, as the assessment declares it. Ids that nobody knows stay where they are. */
export function migrateAnswers(
  entries: Entries,
  origin: Origin,
  assessment: Pick<Assessment, 'migrations' | 'scale' | 'themes'>,
): Migrated {
  const { migrations = [], scale, themes } = assessment;
  const now = valuesOf(entries);
  const changed = new Map<string, Json>();
  const dropped: (Json | undefined)[] = [];
  let renamed = 0;
  const take = (from: Map<string, Json>, id: string): Json | undefined => {
    const value = from.get(id);
    from.delete(id);
    return value;
  };
  /** Of two answers to the same statement the later one goes. */
  const put = (to: Map<string, Json>, id: string, value: Json | undefined): void => {
    if (to.has(id)) dropped.push(value);
    else if (value !== undefined) to.set(id, value);
  };
  for (const { from, rename = [], drop = [], changed: anew = [] } of migrations) {
    if (!isVersion(origin.version, from)) continue;
    // All are taken before one is put down: two names may have been swapped.
    const moved = rename.map(({ from: old, to }) => [to, take(now, old), take(changed, old)] as const);
    for (const [to, value, was] of moved) {
      if (value !== undefined) renamed++;
      put(now, to, value);
      put(changed, to, was);
    }
    for (const id of drop) dropped.push(take(now, id));
    for (const id of anew) put(changed, id, take(now, id));
  }
  // What was chosen on another scale means nothing here, nor does an option that is gone.
  const fit = origin.scale === scale.id ? fittingValues(assessment, now) : new Map();
  // Only a statement that is there and has no answer can name what was said of it.
  const open = new Map<string, Json>();
  for (const { statements } of themes) {
    for (const { id } of statements) {
      if (fit.has(id)) continue;
      put(open, id, take(changed, id));
      put(open, id, take(now, id));
    }
  }
  dropped.push(...changed.values());
  const changes = [...new Set([...entries.keys(), ...now.keys()])]
    .map(id => [id, now.get(id)] as const)
    .filter(([id, value]) => value !== entries.get(id)?.[1]);
  return {
    entries: withChanges(entries, changes),
    renamed,
    dropped: dropped.filter(value => value !== undefined),
    changed: open,
  };
}
