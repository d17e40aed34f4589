import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { ELEMENTS } from '../../src/build/bundles.ts';
import { activities, checklist, head, sections, tips } from '../../src/content/packs/en.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import { CODES } from '../support/codes.ts';

/* Words that would be markup, in every text of a pack: what `rekindle embed` and `rekindle frames` print holds them as words. */

const folder = mkdtempSync(join(tmpdir(), 'rekindle-hostile-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'dist/bin/rekindle.js'), ...args],
    { encoding: 'utf8', cwd: folder, maxBuffer: 1e8 },
  );
  assert.equal(status, 0, stderr);
  return stdout;
};

/** In text a tag; in an attribute its end, another attribute and a tag; in a script its end. */
const PAYLOAD = '" onload="1"><x-foreign>&lt;</script></style></title>';
/** The same in an address. */
const QUERY = '?q="onload="1"><x-foreign>';

const ADDRESSES = ['href', 'site', 'url', 'source'];

/** A copy with the payload in each address, and in each text: in all that is no code. */
function poisoned(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (ADDRESSES.includes(key)) return value + QUERY;
    return CODES.has(key) ? value : `${value} ${PAYLOAD}`;
  }
  if (Array.isArray(value)) return value.map(one => poisoned(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
}

const [first, ...others] = tips;
/** Ours have not everything. */
const marked = { ...first, points: [[{ strong: 'A' }, { em: 'b' }, { a: 'c', href: 'https://example.org/' }]] };
const [one, ...more] = activities;
const needing = { ...one, needs: ['A rug'] };
writeFileSync(
  join(folder, 'pack.json'),
  JSON.stringify(
    poisoned({ ...head, sections, tips: [marked, ...others], checklist, activities: [needing, ...more], helplines }),
  ),
);

type Node = DefaultTreeAdapterTypes.Node;

/** All of a page, what stands in templates too. */
const nodesOf = (node: Node): Node[] => [
  node,
  ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : []),
  ...('content' in node ? nodesOf(node.content) : []),
];

/** Fails where anything of the words is more than words. */
function holdsWordsAlone(html: string, tags: readonly string[]): void {
  const nodes = nodesOf(parse(html));
  const elements = nodes.filter(node => 'tagName' in node);
  const known = elements.filter(({ tagName }) => tags.includes(tagName) || tagName.startsWith('rekindle-'));

  assert.deepEqual([...new Set(elements.filter(one => !known.includes(one)).map(one => one.tagName))], []);
  assert.deepEqual(
    elements.flatMap(one => one.attrs).filter(({ name }) => /^on|["<>]/.test(name)),
    [],
  );
  // As it was written, and not escaped twice.
  const texts = [
    ...nodes.flatMap(node => (node.nodeName === '#text' && 'value' in node ? node.value : [])),
    ...elements.flatMap(one => one.attrs.map(({ value }) => value)),
  ];
  assert.ok(texts.some(text => text.includes(PAYLOAD)));
  assert.deepEqual(
    texts.filter(text => /&(?:amp|quot|gt);/.test(text)),
    [],
  );
}

const PAGE = ['html', 'head', 'body', 'style', 'script'];
const TEXT = 'div section h1 h2 h3 h4 h5 h6 p ul ol li a strong em blockquote details summary span'.split(' ');
/** What the elements themselves are made of. */
const OWN =
  'template slot nav header footer button input label select option optgroup fieldset legend form output time meter progress svg path dialog small dl dt dd b article aside hr br textarea search'.split(
    ' ',
  );

for (const name of ELEMENTS) {
  for (const [form, tags] of [
    ['children', [...PAGE, ...TEXT]],
    ['declarative', [...PAGE, ...TEXT, ...OWN]],
    ['iframe', [...PAGE, 'iframe']],
  ] as const) {
    // A frame has of the words its title alone, which of the others is ours.
    if (form === 'iframe' && !['checklist', 'guide'].includes(name)) continue;
    test(`rekindle embed ${name} --form ${form} prints hostile words as words`, () => {
      const base = form === 'iframe' ? ['--base', '/r/frame'] : [];
      holdsWordsAlone(run('embed', name, '--form', form, '--pack', 'pack.json', ...base), tags);
    });
  }
}

test('the JSON of a snippet holds hostile words as they are', () => {
  const html = run('embed', 'tips', '--pack', 'pack.json');
  const [json = ''] = nodesOf(parse(html)).flatMap(node =>
    node.nodeName === 'script' && 'attrs' in node && node.attrs.some(({ value }) => value === 'application/json')
      ? node.childNodes.flatMap(one => ('value' in one ? one.value : []))
      : [],
  );
  const words = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as { tips: unknown };

  assert.deepEqual((JSON.parse(json) as { tips: unknown }).tips, words.tips);
});

test('rekindle frames writes hostile words as words, and so do its oEmbed answers', () => {
  run('frames', 'frame', '--base', 'https://example.org/', '--pack', 'pack.json');
  const files = readdirSync(join(folder, 'frame'));
  assert.equal(files.length, 2 * ELEMENTS.length);

  for (const file of files) {
    const text = readFileSync(join(folder, 'frame', file), 'utf8');
    if (file.endsWith('.html')) holdsWordsAlone(text, [...PAGE, ...TEXT, 'meta', 'title', 'link']);
    else if (/^(?:checklist|guide)/.test(file))
      holdsWordsAlone((JSON.parse(text) as { html: string }).html, [...PAGE, 'iframe']);
  }
});
