import { expect } from 'chai';
import { open, page, ready, type Host } from '../support/host.ts';

/* A link to a chapter of the guide: it leads there, and the chapter stays there while the page above it changes. */

const CHAPTER = 'seek-help';
const HASH = `<script nonce="n">history.replaceState(null, '', location.href + '#${CHAPTER}')</script>`;

const inGuide = ({ document }: Host, selector: string): HTMLElement =>
  document.querySelector('rekindle-guide')?.shadowRoot?.querySelector(selector) as HTMLElement;

const arrive = async (body: string, width: number): Promise<Host> => {
  const host = await open(page(body, `${HASH}<script type="module" src="/dist/rekindle.js"></script>`), { width });
  await ready(host);
  return host;
};

const top = (host: Host): number => Math.abs(inGuide(host, `#${CHAPTER}`).getBoundingClientRect().top);

for (const width of [1280, 375]) {
  for (const [form, inside] of [
    ['its tag alone', ''],
    ['text inside', `<section id="${CHAPTER}"><h3>Seek help</h3></section>`],
  ] as const) {
    it(`at ${width} px, with ${form}: all that stands above it is there`, async () => {
      const host = await arrive(`<rekindle-guide>${inside}</rekindle-guide>`, width);

      expect(top(host)).to.be.lessThan(60);
      const list = inGuide(host, 'rekindle-activities').shadowRoot!.querySelector('[part=list]');
      expect(list!.childElementCount).to.equal(24);
    });
  }

  it(`at ${width} px, what the page puts above it moves it only where the browser holds nothing in place`, async () => {
    const host = await arrive('<rekindle-guide><p slot="six-tips">A picture</p></rekindle-guide>', width);
    expect(top(host)).to.be.lessThan(60);
    host.document.querySelector('p')!.style.height = '400px';
    await ready(host);

    const isHeld = host.window.CSS.supports('overflow-anchor', 'none');
    expect(top(host) < 60).to.equal(isHeld);
  });
}
