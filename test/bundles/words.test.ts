import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import test from 'node:test';
import type { Page } from 'puppeteer-core';
import { head, tips } from '../../src/content/packs/en.ts';
import { ready, watch } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* Words of the page's own on their way: what is asked for with them, and how long it is waited for. */

const words = JSON.stringify({ ...head, tips: [{ ...tips[0], title: 'My own words' }] });
const start = (script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${script}`;
const TIPS = '<script type="module" src="/dist/tips.js"></script>';
const title = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2')?.textContent);

test('words from an address are asked for without cookies and without a referrer', async () => {
  const asked: Record<string, unknown>[] = [];
  served.answer('/asked.json', (request, response) => {
    asked.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json' }).end(words);
  });
  served.page('/asked', start(`${TIPS}<rekindle-tips src="/asked.json"></rekindle-tips>`), {
    'set-cookie': 'who=she; Path=/',
    'referrer-policy': 'unsafe-url',
  });
  const { page, messages } = await watch(browser);
  await page.goto(`${served.url}/asked`);
  await page.waitForFunction(() => document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2'));

  assert.equal(await title(page), 'My own words');
  assert.equal(await page.evaluate(() => document.cookie), 'who=she');
  assert.equal(asked.length, 1);
  assert.deepEqual([asked[0]?.cookie, asked[0]?.referer], [undefined, undefined]);
  assert.deepEqual(messages, []);
  await page.browserContext().close();
});

test('an address that never answers is given up after eight seconds: one warning, and the words of the file', async () => {
  served.answer('/never.json', () => undefined);
  // The clock of the browser alone is shorter.
  const clock = `<script>
    const timeout = AbortSignal.timeout;
    AbortSignal.timeout = ms => timeout.call(AbortSignal, (window.limit = ms) / 80);
  </script>`;
  served.page('/never', start(`${clock}${TIPS}<rekindle-tips src="/never.json"></rekindle-tips>`));
  const { page, messages } = await watch(browser);
  await page.goto(`${served.url}/never`);
  await page.waitForFunction(() => document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2'));

  assert.equal(await page.evaluate(() => (window as unknown as { limit: number }).limit), 8000);
  assert.equal(await title(page), 'Focus on Yourself');
  const warnings = messages.filter(one => one.startsWith('warn'));
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /<rekindle-tips> \/never\.json: cannot be loaded: TimeoutError/);
  await page.browserContext().close();
});

test('an element that goes calls off what it asked for, silently, and asks again when it is back', async () => {
  let asked = 0;
  let left = (): void => undefined;
  const hasLeft = new Promise<void>(resolve => (left = resolve));
  served.answer('/left.json', (_, response) => {
    if (asked++) response.writeHead(200, { 'content-type': 'application/json' }).end(words);
    else response.on('close', left);
  });
  served.page('/left', start(`${TIPS}<rekindle-tips src="/left.json"></rekindle-tips>`));
  const { page, messages } = await watch(browser);
  const isAsked = page.waitForRequest(request => request.url().endsWith('/left.json'));
  await page.goto(`${served.url}/left`);
  await isAsked;
  const element = await page.$('rekindle-tips');
  await element?.evaluate(one => one.remove());
  await hasLeft;
  await element?.evaluate(one => document.body.append(one));
  await page.waitForFunction(() => document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2'));

  assert.equal(await title(page), 'My own words');
  assert.deepEqual(
    messages.filter(one => !one.startsWith('failed')),
    [],
  );
  await page.browserContext().close();
});

/** A page that comes in pieces: the test says when the next one does. */
async function inPieces(
  path: string,
  first: string,
): Promise<{ page: Page; messages: string[]; rest: ServerResponse }> {
  const { page, messages } = await watch(browser);
  const rest = await new Promise<ServerResponse>(resolve => {
    served.answer(path, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      // As long as browsers wait for before they show something.
      response.write(`${start('<script src="/dist/rekindle.classic.js"></script>')}${' '.repeat(2000)}${first}`);
      resolve(response);
    });
    void page.goto(served.url + path, { waitUntil: 'load' }).catch(() => undefined);
  });
  return { page, messages, rest };
}

const half = Math.floor(words.length / 2);
for (const [what, first, second] of [
  ['half of the JSON', `<rekindle-tips><script type="application/json">${words.slice(0, half)}`, words.slice(half)],
  ['the start of the element', '<rekindle-tips>', `<script type="application/json">${words}`],
] as const) {
  test(`the parser waits for the network after ${what}: no other words show, and no message comes`, async () => {
    const { page, messages, rest } = await inPieces(`/pieces-${first.length}`, `<main><div>${first}`);
    await page.waitForFunction(() => document.querySelector('rekindle-tips')?.matches(':defined'));
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await title(page), undefined);

    rest.end(`${second}</script></rekindle-tips></div></main>`);
    await page.waitForFunction(() => document.readyState === 'complete');
    await ready(page);
    assert.equal(await title(page), 'My own words');
    assert.deepEqual(messages, []);
    await page.browserContext().close();
  });
}

test('an address that fails while the parser has yet to read the text inside: the text stays', async () => {
  const told = "<script>addEventListener('rekindle-error', () => (window.isTold = true))</script>";
  const { page, rest } = await inPieces('/pieces-src', `${told}<rekindle-tips src="/nothing.json">`);
  await page.waitForFunction(() => document.querySelector('rekindle-tips')?.matches(':defined'));
  // As long as that takes.
  await page.evaluate(() => fetch('/nothing.json'));
  rest.end('<p id="own">The text inside.</p></rekindle-tips>');
  await page.waitForFunction(() => (window as unknown as { isTold?: boolean }).isTold);
  await ready(page);

  assert.equal(await page.evaluate(() => document.querySelector('#own')?.checkVisibility()), true);
  await page.browserContext().close();
});

test('an element that the parser has left behind does not wait for the rest of the page', async () => {
  const { page, rest } = await inPieces('/pieces-past', '<div></div>');
  await page.waitForFunction(() => document.querySelector('div'));
  await page.evaluate(() => {
    const tips = document.createElement('rekindle-tips');
    document.querySelector('div')?.before(tips);
  });
  await page.waitForFunction(() => document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2'));
  assert.equal(await page.evaluate(() => document.readyState), 'loading');
  rest.end();
  await page.browserContext().close();
});
