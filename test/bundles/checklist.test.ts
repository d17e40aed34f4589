import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { ready, withoutLayout } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* The built checklist as a reader has it: with her keys, a magnified window, two tabs, Back and a printer. */

before(() => {
  const page = (attributes: string, script = ''): string =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page that tells</title><p>Before.</p>
    <rekindle-checklist ${attributes}></rekindle-checklist><p>After.</p>
    <script type="module" src="/dist/checklist.js"></script><script>${script}</script></html>`;
  served.page('/steps', page('storage="local" exit-shortcut="shift3"'));
  served.page('/list', page('mode="list" storage="local"'));
  // A page with this listener is not put into the browser's cache.
  served.page('/gone', page('mode="list"', 'addEventListener("unload", () => 0)'));
  // As one whose form is half filled in.
  served.page('/asks', page('', 'addEventListener("beforeunload", e => e.preventDefault())'));
  served.page('/none', page('mode="list"', 'addEventListener("pageshow", e => (window.isBack = e.persisted))'));
  served.page('/other', '<!doctype html><title>Another page</title>');
});

async function open(path: string, context: BrowserContext, width = 1000, height = 800): Promise<Page> {
  const page = await context.newPage();
  await page.setViewport({ width, height });
  await page.goto(served.url + path);
  await ready(page);
  return page;
}

/** Presses a button by its words. */
async function press(page: Page, text: string): Promise<void> {
  await page.evaluate(async words => {
    const el = document.querySelector('rekindle-checklist')!;
    const buttons = [...el.shadowRoot!.querySelectorAll('button')];
    buttons.find(one => one.textContent.trim() === words)!.click();
    await el.updateComplete;
  }, text);
}

/** Chooses the first option of each statement that is there. */
async function answerAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const el = document.querySelector('rekindle-checklist')!;
    for (const card of el.shadowRoot!.querySelectorAll('[part=statement]')) card.querySelector('input')!.click();
    await el.updateComplete;
  });
}

const answered = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('rekindle-checklist')!.progress.answered);
const until = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction(
    number => document.querySelector('rekindle-checklist')?.progress.answered === number,
    { timeout: 5000 },
    count,
  );

test('a list is there in a picture of the whole page, which scrolls to none of it', async () => {
  const context = await browser.createBrowserContext();
  const page = await open('/list', context);

  const { length } = await page.$$('rekindle-checklist >>> [part=statement]');
  assert.ok(length > 30, `the list has ${length} statements`);
  assert.deepEqual(await withoutLayout(page), []);
  await context.close();
});

test('in a window of 1280 px at 400 % the way out stays in view, and covers nothing that has the focus', async () => {
  const context = await browser.createBrowserContext();
  const page = await open('/steps', context, 320, 256);
  await press(page, 'Begin');
  const seen: string[] = [];
  for (const back of [false, true]) {
    for (let i = 0; i < 12; i++) {
      if (back) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (back) await page.keyboard.up('Shift');
      const covered = await page.evaluate(() => {
        const root = document.querySelector('rekindle-checklist')!.shadowRoot!;
        const active = root.activeElement;
        const exit = root.querySelector('[part=exit]')!;
        if (!active || active === exit) return '';
        const { left, right, top, bottom } = active.getBoundingClientRect();
        // What the reader would hit in the middle, and at the edges, of what has the focus.
        const points = [top + 1, (top + bottom) / 2, bottom - 1].map(y => root.elementFromPoint((left + right) / 2, y));
        const isOut = exit.getBoundingClientRect().top < -1 || exit.getBoundingClientRect().bottom > innerHeight;
        const isSeen = points.every(hit => hit && (hit === active || active.contains(hit)));
        return isSeen && !isOut ? '+' : `${active.outerHTML.slice(0, 90)} at ${top}`;
      });
      if (covered) seen.push(covered);
    }
  }

  assert.ok(seen.length > 12, `${seen.length} stops`);
  assert.deepEqual(
    seen.filter(one => one !== '+'),
    [],
  );
  await context.close();
});

test('two tabs of one browser: answers follow, and an erase empties the one that had not kept, too', async () => {
  const context = await browser.createBrowserContext();
  const early = await open('/list', context);
  const one = await open('/list', context);
  await press(one, 'Keep them here');
  const two = await open('/list', context);
  await answerAll(one);
  await until(two, 38);
  assert.equal(await answered(early), 0);
  await answerAll(early);

  await press(two, 'Erase them');

  for (const page of [two, one, early]) await until(page, 0);
  assert.equal(await one.evaluate(() => localStorage.length), 0);
  await context.close();
});

for (const [path, where] of [
  ['/none', "out of the browser's cache"],
  ['/gone', 'to a page that is loaded again'],
] as const) {
  test(`Back ${where}, and a reload, find nothing of what was not kept`, async () => {
    const context = await browser.createBrowserContext();
    const page = await open(path, context);
    await page.evaluate(() => {
      const root = document.querySelector('rekindle-checklist')!.shadowRoot!;
      for (const stop of root.querySelectorAll<HTMLElement>('[type=checkbox]')) stop.click();
    });
    await answerAll(page);
    assert.notEqual(await answered(page), 0);

    await page.goto(`${served.url}/other`);
    await page.goBack();
    await until(page, 0);
    if (path === '/none') assert.equal(await page.evaluate('isBack'), true);
    else assert.equal(await page.evaluate('performance.getEntriesByType("navigation")[0].type'), 'back_forward');
    const checked = (): Promise<number> =>
      page.evaluate(
        () => document.querySelector('rekindle-checklist')!.shadowRoot!.querySelectorAll(':checked:not(option)').length,
      );
    assert.equal(await checked(), 0);

    await answerAll(page);
    await page.reload();
    await until(page, 0);
    assert.equal(await checked(), 0);
    await context.close();
  });
}

test('a page that asks before it is left does not ask who leaves by "Leave this page"', async () => {
  const context = await browser.createBrowserContext();
  const page = await open('/asks', context);
  const asked: string[] = [];
  page.on('dialog', dialog => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.evaluate(url => (document.querySelector('rekindle-checklist')!.exitUrl = url), `${served.url}/other`);
  // Browsers ask only for a page in which the reader did something.
  await page.mouse.click(5, 5);
  const way = await page.evaluateHandle(() =>
    document.querySelector('rekindle-checklist')!.shadowRoot!.querySelector<HTMLElement>('[part=exit]')!,
  );

  await Promise.all([page.waitForNavigation(), way.press('Enter')]);

  assert.equal(page.url(), `${served.url}/other`);
  assert.deepEqual(asked, []);
  await context.close();
});

test('paper has no way out, no focus ring and no room for buttons that it has not', async () => {
  const context = await browser.createBrowserContext();
  const page = await open('/steps', context);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await press(page, 'Begin');
  await page.emulateMediaType('print');

  const paper = await page.evaluate(() => {
    const root = document.querySelector('rekindle-checklist')!.shadowRoot!;
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(root.querySelector(selector)!);
    return {
      text: document.querySelector('rekindle-checklist')!.shadowRoot!.querySelector<HTMLElement>('section')!.innerText,
      ring: style('[part=step-title]').outlineStyle,
      statement: style('[part=statement]').breakInside,
      room: parseFloat(style('[part=statement]').paddingBlockEnd),
    };
  });

  assert.match(paper.text, /^\s*Where am I now\?\s+Understanding what happened\s+I can put into words/);
  assert.doesNotMatch(paper.text, /Leave|another site|Next|Keep/);
  assert.equal(paper.ring, 'none');
  assert.equal(paper.statement, 'avoid');
  assert.ok(paper.room < 30, `${paper.room} px below a statement`);
  await context.close();
});

test('the buttons that take answers away are as tall as all others', async () => {
  const context = await browser.createBrowserContext();
  const page = await open('/list', context);

  const heights = await page.evaluate(() => {
    const root = document.querySelector('rekindle-checklist')!.shadowRoot!;
    root.querySelector('details')!.open = true;
    return [...root.querySelectorAll('button')].map(one => one.offsetHeight);
  });

  assert.deepEqual([...new Set(heights)], [44]);
  await context.close();
});
