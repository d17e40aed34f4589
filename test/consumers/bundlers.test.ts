import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch, watch } from '../support/chrome.ts';
import { serve, type Served } from '../support/server.ts';
import { consumers, run, type Consumers } from './install.ts';

/* Production builds against the package as npm would get it: no element is dropped, none is defined twice. */

const ALL = ['activities', 'checklist', 'guide', 'helplines', 'tips'].map(name => `rekindle-${name}`);
/** Tags that each module of bundlers/src is to define. */
const DEFINED: Readonly<Record<string, readonly string[]>> = {
  all: ALL,
  one: ['rekindle-tips'],
  split: ALL,
  'class-only': ['our-tips'],
  unused: [],
};

let all: Consumers;
let browser: Browser;
let served: Served;
before(async () => {
  all = consumers();
  all.install('bundlers');
  browser = await launch();
  served = await serve(all.folder);
});
after(async () => {
  await browser.close();
  await served.close();
  all.remove();
});

/** What a build defines, in the order of the alphabet, and which of it shows. */
async function load(path: string, wanted: readonly string[]): Promise<{ defined: string[]; shown: string[] }> {
  const tags = wanted.map(tag => `<${tag}></${tag}>`).join('');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head><body>${tags}<script type="module" src="${path}"></script></body></html>`;
  served.page(`${path}.html`, html);
  const { page, messages } = await watch(browser);
  await page.evaluateOnNewDocument(() => {
    const state = globalThis as unknown as { defined: string[] };
    state.defined = [];
    const define = customElements.define.bind(customElements);
    customElements.define = (tag, ...rest) => {
      state.defined.push(tag);
      define(tag, ...rest);
    };
  });
  await page.goto(`${served.url}${path}.html`, { waitUntil: 'networkidle0' });
  await page.waitForFunction(tags => tags.every(tag => customElements.get(tag)), {}, [...wanted]);
  const result = await page.evaluate(async () => {
    const shown: string[] = [];
    for (const element of document.body.children) {
      if (!element.localName.includes('-')) continue;
      await (element as Element & { updateComplete?: Promise<unknown> }).updateComplete;
      // Its words, not only its style.
      if ((element.shadowRoot?.querySelector('.base')?.textContent.length ?? 0) > 200) shown.push(element.localName);
    }
    return { defined: (globalThis as unknown as { defined: string[] }).defined.sort(), shown: shown.sort() };
  });
  assert.deepEqual(messages, []);
  await page.browserContext().close();
  return result;
}

for (const bundler of ['esbuild', 'parcel', 'rollup', 'vite', 'webpack']) {
  test(`${bundler} keeps every element that is asked for, once, and no class that is not`, async () => {
    const { code, output } = await run(join(all.folder, 'bundlers'), process.execPath, 'build.js', bundler);
    assert.equal(code, 0, output);
    assert.deepEqual(
      readdirSync(join(all.folder, 'bundlers/out', bundler)).sort(),
      Object.keys(DEFINED).sort(),
      'what there is to build',
    );

    for (const [entry, tags] of Object.entries(DEFINED)) {
      const path = `/bundlers/out/${bundler}/${entry}/${entry}.js`;
      assert.deepEqual(await load(path, tags), { defined: [...tags], shown: [...tags] }, `${bundler}: ${entry}`);
    }
    const { size } = statSync(join(all.folder, 'bundlers/out', bundler, 'unused/unused.js'));
    assert.ok(size < 1000, `classes that nobody uses stay: ${size} bytes`);
  });
}
