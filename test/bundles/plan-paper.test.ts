import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import type { Page } from 'puppeteer-core';
import { activities, checklist, tips } from '../../src/content/packs/en.ts';
import type { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import type { RekindleGuide } from '../../src/elements/rekindle-guide.ts';
import { ready, watch } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* "My plan" on paper: one page, however much of the guide is in it. */

before(() => {
  served.page(
    '/plan.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="/dist/rekindle.js"></script><rekindle-guide storage="local"></rekindle-guide></html>`,
  );
});

interface Wish {
  /** How many of the tips, from the first. */
  readonly tips?: number;
  /** Ids of those that are not favourites yet. */
  readonly activities?: readonly string[];
  /** What every statement is answered with; none: no answers. */
  readonly answer?: number;
}

/** A guide in which nothing is kept. */
async function guide(): Promise<Page> {
  const { page } = await watch(browser);
  // In the frame too, which is what prints.
  await page.evaluateOnNewDocument(() => {
    window.print = () => {
      const css = document.adoptedStyleSheets
        .flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText))
        .join('\n');
      (top as unknown as { paper: string }).paper =
        `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><style>${css}</style>${document.body.outerHTML}</html>`;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await page.goto(`${served.url}/plan.html`, { waitUntil: 'load' });
  await ready(page);
  return page;
}

/** Keeps things in a guide, beside those that are kept already. */
async function keep(page: Page, wish: Wish): Promise<void> {
  await page.evaluate(async ({ tips = 0, activities = [], answer }) => {
    const root = document.querySelector('rekindle-guide')?.shadowRoot as ShadowRoot;
    const one = <T extends Element>(from: ParentNode, selector: string): T => from.querySelector<T>(selector) as T;
    const settle = (el: Element): Promise<unknown> => (el as RekindleGuide).updateComplete;
    const carousel = one<HTMLElement & { activeIndex: number }>(root, 'rekindle-tips');
    for (let i = 0; i < tips; i++) {
      carousel.activeIndex = i;
      await settle(carousel);
      one<HTMLElement>(carousel.shadowRoot as ShadowRoot, '[name=keep]').click();
      await settle(carousel);
    }
    const picker = one<RekindleActivities>(root, 'rekindle-activities');
    for (const id of activities) picker.toggleFavourite(id);
    if (answer !== undefined) {
      const list = one<HTMLElement & { mode: string }>(root, 'rekindle-checklist');
      list.mode = 'list';
      await settle(list);
      const inside = list.shadowRoot as ShadowRoot;
      for (const radio of inside.querySelectorAll<HTMLElement>(`[type=radio][value="${answer}"]`)) radio.click();
      await settle(list);
      one<HTMLElement>(inside, '[part~=storage] button').click();
      await settle(list);
    }
    await settle(document.querySelector('rekindle-guide') as RekindleGuide);
  }, wish);
}

/** What a guide prints of its plan, as a document of its own. */
async function paperOf(page: Page): Promise<string> {
  await page.evaluate(() => {
    delete (window as { paper?: string }).paper;
    document
      .querySelector('rekindle-guide')
      ?.shadowRoot?.querySelector<HTMLElement>('[part=plan] [name=print]')
      ?.click();
  });
  await page.waitForFunction(() => 'paper' in window);
  return page.evaluate(() => (window as unknown as { paper: string }).paper);
}

/** Prints a document on A4 and on Letter and counts its pages, with the half inch around that Firefox leaves; Chromium leaves less. */
async function pages(paper: string): Promise<number[]> {
  const { page } = await watch(browser);
  await page.setContent(paper);
  const margin = { top: '0.5in', right: '0.5in', bottom: '0.5in', left: '0.5in' };
  const counts: number[] = [];
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = Buffer.from(await page.pdf({ format, margin })).toString('latin1');
    counts.push([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length);
  }
  await page.browserContext().close();
  return counts;
}

/** Sizes of type on a sheet, in points. */
async function sizes(paper: string): Promise<number[]> {
  const { page } = await watch(browser);
  await page.setContent(paper);
  const all = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75),
  );
  await page.browserContext().close();
  return all;
}

const ids = activities.map(({ id }) => id);
const { options } = checklist.scale;

for (const { value, label } of options) {
  test(`the fullest plan is one page, with every statement answered "${label}"`, async () => {
    const page = await guide();
    await keep(page, { tips: tips.length, activities: ids, answer: value });
    const paper = await paperOf(page);

    for (const { title } of [...tips, ...activities]) assert.ok(paper.includes(title), title);
    assert.deepEqual(await pages(paper), [1, 1]);
    assert.ok(Math.min(...(await sizes(paper))) >= 9);
  });
}

test('a plan of any length is one page, and a short one keeps its size', async () => {
  const page = await guide();
  await keep(page, { tips: tips.length, answer: 0 });
  for (let count = 0; count <= ids.length; count += 4) {
    if (count) await keep(page, { activities: ids.slice(count - 4, count) });
    const paper = await paperOf(page);

    for (const [i, { title }] of activities.entries()) assert.equal(paper.includes(title), i < count, title);
    assert.deepEqual(await pages(paper), [1, 1], `${count} activities`);
  }

  const few = await guide();
  await keep(few, { tips: 2, activities: ids.slice(0, 3) });
  assert.equal(Math.round(Math.min(...(await sizes(await paperOf(few))))), 11);
});
