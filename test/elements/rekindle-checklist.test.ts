import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/checklist.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import { choose, pack, press, radio, theme, tick } from '../support/checklist.ts';
import { comeBack, expectAccessible, focused, inside, untilPainted } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

const AFRAID = 'I am afraid of him or of what he may do, or he hurts or controls me.';
const NO_CONTACT = 'He has asked me not to contact him.';
const NOT_SAFE = 'I have had thoughts of ending my life or hurting myself.';
const FIRST = 'I can put into words what went wrong between us.';

const steps = (): Promise<RekindleChecklist> =>
  fixture<RekindleChecklist>(html`<rekindle-checklist></rekindle-checklist>`);
const list = (): Promise<RekindleChecklist> =>
  fixture<RekindleChecklist>(html`<rekindle-checklist mode="list"></rekindle-checklist>`);

const status = (el: Element): string => inside(el).getByRole('status').textContent ?? '';
const headings = (el: Element): string[] =>
  inside(el)
    .getAllByRole('heading')
    .map(one => one.textContent.replace(/\s+/g, ' ').trim());
const helpOf = (el: Element): HTMLElement => el.shadowRoot?.querySelector('[part=help]') as HTMLElement;
describe('rekindle-checklist', () => {
  // A danger that is named holds for the visit, and a file of tests is one.
  afterEach(() => {
    comeBack();
    localStorage.clear();
  });

  describe('in steps', () => {
    it('starts with what to know before, and takes no focus', async () => {
      const el = await steps();

      expect(headings(el)).to.deep.equal(['Where am I now?', 'Step 1 of 10 Before you start']);
      expect(inside(el).getByText('0 of 38 answered')).to.exist;
      expect(focused()).to.equal(document.body);
    });

    it('moves on by a button alone, and puts the focus on the heading of the step', async () => {
      const el = await steps();
      const title = document.title;

      await press(el, 'Begin');

      expect(focused()?.textContent).to.match(/^Step 2 of 10\s+Understanding what happened$/);
      expect(document.title).to.equal(title);
      await press(el, 'Back');
      expect(focused()?.textContent).to.match(/^Step 1 of 10/);
    });

    it('has radios and a progress bar in the accent of the page', async () => {
      const el = await steps();
      el.style.setProperty('--rekindle-accent', 'light-dark(#0f6a61, #7fd3c6)');
      await press(el, 'Begin');

      const one = radio(el, FIRST, 'Partly true');
      one.click();

      const { borderColor } = getComputedStyle(one.closest('label')!);
      for (const native of [one, el.shadowRoot!.querySelector('progress')!])
        expect(getComputedStyle(native).accentColor).to.equal(borderColor);
    });

    it('paints a radio that was pressed before what follows from it', async () => {
      const el = await steps();
      await press(el, 'Begin');
      await untilPainted(() => radio(el, FIRST, 'Partly true').click());

      expect(radio(el, FIRST, 'Partly true').checked).to.equal(true);
      expect(el.progress.answered).to.equal(1);
      expect(inside(el).getByText('0 of 38 answered')).to.exist;
      await el.updateComplete;
      expect(inside(el).getByText('1 of 38 answered')).to.exist;
    });

    it('stays on its step, whatever option the arrow keys pass', async () => {
      const el = await steps();
      await press(el, 'Begin');
      radio(el, FIRST, 'Not true for me').focus();

      for (const option of ['A little true', 'Partly true', 'Mostly true', 'Very true for me']) {
        await sendKeys({ press: 'ArrowDown' });
        await el.updateComplete;
        expect(radio(el, FIRST, option).checked, option).to.equal(true);
      }

      expect(headings(el)[1]).to.equal('Step 2 of 10 Understanding what happened');
      expect(el.progress).to.deep.equal({ answered: 1, total: 38 });
      await press(el, 'Next');
      expect(headings(el)[1]).to.match(/^Step 3 of 10/);
      expect(inside(el).getAllByRole('radio')).to.have.length.above(10);
      expect(inside(el).queryAllByRole('radio', { checked: true }), 'nothing on the next step').to.have.lengthOf(0);
    });

    it('asks for nothing and answers nothing ahead', async () => {
      const el = await steps();
      for (let step = 0; step < 9; step++) await press(el, /^(Begin|Next|See a few words for you)$/);

      expect(headings(el)[1]).to.equal('Step 10 of 10 A few words for you');
      expect(inside(el).getByText('For these there are not enough answers yet. That is all right.')).to.exist;
      expect(
        inside(el).getAllByRole('button', {
          name: /^(Understanding|A life|Care|Respect|Talking|Seeing|Small|Letting)/,
        }),
      ).to.have.length(8);
      expect(inside(el).queryByRole('radio')).to.equal(null);
      await press(el, 'Back');
      expect(inside(el).queryAllByRole('radio', { checked: true })).to.have.length(0);
    });

    it('keeps the answers of a step that the reader comes back to', async () => {
      const el = await steps();
      await press(el, 'Begin');
      await choose(el, FIRST, 'Partly true');

      await press(el, 'Next');
      expect(inside(el).queryAllByRole('radio', { checked: true })).to.have.length(0);
      await press(el, 'Back');

      expect(radio(el, FIRST, 'Partly true').checked).to.equal(true);
    });

    it('leads from the summary to a theme without words', async () => {
      const el = await steps();
      el.goTo('support');
      await el.updateComplete;
      await press(el, 'See a few words for you');

      await press(el, 'Respect');

      expect(focused()?.textContent).to.match(/^Step 5 of 10\s+Respect$/);
    });

    it('shows a theme that the page asks for without taking the focus, and ignores an unknown one', async () => {
      const el = await steps();

      el.goTo('talking');
      el.goTo('nowhere');
      await el.updateComplete;

      expect(headings(el)[1]).to.equal('Step 6 of 10 Talking and listening');
      expect(focused()).to.equal(document.body);
    });
  });

  it('has all its themes on paper, whatever step is shown, and is where it was afterwards', async () => {
    const el = await steps();
    await press(el, 'Begin');
    await choose(el, FIRST, 'Partly true');
    await choose(el, 'I can look honestly at my own habits.', 'Partly true');
    await choose(el, 'I know what I want to do better.', 'Partly true');
    const before = headings(el);

    window.dispatchEvent(new Event('beforeprint'));

    expect(headings(el)).to.include.members([
      'Understanding what happened',
      'Letting others help',
      'A few words for you',
    ]);
    expect(radio(el, FIRST, 'Partly true').checked).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(headings(el)).to.deep.equal(before);
    expect(radio(el, FIRST, 'Partly true').checked).to.equal(true);
  });

  // The other engines have no way to show a page as it prints.
  if (navigator.userAgent.includes('Chrome/')) {
    it('has no frame around an answer on paper, where labels have no room for one', async () => {
      const el = await steps();
      await press(el, 'Begin');
      await choose(el, FIRST, 'Partly true');
      const label = radio(el, FIRST, 'Partly true').closest('label')!;
      await emulateMedia({ media: 'print' });
      try {
        const { borderTopWidth, boxShadow, paddingInlineStart } = getComputedStyle(label);
        expect([borderTopWidth, boxShadow, paddingInlineStart]).to.deep.equal(['0px', 'none', '0px']);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  }

  it('lays out of a long theme what is near the screen, and keeps all of it within reach', async () => {
    const statements = Array.from({ length: 100 }, (_, i) => ({ id: `s-${i}`, text: `I am number ${i}.` }));
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist mode="list" .pack=${pack([theme('a', { statements })])}></rekindle-checklist>`,
    );
    const last = radio(el, 'I am number 99.', 'Yes');
    const isLaidOut = (): boolean => last.checkVisibility({ contentVisibilityAuto: true });
    // Where the browser cannot hold what is read in its place, all is laid out.
    const isLazy = CSS.supports('overflow-anchor: none');
    await waitUntil(() => isLaidOut() !== isLazy);
    const height = el.clientHeight;

    last.scrollIntoView({ block: 'center' });
    await waitUntil(isLaidOut);
    expect(last.getBoundingClientRect().bottom).to.be.within(0, innerHeight);
    await choose(el, 'I am number 99.', 'Yes');
    expect(el.progress).to.include({ answered: 1, total: 100 });
    // The room that was kept is about that of what came.
    expect(el.clientHeight / height).to.be.within(0.4, 2.5);
  });

  it('has its help in line with its own text, at both edges', async () => {
    const el = await steps();
    await tick(el, AFRAID);
    const help = el.shadowRoot!.querySelector('rekindle-helplines')!;
    const edges = (place: Element): number[] => {
      const { left, right } = place.getBoundingClientRect();
      return [left, right].map(Math.round);
    };

    expect(edges(help.shadowRoot!.querySelector('[part=danger]')!)).to.deep.equal(
      edges(el.shadowRoot!.querySelector('[part=safety]')!),
    );
  });

  it('has no summary on paper that is to be filled in by hand', async () => {
    const el = await steps();

    window.dispatchEvent(new Event('beforeprint'));

    expect(headings(el)).to.include('Letting others help');
    expect(headings(el)).not.to.include('A few words for you');
    window.dispatchEvent(new Event('afterprint'));
  });

  describe('answers', () => {
    it('counts to rather not say as answered, and not as scored', async () => {
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist mode="list" .pack=${pack([theme('a')])}></rekindle-checklist>`,
      );

      await choose(el, 'I am a.', 'Pass');

      expect(el.progress).to.deep.equal({ answered: 1, total: 1 });
      expect(inside(el).getByRole('group', { name: 'Progress' }).textContent.trim()).to.equal('1 of 1 answered');
      expect(inside(el).getByRole('button', { name: 'Theme a' })).to.exist;
    });

    it('clears one answer by a button that names its statement, and keeps the focus there', async () => {
      const el = await list();
      expect(inside(el).queryByRole('button', { name: /^Clear answer/ })).to.equal(null);
      await choose(el, FIRST, 'Mostly true');

      await press(el, `Clear answer: ${FIRST}`);

      expect(el.progress.answered).to.equal(0);
      expect(focused()).to.equal(radio(el, FIRST, 'Not true for me'));
      expect(inside(el).queryAllByRole('radio', { checked: true })).to.have.length(0);
    });

    it('clears everything with a press more, says so and keeps the focus', async () => {
      const el = await list();
      await choose(el, FIRST, 'Mostly true');
      await tick(el, AFRAID);

      inside(el).getByText('Clear all answers').focus();
      await sendKeys({ press: 'Enter' });
      expect(status(el)).not.to.equal('All answers are cleared.');
      await press(el, 'Yes, clear them all');

      expect(status(el)).to.equal('All answers are cleared.');
      expect(focused()?.textContent.trim()).to.equal('Clear all answers');
      expect(focused()?.closest('details')?.open).to.equal(false);
      expect(inside(el).queryAllByRole('checkbox', { checked: true })).to.have.length(0);
      expect(el.progress).to.deep.equal({ answered: 0, total: 38 });
    });

    it('forgets everything on reset, and returns to the start', async () => {
      const el = await steps();
      await press(el, 'Begin');
      await choose(el, FIRST, 'Partly true');

      el.reset();
      await el.updateComplete;

      expect(el.progress.answered).to.equal(0);
      expect(headings(el)[1]).to.equal('Step 1 of 10 Before you start');
    });

    it('never leave: the page hears how many, and no native event', async () => {
      const el = await list();
      const heard: string[] = [];
      const keys = new Set<string>();
      for (const type of ['input', 'change']) el.addEventListener(type, () => heard.push(type));
      el.addEventListener('rekindle-progress-change', event => {
        heard.push(`${event.answered} of ${event.total}`);
        for (const key of Object.keys(event)) keys.add(key);
      });

      await choose(el, FIRST, 'Partly true');
      await tick(el, NOT_SAFE);

      expect(heard).to.deep.equal(['1 of 38']);
      expect([...keys].filter(key => key !== 'isTrusted')).to.have.members(['answered', 'total']);
    });

    it('say nothing to a screen reader one by one', async () => {
      const el = await list();

      await choose(el, FIRST, 'Partly true');

      expect(status(el)).to.equal('');
    });

    it('bring the words of a band and its next steps once enough are there', async () => {
      const el = await list();
      for (const statement of [FIRST, 'I can look honestly at my own habits.', 'I know what I want to do better.']) {
        await choose(el, statement, 'Very true for me');
      }

      expect(inside(el).getByText('Let it show you the way.')).to.exist;
      expect(inside(el).getByText('Write a few kind lines to the part of you that still hurts.')).to.exist;
    });

    it('leave no key in any storage', async () => {
      const el = await list();
      await choose(el, FIRST, 'Partly true');

      expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
    });
  });

  describe('stops', () => {
    const rows: [string, string, string[], number][] = [
      [NO_CONTACT, 'crisis own-behaviour', ['Talking and listening', 'Seeing the good'], 29],
      [
        AFRAID,
        'abuse emergency',
        ['Understanding what happened', 'Respect', 'Talking and listening', 'Seeing the good'],
        20,
      ],
      [NOT_SAFE, 'crisis emergency', ['Understanding what happened'], 33],
    ];
    for (const [stop, kinds, withdrawn, total] of rows) {
      it(`show help and withdraw ${withdrawn.length} themes: ${stop}`, async () => {
        const el = await list();
        const before = headings(el);

        await tick(el, stop);

        const help = helpOf(el);
        expect(help.querySelector('rekindle-helplines')?.getAttribute('kinds')).to.equal(kinds);
        expect(
          inside(help.querySelector('rekindle-helplines') as Element).getByRole('region', { name: 'Help for you now' }),
        ).to.exist;
        expect(help.textContent).to.contain(status(el));
        expect(status(el)).to.have.length.above(50);
        expect(headings(el).filter(one => withdrawn.includes(one))).to.deep.equal([]);
        expect(Boolean(inside(el).queryByText(/^Set aside for now/))).to.equal(withdrawn.length > 0);
        for (const title of withdrawn) expect(help.textContent).to.contain(title);
        expect(el.progress.total).to.equal(total);

        await tick(el, stop);

        expect(helpOf(el).textContent.trim()).to.equal('');
        expect(status(el).trim()).to.equal('');
        expect(headings(el)).to.deep.equal(before);
      });
    }

    it('keep the answers of what they withdraw, uncounted, until it comes back', async () => {
      const el = await list();
      await choose(el, FIRST, 'Partly true');

      await tick(el, AFRAID);
      expect(el.progress).to.deep.equal({ answered: 0, total: 20 });
      await tick(el, AFRAID);

      expect(el.progress).to.deep.equal({ answered: 1, total: 38 });
      expect(radio(el, FIRST, 'Partly true').checked).to.equal(true);
    });

    it('hold whatever the page or another tab does', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form><rekindle-checklist mode="list" storage="local"></rekindle-checklist></form>`,
      );
      const el = form.querySelector('rekindle-checklist')!;
      await press(el, 'Keep them here');
      await choose(el, FIRST, 'Partly true');
      await tick(el, AFRAID);
      const eraseElsewhere = (): void => {
        const [key = ''] = Object.keys(localStorage);
        localStorage.removeItem(key);
        window.dispatchEvent(new StorageEvent('storage', { key, newValue: null, storageArea: localStorage }));
      };

      const doings = { reset: () => form.reset(), eraseElsewhere, call: () => el.reset(), erase: () => el.erase() };
      for (const [name, act] of Object.entries(doings)) {
        act();
        await el.updateComplete;
        expect(inside(el).getByRole<HTMLInputElement>('checkbox', { name: AFRAID }).checked, name).to.equal(true);
        expect(helpOf(el).querySelector('rekindle-helplines'), name).to.exist;
        expect(el.progress, name).to.deep.equal({ answered: 0, total: 20 });
      }
      expect(localStorage.length).to.equal(0);
    });

    for (const [name, act] of [
      ['leaves', (el: RekindleChecklist) => el.leave()],
      ['comes back, or someone else does', comeBack],
    ] as const) {
      it(`are gone when the reader ${name}, those of another assessment too`, async () => {
        const page = await fixture(
          html`<div>
            <rekindle-checklist mode="list"></rekindle-checklist>
            <rekindle-checklist mode="list" .pack=${pack([theme('a')])}></rekindle-checklist>
          </div>`,
        );
        const [el, other] = page.querySelectorAll('rekindle-checklist') as unknown as RekindleChecklist[];
        el!.addEventListener('rekindle-checklist-exit', event => event.preventDefault());
        await tick(el!, AFRAID);
        await tick(other!, 'I stop.');
        other!.remove();

        act(el!);
        page.append(other!);

        for (const one of [el!, other!]) {
          await one.updateComplete;
          expect(one.shadowRoot!.querySelectorAll('[type=checkbox]:checked')).to.have.lengthOf(0);
          expect(helpOf(one).textContent.trim()).to.equal('');
        }
      });
    }

    it('take a next step away with its target', async () => {
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist mode="list" .pack=${pack([theme('a')])}></rekindle-checklist>`,
      );
      await choose(el, 'I am a.', 'Yes');
      expect(inside(el).getByText('Write to him.')).to.exist;

      await tick(el, 'I stop.');

      expect(inside(el).queryByText('Write to him.')).to.equal(null);
      expect(inside(el).getByText('Rest.')).to.exist;
      expect(status(el)).to.equal('Stop now.');
    });

    it('hold in every step, with the country that the reader chose', async () => {
      const el = await steps();
      await tick(el, AFRAID);
      const help = helpOf(el);
      const country = (): HTMLSelectElement =>
        inside(help.querySelector('rekindle-helplines')!).getByRole<HTMLSelectElement>('combobox');
      country().value = 'NZ';
      country().dispatchEvent(new Event('change', { bubbles: true }));

      await press(el, 'Begin');

      expect(helpOf(el) === help).to.equal(true);
      expect(country().value).to.equal('NZ');
      expect(inside(help.querySelector('rekindle-helplines')!).getByRole('link', { name: 'Call 111' })).to.exist;
      expect(headings(el)).to.include('Step 2 of 6 A life of my own');
      el.goTo('respect');
      await el.updateComplete;
      expect(headings(el)).to.include('Step 2 of 6 A life of my own');
    });

    it('hand the country of the page to the helplines', async () => {
      const el = await fixture<RekindleChecklist>(html`<rekindle-checklist country="NZ"></rekindle-checklist>`);

      await tick(el, AFRAID);

      const helplines = el.shadowRoot?.querySelector('rekindle-helplines') as HTMLElement;
      expect(inside(helplines).getByRole<HTMLSelectElement>('combobox').value).to.equal('NZ');
    });
  });

  describe('leave this page', () => {
    const link = (el: Element): HTMLAnchorElement => inside(el).getByRole('link', { name: 'Leave this page' });

    for (const [name, make] of [
      ['steps', steps],
      ['list', list],
    ] as const) {
      it(`is a plain link, first in tab order, in ${name}`, async () => {
        const el = await make();

        await sendKeys({ press: 'Tab' });

        expect(focused()).to.equal(link(el));
        expect(link(el).href).to.equal('https://www.bbc.com/weather');
        expect(link(el).rel).to.equal('noreferrer');
        expect(
          inside(el).getByText(
            'It erases your answers and all that you kept here. It opens another site at once. It does not clear your history.',
          ),
        ).to.exist;
      });
    }

    it('stays in view wherever the reader is in the checklist', async () => {
      const el = await list();
      const title = inside(el).getByRole('heading', { name: 'Respect' });

      title.scrollIntoView();
      const { top, bottom } = link(el).getBoundingClientRect();

      expect(window.scrollY).to.be.above(0);
      expect(top).to.be.within(0, 20);
      expect(bottom).to.be.below(title.getBoundingClientRect().top);
    });

    it('covers no link of the help that takes the focus', async () => {
      const el = await list();
      el.country = 'GB';
      await tick(el, NOT_SAFE);
      const help = el.shadowRoot!.querySelector('rekindle-helplines')!;
      await help.updateComplete;
      const [call, site] = [...help.shadowRoot!.querySelectorAll<HTMLElement>('a')].slice(-2) as [
        HTMLElement,
        HTMLElement,
      ];
      call.focus({ preventScroll: true });
      // It stands where the link that leaves does.
      window.scrollTo(0, window.scrollY + site.getBoundingClientRect().top - 20);

      await sendKeys({ press: 'Tab' });

      expect(help.shadowRoot!.activeElement).to.equal(site);
      expect(site.getBoundingClientRect().top).to.be.at.least(link(el).getBoundingClientRect().bottom);
    });

    for (const [given, expected] of [
      ['https://example.org/', 'https://example.org/'],
      ['javascript:alert(1)', 'https://www.bbc.com/weather'],
      ['mailto:a@b.example', 'https://www.bbc.com/weather'],
      ['/home', 'https://www.bbc.com/weather'],
    ] as const) {
      it(`leads to ${expected} for ${given}`, async () => {
        const el = await fixture<RekindleChecklist>(html`<rekindle-checklist exit-url=${given}></rekindle-checklist>`);

        expect(link(el).href).to.equal(expected);
      });
    }

    // WebKit lets this sandbox lead the page around away, which runs the tests.
    if (/Chrome|Firefox/.test(navigator.userAgent)) {
      it('empties the checklist, covers the page, and replaces it', async () => {
        // Without the sandbox the page around, which runs the tests, would go too.
        const frame = await fixture<HTMLIFrameElement>(
          html`<iframe title="page" sandbox="allow-scripts allow-same-origin"></iframe>`,
        );
        const target = `${location.origin}/left-the-page`;
        frame.src = new URL('../support/checklist.html', import.meta.url).href;
        const found = (): RekindleChecklist | null | undefined =>
          frame.contentDocument?.querySelector('rekindle-checklist');
        await waitUntil(() => found()?.shadowRoot?.querySelector('a'), 'no checklist');
        const el = found() as RekindleChecklist;
        el.exitUrl = target;
        await choose(el, FIRST, 'Partly true');
        const entries = history.length;

        link(el).click();
        await el.updateComplete;

        expect(el.progress.answered).to.equal(0);
        expect(el.checkVisibility()).to.equal(false);
        await waitUntil(() => frame.contentWindow?.location.href === target);
        expect(history.length).to.equal(entries);
      });
    }

    it('leaves a click for a new tab to the browser', async () => {
      const el = await list();
      await choose(el, FIRST, 'Partly true');
      let prevented: boolean | undefined;
      const stop = (event: Event): void => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener('click', stop, { once: true });

      link(el).dispatchEvent(
        new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );

      expect(prevented).to.equal(false);
      expect(el.progress.answered).to.equal(1);
    });
  });

  describe('words of the page', () => {
    it('replace ours; answers to what is gone are dropped, the others stay, and the step is one that exists', async () => {
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist .pack=${pack([theme('a'), theme('b'), theme('c')])}></rekindle-checklist>`,
      );
      for (const id of ['a', 'b', 'c']) {
        await press(el, /^(Begin|Next)$/);
        await choose(el, `I am ${id}.`, 'Yes');
      }

      el.pack = pack([theme('a')]);
      await el.updateComplete;

      expect(el.progress).to.deep.equal({ answered: 1, total: 1 });
      expect(headings(el)[1]).to.equal('Step 3 of 3 A few words for you');
      expect(inside(el).getByText('Low words.', { exact: false })).to.exist;
    });

    it('leave the reader in her theme, wherever it stands now, and in the summary', async () => {
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist .pack=${pack([theme('a'), theme('b'), theme('c')])}></rekindle-checklist>`,
      );
      el.goTo('b');
      await el.updateComplete;

      el.pack = pack([theme('new'), theme('a'), theme('b'), theme('c')]);
      await el.updateComplete;
      expect(headings(el)[1]).to.equal('Step 4 of 6 Theme b');
      el.pack = pack([theme('b'), theme('c')]);
      await el.updateComplete;
      expect(headings(el)[1]).to.equal('Step 2 of 4 Theme b');
      await press(el, 'Next');
      await press(el, 'See a few words for you');
      el.pack = pack([theme('a'), theme('b'), theme('c')]);
      await el.updateComplete;
      expect(headings(el)[1]).to.equal('Step 5 of 5 A few words for you');
    });

    it('that cannot be used leave the reader in her theme, for when there are words again', async () => {
      const words = pack([theme('a'), theme('b'), theme('c')]);
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist .pack=${words}><p>Our own words</p></rekindle-checklist>`,
      );
      el.goTo('b');
      await el.updateComplete;
      const { warn } = console;
      console.warn = () => undefined;

      el.pack = {} as typeof words;
      await el.updateComplete;
      console.warn = warn;
      expect(inside(el).queryByRole('heading')).to.equal(null);
      el.pack = words;
      await el.updateComplete;

      expect(headings(el)[1]).to.equal('Step 3 of 5 Theme b');
    });

    it('leave the reader in her theme where a danger that is named beside it takes one before it away', async () => {
      const words = pack([theme('a'), theme('b'), theme('c')]);
      const stop = { id: 'stop', text: 'I stop.', help: ['crisis' as const], suppress: ['themes/a'], message: 'Call.' };
      const both = { ...words, checklist: { ...words.checklist, stops: [stop] } };
      const box = await fixture<HTMLElement>(
        html`<div>
          <rekindle-checklist .pack=${both}></rekindle-checklist><rekindle-checklist .pack=${both}></rekindle-checklist>
        </div>`,
      );
      const [one, two] = box.children as unknown as [RekindleChecklist, RekindleChecklist];
      two.goTo('b');
      await two.updateComplete;

      await tick(one, 'I stop.');
      await two.updateComplete;
      expect(headings(two)[1]).to.equal('Step 2 of 4 Theme b');
      await tick(one, 'I stop.');
      await two.updateComplete;
      expect(headings(two)[1]).to.equal('Step 3 of 5 Theme b');
    });

    it('that are the same in a new object leave the focus, the step and all that is drawn where they are', async () => {
      const words = pack([theme('a'), theme('b')]);
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist mode="list" .pack=${words}></rekindle-checklist>`,
      );
      await choose(el, 'I am a.', 'Yes');
      const pressed = radio(el, 'I am a.', 'Yes');
      pressed.focus();

      el.pack = structuredClone(words);
      await el.updateComplete;
      expect(focused() === pressed).to.equal(true);
      await choose(el, 'I am b.', 'No');
      expect(el.progress.answered).to.equal(2);

      el.pack = JSON.parse(JSON.stringify(words).replace('I am a.', 'I am other.')) as typeof words;
      await el.updateComplete;
      expect(radio(el, 'I am other.', 'Yes').checked).to.equal(true);
    });

    it('that cannot be used leave the children standing', async () => {
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist .pack=${{}}><p>Our own words</p></rekindle-checklist>`,
      );

      expect(inside(el).queryByRole('heading')).to.equal(null);
      expect(el.querySelector('p')!.checkVisibility()).to.equal(true);
      expect(el.progress).to.deep.equal({ answered: 0, total: 0 });
    });

    it('may run from right to left', async () => {
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist
          mode="list"
          .pack=${pack([theme('a')], { lang: 'ar', dir: 'rtl' })}
        ></rekindle-checklist>`,
      );
      const input = radio(el, 'I am a.', 'No').getBoundingClientRect();
      const option = inside(el).getByRole('radio', { name: 'No' }).closest('label')?.getBoundingClientRect() as DOMRect;

      expect(input.left - option.left).to.be.above(option.right - input.right);
      await expectAccessible(el);
    });
  });

  describe('for everyone', () => {
    it('has no axe violation at the start, in a theme, in the summary', async () => {
      const el = await steps();
      await expectAccessible(el);
      await press(el, 'Begin');
      await choose(el, FIRST, 'Partly true');
      await expectAccessible(el);
      el.goTo('support');
      await el.updateComplete;
      await press(el, 'See a few words for you');
      await expectAccessible(el);
    }).timeout(20000);

    it('has no axe violation as a list, with a stop raised', async () => {
      const el = await list();
      await tick(el, AFRAID);
      await expectAccessible(el);
    }).timeout(20000);

    it('fits 320 px, with targets of 24 px and more', async () => {
      const box = await fixture<HTMLElement>(
        html`<div style="inline-size: 320px"><rekindle-checklist mode="list"></rekindle-checklist></div>`,
      );
      const el = box.querySelector('rekindle-checklist') as RekindleChecklist;
      await choose(el, FIRST, 'Partly true');
      await tick(el, AFRAID);
      for (const details of el.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;

      expect(box.scrollWidth).to.equal(320);
      for (const one of [...inside(el).getAllByRole('button'), ...(el.shadowRoot?.querySelectorAll('label') ?? [])]) {
        const { width, height } = one.getBoundingClientRect();
        expect(Math.min(width, height), one.textContent ?? '').to.be.at.least(24);
      }
    });

    it('has radios and checkboxes that grow with the text', async () => {
      const el = await list();
      const sizes = (): number[] =>
        [radio(el, FIRST, 'Partly true'), inside(el).getByRole('checkbox', { name: AFRAID })].map(
          one => one.offsetWidth,
        );
      const plain = sizes();
      expect(plain).to.deep.equal([20, 20]);

      el.style.setProperty('--rekindle-font-size', '32px');

      expect(sizes()).to.deep.equal([40, 40]);
    });

    it('makes the options of a statement equal in size, side by side where there is room', async () => {
      const box = await fixture<HTMLElement>(
        html`<div style="inline-size: 760px"><rekindle-checklist mode="list"></rekindle-checklist></div>`,
      );
      const el = box.querySelector('rekindle-checklist') as RekindleChecklist;
      const group = inside(el).getByRole('group', { name: FIRST });

      const sizes = new Set([...group.querySelectorAll('label')].map(one => `${one.offsetWidth} ${one.offsetHeight}`));

      expect(sizes.size).to.equal(1);
      expect([...group.querySelectorAll('label')].slice(0, 3).map(one => one.offsetTop - group.offsetTop)).to.satisfy(
        (tops: number[]) => new Set(tops).size === 1,
      );
    });

    it('heads its steps by the level of the page', async () => {
      const el = await fixture<RekindleChecklist>(html`<rekindle-checklist heading-level="3"></rekindle-checklist>`);

      expect(inside(el).getByRole('heading', { level: 3, name: 'Where am I now?' })).to.exist;
      expect(inside(el).getByRole('heading', { level: 4, name: /Before you start/ })).to.exist;
    });
  });
});
