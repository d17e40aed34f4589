import { expect } from 'chai';
import { open, page, ready, settled, shown, until, type Host } from '../support/host.ts';

/* Style sheets of real hosts, and of hostile ones: our text stays legible, and the host stays as it is. */

const SHEETS = {
  bootstrap: '/node_modules/bootstrap/dist/css/bootstrap.min.css',
  tailwind: '/node_modules/tailwindcss/preflight.css',
  bulma: '/node_modules/bulma/css/bulma.min.css',
  pico: '/node_modules/@picocss/pico/css/pico.min.css',
  wordpress: '/sheets/wordpress.css',
  normalize: '/node_modules/normalize.css/normalize.css',
  inherit: '/test/embed/sheets/inherit.css',
  universal: '/test/embed/sheets/universal.css',
  layout: '/test/embed/sheets/layout.css',
} as const;

const ALL = ['activities', 'checklist', 'guide', 'helplines', 'tips'];
const ELEMENTS = ALL.map(name => `<rekindle-${name}><p>Fallback</p></rekindle-${name}>`).join('');

/** What pages are made of, with the class names that the sheets know. */
const SAMPLE = `<div id="sample" style="width:300px"><header class="navbar has-global-padding"><nav><ul><li><a class="btn button wp-block-button__link" href="#x">Link</a></li></ul></nav></header>
  <main class="container wp-block-group"><h1 class="title wp-block-heading">Title</h1><h2>Two</h2><p class="lead">Text <b>bold</b> <em>em</em> <code>code</code></p>
  <blockquote class="wp-block-quote">Quote</blockquote><ol><li>One</li></ol><table class="table"><tbody><tr><td>1</td></tr></tbody></table>
  <form><label>Name <input id="focus" class="form-control input"></label><select><option>1</option></select><button class="btn btn-primary button">Go</button><fieldset><legend>L</legend><input type="checkbox"></fieldset></form>
  <details open><summary>More</summary>Text</details><dialog open>Dialog</dialog><img alt="x" width="10" height="10"><hr></main></div>`;

const link = (href: string): string => `<link rel="stylesheet" href="${href}">`;

/** Every computed property of every element of the sample, and of html and body but for what their height changes. */
function styles({ window, document }: Host): Map<string, string> {
  const all = new Map<string, string>();
  const roots = [document.documentElement, document.body];
  const sample = [...(document.getElementById('sample')?.querySelectorAll('*') ?? [])];
  [...roots, ...sample].forEach((element, i) => {
    for (const pseudo of ['', '::before', '::after']) {
      const style = window.getComputedStyle(element, pseudo);
      for (const name of style) {
        // What they are for is compared; some engines list them too, and some sheets have a thousand.
        if (name.startsWith('--')) continue;
        if (i < roots.length && /(?:height|width|block-size|inline-size|origin|grid-template)/.test(name)) continue;
        all.set(`${i} ${element.localName}${pseudo} ${name}`, style.getPropertyValue(name));
      }
    }
  });
  return all;
}

const show = async (host: Host): Promise<void> => {
  const { document } = host;
  const ours = document.getElementById('ours') as HTMLElement;
  ours.append(Object.assign(document.createElement('script'), { src: '/dist/rekindle.js', type: 'module' }));
  ours.insertAdjacentHTML('beforeend', ELEMENTS);
  await until(() => shown(host).length >= 5);
  await ready(host);
};

const canvas = document
  .createElement('canvas')
  .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

/** Lays colours over one another, from the back to the front. */
function blend(colors: readonly string[]): [number, number, number] {
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, 1, 1);
  for (const color of colors) {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/** @see WCAG 2.2, relative luminance */
const luminance = (rgb: readonly number[]): number => {
  const [r = 0, g = 0, b = 0] = rgb.map(one =>
    one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, two) => one - two);
  return (light + 0.05) / (dark + 0.05);
};

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

