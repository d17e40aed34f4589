import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

const ideas = RekindleActivities.pack?.activities ?? [];
const names = (el: Element, scope: Element): (string | null)[] =>
  inside(el)
    .getAllByRole('button')
    .filter(one => scope.contains(one))
    .map(one => one.getAttribute('name'));

describe('rekindle-activities: what a page can set, read and call', () => {
  it('offers the actions that the page names, and what belongs to them', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities actions="plan"></rekindle-activities>`);
    const card = (): Element => inside(el).getAllByRole('article')[0]!;

    expect(names(el, card())).to.deep.equal(['plan']);
    expect(inside(el).queryByRole('region', { name: 'My list' })).to.equal(null);
    expect(inside(el).queryByRole('checkbox', { name: /favourites|done/i })).to.equal(null);
    await expectAccessible(el);
    el.actions = 'favourite share';
    el.toggleFavourite(ideas[0]!.id);
    await el.updateComplete;

    expect(names(el, card())).to.deep.equal(['favourite']);
    const list = inside(el).getByRole('region', { name: 'My list' });
    expect(names(el, list)).to.deep.equal(['show', 'share', 'clearList', 'undo']);
    expect(inside(el).getAllByRole('checkbox', { name: /favourites|done/i })).to.have.length(1);
  });

  for (const name of [
    'actions',
    'filters',
    'calendars',
    'sort',
    'apply',
    'storage',
    'heading-level',
    'retention-days',
  ]) {
    it(`has its default again once a framework sets ${name} to undefined`, async () => {
      const [fresh, el] = [
        document.createElement('rekindle-activities'),
        document.createElement('rekindle-activities'),
      ];
      const property = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      Reflect.set(el, property, undefined);
      document.body.append(el);
      await el.updateComplete;
      expect(Reflect.get(el, property)).to.equal(Reflect.get(fresh, property));
      el.setAttribute(name, '3');
      await el.updateComplete;
      Reflect.set(el, property, undefined);
      await el.updateComplete;

      expect(Reflect.get(el, property)).to.equal(Reflect.get(fresh, property));
      el.remove();
    });

    it(`is as if it had never been, once the page takes the attribute ${name} away`, async () => {
      const fresh = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
      const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
      el.setAttribute(name, '3');
      await el.updateComplete;
      el.removeAttribute(name);
      await el.updateComplete;

      const property = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(Reflect.get(el, property)).to.equal(Reflect.get(fresh, property));
      expect(inside(el).getAllByRole('article')[0]!.textContent).to.equal(
        inside(fresh).getAllByRole('article')[0]!.textContent,
      );
    });
  }

  it('tells what each option would give, and what was drawn; a new deck draws the same again', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities seed="x"></rekindle-activities>`);
    el.filter({ chosen: ['away'] });

    expect(el.counts['home']).to.equal(ideas.filter(one => one.place === 'home').length);
    expect(el.picked).to.equal(undefined);
    const first = el.surprise();
    expect(el.picked).to.equal(first);
    expect(el.surprise()).to.not.equal(first);
    el.resetDeck();
    expect(el.picked).to.equal(undefined);
    await el.updateComplete;
    expect(inside(el).queryByRole('heading', { name: 'How about this?' })).to.equal(null);
    expect(el.surprise()).to.equal(first);
  });

  it('gives the links of the calendars that the page allows', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities calendars="ics google yahoo"></rekindle-activities>`,
    );

    const links = el.calendarLinks('journal', '2026-12-05');

    expect(Object.keys(links)).to.deep.equal(['google', 'yahoo']);
    expect(new URL(links.google ?? '').searchParams.get('dates')).to.equal('20261205/20261206');
    expect(Object.keys(el.calendarLinks('journal', '2026-12-05', 'weekly'))).to.deep.equal(['google']);
    expect(el.calendarLinks('nothing', '2026-12-05')).to.deep.equal({});
  });

  it('shows what the page adds to a card, in that card alone', async () => {
    const id = ideas[1]!.id;
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities><p slot="card-${id}">Our tip</p></rekindle-activities>`,
    );

    const slots = [...el.shadowRoot!.querySelectorAll<HTMLSlotElement>('article slot')];

    expect(slots).to.have.length(1);
    expect(slots[0]!.assignedElements()[0]?.textContent).to.equal('Our tip');
    expect(slots[0]!.closest('article')?.textContent).to.include(ideas[1]!.title);
  });

  it('has no place in a card for what stands deeper in the element', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        ><x-part slot="heading"><p slot="card-${ideas[1]!.id}">Of the part</p></x-part></rekindle-activities
      >`,
    );

    expect(el.shadowRoot!.querySelectorAll('article slot')).to.have.length(0);
  });

  it("leaves the page's own controls alone that stand in its slots", async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities>
        <form slot="heading"><input name="search" /><button name="surprise">Sign up</button></form>
      </rekindle-activities>`,
    );
    const heard: string[] = [];
    for (const type of ['input', 'change', 'click', 'submit', 'rekindle-filter-change', 'rekindle-pick-change']) {
      el.addEventListener(type, event => {
        heard.push(event.defaultPrevented ? `${type}, prevented` : type);
        if (type === 'submit') event.preventDefault();
      });
    }
    const [field, submit] = [el.querySelector('input')!, el.querySelector('button')!];

    field.focus();
    await sendKeys({ type: 'x' });
    submit.focus();
    await sendKeys({ press: 'Enter' });

    expect(heard).to.deep.equal(['input', 'change', 'click', 'submit']);
    expect(el.value.search).to.equal('');
  });

  it('leaves a box of the page in a card to the page, whatever that says of it', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities
        ><input type="checkbox" aria-disabled="true" aria-label="Ours" slot="card-${ideas[0]!.id}"
      /></rekindle-activities>`,
    );
    const box = el.querySelector('input')!;

    box.click();

    expect(box.checked).to.equal(true);
  });

  it('has an opaque dialog on a transparent surface', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities style="--rekindle-surface: transparent"></rekindle-activities>`,
    );

    await el.plan(ideas[0]!.id);

    const { backgroundColor, color } = getComputedStyle(inside(el).getByRole('dialog'));
    expect(channels(backgroundColor)).to.deep.equal([255, 255, 255, 255]);
    expect(contrast(color, backgroundColor)).to.be.greaterThan(7);
  });

  it('has the colour of the page where it blends in, and below its dialog a ground that this can be read on', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="color: rgb(238, 238, 238); background: rgb(17, 34, 51)">
        <rekindle-activities
          style="--rekindle-surface: transparent; --rekindle-text: currentcolor"
        ></rekindle-activities>
      </div>`,
    );
    const el = page.firstElementChild as RekindleActivities;
    await el.plan(ideas[0]!.id);

    expect(getComputedStyle(inside(el).getByText(ideas[0]!.title)).color).to.equal('rgb(238, 238, 238)');
    const { backgroundColor, color } = getComputedStyle(inside(el).getByRole('dialog'));
    expect(contrast(color, backgroundColor)).to.be.greaterThan(7);
  });

  for (const accent of [
    '#dc2626',
    'crimson',
    '#e60023',
    '#0d6efd',
    '#6366f1',
    '#777777',
    '#ffd400',
    '#198754',
    '#000',
  ]) {
    it(`has words on ${accent} that can be read`, async () => {
      const el = await fixture<RekindleActivities>(
        html`<rekindle-activities style="--rekindle-accent: ${accent}"></rekindle-activities>`,
      );
      const { backgroundColor, color } = getComputedStyle(inside(el).getByRole('button', { name: 'Surprise me' }));

      expect(contrast(color, backgroundColor)).to.be.at.least(4.5);
    });
  }

  it('puts what the page filters by into the address that has the filters, as no step of Back', async () => {
    const before = location.href;
    const { length } = history;
    const el = await fixture<RekindleActivities>(html`<rekindle-activities url-state="query"></rekindle-activities>`);

    el.filter({ chosen: ['home'], sort: 'title' });
    expect(new URL(location.href).searchParams.get('rekindle-place')).to.equal('home');
    el.clear();

    expect(location.href).to.contain('rekindle-sort=title');
    el.filter({ sort: 'suggested' });
    expect(location.href).to.equal(before);
    expect(history.length).to.equal(length);
  });

  for (const [when, src] of [
    ['at once', ''],
    [
      'while its words are on their way',
      `data:application/json,${encodeURIComponent(JSON.stringify(RekindleActivities.pack))}`,
    ],
  ] as const) {
    it(`holds what the page filters by ${when}, and keeps no file of hers then`, async () => {
      const el = document.createElement('rekindle-activities');
      el.src = src;
      el.urlState = 'query';
      const before = location.href;
      document.body.append(el);
      if (src) await el.updateComplete;
      el.filter({ chosen: ['home', 'nothing', 'notDone'], sort: 'title', search: 'a' });

      expect(location.href).to.equal(before);
      expect(el.importData('{"format":1,"favourites":["journal"],"done":[]}')).to.equal(false);
      await waitUntil(() => el.results.length);
      expect(el.value).to.deep.equal({ chosen: ['home', 'notDone'], search: 'a', sort: 'title' });
      expect(el.importData('{"format":1,"favourites":["journal"],"done":[]}')).to.equal(true);
      expect(el.favourites).to.deep.equal(['journal']);
      el.remove();
    });

    it(`leaves the filters of a link, which the page clears ${when}`, async () => {
      const before = location.href;
      history.replaceState(null, '', '?rekindle-place=home');
      const el = document.createElement('rekindle-activities');
      el.src = src;
      el.urlState = 'query';
      el.sort = 'title';
      document.body.append(el);
      if (src) await el.updateComplete;
      el.clear();

      await waitUntil(() => el.results.length);
      expect(location.search).to.equal('?rekindle-place=home');
      expect(el.value).to.deep.equal({ chosen: ['home'], search: '', sort: 'title' });
      history.replaceState(null, '', before);
      el.remove();
    });
  }

  it('keeps the order that the page named a moment before it filtered', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    el.sort = 'title';
    el.filter({ chosen: ['home'] });

    expect(el.value).to.deep.equal({ chosen: ['home'], search: '', sort: 'title' });
  });

  it('takes nothing that it does not know: orders, ideas to mark, starts and rhythms of a plan', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    el.filter({ sort: 'bad' as 'title', search: null as unknown as string });
    el.filter();
    el.toggleFavourite('nothing');
    el.toggleDone(undefined as unknown as string);
    await el.updateComplete;

    expect([el.sort, el.value.sort, el.value.search]).to.deep.equal(['suggested', 'suggested', '']);
    expect(el.results).to.have.length(ideas.length);
    expect([el.favourites, el.done]).to.deep.equal([[], []]);
    expect(inside(el).queryByRole('button', { name: 'Undo' })).to.equal(null);
    for (const start of ['2026-11-30 19:00', '2026-02-30', '2026', undefined as unknown as string])
      expect(() => el.calendarFile('journal', start), String(start)).to.throw(RangeError, /2026-11-30T19:00/);
    expect(() => el.calendarLinks('journal', undefined as unknown as string)).to.throw(RangeError, /2026-11-30T19:00/);
    expect(() => el.calendarLinks('journal', '2026-11-30', 'yearly' as 'weekly')).to.throw(RangeError, /weekly/);
  });

  it('applies what waits for the button once there is none', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities apply="button"></rekindle-activities>`);
    const box = inside(el).getByRole<HTMLInputElement>('checkbox', { name: /^By yourself, no contact/ });
    await press(box, ' ');
    expect(el.value.chosen).to.deep.equal([]);

    el.apply = 'live';
    await el.updateComplete;

    expect(el.value.chosen).to.deep.equal(['none']);
    expect(box.checked).to.equal(true);
  });

  it('sets aside what a list names, too', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    el.withdrawn = ['activities/two'] as unknown as Set<string>;
    await el.updateComplete;

    expect(el.results).to.deep.equal(ideas.filter(one => !one.for.includes('two')).map(({ id }) => id));
  });

  it('keeps what the reader has open when a framework sets aside the same ideas anew, or others set aside none of them', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities seed="x" .withdrawn=${new Set(['activities/game-night'])}></rekindle-activities>`,
    );
    const drawn = el.surprise();
    await press(inside(el).getByRole('button', { name: 'Show more' }));
    const { length } = inside(el).getAllByRole('article');
    const favourite = inside(el)
      .getAllByRole('button', { name: /^Favourite: / })
      .at(-1)!;
    favourite.focus();

    for (const same of [['activities/game-night'], ['tips/one', 'activities/game-night', 'activities/none']]) {
      el.withdrawn = new Set(same);
      await el.updateComplete;
      expect(el.picked).to.equal(drawn);
      expect(inside(el).getAllByRole('article')).to.have.length(length);
      expect(focused() === favourite).to.equal(true);
    }
    el.withdrawn = new Set(['activities/journal']);
    await el.updateComplete;
    expect(el.results).to.include('game-night').and.not.include('journal');
  });

  it('appends the ideas of a page in another variety of the language, and of no other language', async () => {
    const own = { ...RekindleActivities.pack!, activities: [{ ...ideas[0]!, id: 'own', title: 'Our own' }] };
    const el = await fixture<RekindleActivities>(html`<rekindle-activities merge="append"></rekindle-activities>`);

    el.pack = { ...own, lang: 'en-GB' };
    await el.updateComplete;
    expect(el.results).to.have.length(ideas.length + 1);
    el.pack = { ...own, lang: 'fr' };
    await el.updateComplete;
    expect(el.results).to.deep.equal(['own']);
  });

  it('keeps what the reader drew, and her focus, when a framework brings the same words anew', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities seed="x"></rekindle-activities>`);
    el.pack = { ...RekindleActivities.pack! };
    await el.updateComplete;
    const drawn = el.surprise();
    await el.updateComplete;
    const favourite = inside(el)
      .getAllByRole('button', { name: /^Favourite: / })
      .at(-1)!;
    favourite.focus();

    el.pack = structuredClone(RekindleActivities.pack);
    await el.updateComplete;

    expect(el.picked).to.equal(drawn);
    expect(focused()).to.equal(favourite);
  });
});

/** Red, green, blue and opacity as a screen shows a colour, 0 to 255. */
function channels(color: string): number[] {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** Contrast of two colours (WCAG 2). */
function contrast(...colors: [string, string]): number {
  const [light, dark] = colors
    .map(color => {
      const [r = 0, g = 0, b = 0] = channels(color)
        .map(value => value / 255)
        .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    })
    .sort((a, b) => b - a);
  return light! / dark!;
}
