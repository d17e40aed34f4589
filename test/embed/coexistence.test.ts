import { expect } from 'chai';
import { loaded, open, page, ready, settled, shown, until, type Host } from '../support/host.ts';

/* The built files beside other copies, other libraries, and in the order that a page happens to have. */

const ALL = ['activities', 'checklist', 'guide', 'helplines', 'tips'];
const ELEMENTS = ALL.map(name => `<rekindle-${name}><p>Fallback</p></rekindle-${name}>`).join('');
const script = (src: string): string => `<script type="module" src="${src}"></script>`;
const OURS = script('/dist/rekindle.js');
const OTHER = script('/other/rekindle.js');
/** Counts how often Lit evaluates: it makes one tree walker each time. */
const COUNT = `<script>window.lits = 0;
  const walk = document.createTreeWalker;
  document.createTreeWalker = (...all) => { lits++; return walk.apply(document, all); };</script>`;
const lits = ({ window }: Host): number => (window as unknown as { lits: number }).lits;
const versions = ({ window }: Host): string[] => [
  ...new Set(
    ALL.map(name => (window.customElements.get(`rekindle-${name}`) as unknown as { version: string }).version),
  ),
];

async function all(html: string, head: string): Promise<Host> {
  const host = await open(page(html, COUNT + head));
  await until(() => shown(host).length === 5);
  await ready(host);
  await settled(host);
  return host;
}

it('a danger named in the checklist of one file reaches tips of another, whatever shadow root they come to', async () => {
  const files = ['tips', 'checklist'].map(name => script(`/dist/${name}.js`)).join('');
  const host = await open(page(`${files}<rekindle-tips></rekindle-tips><rekindle-checklist></rekindle-checklist>`));
  const { document } = host;
  await until(() => shown(host).length === 2);
  const stops = document
    .querySelector('rekindle-checklist')
    ?.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=checkbox]');
  for (const one of stops ?? []) one.click();
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
  const later = root.appendChild(document.createElement('rekindle-tips'));

  for (const tips of [document.querySelector('rekindle-tips'), later])
    await until(() => tips?.shadowRoot?.querySelector('[part=aside]'));
  expect(host.said).to.deep.equal([]);
});

it('before and after the markup: the same elements, and no message', async () => {
  for (const host of [
    await all(ELEMENTS, OURS),
    await all(ELEMENTS + OURS, ''),
    await all(ELEMENTS, OURS.replace('type', 'async type')),
  ]) {
    expect(shown(host)).to.deep.equal(ALL);
    expect(host.said).to.deep.equal([]);
  }
});

it('the same version twice: silent, and Lit evaluates once', async () => {
  const host = await all(ELEMENTS, OURS + script('/dist/rekindle.js?again'));
  await until(() => loaded(host).length === 2);

  expect(lits(host)).to.equal(1);
  expect(host.said).to.deep.equal([]);
});

for (const [order, head, first, second] of [
  ['another version second', OURS + OTHER, undefined, '9.9.9'],
  ['another version first', OTHER + OURS, '9.9.9', undefined],
] as const) {
  it(`${order}: one warning names both, the first stays, and Lit evaluates once`, async () => {
    const host = await all(ELEMENTS, head);
    await until(() => host.said.length > 0);
    const count = lits(host);
    const [own = ''] = versions(await all(ELEMENTS, OURS));

    expect(count).to.equal(1);
    expect(own).to.match(/^\d+\.\d+\.\d+$/);
    expect(versions(host)).to.deep.equal([first ?? own]);
    expect(host.said).to.deep.equal([
      `warn: rekindle: this page loads ${first ?? own} and ${second ?? own}; load one of them`,
    ]);
  });
}

it('one element of another version first: named in a warning, and the rest comes', async () => {
  const host = await all(ELEMENTS, script('/other/tips.js') + OURS);

  expect(versions(host).length).to.equal(2);
  expect(host.said.length).to.equal(1);
  expect(host.said[0]).to.contain('9.9.9');
});

