import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { nearName } from '../domain/near-name.ts';

/** What stands in a folder; nothing where it is none, or may not be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const stemOf = (name: string): string => basename(name, extname(name));

/** The name of a file or folder that was probably meant: its ending is right, or all but its ending. */
function nearFile(name: string, names: readonly string[]): string | undefined {
  const alike = names.filter(one => extname(one) === extname(name));
  const stem = nearName(stemOf(name), alike.map(stemOf));
  if (stem !== undefined) return stem + extname(name);
  return nearName(
    name,
    names.filter(one => stemOf(one) === stemOf(name)),
  );
}

/** The path that was probably meant by one that is not there, for a slip in its names; undefined when none is near. */
export function nearPath(path: string): string | undefined {
  if (existsSync(path)) return path;
  const above = dirname(path);
  const folder = above === path ? undefined : nearPath(above);
  const name = folder === undefined ? undefined : nearFile(basename(path), namesIn(folder));
  return folder === undefined || name === undefined ? undefined : join(folder, name);
}

/** What to say after a path that is not there. */
export function meant(path: string): string {
  const near = nearPath(path);
  return near === undefined ? '' : `: is ${near} meant?`;
}
