import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import type { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

describe('rekindle-activities on a narrow page', () => {
  it('starts with the filters folded, so that the first idea is on the first screen', async () => {
    await setViewport({ width: 375, height: 700 });
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    // What is never unfolded is never made.
    expect(inside(el).queryByRole('searchbox')).to.equal(null);
    expect(inside(el).getAllByRole('article')[0]!.getBoundingClientRect().top).to.be.lessThan(700);
    await expectAccessible(el);
    await setViewport({ width: 800, height: 600 });
  });

  it('unfolds them by key, and they stay so, with fields of one height inside the fold', async () => {
    await setViewport({ width: 375, height: 700 });
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    const summary = el.shadowRoot!.querySelector('summary')!;
    summary.focus();
    await sendKeys({ press: 'Enter' });

    await waitUntil(() => inside(el).queryByRole('searchbox'), 'the filters are there');
    el.filter({ chosen: ['home'] });
    await el.updateComplete;

    expect(focused() === summary).to.equal(true);
    const search = inside(el).getByRole('searchbox');
    const sort = inside(el).getByRole('combobox', { name: 'Sort by' });
    expect(search.offsetHeight).to.equal(sort.offsetHeight);
    const form = el.shadowRoot!.querySelector('form')!;
    expect(form.scrollWidth).to.be.at.most(form.clientWidth);
    await expectAccessible(el);
    await setViewport({ width: 800, height: 600 });
  });

  it('clears all filters at a press while they are folded, also where taking one away does not help', async () => {
    await setViewport({ width: 375, height: 700 });
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    expect(inside(el).queryByRole('button', { name: 'Clear all filters' })).to.equal(null);
    const all = el.results.length;
    el.filter({ chosen: ['favouritesOnly'], search: 'no such idea' });
    await el.updateComplete;
    inside(el).getByText('Clear all filters and look again.');

    await press(inside(el).getByRole('button', { name: 'Clear all filters' }));

    expect(el.results).to.have.length(all);
    expect(inside(el).queryByRole('button', { name: 'Clear all filters' })).to.equal(null);
    expect(focused()!.textContent).to.equal(`${all} ideas`);
    await setViewport({ width: 800, height: 600 });
  });

  it('enlarges text on a phone as the page around does, and zooms for no two presses in a row', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities style="-webkit-text-size-adjust: 100%"></rekindle-activities>`,
    );
    const text = inside(el).getAllByRole('article')[0]!;

    // Safari knows it on phones alone.
    const adjust = (one: Element): string => getComputedStyle(one).getPropertyValue('-webkit-text-size-adjust');
    expect(adjust(text)).to.equal(adjust(el));
    expect(getComputedStyle(inside(el).getAllByRole('button')[0]!).touchAction).to.equal('manipulation');
  });

  it('leads from the search to the ideas by the key that a phone has for it', async () => {
    await setViewport({ width: 375, height: 350 });
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    el.shadowRoot!.querySelector('summary')!.click();
    await waitUntil(() => inside(el).queryByRole('searchbox'), 'the filters are there');
    inside(el).getByRole('searchbox').focus();
    await sendKeys({ type: 'walk' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'count', 'it stays in the field, with the keyboard over the ideas');

    expect(focused()!.textContent).to.match(/^\d ideas$/);
    // Safari scrolls a little later.
    await waitUntil(() => focused()!.getBoundingClientRect().bottom <= 350, 'it is in sight');
    expect(el.value.search).to.equal('walk');
    await setViewport({ width: 800, height: 600 });
  });

  it('has the way out of a plan in sight, whatever the window, and nothing that has the focus below it', async () => {
    for (const [width, height] of [
      [360, 640],
      [844, 390],
    ] as const) {
      await setViewport({ width, height });
      const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
      await el.plan('game-night');
      const plan = inside(el).getByRole('dialog');
      const close = inside(el).getByRole('button', { name: 'Close' });
      expect(plan.scrollHeight, 'it is taller than the window').to.be.greaterThan(plan.clientHeight);

      expect(close.getBoundingClientRect().bottom, `${width} px`).to.be.at.most(plan.getBoundingClientRect().bottom);
      for (const one of plan.querySelectorAll<HTMLElement>('a, [name=copy]')) {
        one.focus();
        // Safari scrolls a little later.
        await waitUntil(
          () => one.getBoundingClientRect().bottom <= close.getBoundingClientRect().top,
          `${one.textContent} is below it`,
        );
      }
      await expectAccessible(el);
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('breaks the words of a choice that is too long for its line, and not their number', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    el.style.inlineSize = '15em';
    const option = inside(el)
      .getByRole('checkbox', { name: /^By yourself, no contact/ })
      .closest('label')!;
    const number = option.querySelector('span')!;
    expect(number.textContent).to.match(/^\d\d$/);

    expect(option.offsetHeight, 'it wraps').to.be.greaterThan(44);
    expect(number.offsetHeight).to.be.lessThan(32);
  });
});
