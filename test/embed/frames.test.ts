import { expect } from 'chai';
import { open, page, settled, until, type Host } from '../support/host.ts';

/* dist/frame/: a page for each element, and dist/frame.js around it. */

const NAMES = ['tips', 'checklist', 'activities', 'helplines', 'guide'] as const;
const AROUND =
  '<style>.rekindle-frame { display: block; inline-size: 100%; border: 0 }</style><script defer src="/dist/frame.js"></script>';
const iframe = (src: string, attributes = ''): string =>
  `<iframe class="rekindle-frame" src="${src.replaceAll('&', '&amp;')}" title="A frame" ${attributes}></iframe>`;

const frameOf = (host: Host): HTMLIFrameElement => host.document.querySelector('iframe') as HTMLIFrameElement;
const inner = (host: Host): Document => (frameOf(host).contentWindow as Window).document;
const elementOf = (host: Host): Element & { updateComplete: Promise<unknown> } =>
  inner(host).body.firstElementChild as Element & { updateComplete: Promise<unknown> };

/** Opens a page with a frame around a page of ours, and waits until that shows its element and has its height. */
async function framed(src: string, attributes = '', width = 800): Promise<Host> {
  const host = await open(page(iframe(src, attributes), AROUND), { width });
  await until(() => inner(host).readyState === 'complete' && elementOf(host).shadowRoot);
  await elementOf(host).updateComplete;
  await until(() => frameOf(host).clientHeight === Math.ceil(inner(host).body.getBoundingClientRect().height));
  return host;
}

for (const name of NAMES) {
  for (const width of [320, 800]) {
    it(`${name} at ${width} px: the frame is as tall as the element, and nothing in it scrolls`, async () => {
      const host = await framed(`/dist/frame/${name}.html`, '', width);
      const page = inner(host).documentElement;

      expect(elementOf(host).localName).to.equal(`rekindle-${name}`);
      expect(page.scrollHeight).to.be.at.most(frameOf(host).clientHeight);
      expect(page.scrollWidth).to.be.at.most(width);
      expect(frameOf(host).clientHeight).to.be.above(200);
      expect(host.said).to.deep.equal([]);
    });
  }

  it(`${name} in sandbox="allow-scripts": it renders without an origin and without storage, as tall as elsewhere`, async () => {
    const src = `/dist/frame/${name}.html`;
    // Side by side: a guide grows once more when its page is idle, and Firefox lets a frame below the fold wait.
    const both = `<div style="display: flex">${iframe(src)}${iframe(src, 'sandbox="allow-scripts"')}</div>`;
    const host = await open(page(both, AROUND));
    const [plain, sandboxed] = host.document.querySelectorAll('iframe');
    await until(() => plain?.style.blockSize && plain.style.blockSize === sandboxed?.style.blockSize);

    expect(host.said).to.deep.equal([]);
  });
}

it('parameters of the address become attributes; what is no documented attribute is ignored', async () => {
  const query = [
    'view=list',
    'heading-level=3',
    'label=<b>"Six" & more',
    'onclick=alert(1)',
    'onfocus=alert(1)',
    'style=color:red',
    'srcdoc=x',
    'src=/pack.json',
    'class=x',
    'id=x',
    'utm_source=x',
    'constructor=x',
  ].map(one => one.split(/=(.*)/s).slice(0, 2).map(encodeURIComponent).join('='));
  const host = await framed(`/dist/frame/tips.html?${query.join('&')}`);
  const given = Object.fromEntries([...elementOf(host).attributes].map(({ name, value }) => [name, value]));

  expect(given).to.include({ view: 'list', 'heading-level': '3', label: '<b>"Six" & more', class: 'rekindle-tips' });
  for (const name of ['onclick', 'onfocus', 'style', 'srcdoc', 'src', 'id', 'utm_source', 'constructor']) {
    expect(given).to.not.have.own.property(name);
  }
  expect(elementOf(host).shadowRoot?.querySelector('h3')).to.not.equal(null);
});

it('every documented attribute but src and debug is a parameter, of each element', async () => {
  const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as {
    modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  for (const name of NAMES) {
    const text = await (await fetch(`/dist/frame/${name}.html`)).text();
    const [, allowed = ''] = /name="rekindle-parameters" content="([^"]*)"/.exec(text) ?? [];
    const of = manifest.modules.flatMap(one => one.declarations ?? []).find(one => one.tagName === `rekindle-${name}`);
    const documented = of?.attributes?.map(one => one.name).filter(one => one !== 'src' && one !== 'debug') ?? [];
    expect(allowed.split(' ')).to.deep.equal(documented);
    expect(documented.length).to.be.above(2);
  }
});

it('addresses are parameters too, inside a frame', async () => {
  const query = '?guide-url=https://example.org/&exit-url=https://example.org/&country=NZ';
  const host = await framed(`/dist/frame/checklist.html${query}`);
  expect(elementOf(host).getAttribute('exit-url')).to.equal('https://example.org/');
  expect(elementOf(host).getAttribute('guide-url')).to.equal('https://example.org/');
});

