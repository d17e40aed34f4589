import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { VERSION } from '../../src/bundles/version.ts';
import { observeShifts, shifts, watch } from '../support/chrome.ts';
import { commandIn } from '../support/command.ts';
import { serve } from '../support/server.ts';
import { browser, served } from '../support/site.ts';

/* `rekindle frames`, `rekindle embed --form iframe`, and their pages as a browser of their own sees them. */

const NAMES = ['tips', 'checklist', 'activities', 'helplines', 'guide'];
/** Policies for trusted types of the files that the pages load. */
const POLICIES = [
  'rekindle-tips-actions',
  'rekindle-checklist',
  'rekindle-activities',
  'rekindle-helplines',
  'rekindle',
];
const run = commandIn('.');

/** Another host, to the browser. */
const other = await serve();
const folder = mkdtempSync(join(process.cwd(), 'node_modules/.frames-'));
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await other.close();
});

const around = (path: string, html: string): void =>
  served.page(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><link rel="icon" href="data:,"><body style="max-width:40em;margin:1em auto;padding:0 1em">${html}<p>Text below.</p>`,
  );

/** The frame of a page, once its element has rendered. */
async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe');
  const frame = await handle?.contentFrame();
  assert.ok(frame);
  await frame.waitForFunction(() => document.body?.firstElementChild?.shadowRoot?.querySelector('.base'));
  return frame;
}

test('the version of the bundles is that of the package', () => {
  assert.equal(VERSION, (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});

test('the pages of the package are what `rekindle frames` writes, and name no host', () => {
  const dir = join(folder, 'same');
  assert.equal(run('frames', dir).stderr, '');

  assert.deepEqual(readdirSync(dir).sort(), NAMES.map(name => `${name}.html`).sort());
  for (const name of NAMES) {
    const page = readFileSync(join(dir, `${name}.html`), 'utf8');
    assert.equal(page, readFileSync(`dist/frame/${name}.html`, 'utf8'));
    assert.doesNotMatch(page, /oembed/);
    // Rocket Loader would run the scripts by one of its own, which the policy of the page refuses.
    assert.doesNotMatch(page, /<script (?![^>]*data-cfasync="false" src=)/);
    // Without script the page has all words of the element.
    assert.match(page, new RegExp(`<rekindle-${name} class="rekindle-${name}">\\n`));
    assert.ok((page.match(/<(?:p|li)>/g)?.length ?? 0) > 20);
  }
});

for (const [i, name] of NAMES.entries()) {
  test(`the page of ${name} runs its own scripts alone, tells no address and is not found by itself`, async () => {
    const html = readFileSync(`dist/frame/${name}.html`, 'utf8');
    const [, style = ''] = /<style>(.*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; script-src 'nonce-rekindle'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types ${POLICIES[i]}`;
    // Before anything that it is to hold for.
    assert.match(
      html,
      /^<!doctype html>\n<html[^>]*>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/,
    );
    assert.ok(html.includes(`content="${policy}"`), html.slice(0, 800));
    assert.match(html, /<meta name="referrer" content="no-referrer">/);
    assert.match(html, /<meta name="robots" content="noindex">/);
    served.page('/dist/frame/foreign.html', `${html}<img src="x" onerror="struck = 1"><script>struck = 2</script>`);
    const { page } = await watch(browser);
    await page.goto(`${served.url}/dist/frame/foreign.html`, { waitUntil: 'load' });
    await page.waitForFunction(() => document.body?.firstElementChild?.shadowRoot?.querySelector('.base'));

    assert.equal(await page.evaluate(() => 'struck' in globalThis), false);
    await page.browserContext().close();
  });
}

test('with --base there is an oEmbed answer for each page, which the page leads to', () => {
  const dir = join(folder, 'based');
  const base = 'https://example.org/r/frame';
  assert.equal(run('frames', dir, '--base', base).stderr, '');

  for (const name of NAMES) {
    const page = readFileSync(join(dir, `${name}.html`), 'utf8');
    assert.ok(
      page.includes(`<link rel="alternate" type="application/json+oembed" href="${base}/${name}.json" title="`),
    );
    const answer = JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8')) as Record<string, unknown>;
    // What oembed.com asks of a rich answer.
    assert.deepEqual([answer.version, answer.type, answer.provider_url], ['1.0', 'rich', `${base}/`]);
    assert.deepEqual([typeof answer.width, typeof answer.height, typeof answer.title], ['number', 'number', 'string']);
    const html = String(answer.html);
    assert.match(html, /^<iframe [^<>]*><\/iframe>$/);
    assert.ok(html.includes(` src="${base}/${name}.html" title="`));
  }
});

