import { expect } from 'chai';
import { loaded, open, page, ready, RECORDER, settled, shown, until } from '../support/host.ts';

/* dist/rekindle.classic.js: the elements and the placeholders. */

const ALL = ['activities', 'checklist', 'guide', 'helplines', 'tips'];
const CLASSIC = '<script defer="defer" src="/dist/rekindle.classic.js"></script>';
const MODULE = '<script type="module" src="/dist/rekindle.js"></script>';
const PLACEHOLDERS = ALL.map(name => `<div data-rekindle="${name}"><p>Fallback</p></div>`).join('');
const ELEMENTS = ALL.map(name => `<rekindle-${name}><p>Fallback</p></rekindle-${name}>`).join('');

for (const [place, html] of [
  ['in the head', page(PLACEHOLDERS, CLASSIC)],
  ['after the markup', page(PLACEHOLDERS + CLASSIC)],
  ['before the markup, without defer', page(CLASSIC.replace('defer="defer" ', '') + PLACEHOLDERS)],
  ['in quirks mode', page(PLACEHOLDERS, CLASSIC).replace('<!doctype html>', '')],
  ['beside custom tags', page(ELEMENTS, CLASSIC)],
] as const) {
  it(`the classic script ${place} shows all five elements, each over its fallback`, async () => {
    const host = await open(html);
    await until(() => shown(host).length === 5);
    await ready(host);

    expect(shown(host)).to.deep.equal(ALL);
    expect(host.document.compatMode).to.equal(place === 'in quirks mode' ? 'BackCompat' : 'CSS1Compat');
    expect(host.document.querySelectorAll('[data-rekindle]').length).to.equal(0);
    for (const name of ALL) {
      expect(host.document.querySelector(`rekindle-${name} > p`)?.textContent).to.equal('Fallback');
    }
    expect(host.said).to.deep.equal([]);
    expect(host.window.document.documentElement.scrollWidth).to.be.at.most(800);
  });
}

it('a placeholder that the parser is still writing keeps all that stands in it', async () => {
  // A script in the middle of it lets promises run there.
  const html = '<div data-rekindle="tips"><p>One</p><script>window.middle = 1</script><p>Two</p></div>';
  const host = await open(page(CLASSIC.replace('defer="defer" ', '') + html));
  await until(() => shown(host).length === 1);

  const texts = [...host.document.querySelectorAll('rekindle-tips > p')].map(one => one.textContent);
  expect(texts).to.deep.equal(['One', 'Two']);
});

it('in an XHTML page the classic script shows all five elements', async () => {
  const xhtml = `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A page</title>${RECORDER}${CLASSIC}</head><body>${PLACEHOLDERS}${ELEMENTS}</body></html>`;
  const host = await open(xhtml, { type: 'application/xhtml+xml' });
  await until(() => shown(host).length === 10);
  await ready(host);

  expect(host.document.contentType).to.equal('application/xhtml+xml');
  for (const element of host.document.querySelectorAll('body > *')) {
    expect(element.shadowRoot?.querySelector('.base')?.getBoundingClientRect().height, element.localName).to.be.above(
      200,
    );
  }
  expect(host.said).to.deep.equal([]);
});

it('a placeholder hands on what its element reads, and nothing else', async () => {
  const data = [
    'data-view="list"',
    'data-heading-level="3"',
    'data-label="Six ideas"',
    'data-lang="en-GB"',
    'data-debug',
    'id="ideas"',
    'class="wide"',
    'data-onclick="alert(1)"',
    'data-style="color:red"',
    'data-srcdoc="x"',
    'data-is="x"',
    'data-part="x"',
    'onclick="alert(1)"',
    'style="color:red"',
    'title="x"',
    'loop',
  ].join(' ');
  const host = await open(page(`<div data-rekindle="tips" ${data}>Fallback</div>`, CLASSIC));
  await until(() => shown(host).length === 1);
  const tips = host.document.querySelector('rekindle-tips');
  await ready(host);

  const given = Object.fromEntries([...(tips?.attributes ?? [])].map(({ name, value }) => [name, value]));
  expect(given).to.deep.equal({
    id: 'ideas',
    class: 'wide',
    lang: 'en-GB',
    debug: '',
    view: 'list',
    'heading-level': '3',
    label: 'Six ideas',
  });
  expect(tips?.shadowRoot?.querySelector('h3')).to.not.equal(null);
  expect(tips?.shadowRoot?.querySelector('h2')).to.equal(null);
});

