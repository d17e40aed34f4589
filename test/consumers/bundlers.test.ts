import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { BUILT, consumers, run, type Consumers } from './install.ts';

/* Production builds against the package as npm would get it; built.browser.ts looks at what they define. */

const ENTRIES = ['all', 'class-only', 'one', 'split', 'unused'];

let all: Consumers;
before(() => {
  all = consumers();
  all.install('bundlers');
});
after(() => all.remove());

for (const bundler of ['esbuild', 'parcel', 'rollup', 'vite', 'webpack']) {
  test(`${bundler} builds each use of the package, and nothing of a class that nobody uses`, async () => {
    const { code, output } = await run(join(all.folder, 'bundlers'), process.execPath, 'build.js', bundler);
    assert.equal(code, 0, output);
    const out = join(all.folder, 'bundlers/out', bundler);
    assert.deepEqual(readdirSync(out).sort(), ENTRIES);
    const { size } = statSync(join(out, 'unused/unused.js'));
    assert.ok(size < 1000, `classes that nobody uses stay: ${size} bytes`);
    rmSync(join(BUILT, 'bundlers', bundler), { recursive: true, force: true });
    cpSync(out, join(BUILT, 'bundlers', bundler), { recursive: true });
  });
}
