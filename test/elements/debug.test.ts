import { fixture, fixtureCleanup, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import '../../src/bundles/tips.ts';
import '../../src/bundles/debug.ts';
import { RekindleErrorEvent } from '../../src/elements/events.ts';
import { expectAccessible } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

const panelOf = (element: Element): Element | null => {
  const next = element.nextElementSibling;
  return next?.className === 'rekindle-debug' ? next : null;
};
const said = (element: Element): string => panelOf(element)?.shadowRoot?.textContent ?? '';

describe('debug', () => {
  let warn: typeof console.warn;
  let warned: string[];
  beforeEach(() => {
    warned = [];
    warn = console.warn;
    console.warn = (text: unknown) => void warned.push(String(text));
  });
  afterEach(() => {
    console.warn = warn;
    fixtureCleanup();
  });

  it('tells beside the element and in the console what to mend, and follows what changes', async () => {
    const root = await fixture(html`<div><rekindle-tips debug pagnation="dots"></rekindle-tips></div>`);
    const [tips] = root.children;
    if (!tips) throw new Error('no element');

    await waitUntil(() => said(tips).includes('Write pagination.'));
    expect(warned.join('\n')).to.match(/rekindle error: <rekindle-tips>: .*pagnation.* \(attribute-unknown\)/);
    await expectAccessible(panelOf(tips) as Element);

    tips.removeAttribute('pagnation');
    await waitUntil(() => !said(tips).includes('pagnation'));

    tips.removeAttribute('debug');
    await waitUntil(() => !panelOf(tips));
  });

  it('leaves elements without the attribute alone', async () => {
    const root = await fixture(
      html`<div><rekindle-tips loop="false"></rekindle-tips><rekindle-tips debug></rekindle-tips></div>`,
    );
    const [quiet, loud] = root.children;
    if (!quiet || !loud) throw new Error('no elements');

    await waitUntil(() => said(loud).includes('loop'));

    expect(panelOf(quiet)).to.equal(null);
  });

  it('names the place of a fault in the words', async () => {
    const root = await fixture(html`<div><rekindle-tips debug></rekindle-tips></div>`);
    const [tips] = root.children;
    if (!tips) throw new Error('no element');
    let told = '';
    tips.addEventListener('rekindle-error', event => (told = (event as RekindleErrorEvent).message));

    Object.assign(tips, { pack: { format: 2 } });

    await waitUntil(() => said(tips).includes('pack property: format should be one of 1'));
    expect(told).to.include('pack property: format should be one of 1');
  });
});
