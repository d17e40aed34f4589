import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { activities, checklist, sections, tips } from '../../src/content/packs/en.ts';
import { ready, watch } from '../support/chrome.ts';
import { commandIn } from '../support/command.ts';
import { browser, served } from '../support/site.ts';

/* The guide as a long read: found, linked to and printed whole, closed or open. */

before(() => {
  for (const attributes of ['', 'collapsed']) {
    const { stdout, stderr } = commandIn('.')('embed', 'guide', '--form', 'declarative', '--attributes', attributes);
    assert.equal(stderr, '');
    served.page(
      `/guide-${attributes}.html`,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
      ${stdout.replace('src="rekindle.js"', 'src="/dist/rekindle.js"')}</html>`,
    );
  }
});

const last = sections.at(-1)?.parts.at(-1)?.title ?? '';

test('find in page and a text fragment reach the first 24 activities of the guide by its tag alone', async () => {
  const { page } = await watch(browser);
  const titles = activities.slice(0, 24).map(one => one.title);
  const fragment = `#:~:text=${encodeURIComponent(titles[23] ?? '')}`;
  served.page(
    '/tag.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="/dist/rekindle.js"></script><rekindle-guide></rekindle-guide></html>`,
  );
  await page.goto(`${served.url}/tag.html${fragment}`, { waitUntil: 'load' });
  await ready(page);
  await page.waitForFunction(() => scrollY > 1000);

  const missed = await page.evaluate(
    all =>
      all.filter(text => {
        getSelection()?.removeAllRanges();
        return !(window as unknown as { find(...all: unknown[]): boolean }).find(text, true, false, true);
      }),
    titles,
  );
  assert.deepEqual(missed, []);
  await page.browserContext().close();
});
for (const width of [1280, 375]) {
  test(`who reloads, or comes back, is where she left at the end of a guide that is its tag alone, at ${width} px`, async () => {
    const { page } = await watch(browser, width);
    served.page(
      '/left.html',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
      <script type="module" src="/dist/rekindle.js"></script><rekindle-guide></rekindle-guide></html>`,
    );
    await page.goto(`${served.url}/left.html`, { waitUntil: 'load' });
    await ready(page);
    const cards = (): boolean =>
      document
        .querySelector('rekindle-guide')
        ?.shadowRoot?.querySelector('rekindle-activities')
        ?.shadowRoot?.querySelectorAll('[part=list] > *').length === 24;
    const place = (): Promise<number | undefined> =>
      page.evaluate(() => {
        const all = [...(document.querySelector('rekindle-guide')?.shadowRoot?.querySelectorAll('.chapter') ?? [])];
        return all.at(-1)?.getBoundingClientRect().top;
      });
    await page.waitForFunction(cards);
    await page.evaluate(() => {
      const all = [...(document.querySelector('rekindle-guide')?.shadowRoot?.querySelectorAll('.chapter') ?? [])];
      scrollBy(0, (all.at(-1)?.getBoundingClientRect().top ?? 0) + 500);
    });
    const before = await place();
    assert.ok(before !== undefined && before < -400);

    await page.reload({ waitUntil: 'load' });
    await ready(page);
    await page.waitForFunction(cards);
    assert.equal(await place(), before);

    await page.goto(`${served.url}/tag.html`, { waitUntil: 'load' });
    await page.goBack({ waitUntil: 'load' });
    await ready(page);
    await page.waitForFunction(cards);
    assert.equal(await place(), before);
    await page.browserContext().close();
  });
}

for (const attributes of ['', 'collapsed']) {
  test(`a text fragment leads into the guide, ${attributes || 'open'}`, async () => {
    const { page } = await watch(browser);
    const fragment = `#:~:text=${encodeURIComponent(last)}`;
    await page.goto(`${served.url}/guide-${attributes}.html${fragment}`, { waitUntil: 'load' });
    await ready(page);

    const top = await page.evaluate(title => {
      const all = document.querySelector('rekindle-guide')?.shadowRoot?.querySelectorAll('h4') ?? [];
      const found = [...all].find(one => one.textContent.trim() === title);
      return found?.checkVisibility() ? found.getBoundingClientRect().top : undefined;
    }, last);
    assert.ok(top !== undefined && top >= 0 && top < 900, `the heading is at ${top} px`);
    await page.browserContext().close();
  });

  test(`find in page reaches every chapter, part and tip of the guide, ${attributes || 'open'}`, async () => {
    const { page } = await watch(browser);
    await page.goto(`${served.url}/guide-${attributes}.html`, { waitUntil: 'load' });
    await ready(page);
    const titles = [
      ...sections.flatMap(one => [one.title, ...one.parts.map(part => part.title)]),
      ...tips.map(one => one.title),
    ];

    const missed = await page.evaluate(
      all =>
        all.filter(text => {
          getSelection()?.removeAllRanges();
          // The find of the browser's own bar, as far as a page can call it: forward, and from the top again.
          return !(window as unknown as { find(text: string, ...more: boolean[]): boolean }).find(
            text,
            true,
            false,
            true,
          );
        }),
      titles,
    );
    assert.deepEqual(missed, []);
    await page.browserContext().close();
  });

  test(`print gives the whole guide, no controls, no heading alone, and no card in two, ${attributes || 'open'}`, async () => {
    const { page } = await watch(browser);
    await page.goto(`${served.url}/guide-${attributes}.html`, { waitUntil: 'load' });
    await ready(page);
    await page.evaluate(() => {
      const state = globalThis as unknown as {
        printed: Record<'controls' | 'alone' | 'broken' | 'indented', string[]> & { text: string; cards: number };
      };
      // After the elements have had their turn, and before the pages are made: in microtasks of this very event.
      const look = async (): Promise<void> => {
        for (let i = 0; i < 50; i++) await Promise.resolve();
        const all = (root: ParentNode): HTMLElement[] =>
          [...root.querySelectorAll<HTMLElement>('*')].flatMap(one => [
            one,
            ...(one.shadowRoot ? all(one.shadowRoot) : []),
          ]);
        const seen = all(document).filter(one => one.checkVisibility({ contentVisibilityAuto: true }));
        state.printed = {
          text: seen.map(one => (one.childElementCount ? '' : one.textContent)).join('\n'),
          controls: seen
            // Circles to tick by hand are what paper has of an answer.
            .filter(one => one.matches('button, nav, input:not([type=radio]), [part~="back"]'))
            .map(one => one.outerHTML.slice(0, 80)),
          alone: seen
            .filter(one => one.matches('h1, h2, h3, h4, h5, h6'))
            .filter(one => !one.closest('summary') && getComputedStyle(one).breakAfter !== 'avoid')
            .map(one => one.textContent),
          // Without the triangle that hangs before it, a title stands in line with its text.
          indented: seen
            .filter(one => one.matches('summary') && getComputedStyle(one).marginInlineStart !== '0px')
            .map(one => one.textContent),
          cards: seen.filter(one => one.matches('.card')).length,
          broken: seen
            .filter(one => one.matches('.card') && getComputedStyle(one).breakInside !== 'avoid')
            .map(one => one.outerHTML.slice(0, 80)),
        };
      };
      addEventListener('beforeprint', () => void look());
    });
    await page.emulateMediaType('print');
    await page.pdf({ format: 'A4' });
    const { text, controls, alone, cards, broken, indented } = await page.evaluate(
      () =>
        (
          globalThis as unknown as {
            printed: Record<'controls' | 'alone' | 'broken' | 'indented', string[]> & { text: string; cards: number };
          }
        ).printed,
    );

    const titles = [
      ...sections.flatMap(one => [one.title, ...one.parts.map(part => part.title)]),
      ...[...tips, ...activities].map(one => one.title),
      ...checklist.themes.flatMap(one => one.statements.map(statement => statement.text)),
    ];
    assert.deepEqual(
      titles.filter(title => !text.includes(title)),
      [],
    );
    assert.deepEqual(controls, []);
    assert.deepEqual(alone, []);
    assert.deepEqual(indented, []);
    assert.ok(cards >= tips.length + activities.length, `${cards} cards`);
    assert.deepEqual(broken, []);
    await page.browserContext().close();
  });
}
