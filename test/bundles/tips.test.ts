import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import type { Page } from 'puppeteer-core';
import { tips } from '../../src/content/packs/en.ts';
import { ready, watch } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* The tips on a real page: its address, words that are searched for, and paper. */

const MANY = Array.from({ length: 30 }, (_, i) => `<li><b>Title ${i + 1}</b> Words of number${i + 1} alone.</li>`);

before(() => {
  const page = (path: string, body: string, script = '<script type="module" src="/dist/tips.js"></script>'): void =>
    served.page(
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
      <p>Above.</p><div style="height: 1500px"></div>${body}<div style="height: 1500px"></div>
      ${script}</html>`,
    );
  page('/tips.html', '<rekindle-tips hash></rekindle-tips>');
  page(
    '/late.html',
    '<rekindle-tips hash></rekindle-tips>',
    // What waits for "unload" does not go to the browser's cache: Back loads it again.
    `<script type="module">addEventListener('unload', () => {}); addEventListener('load', () => setTimeout(() => import('/dist/tips.js')))</script>`,
  );
  page('/many.html', `<rekindle-tips content="children"><ol>${MANY.join('')}</ol></rekindle-tips>`);
  page('/elsewhere.html', '<p>Elsewhere.</p>');
});

const ids = tips.map(({ id }) => id);

/** The tip that is seen, once its card stands at the start of the row, and how far the page is scrolled. */
const place = async (page: Page, index: number): Promise<number> => {
  await page.waitForFunction(
    at => {
      const root = document.querySelector('rekindle-tips')?.shadowRoot;
      const [card, row] = ['[part~=slide-active]', '.track'].map(one =>
        root?.querySelector(one)?.getBoundingClientRect(),
      );
      const isThere = card && row && Math.abs(card.left - row.left) < 4;
      return isThere && document.querySelector('rekindle-tips')?.activeIndex === at;
    },
    {},
    index,
  );
  return page.evaluate(() => scrollY);
};

// Late, the browser has already put the page where it was, and nothing sets right what moves it.
for (const path of ['/tips.html', '/late.html']) {
  test(`a link to a tip below the fold leads there; reload, Back and Forward leave the page where it was: ${path}`, async () => {
    const { page, messages } = await watch(browser);
    await page.goto(`${served.url}${path}#${ids[3]}`, { waitUntil: 'load' });
    await ready(page);
    assert.ok((await place(page, 3)) > 0, 'the page is at its top, and not at the tip');

    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.reload({ waitUntil: 'load' });
    await ready(page);
    assert.equal(await place(page, 3), 0, 'after the reload');

    await page.goto(`${served.url}/elsewhere.html`, { waitUntil: 'load' });
    await page.goBack({ waitUntil: 'load' });
    await ready(page);
    assert.equal(await place(page, 3), 0, 'after Back');

    await page.goForward({ waitUntil: 'load' });
    await page.goBack({ waitUntil: 'load' });
    await ready(page);
    assert.equal(await place(page, 3), 0, 'after Forward and Back');
    const entries = await page.evaluate(() => JSON.stringify(performance.getEntriesByType('navigation')));
    if (path === '/late.html') assert.match(entries, /"type":"back_forward"/, 'it was loaded again');
    assert.deepEqual(messages, []);
    await page.browserContext().close();
  });
}

test('Back and Forward between tips of a page follow the address, and do not move the page', async () => {
  const { page } = await watch(browser);
  await page.goto(`${served.url}/tips.html`, { waitUntil: 'load' });
  await ready(page);
  for (const index of [2, 4]) {
    await page.evaluate(id => {
      location.hash = id;
    }, ids[index] ?? '');
    assert.ok((await place(page, index)) > 300, 'a link leads to the tip');
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
  }
  await page.evaluate(() => history.back());
  assert.equal(await place(page, 2), 300);
  await page.evaluate(() => history.forward());
  assert.equal(await place(page, 4), 300);
  await page.browserContext().close();
});

test('a text fragment leads to a tip that is not seen, and shows its card', async () => {
  const { page } = await watch(browser);
  await page.goto(`${served.url}/many.html`, { waitUntil: 'load' });
  await ready(page);
  // By a link in the page: on the way to a page the browser looks for the words before the script runs.
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '#:~:text=number25', textContent: 'A link' });
    document.body.prepend(link);
  });
  await page.click('a');
  assert.ok((await place(page, 24)) > 0);
  await page.browserContext().close();
});

test('a finger moves the row sideways and not the page, and the page over the row', async () => {
  const { page } = await watch(browser);
  await page.setViewport({ width: 375, height: 700, hasTouch: true });
  await page.goto(`${served.url}/tips.html`, { waitUntil: 'load' });
  await ready(page);
  await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
  const before = await page.evaluate(() => scrollY);
  const touch = await page.createCDPSession();
  /** Draws a finger over the cards, a step a frame, and holds it still before it lifts: then nothing goes on by itself. */
  const draw = async (across: number, down: number): Promise<void> => {
    const at = (share: number): { x: number; y: number }[] => [{ x: 300 + across * share, y: 600 + down * share }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let step = 1; step <= 30; step++) {
      const touchPoints = at(Math.min(step / 15, 1));
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };

  await draw(-240, 0);
  assert.equal(await place(page, 1), before);
  await draw(0, -200);
  await page.waitForFunction(top => scrollY > top + 100, {}, before);
  assert.ok((await place(page, 1)) > before + 100);
  await page.browserContext().close();
});

test('on paper every tip has its number', async () => {
  const { page } = await watch(browser);
  await page.goto(`${served.url}/tips.html`, { waitUntil: 'load' });
  await ready(page);
  await page.emulateMediaType('print');
  // Only the tree of what is read out tells what a counter came to, and it leaves out all but the tip that is seen.
  await page.evaluate(() => {
    const cards = document.querySelector('rekindle-tips')?.shadowRoot?.querySelectorAll('.card') ?? [];
    for (const card of cards) card.removeAttribute('aria-hidden');
  });
  const { nodes } = await (await page.createCDPSession()).send('Accessibility.getFullAXTree');
  const words = nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => String(name?.value).trim());
  assert.deepEqual(
    words.filter(text => /^\d+$/.test(text)).sort(),
    tips.map((_, i) => String(i + 1)),
  );
  await page.browserContext().close();
});
