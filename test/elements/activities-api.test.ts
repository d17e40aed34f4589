import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, inside } from '../support/page.ts';

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
    expect(inside(el).queryByRole('region', { name: 'Our list' })).to.equal(null);
    expect(inside(el).queryByRole('checkbox', { name: /favourites|done/i })).to.equal(null);
    await expectAccessible(el);
    el.actions = 'favourite share';
    el.toggleFavourite(ideas[0]!.id);
    await el.updateComplete;

    expect(names(el, card())).to.deep.equal(['favourite']);
    const list = inside(el).getByRole('region', { name: 'Our list' });
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

  it('has an opaque dialog on a transparent surface', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities style="--rekindle-surface: transparent"></rekindle-activities>`,
    );

    await el.plan(ideas[0]!.id);

    const dialog = inside(el).getByRole('dialog');
    expect(
      getComputedStyle(dialog).backgroundColor,
      `${dialog.className} ${getComputedStyle(dialog).background}`,
    ).to.equal('rgb(255, 255, 255)');
  });
});
