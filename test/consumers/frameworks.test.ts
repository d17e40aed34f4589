import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { BUILT, consumers, PROJECTS, run, type Consumers, type Lock } from './install.ts';

/* Small applications of other people, against the package as npm would get it: types and build; built.browser.ts uses them. */

let all: Consumers;
before(() => {
  all = consumers();
});
after(() => all.remove());

test('the lockfiles have a hash for all but our package, and name no host', () => {
  assert.deepEqual(PROJECTS, ['bundlers', 'preact', 'react', 'solid', 'svelte', 'vue']);
  for (const project of PROJECTS) {
    const { packages } = JSON.parse(readFileSync(`test/consumers/${project}/package-lock.json`, 'utf8')) as Lock;
    for (const [path, { resolved, integrity }] of Object.entries(packages)) {
      if (path === 'node_modules/rekindle') assert.deepEqual([resolved, integrity], ['file:rekindle.tgz', undefined]);
      else if (path)
        assert.deepEqual([resolved, integrity?.slice(0, 7)], [undefined, 'sha512-'], `${project}: ${path}`);
    }
  }
});

/** The file in which a project uses the element. */
const page = (project: string): string => {
  const src = join(all.folder, project, 'src');
  const file = readdirSync(src).find(name => readFileSync(join(src, name), 'utf8').includes('<rekindle-tips'));
  assert.ok(file, `${project} uses the element`);
  return join(src, file);
};

for (const project of PROJECTS.filter(name => name !== 'bundlers')) {
  test(`${project}: types are right, a wrong value is noticed, and it builds`, async () => {
    all.install(project);
    const cwd = join(all.folder, project);

    const checked = await run(cwd, 'npm', 'run', 'check');
    assert.equal(checked.code, 0, checked.output);

    const built = await run(cwd, 'npm', 'run', 'build');
    assert.equal(built.code, 0, built.output);
    rmSync(join(BUILT, project), { recursive: true, force: true });
    cpSync(join(cwd, 'dist'), join(BUILT, project), { recursive: true });

    const source = readFileSync(page(project), 'utf8');
    writeFileSync(page(project), source.replace('pagination="dots"', 'pagination="dotted"'));
    const wrong = await run(cwd, 'npm', 'run', 'check');
    assert.notEqual(wrong.code, 0, 'a value that there is not passes');
    assert.match(wrong.output, /"dotted"/);
  });
}
