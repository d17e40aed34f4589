import { expect } from 'chai';
import { aTimeout, fixture, html } from '@open-wc/testing-helpers';
import { head, tips } from '../../src/content/packs/en.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import '../../src/bundles/helplines.ts';
import '../../src/bundles/tips.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { inside } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

/* Where an element's words come from, shown on the tips: every element has it from one mixin. */

const pack = (title: string): object => ({ ...head, tips: [{ ...tips[0], id: 'own', title }] });
const heading = (el: Element, name: string): HTMLElement | null => inside(el).queryByRole('heading', { name });

/** Runs `act`, and gives what the console was warned of and what the element told the page. */
const faults = async <El extends HTMLElement & { updateComplete?: Promise<boolean> } = RekindleTips>(
  act: () => Promise<El>,
): Promise<{ el: El; warned: string[]; told: string[] }> => {
  const warned: string[] = [];
  const told: string[] = [];
  const { warn } = console;
  const listen = (event: DocumentEventMap['rekindle-error']): void => void told.push(event.message);
  console.warn = (...args: unknown[]) => void warned.push(args.join(' '));
  document.addEventListener('rekindle-error', listen);
  try {
    const el = await act();
    await waitUntil(() => told.length > 0);
    await el.updateComplete;
    return { el, warned, told };
  } finally {
    console.warn = warn;
    document.removeEventListener('rekindle-error', listen);
  }
};

const json = (text: string): HTMLScriptElement => {
  const script = Object.assign(document.createElement('script'), { type: 'application/json' });
  script.append(text);
  return script;
};
/** What each test puts back at its end. */
const undo: (() => unknown)[] = [];
/** An address whose answer is on its way until `answer` is called. */
const held = (words: object): { src: string; answer: () => Promise<void> } => {
  const original = Object.getOwnPropertyDescriptor(window, 'fetch')!;
  const ask = window.fetch.bind(window);
  const src = new URL(`/held-${crypto.randomUUID()}.json`, location.href).href;
  let answer = (): void => undefined;
  const response = new Promise<Response>(resolve => (answer = () => resolve(Response.json(words))));
  window.fetch = (asked, init) => (asked === src ? response : ask(asked, init));
  undo.push(() => Object.defineProperty(window, 'fetch', original));
  // What follows from an answer has followed once a later task runs.
  return { src, answer: async () => (answer(), await aTimeout(0)) };
};
const dataUrl = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'application/json' }));

