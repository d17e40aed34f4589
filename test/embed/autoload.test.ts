import { expect } from 'chai';
import { loaded, open, page, ready, settled, shown, until, type Host } from '../support/host.ts';

/* dist/autoload.js: the files of the elements that the page has, when they come near. */

const AUTOLOAD = '<script type="module" src="/dist/autoload.js"></script>';
const TALL = '<div style="height:5000px"></div>';

/** Files beside the autoloader. */
const files = (host: Host): string[] =>
  loaded(host)
    .map(path => path.replace(/^\/dist\//, ''))
    .filter(file => file !== 'autoload.js');

for (const [name, file, tag] of [
  ['tips', 'tips.js', '<rekindle-tips></rekindle-tips>'],
  ['tips with a toolbar', 'tips-actions.js', '<rekindle-tips actions="copy"></rekindle-tips>'],
  ['tips that can be kept', 'tips-actions.js', '<rekindle-tips storage="local"></rekindle-tips>'],
  ['checklist', 'checklist.js', '<rekindle-checklist><p>Fallback</p></rekindle-checklist>'],
  ['activities', 'activities.js', '<rekindle-activities></rekindle-activities>'],
  ['helplines', 'helplines.js', '<rekindle-helplines></rekindle-helplines>'],
  ['guide', 'rekindle.js', '<rekindle-guide></rekindle-guide>'],
] as const) {
  it(`${name}: the page loads ${file} and nothing else`, async () => {
    const host = await open(page(tag, AUTOLOAD));
    await until(() => shown(host).length > 0);
    await ready(host);

    expect(files(host)).to.deep.equal([file]);
    expect(host.said).to.deep.equal([]);
  });
}

it('tips before a guide load the file that has the toolbar: those in the guide can be kept', async () => {
  const host = await open(page('<rekindle-tips></rekindle-tips><rekindle-guide></rekindle-guide>', AUTOLOAD));
  await until(() => shown(host).length === 2);
  await ready(host);

  expect(files(host)).to.deep.equal(['rekindle.js', 'tips-actions.js']);
  const inside = host.document.querySelector('rekindle-guide')?.shadowRoot?.querySelector('rekindle-tips');
  expect(inside?.shadowRoot?.querySelector('button[name=keep]')).to.not.equal(null);
});

it('a page without elements loads nothing; what is far waits until it is near', async () => {
  const host = await open(page(`${TALL}<rekindle-tips></rekindle-tips>`, AUTOLOAD));
  // An observer of the test's own, made after ours, has looked: so has ours.
  await new Promise(resolve => new host.window.IntersectionObserver(resolve).observe(host.document.body));
  await settled(host);
  expect(files(host)).to.deep.equal([]);

  host.window.scrollTo(0, 5000);
  await until(() => shown(host).length === 1);
  expect(files(host)).to.deep.equal(['tips.js']);
});

it('what is hidden waits until it is shown', async () => {
  const host = await open(page('<div hidden><rekindle-tips></rekindle-tips></div>', AUTOLOAD));
  await new Promise(resolve => new host.window.IntersectionObserver(resolve).observe(host.document.body));
  await settled(host);
  expect(files(host)).to.deep.equal([]);

  (host.document.querySelector('div') as HTMLElement).hidden = false;
  await until(() => shown(host).length === 1);
});

it('tips with a toolbar in a shadow root load the file that has it', async () => {
  const root = '<template shadowrootmode="open"><rekindle-tips actions="copy"></rekindle-tips></template>';
  const host = await open(page(`<section>${root}</section>`, AUTOLOAD));
  await until(() => files(host).length);
  expect(files(host)).to.deep.equal(['tips-actions.js']);
});

it('what is added later loads, also inside something and in open shadow roots', async () => {
  const root = `<template shadowrootmode="open"><p>In a root</p></template>`;
  const host = await open(page(`<section>${root}</section>`, AUTOLOAD));
  const { document } = host;
  document.body.append(
    Object.assign(document.createElement('main'), { innerHTML: '<p><rekindle-tips></rekindle-tips></p>' }),
  );
  await until(() => shown(host).length === 1);

  document.querySelector('section')?.shadowRoot?.append(document.createElement('rekindle-helplines'));
  await until(() => host.window.customElements.get('rekindle-helplines'));
  expect(files(host)).to.deep.equal(['helplines.js', 'tips.js']);

  const box = document.createElement('div');
  box.attachShadow({ mode: 'open' }).innerHTML = '<span><rekindle-activities></rekindle-activities></span>';
  document.body.prepend(box);
  await until(() => host.window.customElements.get('rekindle-activities'));
  expect(host.said).to.deep.equal([]);
});

it('a tag that the page has defined itself is left alone', async () => {
  const own = `<script>customElements.define('rekindle-tips', class extends HTMLElement { connectedCallback() { this.textContent = 'Mine'; } })</script>`;
  const host = await open(
    page(`${own}<rekindle-tips></rekindle-tips><rekindle-helplines></rekindle-helplines>`, AUTOLOAD),
  );
  await until(() => shown(host).length === 1);

  expect(files(host)).to.deep.equal(['helplines.js']);
  expect(host.document.querySelector('rekindle-tips')?.textContent).to.equal('Mine');
  expect(host.said).to.deep.equal([]);
});

it('where a file cannot be loaded, the fallback stays and one warning says so', async () => {
  const tips = '<rekindle-tips><p>Fallback</p></rekindle-tips>';
  const host = await open(page(tips + tips, AUTOLOAD.replace('/dist/', '/alone/')));
  await until(() => host.said.some(one => one.startsWith('warn')));
  host.document.body.append(host.document.createElement('rekindle-tips'));
  await settled(host);

  expect(host.said.filter(one => one.startsWith('warn')).length).to.equal(1);
  expect(host.said.find(one => one.startsWith('warn'))).to.contain('<rekindle-tips> cannot be loaded');
  expect(host.said.filter(one => one.startsWith('rejection'))).to.deep.equal([]);
  expect(host.document.body.innerText.match(/Fallback/g)?.length).to.equal(2);
});

for (const [name, csp] of [
  ['a nonce and strict-dynamic', "default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'"],
  [
    'the same with Trusted Types',
    "default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types rekindle-tips",
  ],
  ["script-src 'self'", "default-src 'none'; script-src 'self'"],
] as const) {
  it(`under ${name} what it loads may run`, async () => {
    const host = await open(page('<rekindle-tips></rekindle-tips>', AUTOLOAD.replace('src', 'nonce="n" src')), { csp });
    await until(() => shown(host).length === 1);
    await ready(host);

    expect(host.said).to.deep.equal([]);
  });
}

it('<base> does not mislead it', async () => {
  const host = await open(
    page(
      '<rekindle-tips></rekindle-tips>',
      `<base href="https://example.invalid/">${AUTOLOAD.replace('src="', `src="${location.origin}`)}`,
    ),
  );
  await until(() => shown(host).length === 1);

  expect(files(host)).to.deep.equal(['tips.js']);
});
