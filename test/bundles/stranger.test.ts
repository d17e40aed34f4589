import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ready, watch } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* The built files as a stranger pastes them. */

const FILES = {
  rekindle: ['tips', 'checklist', 'activities', 'helplines', 'guide'],
  tips: ['tips'],
  'tips-actions': ['tips'],
  checklist: ['checklist', 'helplines'],
  activities: ['activities'],
  helplines: ['helplines'],
} as const;
type File = keyof typeof FILES;
const NAMES = Object.keys(FILES) as File[];

const TRUSTED_TYPES = {
  'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${NAMES.map(name => (name === 'rekindle' ? name : `rekindle-${name}`)).join(' ')}`,
};

const script = (name: File): string => `<script type="module" src="/dist/${name}.js"></script>`;
const tags = (names: readonly File[]): string[] => [...new Set(names.flatMap(name => [...FILES[name]]))];
const elements = (names: readonly File[]): string =>
  tags(names)
    .map(tag => `<rekindle-${tag}><p>Fallback</p></rekindle-${tag}>`)
    .join('\n');
const bare = (head: string, body: string, lang = 'lang="en"'): string =>
  `<!doctype html><html ${lang}><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** Opens a page and gives what its elements show, and what it complained about. */
async function open(
  html: string,
  headers = {},
): Promise<{ rendered: string[]; messages: string[]; requests: string[] }> {
  const path = `/page-${Math.floor(performance.now() * 1000)}.html`;
  served.page(path, html, headers);
  const { page, messages, requests } = await watch(browser);
  await page.goto(served.url + path, { waitUntil: 'load' });
  await ready(page);
  const rendered = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter(element => element.shadowRoot?.querySelector('.base'))
      .map(element => element.localName.replace('rekindle-', '')),
  );
  await page.browserContext().close();
  return { rendered, messages, requests: requests.filter(request => request !== path && !request.startsWith('data:')) };
}

for (const name of NAMES) {
  test(`${name}.js alone shows its elements on a bare page, with one request and no message`, async () => {
    const { rendered, messages, requests } = await open(bare(script(name), elements([name])), TRUSTED_TYPES);

    assert.deepEqual(rendered.sort(), [...FILES[name]].sort());
    assert.deepEqual(messages, []);
    assert.deepEqual(requests, [`/dist/${name}.js`]);
  });
}

for (const name of NAMES) {
  test(`${name}.js has no way to make markup of text but Lit's one, for its own templates`, () => {
    const sinks =
      /unsafe(?:HTML|SVG|Static)|(?:inner|outer)HTML|insertAdjacentHTML|setHTMLUnsafe|DOMParser|createContextualFragment|\beval\(|new Function|document\.write|setAttribute\(.style/g;

    assert.deepEqual(readFileSync(`dist/${name}.js`, 'utf8').match(sinks), ['innerHTML']);
  });
}

for (const first of NAMES) {
  for (const second of NAMES) {
    test(`${first}.js, then ${second}.js: each tag once, nothing thrown, under Trusted Types`, async () => {
      // A second tag with the same address would not run again: the query makes it another module.
      const again = script(second).replace('.js"', '.js?again"');
      const { rendered, messages } = await open(bare(script(first) + again, elements([first, second])), TRUSTED_TYPES);

      assert.deepEqual(rendered.sort(), tags([first, second]).sort());
      assert.deepEqual(messages, []);
    });
  }
}

test('a page that takes the policy name lit-html, with hooks of Lit as ids, gets our elements and keeps its globals', async () => {
  const hooks = [
    'litHtmlPolyfillSupport',
    'reactiveElementPolyfillSupport',
    'litElementHydrateSupport',
    'litHtmlVersions',
  ];
  const head = `<script>trustedTypes.createPolicy('lit-html', {}); const before = Object.keys(globalThis);</script>${script('rekindle')}`;
  const anchors = hooks.map(id => `<a id="${id}" href="#a">a</a>`).join('');
  const leak = `<script type="module">
    await Promise.all(['tips', 'guide'].map(tag => customElements.whenDefined('rekindle-' + tag)));
    const left = Object.keys(globalThis).filter(key => !before.includes(key));
    if (left.length || Object.hasOwn(Symbol, 'metadata') !== ('metadata' in Symbol)) console.error('left: ' + left);
  </script>`;
  const { rendered, messages } = await open(bare(head, anchors + elements(['rekindle']) + leak), {
    'content-security-policy': 'trusted-types lit-html rekindle',
  });

  assert.equal(rendered.length, 5);
  assert.deepEqual(messages, []);
});

test('where the policy of the page refuses ours, the children stay and nothing is thrown', async () => {
  const path = '/refused.html';
  served.page(path, bare(script('rekindle'), elements(['rekindle'])), {
    'content-security-policy': "require-trusted-types-for 'script'; trusted-types other",
  });
  const { page, messages } = await watch(browser);
  await page.goto(served.url + path, { waitUntil: 'networkidle0' });

  const defined = await page.evaluate(() => customElements.get('rekindle-tips') !== undefined);
  const text = await page.evaluate(() => document.body.innerText);

  assert.equal(defined, false);
  assert.equal(text.match(/Fallback/g)?.length, 5);
  // The browser itself reports the refusal; no error is thrown.
  assert.deepEqual(
    messages.filter(message => message.startsWith('error: Error') || message.includes('Uncaught')),
    [],
  );
});

test('on a right-to-left page in another language the words say that they are English', async () => {
  const path = '/arabic.html';
  served.page(path, bare(script('rekindle'), elements(['rekindle']), 'lang="ar" dir="rtl"'));
  const { page, messages } = await watch(browser, 375);
  await page.goto(served.url + path, { waitUntil: 'load' });
  await ready(page);

  const facts = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter(element => element.shadowRoot)
      .map(element => {
        const base = element.shadowRoot?.querySelector('.base');
        return `${base?.getAttribute('lang')} ${base?.getAttribute('dir')} ${base && getComputedStyle(base).direction}`;
      }),
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth);

  assert.deepEqual(facts, Array(5).fill('en ltr ltr'));
  assert.ok(width <= 375, `the page is ${width} px wide`);
  assert.deepEqual(messages, []);
});