describe('the words of an element', () => {
  afterEach(() => {
    for (const one of undo.splice(0)) one();
  });

  it('come from the bundle when the page brings none', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips></rekindle-tips>`);

    expect(heading(el, 'Focus on Yourself')).to.not.equal(null);
  });

  it('come from a JSON child', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips>${json(JSON.stringify(pack('A child')))}</rekindle-tips>`,
    );

    expect(heading(el, 'A child')).to.not.equal(null);
  });

  it('are shared by elements with the same JSON child, and by no others', async () => {
    const one = JSON.stringify(pack('One'));
    const { el, told } = await faults(() =>
      fixture<HTMLElement>(
        html`<div>
          ${[one, one, JSON.stringify(pack('Two')), '{', '{', one].map(text => html`<rekindle-tips>${json(text)}</rekindle-tips>`)}
        </div>`,
      ),
    );
    const all = [...el.querySelectorAll('rekindle-tips')];
    await Promise.all(all.map(({ updateComplete }) => updateComplete));

    expect(all.map(({ activeTip }) => activeTip?.title)).to.deep.equal([
      ...['One', 'One', 'Two'],
      ...[tips[0].title, tips[0].title],
      'One',
    ]);
    expect(all[1]!.activeTip).to.equal(all[0]!.activeTip);
    expect(told).to.have.lengthOf(2);
  });

  it('come from src, and the children stay until they are there', async () => {
    const { src, answer } = held(pack('An address'));
    const el = await fixture<RekindleTips>(html`<rekindle-tips src=${src}><p>Fallback</p></rekindle-tips>`);
    const fallback = el.querySelector('p')!;
    expect(fallback.checkVisibility()).to.equal(true);
    expect(inside(el).queryByRole('heading')).to.equal(null);

    await answer();
    await waitUntil(() => heading(el, 'An address'));
    expect(fallback.checkVisibility()).to.equal(false);
  });

  it('come from the property before all else', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips .pack=${pack('A property')} src="/nowhere.json">${json('{')}</rekindle-tips>`,
    );

    expect(heading(el, 'A property')).to.not.equal(null);
  });

  it('drop a late answer to an address that was changed', async () => {
    const { src, answer } = held(pack('First'));
    const el = await fixture<RekindleTips>(html`<rekindle-tips src=${src}></rekindle-tips>`);

    el.src = dataUrl(JSON.stringify(pack('Second')));

    await waitUntil(() => heading(el, 'Second'));
    await answer();
    await el.updateComplete;
    expect(heading(el, 'First')).to.equal(null);
    expect(heading(el, 'Second')).to.not.equal(null);
  });

  it('come where the element stands now, though it moved while they were on their way', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <p></p>
        <p></p>
      </div>`,
    );
    const el = document.createElement('rekindle-helplines');
    el.src = dataUrl(JSON.stringify({ ...head, helplines }));
    page.firstElementChild!.append(el);
    await el.updateComplete;
    page.lastElementChild!.append(el);

    await waitUntil(() => inside(el).queryByRole('combobox'));
  });

  it('return to the bundle when the property is taken back', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${pack('Mine')}></rekindle-tips>`);

    el.pack = undefined;

    await waitUntil(() => heading(el, 'Focus on Yourself'));
  });

  it('when broken leave the children standing, with one warning that names the place', async () => {
    const broken = { ...pack('x'), tips: [{ id: 'a', title: 'A', points: [], step: 'S' }] };
    const { el, warned, told } = await faults(() =>
      fixture<RekindleTips>(html`<rekindle-tips .pack=${broken}><p>My own text</p></rekindle-tips>`),
    );

    expect(told).to.deep.equal(['pack property: tips[0].points should be a list of 1 to 20000 entries, not that']);
    expect(warned).to.deep.equal([`<rekindle-tips> ${told[0]}`]);
    expect(el.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('when broken and without children are those of the bundle', async () => {
    const { el, told } = await faults(() =>
      fixture<RekindleTips>(html`<rekindle-tips>${json('{"format":1,')}</rekindle-tips>`),
    );

    expect(told[0]).to.contain('script child: is not JSON');
    expect(heading(el, 'Focus on Yourself')).to.not.equal(null);
  });

  for (const [name, src, message] of [
    ['an address that is not there', '/nowhere.json', 'cannot be loaded'],
    ['an address that gives no JSON', dataUrl('<html>'), 'is not JSON'],
    ['more than is read', dataUrl(JSON.stringify({ x: 'y'.repeat(600_000) })), 'longer than'],
    ['an address that is none', 'https://', 'cannot be loaded'],
  ] as const) {
    it(`from ${name} are those of the bundle`, async () => {
      const { el, told } = await faults(() => fixture<RekindleTips>(html`<rekindle-tips src=${src}></rekindle-tips>`));

      expect(told[0]).to.contain(message);
      expect(heading(el, 'Focus on Yourself')).to.not.equal(null);
    });
  }

  it('are text, never markup', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips .pack=${pack('<img src=x onerror=alert(1)>')}></rekindle-tips>`,
    );

    expect(heading(el, '<img src=x onerror=alert(1)>')).to.not.equal(null);
    expect(el.shadowRoot!.querySelector('img')).to.equal(null);
  });

  for (const lang of ['fr-FR-FR', 'en-12', 'sr-latn-cyrl']) {
    it(`are refused in a language that no browser knows, ${lang}, and what stands inside stays`, async () => {
      const own = { lang, dir: 'ltr', helplines };
      const { el, told } = await faults<HTMLElement>(() =>
        fixture(html`<rekindle-helplines country="NZ" .pack=${own}><p>Call 111.</p></rekindle-helplines>`),
      );

      expect(told).to.deep.equal([`pack property: lang should be a language tag like en or pt-BR, not "${lang}"`]);
      expect(el.shadowRoot?.querySelector('slot')?.assignedElements()[0]?.textContent).to.equal('Call 111.');
    });
  }
});
