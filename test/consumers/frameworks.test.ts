import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch, ready, watch } from '../support/chrome.ts';
import { serve, type Served } from '../support/server.ts';
import { consumers, PROJECTS, run, type Consumers, type Lock } from './install.ts';

/* Small applications of other people, against the package as npm would get it: types, build, and a reader who uses them. */

let all: Consumers;
let browser: Browser;
let served: Served;
before(async () => {
  all = consumers();
  browser = await launch();
  served = await serve(all.folder);
});
after(async () => {
  await browser.close();
  await served.close();
  all.remove();
});

test('the lockfiles have a hash for all but our package, and name no host', () => {
  assert.deepEqual(PROJECTS, ['bundlers', 'preact', 'react', 'solid', 'svelte', 'vue']);
  for (const project of PROJECTS) {
    const { packages } = JSON.parse(readFileSync(`test/consumers/${project}/package-lock.json`, 'utf8')) as Lock;
    for (const [path, { resolved, integrity }] of Object.entries(packages)) {
      if (path === 'node_modules/rekindle') assert.deepEqual([resolved, integrity], ['file:rekindle.tgz', undefined]);
      else if (path)
        assert.deepEqual([resolved, integrity?.slice(0, 7)], [undefined, 'sha512-'], `${project}: ${path}`);
    }
  }
});

/** The file in which a project uses the element. */
const page = (project: string): string => {
  const src = join(all.folder, project, 'src');
  const file = readdirSync(src).find(name => readFileSync(join(src, name), 'utf8').includes('<rekindle-tips'));
  assert.ok(file, `${project} uses the element`);
  return join(src, file);
};

for (const project of PROJECTS.filter(name => name !== 'bundlers')) {
  test(`${project}: types are right, a wrong value is noticed, and property, event, method and reference work`, async () => {
    all.install(project);
    const cwd = join(all.folder, project);

    const checked = await run(cwd, 'npm', 'run', 'check');
    assert.equal(checked.code, 0, checked.output);

    const built = await run(cwd, 'npm', 'run', 'build');
    assert.equal(built.code, 0, built.output);

    const source = readFileSync(page(project), 'utf8');
    writeFileSync(page(project), source.replace('pagination="dots"', 'pagination="dotted"'));
    const wrong = await run(cwd, 'npm', 'run', 'check');
    assert.notEqual(wrong.code, 0, 'a value that there is not passes');
    assert.match(wrong.output, /"dotted"/);

    const { page: tab, messages } = await watch(browser);
    await tab.goto(`${served.url}/${project}/dist/index.html`, { waitUntil: 'networkidle0' });
    await ready(tab);
    const shown = await tab.evaluate(() => {
      const tips = document.querySelector('rekindle-tips') as HTMLElement & { loop: boolean; length: number };
      return {
        host: tips.className,
        loop: tips.loop,
        title: tips.shadowRoot?.querySelector('.base')?.textContent?.includes('Ours: '),
        dots: tips.shadowRoot?.querySelectorAll('.dot').length === tips.length,
        heard: document.querySelector('output')?.textContent,
      };
    });
    assert.deepEqual(shown, { host: 'ours', loop: true, title: true, dots: true, heard: '-1' });

    // The reader moves on: the event gets through, with its fields and its element.
    await tab.evaluate(() =>
      document.querySelector('rekindle-tips')?.shadowRoot?.querySelector<HTMLElement>('[name=next]')?.click(),
    );
    await tab.waitForFunction(() => document.querySelector('output')?.textContent === '2');
    // The page moves on, by its reference to the element.
    await tab.evaluate(() => document.querySelector<HTMLElement>('#app > button')?.click());
    await tab.waitForFunction(
      () => (document.querySelector('rekindle-tips') as HTMLElement & { activeIndex: number }).activeIndex === 2,
    );
    assert.deepEqual(
      messages.filter(message => !message.includes('favicon.ico') && !message.includes('404')),
      [],
    );
    await tab.browserContext().close();
  });
}