test('with --pack the pages have the words of the pack, and only its parts', async () => {
  const file = join(folder, 'own.json');
  const care = { safety: 'S.', noContact: 'N.', notADiagnosis: 'D.' };
  const tip = { id: 'a', title: 'Mine </script><b>', points: ['One.'] };
  const own = {
    format: 1,
    id: 'own',
    version: '1',
    lang: 'de',
    dir: 'ltr',
    title: 'Own',
    license: 'MIT',
    care,
    tips: [tip],
  };
  writeFileSync(file, JSON.stringify(own));
  const dir = join(folder, 'own');
  assert.equal(run('frames', dir, '--pack', file).stderr, '');

  assert.deepEqual(readdirSync(dir), ['tips.html']);
  const html = readFileSync(join(dir, 'tips.html'), 'utf8');
  assert.match(html, /<html lang="de" dir="ltr">/);
  served.page('/dist/frame/own.html', html);
  around('/own.html', '<iframe src="/dist/frame/own.html" title="x"></iframe>');
  const { page, messages } = await watch(browser);
  await page.goto(`${served.url}/own.html`);
  const frame = await frameOf(page);
  const heading = await frame.evaluate(
    () => document.body.firstElementChild?.shadowRoot?.querySelector('h2')?.textContent,
  );
  assert.equal(heading, 'Mine </script><b>');
  assert.deepEqual(messages, []);
  await page.browserContext().close();
});

for (const [name, args, message] of [
  ['a relative base', ['frames', folder, '--base', '/r/'], /absolute http\(s\) address/],
  ['a base of another kind', ['frames', folder, '--base', 'javascript:alert(1)'], /absolute http\(s\) address/],
  ['no folder', ['frames'], /rekindle pack DIR/],
] as const) {
  test(`${name} ends with status 1 and says what to do`, () => {
    const { status, stderr } = run(...args);

    assert.equal(status, 1);
    assert.match(stderr, message);
  });
}

test('attributes go into the address of the frame', () => {
  const { stdout } = run(
    'embed',
    'tips',
    '--form',
    'iframe',
    '--heading-level',
    '3',
    '--attributes',
    'loop label="A & b"',
  );

  assert.match(stdout, /src="frame\/tips\.html\?loop=&amp;label=A\+%26\+b&amp;heading-level=3"/);
  const based = run('embed', 'tips', '--form', 'iframe', '--base', 'https://example.org/r/frame').stdout;
  assert.match(based, /<script defer data-cfasync="false" src="https:\/\/example\.org\/r\/frame\.js">/);
  assert.match(based, /src="https:\/\/example\.org\/r\/frame\/tips\.html"/);
});

for (const name of NAMES) {
  for (const width of [375, 1280]) {
    test(`the frame of ${name} at ${width} px, from another host and late: it gets its height, and the page does not move`, async () => {
      const path = `/frame-${name}-${width}.html`;
      const { stdout } = run('embed', name, '--form', 'iframe', '--base', `${other.url}/dist/frame/`);
      around(path, stdout);
      const { page, messages } = await watch(browser, width);
      await observeShifts(page);
      other.delayScripts(600);
      try {
        await page.goto(served.url + path, { waitUntil: 'load' });
        const frame = await frameOf(page);
        const inner = (): Promise<number> =>
          frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
        await page.waitForFunction(
          height => document.querySelector('iframe')?.style.blockSize === `${height}px`,
          {},
          await inner(),
        );
        assert.equal(await shifts(page), 0);
        assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
      } finally {
        other.delayScripts(0);
      }
      assert.deepEqual(messages, []);
      await page.browserContext().close();
    });
  }
}

test('without script the page shows its text', async () => {
  around('/silent.html', '<iframe src="/dist/frame/helplines.html" title="x"></iframe>');
  const { page } = await watch(browser);
  await page.setJavaScriptEnabled(false);
  await page.goto(`${served.url}/silent.html`, { waitUntil: 'load' });
  const frame = page.frames().find(one => one.url().endsWith('helplines.html'));

  assert.match(
    (await frame?.$eval('body', body => body.innerText)) ?? '',
    /call the emergency number of your country/i,
  );
  await page.browserContext().close();
});

