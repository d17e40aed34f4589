import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { ELEMENTS } from '../../src/build/bundles.ts';
import { embedElement } from '../../src/build/embed.ts';
import { checklist, head, messages } from '../../src/content/packs/en.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import { observeShifts, ready, shifts, watch } from '../support/chrome.ts';
import { commandIn } from '../support/command.ts';
import { browser, served } from '../support/site.ts';

const run = commandIn('.');

const folder = mkdtempSync(join(process.cwd(), 'node_modules/.embed-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A pack without words. */
const OWN = {
  format: 1,
  id: 'own',
  version: '1',
  lang: 'en',
  dir: 'ltr',
  title: 'Own',
  license: 'MIT',
  care: { safety: 'S.', noContact: 'N.', notADiagnosis: 'D.' },
};

for (const form of ['children', 'declarative']) {
  test(`${form}: a pack of your own stays once the script runs, unless the page names its address`, async () => {
    const tips = [{ id: 'a', title: 'Take <care> of </script>', points: ['One.'] }];
    const file = join(folder, `own-${form}.json`);
    // As an editor on Windows saves it.
    writeFileSync(file, `\uFEFF${JSON.stringify({ ...OWN, tips })}`);
    const { stdout, stderr } = run('embed', 'tips', '--form', form, '--pack', file);
    assert.match(stderr, form === 'children' ? /^hint: the heights/ : /^$/);
    served.page(
      `/own-${form}`,
      `<!doctype html><title>Own</title><link rel="icon" href="data:,">${stdout.replace('src="', 'src="/dist/')}`,
    );
    const { page, messages } = await watch(browser);
    await page.goto(`${served.url}/own-${form}`);
    await ready(page);

    const title = await page.$eval(
      'rekindle-tips',
      element => element.shadowRoot?.querySelector('[part~=title]')?.textContent,
    );
    assert.equal(title, 'Take <care> of </script>');
    assert.deepEqual(messages, []);
    const named = run('embed', 'tips', '--form', form, '--pack', file, '--attributes', 'src="/own.json"').stdout;
    assert.doesNotMatch(named, /application\/json/);
    await page.browserContext().close();
  });
}

test('an activity says all that its card says, and each part of a chapter can be linked to, without the script', () => {
  const pack = { ...OWN, lang: 'de' };
  const part = { id: 'a-part', title: 'A part', body: [{ p: 'Words.' }] };
  const one = {
    id: 'boat',
    title: 'A boat',
    summary: 'Row.',
    for: ['two'],
    duration: 'PT1H',
    cost: 1,
    place: 'outdoors',
    energy: 2,
    needs: ['a coat'],
    bookAhead: 'P2D',
    url: 'https://example.org/?a=1&b=2',
  };
  const own = join(folder, 'all.json');
  const sections = [{ id: 's', title: 'S', body: [{ p: 'Words.' }], parts: [part], element: 'activities' }];
  writeFileSync(own, JSON.stringify({ ...pack, activities: [one], sections }));

  const { stdout, stderr } = run('embed', 'guide', '--pack', own, '--attributes', 'without="tips checklist helplines"');

  assert.equal(stderr, '');
  assert.match(stdout, /a coat/);
  assert.match(stdout, /<span lang="en" dir="ltr">Book 2 days ahead\.<\/span>/);
  assert.match(stdout, /<a href="https:\/\/example\.org\/\?a=1&amp;b=2">/);
  assert.match(stdout, /<h\d id="a-part">A part<\/h\d>/);
});

test('rekindle embed holds the chapters that the attributes leave', () => {
  const { stdout } = run('embed', 'guide', '--attributes', 'collapsed chapters="six-tips" without="tips"');

  assert.match(stdout, /<rekindle-guide class="rekindle-guide" collapsed chapters="six-tips" without="tips">/);
  assert.deepEqual(stdout.match(/<h3>[^<]*/g), ['<h3>Six Tips']);
  assert.match(stdout, /<details>\s*<summary>\s*<h3>Six Tips/);
  assert.doesNotMatch(stdout, /Seek Professional|Focus on Yourself/);
});

test('the mark of a closed chapter stands beside its heading, also before the script runs', async () => {
  const { stdout } = run('embed', 'guide', '--attributes', 'collapsed');
  served.page('/closed.html', `<!doctype html><meta charset="utf-8"><title>A page</title>${stdout}`);
  const { page } = await watch(browser);
  await page.goto(`${served.url}/closed.html`, { waitUntil: 'load' });

  const displays = await page.$$eval('summary > *', all => all.map(one => getComputedStyle(one).display));
  assert.ok(displays.length);
  assert.deepEqual([...new Set(displays)], ['inline']);
  await page.browserContext().close();
});

test('the plain text of the checklist starts with a link that leaves the page without JavaScript', () => {
  const { stdout } = run('embed', 'checklist');

  assert.match(
    stdout,
    /<rekindle-checklist class="rekindle-checklist">\s*<p>\s*<a href="https:\/\/www\.bbc\.com\/weather" rel="noreferrer noopener">Leave this page<\/a>\s+It opens/,
  );
  // Without a script nothing is kept, and nothing erases.
  assert.doesNotMatch(stdout, /It erases/);
});

test('the plain text of the checklist has the numbers beside the dangers that it names; in the guide they stand once', () => {
  const numbers = /href="tel:111"/g;
  const { stdout } = run('embed', 'checklist');
  const [before = '', help = '', after = ''] = stdout.split(/<\/?div[^>]*>/);

  assert.match(before, /Is any of this true for you today\?[\s\S]*<\/ul>\s*$/);
  assert.match(help, /^\s*<h3>Where to find help<\/h3>[\s\S]*<h4>New Zealand<\/h4>/);
  assert.equal(help.match(numbers)?.length, 1);
  assert.match(after, /<h3>Understanding what happened/);
  assert.equal(run('embed', 'guide').stdout.match(numbers)?.length, 1);
});

test('the plain text of a checklist has the numbers of the country that the page names, and all where it is not known', () => {
  const countries = (country: string): unknown =>
    run('embed', 'checklist', '--attributes', `country="${country}"`).stdout.match(/(?<=<h4>)[^<]*/g);

  assert.deepEqual(countries('nz'), ['New Zealand']);
  assert.deepEqual(
    countries('XX'),
    helplines.map(({ name }) => name),
  );
});

test('the plain text of a checklist whose pack has no numbers has ours, in their language, as the element has', () => {
  const pack = { ...head, lang: 'de', checklist };
  const own = [{ ...helplines[0], name: 'Bei uns' }];

  const text = embedElement('checklist', { pack, messages });
  assert.match(text, /<div lang="en" dir="ltr">[\s\S]*<h4>New Zealand<\/h4>/);
  const theirs = embedElement('checklist', { pack: { ...pack, helplines: own }, messages });
  assert.match(theirs, /<div>[\s\S]*<h4>Bei uns<\/h4>/);
  assert.doesNotMatch(theirs, /New Zealand/);
});

test('the link that leaves leads where the page says', () => {
  const pack = { ...head, checklist };
  const html = embedElement(
    'checklist',
    { pack, messages },
    { attributes: 'country="NZ" exit-url="https://example.org/"' },
  );

  assert.match(html, /<a href="https:\/\/example\.org\/" rel="noreferrer noopener">/);
});

test('on paper the snippet of the checklist leaves no gap', async () => {
  const snippet = run('embed', 'checklist').stdout.replace('src="rekindle.js"', 'src="/dist/rekindle.js"');
  served.page('/paper.html', `<!doctype html><title>A page</title><link rel="icon" href="data:,">${snippet}`);
  const { page } = await watch(browser, 640);
  await page.goto(`${served.url}/paper.html`, { waitUntil: 'load' });
  await ready(page);

  await page.emulateMediaType('print');
  const gap = await page.evaluate(() => {
    const element = document.querySelector('rekindle-checklist');
    const inner = element?.shadowRoot?.querySelector('.base')?.getBoundingClientRect().height ?? NaN;
    return (element?.getBoundingClientRect().height ?? NaN) - inner;
  });

  assert.ok(gap < 1, `${gap} px`);
  await page.browserContext().close();
});

test('the snippet hides where the page says so, with its script and without', async () => {
  for (const name of ['tips', 'guide']) {
    const snippet = run('embed', name, '--attributes', 'hidden').stdout;
    for (const src of ['/dist/rekindle.js', 'data:text/javascript,']) {
      served.page(
        '/hidden.html',
        `<!doctype html><title>A page</title>${snippet.replace(/src="[^"]*\.js"/, `src="${src}"`)}`,
      );
      const { page } = await watch(browser, 640);
      await page.goto(`${served.url}/hidden.html`, { waitUntil: 'load' });
      const { height } = await page.evaluate(
        tag => document.querySelector(tag)!.getBoundingClientRect().toJSON() as DOMRect,
        `rekindle-${name}`,
      );

      assert.equal(height, 0, `${name}, ${src}`);
      await page.browserContext().close();
    }
  }
});

const COUNTRIES = ['ES', 'NZ', 'GB'].map(country => ['helplines', '--country', country] as const);
for (const args of [...ELEMENTS.map(name => [name] as const), ...COUNTRIES]) {
  const [name] = args;
  for (const width of [320, 375, 640, 800, 1280]) {
    test(`the snippet of ${args.join(' ')} at ${width} px: the page does not move, and the box is no taller than it must be`, async () => {
      const snippet = run('embed', ...args).stdout.replace('src="rekindle.js"', 'src="/dist/rekindle.js"');
      const path = `/embed-${args.join('-')}-${width}.html`;
      // Between a column and the whole of a wide page.
      const most = width === 800 ? 'none' : '40em';
      served.page(
        path,
        `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>A page</title><link rel="icon" href="data:,"><style>body { max-width: ${most}; margin: 1em auto; padding: 0 1em }</style>
        ${snippet}<p>Text below.</p>`,
      );
      const { page, messages } = await watch(browser, width);
      await observeShifts(page);
      served.delayScripts(600);
      try {
        await page.goto(served.url + path, { waitUntil: 'load' });
        await ready(page);
      } finally {
        served.delayScripts(0);
      }

      const box = await page.evaluate(tag => {
        const element = document.querySelector(tag);
        const base = element?.shadowRoot?.querySelector('.base');
        return {
          outer: element?.getBoundingClientRect().height ?? 0,
          inner: base?.getBoundingClientRect().height ?? 0,
        };
      }, `rekindle-${name}`);
      assert.equal(await shifts(page), 0);
      assert.deepEqual(messages, []);
      assert.ok(box.inner > 100 && box.inner <= box.outer + 0.5, JSON.stringify(box));
      // Blank room below is the price of one rule for every width; it stays small.
      assert.ok(box.outer - box.inner < 160, JSON.stringify(box));
      await page.browserContext().close();
    });
  }
}