it('the height follows what the reader opens and the width of the page', async () => {
  const host = await framed('/dist/frame/helplines.html');
  const before = frameOf(host).clientHeight;
  const select = elementOf(host).shadowRoot?.querySelector('select') as HTMLSelectElement;
  select.value = 'NZ';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => frameOf(host).clientHeight > before + 100);

  const taller = frameOf(host).clientHeight;
  host.frame.style.width = '320px';
  await until(() => frameOf(host).clientHeight > taller);
  expect(inner(host).documentElement.scrollHeight).to.be.at.most(frameOf(host).clientHeight);
});

it('a frame that was ready first tells its height when frame.js comes', async () => {
  const host = await open(page(iframe('/dist/frame/tips.html')));
  await until(() => inner(host).readyState === 'complete' && elementOf(host).shadowRoot);
  await settled(host);
  expect(frameOf(host).style.blockSize).to.equal('');

  host.document.head.append(Object.assign(host.document.createElement('script'), { src: '/dist/frame.js' }));
  await until(() => frameOf(host).style.blockSize);
});

it('the page around believes the window and the origin of a frame of ours, and numbers within limits, alone', async () => {
  // It answers this test alone: frame.js asks with 0, as soon as it runs, before anything here was moved.
  const talker = (message: string): string =>
    `<script>addEventListener('message', ({ data }) => data && parent.postMessage(${message}, '*'))</script>`;
  const html = [
    iframe(`/page/a?html=${encodeURIComponent(talker('1e9'))}`, 'id="huge"'),
    iframe(`/page/a?html=${encodeURIComponent(talker('-5'))}`, 'id="small"'),
    iframe(`/page/a?html=${encodeURIComponent(talker("'9px;color:red'"))}`, 'id="text"'),
    iframe(`/page/a?html=${encodeURIComponent(talker('NaN'))}`, 'id="nan"'),
    // It says that it may keep its origin, but has none: its document is another.
    iframe(`/page/a?html=${encodeURIComponent(talker('500'))}`, 'id="other"').replace('class="rekindle-frame"', ''),
    // Without an address, and with one that is none: nothing is thrown.
    iframe('', `id="bare" srcdoc="${talker('500').replaceAll('"', '&quot;')}"`).replace(' src=""', ''),
    iframe('https://', `id="broken" srcdoc="${talker('500').replaceAll('"', '&quot;')}"`),
    iframe('/page/a?html=x', `id="moved" srcdoc="${talker('500').replaceAll('"', '&quot;')}" sandbox="allow-scripts"`),
  ];
  const host = await open(page(html.join(''), AROUND));
  const get = (id: string): HTMLIFrameElement => host.document.getElementById(id) as HTMLIFrameElement;
  // An opaque document in a frame whose address promises another origin.
  get('moved').removeAttribute('sandbox');
  const ids = ['huge', 'small', 'text', 'nan', 'other', 'bare', 'broken', 'moved'];
  const heard = new Set<unknown>();
  host.window.addEventListener('message', ({ source, data }) => heard.add(data === 700 ? data : source));
  host.window.postMessage(700, '*');
  // A frame that is not there yet answers when it is asked again.
  await until(() => {
    const silent = ids.map(id => get(id).contentWindow).filter(one => !heard.has(one));
    for (const one of silent) one?.postMessage(1, '*');
    return !silent.length && heard.has(700);
  });

  expect(get('huge').style.blockSize).to.equal('60000px');
  expect(get('small').style.blockSize).to.equal('80px');
  for (const id of ['text', 'nan', 'other', 'bare', 'broken', 'moved'])
    expect(get(id).style.blockSize, id).to.equal('');
  expect(host.said).to.deep.equal([]);
});

it('links in it lead the whole page away; those of the guide to its own chapters stay', async () => {
  const host = await framed('/dist/frame/helplines.html?country=NZ');
  const follow = (root: ParentNode | null | undefined, selector: string): string => {
    const link = root?.querySelector<HTMLAnchorElement>(selector);
    let target = 'no link';
    link?.addEventListener('click', event => {
      target = link.target;
      event.preventDefault();
    });
    link?.click();
    return target;
  };
  expect(follow(elementOf(host).shadowRoot, 'a[href^=http]')).to.equal('_top');
  expect(follow(elementOf(host).shadowRoot, 'a[href^=tel]')).to.equal('');
  for (const link of elementOf(host).querySelectorAll<HTMLAnchorElement>('a[href^=http]')) {
    expect(link.target).to.equal('_top');
  }

  const guide = await framed('/dist/frame/guide.html');
  expect(follow(elementOf(guide).shadowRoot, 'a.go')).to.equal('');
});

it('a link to a chapter that is closed leads there, though the frame grows only then', async () => {
  const host = await framed('/dist/frame/guide.html?collapsed=', '', 375);
  const before = frameOf(host).clientHeight;
  const last = [...(elementOf(host).shadowRoot?.querySelectorAll<HTMLElement>('nav a') ?? [])].at(-1);
  const summary = [...(elementOf(host).shadowRoot?.querySelectorAll('summary') ?? [])].at(-1) as HTMLElement;
  last?.click();
  await until(() => frameOf(host).clientHeight > before);
  await settled(host);

  const top = frameOf(host).getBoundingClientRect().top + summary.getBoundingClientRect().top;
  expect(top).to.be.within(0, 60);
});
