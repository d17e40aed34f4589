import assert from 'node:assert/strict';
import test from 'node:test';
import { head, tips } from '../../src/content/packs/en.ts';
import { watch, type Watched } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* `dist/debug.js`, on pages that load it beside the built files. */

const DEBUG = '<script type="module" src="/dist/debug.js"></script>';
const SCRIPT = '<script type="module" src="/dist/rekindle.js"></script>';
const STYLE = '<style>.rekindle-tips { display: flow-root; min-block-size: 500px }</style>';
const tipsWith = (attributes = '', inside = '<p>Tips.</p>'): string =>
  `<rekindle-tips class="rekindle-tips" ${attributes}>${inside}</rekindle-tips>`;

let count = 0;
/** Opens a page of its own. */
async function open(
  body: string,
  top = DEBUG + SCRIPT + STYLE,
  headers: Record<string, string> = {},
): Promise<Watched> {
  const path = `/debug-${count++}.html`;
  served.page(
    path,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${top}</head><body>${body}</body></html>`,
    headers,
  );
  const watched = await watch(browser);
  await watched.page.goto(served.url + path, { waitUntil: 'load' });
  return watched;
}

/** Text of the panels, once one of them says what is looked for. */
async function panels({ page }: Watched, says: string): Promise<readonly string[]> {
  await page.waitForFunction(
    text => [...document.querySelectorAll('.rekindle-debug')].some(one => one.shadowRoot?.textContent.includes(text)),
    { timeout: 5000 },
    says,
  );
  return page.$$eval('.rekindle-debug', all => all.map(one => one.shadowRoot?.textContent ?? ''));
}

/** What the console says, once a line of it matches. */
async function line({ page, messages }: Watched, pattern: RegExp): Promise<string> {
  for (let tries = 0; !messages.some(one => pattern.test(one)) && tries < 200; tries++) {
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)));
  }
  const found = messages.find(one => pattern.test(one));
  assert.ok(found, `${String(pattern)} in ${messages.join('\n')}`);
  return found;
}

test('names a fault and its mend in the console, and beside the element with debug', async () => {
  const watched = await open(tipsWith('debug pagnation="dots"') + tipsWith('loop="false"'));

  const shown = await panels(watched, 'pagnation');

  assert.equal(shown.length, 1);
  assert.match(shown[0] ?? '', /error <rekindle-tips> has no attribute pagnation\. Write pagination\./);
  assert.match(await line(watched, /attribute-value/), /^warn: rekindle error: .*loop="false" is on.* Take loop out\./);
  const next = await watched.page.$eval('rekindle-tips[debug]', one => one.nextElementSibling?.className);
  assert.equal(next, 'rekindle-debug');
});

test('says that all is well, and which file defines the tag', async () => {
  const watched = await open(tipsWith('debug'));

  const [shown = ''] = await panels(watched, 'nothing to mend');

  assert.match(shown, /rekindle-tips .*is defined by http:\/\/localhost:\d+\/dist\/rekindle\.js/);
  assert.deepEqual(watched.messages, []);
});

test('follows what the page changes, and leaves with the attribute', async () => {
  const watched = await open(tipsWith('debug'));
  await panels(watched, 'nothing to mend');

  await watched.page.$eval('rekindle-tips', one => one.setAttribute('view', 'lists'));
  assert.match((await panels(watched, 'view'))[0] ?? '', /Write list for lists/);
  await watched.page.$eval('rekindle-tips', one => one.removeAttribute('view'));
  await panels(watched, 'nothing to mend');
  await watched.page.$eval('rekindle-tips', one => one.removeAttribute('debug'));

  await watched.page.waitForFunction(() => !document.querySelector('.rekindle-debug'));
});

test('without debug.js the attribute shows nothing and asks for nothing', async () => {
  const { page, messages, requests } = await open(tipsWith('debug pagnation="dots"'), SCRIPT + STYLE);
  await page.waitForSelector('rekindle-tips:defined');

  assert.equal(await page.$('.rekindle-debug'), null);
  assert.deepEqual(messages, []);
  assert.deepEqual(
    requests.filter(one => /debug\.js|custom-elements/.test(one)),
    [],
  );
});

test('words that came before it was there are checked too', async () => {
  const text = JSON.stringify({ ...head, tips: [{ ...tips[0], title: 7 }] });
  served.page('/debug-words.json', text);
  const child = `<script type="application/json">${text}</script><p>Tips.</p>`;
  const watched = await open(
    tipsWith('debug', child) + tipsWith('debug src="/debug-words.json"') + tipsWith('debug src="/debug-none.json"'),
    SCRIPT + STYLE,
  );
  await watched.page.waitForSelector('rekindle-tips:defined');
  await watched.page.addScriptTag({ type: 'module', url: '/dist/debug.js' });

  const shown = await panels(watched, 'debug-none.json');

  assert.match(shown[0] ?? '', /script child: tips\[0\]\.title should be text.*Mend tips\[0\]\.title/);
  assert.match(shown[1] ?? '', /\/debug-words\.json: tips\[0\]\.title should be text/);
  assert.match(shown[2] ?? '', /\/debug-none\.json: cannot be loaded: the server answered 404/);
  assert.match(shown[0] ?? '', /a file that was loaded before debug\.js/);
});

test('words that the element does not read are named', async () => {
  const text = JSON.stringify({ ...head, tips });
  const typed = tipsWith('debug', `<script type="text/json">${text}</script><p>Tips.</p>`);
  const watched = await open(
    typed + tipsWith('debug', `<div><script type="application/json">${text}</script><p>Tips.</p></div>`),
  );

  const shown = await panels(watched, 'inside <div>');

  assert.match(
    shown[0] ?? '',
    /does not read a script of type="text\/json": our words.*Write type="application\/json"/,
  );
  assert.match(shown[1] ?? '', /does not read a script inside <div>: our words.*Put it right into <rekindle-tips>/);
});

test('a length without a unit is named, wherever the page sets it', async () => {
  served.page('/debug-host.css', 'main { --rekindle-space: 0 }', { 'content-type': 'text/css' });
  const watched = await open(
    `<main>${tipsWith('debug')}</main>`,
    `${DEBUG}${SCRIPT}${STYLE}<link rel="stylesheet" href="/debug-host.css">`,
  );

  assert.match((await panels(watched, 'a 0 without'))[0] ?? '', /--rekindle-space is a 0.*Write --rekindle-space: 0px/);
});

test('words that a script gives are checked', async () => {
  const watched = await open(tipsWith('debug'));
  await panels(watched, 'nothing to mend');

  await watched.page.$eval('rekindle-tips', one => Object.assign(one, { pack: { format: 2 } }));

  assert.match((await panels(watched, 'pack property'))[0] ?? '', /pack property: format should be one of 1/);
});

test('a policy that refuses the script is named, also when it did so before', async () => {
  const refused = SCRIPT.replace('/dist', 'http://127.0.0.1:9/dist');
  for (const top of [DEBUG + refused, refused + DEBUG]) {
    const watched = await open(tipsWith('debug'), top + STYLE, {
      'content-security-policy': "script-src 'self'; style-src 'unsafe-inline'; img-src data:",
    });

    const [shown = ''] = await panels(watched, 'policy');

    assert.match(shown, /policy \(script-src-elem\) refused http:\/\/127\.0\.0\.1:9\/dist\/rekindle\.js\. Allow it/);
    assert.match(shown, /<rekindle-tips> is not defined/);
  }
});

test("a policy that refuses the site's own activities.js is none of ours", async () => {
  const watched = await open(
    tipsWith('debug loop="no"'),
    `${DEBUG}<script src="http://127.0.0.1:9/js/activities.js"></script>${SCRIPT}${STYLE}`,
    { 'content-security-policy': "script-src 'self'; style-src 'unsafe-inline'; img-src data:" },
  );

  assert.doesNotMatch((await panels(watched, 'loop'))[0] ?? '', /activities\.js/);
});

test('a policy without our Trusted Types policy is named, and the panel works under it', async () => {
  const watched = await open(tipsWith('debug'), SCRIPT + DEBUG + STYLE, {
    'content-security-policy': "require-trusted-types-for 'script'; trusted-types own",
  });

  assert.match(
    (await panels(watched, 'trusted-types'))[0] ?? '',
    /no Trusted Types policy of the name rekindle.*Add rekindle to trusted-types/,
  );
});

test('it works under the strictest policy', async () => {
  const nonce = (html: string): string => html.replaceAll('<script', '<script nonce="a"');
  const watched = await open(tipsWith('debug loop="no"'), nonce(DEBUG + SCRIPT), {
    'content-security-policy':
      "default-src 'none'; script-src 'nonce-a' 'strict-dynamic'; img-src data:; require-trusted-types-for 'script'; trusted-types rekindle",
  });

  assert.match((await panels(watched, 'loop'))[0] ?? '', /Take loop out/);
});

test('a file that is not there is named', async () => {
  const watched = await open(
    tipsWith('debug'),
    DEBUG + SCRIPT.replace('rekindle.js', 'tips-2.js') + SCRIPT.replace('/dist', '/none') + STYLE,
  );

  assert.match(
    (await panels(watched, 'is not there'))[0] ?? '',
    /<rekindle-tips> is not defined: .*\/none\/rekindle\.js is not there/,
  );
});

test('two versions, also of imported files, are named', async () => {
  for (const version of ['0.1.0', '0.2.0']) {
    served.page(`/npm/rekindle@${version}/dist/tips.js`, `/* ${version} */`, { 'content-type': 'text/javascript' });
  }
  const imports = ['0.1.0', '0.2.0'].map(one => `import '/npm/rekindle@${one}/dist/tips.js';`).join('');
  const watched = await open(tipsWith('debug'), `${DEBUG}<script type="module">${imports}</script>${STYLE}`);

  assert.match((await panels(watched, 'versions'))[0] ?? '', /Two versions: 0\.[12]\.0 .* and 0\.[12]\.0/);
});

test('a placeholder that nothing upgrades, and a language without words, are named', async () => {
  const watched = await open(
    `<div lang="de">${tipsWith('debug', '')}</div><div data-rekindle="tips"><p>Tips.</p></div>`,
    DEBUG + SCRIPT,
  );

  const [shown = ''] = await panels(watched, 'rekindle.classic.js');

  assert.match(shown, /Nothing makes <div data-rekindle="tips"> an element/);
  assert.match(shown, /The page is in de here/);
  assert.match(shown, /Nothing stands in the element/);
  assert.match(shown, /keeps its height free/);
});
