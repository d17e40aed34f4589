import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import { RekindleOpenEvent, RekindleFindEvent } from '../../src/elements/events.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

type Content = NonNullable<RekindleActivities['pack']>;
type Idea = Content['activities'][number];

const bundled = RekindleActivities.pack as Content;
const ideas = bundled.activities;
const status = (el: Element): string => inside(el).getByRole('status').textContent ?? '';
const option = (el: Element, name: RegExp): HTMLInputElement => inside(el).getByRole('checkbox', { name });
const button = (el: Element, name: string | RegExp): HTMLElement => inside(el).getByRole('button', { name });
const titles = (el: Element): (string | null)[] =>
  inside(el)
    .queryAllByRole('article')
    .map(card => card.querySelector('h4')?.textContent ?? null);
/** Scrolls on until so many cards are there: the next ones come when the reader comes near. */
const scrollTo = (el: Element, count: number): Promise<void> =>
  waitUntil(() => {
    inside(el).getAllByRole('article').at(-1)?.scrollIntoView();
    return titles(el).length >= count;
  });
const activities = (): Promise<RekindleActivities> =>
  fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
const idea = (i: number, change: Partial<Idea> = {}): Idea => ({
  ...ideas[0]!,
  id: `idea-${i}`,
  title: `Idea ${i}`,
  for: ['self'],
  ...change,
});
const own = (all: readonly Idea[]): Content => ({ ...bundled, activities: all });

