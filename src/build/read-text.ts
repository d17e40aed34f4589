import { readFileSync } from 'node:fs';
import { ContentError } from '../content/validate.ts';

/**
 * Reads a file of words, whatever editor wrote it: without a byte order mark, and with line feeds alone.
 *
 * @param name - of the file, in messages
 * @throws ContentError when it cannot be read, or is not UTF-8
 */
export function readText(path: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new ContentError(name, '', `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new ContentError(name, '', 'is not UTF-8: save it as that');
  }
}
