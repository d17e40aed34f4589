import { expect } from 'chai';
import { open, page, ready, shown, until, type Host } from '../support/host.ts';

/* What routers, morphers and caches do to a page: elements come and go, and leave nothing behind. */

const NAMES = ['activities', 'checklist', 'guide', 'helplines', 'tips'];
const ELEMENTS = NAMES.map(name => `<rekindle-${name} id="${name}"><p>Fallback</p></rekindle-${name}>`).join('');
/** Counts what is listened for on the window and the document, and what waits for a frame. A time may wait after removal, ten seconds at most. */
const COUNTER = `<script>
  window.listening = new Map();
  window.heard = new Set();
  const count = (key, by) => listening.set(key, (listening.get(key) ?? 0) + by);
  for (const [name, target] of [['window', window], ['document', document]]) {
    const { addEventListener: add, removeEventListener: remove } = target;
    const known = new Map();
    target.addEventListener = function (type, listener, options) {
      const key = type + !!(options?.capture ?? (options === true));
      const all = known.get(listener) ?? new Set();
      if (!all.has(key)) count(name + ' ' + type, 1);
      known.set(listener, all.add(key));
      heard.add(type);
      return add.call(this, type, listener, options);
    };
    target.removeEventListener = function (type, listener, options) {
      if (known.get(listener)?.delete(type + !!(options?.capture ?? (options === true)))) count(name + ' ' + type, -1);
      return remove.call(this, type, listener, options);
    };
  }
  window.frames_ = 0;
  const frame = requestAnimationFrame;
  window.requestAnimationFrame = callback => { frames_++; return frame(callback); };
</script>`;

type Counted = Window & { readonly listening: Map<string, number>; readonly heard: Set<string>; frames_: number };

const start = async (): Promise<Host> => {
  const host = await open(
    page(`<main>${ELEMENTS}</main><script type="module" src="/dist/rekindle.js"></script>`, COUNTER),
  );
  await ready(host);
  return host;
};
/** Our sheet is there: else a box has other measures. */
const isDressed = ({ shadowRoot }: Element): boolean => {
  const box = shadowRoot?.querySelector('.base *');
  return !!box && box.ownerDocument.defaultView!.getComputedStyle(box).boxSizing === 'border-box';
};
const counted = ({ window }: Host): Counted => window as unknown as Counted;
const left = (host: Host): string[] => [...counted(host).listening].filter(([, n]) => n > 0).map(([key]) => key);

it('elements that go leave no listener on the window or the document, however often', async () => {
  const host = await start();
  const main = host.document.querySelector('main') as HTMLElement;
  const elements = [...main.children];
  for (let i = 0; i < 20; i++) {
    main.replaceChildren();
    main.append(...elements);
    await ready(host);
  }
  main.replaceChildren();
  await ready(host);

  expect(left(host)).to.deep.equal([]);
});

it('nothing listens for what keeps a page out of the cache of Back and Forward', async () => {
  const host = await start();

  expect(['unload', 'beforeunload'].filter(type => counted(host).heard.has(type))).to.deep.equal([]);
});

it('at rest no frame is asked for', async () => {
  const host = await start();
  const before = counted(host).frames_;
  for (let i = 0; i < 10; i++) await new Promise(resolve => window.requestAnimationFrame(resolve));

  expect(counted(host).frames_ - before).to.equal(0);
});