test('opened by itself the page takes its other parameters, but no address from a link that somebody sends', async () => {
  const { page, messages } = await watch(browser);
  const query = 'exit-url=https://example.org/&guide-url=https://example.org/&country=NZ&src=https://example.org/';
  await page.goto(`${served.url}/dist/frame/checklist.html?${query}`, { waitUntil: 'load' });
  const names = await page.$eval('rekindle-checklist', element => element.getAttributeNames());

  assert.ok(names.includes('country'));
  assert.deepEqual(
    names.filter(name => /url|src/.test(name)),
    [],
  );
  assert.deepEqual(
    messages.filter(message => !message.includes('favicon') && !message.includes('404')),
    [],
  );
  await page.browserContext().close();
});

test('"Leave this page" leads the whole page away, from another host too, and so does a link', async () => {
  other.page('/away.html', '<!doctype html><title>Away</title>');
  const exit = encodeURIComponent(`${other.url}/away.html`);
  for (const press of ['[part~=exit]', 'a[href^=http]:not([part])']) {
    const name = press.includes('exit') ? 'checklist' : 'helplines';
    around(
      '/leave.html',
      `<iframe src="${other.url}/dist/frame/${name}.html?exit-url=${exit}&country=NZ" title="x" height="2000" width="700"></iframe>`,
    );
    const { page } = await watch(browser);
    await page.goto(`${served.url}/leave.html`, { waitUntil: 'load' });
    const frame = await frameOf(page);
    // The link would leave for a site: it is given an address of ours.
    await frame.evaluate(
      (selector, url) => {
        const link = document.body.firstElementChild?.shadowRoot?.querySelector<HTMLAnchorElement>(selector);
        if (link && !link.matches('[part~=exit]')) link.href = url;
      },
      press,
      `${other.url}/away.html`,
    );
    const left = page.waitForNavigation();
    // A real click: without one the browser would not let a frame do this.
    await frame.locator(`:scope > body > :first-child >>> ${press}`).click();
    await left;
    assert.equal(page.url(), `${other.url}/away.html`, press);
    await page.browserContext().close();
  }
});

test('the autoloader loads what is 600 px away, not what is farther', async () => {
  const { page, requests } = await watch(browser);
  const far = (px: number, tag: string): string => `<div style="position:absolute;top:${px}px"><${tag}></${tag}></div>`;
  around(
    '/near.html',
    `<script type="module" src="/dist/autoload.js"></script>${far(1300, 'rekindle-tips')}${far(1700, 'rekindle-helplines')}`,
  );
  await page.goto(`${served.url}/near.html`, { waitUntil: 'load' });
  await page.waitForFunction(() => customElements.get('rekindle-tips'));

  assert.deepEqual(
    requests.filter(path => path.startsWith('/dist/')),
    ['/dist/autoload.js', '/dist/tips.js'],
  );
  await page.browserContext().close();
});

test('a plan in a frame far taller than the window opens where the reader is', async () => {
  around(
    '/tall.html',
    `<iframe src="${other.url}/dist/frame/activities.html" title="Ideas" style="inline-size:100%;block-size:9000px"></iframe>`,
  );
  const { page } = await watch(browser);
  await page.goto(`${served.url}/tall.html`);
  const frame = await frameOf(page);
  const plans = (): Promise<number[]> =>
    frame.$$eval('rekindle-activities >>> .cards [name=plan]', all => all.map(one => one.getBoundingClientRect().top));
  // The cards come as the reader comes near.
  for (let tops = await plans(); tops.length < 18; tops = await plans())
    await page.evaluate(top => scrollTo(0, top), tops.at(-1)!);

  for (const which of [4, 17]) {
    const tops = await plans();
    await page.evaluate(top => scrollTo(0, top), tops[which]! - 500);
    const button = (await frame.$$('rekindle-activities >>> .cards [name=plan]'))[which]!;

    await button.click();
    const dialog = (await frame.waitForSelector('rekindle-activities >>> dialog:modal'))!;

    const above = await page.$eval('iframe', one => one.getBoundingClientRect().top);
    const { top, bottom } = await dialog.evaluate(one => one.getBoundingClientRect().toJSON() as DOMRect);
    assert.ok(above + top >= 0 && above + bottom <= 900, `from ${above + top} to ${above + bottom}`);
    await page.keyboard.press('Escape');
  }
});
