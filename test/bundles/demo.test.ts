import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import type { Page } from 'puppeteer-core';
import { DEMO, refreshPage } from '../../src/build/demo.ts';
import { activities, checklist, head, sections, tips } from '../../src/content/packs/en.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import { axe, observeShifts, ready, shifts, watch, withoutLayout } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

const PAGES = readdirSync(DEMO).filter(file => file.endsWith('.html'));
const WIDTHS = [1280, 375];
const SCHEMES = ['light', 'dark'] as const;

const scheme = (page: Page, value: string): Promise<void> =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);

test('there are four demo pages', () => {
  assert.deepEqual(PAGES.sort(), ['blog.html', 'index.html', 'theming.html', 'wellness.html']);
});

for (const file of PAGES) {
  const path = `/${DEMO}/${file}`;

  test(`${file} holds what rekindle embed prints`, () => {
    const page = readFileSync(`${DEMO}/${file}`, 'utf8');

    assert.equal(refreshPage(page), page, 'run npm run demo');
  });

  for (const width of WIDTHS) {
    for (const colours of SCHEMES) {
      test(`${file}, ${width} px, ${colours}: no message, no foreign request, no axe violation, no sideways scroll`, async () => {
        const { page, messages, requests } = await watch(browser, width);
        await scheme(page, colours);
        await page.goto(served.url + path, { waitUntil: 'load' });
        await ready(page);

        assert.deepEqual(await axe(page), []);
        assert.deepEqual(messages, []);
        const own = [path, '/dist/rekindle.js', `/${DEMO}/demo.css`];
        assert.deepEqual(
          requests.filter(request => !own.includes(request) && !request.startsWith('data:')),
          [],
        );
        assert.equal(requests.filter(request => request === '/dist/rekindle.js').length, 1);
        // A picture of the whole page, which scrolls to nothing, has all of it.
        assert.deepEqual(await withoutLayout(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `the page is ${wide} px wide`);
        await page.browserContext().close();
      });
    }

    test(`${file}, ${width} px: nothing moves when the script comes 600 ms late`, async () => {
      const { page } = await watch(browser, width);
      await observeShifts(page);
      served.delayScripts(600);
      try {
        await page.goto(served.url + path, { waitUntil: 'load' });
        await ready(page);
      } finally {
        served.delayScripts(0);
      }

      assert.equal(await shifts(page), 0);
      await page.browserContext().close();
    });
  }

  test(`${file} without JavaScript holds every text of its elements`, async () => {
    const { page, messages } = await watch(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(served.url + path, { waitUntil: 'load' });
    const session = await page.createCDPSession();
    const { root } = await session.send('DOM.getDocument', { depth: 1 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'body' });
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
    const plain = (html: string): string =>
      html
        .replace(/<[^>]*>/g, ' ')
        .replace(/&quot;/g, '"')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/[\s\u00a0]+/g, ' ')
        .replace(/ ([.,:;?!])/g, '$1');
    const shown = plain(outerHTML);

    const missing = texts(file).filter(text => !shown.includes(plain(text)));
    assert.deepEqual(missing, []);
    assert.deepEqual(messages, []);
    await page.browserContext().close();
  });
}

/** Every text of the content of the elements that a page holds. */
function texts(file: string): string[] {
  const page = readFileSync(`${DEMO}/${file}`, 'utf8');
  const parts: Readonly<Record<string, unknown>> = { tips, checklist, activities, helplines };
  const used = Object.keys(parts).filter(name => page.includes(`<rekindle-${name} `));
  const content: unknown = page.includes('<rekindle-guide ')
    ? [head.title, head.care.safety, head.care.noContact, sections, parts]
    : used.map(name => parts[name]);
  const skip = new Set(['id', 'target', 'suppress', 'help', 'element', 'section', 'for', 'place', 'duration', 'kind']);
  for (const key of ['contact', 'stage', 'weather', 'daypart', 'repeat']) skip.add(key);
  const codes = new Set(['version', 'code', 'country', 'site', 'href', 'checkedOn', 'body']);
  const collect = (value: unknown, key: string): string[] => {
    if (typeof value === 'string') return codes.has(key) ? [] : [value];
    if (Array.isArray(value)) return value.flatMap(one => collect(one, key === 'body' ? '' : key));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) => (skip.has(name) ? [] : collect(one, name)));
  };
  const all = collect(content, '');
  assert.ok(used.length === 0 || all.length > 10, `${file} has no texts to look for`);
  return all;
}
