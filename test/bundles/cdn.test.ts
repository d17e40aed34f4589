import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { HOSTS, scripts, type Integrity } from '../../src/build/cdn.ts';
import { integrityOf } from '../../src/build/integrity.ts';
import { changelogSection, releaseNotes } from '../../src/build/release-notes.ts';
import { ready, watch } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* The files as a CDN gives them: exact version, hash, headers. No request leaves the machine: the test is the CDN. */

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Integrity;
const README = readFileSync('README.md', 'utf8');
/** As the README prints them. */
const HEADERS = Object.fromEntries(
  (/```text\n(content-type: [^`]+)```/.exec(README)?.[1] ?? '')
    .trim()
    .split('\n')
    .map(line => line.split(': ') as [string, string]),
);

const rekindle = (...args: string[]): string =>
  execFileSync(process.execPath, ['dist/bin/rekindle.js', ...args], { encoding: 'utf8' });

interface Visit {
  /** Elements that rendered. */
  readonly rendered: readonly string[];
  readonly messages: readonly string[];
  /** What was asked of a CDN. */
  readonly asked: readonly string[];
}

/** What defines no element: for the page around a frame, and for the owner of a page. */
const WITHOUT = ['frame.js', 'debug.js'];

let visits = 0;

/** Opens a page with a script tag, as a host that serves our files with the headers of the README, or others. */
async function visit(
  tag: string,
  { headers = HEADERS, change = (script: string) => script, page = {} } = {},
): Promise<Visit> {
  const path = `/cdn-${visits++}.html`;
  const elements = ['tips', 'checklist', 'activities', 'helplines', 'guide']
    .map(name => `<rekindle-${name}><p>Fallback</p></rekindle-${name}>`)
    .join('');
  served.page(
    path,
    `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${tag}</head><body>${elements}</body></html>`,
    page,
  );
  const { page: tab, messages } = await watch(browser);
  const asked: string[] = [];
  await tab.setRequestInterception(true);
  tab.on('request', request => {
    const host = Object.values(HOSTS).find(start => request.url().startsWith(start));
    if (!host) return void request.continue();
    asked.push(request.url());
    const [, version, file] = /^rekindle@([\d.]+)\/(.+)$/.exec(request.url().slice(host.length)) ?? [];
    if (version !== manifest.version || !file || !existsSync(file)) return void request.respond({ status: 404 });
    return void request.respond({ headers, body: change(readFileSync(file, 'utf8')) });
  });
  await tab.goto(served.url + path, { waitUntil: 'networkidle0' });
  const names = await tab.evaluate(() =>
    [...document.body.children].map(one => one.localName).filter(name => customElements.get(name)),
  );
  if (names.length === 5) await ready(tab);
  const rendered = await tab.evaluate(async () => {
    const shown: string[] = [];
    for (const element of document.body.children) {
      await (element as Element & { updateComplete?: Promise<unknown> }).updateComplete;
      if (element.shadowRoot?.querySelector('.base')) shown.push(element.localName.replace('rekindle-', ''));
    }
    return shown;
  });
  await tab.browserContext().close();
  return { rendered, messages, asked };
}

test('integrity.json has the hash and the sizes of every file of the build', () => {
  const built = (readdirSync('dist', { recursive: true }) as string[]).filter(file =>
    statSync(`dist/${file}`).isFile(),
  );

  assert.deepEqual(Object.keys(integrity.files), built.filter(file => file !== 'integrity.json').sort());
  assert.equal(integrity.version, manifest.version);
  for (const [file, { integrity: hash, bytes }] of Object.entries(integrity.files)) {
    const content = readFileSync(`dist/${file}`);
    assert.equal(hash, `sha384-${createHash('sha384').update(content).digest('base64')}`, file);
    assert.equal(bytes, content.length, file);
  }
  // Compressing all of them again would take as long as all other tests here.
  assert.deepEqual(integrityOf('dist/schema', '').files['pack.json'], integrity.files['schema/pack.json']);
});

for (const field of ['jsdelivr', 'unpkg']) {
  test(`the file that the field ${field} names loads by itself`, async () => {
    const address = `${HOSTS[field]}rekindle@${manifest.version}/${manifest[field]}`;
    const { rendered, messages, asked } = await visit(`<script type="module" crossorigin src="${address}"></script>`);

    assert.equal(rendered.length, 5);
    assert.deepEqual(messages, []);
    assert.deepEqual(asked, [address]);
  });
}

const TAGS = rekindle('script').trim().split('\n');

test('the tags of the other host are the same, at its address', () => {
  const { jsdelivr = '', unpkg = '' } = HOSTS;
  const other = rekindle('script', '--host', 'unpkg').trim().split('\n');

  assert.deepEqual(
    other,
    TAGS.map(tag => tag.replace(`src="${jsdelivr}`, `src="${unpkg}`)),
  );
  assert.ok(other.every(tag => tag.includes(`src="${unpkg}`)));
});

