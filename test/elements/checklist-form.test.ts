import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/checklist.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import { choose, pack, press, radio, theme, tick } from '../support/checklist.ts';
import { comeBack, expectState, focused, inside } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

const words = (): ReturnType<typeof pack> => pack([theme('a'), theme('b')]);

describe('rekindle-checklist in a form', () => {
  // A danger that is named holds for the visit, and a file of tests is one.
  afterEach(comeBack);

  const form = async (attributes: Partial<Record<'submit' | 'mode', string>> & { required?: boolean } = {}) => {
    const { submit = 'none', mode = 'list', required = false } = attributes;
    const box = await fixture<HTMLFormElement>(
      html`<form>
        <rekindle-checklist
          name="me"
          mode=${mode}
          submit=${submit}
          ?required=${required}
          .pack=${words()}
        ></rekindle-checklist>
        <button>Send</button>
      </form>`,
    );
    return { box, el: box.querySelector('rekindle-checklist') as RekindleChecklist };
  };
  const sent = (box: HTMLFormElement): unknown => new FormData(box).get('me');

  it('sends nothing unless the page says so', async () => {
    const { box, el } = await form();
    await choose(el, 'I am a.', 'Yes');

    expect([...new FormData(box)]).to.deep.equal([]);
    expect(el.shadowRoot?.querySelector('[part=consent]')).to.equal(null);
  });

  it('sends that all is answered, once it is, and no answer', async () => {
    const { box, el } = await form({ submit: 'completion' });
    await choose(el, 'I am a.', 'Yes');
    expect(sent(box)).to.equal(null);

    await choose(el, 'I am b.', 'Pass');

    expect(sent(box)).to.equal('complete');
    expectState(el, 'complete', true);
    expect(inside(el).getByText(/hears only that you are done\.$/)).to.exist;
  });

  it('can be sent as soon as the page hears that all is answered', async () => {
    const { box, el } = await form({ submit: 'completion', required: true });
    const told: unknown[] = [];
    el.addEventListener('rekindle-checklist-complete', () => told.push(box.checkValidity(), sent(box)));
    await choose(el, 'I am a.', 'Yes');
    await choose(el, 'I am b.', 'Yes');

    expect(told).to.deep.equal([true, 'complete']);
  });

  it('sends the answers where the page asks for them, without stops, and says so before', async () => {
    const { box, el } = await form({ submit: 'answers' });
    expect(inside(el).getByText(/^If you send this form, the owner of this page gets your answers/)).to.exist;
    expect(sent(box)).to.equal(null);

    await choose(el, 'I am a.', 'Yes');
    await tick(el, 'I stop.');

    const value = JSON.parse(sent(box) as string) as Record<string, unknown>;
    expect(value).to.include({ format: 'rekindle-response', assessment: 'test' });
    expect(value.answers).to.deep.equal({ 'a-1': 1 });
  });

  for (const submit of ['none', 'completion', 'answers']) {
    it(`says before the first statement how long the answers last, and never that nothing is sent where it is: ${submit}`, async () => {
      const { el } = await form({ submit });
      const start = el.shadowRoot?.querySelector('[part=step-title]:has(+ * [part=statement])') as Element;
      const last = inside(el).getByText(/Your answers stay until you leave, reload or close this page\./);

      expect(last.compareDocumentPosition(start)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      expect(/sent/.test(last.textContent)).to.equal(submit === 'none');

      el.storage = 'local';
      await el.updateComplete;
      await press(el, 'Keep them here');
      expect(inside(el).queryByText(/Your answers stay until/)).to.equal(null);
      expect(inside(el).getByText(/^This browser keeps your answers until/).textContent).not.to.match(/nowhere/);
      localStorage.clear();
    });
  }

  it('leaves the browser nothing to fill in again after Back, for whoever sits there then', async () => {
    const own = Object.getOwnPropertyDescriptor(ElementInternals.prototype, 'setFormValue')!;
    const told: unknown[][] = [];
    ElementInternals.prototype.setFormValue = function (...args: unknown[]) {
      told.push(args);
      (own.value as (...all: unknown[]) => void).apply(this, args);
    };
    try {
      const { el } = await form({ submit: 'answers' });
      await choose(el, 'I am a.', 'Yes');
    } finally {
      Object.defineProperty(ElementInternals.prototype, 'setFormValue', own);
    }

    expect(told.at(-1)?.[0]).to.contain('"a-1"');
    // Without the second, the first is what it fills in.
    for (const args of told) expect(args).to.have.lengthOf(2).and.to.have.property('1', null);
  });

  it('is emptied by a reset of the form', async () => {
    const { box, el } = await form({ submit: 'answers' });
    await choose(el, 'I am a.', 'Yes');

    box.reset();
    await el.updateComplete;

    expect(el.progress.answered).to.equal(0);
    expect(sent(box)).to.equal(null);
    expect(radio(el, 'I am a.', 'Yes').checked).to.equal(false);
  });

  it('is finished no more after a reset that follows the end', async () => {
    const { box, el } = await form({ submit: 'completion' });
    await choose(el, 'I am a.', 'Yes');
    await choose(el, 'I am b.', 'Yes');

    box.reset();
    await el.updateComplete;

    expect(sent(box)).to.equal(null);
    expectState(el, 'complete', false);
    expect(el.progress).to.deep.equal({ answered: 0, total: 2 });
  });

  for (const mode of ['list', 'steps']) {
    it(`stops a form without its answers, says why and puts the focus on a radio, in ${mode}`, async () => {
      const { box, el } = await form({ required: true, mode });
      let isSent = false;
      box.addEventListener('submit', event => {
        isSent = true;
        event.preventDefault();
      });
      expect(box.checkValidity()).to.equal(false);

      box.querySelector('button')?.click();
      await waitUntil(() => focused() === radio(el, /^I am a\./, 'No'), 'the focus is on no radio');

      expect(isSent).to.equal(false);
      expect(inside(el).getByRole('group', { name: 'I am a. Please choose an answer. Any will do.' })).to.exist;
      expect(inside(el).getByRole('status').textContent?.trim()).to.equal('Please answer 2 more.');
      await sendKeys({ press: ' ' });
      await el.updateComplete;
      expect(inside(el).getByRole('group', { name: 'I am a.' })).to.exist;
      if (mode === 'list') {
        await choose(el, /^I am b\./, 'Pass');
        expect(box.checkValidity()).to.equal(true);
      }
    });
  }

  it('lets a form go where there is nothing to answer: words that do not come, and none that a danger leaves', async () => {
    const plain = words();
    const [stop] = plain.checklist.stops;
    const checklist = { ...plain.checklist, stops: [{ ...stop!, suppress: ['themes/a', 'themes/b'] }] };
    const { warn } = console;
    console.warn = () => {};
    try {
      for (const src of ['/no-such-pack.json', '']) {
        const failed = new Promise(resolve => document.addEventListener('rekindle-error', resolve, { once: true }));
        const box = await fixture<HTMLFormElement>(
          html`<form>
            <rekindle-checklist required mode="list" src=${src} .pack=${src ? undefined : { ...plain, checklist }}
              ><p>Our own.</p></rekindle-checklist
            >
          </form>`,
        );
        const el = box.querySelector('rekindle-checklist') as RekindleChecklist;
        if (src) await failed;
        else await tick(el, 'I stop.');
        await el.updateComplete;

        expect(box.checkValidity(), src || 'a danger').to.equal(true);
        expectState(el, 'complete', false);
      }
    } finally {
      console.warn = warn;
    }
  });

  it('tells and moves nothing when it is only asked', async () => {
    const { el } = await form({ required: true });

    expect(el.checkValidity()).to.equal(false);
    await el.updateComplete;

    expect(focused()).to.equal(document.body);
    expect(inside(el).getByRole('group', { name: 'I am a.' })).to.exist;
    expect(el.reportValidity()).to.equal(false);
    expect(focused()).to.equal(radio(el, /^I am a\./, 'No'));
  });

  for (const mode of ['list', 'steps'] as const) {
    it(`moves nothing when the form is only asked whether it can be sent, in ${mode}`, async () => {
      const { box, el } = await form({ required: true, mode });
      const send = box.querySelector('button')!;
      el.addEventListener('rekindle-progress-change', () => (send.disabled = !box.checkValidity()));
      if (mode === 'steps') {
        el.goTo('b');
        await el.updateComplete;
      }
      radio(el, 'I am b.', 'No').focus();

      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => el.progress.answered === 1);
      // The next task too: what a browser does after it found a form that cannot be sent, it does in the same one.
      await nextFrame();
      await el.updateComplete;

      expect(send.disabled).to.equal(true);
      expect(focused()).to.equal(radio(el, 'I am b.', 'Yes'));
      expect(inside(el).queryByText(/Please choose an answer/)).to.equal(null);
      expect(inside(el).getByRole('status').textContent?.trim()).to.equal('All of “Theme b” is answered.');

      send.disabled = false;
      send.click();
      await waitUntil(() => focused() === radio(el, /^I am a\./, 'No'), 'the focus is on no radio');
    });
  }

  for (const change of ['required', 'readOnly', 'disabled'] as const) {
    it(`says no longer what is missing once the page changes ${change}`, async () => {
      const { el } = await form({ required: true });
      el.reportValidity();
      await el.updateComplete;
      expect(inside(el).queryAllByText(/Please choose an answer/)).to.not.have.length(0);

      el[change] = !el[change];
      await el.updateComplete;

      expect(inside(el).queryAllByText(/Please choose an answer/)).to.have.length(0);
      expect(el.checkValidity()).to.equal(true);
    });
  }

  it('stops a form from the start of its steps, and when the page asks it to show what is missing', async () => {
    const { box, el } = await form({ required: true, mode: 'steps' });

    expect(box.reportValidity()).to.equal(false);

    await waitUntil(() => focused() === radio(el, /^I am a\./, 'No'), 'the focus is on no radio');
    expect(inside(el).getByRole('status').textContent?.trim()).to.equal('Please answer 2 more.');
  });

  it('takes no answer while a fieldset around it is disabled, and still shows help', async () => {
    const { box, el } = await form();
    const fieldset = document.createElement('fieldset');
    box.prepend(fieldset);
    fieldset.append(el);
    fieldset.disabled = true;
    await el.updateComplete;

    expect(radio(el, 'I am a.', 'Yes').matches(':disabled')).to.equal(true);
    await tick(el, 'I stop.');
    expect(el.shadowRoot?.querySelector('rekindle-helplines')).to.exist;
    fieldset.disabled = false;
    await el.updateComplete;
    expect(radio(el, 'I am a.', 'Yes').matches(':disabled')).to.equal(false);
  });

  it('writes the attributes that a form reads, and no other', async () => {
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist .pack=${pack([theme('a')])}></rekindle-checklist>`,
    );
    expect(el.getAttributeNames()).to.deep.equal([]);
    Object.assign(el, { name: 'answers', disabled: true, mode: 'list' });
    await el.updateComplete;
    const attributes = (): string[] => [...el.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    expect(attributes()).to.deep.equal(['disabled=', 'name=answers']);
    el.name = '';
    el.disabled = false;
    await el.updateComplete;
    expect(attributes()).to.deep.equal(['name=']);
    el.removeAttribute('name');
    expect(el.name).to.equal('');
  });

  it('takes no answer while it is disabled by its property, and takes one again afterwards', async () => {
    const { el } = await form();

    el.disabled = true;
    await waitUntil(() => radio(el, 'I am a.', 'Yes').matches(':disabled'), 'the radio is not disabled');
    el.disabled = false;
    await waitUntil(() => !radio(el, 'I am a.', 'Yes').matches(':disabled'), 'the radio stays disabled');
  });

  it('shows answers that cannot be changed', async () => {
    const { el } = await form();
    await choose(el, 'I am a.', 'Yes');
    el.readOnly = true;
    await el.updateComplete;

    await choose(el, 'I am a.', 'No');
    await el.updateComplete;

    expect(radio(el, 'I am a.', 'Yes').checked).to.equal(true);
    expect(inside(el).getByText('These answers can be read, not changed.')).to.exist;
    expect(inside(el).queryByRole('button', { name: /^Clear answer/ })).to.equal(null);
  });

  it('lets a form go where its answers cannot be changed, however the page says so', async () => {
    const { box, el } = await form({ required: true });
    expect(box.checkValidity()).to.equal(false);

    el.readOnly = true;
    await el.updateComplete;
    expect(box.checkValidity()).to.equal(true);

    el.readOnly = false;
    await el.updateComplete;
    expect(box.checkValidity()).to.equal(false);
    el.setAttribute('readonly', '');
    await el.updateComplete;
    expect(box.checkValidity()).to.equal(true);
  });

  for (const lock of ['readOnly', 'disabled'] as const) {
    it(`has nothing that clears or replaces the answers while it is ${lock}`, async () => {
      const { el } = await form();
      await choose(el, 'I am a.', 'Yes');
      (el.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      expect(inside(el).getByText('Clear all answers')).to.exist;

      el[lock] = true;
      await waitUntil(() => inside(el).queryByText('These answers can be read, not changed.'));

      expect(inside(el).queryAllByRole('button', { name: /^Clear|^Open a saved file$/ })).to.have.lengthOf(0);
      expect(inside(el).queryByText('Clear all answers')).to.equal(null);
      expect(inside(el).getByRole('button', { name: 'Save as text' })).to.exist;
    });
  }

  it('stays apart from another one beside it, in nested shadow roots too', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const outer = box.attachShadow({ mode: 'open' });
    const host = document.createElement('div');
    outer.append(host);
    const inner = host.attachShadow({ mode: 'open' });
    const [one, two] = [0, 1].map(() => {
      const el = document.createElement('rekindle-checklist');
      el.mode = 'list';
      el.pack = words();
      inner.append(el);
      return el;
    }) as [RekindleChecklist, RekindleChecklist];
    await one.updateComplete;
    await two.updateComplete;

    await choose(one, 'I am a.', 'Yes');
    await choose(two, 'I am a.', 'No');
    await press(two, 'Clear answer: I am a.');

    expect(one.progress.answered).to.equal(1);
    expect(radio(one, 'I am a.', 'Yes').checked).to.equal(true);
    expect(two.progress.answered).to.equal(0);
    expect(focused()).to.equal(radio(two, 'I am a.', 'No'));
  });
});
