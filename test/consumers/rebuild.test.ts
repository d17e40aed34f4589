import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { Integrity } from '../../src/build/cdn.ts';
import { pack } from '../support/tarball.ts';
import { run } from './install.ts';

/* The same sources, built elsewhere, are the same bytes: whoever doubts a file can make it. */

const MADE = ['node_modules', 'dist', 'lib', 'coverage', '.git', join('src', 'content', 'packs')];
/** What source maps name, and what imports that: a link would lead out of the folder. */
const COPIED = ['lit', 'lit-html', 'lit-element', '@lit', '@lit-labs'];

test('a build in another folder gives the same files and the same package, byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rekindle-rebuild-'));
  try {
    cpSync('.', folder, { recursive: true, filter: source => !MADE.includes(source) });
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync('node_modules')) {
      if (COPIED.includes(name)) cpSync(join('node_modules', name), join(modules, name), { recursive: true });
      else symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name));
    }
    const { code, output } = await run(folder, 'npm', 'run', 'build');
    assert.equal(code, 0, output);

    const read = (root: string): Integrity =>
      JSON.parse(readFileSync(join(root, 'dist/integrity.json'), 'utf8')) as Integrity;
    assert.deepEqual(read(folder), read('.'));
    assert.equal(pack(folder, folder).integrity, pack(folder).integrity);
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 3 });
  }
});
