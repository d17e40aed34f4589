import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import '../../src/bundles/rekindle.ts';
import { hear } from '../support/events.ts';
import { comeBack, inside } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

describe('a danger that the reader names in the checklist', () => {
  it('sets advice aside in every element of the page, says so, and brings it back; the page hears nothing', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-tips></rekindle-tips>
        <rekindle-activities></rekindle-activities>
        <rekindle-checklist></rekindle-checklist>
        <rekindle-guide without="checklist"></rekindle-guide>
      </div>`,
    );
    const [tips, activities, checklist, guide] = ['tips', 'activities', 'checklist', 'guide'].map(name =>
      page.querySelector(`rekindle-${name}`)!,
    ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    await waitUntil(() => guide.shadowRoot?.querySelector('rekindle-activities')?.shadowRoot?.querySelector('.base'));
    const inner = guide.shadowRoot!.querySelector('rekindle-activities')!;
    const { told, stop } = hear();
    const native: string[] = [];
    for (const type of ['input', 'change']) document.addEventListener(type, () => native.push(type), { once: true });
    const ideas = (element: Element): number =>
      Number(/\d+/.exec(inside(element).getByRole('heading', { name: /^\d+ ideas$/ }).textContent)![0]);
    const before = ideas(activities);

    const danger = inside(checklist).getByRole<HTMLInputElement>('checkbox', {
      name: /asked me not to|not to contact/,
    });
    danger.click();
    await waitUntil(() => inside(activities).queryByText(/set aside for now/));

    expect(ideas(activities)).to.be.lessThan(before);
    expect(ideas(inner)).to.equal(ideas(activities));
    const chapter = inside(guide).getByRole('heading', { name: /^Show Appreciation/ }).parentElement!;
    expect(chapter.textContent).to.contain('Set aside for now');
    expect(chapter.querySelector('.text')!.checkVisibility()).to.equal(false);
    expect(inside(tips).getByText(/Set aside for now.*Appreciate His Efforts/)).to.not.equal(null);
    expect(inside(tips).queryByText('1 of 5')).to.not.equal(null);

    danger.click();
    await waitUntil(() => !inside(activities).queryByText(/set aside for now/));
    expect([ideas(activities), ideas(inner)]).to.deep.equal([before, before]);
    expect(inside(tips).queryByText('1 of 6')).to.not.equal(null);
    expect(chapter.querySelector('.text')!.checkVisibility()).to.equal(true);
    stop();
    expect([...told, ...native]).to.deep.equal([]);
  });

  it('reaches elements that come later, and outlives the checklist: the next one shows it, and takes it back', async () => {
    const page = await fixture<HTMLElement>(html`<div><rekindle-checklist></rekindle-checklist></div>`);
    const stopIn = (checklist: Element): HTMLInputElement =>
      inside(checklist).getByRole<HTMLInputElement>('checkbox', { name: /asked me not to|not to contact/ });
    stopIn(page.firstElementChild!).click();

    page.append(document.createElement('rekindle-activities'), document.createElement('rekindle-guide'));
    const activities = page.querySelector('rekindle-activities')!;
    const guide = page.querySelector('rekindle-guide')!;
    await waitUntil(() => inside(activities).queryByText(/set aside for now/));
    const inGuide = (name: string): Element | null | undefined => guide.shadowRoot?.querySelector(`rekindle-${name}`);
    await waitUntil(() => inGuide('tips')?.shadowRoot?.textContent?.includes('Set aside for now'));

    page.firstElementChild!.remove();
    guide.without = 'checklist activities';
    await guide.updateComplete;
    expect(inside(activities).queryByText(/set aside for now/)).to.not.equal(null);
    // No checklist is left: nobody is sent to one, and what is said is true.
    const said = [guide, activities, inGuide('tips')!].flatMap(one =>
      [...one.shadowRoot!.querySelectorAll('[part=aside]')].map(({ textContent }) => textContent),
    );
    expect(said).to.have.length.greaterThan(2);
    for (const text of said)
      expect(text).to.match(/once you change what you ticked under “Before you start”, or on your next visit\.$/);
    guide.without = '';
    await waitUntil(() => inGuide('activities')?.shadowRoot?.querySelector('.base'));
    expect(inside(inGuide('activities')!).queryByText(/set aside for now/)).to.not.equal(null);
    const next = stopIn(inGuide('checklist')!);
    expect(next.checked).to.equal(true);

    next.click();
    await waitUntil(() => !inside(activities).queryByText(/set aside for now/));
    expect(inside(inGuide('activities')!).queryByText(/set aside for now/)).to.equal(null);
  });

  it('is forgotten by a page that comes back while no checklist is on it: the next one has nothing ticked', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><rekindle-checklist></rekindle-checklist><rekindle-activities></rekindle-activities></div>`,
    );
    const [checklist, activities] = page.children as unknown as [Element, Element];
    const stop = (): HTMLInputElement =>
      inside(checklist).getByRole<HTMLInputElement>('checkbox', { name: /asked me not to|not to contact/ });
    stop().click();
    await waitUntil(() => inside(activities).queryByText(/set aside for now/));
    checklist.remove();

    comeBack();

    await waitUntil(() => !inside(activities).queryByText(/set aside for now/));
    page.append(checklist);
    await waitUntil(() => !stop().checked);
    const late = page.appendChild(document.createElement('rekindle-activities'));
    await waitUntil(() => late.shadowRoot?.querySelector('.base'));
    expect(inside(late).queryByText(/set aside for now/)).to.equal(null);
  });

  it('reaches what stands in components of the page, whenever it or their shadow roots come', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <section></section>
        <section></section>
        <section></section>
      </div>`,
    );
    const [first, second, late] = [...page.children] as [Element, Element, Element];
    const rootOf = (host: Element): ShadowRoot => host.attachShadow({ mode: 'open' });
    const add = (root: ShadowRoot, name: string): Element =>
      root.appendChild(document.createElement('div')).appendChild(document.createElement(`rekindle-${name}`));
    const isAside = (element: Element): boolean =>
      [...(element.shadowRoot?.querySelectorAll('[part=aside]') ?? [])].some(one => one.textContent?.trim());
    const checklist = add(rootOf(first), 'checklist');
    const root = rootOf(second);
    const inner = rootOf(root.appendChild(document.createElement('p')).appendChild(document.createElement('span')));
    const away = document.createElement('rekindle-guide');
    const there = [add(root, 'activities'), add(inner, 'tips'), add(inner, 'guide')];
    const all = (): Element[] => [...there, away];
    const stop = (): HTMLInputElement =>
      inside(checklist).getByRole<HTMLInputElement>('checkbox', { name: /asked me not to|not to contact/ });
    await waitUntil(() => checklist.shadowRoot?.querySelector('.base'));
    await waitUntil(() => there.every(one => one.shadowRoot?.querySelector('.base')));

    stop().click();
    await waitUntil(() => there.every(isAside));
    there.push(add(root, 'tips'), add(rootOf(late), 'activities'), add(late.shadowRoot!, 'guide'));
    late.shadowRoot!.append(away);
    await waitUntil(() => all().every(isAside));

    away.remove();
    stop().click();
    await waitUntil(() => !there.some(isAside));
    page.append(away);
    await waitUntil(() => !isAside(away));
  });
});
