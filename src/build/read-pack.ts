import { pack as packSchema } from '../content/schema.ts';
import { ContentError } from '../content/validate.ts';
import type { Pack } from '../content/model.ts';
import { checkPack } from '../domain/pack-rules.ts';
import { messages } from '../content/packs/en.ts';
import { readText } from './read-text.ts';

/**
 * Reads and checks a pack, as `rekindle pack` writes it.
 *
 * @param file - its path, from the folder where the command runs
 * @throws ContentError that names file, place and mend
 */
export function readPack(file: string): Pack {
  const text = readText(file, file);
  if (!text.trim()) throw new ContentError(file, '', 'is empty: `rekindle pack DIR` writes a pack');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ContentError(file, '', `is not JSON (${String(error)}): \`rekindle pack DIR\` writes it`);
  }
  return checkPack(packSchema, json, file, messages) as Pack;
}
