// The style sheet of WordPress' blocks. As a dependency its package would bring 289 others, 0.9 GB, which nothing here uses.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = '11.0.0';
const SHA512 = 'WdtkEUkvbJKw1t+GVRl/nl2bgqhsYqsdsPxCl4BfEw4Xtc+i5MwRXN0d3cY6ZMIP/e51L+QxASvk50VBtla17A==';
const SHEET = 'package/build-style/style.css';
const run = promisify(execFile);

/** Path of the sheet: npm brings it once, and it is kept when it has its hash. */
export async function wordpressSheet() {
  const folder = `node_modules/.cache/wordpress-block-library-${VERSION}`;
  const sheet = join(folder, SHEET);
  if (existsSync(sheet)) return sheet;
  mkdirSync(folder, { recursive: true });
  await run('npm', ['pack', `@wordpress/block-library@${VERSION}`, '--silent', '--pack-destination', folder]);
  const packed = join(folder, `wordpress-block-library-${VERSION}.tgz`);
  const hash = createHash('sha512').update(readFileSync(packed)).digest('base64');
  if (hash !== SHA512) throw new Error(`@wordpress/block-library@${VERSION} is not what it was: sha512-${hash}`);
  await run('tar', ['-xzf', packed, '-C', folder, SHEET]);
  return sheet;
}