for (const tag of TAGS) {
  const file = /([\w.-]+\.js)"/.exec(tag)?.[1] ?? '';

  test(`the tag of ${file}, as it is printed, shows its elements`, async () => {
    const { rendered, messages, asked } = await visit(tag);

    assert.match(tag, /^<script (?:type="module"|defer) data-cfasync="false" src="/);
    // What debug.js is for is to say what this page lacks.
    const said = file === 'debug.js' ? messages.filter(text => !text.startsWith('warn: rekindle ')) : messages;
    assert.deepEqual(said, []);
    if (file === 'autoload.js') assert.equal(asked.length, 1 + rendered.length);
    else assert.equal(asked.length, 1);
    if (!WITHOUT.includes(file)) assert.ok(rendered.length > 0);
  });
}

const tag = rekindle('script', 'rekindle.js');

test('a page that isolates itself (COEP) may use the file', async () => {
  const { rendered, messages } = await visit(tag, { page: { 'cross-origin-embedder-policy': 'require-corp' } });

  assert.equal(rendered.length, 5);
  assert.deepEqual(messages, []);
});

test('a file that was changed on its way does not run, and the text inside the elements stays', async () => {
  const { rendered, messages } = await visit(tag, { change: script => `${script};` });

  assert.deepEqual(rendered, []);
  assert.match(messages.join('\n'), /integrity/);
});

test('without the header for any origin a browser does not run it: hence the header', async () => {
  const { 'access-control-allow-origin': _, ...headers } = HEADERS;
  const { rendered, messages } = await visit(tag, { headers });

  assert.deepEqual(rendered, []);
  assert.match(messages.join('\n'), /CORS|Access-Control-Allow-Origin/);
});

test('the README has the headers that matter', () => {
  assert.deepEqual(HEADERS, {
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  for (const [, version] of README.matchAll(/rekindle@(\d[\w.-]*)/g)) assert.equal(version, manifest.version);
});

for (const file of scripts(integrity)) {
  test(`${file} has its source map, with all sources inside`, () => {
    const script = readFileSync(`dist/${file}`, 'utf8');
    const map = JSON.parse(readFileSync(`dist/${file}.map`, 'utf8')) as { sources: string[]; sourcesContent: string[] };

    assert.match(script, new RegExp(`//# sourceMappingURL=${file}\\.map\\s*$`));
    assert.ok(map.sources.length > 0);
    assert.equal(map.sourcesContent.filter(Boolean).length, map.sources.length);
    assert.deepEqual(
      map.sources.filter(source => /^(?:[a-z]+:|\/)/.test(source)),
      [],
      'addresses of the machine that built it',
    );
  });
}

test('rekindle files prints every file with its sizes and its hash', () => {
  const rows = rekindle('files').split('\n');

  for (const [file, { integrity: hash, bytes, gzip, brotli }] of Object.entries(integrity.files)) {
    const sizes = [bytes, gzip, brotli].map(size => size.toLocaleString('en'));
    assert.ok(rows.includes(`| \`${file}\` | ${sizes.join(' | ')} | \`${hash}\` |`), file);
  }
});

test('rekindle script names what it can print', () => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/bin/rekindle.js', 'script', 'nothing.js'], {
    encoding: 'utf8',
  });

  assert.equal(status, 1);
  assert.match(stderr, /no script nothing\.js: one of .*rekindle\.js/);
});

test('the notes of a release are its section of the changelog and its files', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- Later.\n\n## 0.1.0 (2026-01-01)\n\n- This.\n\n### Fixed\n\n- That.\n\n## 0.0.9\n\n- Old.\n';

  assert.equal(changelogSection(changelog, '0.1.0'), '- This.\n\n### Fixed\n\n- That.');
  assert.throws(() => changelogSection(changelog, '0.1'), /says nothing of 0\.1/);
  const notes = releaseNotes(changelog, { ...integrity, version: '0.1.0' });
  assert.match(notes, /^- This\.[\s\S]+## Files[\s\S]+integrity="sha384-[\s\S]+\| `tips\.js` \|/);
  assert.doesNotMatch(notes, /Later|Old/);
});
