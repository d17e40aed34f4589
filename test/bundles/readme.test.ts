import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { withApi, type Manifest } from '../../src/build/api.ts';
import { llmsText } from '../../src/build/llms.ts';
import { checklist } from '../../src/content/packs/en.ts';
import { format, resolveConfig } from 'prettier';
import { ready, watch } from '../support/chrome.ts';
import { hear } from '../support/events.ts';
import { browser, served } from '../support/site.ts';

/* What the README promises, held to. */

const README = readFileSync('README.md', 'utf8');
const CSP = /```text\n(default-src[^\n]+)\n```/.exec(README)?.[1] ?? '';
const ELEMENTS = ['tips', 'checklist', 'activities', 'helplines', 'guide'];

const page = (nonce: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
  <script type="module" nonce="${nonce}" src="/dist/rekindle.js"></script></head>
  <body>${ELEMENTS.map(name => `<rekindle-${name}></rekindle-${name}>`).join('')}</body></html>`;

test('the API tables are those of the manifest', async () => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  const options = await resolveConfig('README.md');

  assert.equal(await format(withApi(README, manifest), { ...options, parser: 'markdown' }), README, 'run npm run docs');
});

test('llms.txt has the elements of the manifest', () => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;

  assert.equal(llmsText(manifest), readFileSync('llms.txt', 'utf8'), 'run npm run docs');
});

test('every custom property that a style reads is in the README, and no other', () => {
  const styles = readdirSync('src/elements')
    .filter(file => file.endsWith('.styles.ts'))
    .map(file => readFileSync(`src/elements/${file}`, 'utf8'))
    .join('\n');
  const read = new Set(styles.match(/(?<=var\(\s*)--rekindle-[\w-]+/g));
  const documented = new Set([...README.matchAll(/^\| `(--rekindle-[\w-]+)`/gm)].map(match => match[1]));

  assert.deepEqual([...documented].sort(), [...read].sort());
});

test('everything works under the strictest policy that the README prints', async () => {
  assert.match(CSP, /default-src 'none'/);
  assert.match(CSP, /require-trusted-types-for 'script'/);
  served.page('/strict.html', page('rekindle'), { 'content-security-policy': CSP });
  const { page: tab, messages } = await watch(browser);
  await tab.goto(`${served.url}/strict.html`, { waitUntil: 'load' });
  await ready(tab);

  for (const name of ELEMENTS) {
    const shown = await tab.evaluate(
      tag => document.querySelector(tag)?.shadowRoot?.querySelector('.base')?.getBoundingClientRect().height ?? 0,
      `rekindle-${name}`,
    );
    assert.ok(shown > 100, `${name} shows ${shown} px`);
  }
  // The icon that a browser asks for by itself is refused by the policy too; it is not ours.
  assert.deepEqual(
    messages.filter(message => !message.includes('favicon.ico')),
    [],
  );
});

test('Privacy', async () => {
  served.page('/private.html', page(''));
  const { page: tab, requests } = await watch(browser);
  await tab.evaluateOnNewDocument(`heard = (${hear.toString()})()`);
  await tab.evaluateOnNewDocument(() => {
    const state = globalThis as unknown as { native: string[]; read: string[] };
    state.native = [];
    state.read = [];
    for (const type of ['input', 'change']) addEventListener(type, event => state.native.push(event.type));
    for (const key of ['userAgent', 'platform', 'hardwareConcurrency', 'plugins', 'languages'] as const) {
      const standard = Object.getOwnPropertyDescriptor(Navigator.prototype, key);
      Object.defineProperty(Navigator.prototype, key, {
        get() {
          state.read.push(key);
          return standard?.get?.call(this) as unknown;
        },
      });
    }
  });
  await tab.goto(`${served.url}/private.html`, { waitUntil: 'load' });
  await ready(tab);

  // A reader who uses everything.
  await tab.evaluate(async () => {
    const roots = (node: ParentNode): ShadowRoot[] =>
      [...node.querySelectorAll('*')].flatMap(one =>
        one.shadowRoot ? [one.shadowRoot, ...roots(one.shadowRoot)] : [],
      );
    for (let round = 0; round < 12; round++) {
      for (const root of roots(document)) {
        for (const input of root.querySelectorAll<HTMLInputElement>('input:not(:checked)')) input.click();
        for (const button of root.querySelectorAll<HTMLButtonElement>('button:not([name="reset"])')) button.click();
        for (const select of root.querySelectorAll('select')) {
          select.selectedIndex = select.options.length - 1;
          select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
      await new Promise(requestAnimationFrame);
    }
  });
  const { told, native, read } = await tab.evaluate(() => {
    const page = globalThis as unknown as { heard: { told: string[] }; native: string[]; read: string[] };
    return { told: page.heard.told, native: page.native, read: page.read };
  });
  const kept = await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  const databases = await tab.evaluate(async () => (await indexedDB.databases()).length);

  assert.deepEqual(
    // The browser draws its own date field with pictures of its own.
    requests.filter(request => request !== '/favicon.ico' && !request.startsWith('data:')),
    ['/private.html', '/dist/rekindle.js'],
  );
  assert.deepEqual(kept, [0, 0, '']);
  assert.equal(databases, 0);
  // The plan alone looks whether it stands inside an app.
  assert.deepEqual([...new Set(read)], ['userAgent']);
  // What the reader of this test sends by hand is none of ours; no native event leaves.
  const ours = told.filter(line => !/^(?:input|change) /.test(line));
  assert.ok(ours.length > 20, `${ours.length} events`);
  assert.deepEqual(native, []);
  // No event tells an answer or a danger; progress tells how many, and nothing else.
  const { scale, themes, stops } = checklist;
  const answers = [
    ...[...scale.options, scale.optOut].map(({ label }) => label),
    ...[...themes.flatMap(({ statements }) => [...statements]), ...stops].flatMap(({ id, text }) => [id, text]),
  ];
  const quoted = answers.map(answer => answer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const telling = new RegExp(`(?<![\\w-])(?:${quoted})(?![\\w-])`);
  assert.deepEqual(
    ours.filter(line => telling.test(line)),
    [],
  );
  for (const [type, fields] of [
    ['progress-change', /^\{"answered":\d+,"total":\d+\}$/],
    ['theme-complete', /^\{"themeId":"[a-z-]+"\}$/],
  ] as const) {
    const lines = ours.filter(line => line.startsWith(`rekindle-${type} `));
    assert.ok(lines.length > 0, type);
    for (const line of lines) assert.match(line.slice(line.indexOf(' ') + 1), fields);
  }
});
