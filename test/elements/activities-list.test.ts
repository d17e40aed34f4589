import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { printed } from '../support/paper.ts';
import { denyStorage } from '../support/storage.ts';
import { waitUntil } from '../support/wait.ts';

type Content = NonNullable<RekindleActivities['pack']>;

const bundled = RekindleActivities.pack as Content;
const [first, second] = bundled.activities as unknown as [Content['activities'][number], Content['activities'][number]];
const activities = (): Promise<RekindleActivities> =>
  fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
const status = (el: Element): string => inside(el).getByRole('status').textContent ?? '';
const button = (el: Element, name: string | RegExp): HTMLElement => inside(el).getByRole('button', { name });
const isPressed = (el: Element, name: string): boolean => button(el, name).getAttribute('aria-pressed') === 'true';

describe('rekindle-activities: my list', () => {
  afterEach(() => {
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('marks what is done under a constant name, keeps the focus, and tells the page', async () => {
    const el = await activities();
    const told: string[] = [];
    el.addEventListener('rekindle-done-change', ({ id, done }) => told.push(`${id} ${done}`));
    const done = button(el, `Done: ${first.title}`);

    await press(done, ' ');
    await waitUntil(() => isPressed(el, `Done: ${first.title}`));

    expect(el.done).to.deep.equal([first.id]);
    expect(focused()).to.equal(done);
    await press(done, ' ');
    await waitUntil(() => !isPressed(el, `Done: ${first.title}`));
    expect(told).to.deep.equal([`${first.id} true`, `${first.id} false`]);
  });

  it('leaves out what is done where the reader wants that, but not under her hands', async () => {
    const el = await activities();
    await press(inside(el).getByRole('checkbox', { name: /^Not done yet/ }), ' ');
    expect(el.results).to.have.length(bundled.activities.length);
    const done = button(el, `Done: ${first.title}`);

    await press(done, ' ');
    await waitUntil(() => isPressed(el, `Done: ${first.title}`));

    expect(focused()).to.equal(done);
    expect(el.results).to.include(first.id);
    el.filter({});
    expect(el.results).to.not.include(first.id);
  });

  it('saves nothing before the reader says keep, and brings it back then', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities storage="local"></rekindle-activities>`);
    await press(button(el, `Favourite: ${first.title}`));
    expect(localStorage.length).to.equal(0);
    inside(el).getByText(/^Nothing is saved yet\. If you like, your favourites, and what you have done, can stay/);

    await press(button(el, 'Keep them here'));
    await press(button(el, `Done: ${second.title}`));
    await waitUntil(() => el.done.length === 1);

    expect(localStorage.length).to.equal(1);
    expect(localStorage.key(0)).to.match(/^rekindle:v1:activities:husband-back:/);
    el.remove();
    const again = await fixture<RekindleActivities>(html`<rekindle-activities storage="local"></rekindle-activities>`);
    expect([again.favourites, again.done]).to.deep.equal([[first.id], [second.id]]);
    expect(isPressed(again, `Favourite: ${first.title}`)).to.equal(true);
    await press(button(again, 'Erase them'));
    await waitUntil(() => localStorage.length === 0);
    expect([again.favourites, again.done]).to.deep.equal([[], []]);
  });

  it('keeps what is done on her word where there are no favourites', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities storage="local" actions="done"></rekindle-activities>`,
    );
    await press(button(el, `Done: ${first.title}`));

    await press(button(el, 'Keep them here'));

    await waitUntil(() => localStorage.length === 1);
    expect(inside(el).queryByRole('heading', { name: 'My list' })).to.equal(null);
    el.actions = 'plan';
    await el.updateComplete;
    expect(inside(el).queryByRole('button', { name: 'Erase them' })).to.equal(null);
  });

  it('goes on in memory where storage throws', async () => {
    const allow = denyStorage();
    try {
      const el = await fixture<RekindleActivities>(html`<rekindle-activities storage="local"></rekindle-activities>`);
      await press(button(el, `Favourite: ${first.title}`));
      await waitUntil(() => el.favourites.length === 1);
      inside(el).getByText(/does not let us save/);
    } finally {
      allow();
    }
  });

  it('shows the favourites, leads to each, and clears them with an undo', async () => {
    const el = await activities();
    el.toggleFavourite(second.id);
    el.toggleFavourite(first.id);
    el.filter({ search: 'journal' });
    await el.updateComplete;
    await expectAccessible(el);

    await press(button(el, second.title));
    await waitUntil(() => focused()?.textContent === second.title);

    expect(el.value.search).to.equal('');
    expect(el.favourites).to.deep.equal([first.id, second.id]);
    await press(button(el, 'Clear my list'));
    await waitUntil(() => el.favourites.length === 0);
    await waitUntil(() => status(el) === 'Your list is empty now.');
    await press(button(el, 'Undo'));
    await waitUntil(() => el.favourites.length === 2);
    expect(status(el)).to.equal('Undone.');
    expect(button(el, 'Undo').getAttribute('aria-disabled')).to.equal('true');
  });

  it('shows what another tab kept meanwhile, once she says keep here too, and then takes nothing back', async () => {
    const tab = html`<rekindle-activities storage="local" storage-key="me"></rekindle-activities>`;
    const other = await fixture<RekindleActivities>(tab);
    const el = await fixture<RekindleActivities>(tab);
    await press(button(el, `Favourite: ${second.title}`));
    await press(inside(el).getByRole('checkbox', { name: /^Only my favourites/ }), ' ');
    await waitUntil(() => el.results.length === 1);
    await press(button(other, `Favourite: ${first.title}`));
    await press(button(other, 'Keep them here'));
    expect(button(other, 'Undo').getAttribute('aria-disabled'), 'nothing came').to.not.equal('true');
    expect(el.favourites).to.deep.equal([second.id]);

    await press(button(el, 'Keep them here'));

    expect(el.favourites).to.deep.equal([first.id, second.id]);
    expect(el.results).to.deep.equal([first.id, second.id]);
    expect(inside(el).getByRole('heading', { name: '2 ideas' }).checkVisibility()).to.equal(true);
    expect(button(el, 'Undo').getAttribute('aria-disabled')).to.equal('true');
  });

  it('is written once where all of it is cleared, or taken back, and not where nothing changes', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities storage="local"></rekindle-activities>`);
    for (const { id } of [first, second]) el.toggleFavourite(id);
    await el.updateComplete;
    await press(button(el, 'Keep them here'));
    const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    let written = 0;
    Storage.prototype.setItem = function (...args) {
      written++;
      (own.value as Storage['setItem']).apply(this, args);
    };
    try {
      await press(button(el, 'Clear my list'));
      await waitUntil(() => el.favourites.length === 0);
      expect(written).to.equal(1);
      await press(button(el, 'Undo'));
      await waitUntil(() => el.favourites.length === 2);
      expect(written).to.equal(2);
      el.importData(el.exportData());
      expect(written, 'nothing changed').to.equal(2);
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', own);
    }
  });

  it('takes back nothing that another tab wrote or erased while its message was on the way', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities storage="local"></rekindle-activities>`);
    await press(button(el, `Favourite: ${first.title}`));
    await press(button(el, 'Keep them here'));
    const [key = ''] = Object.keys(localStorage);
    const text = localStorage.getItem(key)!;
    localStorage.setItem(key, text.replace('"entries":{', `"entries":{"done/${first.id}":[7,true],`));

    await press(button(el, `Favourite: ${second.title}`));

    expect([el.favourites, el.done]).to.deep.equal([[first.id, second.id], [first.id]]);
    expect(isPressed(el, `Done: ${first.title}`)).to.equal(true);
    expect(button(el, 'Undo').getAttribute('aria-disabled')).to.equal('true');
    localStorage.clear();
    await press(button(el, `Favourite: ${second.title}`));
    expect([el.favourites, el.done]).to.deep.equal([[], []]);
    expect(inside(el).queryByRole('button', { name: 'Undo' }) === null).to.equal(true);
  });

  it('has nothing left in a view of favourites once they are erased', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities storage="local"></rekindle-activities>`);
    await press(button(el, `Favourite: ${first.title}`));
    await press(button(el, 'Keep them here'));
    await press(inside(el).getByRole('checkbox', { name: /^Only my favourites/ }), ' ');
    await waitUntil(() => el.results.length === 1);

    await press(button(el, 'Erase them'));

    expect(el.results).to.deep.equal([]);
    expect(focused()?.textContent).to.match(/^Nothing is saved yet/);
  });

  it('starts anew when the page comes back from the cache of the browser: someone else may read it', async () => {
    const el = await activities();
    await press(button(el, `Favourite: ${first.title}`));
    el.filter({ search: 'journal', chosen: ['home'] });
    el.surprise();
    await el.plan('journal');
    expect(inside(el).getByRole('dialog').checkVisibility()).to.equal(true);

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;

    expect(el.shadowRoot?.querySelector('dialog') === null).to.equal(true);
    button(el, 'Surprise me').focus();
    expect(focused() === button(el, 'Surprise me'), 'the page is not inert').to.equal(true);
    expect(el.value).to.deep.equal({ chosen: [], search: '', sort: 'suggested' });
    expect(inside(el).getByRole<HTMLInputElement>('searchbox').value).to.equal('');
    expect(el.picked).to.equal(undefined);
    expect(inside(el).queryByRole('heading', { name: 'How about this?' }) === null).to.equal(true);
    expect(el.favourites).to.deep.equal([]);
  });

  it('stays where she was in a long list when the page comes back', async () => {
    const el = await activities();
    await press(button(el, 'Show more'));
    const cards = el.shadowRoot!.querySelectorAll('.cards > li').length;
    expect(cards).to.equal(bundled.activities.length);

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;

    expect(el.shadowRoot!.querySelectorAll('.cards > li').length).to.equal(cards);
  });

  it('loses no focus when a button goes away with what it was for', async () => {
    const el = await activities();
    await press(button(el, `Favourite: ${first.title}`));
    await waitUntil(() => el.favourites.length === 1);

    await press(button(el, 'Clear my list'));
    await waitUntil(() => status(el) === 'Your list is empty now.');
    expect(focused() === button(el, 'Undo')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.favourites.length === 1);
    await el.updateComplete;
    expect(focused() === button(el, 'Undo')).to.equal(true);

    await press(button(el, `Favourite: ${first.title}`));
    await press(button(el, `Favourite: ${first.title}`));
    await press(button(el, 'Undo'));
    await waitUntil(() => inside(el).queryByRole('button', { name: 'Undo' }) === null);
    expect(focused()?.textContent).to.equal('My list');
  });

  it('gives the note with every list that holds an idea for two, whatever the filters', async () => {
    const el = await activities();
    el.toggleFavourite('journal');
    el.filter({ search: 'journal' });
    await el.updateComplete;
    expect(inside(el).queryAllByRole('note')).to.have.length(0);

    el.toggleFavourite('game-night');
    await el.updateComplete;

    const list = inside(el).getByRole('region', { name: 'My list' });
    expect(inside(el).getByRole('note').textContent).to.equal(bundled.care.noContact);
    expect(list.contains(inside(el).getByRole('note'))).to.equal(true);
  });

  it('leaves the focus in a link of the note, whatever changes around it', async () => {
    const noContact = ['Honour ', { a: 'his wish', href: 'https://example.org/' }, '.'] as const;
    const pack = { ...bundled, care: { ...bundled.care, noContact } };
    const el = await fixture<RekindleActivities>(html`<rekindle-activities .pack=${pack}></rekindle-activities>`);
    const link = inside(el).getByRole('link', { name: 'his wish' });
    link.focus();
    el.label = 'Ideas';
    await el.updateComplete;
    expect(focused()).to.equal(link);
  });

  it('shares ids alone, in the fragment, and copies where the browser cannot share', async () => {
    const el = await activities();
    el.toggleFavourite(first.id);
    await el.updateComplete;
    const copied: string[] = [];
    const told: (readonly string[])[] = [];
    el.addEventListener('rekindle-activity-share', ({ ids }) => told.push(ids));
    Object.defineProperty(navigator, 'share', { configurable: true, value: () => Promise.reject(new Error('no')) });
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    try {
      await press(button(el, 'Share my list'));
      await waitUntil(() => status(el) === 'Copied.');
      // For those who see it too.
      expect(inside(el).getAllByText('Copied.')).to.have.length(2);
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      await press(button(el, 'Share my list'));
      const link = await inside(el).findByRole('textbox', { name: 'Link to my list' });
      expect(link).to.have.property('value', `${location.href.split('#')[0]}#rekindle-list=${first.id}`);
      // It works after all.
      Object.defineProperty(navigator, 'share', { configurable: true, value: () => Promise.resolve() });
      await press(button(el, 'Share my list'));
      await waitUntil(() => !inside(el).queryByRole('textbox', { name: 'Link to my list' }));
      expect(inside(el).queryByText('This browser does not let us copy.')).to.equal(null);
      Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
      await press(button(el, 'Share my list'));
      await inside(el).findByRole('textbox', { name: 'Link to my list' });
      el.toggleFavourite(second.id);
      await el.updateComplete;
      expect(inside(el).queryByRole('textbox', { name: 'Link to my list' })).to.equal(null);
    } finally {
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'clipboard');
    }

    expect(told).to.deep.equal([[first.id], [first.id], [first.id], [first.id]]);
    const [text = ''] = copied;
    expect(text).to.include(bundled.care.noContact);
    expect(text.split('\n').at(-1)).to.equal(`${location.href.split('#')[0]}#rekindle-list=${first.id}`);
  });

  it('shares nothing of her filters, wherever the address holds them', async () => {
    Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const before = location.href;
    try {
      for (const place of ['query', 'hash'] as const) {
        const page = `${before.split(/[?#]/)[0]}?post=7`;
        history.replaceState(null, '', page);
        const el = await fixture<RekindleActivities>(
          html`<rekindle-activities url-state=${place}></rekindle-activities>`,
        );
        el.toggleFavourite(first.id);
        el.filter({ chosen: ['none'], search: 'a' });
        await el.updateComplete;
        expect(location.href).to.include('rekindle-search=a');

        await press(button(el, 'Share my list'));

        const link = await inside(el).findByRole('textbox', { name: 'Link to my list' });
        expect(link).to.have.property('value', `${page}#rekindle-list=${first.id}`);
        el.remove();
      }
    } finally {
      history.replaceState(null, '', before);
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('offers a list that came in a link, and adds it only on a word', async () => {
    history.replaceState(null, '', `#top&rekindle-list=${second.id},nothing,%F0`);
    const broken = await activities();
    expect(inside(broken).queryByRole('region', { name: 'A list for you' })).to.equal(null);
    history.replaceState(null, '', `#top&rekindle-list=${second.id},nothing`);
    const el = await activities();
    const { top } = inside(el).getByRole('region', { name: 'A list for you' }).getBoundingClientRect();
    expect(top, 'it is in view').to.be.within(-1, innerHeight);
    expect(el.favourites).to.deep.equal([]);

    await press(button(el, 'Add to my list'));
    await waitUntil(() => el.favourites.length === 1);

    expect(el.favourites).to.deep.equal([second.id]);
    await el.updateComplete;
    expect(inside(el).queryByRole('region', { name: 'A list for you' })).to.equal(null);
    expect(focused()?.textContent).to.equal('My list');
    expect(location.hash, 'it is not offered again after a reload').to.equal('#top');
    history.replaceState(null, '', `#top&rekindle-list=${first.id},nothing`);
    const other = await activities();
    await press(button(other, 'No, thanks'));
    await waitUntil(() => inside(other).queryByRole('region', { name: 'A list for you' }) === null);
    expect(other.favourites).to.deep.equal([]);
    expect(focused()?.textContent).to.match(/^\d+ ideas$/);
    expect(location.hash).to.equal('#top');
  });

  it('offers no list that came in a link where the page wants no list', async () => {
    history.replaceState(null, '', `#rekindle-list=${second.id}`);
    const el = await fixture<RekindleActivities>(html`<rekindle-activities actions="done plan"></rekindle-activities>`);
    expect(inside(el).queryByRole('region')).to.equal(null);

    el.actions = 'favourite';
    await el.updateComplete;

    expect(inside(el).getByRole('region', { name: 'A list for you' })).to.not.equal(null);
  });

  it('does not offer a list again that she answered: not after Back, and in no other element', async () => {
    history.replaceState(null, '', '#rekindle-list=yoga,journal');
    const beside = await activities();
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="hash"></rekindle-activities>`);
    const offer = (one: Element): HTMLElement | null => inside(one).queryByRole('region', { name: 'A list for you' });
    await press(inside(el).getByRole('checkbox', { name: /^At home/ }), ' ');
    expect(location.hash).to.equal('#rekindle-place=home&rekindle-list=yoga,journal');
    expect(offer(beside)).to.not.equal(null);

    await press(button(el, 'Add to my list'));
    await waitUntil(() => offer(el) === null);
    await beside.updateComplete;
    expect(offer(beside)).to.equal(null);
    expect(beside.favourites).to.deep.equal([]);
    history.back();
    await waitUntil(() => el.value.chosen.length === 0);
    await Promise.all([el.updateComplete, beside.updateComplete]);

    expect([offer(el), offer(beside)]).to.deep.equal([null, null]);
    expect(location.hash, 'nor after a reload').to.equal('');
  });

  it('goes into a file and comes back; what is not ours changes nothing', async () => {
    const el = await activities();
    el.toggleFavourite(first.id);
    el.toggleDone(second.id);
    const json = el.exportData();
    const other = await activities();

    expect(other.importData(json)).to.equal(true);
    expect([other.favourites, other.done]).to.deep.equal([[first.id], [second.id]]);
    for (const rubbish of ['', '[]', '{"format":2,"favourites":[],"done":[]}', '{"format":1,"favourites":1,"done":[]}'])
      expect(other.importData(rubbish), rubbish).to.equal(false);
    expect(other.importData('{"format":1,"favourites":[1,"nothing"],"done":[]}')).to.equal(true);
    expect([other.favourites, other.done]).to.deep.equal([[first.id], [second.id]]);
  });

  it('sets favourites aside and brings them back: it says so, loses none, and takes back nothing unseen', async () => {
    const el = await activities();
    const told: string[] = [];
    for (const type of ['rekindle-favourite-change', 'rekindle-done-change'] as const)
      el.addEventListener(type, () => told.push(type));
    const list = (): Element => inside(el).getByRole('region', { name: 'My list' });
    const undo = (): HTMLElement | null => inside(el).queryByRole('button', { name: 'Undo' });
    const exported = (): unknown => JSON.parse(el.exportData());
    el.toggleDone('game-night');
    el.toggleFavourite('game-night');
    await el.updateComplete;

    el.withdrawn = new Set(['activities/two']);
    await el.updateComplete;
    expect(list().textContent).to.contain('Your favourites are set aside with those ideas. Nothing is lost.');
    expect(list().textContent).to.not.contain('Mark a favourite');
    expect(undo()).to.equal(null);
    expect([el.favourites, el.done]).to.deep.equal([[], []]);
    expect(exported()).to.deep.equal({ format: 1, favourites: ['game-night'], done: ['game-night'] });
    const other = await activities();
    other.withdrawn = el.withdrawn;
    await other.updateComplete;
    expect(other.importData(el.exportData())).to.equal(true);
    expect(other.exportData()).to.equal(el.exportData());

    // What she does meanwhile can be taken back.
    el.toggleFavourite('journal');
    await el.updateComplete;
    await press(button(el, 'Clear my list'));
    await waitUntil(() => status(el) === 'Your list is empty now.');
    await press(undo()!);
    await waitUntil(() => el.favourites.length === 1);
    expect(el.favourites).to.deep.equal(['journal']);
    // Its card is there, whatever the window shows of the others.
    el.filter({ search: 'Keep a journal' });
    await el.updateComplete;
    await press(button(el, 'Favourite: Keep a journal'));
    el.withdrawn = new Set();
    await el.updateComplete;
    expect(el.favourites).to.deep.equal(['game-night']);
    expect(told).to.deep.equal(['rekindle-favourite-change']);
  });

  it('keeps what was cleared ready to be taken back, but not while it is set aside', async () => {
    const el = await activities();
    el.toggleFavourite('game-night');
    await el.updateComplete;
    await press(button(el, 'Clear my list'));
    await waitUntil(() => el.favourites.length === 0);

    el.withdrawn = new Set(['activities/two']);
    await el.updateComplete;
    inside(el).getByText('Mark a favourite, and you will find it here.');
    expect(inside(el).queryByRole('button', { name: 'Undo' })).to.equal(null);
    el.withdrawn = new Set();
    await el.updateComplete;
    await press(button(el, 'Undo'));
    await waitUntil(() => el.favourites.length === 1);
  });

  it('puts the marker of a line beside the first line of a title that wraps', async () => {
    const el = await activities();
    el.toggleFavourite(first.id);
    await el.updateComplete;
    const title = button(el, first.title);
    title.style.inlineSize = '5em';
    // Stands where the marker does.
    const mark = document.createElement('span');
    mark.textContent = '•';
    title.before(mark);

    const [box, line] = [title, mark].map(one => one.getBoundingClientRect()) as [DOMRect, DOMRect];
    expect(box.height, 'it wraps').to.be.greaterThan(line.height * 1.5);
    expect(line.top).to.be.closeTo(box.top, line.height / 4);
  });

  it('prints the list alone, with the note', async () => {
    const el = await activities();
    el.toggleFavourite(first.id);
    await el.updateComplete;
    const pages = (await printed(el, () => el.print())).map(one => one.text);

    expect(pages).to.have.length(1);
    expect(pages[0]).to.include(first.title);
    expect(pages[0]).to.include(bundled.care.noContact);
    expect(pages[0]).to.not.include(second.title);
    expect(el.shadowRoot?.querySelector('iframe')).to.equal(null);
  });

  it('prints titles that are larger than their text, however deep the list stands in the page', async () => {
    const el = await activities();
    el.headingLevel = 4;
    el.toggleFavourite(first.id);
    await el.updateComplete;
    const [paper] = await printed(el, () => el.print());

    expect(paper?.headingSize).to.be.greaterThan(1);
  });

  it('keeps what an idea takes together, below its title where both have no room in a line', async () => {
    const el = await activities();
    el.style.inlineSize = '16em';
    el.toggleFavourite(first.id);
    await el.updateComplete;
    const title = inside(el).getByRole('button', { name: first.title });
    const facts = title.nextElementSibling!.getClientRects();

    expect(facts).to.have.length(1);
    expect(facts[0]!.top).to.be.at.least(title.getBoundingClientRect().bottom);
  });
});
