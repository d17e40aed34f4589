import { unknownName } from '../domain/near-name.ts';

/* What a CDN has of a version: addresses, hashes and sizes, all from dist/integrity.json. */

/** A file of dist/. Sizes in bytes; gzip and brotli at their best. */
export interface DistFile {
  /** `sha384-…`, as in the attribute of that name. */
  readonly integrity: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** dist/integrity.json */
export interface Integrity {
  readonly version: string;
  /** By path in dist/, in the order of the alphabet; all but integrity.json itself. */
  readonly files: Readonly<Record<string, DistFile>>;
}

/** Both keep an exact version for ever, and allow any origin to read it. */
export const HOSTS: Readonly<Record<string, string>> = {
  jsdelivr: 'https://cdn.jsdelivr.net/npm/',
  unpkg: 'https://unpkg.com/',
};

/** Address of dist/ of a version. @throws TypeError for a host that there is not */
function folder({ version }: Integrity, host: string): string {
  const start = Object.hasOwn(HOSTS, host) ? HOSTS[host] : undefined;
  if (!start) throw new TypeError(unknownName('host', host, Object.keys(HOSTS)));
  return `${start}rekindle@${version}/dist/`;
}

/** Files that a script tag can name. */
export const scripts = ({ files }: Integrity): readonly string[] =>
  Object.keys(files).filter(file => /^[\w.-]+\.js$/.test(file));

/**
 * The script tag of a file. `data-cfasync` stands before `src`, since Cloudflare's Rocket Loader, which would load the
 * script in its own way, does not see it elsewhere.
 *
 * @throws TypeError for a file that is none of the scripts
 */
export function scriptTag(integrity: Integrity, file: string, host = 'jsdelivr'): string {
  const known = scripts(integrity);
  if (!known.includes(file)) throw new TypeError(unknownName('script', file, known));
  const kind = file.endsWith('.classic.js') ? 'defer' : 'type="module"';
  const src = folder(integrity, host) + file;
  return `<script ${kind} data-cfasync="false" src="${src}" integrity="${integrity.files[file]?.integrity}" crossorigin="anonymous"></script>`;
}

/** All files with their sizes and hashes, as Markdown. */
export function filesTable(integrity: Integrity, host = 'jsdelivr'): string {
  const number = new Intl.NumberFormat('en');
  const rows = Object.entries(integrity.files).map(
    ([file, { bytes, gzip, brotli, integrity: hash }]) =>
      `| ${[`\`${file}\``, ...[bytes, gzip, brotli].map(size => number.format(size)), `\`${hash}\``].join(' | ')} |`,
  );
  return [
    `Files below ${folder(integrity, host)} in bytes:`,
    '',
    '| file | raw | gzip | brotli | integrity |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}
