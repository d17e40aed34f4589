import { readFileSync } from 'node:fs';
import { ContentError } from '../content/validate.ts';
import { meant } from './near-path.ts';

/** Why a file cannot be read, in words of a person. */
function reasonOf(error: unknown, path: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR') return 'it is a folder, and no file (`rekindle pack DIR` makes one of a folder of words)';
  return code === 'ENOENT' || code === 'ENOTDIR' ? `there is no such file${meant(path)}` : message;
}

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
    throw new ContentError(name, '', `cannot be read: ${reasonOf(error, path)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new ContentError(name, '', 'is not UTF-8: save it as that');
  }
}
