import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { promisify } from 'node:util';
import type { Manifest } from '../../src/build/api.ts';
import { attributesOf } from '../../src/build/attributes.ts';
import { pack, type Tarball } from '../support/tarball.ts';

/* The package as npm would get it. What consumers make of it is in test/consumers. */

type Target = string | { readonly types: string; readonly default?: string };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: Readonly<Record<string, Target>>;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
  readonly 'web-types': string;
  readonly jsdelivr: string;
  readonly unpkg: string;
};

const folder = mkdtempSync(join(process.cwd(), 'node_modules/.package-'));
let tarball: Tarball;
before(() => {
  tarball = pack(folder);
});
after(() => rmSync(folder, { recursive: true }));

const paths = (root: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[]).filter(path => statSync(join(root, path)).isFile()).sort();

test('the package holds what is listed, and a module, its types and its map for each of our sources', () => {
  const listed = readFileSync('test/bundles/packed.txt', 'utf8').trim().split('\n');
  const sources = paths('src').filter(path => /\.ts$/.test(path) && !/^build\//.test(path));
  const modules = sources.flatMap(path =>
    ['.d.ts', '.js', '.js.map'].map(ending => `lib/${path.replace(/\.ts$/, ending)}`),
  );

  assert.deepEqual(tarball.contents, [...listed, ...modules].sort(), 'test/bundles/packed.txt is what people get');
});

test('what the README leads users to is in the package', () => {
  // For who looks at the repository.
  const others = ['demo/screenshot.png', 'CONTRIBUTING.md', 'src/README.md'];
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, path = '']) => path,
  );

  assert.ok(links.includes('content/README.md'), links.join(' '));
  assert.deepEqual(
    links.filter(path => !tarball.contents.includes(path) && !others.includes(path)),
    [],
  );
});

test('publint has nothing to say', () => {
  const { status, stdout } = spawnSync('node_modules/.bin/publint', ['--strict', tarball.file], { encoding: 'utf8' });

  assert.match(stdout, /All good!/, stdout);
  assert.equal(status, 0);
});

test('are the types wrong? No', () => {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/attw', [tarball.file, '--profile', 'esm-only'], {
    encoding: 'utf8',
  });

  const right = stdout.match(/^(?:node16 \(from ESM\)|bundler): 🟢/gmu) ?? [];
  const entries = Object.keys(manifest.exports).filter(name => !name.includes('*'));
  assert.equal(right.length, 2 * entries.length, stdout + stderr);
  assert.equal(status, 0);
});