describe('rekindle-activities: find', () => {
  it('searches without case and accents, and moves no focus while she types', async () => {
    const el = await activities();
    const search = inside(el).getByRole<HTMLInputElement>('searchbox', { name: 'Search' });
    search.focus();

    await sendKeys({ type: 'CAFE GAMES' });
    await el.updateComplete;

    expect(el.results).to.deep.equal(['games-cafe']);
    expect(focused()).to.equal(search);
    expect(search.value).to.equal('CAFE GAMES');
    await expectAccessible(el);
  });

  it('takes a filter in use away, with the focus on the next, the one before, and at last the count', async () => {
    const el = await activities();
    el.filter({ chosen: ['home', 'outdoors', 'cost0'] });
    await el.updateComplete;
    await press(button(el, 'Remove filter: Outdoors'));
    await waitUntil(() => inside(el).queryByRole('button', { name: 'Remove filter: Outdoors' }) === null);
    expect(focused()).to.equal(button(el, 'Remove filter: Free'));

    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inside(el).queryByRole('button', { name: 'Remove filter: Free' }) === null);
    expect(focused()).to.equal(button(el, 'Remove filter: At home'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.value.chosen.length === 0);
    await el.updateComplete;

    expect(focused()).to.equal(inside(el).getByRole('heading', { name: `${ideas.length} ideas` }));
    expect(option(el, /^At home/).checked).to.equal(false);
  });

  it('says which filter to take away where nothing fits, best first', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        .pack=${own([
          idea(0, { place: 'home', cost: 2 }),
          idea(1, { place: 'away', cost: 0 }),
          idea(2, { place: 'away', cost: 1 }),
          idea(3, { place: 'away', cost: 0 }),
        ])}
      ></rekindle-activities>`,
    );
    await press(option(el, /^At home/), ' ');
    el.filter({ chosen: ['home', 'cost0'] });
    await el.updateComplete;

    const ways = inside(el)
      .getAllByRole('button', { name: /: \d+ ideas?$/ })
      .map(way => way.textContent?.trim());
    expect(ways).to.deep.equal(['Without At home: 2 ideas', 'Without Free: 1 idea']);
    const surprise = button(el, 'Surprise me');
    const { backgroundColor } = getComputedStyle(surprise);
    await expectAccessible(el);
    await press(button(el, 'Without At home: 2 ideas'));
    await waitUntil(() => el.results.length === 2);
    await el.updateComplete;

    expect(focused()).to.equal(inside(el).getByRole('heading', { name: '2 ideas' }));
    expect(el.value.chosen).to.deep.equal(['cost0']);
    expect(getComputedStyle(surprise).backgroundColor).to.not.equal(backgroundColor);
  });

  it('leaves the number to the heading where that takes the focus, and says it where a filter does', async () => {
    const [el, other] = [await activities(), await activities()];
    const said: string[] = [];
    new MutationObserver(() => said.push(status(el))).observe(inside(el).getByRole('status'), { childList: true });
    /** What was said, once another that filters later has spoken. */
    const spoken = async (): Promise<string[]> => {
      await press(option(other, /^Away/), ' ');
      await waitUntil(() => status(other) === `${other.results.length} ideas`);
      return said.splice(0).filter(Boolean);
    };
    const isAtCount = (): boolean => focused() === inside(el).getByRole('heading', { name: /^\d+ ideas?$/ });
    el.apply = 'button';
    await el.updateComplete;
    await press(option(el, /^At home/), ' ');
    await press(button(el, /^Show \d+ ideas$/));
    expect([isAtCount(), await spoken()]).to.deep.equal([true, []]);

    el.apply = 'live';
    await el.updateComplete;
    inside(el).getByRole('searchbox').focus();
    await sendKeys({ type: 'journal' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(isAtCount);
    expect(await spoken()).to.deep.equal([]);

    await press(button(el, 'Remove filter: “journal”'));
    expect(focused()).to.equal(button(el, 'Remove filter: At home'));
    expect(await spoken()).to.deep.equal([`${el.results.length} ideas`]);
    await press(button(el, 'Remove filter: At home'));
    expect([isAtCount(), await spoken()]).to.deep.equal([true, []]);

    el.filter({ chosen: ['away'], search: 'journal' });
    await el.updateComplete;
    await press(button(el, /^Without Away/));
    expect([isAtCount(), await spoken()]).to.deep.equal([true, []]);
  });

  it('keeps all as it is until the button is pressed, where the page wants that', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities apply="button"></rekindle-activities>`);
    const heard: number[] = [];
    el.addEventListener('rekindle-filter-change', ({ count }) => heard.push(count));
    await press(option(el, /^At home/), ' ');
    await el.updateComplete;
    const count = ideas.filter(one => one.place === 'home').length;

    expect(el.results).to.have.length(ideas.length);
    expect(heard).to.deep.equal([]);
    await press(button(el, `Show ${count} ideas`));
    await el.updateComplete;

    expect(heard).to.deep.equal([count]);
    expect(focused()).to.equal(inside(el).getByRole('heading', { name: `${count} ideas` }));
  });

  it('sorts where it stands: the focus stays, and the cards are read as they are seen', async () => {
    const el = await activities();
    const sort = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' });

    await press(sort, 'End');
    sort.value = 'title';
    sort.dispatchEvent(new Event('change', { bubbles: true }));
    await el.updateComplete;

    expect(focused()).to.equal(sort);
    expect(el.sort).to.equal('title');
    const sorted = ideas.map(one => one.title).sort(new Intl.Collator('en').compare);
    await scrollTo(el, 24);
    expect(titles(el)).to.have.length(24);
    expect(titles(el)).to.deep.equal(sorted.slice(0, 24));
    const places = inside(el)
      .getAllByRole('article')
      .map(card => card.getBoundingClientRect());
    expect(places).to.deep.equal([...places].sort((a, b) => a.top - b.top || a.left - b.left));
    el.sort = 'shortest';
    await el.updateComplete;
    expect(titles(el)[0]).to.equal(ideas.find(one => one.duration === 'PT15M')?.title);
  });

  it('begins in the order that the page names', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities sort="title"></rekindle-activities>`);

    expect(el.sort).to.equal('title');
    expect(inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' }).value).to.equal('title');
    expect(titles(el)[0]).to.equal(ideas.map(one => one.title).sort(new Intl.Collator('en').compare)[0]);
  });

  it('begins in the order that the page names, also where the words come later', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        sort="title"
        src=${`data:application/json,${encodeURIComponent(JSON.stringify(own([idea(2), idea(1)])))}`}
      ></rekindle-activities>`,
    );
    await waitUntil(() => titles(el).length > 0);

    expect(titles(el)).to.deep.equal(['Idea 1', 'Idea 2']);
    expect(el.sort).to.equal('title');
  });

  it('keeps what is not applied yet when she sorts', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities apply="button"></rekindle-activities>`);
    await press(option(el, /^At home/), ' ');

    const sort = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' });
    sort.value = 'title';
    sort.dispatchEvent(new Event('change', { bubbles: true }));
    await el.updateComplete;

    expect(option(el, /^At home/).checked).to.equal(true);
    expect(el.value.chosen).to.deep.equal([]);
    await press(button(el, /^Show \d+ ideas$/));
    await waitUntil(() => el.value.chosen.join() === 'home');
    expect(el.sort).to.equal('title');
  });

  it('keeps what is not applied yet when she takes away what is', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities apply="button"></rekindle-activities>`);
    await press(option(el, /^At home/), ' ');
    await press(button(el, /^Show \d+ ideas$/));
    await waitUntil(() => el.value.chosen.join() === 'home');
    await press(option(el, /^Outdoors/), ' ');
    await el.updateComplete;

    await press(inside(el).getByRole('button', { name: /^Remove.*At home/ }));
    await waitUntil(() => el.value.chosen.join() === '');
    await el.updateComplete;

    expect(el.results).to.have.length(ideas.length);
    expect(option(el, /^At home/).checked).to.equal(false);
    expect(option(el, /^Outdoors/).checked).to.equal(true);
    await press(button(el, /^Show \d+ ideas$/));
    await waitUntil(() => el.value.chosen.join() === 'outdoors');
  });

  it('keeps the order that the page names when what waited is applied', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities apply="button"></rekindle-activities>`);
    await press(option(el, /^At home/), ' ');
    el.sort = 'title';
    await el.updateComplete;

    await press(button(el, /^Show \d+ ideas$/));

    await waitUntil(() => el.value.chosen.join() === 'home');
    expect(el.value.sort).to.equal('title');
  });

  it('makes as many cards of words that come later, where the address leads somewhere', async () => {
    history.replaceState(null, '', '#below');
    try {
      const el = await activities();
      expect(titles(el)).to.have.length(24);

      el.pack = own(Array.from({ length: 40 }, (_, i) => idea(i)));
      await el.updateComplete;

      expect(titles(el)).to.have.length(24);
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('shows what is, where the page takes a filter back before it was rendered', async () => {
    const el = await activities();
    const box = option(el, /^At home/);
    const limit = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Time, up to' });
    const search = inside(el).getByRole<HTMLInputElement>('searchbox');

    box.click();
    limit.value = 'PT1H';
    limit.dispatchEvent(new Event('change', { bubbles: true }));
    search.value = 'tea';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    expect(el.value).to.deep.equal({ chosen: ['home', 'PT1H'], search: 'tea', sort: 'suggested' });
    el.clear();
    await el.updateComplete;

    expect([box.checked, limit.value, search.value]).to.deep.equal([false, '', '']);
  });

  it('offers the filters that the page names, in that order', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities filters="place who nonsense"></rekindle-activities>`,
    );

    const groups = inside(el)
      .getAllByRole('group')
      .filter(one => one.localName === 'fieldset')
      .map(one => one.querySelector('legend')?.textContent);
    expect(groups).to.deep.equal(['Place', 'For whom']);
    expect(inside(el).queryByRole('combobox', { name: /^Cost/ })).to.equal(null);
  });

  it("filters by the owner's own words", async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        .pack=${own([idea(0, { tags: ['Music', 'Ätherisch'] }), idea(1, { tags: ['Music'] }), idea(2)])}
      ></rekindle-activities>`,
    );

    await press(option(el, /^Ätherisch, 1 idea/), ' ');

    expect(el.results).to.deep.equal(['idea-0']);
  });

  it('adds the activities of the page to the bundled ones, or puts them in their place', async () => {
    const mine = own([idea(0), { ...idea(1), id: 'yoga', title: 'Our yoga' }]);
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities merge="append" .pack=${mine}></rekindle-activities>`,
    );

    expect(el.results).to.have.length(ideas.length + 1);
    el.filter({ search: 'our yoga' });
    await el.updateComplete;
    expect(titles(el)[0]).to.equal('Our yoga');
    el.merge = 'replace';
    el.clear();
    await el.updateComplete;
    expect(el.results).to.deep.equal(['idea-0', 'yoga']);
  });

  it('shows the idea of the week without a word: the same for everyone', async () => {
    const [a, b] = [
      await fixture<RekindleActivities>(html`<rekindle-activities seed="week"></rekindle-activities>`),
      await fixture<RekindleActivities>(html`<rekindle-activities seed="week"></rekindle-activities>`),
    ];
    const shown = (el: Element): string | null | undefined =>
      inside(el).getByRole('heading', { name: 'Idea of the week' }).nextElementSibling?.querySelector('h4')
        ?.textContent;

    expect(shown(a)).to.equal(shown(b));
    expect(status(a)).to.equal('');
    await press(button(a, 'Surprise me'));
    await inside(a).findByRole('heading', { name: 'How about this?' });
  });

  it('has the same idea of the week behind every link', async () => {
    const all = await fixture<RekindleActivities>(html`<rekindle-activities seed="week"></rekindle-activities>`);
    for (const place of ['home', 'nearby', 'outdoors', 'away']) {
      history.replaceState(null, '', `#rekindle-place=${place}`);
      const el = await fixture<RekindleActivities>(
        html`<rekindle-activities seed="week" url-state="hash"></rekindle-activities>`,
      );

      expect(el.picked, place).to.equal(all.picked);
      const heading = inside(el).queryByRole('heading', { name: 'Idea of the week' });
      expect(heading !== null, place).to.equal(el.results.includes(all.picked!));
      history.replaceState(null, '', '#');
    }
  });

  it('draws nothing where nothing fits, and keeps what it drew for when it fits again', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities seed="x"></rekindle-activities>`);
    const drawn = el.surprise();
    el.filter({ search: 'no such idea' });
    await el.updateComplete;
    await press(button(el, 'Surprise me'));

    expect(el.surprise()).to.equal(undefined);
    el.clear();
    await el.updateComplete;
    inside(el).getByRole('heading', { name: 'How about this?' });
    expect(el.picked).to.equal(drawn);
  });

  it('takes blanks alone for no search', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="query"></rekindle-activities>`);
    const before = location.href;
    inside(el).getByRole('searchbox').focus();
    await sendKeys({ type: '  ' });
    await el.updateComplete;

    expect(inside(el).queryByRole('button', { name: /^Remove filter/ })).to.equal(null);
    expect(inside(el).queryByRole('button', { name: 'Clear all filters' })).to.equal(null);
    expect(location.href).to.equal(before);
    await sendKeys({ type: 'tea ' });
    await el.updateComplete;
    expect(inside(el).getByRole<HTMLInputElement>('searchbox').value).to.equal('  tea ');
    await press(button(el, 'Clear all filters'));
    expect(location.href).to.equal(before);
  });

  it('answers those who look for an activity, and brings it into view past the filters', async () => {
    const el = await activities();
    el.filter({ chosen: ['away'] });
    const find = new RekindleFindEvent(['activities/journal', 'activities/nothing', 'tips/journal']);
    document.dispatchEvent(find);
    expect([...find.found]).to.deep.equal(['activities/journal']);

    const open = new RekindleOpenEvent('activities/journal');
    expect(document.body.dispatchEvent(open)).to.equal(false);
    await el.updateComplete;

    expect(focused()?.textContent).to.equal('Keep a journal');
  });

  it('writes what search engines learn once, and not with each update', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities structured-data></rekindle-activities>`);
    let told = 0;
    const observer = new MutationObserver(() => (told += 1));
    observer.observe(document.head, { childList: true, subtree: true });

    el.filter({ search: 'a' });
    await el.updateComplete;
    expect(told).to.equal(0);
    el.withdrawn = new Set([`activities/${ideas[0]!.id}`]);
    await el.updateComplete;
    expect(told).to.equal(1);
    observer.disconnect();
  });

  it('works out once what search engines learn: with a long list that takes longer than to find in it', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        structured-data
        .pack=${own(Array.from({ length: 30 }, (_, i) => idea(i)))}
      ></rekindle-activities>`,
    );
    let reads = 0;
    // Of an idea that no card shows.
    Object.defineProperty(el.content!.activities[29], 'url', { get: () => void (reads += 1) });

    el.filter({ search: 'Idea 1' });
    await el.updateComplete;
    el.toggleFavourite('idea-1');
    await el.updateComplete;

    expect(reads).to.equal(0);
    el.structuredData = false;
    await el.updateComplete;
    el.structuredData = true;
    await el.updateComplete;
    expect(document.head.querySelector('script[data-of]')?.textContent).to.include('"name":"Idea 29"');
  });

  it('tells search engines of the activities where the page wants that, once, and takes it away again', async () => {
    const scripts = (): NodeListOf<Element> => document.head.querySelectorAll('script[type="application/ld+json"]');
    expect(scripts()).to.have.length(0);
    const el = await fixture<RekindleActivities>(html`<rekindle-activities structured-data></rekindle-activities>`);
    await fixture(html`<rekindle-activities structured-data></rekindle-activities>`);

    expect(scripts()).to.have.length(1);
    const data = JSON.parse(scripts()[0]?.textContent ?? '') as {
      '@type': string;
      itemListElement: { item: { '@type': string; name: string; totalTime: string } }[];
    };
    expect(data['@type']).to.equal('ItemList');
    expect(data.itemListElement.map(({ item }) => [item['@type'], item.name, item.totalTime])).to.deep.equal(
      ideas.map(one => ['HowTo', one.title, one.duration]),
    );
    el.remove();
    expect(scripts()).to.have.length(0);
  });

  it('shows what an owner adds to a card', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        .pack=${own([idea(0, { needs: ['a map', 'water'], bookAhead: 'P2D', url: 'https://example.org/walk' })])}
      ></rekindle-activities>`,
    );

    inside(el).getByText('You need: a map, water.');
    inside(el).getByText('Book 2 days ahead.');
    expect(inside(el).getByRole('link', { name: 'More about this: Idea 0' }).getAttribute('href')).to.equal(
      'https://example.org/walk',
    );
  });

  it('finds among ten thousand, and makes no more cards than it shows', async () => {
    const places = ['home', 'away', 'local', 'online'] as const;
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        .pack=${own(Array.from({ length: 10_000 }, (_, i) => idea(i, { place: places[i % 4]! })))}
      ></rekindle-activities>`,
    );

    await press(option(el, /^Away/), ' ');
    await el.updateComplete;

    expect(el.results).to.have.length(2500);
    await scrollTo(el, 24);
    expect(titles(el)).to.have.length(24);
    expect(titles(el)[1]).to.equal('Idea 5');
    await press(button(el, 'Show more'));
    await waitUntil(() => titles(el).length === 48);
    expect(focused()?.textContent).to.equal('Idea 97');
  });

  it('makes no cards above what she reads, which would move where the browser holds nothing in place', async () => {
    const el = await activities();
    const after = el.parentElement!.appendChild(document.createElement('div'));
    after.style.blockSize = '300vh';
    const made = titles(el).length;

    after.scrollIntoView();
    // Asked later than the element did, and so told later.
    await new Promise(resolve => new IntersectionObserver(resolve).observe(el));
    await el.updateComplete;

    expect(el.getBoundingClientRect().bottom).to.be.closeTo(0, 1);
    expect(titles(el)).to.have.length(made);
    expect(made).to.be.lessThan(24);
  });
});

