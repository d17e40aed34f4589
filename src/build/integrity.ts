import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { DistFile, Integrity } from './cdn.ts';

/* Writes dist/integrity.json, the last step of the build: `npm run build`. */

/** The one file that cannot hold its own hash. */
export const INTEGRITY = 'integrity.json';

function measure(content: Buffer): DistFile {
  return {
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    bytes: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
}

/** Hash and sizes of every file in a folder. */
export function integrityOf(dir: string, version: string): Integrity {
  const files = (readdirSync(dir, { recursive: true }) as string[])
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file !== INTEGRITY && statSync(join(dir, file)).isFile())
    .sort();
  return { version, files: Object.fromEntries(files.map(file => [file, measure(readFileSync(join(dir, file)))])) };
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  writeFileSync(join('dist', INTEGRITY), `${JSON.stringify(integrityOf('dist', version), null, 2)}\n`);
}