it('a tag of the page that is not ours is no version', async () => {
  const own = "<script>customElements.define('rekindle-tips', class extends HTMLElement {})</script>";
  const host = await open(page(ELEMENTS, own + OURS));
  await until(() => shown(host).length === 4);

  expect(host.said).to.deep.equal([]);
});

it('another Lit on the page works beside ours, before and after it', async () => {
  const lit = `<script type="module">
    import { html, LitElement } from '/node_modules/lit/index.js';
    class Other extends LitElement { render() { return html\`<p>Other</p>\`; } }
    customElements.define('x-other', Other);</script><x-other></x-other>`;
  for (const html of [lit + OURS + ELEMENTS, OURS + lit + ELEMENTS]) {
    const host = await all(html, '');
    await until(() => host.document.querySelector('x-other')?.shadowRoot?.querySelector('p'));
    expect(host.document.querySelector('x-other')?.shadowRoot?.textContent).to.equal('Other');
    expect(lits(host)).to.equal(2);
    expect(host.said.filter(one => !one.includes('Lit is in dev mode'))).to.deep.equal([]);
  }
});

for (const place of ['before', 'after'] as const) {
  it(`with the polyfill of scoped registries, ${place} the markup, and in a registry of the page`, async () => {
    // A browser that has such registries has no need of it: this takes them away, as an older one.
    const older =
      '<script>delete Document.prototype.customElementRegistry; delete ShadowRoot.prototype.importNode;</script>';
    const polyfill =
      '<script src="/node_modules/@webcomponents/scoped-custom-element-registry/scoped-custom-element-registry.min.js"></script>';
    const ours = '<script src="/dist/rekindle.classic.js"></script>';
    const host = await open(page(place === 'before' ? ours + ELEMENTS : ELEMENTS + ours, older + polyfill));
    const { window, document } = host;
    expect(window.CustomElementRegistry.prototype.define.toString()).to.not.contain('native code');
    await until(() => shown(host).length === 5);
    await ready(host);

    const registry = new window.CustomElementRegistry();
    const Tips = window.customElements.get('rekindle-tips') as CustomElementConstructor;
    registry.define('rekindle-tips', class extends Tips {});
    const box = document.body.appendChild(document.createElement('div'));
    const root = box.attachShadow({ mode: 'open', customElements: registry } as unknown as ShadowRootInit);
    root.innerHTML = '<rekindle-tips></rekindle-tips>';
    await until(() => root.querySelector('rekindle-tips')?.shadowRoot?.querySelector('.card'));
    // Of such a class no script can make one to look at its defaults.
    const own = root.querySelector('rekindle-tips') as HTMLElement;
    own.setAttribute('view', 'list');
    own.removeAttribute('view');
    const helplines = document.querySelector('rekindle-helplines') as HTMLElement & { country: unknown };
    helplines.country = 'NZ';
    helplines.country = undefined;
    expect(helplines.country).to.equal('');
    await ready(host);

    for (const element of [
      ...document.querySelectorAll('body > [class], body > :not(script, div)'),
      ...root.children,
    ]) {
      const base = element.shadowRoot?.querySelector('.base');
      expect(base?.getBoundingClientRect().height, element.localName).to.be.above(200);
    }
    expect(host.said).to.deep.equal([]);
  });
}

