import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { setViewport } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

type Content = NonNullable<RekindleActivities['pack']>;
type Idea = Content['activities'][number];

const bundled = RekindleActivities.pack as Content;
const ideas = bundled.activities;
const activities = (): Promise<RekindleActivities> =>
  fixture<RekindleActivities>(html`<rekindle-activities seed="test"></rekindle-activities>`);
const status = (el: Element): string => inside(el).getByRole('status').textContent ?? '';
const option = (el: Element, name: RegExp): HTMLInputElement => inside(el).getByRole('checkbox', { name });
const cards = (el: Element): HTMLElement[] => inside(el).queryAllByRole('article');
/** A pack of one's own: five ideas at home for oneself, changed by index. */
const packOf = (changes: readonly Partial<Idea>[], head: Partial<Content> = {}): Content => ({
  ...bundled,
  ...head,
  activities: changes.map((change, i) => ({
    ...ideas[0]!,
    id: `idea-${i}`,
    title: `Idea ${i}`,
    for: ['self'] as const,
    place: 'home' as const,
    ...change,
  })),
});

describe('rekindle-activities', () => {
  it('filters with Space, keeps the focus, and tells the page and the reader once', async () => {
    const el = await activities();
    const events: number[] = [];
    const said: string[] = [];
    el.addEventListener('rekindle-filter-change', event => events.push(event.count));
    new MutationObserver(() => said.push(status(el))).observe(inside(el).getByRole('status'), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const home = option(el, /^At home/);

    await press(home, ' ');
    await press(option(el, /^Outdoors/), ' ');

    const count = ideas.filter(one => one.place === 'home' || one.place === 'outdoors').length;
    expect(el.results).to.have.length(count);
    expect(events).to.deep.equal([ideas.filter(one => one.place === 'home').length, count]);
    expect(focused()).to.equal(option(el, /^Outdoors/));
    expect(option(el, /^At home/)).to.equal(home);
    await inside(el).findByRole('heading', { name: `${count} ideas` });
    expect(said).to.deep.equal([]);
    await waitUntil(() => said.length > 0);
    expect(said).to.deep.equal([`${count} ideas`]);
  });

  it('says nothing on load, nor when what it would say had time to rest', async () => {
    const before = location.href;
    history.replaceState(null, '', '#rekindle-place=home');
    try {
      const quiet = [
        await activities(),
        await fixture<RekindleActivities>(html`<rekindle-activities url-state="hash"></rekindle-activities>`),
      ];
      expect(quiet[1]!.results.length).to.be.lessThan(ideas.length);
      const el = await activities();
      await press(option(el, /^At home/), ' ');

      // What was loaded before would have spoken before.
      await waitUntil(() => status(el) !== '');

      expect(quiet.map(status)).to.deep.equal(['', '']);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('narrows by a limit, and counts in words', async () => {
    const el = await activities();
    const cost = inside(el).getByRole<HTMLSelectElement>('combobox', { name: /^Cost/ });
    const free = ideas.filter(one => one.cost === 0).length;
    const words = (): (string | undefined)[] => [...cost.options].map(one => one.textContent?.trim());
    expect(words()).to.include(`Free, ${free} ideas`);

    await press(cost, 'ArrowDown');

    expect(el.results).to.have.length(free);
    // In the field there is no room for a number that stands above the cards.
    expect(words()).to.include('Free');
    expect(words()[2]).to.match(/^Low cost, \d+ ideas$/);
  });

  it('keeps an option that nothing matches: focusable, but refusing', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        .pack=${packOf([{ for: ['two'] }, { place: 'away' }, { place: 'away' }])}
      ></rekindle-activities>`,
    );

    await press(option(el, /^Together, in person/), ' ');
    const away = option(el, /^Away, 0 ideas/);
    await press(away, ' ');
    away.click();

    expect(focused()).to.equal(away);
    expect(away.getAttribute('aria-disabled')).to.equal('true');
    expect(away.checked).to.equal(false);
    expect(el.results).to.deep.equal(['idea-0']);
  });

  it('keeps a choice that nothing matches any more, and lets it go', async () => {
    const el = await activities();
    const home = option(el, /^At home/);
    await press(home, ' ');
    el.filter({ search: 'no such idea' });
    await el.updateComplete;

    expect(option(el, /^At home, 0 ideas/)).to.equal(home);
    expect([home.checked, home.getAttribute('aria-disabled')]).to.deep.equal([true, 'false']);
    await press(home, ' ');
    expect([home.checked, el.value.chosen.length]).to.deep.equal([false, 0]);
  });

  it('clears all filters by its button', async () => {
    const el = await activities();
    await press(option(el, /^At home/), ' ');

    await press(inside(el).getByRole('button', { name: 'Clear all filters' }), 'Enter');

    expect(el.results).to.have.length(ideas.length);
    expect(option(el, /^At home/).checked).to.equal(false);
  });

  it('changes quietly when the page clears and draws', async () => {
    const el = await activities();
    await press(option(el, /^At home/), ' ');
    const events: string[] = [];
    for (const type of ['rekindle-filter-change', 'rekindle-pick-change'])
      el.addEventListener(type, () => events.push(type));

    el.clear();
    const id = el.surprise();
    await el.updateComplete;

    expect(el.results).to.include(id);
    expect(events).to.deep.equal([]);
  });

  it('does not submit, nor let native input events out', async () => {
    const el = await activities();
    const heard: string[] = [];
    for (const type of ['input', 'change', 'submit']) el.addEventListener(type, () => heard.push(type));
    const before = location.href;

    await press(option(el, /^At home/), ' ');
    await press(option(el, /^At home/), 'Enter');

    expect(heard).to.deep.equal([]);
    expect(location.href).to.equal(before);
  });

  it('shows more, and moves the focus to the first new card', async () => {
    const el = await activities();
    expect(cards(el).length).to.be.lessThan(24);
    await waitUntil(() => {
      cards(el).at(-1)?.scrollIntoView();
      return cards(el).length === 24;
    });

    await press(inside(el).getByRole('button', { name: 'Show more' }), 'Enter');
    await waitUntil(() => cards(el).length === ideas.length);

    expect(focused()?.textContent).to.equal(ideas[24]?.title);
    expect(status(el)).to.equal(`Showing ${ideas.length} of ${ideas.length}`);
    expect(inside(el).queryByRole('button', { name: 'Show more' })).to.equal(null);
  });

  it('draws each idea that fits once before one repeats, with the focus on the button', async () => {
    const el = await activities();
    await press(option(el, /^Away/), ' ');
    const picks: string[] = [];
    const left: number[] = [];
    el.addEventListener('rekindle-pick-change', event => {
      picks.push(event.id);
      left.push(event.remaining);
    });
    const button = inside(el).getByRole('button', { name: 'Surprise me' });
    const away = ideas.filter(one => one.place === 'away');

    for (let i = 0; i <= away.length; i += 1) await press(button, 'Enter');
    await waitUntil(() => status(el).startsWith('How about this: '));

    expect(new Set(picks.slice(0, away.length))).to.deep.equal(new Set(away.map(one => one.id)));
    expect(left.slice(0, away.length)).to.deep.equal(away.map((_, i) => away.length - 1 - i));
    expect(picks[away.length]).to.not.equal(picks[away.length - 1]);
    expect(focused()).to.equal(button);
    inside(el).getByRole('heading', { name: 'How about this?' });
    expect(status(el)).to.include(away.find(one => one.id === picks.at(-1))?.title);
    await expectAccessible(el);
  });

  it('brings what she drew into sight below a button that stands last on the screen, and moves nothing for a page', async () => {
    const el = await activities();
    const button = inside(el).getByRole('button', { name: 'Surprise me' });
    button.scrollIntoView({ block: 'end' });
    const before = scrollY;
    el.surprise();
    await el.updateComplete;
    expect(scrollY).to.equal(before);

    await press(button);

    const drawn = inside(el).getByRole('heading', { name: 'How about this?' }).parentElement!;
    // Safari scrolls a little later.
    await waitUntil(() => drawn.getBoundingClientRect().bottom < innerHeight + 1, 'it is below what she sees');
    expect(focused()).to.equal(button);
  });

  it('draws from all ideas, not from those that show, and not in the same order for everyone', async () => {
    const [el, other] = await Promise.all(
      [1, 2].map(() => fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`)),
    );
    expect(cards(el!).length).to.be.lessThan(ideas.length);

    const drawn = [el!, other!].map(one => ideas.map(() => one.surprise()));

    const all = ideas.map(one => one.id).sort();
    expect(drawn.map(ids => [...ids].sort())).to.deep.equal([all, all]);
    expect(drawn[0]).to.not.deep.equal(drawn[1]);
  });

  it('keeps the name of a favourite, and tells the page', async () => {
    const el = await activities();
    const events: string[] = [];
    el.addEventListener('rekindle-favourite-change', event => events.push(`${event.id} ${event.favourite}`));
    const [first] = ideas;
    const button = inside(el).getByRole('button', { name: `Favourite: ${first?.title}`, pressed: false });

    await press(button, 'Enter');
    await waitUntil(() => button.getAttribute('aria-pressed') === 'true');

    expect(inside(el).getByRole('button', { name: `Favourite: ${first?.title}`, pressed: true })).to.equal(button);
    expect(focused()).to.equal(button);
    expect(el.favourites).to.deep.equal([first?.id]);
    await press(button, 'Enter');
    await waitUntil(() => button.getAttribute('aria-pressed') === 'false');
    expect(events).to.deep.equal([`${first?.id} true`, `${first?.id} false`]);
  });

  it('keeps a card that is unmarked among the favourites until the view changes', async () => {
    const el = await activities();
    await press(inside(el).getAllByRole('button', { name: /^Favourite: / })[2]!, 'Enter');
    await inside(el).findByRole('checkbox', { name: 'Only my favourites, 1 idea' });
    await press(option(el, /^Only my favourites/), ' ');
    await waitUntil(() => cards(el).length === 1);

    const button = inside(el).getByRole('button', { name: /^Favourite: / });
    await press(button, 'Enter');
    await waitUntil(() => button.getAttribute('aria-pressed') === 'false');

    expect(focused()).to.equal(button);
    expect(el.favourites).to.deep.equal([]);
    await press(option(el, /^Only my favourites/), ' ');
    await inside(el).findByRole('checkbox', { name: 'Only my favourites, 0 ideas' });
  });

  it('carries the line on space on each card for two, and only there, and the note once above them', async () => {
    const el = await activities();
    while (inside(el).queryByRole('button', { name: 'Show more' })) {
      inside(el).getByRole('button', { name: 'Show more' }).click();
      await el.updateComplete;
    }

    const noted = cards(el).map(card => card.querySelector('[part=care]')?.textContent);

    const alone = 'On your own, any time. Together, only if he wants it.';
    expect(noted).to.deep.equal(
      ideas.map(one => {
        if (!one.for.includes('two')) return undefined;
        return one.for.includes('self') ? alone : 'Has he asked for space? Leave this for later.';
      }),
    );
    expect(noted).to.include(alone);
    expect(inside(el).getByRole('note').textContent).to.equal(bundled.care.noContact);
    await press(option(el, /^By yourself, no contact/), ' ');
    await el.updateComplete;
    expect(el.results.length).to.equal(ideas.filter(one => one.for.includes('self')).length);
  });

  it('drops choices and favourites that a new pack does not have', async () => {
    const el = await activities();
    await press(option(el, /^Online/), ' ');
    await press(inside(el).getAllByRole('button', { name: /^Favourite: / })[0]!, 'Enter');

    el.pack = packOf([{ place: 'local' }, {}, {}]);
    await el.updateComplete;

    expect(el.results).to.deep.equal(['idea-0', 'idea-1', 'idea-2']);
    expect(el.favourites).to.deep.equal([]);
    expect(inside(el).queryByRole('group', { name: 'In touch' })).to.equal(null);
  });

  it('prints every card, also where the page prints itself and waits for nothing', async () => {
    const el = await activities();

    dispatchEvent(new Event('beforeprint'));

    expect(cards(el)).to.have.length(ideas.length);
  });

  it('says so when no idea fits', async () => {
    const el = await activities();
    await press(inside(el).getAllByRole('button', { name: /^Favourite: / })[0]!, 'Enter');
    await press(option(el, /^Only my favourites/), ' ');
    await press(inside(el).getByRole('button', { name: /^Favourite: / }), 'Enter');
    await press(inside(el).getByRole('combobox', { name: /^Energy/ }), 'ArrowDown');

    await inside(el).findByText(/^No idea fits/);
    expect(inside(el).getByRole('button', { name: 'Surprise me' }).getAttribute('aria-disabled')).to.equal('true');
    await expectAccessible(el);
  });

  it('names no filters to take away where all ideas are set aside', async () => {
    const el = await activities();

    el.withdrawn = new Set(ideas.map(one => `activities/${one.id}`));
    await inside(el).findByText(/^Some ideas are set aside/);

    expect(inside(el).getByRole('heading', { name: '0 ideas' })).to.not.equal(null);
    expect(inside(el).queryByText(/^No idea fits/)).to.equal(null);
  });

  for (const dir of ['ltr', 'rtl'] as const) {
    it(`fits 320 px, ${dir}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const el = await fixture<RekindleActivities>(
        html`<rekindle-activities
          .pack=${{ ...bundled, dir, lang: dir === 'rtl' ? 'ar' : 'en' }}
        ></rekindle-activities>`,
      );
      el.surprise();
      await el.updateComplete;

      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      const [first, last] = [/^Favourite/, /^Done/].map(name => inside(el).getAllByRole('button', { name })[0]!);
      const isAfter = last!.getBoundingClientRect().left > first!.getBoundingClientRect().left;
      expect(isAfter).to.equal(dir === 'ltr');
      await setViewport({ width: 800, height: 600 });
    });
  }

  it('has no axe violation, plain and filtered', async () => {
    const el = await activities();
    await expectAccessible(el);

    await press(option(el, /^At home/), ' ');
    await el.updateComplete;

    await expectAccessible(el);
  });
});
