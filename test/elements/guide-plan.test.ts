import { expect } from 'chai';
import { fixture, fixtureCleanup, html, nextFrame } from '@open-wc/testing-helpers';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/guide.ts';
import { activities, head, tips } from '../../src/content/packs/en.ts';
import type { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import type { RekindleGuide } from '../../src/elements/rekindle-guide.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { comeBack, expectAccessible, focused, inside } from '../support/page.ts';
import { printed } from '../support/paper.ts';
import { waitUntil } from '../support/wait.ts';

const [tip] = tips;
const contact = tips.findIndex(one => one.id === 'appreciate-his-efforts');
const joint = activities.find(one => one.for.includes('two' as never))!;
const own = activities.find(one => !one.for.includes('two' as never))!;

const guide = async (storage = 'none'): Promise<RekindleGuide> => {
  const el = await fixture<RekindleGuide>(html`<rekindle-guide storage=${storage}></rekindle-guide>`);
  await Promise.all([...el.shadowRoot!.querySelectorAll<RekindleTips>('.standing')].map(one => one.updateComplete));
  return el;
};
const tipsOf = (el: RekindleGuide): RekindleTips => el.shadowRoot!.querySelector('rekindle-tips')!;
const checklistOf = (el: RekindleGuide): RekindleChecklist => el.shadowRoot!.querySelector('rekindle-checklist')!;
const activitiesOf = (el: RekindleGuide): RekindleActivities => el.shadowRoot!.querySelector('rekindle-activities')!;
const planOf = (el: RekindleGuide): HTMLElement | undefined =>
  inside(el).queryByRole('heading', { name: 'My plan' })?.parentElement ?? undefined;
/** Headings and lines of the plan. */
const lines = (el: RekindleGuide): string[] =>
  [...(planOf(el)?.querySelectorAll('.text > :is(h1,h2,h3,h4,h5,h6), li') ?? [])].map(one =>
    one.textContent.trim().replace(/\s+/g, ' '),
  );
const links = (el: RekindleGuide): number => inside(el).queryAllByRole('link', { name: 'My plan' }).length;
const press = async (el: Element, name: string | RegExp): Promise<void> => {
  inside(el).getByRole('button', { name }).click();
  await (el as RekindleGuide).updateComplete;
};
const keepTip = async (el: RekindleTips, index = 0): Promise<void> => {
  el.activeIndex = index;
  await el.updateComplete;
  await press(el, /^Keep this tip/);
};
/** Answers every statement with the lowest value. */
const answer = async (el: RekindleChecklist): Promise<void> => {
  el.mode = 'list';
  await el.updateComplete;
  for (const one of el.shadowRoot!.querySelectorAll('fieldset'))
    one.querySelector<HTMLInputElement>('[type=radio]')?.click();
  await el.updateComplete;
};
const stop = async (el: RekindleChecklist, name: RegExp): Promise<void> => {
  el.mode = 'list';
  await el.updateComplete;
  inside(el).getByRole('checkbox', { name }).click();
  await el.updateComplete;
};
const keys = (): string[] => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort();

describe('rekindle-guide, my plan', () => {
  afterEach(() => {
    // A danger that is named holds for the visit, and a file of tests is one.
    comeBack();
    fixtureCleanup();
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is not there while nothing is kept', async () => {
    const el = await guide('local');
    await answer(checklistOf(el));
    await nextFrame();

    expect(planOf(el) === undefined).to.equal(true);
    expect(links(el)).to.equal(0);
    expect(keys()).to.deep.equal([]);
  });

  it('comes with the first tip that is kept, in memory alone, and goes with the last', async () => {
    const el = await guide();
    await keepTip(tipsOf(el));
    await waitUntil(() => planOf(el));

    expect(lines(el)).to.deep.equal(['Tips', `${tip.title} ${tip.step}`]);
    expect(links(el)).to.equal(5);
    expect(keys()).to.deep.equal([]);
    await expectAccessible(el);
    await keepTip(tipsOf(el));
    await waitUntil(() => !planOf(el));
    expect(links(el)).to.equal(0);
  });

  it('has favourites too, and leads to each thing', async () => {
    const el = await guide();
    await keepTip(tipsOf(el), 1);
    activitiesOf(el).toggleFavourite(own.id);
    await waitUntil(() => lines(el).length === 4);

    expect(lines(el).slice(2)).to.deep.equal(['Things to do', own.title]);
    tipsOf(el).activeIndex = 0;
    await press(el, tips[1].title);
    expect(tipsOf(el).activeIndex).to.equal(1);
    await press(el, own.title);
    await waitUntil(() => focused()?.textContent === own.title);
    expect(focused()!.getRootNode() === activitiesOf(el).shadowRoot).to.equal(true);
  });

  it('has next steps only once the reader keeps her answers', async () => {
    const el = await guide('local');
    const checklist = checklistOf(el);
    await answer(checklist);
    await nextFrame();
    expect(planOf(el) === undefined).to.equal(true);

    await press(checklist, 'Keep them here');
    await waitUntil(() => planOf(el));

    expect(lines(el)[0]).to.equal('Small next steps');
    expect(lines(el)).to.include('Choose who you would call if a day gets too heavy.');
    checklist.summary = 'off';
    await waitUntil(() => !planOf(el));
  });

  it('comes back with what was kept, and nothing else', async () => {
    const first = await guide('local');
    await keepTip(tipsOf(first));
    await press(tipsOf(first), 'Keep them here');
    activitiesOf(first).toggleFavourite(own.id);
    await waitUntil(() => lines(first).length === 4);
    expect(keys()).to.deep.equal(['rekindle:v1:tips:husband-back:rekindle-guide.0.0']);
    fixtureCleanup();

    const again = await guide('local');
    await waitUntil(() => planOf(again));
    expect(lines(again)).to.deep.equal(['Tips', `${tip.title} ${tip.step}`]);
  });

  it('tells apart what two guides keep that each stand alone in a component of the page', async () => {
    const page = await fixture<HTMLElement>(html`<div><x-part></x-part><x-part></x-part></div>`);
    const [one, two] = [...page.children].map(part => {
      const el = document.createElement('rekindle-guide');
      el.storage = 'local';
      part.attachShadow({ mode: 'open' }).append(el);
      return el;
    });
    await waitUntil(() => two!.shadowRoot!.querySelector('rekindle-tips')?.hasUpdated);
    await keepTip(tipsOf(one!));
    await press(tipsOf(one!), 'Keep them here');
    await keepTip(tipsOf(two!), 1);
    await press(tipsOf(two!), 'Keep them here');
    await waitUntil(() => lines(two!).length > 1);

    expect(lines(two!).join()).to.contain(tips[1].title).and.not.contain(tip.title);
    expect(keys()).to.have.lengthOf(2);
  });

  it('takes a list in place of a set of what is set aside', async () => {
    const el = await guide();
    await keepTip(tipsOf(el));
    activitiesOf(el).toggleFavourite(own.id);
    await waitUntil(() => lines(el).length === 4);

    el.withdrawn = ['sections/communicate-openly', `activities/${own.id}`] as unknown as Set<string>;
    await waitUntil(() => lines(el).length === 2);

    expect(lines(el)[1]).to.contain(tip.title);
    expect(el.shadowRoot!.querySelectorAll('.chapter [part=aside]')).to.have.lengthOf(2);
  });

  it('tells apart what two guides keep, and takes what stands beside it', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-guide storage="local"></rekindle-guide>
        <rekindle-guide storage="local"></rekindle-guide>
        <rekindle-activities storage="local"></rekindle-activities>
      </div>`,
    );
    const [one, two] = page.querySelectorAll('rekindle-guide');
    const beside = page.querySelector('rekindle-activities')!;
    await waitUntil(() => two!.shadowRoot!.querySelector('rekindle-tips')?.hasUpdated);
    await keepTip(tipsOf(one!));
    await press(tipsOf(one!), 'Keep them here');
    await keepTip(tipsOf(two!), 1);
    await press(tipsOf(two!), 'Keep them here');
    beside.toggleFavourite(own.id);
    await waitUntil(() => lines(one!).length === 4 && lines(two!).length === 4);

    expect(lines(one!)[1]).to.contain(tip.title);
    expect(lines(two!)[1]).to.contain(tips[1].title);
    expect(keys()).to.have.lengthOf(2);
    one!.remove();
    beside.toggleFavourite(own.id);
    await waitUntil(() => lines(two!).length === 2);
  });

  it('takes what the page put in place of an element', async () => {
    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide><rekindle-tips slot="tips" actions="keep"></rekindle-tips></rekindle-guide>`,
    );
    const slotted = el.querySelector('rekindle-tips')!;
    await slotted.updateComplete;
    await keepTip(slotted);
    await waitUntil(() => planOf(el));

    expect(lines(el)[1]).to.contain(tip.title);
  });

  it('leaves to another guide what the page put into that', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-guide></rekindle-guide>
        <rekindle-guide><rekindle-tips slot="tips" actions="keep"></rekindle-tips></rekindle-guide>
      </div>`,
    );
    const [one, two] = page.querySelectorAll('rekindle-guide');
    const slotted = page.querySelector('rekindle-tips')!;
    await slotted.updateComplete;
    await keepTip(slotted);
    await waitUntil(() => planOf(two!));
    await one!.updateComplete;

    expect(planOf(one!) === undefined).to.equal(true);
  });

  it('has nothing of an element that leaves the guide or the page, and has it again when that comes back', async () => {
    const el = await guide();
    const beside = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    const { parentElement: place } = beside;
    await keepTip(tipsOf(el));
    beside.toggleFavourite(own.id);
    await waitUntil(() => lines(el).length === 4);

    el.without = 'tips';
    await waitUntil(() => lines(el).length === 2);
    expect(lines(el)).to.deep.equal(['Things to do', own.title]);
    beside.remove();
    await waitUntil(() => !planOf(el));
    expect(links(el)).to.equal(0);
    place!.append(beside);
    await waitUntil(() => planOf(el));
    expect(lines(el)).to.deep.equal(['Things to do', own.title]);
  });

  it('has what is kept in an element that comes to the page later', async () => {
    const el = await guide();
    // It knows by now where she reads.
    for (let i = 0; i < 5; i++) await nextFrame();
    const beside = document.createElement('rekindle-activities');
    // It moves nothing: where she reads stays as it is, and the guide has no reason of its own to look.
    beside.style.display = 'none';
    document.body.append(beside);
    try {
      await beside.updateComplete;

      beside.toggleFavourite(own.id);

      await waitUntil(() => planOf(el));
      expect(lines(el)).to.deep.equal(['Things to do', own.title]);
    } finally {
      beside.remove();
    }
  });

  it('has bundled activities beside the page’s own', async () => {
    const mine = { ...own, id: 'mine', title: 'Mine' };
    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide
        ><rekindle-activities
          slot="activities"
          merge="append"
          .pack=${{ ...head, activities: [mine] }}
        ></rekindle-activities
      ></rekindle-guide>`,
    );
    const slotted = el.querySelector('rekindle-activities')!;
    await slotted.updateComplete;
    slotted.toggleFavourite('mine');
    slotted.toggleFavourite(own.id);
    await waitUntil(() => planOf(el));

    expect(lines(el)).to.deep.equal(['Things to do', 'Mine', own.title]);
  });

  it('sets aside what a danger withdraws, says so, and brings it back', async () => {
    const el = await guide('local');
    const checklist = checklistOf(el);
    await keepTip(tipsOf(el), contact);
    activitiesOf(el).toggleFavourite(own.id);
    activitiesOf(el).toggleFavourite(joint.id);
    await answer(checklist);
    await press(checklist, 'Keep them here');
    await waitUntil(() => lines(el).length > 6);
    const before = lines(el);

    await stop(checklist, /afraid of him/);
    await waitUntil(() => planOf(el)?.textContent.includes('set aside for now'));

    expect(lines(el)).to.include(own.title).and.to.not.include(joint.title);
    expect(lines(el).join()).to.not.contain(tips[contact]!.title);
    expect(lines(el).length).to.be.lessThan(before.length - 3);
    await stop(checklist, /afraid of him/);
    await waitUntil(() => !planOf(el)?.textContent.includes('set aside for now'));
    expect(lines(el)).to.deep.equal(before);
  });

  it('stands, with the way to erase, where all of it is set aside', async () => {
    const el = await guide();
    await keepTip(tipsOf(el), contact);
    await stop(checklistOf(el), /asked me not to contact/);
    await waitUntil(() => planOf(el)?.textContent.includes('set aside for now'));

    expect(lines(el)).to.deep.equal([]);
    inside(el).getByText('Erase all of it').click();
    const erase = inside(el).getByText('Yes, erase all of it');
    // As on a page that was translated in the browser.
    const translated = document.createElement('font');
    translated.append(...erase.childNodes);
    erase.append(translated);
    translated.click();
    await waitUntil(() => focused()?.textContent === 'All of it is erased.');
    expect(checklistOf(el).shadowRoot?.querySelectorAll('[type=checkbox]:checked')).to.have.lengthOf(0);
    expect(el.withdrawn.size).to.equal(0);
  });

  it('prints alone under a neutral title, with the note where contact is involved', async () => {
    const el = await guide();
    await keepTip(tipsOf(el), contact);
    activitiesOf(el).toggleFavourite(own.id);
    await waitUntil(() => lines(el).length === 4);

    const papers = await printed(el, () => inside(el).getByRole('button', { name: 'Print' }).click());

    expect(papers.map(({ title, headings }) => [title, headings])).to.deep.equal([
      ['My plan', ['My plan', 'Tips', 'Things to do']],
    ]);
    expect(papers[0]!.text).to.contain(tips[contact]!.title).and.to.contain(own.title);
    expect(papers[0]!.text).to.contain(head.care.noContact).and.to.not.contain(head.title);
  });

  it('saves as text under a neutral name', async () => {
    const files: Promise<string>[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- they are put back as they were
    const [createObjectURL, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    let blob: Blob | undefined;
    URL.createObjectURL = one => createObjectURL.call(URL, (blob = one as Blob));
    HTMLAnchorElement.prototype.click = function () {
      files.push(blob!.text().then(text => `${this.download}\n${text}`));
    };
    try {
      const el = await guide();
      await keepTip(tipsOf(el));
      activitiesOf(el).toggleFavourite(joint.id);
      await waitUntil(() => lines(el).length === 4);
      await press(el, 'Save as text');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const [text = ''] = await Promise.all(files);

    expect(files).to.have.lengthOf(1);
    expect(text).to.match(/^notes\.txt\nMy plan, \d{4}-\d\d-\d\d\n\nTips\n/);
    expect(text).to.contain(`- ${tip.title}: ${tip.step}`).and.to.contain(`- ${joint.title}`);
    expect(text).to.contain(head.care.noContact);
  });

  it('erases all of the page, once she confirms, and says so', async () => {
    const el = await guide('local');
    const beside = await fixture<RekindleTips>(html`<rekindle-tips actions="keep" storage="local"></rekindle-tips>`);
    await answer(checklistOf(el));
    await press(checklistOf(el), 'Keep them here');
    await keepTip(tipsOf(el));
    await press(tipsOf(el), 'Keep them here');
    await keepTip(beside);
    await press(beside, 'Keep them here');
    const card = await fixture<HTMLElement>(html`<div></div>`);
    const away = document.createElement('rekindle-activities');
    card.attachShadow({ mode: 'open' }).append(away);
    await away.updateComplete;
    away.toggleFavourite(own.id);
    activitiesOf(el).toggleFavourite(own.id);
    await activitiesOf(el).updateComplete;
    await press(activitiesOf(el), 'Keep them here');
    await waitUntil(() => lines(el).length > 8);
    expect(keys()).to.have.lengthOf(4);
    const now = inside(el).getByText('Yes, erase all of it');
    expect(now.checkVisibility()).to.equal(false);

    inside(el).getByText('Erase all of it').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => now.checkVisibility());
    expect(keys()).to.have.lengthOf(4);
    now.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.textContent === 'All of it is erased.');

    expect(planOf(el) === undefined).to.equal(true);
    expect(keys()).to.deep.equal([]);
    expect(checklistOf(el).progress.answered).to.equal(0);
    expect([activitiesOf(el), away].map(one => one.favourites)).to.deep.equal([[], []]);
    await expectAccessible(el);
    if (navigator.userAgent.includes('Chrome/')) {
      // Paper that others may see does not tell that there was something.
      await emulateMedia({ media: 'print' });
      const isSeen = focused()!.checkVisibility();
      await emulateMedia({ media: 'screen' });
      expect(isSeen).to.equal(false);
    }
    await keepTip(tipsOf(el));
    await waitUntil(() => planOf(el));
    expect(inside(el).queryByText('All of it is erased.') === null).to.equal(true);
    await press(tipsOf(el), /^Keep this tip/);
    await waitUntil(() => !planOf(el));
    expect(inside(el).queryByText('All of it is erased.') === null).to.equal(true);
  });

  it('follows another tab', async () => {
    const el = await guide('local');
    await keepTip(tipsOf(el));
    await press(tipsOf(el), 'Keep them here');
    await waitUntil(() => planOf(el));
    const [key = ''] = keys();
    const text = localStorage.getItem(key)!;
    const tell = (newValue: string | null): void => {
      if (newValue === null) localStorage.removeItem(key);
      else localStorage.setItem(key, newValue);
      dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
    };

    tell(text.replace('"entries":{', `"entries":{"keep/${tips[2].id}":[7,true],`));
    await waitUntil(() => lines(el).length === 3);
    expect(lines(el).join()).to.contain(tips[2].title);
    tell(null);
    await waitUntil(() => !planOf(el));
  });

  it('lets the elements that stay go when the guide leaves', async () => {
    const el = await guide();
    const beside = await fixture<RekindleTips>(html`<rekindle-tips actions="keep"></rekindle-tips>`);
    el.requestUpdate();
    await el.updateComplete;
    el.remove();
    // Where it looks for them, if it still does.
    el.getRootNode = () => document;

    await keepTip(beside);
    await nextFrame();
    await el.updateComplete;

    expect(planOf(el)).to.equal(undefined);
  });
});