it('a placeholder of no element of ours stays as it is', async () => {
  const odd = ['tip', '', 'TIPS', 'tips ', 'x-y', '__proto__'].map(name => `<div data-rekindle="${name}">Kept</div>`);
  const host = await open(
    page(`${odd.join('')}<div data-rekindle="tips"></div><span data-rekindle="tips">Kept</span>`, CLASSIC),
  );
  await until(() => shown(host).length === 1);
  await settled(host);

  expect(host.document.body.textContent?.match(/Kept/g)?.length).to.equal(7);
  expect(host.said).to.deep.equal([]);
});

it('placeholders that come later, alone or inside something, become elements too, once', async () => {
  const host = await open(page('<main></main>', CLASSIC));
  await until(() => host.window.customElements.get('rekindle-guide'));
  const { document } = host;
  const main = document.querySelector('main') as HTMLElement;
  main.innerHTML = '<div data-rekindle="tips"><p>One</p></div><section><div data-rekindle="checklist"></div></section>';
  await until(() => shown(host).length === 2);
  const first = document.querySelector('rekindle-tips') as HTMLElement;
  main.append(first);
  main.append(first.cloneNode(true));
  await until(() => shown(host).length === 3);
  await settled(host);

  expect(shown(host)).to.deep.equal(['checklist', 'tips', 'tips']);
  expect(document.querySelectorAll('rekindle-tips').length).to.equal(2);
  expect(first.isConnected).to.equal(true);
  expect(host.said).to.deep.equal([]);
});

it('a placeholder in a placeholder goes into the slot of the outer one', async () => {
  const inner = '<div data-rekindle="tips" slot="tips" data-view="list"></div>';
  const host = await open(page(`<div data-rekindle="guide">${inner}</div>`, CLASSIC));
  await until(() => shown(host).length === 2);
  await ready(host);

  expect(host.document.querySelector('rekindle-guide > rekindle-tips')?.assignedSlot).to.not.equal(null);
  expect(host.said).to.deep.equal([]);
});

for (const [order, scripts] of [
  ['the classic script twice', CLASSIC + CLASSIC.replace('.js"', '.js?again"')],
  ['the module, then the classic script', MODULE + CLASSIC],
  ['the classic script, then the module', CLASSIC + MODULE],
  ['the classic script, then a file of one element', `${CLASSIC}<script type="module" src="/dist/tips.js"></script>`],
] as const) {
  it(`${order}: one policy, one sheet a class, one observer, no message`, async () => {
    // What Lit needs when it evaluates, and what watches for placeholders.
    const count = `<script>window.made = { walkers: 0, observers: 0, policies: 0 };
      if (window.trustedTypes) {
        const create = trustedTypes.createPolicy;
        trustedTypes.createPolicy = (...all) => { made.policies++; return create.apply(trustedTypes, all); };
      }
      const walk = document.createTreeWalker;
      document.createTreeWalker = (...all) => { made.walkers++; return walk.apply(document, all); };
      const observe = MutationObserver.prototype.observe;
      MutationObserver.prototype.observe = function (node, options) { if (node === document && options.subtree && options.childList && !options.attributes) made.observers++; return observe.call(this, node, options); };
      </script>`;
    const host = await open(page(PLACEHOLDERS + ELEMENTS, count + scripts));
    await until(() => shown(host).length === 10);
    await ready(host);

    const { made } = host.window as unknown as { made: Record<'walkers' | 'observers' | 'policies', number> };
    expect(made.walkers, 'Lit evaluated').to.equal(1);
    expect(made.observers, 'watched').to.equal(1);
    if ('trustedTypes' in host.window) expect(made.policies, 'policies').to.equal(1);
    for (const name of ALL) {
      const all = [...host.document.querySelectorAll(`rekindle-${name}`)];
      const sheets = all.map(({ shadowRoot }) => shadowRoot!.adoptedStyleSheets);
      expect(all.length, name).to.equal(2);
      expect(sheets[0]!.length, name).to.be.above(0);
      expect(
        sheets[0]!.every((sheet, i) => sheet === sheets[1]![i]),
        name,
      ).to.equal(true);
    }
    expect(host.said).to.deep.equal([]);
  });
}

it('where the policy of the page refuses ours, the placeholders stay', async () => {
  const csp = "require-trusted-types-for 'script'; trusted-types other";
  const host = await open(page(PLACEHOLDERS, CLASSIC), { csp });
  await settled(host);

  if ('trustedTypes' in host.window) {
    expect(host.document.querySelectorAll('div[data-rekindle] > p').length).to.equal(5);
    expect(shown(host)).to.deep.equal([]);
  } else {
    await until(() => shown(host).length === 5);
  }
  expect(host.said.filter(one => !one.startsWith('refused: trusted-types'))).to.deep.equal([]);
  expect(loaded(host)).to.deep.equal(['/dist/rekindle.classic.js']);
});
