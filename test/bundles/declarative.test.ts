import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Page } from 'puppeteer-core';
import { ELEMENTS } from '../../src/build/bundles.ts';
import { observeShifts, ready, shifts, watch } from '../support/chrome.ts';
import { browser, served } from '../support/site.ts';

/* `rekindle embed --form declarative`: what is written out is what the element renders, and gives way without a trace. */

const embed = (...args: string[]): string => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/bin/rekindle.js', 'embed', ...args, '--form', 'declarative'],
    { encoding: 'utf8', maxBuffer: 1e7 },
  );
  assert.equal(stderr, '');
  return stdout;
};

/** Puts a snippet between texts of a page. */
function put(path: string, snippet: string, head = '', headers = {}): void {
  served.page(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>A page</title><link rel="icon" href="data:,"><style nonce="n">body { max-width: 50em; margin: 1em auto; padding: 0 1em }</style>
    ${head}<p>Text above.</p>${snippet.replace('src="rekindle.js"', 'src="/dist/rekindle.js" nonce="n"')}<p id="below">Text below.</p>`,
    headers,
  );
}

/** What a reader has before her, through shadow roots: texts, boxes, where the page is, and what holds the focus. */
const look = (page: Page): Promise<{ texts: string[]; boxes: string[]; place: number[]; focus: string }> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const boxes: string[] = [];
    const walk = (root: ParentNode & Node): void => {
      for (const node of root.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
        // A text may stand in one node before and in two after.
        if (text) texts.push(...text.split(' '));
        if (!(node instanceof HTMLElement) || node.localName === 'style') continue;
        if (!node.checkVisibility()) continue;
        const { x, y, width, height } = node.getBoundingClientRect();
        const name = node.localName.replace(/^rekindle-\w+$/, 'div');
        boxes.push(`${name} ${[x, y, width, height].map(one => one.toFixed(1)).join(' ')}`);
        walk(node.shadowRoot ?? node);
      }
    };
    walk(document.body);
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return { texts, boxes, place: [scrollX, scrollY], focus: `${active?.localName} ${active?.textContent.trim()}` };
  });

/** The accessibility tree, as lines. */
async function tree(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (id: string, depth: number): void => {
    const node = byId.get(id);
    if (!node) return;
    const states = (node.properties ?? [])
      .filter(({ name }) => !['url', 'focusable', 'focused', 'busy'].includes(name))
      .map(({ name, value }) => `${name}=${String(value.value)}`);
    if (node.role?.value === 'StaticText') {
      // As above: one node or two.
      lines.push(...String(node.name?.value).trim().split(/\s+/));
      return;
    }
    if (!node.ignored) {
      lines.push(
        [depth, node.role?.value, node.name?.value, node.description?.value, ...states].join(' ').replace(/\s+/g, ' '),
      );
    }
    for (const child of node.childIds ?? []) walk(child, depth + Number(!node.ignored));
  };
  const [root] = nodes;
  if (root) walk(root.nodeId, 0);
  await session.detach();
  return lines;
}

/** Fails with the first place that differs: the whole would fill pages. */
function same(actual: readonly string[], expected: readonly string[]): void {
  const at = Array.from({ length: Math.max(actual.length, expected.length) }).findIndex(
    (_one, i) => actual[i] !== expected[i],
  );
  if (at >= 0) assert.deepEqual(actual.slice(at, at + 3), expected.slice(at, at + 3));
}

const EXTRA: Readonly<Record<string, readonly string[]>> = {
  helplines: ['--country', 'NZ'],
  checklist: ['--heading-level', '3', '--attributes', 'mode="list"'],
  guide: ['--attributes', 'collapsed chapters="six-tips seek-help" without="tips"'],
};
const CASES = ELEMENTS.flatMap(name => [
  [name, [name]] as const,
  ...(EXTRA[name] ? [[name, [name, ...EXTRA[name]]] as const] : []),
]);

for (const [name, args] of CASES) {
  for (const width of [800, 375]) {
    test(`${args.join(' ')} at ${width} px: the reader sees, hears and holds the same before and after the script`, async () => {
      const path = `/declarative-${args.join('-').replace(/\W+/g, '-')}-${width}.html`;
      put(path, embed(...args));
      const { page, messages } = await watch(browser, width);
      await observeShifts(page);
      const release = served.holdScripts();
      const loaded = page.goto(served.url + path, { waitUntil: 'load' });
      await page.waitForSelector('#below');
      await page.evaluate(async tag => {
        const roots = (root: ParentNode): Element[] =>
          [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? roots(one.shadowRoot) : [])]);
        const last = roots(document.querySelector(tag)?.shadowRoot ?? document).findLast(
          one => one.matches('a, button, select, summary, input') && one.checkVisibility(),
        ) as HTMLElement;
        last.focus();
        // What the reader opens while she waits stays open.
        if (last.localName === 'summary') last.click();
        scrollBy(0, -200);
        // The browser moves where it is a frame or two later.
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      }, `rekindle-${name}`);
      // What moved by then, the test itself moved.
      const [first, heard, moved] = [await look(page), await tree(page), await shifts(page)];
      assert.equal(await page.evaluate(tag => customElements.get(tag) === undefined, `rekindle-${name}`), true);

      release();
      await loaded;
      await ready(page);
      const [second, heardThen] = [await look(page), await tree(page)];

      same(second.texts, first.texts);
      same(second.boxes, first.boxes);
      same(heardThen, heard);
      assert.deepEqual([second.place, second.focus], [first.place, first.focus]);
      assert.ok(first.texts.length > 10, first.texts.join(' '));
      assert.doesNotMatch(first.focus, /^body/);
      assert.equal(await shifts(page), moved);
      assert.deepEqual(messages, []);
      const left = await page.evaluate(
        tag => document.querySelector(tag)?.shadowRoot?.querySelectorAll('style, .base').length,
        `rekindle-${name}`,
      );
      assert.equal(left, 1, 'one .base, no <style>');
      await page.browserContext().close();
    });

    test(`${args.join(' ')} at ${width} px: nothing moves when the script comes 600 ms late`, async () => {
      const path = `/late-${args.join('-').replace(/\W+/g, '-')}-${width}.html`;
      put(path, embed(...args));
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
}

test('what stands inside the guide is written as plain boxes, which the script does not wake to throw them away', () => {
  const [, template = ''] = /<template[^>]*>(.*)<\/template>/.exec(embed('guide')) ?? [];

  assert.equal(template.match(/<template shadowrootmode="open">/g)?.length, 4);
  assert.doesNotMatch(template, /<rekindle-/);
});

for (const name of ELEMENTS) {
  test(`${name}, written out, shows every text of its children without script`, async () => {
    const path = `/declarative-silent-${name}.html`;
    const snippet = embed(name);
    put(path, snippet);
    const { page } = await watch(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(served.url + path, { waitUntil: 'load' });

    const plain = (text: string): string => text.replace(/\s+/g, '');
    const heard = plain((await tree(page)).join(' '));
    const unescaped = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' } as Readonly<Record<string, string>>;
    const texts = [...snippet.slice(snippet.lastIndexOf('</template>')).matchAll(/>([^<>]+)</g)]
      .map(([, text = '']) => plain(text.replace(/&\w+;/g, one => unescaped[one] ?? one)))
      .filter(Boolean);
    assert.ok(texts.length > 20);
    assert.deepEqual(
      texts.filter(text => !heard.includes(text)),
      [],
    );
    await page.browserContext().close();
  });
}

test('where the browser is too old for the script, the children stand in place of controls that nothing answers', () => {
  // What the script asks before it does anything, and what the sheet asks: one place would not see the other change.
  const asked = /supports\?\.\("color","(.*?)"\)/.exec(readFileSync('dist/rekindle.js', 'utf8'))?.[1];
  assert.match(asked ?? '', /^light-dark\(.+\)$/);
  for (const name of ELEMENTS)
    assert.ok(
      embed(name).includes(`@supports not (color:${asked}){.base{display:none}.whole{display:contents}}`),
      name,
    );
});

test('without script a link of the contents leads to its chapter', async () => {
  put('/declarative-no-script.html', embed('guide'));
  const { page } = await watch(browser);
  await page.setJavaScriptEnabled(false);
  await page.goto(`${served.url}/declarative-no-script.html`, { waitUntil: 'load' });
  const place = (selector: string): Promise<{ x: number; y: number }> =>
    page.$eval(selector, element => {
      const { x, y } = element.getBoundingClientRect();
      return { x, y };
    });
  const link = await place('li a[href="#seek-help"]');
  await page.mouse.click(link.x + 5, link.y + 5);

  // Each look gives the browser time to go there.
  let chapter = await place('#seek-help');
  for (let looks = 0; looks < 200 && chapter.y > 100; looks++) chapter = await place('#seek-help');
  assert.ok(link.y > 0 && link.y < 900, `the link is at ${link.y} px`);
  assert.ok(Math.abs(chapter.y) < 100, `its chapter is at ${chapter.y} px`);
  assert.ok(((await page.evaluate('scrollY')) as number) > 3000);
  await page.browserContext().close();
});

test('a strict style-src needs the sources that the snippet names, and no more', async () => {
  const snippet = embed('guide');
  const sources = /A strict style-src needs: ([^>]*) -->/.exec(snippet)?.[1] ?? '';
  assert.equal(sources.split(' ').length, 5);
  const policy = `default-src 'none'; style-src 'nonce-n' ${sources}; script-src 'nonce-n'; require-trusted-types-for 'script'; trusted-types rekindle`;
  put('/declarative-strict.html', snippet, '', { 'content-security-policy': policy });
  const { page, messages } = await watch(browser);
  await observeShifts(page);
  served.delayScripts(600);
  try {
    await page.goto(`${served.url}/declarative-strict.html`, { waitUntil: 'load' });
    await ready(page);
  } finally {
    served.delayScripts(0);
  }

  assert.equal(await shifts(page), 0);
  assert.deepEqual(
    messages.filter(message => !message.includes('data:,')),
    [],
  );
  await page.browserContext().close();
});

test('what the parser still writes when the script comes waits, and is replaced once', async () => {
  const [head = '', tail = ''] = embed('tips').split('</template>');
  // A classic script in the middle of the template runs there and then: the element is defined before it is complete.
  const middle = head.indexOf('<div class="base"');
  const html = `${head.slice(0, middle)}<script src="/dist/rekindle.js" nonce="n"></script>${head.slice(middle)}</template>${tail}`;
  put('/declarative-early.html', html.replace('<script type="module" src="rekindle.js"></script>', ''));
  const { page, messages } = await watch(browser);
  await page.goto(`${served.url}/declarative-early.html`, { waitUntil: 'load' });
  await ready(page);

  const { cards, bases } = await page.evaluate(() => {
    const root = document.querySelector('rekindle-tips')?.shadowRoot;
    return { cards: root?.querySelectorAll('.card').length, bases: root?.querySelectorAll('.base, style').length };
  });
  assert.deepEqual({ cards, bases }, { cards: 6, bases: 1 });
  assert.deepEqual(messages, []);
  await page.browserContext().close();
});

test('words from an address replace what is written out when they are here, not before', async () => {
  const pack = JSON.parse(
    spawnSync(process.execPath, ['dist/bin/rekindle.js', 'pack', 'content/en'], { encoding: 'utf8', maxBuffer: 1e7 })
      .stdout,
  ) as object;
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => (release = resolve));
  put('/declarative-src.html', embed('tips', '--attributes', 'src="/words.json"'));
  const { page, messages } = await watch(browser);
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (!request.url().endsWith('/words.json')) return void request.continue();
    const body = JSON.stringify(pack).replaceAll('Focus on Yourself', 'My own words');
    void released.then(() => request.respond({ contentType: 'application/json', body }));
  });
  await page.goto(`${served.url}/declarative-src.html`, { waitUntil: 'load' });
  await ready(page);
  const shown = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const first = document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2');
      return first?.checkVisibility() ? first.textContent : undefined;
    });

  assert.equal(await shown(), 'Focus on Yourself');
  release();
  await page.waitForFunction(
    () => document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('h2')?.textContent === 'My own words',
  );
  assert.deepEqual(messages, []);
  await page.browserContext().close();
});

test('where words from an address do not come, the text inside stands in place of controls that nothing answers', async () => {
  put('/declarative-lost.html', embed('tips', '--attributes', 'src="/lost.json"'));
  const { page } = await watch(browser);
  await page.goto(`${served.url}/declarative-lost.html`, { waitUntil: 'load' });

  await page.waitForFunction(() => !document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('button'));
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('rekindle-tips h2')].filter(one => one.checkVisibility()).map(one => one.textContent),
  );
  assert.equal(seen.length, 6);
  await page.browserContext().close();
});
