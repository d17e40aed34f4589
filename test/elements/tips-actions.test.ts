import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/tips-actions.ts';
import { RekindleOpenEvent } from '../../src/elements/events.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { printed } from '../support/paper.ts';
import { button, isAt, isStill, moved, moves, status, tipsPack } from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

const all = (): Promise<RekindleTips> =>
  fixture<RekindleTips>(
    html`<rekindle-tips actions="copy share print keep dance" hash .pack=${tipsPack(6)}></rekindle-tips>`,
  );

/** Puts something of the browser's in place of its own for a test; `navigator` has such things as accessors. */
const replaced: (() => void)[] = [];
const replace = (object: object, name: string, value: unknown): void => {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, value });
  replaced.push(() => {
    if (before) Object.defineProperty(object, name, before);
    else Reflect.deleteProperty(object, name);
  });
};

const titles = (el: RekindleTips): (string | null)[] =>
  inside(el)
    .queryAllByRole('heading')
    .map(heading => heading.textContent);

describe('rekindle-tips, actions', () => {
  afterEach(() => {
    for (const undo of replaced.splice(0)) undo();
    history.replaceState(null, '', location.pathname + location.search);
    localStorage.clear();
  });

  it('is one toolbar with one tab stop, and arrow keys inside', async () => {
    const el = await all();
    const toolbar = inside(el).getByRole('toolbar', { name: 'This tip' });
    const buttons = [...toolbar.querySelectorAll('button')];
    expect(buttons.map(one => one.textContent.trim())).to.deep.equal(['Copy link', 'Share', 'Print', 'Keep']);
    expect(buttons.map(one => one.tabIndex)).to.deep.equal([0, -1, -1, -1]);

    buttons[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal(buttons[1]);
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal(buttons[3]);
    expect(buttons.map(one => one.tabIndex)).to.deep.equal([-1, -1, -1, 0]);
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal(buttons[3]);
    expect(el.activeIndex).to.equal(0);
    await expectAccessible(el);
  });

  it('has a toolbar below each tip that is seen, so that the last ones have one too', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="3"
        actions="print keep"
        .pack=${tipsPack(4)}
        style="--rekindle-max-inline-size: none; inline-size: 1100px"
        ><button slot="actions">More</button></rekindle-tips
      >`,
    );
    await waitUntil(() => inside(el).queryByText('1 to 3 of 4'));
    button(el, 'Next tip').click();
    await waitUntil(() => inside(el).queryByText('2 to 4 of 4'));
    const left = (name: string): number => inside(el).getByRole('toolbar', { name }).getBoundingClientRect().left;
    const cardLeft = (name: string): number =>
      inside(el).getByRole('heading', { name }).parentElement!.getBoundingClientRect().left;
    for (const name of ['Tip 2', 'Tip 3', 'Tip 4'])
      await waitUntil(() => Math.abs(left(name) - cardLeft(name)) < 3, `the toolbar of ${name} stands elsewhere`);
    const slot = inside(el).getByRole('toolbar', { name: 'Tip 2' }).querySelector('slot')!;
    expect(slot.assignedElements()).to.have.length(1);
    await expectAccessible(el);

    const kept: string[] = [];
    el.addEventListener('rekindle-tip-keep-change', event => kept.push(event.id));
    button(el, 'Keep this tip: Tip 4').click();
    expect(kept).to.deep.equal(['tip-3']);
    const papers = await printed(el, () => button(el, 'Print this tip: Tip 3').click());
    expect(papers.map(paper => paper.title)).to.deep.equal(['Tip 3']);
  });

  it('keeps a tab stop where the page takes away the button that has it', async () => {
    const el = await all();
    const buttons = (): HTMLButtonElement[] => [
      ...inside(el).getByRole('toolbar').querySelectorAll<HTMLButtonElement>('button'),
    ];
    buttons()[0]!.focus();
    await sendKeys({ press: 'End' });
    el.actions = 'copy share';
    await el.updateComplete;

    expect(buttons().map(one => one.tabIndex)).to.have.members([0, -1]);
    el.actions = 'copy share print keep';
    await el.updateComplete;
    expect(buttons().filter(one => one.tabIndex === 0).length).to.equal(1);
  });

  it('copies a link that leads to the tip', async () => {
    const written: string[] = [];
    replace(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(void written.push(text)) });
    const el = await all();
    const events = moves(el);
    button(el, 'Next tip').click();
    await moved(el, events);
    button(el, 'Copy link to this tip: Tip 2').click();
    await waitUntil(() => status(el) === 'The link is copied.');

    expect(written).to.deep.equal([`${location.origin}${location.pathname}${location.search}#tip-1`]);
  });

  it('says nothing of a link beside another tip, whoever moved', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    const el = await all();
    button(el, 'Copy link to this tip: Tip 1').click();
    const said = (): Element | null => el.shadowRoot!.querySelector('[part=status]');
    await waitUntil(said, 'nothing is said of the link');
    el.activeIndex = 2;
    await isAt(el, 2);
    await isStill(el.shadowRoot!.querySelector('.track')!);
    await el.updateComplete;
    expect(said()).to.equal(null);
  });

  it('shows the link where the browser does not let us copy', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    const el = await all();
    button(el, 'Copy link to this tip: Tip 1').click();
    await waitUntil(() => inside(el).queryByRole('textbox', { name: 'Link to this tip' }));

    expect(inside(el).getByRole<HTMLInputElement>('textbox').value).to.match(/#tip-0$/);
    expect(status(el)).to.contain('does not let us copy');
    await expectAccessible(el);
    button(el, 'Next tip').click();
    await isAt(el, 1);
    await waitUntil(() => !inside(el).queryByRole('textbox'));
  });

  it('shares the words with the care note, and copies where there is no share sheet', async () => {
    const shared: ShareData[] = [];
    const written: string[] = [];
    replace(navigator, 'share', (data: ShareData) => Promise.resolve(void shared.push(data)));
    replace(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(void written.push(text)) });
    const el = await all();
    const pack = tipsPack(2);
    el.pack = { ...pack, tips: pack.tips.map(tip => ({ ...tip, contact: true })) };
    await el.updateComplete;
    button(el, 'Share this tip: Tip 1').click();
    await waitUntil(() => shared.length);
    expect(shared[0]!.title).to.equal('Tip 1');
    expect(shared[0]!.text).to.contain('A point.').and.to.contain('No contact.');

    replace(navigator, 'share', () => Promise.reject(new DOMException('closed', 'AbortError')));
    button(el, 'Share this tip: Tip 1').click();
    replace(navigator, 'share', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
    button(el, 'Share this tip: Tip 1').click();
    await waitUntil(() => written.length);
    expect(written).to.have.length(1);
  });

  it('prints the tip alone, with the care note', async () => {
    const el = await all();
    const papers = await printed(el, () => button(el, 'Print this tip: Tip 1').click());

    expect(papers.map(({ title, headings }) => [title, headings])).to.deep.equal([['Tip 1', ['Tip 1']]]);
    expect(papers[0]!.text).to.contain('Safety first.').and.to.not.contain('Tip 2');
  });

  it('lets the page share in its own way', async () => {
    const written: string[] = [];
    replace(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(void written.push(text)) });
    const el = await all();
    const asked: string[] = [];
    el.addEventListener('rekindle-tip-share', event => {
      asked.push(`${event.action} ${event.id}`);
      event.preventDefault();
    });
    button(el, 'Copy link to this tip: Tip 1').click();
    await el.updateComplete;

    expect(asked).to.deep.equal(['copy tip-0']);
    expect(written).to.deep.equal([]);
  });

  it('keeps tips for the visit, as toggles whose names stay', async () => {
    const el = await all();
    const kept: string[] = [];
    el.addEventListener('rekindle-tip-keep-change', event => kept.push(`${event.id} ${event.kept}`));
    const keep = button(el, 'Keep this tip: Tip 1');
    expect(keep.getAttribute('aria-pressed')).to.equal('false');
    keep.click();
    await el.updateComplete;
    expect(button(el, 'Keep this tip: Tip 1').getAttribute('aria-pressed')).to.equal('true');
    const line = inside(el).getByText(/Your tips stay until you leave/);
    const room = line.getBoundingClientRect().top - inside(el).getByRole('toolbar').getBoundingClientRect().bottom;
    expect(room, 'room between the buttons and the line').to.be.at.least(8);
    el.activeIndex = 3;
    await isAt(el, 3);
    button(el, 'Keep this tip: Tip 4').click();
    await el.updateComplete;

    button(el, 'My tips, 2').click();
    await el.updateComplete;
    expect(titles(el)).to.deep.equal(['Tip 1', 'Tip 4']);
    // It stays until the view changes, so that the focus has a place.
    const first = button(el, 'Keep this tip: Tip 1');
    first.focus();
    await sendKeys({ press: 'Enter' });
    expect(titles(el)).to.deep.equal(['Tip 1', 'Tip 4']);
    expect(focused()).to.equal(first);
    await expectAccessible(el);
    button(el, 'Show one at a time').click();
    await el.updateComplete;
    expect(inside(el).queryByRole('button', { name: 'My tips, 1' })).to.not.equal(null);
    expect(kept).to.deep.equal(['tip-0 true', 'tip-3 true', 'tip-0 false']);
    expect(Object.keys(localStorage).filter(key => key.startsWith('rekindle'))).to.deep.equal([]);
  });

  it('shows the tips that are kept, by their name, also where the page asks for them', async () => {
    const el = await all();
    button(el, 'Keep this tip: Tip 1').click();
    el.view = 'kept';
    await el.updateComplete;

    expect(titles(el)).to.deep.equal(['Tip 1']);
    expect(inside(el).getByText('My tips, 1').checkVisibility()).to.equal(true);
    expect(inside(el).getByRole('group', { name: 'My tips, 1' })).to.not.equal(null);
    await expectAccessible(el);

    el.view = 'list';
    await el.updateComplete;
    expect(inside(el).queryByText('My tips, 1')?.localName).to.equal('button');
  });

  for (const view of ['carousel', 'kept'] as const) {
    it(`erases what is kept, says so with the focus, and shows none of it: from ${view}`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips actions="keep" storage="local" .pack=${tipsPack(3)}></rekindle-tips>`,
      );
      expect(el.shadowRoot!.querySelector('[part=storage]') === null, 'there is nothing to keep').to.equal(true);
      await press(button(el, 'Keep this tip: Tip 1'));
      await press(button(el, 'Keep them here'));
      el.view = view;
      await el.updateComplete;

      await press(button(el, 'Erase them'));

      expect(focused()?.textContent).to.match(/^Nothing is saved yet/);
      el.view = 'kept';
      await el.updateComplete;
      expect(titles(el)).to.deep.equal([]);
      expect(inside(el).getByText('My tips, 0').checkVisibility()).to.equal(true);
      expect(localStorage.length).to.equal(0);
    });
  }

  it('shows no tip in “My tips” that was kept by whoever read the page before it came back', async () => {
    const el = await all();
    await press(button(el, 'Keep this tip: Tip 1'));
    await press(button(el, 'My tips, 1'));

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;

    expect(titles(el)).to.deep.equal([]);
    expect(inside(el).queryByText(/Your tips stay until you leave/) === null).to.equal(true);
  });

  it('leads out of “My tips” to the last tips of a row of several, and tells of the tip that the row begins with', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        actions="keep"
        hash
        slides-per-page="3"
        .pack=${tipsPack(6)}
        style="--rekindle-max-inline-size: none; inline-size: 1100px"
      ></rekindle-tips>`,
    );
    await waitUntil(() => inside(el).queryByText('1 to 3 of 6'));
    await press(button(el, 'Keep this tip: Tip 1'));
    await press(button(el, 'My tips, 1'));
    const events = moves(el);

    location.hash = '#tip-5';

    await moved(el, events);
    expect([events, location.hash]).to.deep.equal([['3 tip-3 hash'], '#tip-5']);
    expect(inside(el).getByText('4 to 6 of 6')).to.exist;
  });

  it('lets her take a tip out of “My tips” also where the page no longer has the button that keeps', async () => {
    const el = await all();
    await press(button(el, 'Keep this tip: Tip 1'));
    await press(button(el, 'My tips, 1'));
    el.actions = '';
    await el.updateComplete;
    expect(titles(el)).to.deep.equal(['Tip 1']);

    await press(button(el, 'Keep this tip: Tip 1'));
    expect(button(el, 'Keep this tip: Tip 1').getAttribute('aria-pressed')).to.equal('false');
    await press(button(el, 'Show one at a time'));
    expect(inside(el).queryByRole('button', { name: /^My tips/ }) === null, 'nothing is kept').to.equal(true);
  });

  it('tells of the first tip that something leads to from a “My tips” without any', async () => {
    const el = await all();
    el.goToSlide(2);
    await isAt(el, 2);
    await isStill(el.shadowRoot!.querySelector('.track')!);
    el.view = 'kept';
    await el.updateComplete;
    const events = moves(el);

    document.body.dispatchEvent(new RekindleOpenEvent('tips/tip-0'));

    await moved(el, events);
    expect(el.activeIndex).to.equal(0);
  });

  it('leaves in “My tips” a tip that was taken out, until another tab erases all', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips view="kept" actions="keep" storage="local" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    el.stored!.set([['keep/tip-0', true]]);
    el.stored!.set([['keep/tip-1', true]]);
    await el.updateComplete;
    await press(button(el, 'Keep them here'));
    await press(button(el, 'Keep this tip: Tip 1'));
    expect(titles(el)).to.deep.equal(['Tip 1', 'Tip 2']);

    const [key = ''] = Object.keys(localStorage);
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key, newValue: null, storageArea: localStorage }));
    await el.updateComplete;

    expect(titles(el)).to.deep.equal([]);
  });

  it('leads from “My tips” to the tip of a link, also where she does not keep it', async () => {
    const el = await all();
    await press(button(el, 'Keep this tip: Tip 1'));
    el.activeIndex = 2;
    await isAt(el, 2);
    await press(button(el, 'My tips, 1'));
    location.hash = '#tip-0';
    await waitUntil(() => el.activeIndex === 0);
    expect(el.view).to.equal('kept');
    location.hash = '#tip-3';
    await isAt(el, 3);
  });

  it('has room between a tip of “My tips” and its button, and the tick apart from the word', async () => {
    const el = await all();
    await press(button(el, 'Keep this tip: Tip 1'));
    const tick = getComputedStyle(button(el, 'Keep this tip: Tip 1'), '::before');
    expect(parseFloat(tick.marginInlineEnd)).to.be.greaterThan(4);
    expect(tick.content, 'it is for the eye alone').to.equal('"✓" / ""');

    await press(button(el, 'My tips, 1'));

    const keep = button(el, 'Keep this tip: Tip 1');
    const card = keep.previousElementSibling!;
    expect(keep.getBoundingClientRect().top - card.getBoundingClientRect().bottom).to.be.within(6, 12);
  });

  it('says that none are kept, and follows those that come', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips view="kept" actions="keep" storage="local" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    expect(titles(el)).to.deep.equal([]);
    expect(inside(el).getByText('My tips, 0').checkVisibility()).to.equal(true);

    el.stored!.set([['keep/tip-1', true]]);
    await waitUntil(() => inside(el).queryByText('My tips, 1'));
    expect(titles(el)).to.deep.equal(['Tip 2']);
  });

  it('is a carousel where the page asks for kept tips, and loads nothing that keeps', async () => {
    const own = customElements.get('rekindle-tips') as typeof RekindleTips;
    const { toolbar } = own;
    own.toolbar = undefined;
    try {
      const el = await fixture<RekindleTips>(html`<rekindle-tips view="kept" .pack=${tipsPack(3)}></rekindle-tips>`);
      await isAt(el, 0);
      expect(button(el, 'Next tip')).to.not.equal(null);
    } finally {
      own.toolbar = toolbar;
    }
  });
});
