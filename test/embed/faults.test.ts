import { expect } from 'chai';
import { open, page, ready, until, type Host } from '../support/host.ts';

/* Words that do not come, or come broken: the reader has the text, the owner one warning. */

const valid = JSON.stringify({
  format: 1,
  id: 'own',
  version: '1.0.0',
  lang: 'en',
  dir: 'ltr',
  title: 'Own',
  license: 'MIT',
  care: { safety: 'Safety.', noContact: 'Space.', notADiagnosis: 'None.' },
  tips: [{ id: 'one', title: 'Own words', points: ['A point.'] }],
});
const blob = (...parts: BlobPart[]): string => URL.createObjectURL(new Blob(parts, { type: 'application/json' }));

async function embed(src: string, children = ''): Promise<Host> {
  const tag = `<rekindle-tips src="${src}">${children}</rekindle-tips>`;
  return open(page(`${tag}<script type="module" src="/dist/tips.js"></script>`));
}
const warnings = ({ said }: Host): readonly string[] => said.filter(text => text.startsWith('warn: <rekindle-tips>'));

for (const [fault, src, says] of [
  ['a page that is not there', '/nothing/here.json', /404/],
  ['HTML in place of JSON', '/page/host?html=%3Cp%3EHello', /is not JSON/],
  ['JSON that breaks off', () => blob(valid.slice(0, -40)), /is not JSON/],
  ['nothing at all', () => blob(''), /is not JSON/],
  ['a number', () => blob('42'), /should be an object/],
  ['null', () => blob('null'), /should be an object/],
  ['keys that are missing', () => blob('{}'), /format is missing/],
  ['more than 512 KiB', () => blob(valid, ' '.repeat(600_000)), /longer than/],
  ['brackets 100,000 deep', () => blob('['.repeat(100_000) + ']'.repeat(100_000)), /should be an object/],
  ['an address that cannot be', 'https://nowhere.invalid/x.json', /cannot be loaded/],
  ['a scheme that cannot be', 'gopher://x', /cannot be loaded/],
] as const) {
  it(`${fault}: the text inside stays, and one warning says why`, async () => {
    const host = await embed(typeof src === 'string' ? src : src(), '<p id="own">The text inside.</p>');
    await until(() => warnings(host).length);
    await ready(host);

    expect(warnings(host)).to.have.length(1);
    expect(warnings(host)[0]).to.match(says);
    expect(host.document.querySelector<HTMLElement>('#own')?.offsetHeight).to.be.above(0);
    expect(host.said.filter(text => /^(?:rejection|error: (?!.*Failed to load))/.test(text))).to.deep.equal([]);
  });
}

it('a byte order mark and a duplicate key are no faults', async () => {
  const host = await embed(blob('\uFEFF', valid.replace('"id":"own"', '"id":"other","id":"own"')));
  await until(() => host.document.querySelector('rekindle-tips')?.shadowRoot?.textContent.includes('Own words'));

  expect(host.said).to.deep.equal([]);
});

it('without text inside, the words of the file show, at once and afterwards', async () => {
  const host = await embed('/nothing/here.json');
  await until(() => warnings(host).length);
  await ready(host);

  expect(host.document.querySelector('rekindle-tips')?.shadowRoot?.textContent).to.contain('Focus on Yourself');
});
