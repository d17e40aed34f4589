import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { embedStyle } from '../../src/build/embed.ts';
import { readPage } from '../../src/build/page-reader.ts';
import { attributes, names } from '../../src/content/packs/attributes.ts';
import { messages } from '../../src/content/packs/en.ts';
import { diagnose } from '../../src/domain/diagnosis.ts';

/* demo/recipes.md: its snippets name nothing that there is not. What they do on the hosts is told there, tried or not. */

const RECIPES = readFileSync('demo/recipes.md', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const fences = (language: string): readonly string[] =>
  [...RECIPES.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(match => match[1] ?? '');
const SNIPPETS = fences('html');

/** A snippet is a part of a page: its script or its element may stand in another one. */
const PARTIAL = [
  'script-missing',
  'element-missing',
  'reserve-missing',
  'fallback-missing',
  'frame-height',
  'integrity-missing',
];

test('there are snippets to look at', () => {
  assert.ok(SNIPPETS.length > 10, String(SNIPPETS.length));
});

for (const [i, html] of SNIPPETS.entries()) {
  test(`snippet ${i + 1} holds known tags, attributes and values alone`, () => {
    const page = readPage(`<!doctype html><html lang="en"><body>${html}</body></html>`);

    assert.ok(page.elements.length + page.scripts.length + page.frames.length > 0);
    assert.deepEqual(
      diagnose(page, { attributes, names, messages }).filter(one => !PARTIAL.includes(one.check)),
      [],
    );
    // On a page of somebody else an unknown data attribute may be another tool's; here it is a slip.
    for (const one of page.elements.filter(({ isPlaceholder }) => isPlaceholder)) {
      for (const name of one.attributes.keys()) assert.ok(name in (attributes[one.tag] ?? {}), `data-${name}`);
    }
  });
}

test('Rocket Loader leaves every script of a recipe alone', () => {
  for (const html of SNIPPETS) assert.doesNotMatch(html, /<script (?![^>]*data-cfasync="false" src=)/);
});

test('every file that a recipe names is there', () => {
  const named = [...RECIPES.matchAll(/(?:\/rekindle\/|\/dist\/)([\w./-]*\w)/g)].map(match => match[1] ?? '');
  assert.ok(named.includes('rekindle.js') && named.includes('tips.js'));

  assert.deepEqual(
    [...new Set(named)].filter(file => !existsSync(`dist/${file}`)),
    [],
  );
});

test('the rule of a snippet is that of rekindle embed', () => {
  const [rule = ''] = SNIPPETS.flatMap(html => /<style>\n([\s\S]*?)<\/style>/.exec(html)?.[1] ?? []);

  assert.equal(rule.replace(/^ {2}/gm, '').trim(), embedStyle('tips'));
});

test('addresses name this version', () => {
  const versions = [...RECIPES.matchAll(/rekindle@([^/]+)/g)].map(match => match[1]);

  assert.ok(versions.length > 3);
  assert.deepEqual([...new Set(versions)], [version]);
});

test('shortcodes name attributes that the elements have', () => {
  const codes = fences('text').flatMap(text => text.match(/\[rekindle [^\]]*\]/g) ?? []);
  assert.ok(codes.length > 1);

  for (const code of codes) {
    const html = code.replace(/^\[rekindle element="(\w+)"(.*)\]$/, '<rekindle-$1$2><p>…</p></rekindle-$1>');
    const found = diagnose(readPage(`<html lang="en"><body>${html}`), { attributes, names, messages });
    assert.deepEqual(
      found.filter(one => !PARTIAL.includes(one.check)),
      [],
      html,
    );
  }
});

test('every host of the table has its recipe, and says whether it was tried', () => {
  const rows = [...RECIPES.matchAll(/^\| ([^|]+?) +\|[^|]+\|([^|]+)\|$/gm)].filter(
    ([, host = '']) => !/^(?:Host|-+)$/.test(host),
  );
  assert.ok(rows.length > 9);

  for (const [, host = '', tried = ''] of rows) {
    const name = host.split(/[,.\s]/)[0] ?? '';
    assert.match(RECIPES, new RegExp(`^## ${name}`, 'm'));
    assert.match(tried, /yes|not tried/);
  }
});