/** Texts of our elements that do not read well, each with the reason. */
function illegible({ window, document }: Host): { faults: string[]; texts: number } {
  const faults: string[] = [];
  let texts = 0;
  const check = (element: Element, text: string): void => {
    const style = window.getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // What is for screen readers alone has no box to speak of.
    if (style.visibility !== 'visible' || box.width <= 2 || box.height <= 2) return;
    texts++;
    const fault = (reason: string): void => void faults.push(`${element.localName} "${text.slice(0, 30)}": ${reason}`);
    const size = parseFloat(style.fontSize);
    if (size < 14) fault(`${size} px`);
    const height = parseFloat(style.lineHeight) / size;
    if (style.lineHeight !== 'normal' && !(height >= 1.2 && height <= 2))
      fault(`line-height ${style.lineHeight} of ${size} px`);
    if (style.letterSpacing !== 'normal' && Math.abs(parseFloat(style.letterSpacing)) > 1)
      fault(`letter-spacing ${style.letterSpacing}`);
    if (style.textTransform !== 'none') fault(style.textTransform);
    if (style.textShadow !== 'none') fault(style.textShadow);
    const disabled = element.closest(':disabled, [aria-disabled=true]');
    const back: string[] = [];
    for (let at: Element | null = element; at; at = parentOf(at))
      back.unshift(window.getComputedStyle(at).backgroundColor);
    const color = style.getPropertyValue('-webkit-text-fill-color') || style.color;
    const ratio = contrast(blend(back), blend([...back, color]));
    if (!disabled && ratio < 4.5) fault(`contrast ${ratio.toFixed(2)} of ${color} on ${back.join(' ')}`);
  };
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!(root instanceof (window as Window & typeof globalThis).ShadowRoot)) continue;
      if (!element.checkVisibility() || element.closest('option, style, script')) continue;
      const text = [...element.childNodes].map(node => (node.nodeType === 3 ? node.textContent?.trim() : '')).join('');
      if (text) check(element, text);
    }
  };
  walk(document);
  return { faults: [...new Set(faults)], texts };
}

for (const [name, href] of Object.entries(SHEETS)) {
  it(`${name}: its page looks, and is, the same with us and without us`, async () => {
    const host = await open(page(`${SAMPLE}<main id="ours"></main><div style="height:2000px"></div>`, link(href)));
    const { window, document } = host;
    document.getElementById('focus')?.focus();
    window.scrollTo({ top: 50, behavior: 'instant' });
    await settled(host);
    // What the sheet itself moves, as a field that gets the focus, comes to rest first.
    await until(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const state = (): unknown[] => [
      document.head.innerHTML,
      document.title,
      document.activeElement?.id,
      window.scrollY,
      window.history.length,
      window.location.href,
      document.getElementById('sample')?.outerHTML,
    ];
    const [before, first] = [state(), styles(host)];

    await show(host);

    expect(state()).to.deep.equal(before);
    const second = styles(host);
    expect(
      [...first]
        .filter(([key, value]) => second.get(key) !== value)
        .map(([key, value]) => `${key}: ${value} ${second.get(key)}`),
    ).to.deep.equal([]);
    expect(first.size).to.be.above(10_000);
    expect(host.said).to.deep.equal([]);
  });

  for (const width of [320, 1280]) {
    it(`${name} at ${width} px: our text is legible, and nothing is wider than the page`, async () => {
      const host = await open(
        page('<main id="ours"></main>', `<meta name="viewport" content="width=device-width">${link(href)}`),
        { width },
      );
      await show(host);

      const { faults, texts } = illegible(host);
      expect(faults).to.deep.equal([]);
      expect(texts).to.be.above(150);
      expect(host.document.documentElement.scrollWidth).to.be.at.most(width);
      for (const element of host.document.querySelectorAll('#ours > :not(script)')) {
        const box = element.getBoundingClientRect();
        expect(box.width, element.localName).to.be.within(width / 2, width);
        expect(box.height, element.localName).to.be.above(150);
      }
    });
  }
}

// The others give fields more than their share of so narrow a row.
if (navigator.userAgent.includes('Chrome/')) {
  it('at 160 px nothing is wider than a plain page', async () => {
    const host = await open(page('<main id="ours"></main>', '<style>body{margin:0}</style>'), { width: 160 });
    await show(host);

    expect(host.document.documentElement.scrollWidth).to.equal(160);
  });
}
