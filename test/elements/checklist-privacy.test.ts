import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/checklist.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import { choose, clearAll, pack, press, theme, tick } from '../support/checklist.ts';
import { hear } from '../support/events.ts';
import { comeBack, inside, requests } from '../support/page.ts';

/** Text that stands nowhere but in an answer, so that it can be looked for. */
const ANSWERS = ['Secret-yes', 'Secret-no', 'secret-pass'];
const words = (): ReturnType<typeof pack> => {
  const plain = pack([theme('a'), theme('b'), theme('c')]);
  return {
    ...plain,
    checklist: {
      ...plain.checklist,
      scale: {
        id: 'two',
        options: [
          { value: 0, label: 'Secret-no' },
          { value: 7919, label: 'Secret-yes' },
        ],
        optOut: { code: 'secret-pass', label: 'secret-pass' },
      },
    },
  };
};
/** What the browser itself may send of a form. */
const NATIVE = ['input', 'change', 'beforeinput', 'submit', 'formdata', 'invalid', 'select'];
const typesOf = (told: readonly string[]): string[] => [...new Set(told.map(one => one.split(' ', 1)[0]!))];

describe('rekindle-checklist tells nobody', () => {
  let told: string[];
  let stop: () => unknown;
  beforeEach(() => ({ told, stop } = hear()));
  afterEach(() => {
    stop();
    localStorage.clear();
    sessionStorage.clear();
  });

  it('an answer, in any event or request of a full run', async () => {
    const before = await requests();
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <rekindle-checklist
          name="me"
          submit="completion"
          storage="local"
          mode="list"
          .pack=${words()}
        ></rekindle-checklist>
      </form>`,
    );
    const el = form.querySelector('rekindle-checklist') as RekindleChecklist;
    const native: string[] = [];
    for (const type of NATIVE) form.addEventListener(type, () => native.push(type), true);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('rekindle-checklist-exit', event => event.preventDefault());
    form.addEventListener('rekindle-open', event => event.preventDefault());

    await press(el, 'Keep them here');
    await choose(el, 'I am a.', 'Secret-yes');
    await choose(el, 'I am a.', 'Secret-no');
    await choose(el, 'I am b.', 'secret-pass');
    await press(el, 'Clear answer: I am b.');
    await choose(el, 'I am b.', 'Secret-no');
    await choose(el, 'I am c.', 'Secret-yes');
    await sendKeys({ press: 'ArrowUp' });
    await tick(el, 'I stop.');
    await tick(el, 'I stop.');
    expect(new FormData(form).get('me')).to.equal('complete');
    form.requestSubmit();
    await press(el, 'Erase them');
    await clearAll(el);
    el.leave();

    for (const answer of [...ANSWERS, '7919', 'stop'])
      expect(told.join('\n').toLowerCase()).not.to.contain(answer.toLowerCase());
    expect(typesOf(told)).to.have.members([
      'rekindle-storage-save',
      'rekindle-progress-change',
      'rekindle-find',
      'rekindle-theme-complete',
      'rekindle-checklist-complete',
      'rekindle-storage-erase',
      'rekindle-checklist-exit',
    ]);
    expect(told.find(one => one.startsWith('rekindle-progress'))).to.equal(
      'rekindle-progress-change {"answered":1,"total":3}',
    );
    // The native event of a click passes by whoever listens on its way down, without a word of what was clicked.
    expect(new Set(native)).to.have.keys(['input', 'formdata', 'submit']);
    expect(await requests()).to.deep.equal(before);
    expect(document.cookie).to.equal('');
  });

  it('that it is there, where the page allows to keep nothing: the browser does not open its storage', async () => {
    const heard: string[] = [];
    const original = window.addEventListener.bind(window);
    window.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
      heard.push(type);
      original(type, ...rest);
    };
    try {
      await fixture(html`<rekindle-checklist></rekindle-checklist>`);
      expect(heard).to.include('pageshow').and.not.include('storage');
      await fixture(html`<rekindle-checklist storage="local"></rekindle-checklist>`);
      expect(heard).to.include('storage');
    } finally {
      Reflect.deleteProperty(window, 'addEventListener');
    }
  });

  it('anything of a stop: no event at all', async () => {
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist mode="list" .pack=${words()}></rekindle-checklist>`,
    );
    told.length = 0;
    const native: string[] = [];
    for (const type of NATIVE) document.addEventListener(type, () => native.push(type), { once: true });

    await tick(el, 'I stop.');
    await tick(el, 'I stop.');

    expect([...told, ...native]).to.deep.equal([]);
    expect(JSON.stringify(el.response)).not.to.contain('stop');
  });

  it('that a danger stands, by what it hears of the answers meanwhile: the same as without one', async () => {
    const toldOf = async (isNamed: boolean): Promise<string[]> => {
      const plain = words();
      const [stop] = plain.checklist.stops;
      const checklist = { ...plain.checklist, stops: [{ ...stop!, suppress: ['themes/b'] }] };
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist mode="list" .pack=${{ ...plain, checklist }}></rekindle-checklist>`,
      );
      told.length = 0;
      if (isNamed) await tick(el, 'I stop.');
      for (const id of ['a', 'c']) await choose(el, `I am ${id}.`, 'Secret-yes');
      // The reader herself is asked for no more than she sees.
      expect(el.progress).to.deep.equal({ answered: 2, total: isNamed ? 2 : 3 });
      if (isNamed) await tick(el, 'I stop.');
      await clearAll(el);
      return [...told];
    };

    const heard = await toldOf(false);
    expect(heard).to.have.lengthOf.above(4);
    expect(await toldOf(true)).to.deep.equal(heard);
  });
});

describe('rekindle-checklist leaves', () => {
  const shift = (times: number, target: EventTarget = document.body): void => {
    for (let i = 0; i < times; i++) {
      for (const type of ['keydown', 'keyup']) {
        target.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true, composed: true }));
      }
    }
  };
  const open = async (attributes: { exit?: string; shortcut?: string; storage?: string } = {}) => {
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist
        mode="list"
        exit=${attributes.exit ?? 'auto'}
        exit-shortcut=${attributes.shortcut ?? ''}
        storage=${attributes.storage ?? 'none'}
        .pack=${words()}
      ></rekindle-checklist>`,
    );
    let left = 0;
    const log: string[] = [];
    el.addEventListener('rekindle-checklist-exit', event => {
      event.preventDefault();
      left++;
      log.push(`${el.progress.answered} answers, ${localStorage.length} keys`);
    });
    return { el, left: () => left, log };
  };

  afterEach(() => {
    localStorage.clear();
    comeBack();
  });

  it('with everything erased before the page hears of it', async () => {
    const { el, log } = await open({ storage: 'local' });
    await press(el, 'Keep them here');
    await choose(el, 'I am a.', 'Secret-yes');
    await tick(el, 'I stop.');
    expect(localStorage.length).to.equal(1);

    inside(el).getByRole('link', { name: 'Leave this page' }).click();
    await el.updateComplete;

    expect(log).to.deep.equal(['0 answers, 0 keys']);
    expect(el.shadowRoot?.querySelectorAll(':checked:not(option)')).to.have.length(0);
  });

  it('from a page of which nothing is seen, until it is back', async () => {
    const { el } = await open();
    const isSeen = (): boolean => el.checkVisibility() || document.body.checkVisibility();

    el.leave();
    expect(isSeen()).to.equal(false);
    // Of the page's own load, which was still under way.
    window.dispatchEvent(new Event('pageshow'));
    expect(isSeen()).to.equal(false);
    comeBack();

    expect(isSeen()).to.equal(true);
  });

  it('nor of what the page puts above all else, or insists on', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <style>
          html {
            display: block !important;
          }
        </style>
        <rekindle-checklist .pack=${words()}></rekindle-checklist>
        <dialog>Ours</dialog>
      </div>`,
    );
    const el = page.querySelector('rekindle-checklist')!;
    el.addEventListener('rekindle-checklist-exit', event => event.preventDefault());
    const dialog = page.querySelector('dialog')!;
    dialog.showModal();

    el.leave();
    expect(dialog.checkVisibility()).to.equal(false);

    comeBack();
    expect(dialog.checkVisibility()).to.equal(true);
    el.remove();
    el.leave();
  });

  for (const [name, hide] of [
    ['in what the page hides', (el: HTMLElement) => (el.hidden = true)],
    ['in a closed fold', (el: HTMLElement) => el.replaceWith(document.createElement('details'))],
  ] as const) {
    it(`from a page that is covered also where the checklist is ${name}`, async () => {
      const { el, left } = await open();
      const place = el.parentElement!;
      hide(el);
      if (!el.isConnected) place.querySelector('details')!.append(el);
      await el.updateComplete;

      el.leave();
      const isCovered = !document.body.checkVisibility();
      comeBack();

      expect(left()).to.equal(1);
      expect(isCovered).to.equal(true);
      expect(document.body.checkVisibility()).to.equal(true);
    });
  }

  it('with what the page had set on its root, once she is back or led to another view', async () => {
    const { style } = document.documentElement;
    style.display = 'flow-root';
    try {
      const { el } = await open();
      el.leave();
      expect(style.display).to.equal('none');
      comeBack();
      expect(style.display).to.equal('flow-root');

      el.leave();
      expect(style.display).to.equal('none');
      // The page goes on to a view without it.
      el.remove();
      expect(style.display).to.equal('flow-root');
    } finally {
      style.display = '';
    }
  });

  for (const when of ['as it is asked', 'later'] as const)
    it(`and the next view is seen, and the way out covers it again: the page takes it away ${when}, and puts it back`, async () => {
      const { el } = await open();
      const box = el.parentElement!;
      if (when === 'as it is asked') el.addEventListener('rekindle-checklist-exit', () => el.remove(), { once: true });
      el.leave();
      el.remove();
      expect(document.body.checkVisibility()).to.equal(true);

      box.append(el);
      await el.updateComplete;
      expect(el.checkVisibility()).to.equal(true);
      el.leave();
      expect(document.body.checkVisibility()).to.equal(false);
    });

  it('no other way than the reader asked for: a page that comes up renders nothing anew', async () => {
    const { el } = await open();
    let updates = 0;
    el.addController({ hostUpdated: () => updates++ });

    window.dispatchEvent(new Event('pageshow'));
    await el.updateComplete;

    expect(updates).to.equal(0);
  });

  it('by three presses of Shift, where the page allows it, with a radio focused too', async () => {
    const { el, left } = await open({ shortcut: 'shift3' });
    expect(inside(el).getByText(/Or press Shift three times\./)).to.exist;

    shift(2);
    expect(left()).to.equal(0);
    shift(1);
    expect(left()).to.equal(1);
    comeBack();
    await el.updateComplete;
    await choose(el, 'I am a.', 'Secret-yes');
    inside(el).getByRole('radio', { name: 'Secret-yes', checked: true }).focus();
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'Shift' });
    expect(left()).to.equal(2);
  });

  it('by three presses of Shift also where the focus is in the list of countries that a danger brings', async () => {
    const { el, left } = await open({ shortcut: 'shift3' });
    await tick(el, 'I stop.');
    const help = el.shadowRoot!.querySelector('rekindle-helplines')!;
    await help.updateComplete;
    inside(help).getByRole('combobox').focus();

    for (let i = 0; i < 3; i++) await sendKeys({ press: 'Shift' });

    expect(left()).to.equal(1);
  });

  it('by its key from a page that is covered, where the page hides the first of two', async () => {
    const first = await open({ shortcut: 'shift3' });
    first.el.hidden = true;
    const second = await open({ shortcut: 'shift3' });

    shift(3);
    const isCovered = !document.body.checkVisibility();
    comeBack();

    expect(first.left() + second.left()).to.equal(1);
    expect(isCovered).to.equal(true);
  });

  it('by no key unless the page allows it, nor while a text is typed', async () => {
    const plain = await open();
    shift(3);
    expect(plain.left()).to.equal(0);
    const { left } = await open({ shortcut: 'shift3' });
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`);

    shift(5, field);

    expect(left()).to.equal(0);
  });

  it('no more once it is taken out of the page', async () => {
    const { el, left } = await open({ shortcut: 'shift3' });
    el.remove();

    shift(3);

    expect(left()).to.equal(0);
  });

  it('by the link of the page, where that has its own', async () => {
    const { el } = await open({ exit: 'host' });

    expect(inside(el).queryByRole('link', { name: 'Leave this page' })).to.equal(null);
  });
});
