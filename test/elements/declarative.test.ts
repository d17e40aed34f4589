import { expect } from 'chai';
import { waitUntil } from '../support/wait.ts';

/*
 * `rekindle embed --form declarative`, with the built script, in each engine: what is written out gives way to what the
 * element renders, and nobody notices. test/bundles/declarative.test.ts looks closer, in Chromium.
 */

type Page = Window & { readonly load: () => Promise<void> };

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

async function open(name: string, width: number): Promise<Page> {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: `/written/${name}.html`, width, height: 600 });
  frames.push(frame);
  await new Promise(resolve => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  return frame.contentWindow as Page;
}

/** Every element through shadow roots. */
const all = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);

const active = (page: Page): Element | null => {
  let one = page.document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one;
};

/** Texts and boxes that a reader has before her, where the page is, and what holds the focus. */
function look(page: Page, name: string): string[] {
  const host = page.document.querySelector(`rekindle-${name}`)!;
  const seen = [...all(host.shadowRoot!), page.document.querySelector<HTMLElement>('#below')!]
    .filter(one => one.localName !== 'style' && one.checkVisibility())
    .map(one => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const text = one.childElementCount ? '' : one.textContent.replace(/\s+/g, ' ').trim();
      return `${one.localName.replace(/^rekindle-\w+$/, 'div')} ${[x, y, width, height].map(Math.round).join(' ')} ${text}`;
    });
  return [...seen, `at ${Math.round(page.scrollY)}`, `focus ${active(page)?.localName} ${active(page)?.textContent}`];
}

for (const name of ['tips', 'checklist', 'activities', 'helplines', 'guide']) {
  for (const width of [800, 375]) {
    it(`${name}, written out, gives way to its script unnoticed at ${width} px`, async () => {
      const page = await open(name, width);
      const host = page.document.querySelector(`rekindle-${name}`)!;
      expect(host.shadowRoot, 'this browser reads declarative shadow roots').to.not.equal(null);
      const last = all(host.shadowRoot!).findLast(
        one => one.matches('a, button, select, summary, input') && one.checkVisibility(),
      )!;
      last.focus();
      page.scrollBy(0, -100);
      const first = look(page, name);
      expect(first.length).to.be.greaterThan(10);
      expect(first.at(-1)).to.not.contain('focus body');

      await page.load();
      // The module has run, and its microtasks: no frame may come before all is there.
      await Promise.resolve();
      const second = look(page, name);

      expect(second.find((line, i) => line !== first[i])).to.equal(undefined);
      expect(second.length).to.equal(first.length);
      expect(host.shadowRoot!.querySelectorAll('style')).to.have.lengthOf(0);
      expect(host.shadowRoot!.querySelectorAll('.base')).to.have.lengthOf(1);
      expect(active(page)?.isConnected).to.equal(true);
    });
  }
}

for (const name of ['checklist', 'guide']) {
  it(`${name}, written out: a danger that is ticked before the script is here brings help once it is`, async () => {
    const page = await open(name, 800);
    const host = page.document.querySelector(`rekindle-${name}`)!;
    const stop = (): HTMLInputElement =>
      all(host.shadowRoot!).find(one => one.matches('[type=checkbox][value=afraid]')) as HTMLInputElement;
    stop().click();
    const written = stop();

    await page.load();
    await waitUntil(() => stop() !== written && stop().checked, 'the tick is lost');
    await waitUntil(() => all(host.shadowRoot!).some(one => one.matches('[part=help] rekindle-helplines')), 'no help');
  });
}

for (const name of ['tips', 'guide']) {
  it(`${name}, written out: the tip that the reader swiped to before the script is here stays`, async () => {
    const page = await open(name, 375);
    const root = page.document.querySelector(`rekindle-${name}`)!.shadowRoot!;
    const row = (): HTMLElement => all(root).find(one => one.matches('.track'))!;
    const written = row();
    written.scroll({ left: written.scrollWidth / 3, behavior: 'instant' });
    const { scrollLeft } = written;
    expect(scrollLeft).to.be.greaterThan(300);

    await page.load();
    await waitUntil(
      () => row() !== written && Math.abs(row().scrollLeft - scrollLeft) < 1,
      'she is at the first tip again',
    );
    await waitUntil(
      () =>
        all(root)
          .find(one => one.matches('.position'))
          ?.textContent.trim() === '3 of 6',
      'it is not told',
    );
  });
}

it('guide, written out: what the reader closed in an element in it stays closed', async () => {
  const page = await open('guide', 375);
  const filters = (): HTMLDetailsElement =>
    all(page.document.querySelector('rekindle-guide')!.shadowRoot!).find(
      one => one.part.contains('filters') && one.checkVisibility(),
    ) as HTMLDetailsElement;
  const height = (): number => page.document.documentElement.scrollHeight;
  expect(filters().open).to.equal(true);
  filters().open = false;
  const before = height();

  await page.load();
  // Element in element, in microtasks of this very task.
  for (let i = 0; i < 50; i++) await Promise.resolve();

  expect(filters().open).to.equal(false);
  expect(height()).to.equal(before);
});