for (const [how, swap] of [
  [
    'as a router caches it: the body is a copy',
    (host: Host) => host.document.body.replaceWith(host.document.body.cloneNode(true)),
  ],
  [
    'as fragments are swapped: by its own HTML',
    (host: Host) => {
      const main = host.document.querySelector('main') as HTMLElement;
      main.innerHTML = String(main.innerHTML);
    },
  ],
  [
    'as a morpher does: attributes and children are set to what they are in the new page',
    (host: Host) => {
      for (const one of host.document.querySelectorAll('main > *')) {
        for (const name of one.getAttributeNames()) if (name !== 'id') one.removeAttribute(name);
        one.innerHTML = '<p>Fallback</p>';
      }
    },
  ],
  [
    'as lists are sorted: each element moves',
    (host: Host) => {
      const main = host.document.querySelector('main') as HTMLElement;
      main.append(...[...main.children].reverse());
    },
  ],
  [
    'as documents are joined: adopted from another one',
    (host: Host) => {
      const main = host.document.querySelector('main') as HTMLElement;
      const other = host.document.implementation.createHTMLDocument();
      const all = [...main.children];
      other.body.append(...all);
      main.append(...all);
    },
  ],
] as const) {
  it(`${how}: all five show, once, and say nothing`, async () => {
    const host = await start();
    swap(host);
    await ready(host);

    expect(shown(host)).to.deep.equal(NAMES);
    for (const one of host.document.querySelectorAll('main > *')) {
      expect(one.shadowRoot?.querySelectorAll('.base'), one.id).to.have.length(1);
      expect(one.shadowRoot?.querySelector('.base')?.textContent.length, one.id).to.be.above(200);
      expect(one.children, one.id).to.have.length(1);
      expect(isDressed(one), one.id).to.equal(true);
    }
    expect(host.said).to.deep.equal([]);
    host.document.querySelector('main')?.replaceChildren();
    await ready(host);
    expect(left(host)).to.deep.equal([]);
  });
}

it('as a morpher takes away what the server does not know: the reader stays at her tip, and in her list', async () => {
  const host = await start();
  const tips = host.document.querySelector<HTMLElement & { activeIndex: number }>('#tips')!;
  const isList = (): boolean => !!tips.shadowRoot!.querySelector('.list');
  const press = (name: string): void => tips.shadowRoot!.querySelector<HTMLElement>(`[name=${name}]`)!.click();
  const morph = async (): Promise<void> => {
    for (const name of tips.getAttributeNames()) if (name !== 'id') tips.removeAttribute(name);
    await ready(host);
  };
  press('next');
  await until(() => tips.getAttribute('active-index') === '1');
  await morph();
  expect(tips.activeIndex).to.equal(1);
  press('view');
  await until(isList);
  await morph();
  expect(isList()).to.equal(true);
  tips.setAttribute('view', 'carousel');
  tips.setAttribute('active-index', '3');
  await until(() => !isList() && tips.activeIndex === 3);
});

it('as a translator puts an element in place of each text: what changes later is seen', async () => {
  const host = await start();
  const { document, window } = host;
  const root = (id: string): ShadowRoot => document.querySelector(`#${id}`)!.shadowRoot!;
  for (const name of NAMES) {
    const walker = document.createTreeWalker(root(name), window.NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      font.textContent = `«${text.data.trim()}»`;
      text.replaceWith(font);
    }
  }
  const activities = document.querySelector<HTMLElement & { results: readonly string[] }>('#activities')!;
  const seen = (id: string, text: string): boolean => root(id).querySelector('.base')!.textContent.includes(text);
  expect(seen('tips', '«1 of 6»')).to.equal(true);

  root('activities').querySelector<HTMLElement>('[value=home]')!.click();
  root('tips').querySelector<HTMLElement>('[name=next]')!.click();
  await until(() => seen('activities', `${activities.results.length} ideas`));
  await until(() => seen('tips', '2 of 6'));

  expect(root('activities').querySelector('#count')?.textContent).to.equal(`${activities.results.length} ideas`);
  expect(seen('tips', '1 of 6')).to.equal(false);
  expect(host.said).to.deep.equal([]);
});

for (const how of ['made for it', 'moved into it, and back'] as const) {
  it(`in the document of another window, ${how}: all five show as they are, and say nothing`, async () => {
    const host = await start();
    const { document } = host;
    const main = document.querySelector('main') as HTMLElement;
    const window = document.body.appendChild(document.createElement('iframe')).contentWindow!;
    const elements =
      how === 'made for it'
        ? NAMES.map(name => Object.assign(document.createElement(`rekindle-${name}`), { id: name }))
        : [...main.children];

    window.document.body.append(...elements);
    await ready(host);
    await until(() => elements.every(isDressed));
    for (const one of elements) expect(one.ownerDocument, one.id).to.equal(window.document);
    main.append(...elements);
    await ready(host);

    for (const one of elements) expect(isDressed(one), one.id).to.equal(true);
    expect(host.said).to.deep.equal([]);
  });
}