it('what a page sets on elements before their script is here is set', async () => {
  const host = await open(page(ELEMENTS));
  const { document } = host;
  const of = <Type = Record<string, unknown>>(name: string): Type =>
    document.querySelector(`rekindle-${name}`) as unknown as Type;
  const words = { format: 1, id: 'own', version: '1.0.0', lang: 'en', dir: 'ltr', title: 'Own', license: 'MIT' };
  const care = { safety: 'Safety.', noContact: 'No contact.', notADiagnosis: 'No diagnosis.' };
  const tips = ['One', 'Two'].map(title => ({ id: title.toLowerCase(), title, points: ['A point.'] }));
  Object.assign(of('tips'), { pack: { ...words, care, tips }, loop: true, withdrawn: new Set(['tips/one']) });
  Object.assign(of('helplines'), { country: 'NZ' });
  const response = {
    format: 'rekindle-response',
    formatVersion: 1,
    assessment: 'where-am-i-now',
    assessmentVersion: '1.0.0',
    scale: 'true5',
    answers: { 'own-life-joy': 1 },
    updatedOn: '2026-01-01',
  };
  Object.assign(of('checklist'), { response });

  const script = Object.assign(document.createElement('script'), { type: 'module', src: '/dist/rekindle.js' });
  document.body.append(script);
  await until(() => shown(host).length === 5);
  await ready(host);

  expect(of<Element>('tips').shadowRoot?.querySelectorAll('[aria-roledescription=slide]')).to.have.length(1);
  expect(Object.keys(of('tips')).filter(name => ['pack', 'loop', 'withdrawn'].includes(name))).to.deep.equal([]);
  expect(of('tips').length).to.equal(1);
  expect(of('helplines').country).to.equal('NZ');
  expect(of<Element>('helplines').shadowRoot?.querySelector('a[href="tel:111"]')).to.exist;
  const checklist = of<{ progress: { answered: number }; reset(): void; response: typeof response }>('checklist');
  expect(checklist.progress.answered).to.equal(1);
  checklist.reset();
  expect(checklist.response.answers).to.deep.equal({});
  expect(host.said).to.deep.equal([]);
});

type BuiltIns = ReturnType<Host['window']['host']['builtIns']>;
const changes = (before: BuiltIns, after: BuiltIns): string[] =>
  [...after]
    .filter(([name, now]) => now.some((one, i) => !Object.is(one, before.get(name)?.[i])))
    .map(([name]) => name);

it('no globals, no patched built-ins, nothing in the head, no cookie and no storage', async () => {
  const host = await open(page('<main></main>', ''));
  const { window, document } = host;
  const [globals, builtIns, head] = [new Set(window.host.globals()), window.host.builtIns(), document.head.innerHTML];
  expect(builtIns.size).to.be.above(5000);
  // A browser may make a value anew whenever it is asked.
  const restless = changes(builtIns, window.host.builtIns());
  expect(restless.length).to.be.below(5);

  for (const src of ['/dist/rekindle.js', '/dist/rekindle.classic.js', '/dist/autoload.js', '/dist/frame.js']) {
    const tag = Object.assign(document.createElement('script'), {
      src,
      type: src.includes('c.js') || src.includes('frame') ? '' : 'module',
    });
    document.body.append(tag);
    await new Promise(resolve => (tag.onload = resolve));
  }
  (document.querySelector('main') as HTMLElement).innerHTML = ELEMENTS;
  await until(() => shown(host).length === 5);
  await ready(host);

  expect(window.host.globals().filter(name => !globals.has(name))).to.deep.equal([]);
  expect(changes(builtIns, window.host.builtIns()).filter(name => !restless.includes(name))).to.deep.equal([]);
  expect(document.head.innerHTML).to.equal(head);
  expect(document.cookie).to.equal('');
  expect(Object.keys(window.localStorage).filter(key => key.startsWith('rekindle'))).to.deep.equal([]);
  expect(host.said).to.deep.equal([]);
});

it('beside Prototype.js and MooTools, which have an Array.from of their own', async () => {
  // Prototype's `$A`: it knows no second argument. MooTools' would hand back holes.
  const own = `<script>Array.from = iterable => {
    const { length } = iterable;
    const results = new Array(length);
    for (let i = 0; i < length; i++) results[i] = iterable[i];
    return results;
  };</script>`;
  const host = await all(ELEMENTS, own + OURS);
  const tips = host.document.querySelector('rekindle-tips')!.shadowRoot!;

  expect(tips.querySelectorAll('.track [part=title]').length).to.equal(6);
  expect(host.said).to.deep.equal([]);
});
