import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/rekindle.ts';
import { activities, checklist, sections, tips } from '../../src/content/packs/en.ts';
import type { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import type { RekindleGuide } from '../../src/elements/rekindle-guide.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { focused, inside, requests } from '../support/page.ts';
import { printed } from '../support/paper.ts';
import { waitUntil } from '../support/wait.ts';

/** Most stops between two places of the page. */
const FAR = 400;

/** Name of what holds the focus, as it stands or as it is said. */
const name = (): string => {
  const one = focused();
  return (one?.ariaLabel ?? one?.textContent ?? '').replace(/\s+/g, ' ').trim();
};
const press = (key: string): Promise<void> => sendKeys({ press: key });

/** Tabs on until something of that name holds the focus; never a click, never a call of focus(). */
async function tabTo(wanted: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < FAR; i++) {
    await press('Tab');
    seen.push(name().slice(0, 30));
    if (typeof wanted === 'string' ? name() === wanted : wanted.test(name())) return;
  }
  throw new Error(`no Tab leads to ${String(wanted)}: ${seen.join(' | ')}`);
}
const go = async (wanted: string | RegExp): Promise<void> => {
  await tabTo(wanted);
  await press('Enter');
};
const arrive = (heading: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof heading === 'string' ? name() === heading : heading.test(name())),
    `the focus is on "${name()}", not ${String(heading)}`,
  );

/** Tabs to a statement, and chooses one of its options. */
async function choose(statement: string, option: number): Promise<void> {
  const isThere = (): boolean => (focused() as HTMLInputElement | null)?.name === statement;
  for (let i = 0; i < FAR && !isThere(); i++) await press('Tab');
  await press(' ');
  for (let i = 0; i < option; i++) await press('ArrowDown');
  await waitUntil(() => isThere() && (focused() as HTMLInputElement).checked);
}

/** Lines of the plan: the title of what has one. */
const plan = (guide: RekindleGuide): string[] =>
  [...(inside(guide).queryByRole('heading', { name: 'My plan' })?.parentElement?.querySelectorAll('li') ?? [])].map(
    one => (one.querySelector('button') ?? one).textContent.trim(),
  );
const kept = (): string[] =>
  [localStorage, sessionStorage].flatMap(area => Object.keys(area).map(key => key.split(':').slice(0, 3).join(':')));

describe('one reader, by keyboard alone', () => {
  afterEach(() => localStorage.clear());

  it('reads, assesses, follows the guidance to a tip and an activity, plans, prints and erases', async function () {
    this.timeout(60_000);
    const before = [await requests(), document.cookie, location.href, history.length];
    const guide = await fixture<RekindleGuide>(html`<rekindle-guide storage="local"></rekindle-guide>`);
    const inGuide = <T extends Element>(tag: string): T => guide.shadowRoot!.querySelector<T & Element>(tag)!;
    await waitUntil(() => inGuide('rekindle-activities')?.shadowRoot?.querySelector('.base'));
    const [, , assess, ownLife] = sections;
    const { themes } = checklist;
    const [, theme] = themes;
    const { next } = theme.bands[1];
    const [tip] = tips;
    const activity = activities.find(({ id }) => next.some(({ target }) => target === `activities/${id}`))!;

    // Reads a chapter, and comes back.
    await go(ownLife.title);
    await arrive(ownLife.title);
    expect(focused()!.getBoundingClientRect().top).to.be.within(-1, innerHeight / 2);
    await go('Back to contents');
    await arrive('Contents');

    // Answers one theme, and passes over the others.
    await go(assess.title);
    await arrive(assess.title);
    await go('Begin');
    for (const one of themes) {
      await arrive(new RegExp(one.title));
      if (one === theme) for (const { id } of theme.statements) await choose(id, 2);
      await go(one === themes.at(-1) ? 'See a few words for you' : 'Next');
    }
    await arrive(/A few words for you/);
    expect(inGuide<RekindleChecklist>('rekindle-checklist').progress.answered).to.equal(theme.statements.length);
    expect(inGuide('rekindle-checklist').shadowRoot!.textContent).to.contain(next[0].text);

    // The guidance leads to a tip, which she keeps for this visit.
    await go('Read the tip');
    await arrive('Tips');
    expect(inGuide<RekindleTips>('rekindle-tips').activeTip?.id).to.equal(tip.id);
    expect(plan(guide)).to.deep.equal([]);
    await tabTo(`Keep this tip: ${tip.title}`);
    await press(' ');
    await waitUntil(() => plan(guide).length);
    expect(plan(guide)).to.deep.equal([tip.title]);
    expect(kept()).to.deep.equal([]);

    // Her answers she keeps in the browser: only now do they stand in her plan.
    await go('Back to contents');
    await arrive('Contents');
    await go(assess.title);
    await go('Keep them here');
    await arrive(/^This browser keeps your answers until/);
    expect(kept()).to.deep.equal(['rekindle:v1:checklist']);
    await waitUntil(() => plan(guide).length > 1);
    expect(plan(guide)).to.deep.equal([tip.title, ...next.map(({ text }) => text)]);

    // It leads to an activity as well, which she marks.
    await go('Back to contents');
    await arrive('Contents');
    await go(assess.title);
    await go('See the idea');
    await arrive(activity.title);
    await tabTo(`Favourite: ${activity.title}`);
    await press(' ');
    await waitUntil(() => plan(guide).includes(activity.title));
    expect(kept()).to.deep.equal(['rekindle:v1:checklist']);

    // Her plan has all three, prints alone, and is erased with all that it came from.
    await go('My plan');
    await arrive('My plan');
    expect(plan(guide)).to.deep.equal([tip.title, ...next.map(({ text }) => text), activity.title]);
    await tabTo('Print');
    let pressed: Promise<void> | undefined;
    const [paper] = await printed(guide, () => (pressed = press('Enter')));
    await pressed;
    expect(paper!.title).to.equal('My plan');
    for (const text of [tip.title, next[0].text, activity.title]) expect(paper!.text).to.contain(text);
    await go('Erase all of it');
    await go('Yes, erase all of it');
    await arrive('All of it is erased.');

    expect(plan(guide)).to.deep.equal([]);
    expect(kept()).to.deep.equal([]);
    expect(inGuide<RekindleChecklist>('rekindle-checklist').progress.answered).to.equal(0);
    expect(inGuide('rekindle-checklist').shadowRoot!.querySelectorAll('[type=radio]:checked')).to.have.lengthOf(0);
    expect(inGuide<RekindleActivities>('rekindle-activities').favourites).to.deep.equal([]);
    const marked = [...guide.shadowRoot!.querySelectorAll('.standing')].flatMap(one => [
      ...[...one.shadowRoot!.querySelectorAll('[aria-pressed=true]')].map(button => button.textContent),
    ]);
    expect(marked).to.have.lengthOf(0);
    expect([await requests(), document.cookie, location.href, history.length]).to.deep.equal(before);
  });
});