test('every file that the manifest of the package names is in it', () => {
  const named = [
    ...Object.values(manifest.exports).flatMap(target =>
      typeof target === 'string' ? [target] : Object.values(target),
    ),
    manifest.customElements,
    manifest['web-types'],
    manifest.jsdelivr,
    manifest.unpkg,
  ].map(path => path.replace(/^\.\//, ''));

  assert.deepEqual(
    named.filter(path => !path.includes('*') && !tarball.contents.includes(path)),
    [],
  );
  for (const target of Object.values(manifest.exports)) {
    if (typeof target !== 'string') assert.equal(Object.keys(target)[0], 'types', 'types come first, or are not seen');
  }
});

test('every module can be imported in Node, without a DOM, and leaves no global behind', () => {
  const entries = Object.entries(manifest.exports)
    .filter(([, target]) => (typeof target === 'string' ? target : target.default)?.endsWith('.js'))
    .map(([name]) => `rekindle${name.slice(1)}`);
  const script = `
    import { createRequire } from 'node:module';
    import 'lit';
    import 'tslib'; // In Node it leaves its helpers behind.
    const known = new Set(Reflect.ownKeys(globalThis));
    const classes = new Map();
    for (const name of ${JSON.stringify(entries)}) {
      for (const [key, one] of Object.entries(await import(name))) if (key.startsWith('Rekindle')) classes.set(key, one);
    }
    console.log(JSON.stringify({
      left: Reflect.ownKeys(globalThis).filter(key => !known.has(key)).map(String),
      classes: [...classes.keys()],
      dom: typeof document,
    }));`;
  const { left, classes, dom } = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  ) as Record<string, string | string[]>;

  assert.ok(entries.length > 10, entries.join(' '));
  assert.equal(dom, 'undefined');
  assert.deepEqual(left, []);
  assert.ok(classes?.includes('RekindleTips') && classes.includes('RekindleOpenEvent'));
});

test('class-only modules define nothing, and only the others are said to have side effects', async () => {
  const has = (path: string): boolean =>
    manifest.sideEffects.some(glob => new RegExp(`^${glob.replaceAll('.', '\\.').replace('*', '[^/]*')}$`).test(path));
  const all = await Promise.all(
    Object.entries(manifest.exports)
      .map(([name, target]) => [name, (typeof target === 'string' ? target : target.default) ?? ''] as const)
      .filter(([, path]) => path.endsWith('.js'))
      .map(async ([name, path]) => {
        const script = `
          import 'lit';
          let defined = 0;
          const define = customElements.define.bind(customElements);
          customElements.define = (...args) => (defined++, define(...args));
          await import('rekindle${name.slice(1)}');
          console.log(defined);`;
        const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
        return [name, { defines: Number(stdout) > 0, declared: has(path) }] as const;
      }),
  );
  const effects = Object.fromEntries(all);

  for (const [name, { defines, declared }] of Object.entries(effects)) assert.equal(defines, declared, name);
  assert.equal(effects['./elements/rekindle-tips.js']?.defines, false);
  assert.equal(effects['./define/tips.js']?.defines, true);
});

type Exports = readonly { readonly kind: string; readonly name: string }[];
interface Custom {
  readonly modules: readonly (Manifest['modules'][number] & { readonly exports?: Exports })[];
}
const custom = (): Custom => JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Custom;
const elements = custom()
  .modules.flatMap(module => module.declarations ?? [])
  .filter(declaration => declaration.tagName);

test('the manifest names modules that are there, and each element has its definition', () => {
  const used = [...readFileSync('dist/custom-elements.json', 'utf8').matchAll(/"(?:path|module)": "([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  const defined = custom()
    .modules.flatMap(({ exports = [] }) => exports.filter(({ kind }) => kind === 'custom-element-definition'))
    .map(({ name }) => name);

  assert.ok(used.length > 20);
  assert.deepEqual(
    used.filter(path => !tarball.contents.includes(path)),
    [],
  );
  assert.deepEqual(defined.sort(), elements.map(({ tagName }) => tagName).sort());
  assert.equal(elements.length, 5);
  for (const { members = [] } of elements) assert.ok(members.some(({ name }) => name === 'pack'));
});

interface Named {
  readonly name: string;
  readonly attributes?: readonly Named[];
  readonly values?: readonly Named[];
}

test('editors are offered every attribute, custom property and part of the manifest', () => {
  const html = JSON.parse(readFileSync('dist/vscode.html-custom-data.json', 'utf8')) as { tags: Named[] };
  const css = JSON.parse(readFileSync('dist/vscode.css-custom-data.json', 'utf8')) as {
    properties: Named[];
    pseudoElements: Named[];
  };
  const types = JSON.parse(readFileSync('dist/web-types.json', 'utf8')) as {
    contributions: { html: { elements: Named[] } };
  };

  for (const { tagName, attributes = [], cssProperties = [], cssParts = [] } of elements) {
    const wanted = attributes.map(({ name }) => name).sort();
    for (const tags of [html.tags, types.contributions.html.elements]) {
      const offered = tags.find(({ name }) => name === tagName)?.attributes ?? [];
      assert.deepEqual(offered.map(({ name }) => name).sort(), wanted, tagName);
    }
    for (const { name } of cssProperties)
      assert.ok(
        css.properties.some(one => one.name === name),
        name,
      );
    for (const { name } of cssParts)
      assert.ok(
        css.pseudoElements.some(one => one.name === `::part(${name})`),
        name,
      );
  }
  const view = html.tags.find(({ name }) => name === 'rekindle-tips')?.attributes?.find(({ name }) => name === 'view');
  assert.deepEqual(
    view?.values?.map(({ name }) => name),
    ['carousel', 'list', 'kept'],
  );
});

test('the attributes that take a list of words are known as such, with all of the words', () => {
  // The table is read from what the docblocks say of them (src/build/attributes.ts): another wording must not lose one.
  const elements = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  const lists = Object.entries(attributesOf(elements)).flatMap(([tag, attributes]) =>
    Object.entries(attributes).flatMap(([name, kind]) =>
      typeof kind === 'object' && 'anyOf' in kind ? [`${tag} ${name}: ${[...kind.anyOf].sort().join(' ')}`] : [],
    ),
  );

  assert.deepEqual(lists.sort(), [
    'rekindle-activities actions: done favourite plan print share',
    'rekindle-activities calendars: google ics office365 outlook yahoo',
    'rekindle-activities filters: access contact cost daypart energy kids place season stage tags time weather who',
    'rekindle-guide without: activities checklist helplines tips',
    'rekindle-helplines kinds: abuse crisis emergency own-behaviour',
    'rekindle-tips actions: copy keep print share',
  ]);
});
