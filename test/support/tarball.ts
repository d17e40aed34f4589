import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Tarball {
  readonly file: string;
  /** Paths in the package, in the order of the alphabet. */
  readonly contents: readonly string[];
  /** `sha512-…` */
  readonly integrity: string;
}

/** What `npm publish` would send, written into a folder. It packs what is built. */
export function pack(folder: string, cwd = process.cwd()): Tarball {
  const json = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 24,
  });
  type Packed = { filename: string; integrity: string; files: { path: string }[] };
  const [one] = Object.values<Packed>(JSON.parse(json) as Record<string, Packed>);
  if (!one) throw new Error('npm packed nothing');
  const contents = one.files.map(({ path }) => path).sort();
  return { file: join(folder, one.filename), contents, integrity: one.integrity };
}