describe('rekindle-activities: state in the address', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  for (const mode of ['hash', 'query'] as const) {
    const state = (): string => (mode === 'hash' ? location.hash.slice(1) : location.search.slice(1));
    const begin = (text: string): void =>
      history.replaceState({ host: 1 }, '', mode === 'hash' ? `#${text}` : `?${text}`);
    const shown = (): Promise<RekindleActivities> =>
      fixture<RekindleActivities>(html`<rekindle-activities url-state=${mode}></rekindle-activities>`);

    it(`${mode}: one change is one step, Back returns, and what is the host's stays to the letter`, async () => {
      begin('a=%7E1&b');
      const el = await shown();
      expect(state()).to.equal('a=%7E1&b');

      await press(option(el, /^At home/), ' ');
      expect(state()).to.equal('a=%7E1&b&rekindle-place=home');
      expect(history.state).to.deep.equal({ host: 1 });
      await press(option(el, /^Outdoors/), ' ');
      expect(state()).to.equal('a=%7E1&b&rekindle-place=home,outdoors');
      const focus = focused();
      history.back();
      await waitUntil(() => el.value.chosen.join() === 'home');
      await el.updateComplete;

      expect(option(el, /^Outdoors/).checked).to.equal(false);
      expect(focused()).to.equal(focus);
      history.back();
      await waitUntil(() => el.value.chosen.length === 0);
      expect(state()).to.equal('a=%7E1&b');
    });

    it(`${mode}: a link brings its filters; rubbish in it is ignored`, async () => {
      begin(
        'rekindle-place=home,moon&rekindle-cost=cost1,cost0&rekindle-search=a%20b&rekindle-sort=x,cheapest&rekindle-%=%&rekindle-energy',
      );
      const el = await shown();

      expect(el.value).to.deep.equal({ chosen: ['home', 'cost0'], search: 'a b', sort: 'cheapest' });
      expect(status(el)).to.equal('');
      el.sort = 'suggested';
      await el.updateComplete;
      const clear = button(el, 'Clear all filters');
      await press(clear);
      expect(state()).to.equal('');
    });

    it(`${mode}: a word that is typed is one step`, async () => {
      begin('');
      const el = await shown();
      const steps = history.length;
      inside(el).getByRole('searchbox').focus();

      await sendKeys({ type: 'tea' });

      expect(decodeURIComponent(state())).to.equal('rekindle-search=tea');
      expect(history.length).to.equal(steps + 1);
    });
  }

  it("stays as it is when the reader follows a link of the page's own", async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="query"></rekindle-activities>`);
    await press(option(el, /^By yourself/), ' ');
    await scrollTo(el, 18);
    el.filter({ search: 'a' });
    await el.updateComplete;
    await scrollTo(el, 18);
    await waitUntil(() => status(el) !== '');
    const said: string[] = [];
    new MutationObserver(() => said.push(status(el))).observe(inside(el).getByRole('status'), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const moved = new Promise(resolve => addEventListener('popstate', resolve, { once: true }));

    location.hash = 'elsewhere';
    await moved;
    await el.updateComplete;

    expect(titles(el)).to.have.length(18);
    expect(el.value).to.deep.equal({ chosen: ['none'], search: 'a', sort: 'suggested' });
    history.replaceState(null, '', `${location.pathname}${location.search}#elsewhere&rekindle-list=yoga`);
    dispatchEvent(new PopStateEvent('popstate'));
    await inside(el).findByRole('region', { name: 'A list for you' });
    expect(said).to.deep.equal([]);
  });

  it('takes nothing from the page where its prefix is empty, nor from another whose prefix goes on where its own ends', async () => {
    history.replaceState(null, '', '?utm=1&place=x');
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities url-state="query" url-prefix=""></rekindle-activities>`,
    );
    const other = await fixture<RekindleActivities>(
      html`<rekindle-activities url-state="query" url-prefix="rekindle-2-"></rekindle-activities>`,
    );
    await press(option(el, /^At home/), ' ');
    await press(option(other, /^Away/), ' ');
    await press(option(el, /^Outdoors/), ' ');
    expect(location.search).to.equal('?utm=1&place=x&rekindle-2-place=away&rekindle-place=home,outdoors');

    history.back();
    await waitUntil(() => el.value.chosen.join() === 'home');
    expect(other.value.chosen).to.deep.equal(['away']);
    await press(option(other, /^Away/), ' ');
    expect(location.search).to.equal('?utm=1&place=x&rekindle-place=home');
  });

  it('takes from a link what only words have that come later, in the order of the page', async () => {
    history.replaceState(null, '', '?rekindle-tags=%23tea&rekindle-place=home');
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="query"></rekindle-activities>`);
    expect(el.value.chosen).to.deep.equal(['home']);
    el.sort = 'title';
    await el.updateComplete;

    el.pack = own([idea(1), idea(2, { tags: ['tea'], place: 'home' }), idea(3, { tags: ['tea'], place: 'away' })]);
    await el.updateComplete;

    expect(el.value).to.deep.equal({ chosen: ['home', '#tea'], search: '', sort: 'title' });
    expect(el.results).to.deep.equal(['idea-2']);
    expect(location.search).to.equal('?rekindle-tags=%23tea&rekindle-place=home');
  });

  it('follows the address from when the page wants that, and keeps what is not applied yet', async () => {
    history.replaceState(null, '', '?rekindle-place=home&x-place=away');
    const el = await fixture<RekindleActivities>(html`<rekindle-activities apply="button"></rekindle-activities>`);
    expect(el.value.chosen).to.deep.equal([]);

    el.urlState = 'query';
    await el.updateComplete;
    expect(el.value.chosen).to.deep.equal(['home']);
    await press(option(el, /^Outdoors/), ' ');
    el.urlPrefix = 'x-';
    await el.updateComplete;

    expect(el.value.chosen).to.deep.equal(['away']);
    expect(option(el, /^Outdoors/).checked).to.equal(true);
  });

  it('has in the address what waited for the button, once there is none', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities url-state="hash" apply="button"></rekindle-activities>`,
    );
    await press(option(el, /^At home/), ' ');
    expect(location.href).to.equal(before);

    el.apply = 'live';
    await el.updateComplete;

    expect(el.value.chosen).to.deep.equal(['home']);
    expect(location.hash).to.equal('#rekindle-place=home');
  });

  it('makes a step of a word that is typed right after Back', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="hash"></rekindle-activities>`);
    inside(el).getByRole('searchbox').focus();
    await sendKeys({ type: 'tea' });
    history.back();
    await waitUntil(() => el.value.search === '');
    await el.updateComplete;

    await sendKeys({ type: 'b' });
    expect(location.hash).to.equal('#rekindle-search=b');
    history.back();

    await waitUntil(() => el.value.search === '');
    expect(location.href).to.equal(before);
  });

  it('shows what the address asks for that changed while the element was away', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="query"></rekindle-activities>`);
    const home = el.parentElement!;
    await press(option(el, /^At home/), ' ');
    el.remove();
    history.pushState(null, '', before);
    home.append(el);
    await el.updateComplete;

    expect(el.value.chosen).to.deep.equal([]);
    expect(el.results).to.have.length(ideas.length);
    await press(option(el, /^Outdoors/), ' ');
    const there = location.href;
    home.parentElement!.append(el);
    await el.updateComplete;
    expect(el.value.chosen).to.deep.equal(['outdoors']);
    expect(location.href).to.equal(there);
    el.remove();
  });

  it('begins in the order of the address, not in that of the page, and Back returns to that of the page', async () => {
    history.replaceState(null, '', '#rekindle-sort=title');
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities url-state="hash" sort="cheapest"></rekindle-activities>`,
    );

    expect(el.sort).to.equal('title');
    const sort = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' });
    for (const [order, address] of [
      ['cheapest', ''],
      ['suggested', '#rekindle-sort=suggested'],
    ] as const) {
      sort.value = order;
      sort.dispatchEvent(new Event('change', { bubbles: true }));
      await el.updateComplete;
      expect(location.hash, order).to.equal(address);
    }
    history.back();
    await waitUntil(() => el.sort === 'cheapest');
    expect(el.value.sort).to.equal('cheapest');
  });

  it('shows what the address asks for when the page comes back from the cache of the browser, and leaves it alone', async () => {
    history.replaceState(null, '', '#rekindle-place=home');
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="hash"></rekindle-activities>`);
    el.filter({ search: 'journal', chosen: ['home', 'favouritesOnly'] });
    await el.updateComplete;
    history.replaceState(null, '', '#rekindle-place=home');

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;

    expect(location.hash).to.equal('#rekindle-place=home');
    expect(el.value).to.deep.equal({ chosen: ['home'], search: '', sort: 'suggested' });
    expect(el.results).to.deep.equal(ideas.filter(one => one.place === 'home').map(one => one.id));
  });

  it('clears the address too when a link leads past the filters, and tells the page', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="hash"></rekindle-activities>`);
    await press(option(el, /^Away/), ' ');
    expect(location.hash).to.equal('#rekindle-place=away');
    const heard: number[] = [];
    el.addEventListener('rekindle-filter-change', ({ count }) => heard.push(count));
    el.toggleFavourite('journal');
    await el.updateComplete;

    await press(button(el, 'Keep a journal'));
    await waitUntil(() => focused()?.textContent === 'Keep a journal');

    expect(location.hash).to.equal('');
    expect(heard).to.deep.equal([ideas.length]);
  });

  it('keeps a list that came in the link, and is not taken yet, beside the filters', async () => {
    history.replaceState(null, '', '#rekindle-list=yoga');
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="hash"></rekindle-activities>`);
    await press(option(el, /^Away/), ' ');
    expect(location.hash).to.equal('#rekindle-place=away&rekindle-list=yoga');

    await press(button(el, 'No, thanks'));
    await press(option(el, /^Away/), ' ');

    expect(location.hash).to.equal('');
  });

  it('leaves the address alone unless the page wants it, and favourites always', async () => {
    const quiet = await activities();
    await press(option(quiet, /^At home/), ' ');
    expect(location.href).to.equal(before);
    quiet.remove();
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities url-state="hash" url-prefix="x-"></rekindle-activities>`,
    );
    el.toggleFavourite('yoga');
    await el.updateComplete;
    await press(option(el, /^Only my favourites/), ' ');
    expect(location.href).to.equal(before);
    await press(option(el, /^Only my favourites/), ' ');
    await press(option(el, /^At home/), ' ');
    expect(location.hash).to.equal('#x-place=home');
  });
});
