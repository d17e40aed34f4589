import { expect } from 'chai';
import { fixture, fixtureCleanup, html } from '@open-wc/testing-helpers';
import '../../src/bundles/guide.ts';
import { RekindleOpenEvent } from '../../src/elements/events.ts';
import { choose, pack, theme } from '../support/checklist.ts';
import { comeBack, focused, inside } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

/** Asks the page for a place; says whether something took it. */
const open = (to: string): boolean => !document.body.dispatchEvent(new RekindleOpenEvent(to));
/** The element of the page that has the focus. */
const active = (): string => document.activeElement?.id ?? '';
const settled = async (page: Element): Promise<void> => {
  for (const one of page.querySelectorAll('rekindle-tips, rekindle-activities, rekindle-guide')) {
    await (one as Element & { updateComplete: Promise<unknown> }).updateComplete;
  }
};

describe('what leads to a tip, an activity or a chapter', () => {
  it('passes over a hidden copy', async () => {
    const page = await fixture(
      html`<div>
        <div hidden><rekindle-tips></rekindle-tips><rekindle-activities></rekindle-activities></div>
        <rekindle-tips id="tips"></rekindle-tips><rekindle-activities id="activities"></rekindle-activities>
      </div>`,
    );
    await settled(page);

    expect(open('tips/focus-on-yourself')).to.equal(true);
    await settled(page);
    expect(active()).to.equal('tips');
    expect(open('activities/cooking-class')).to.equal(true);
    await settled(page);
    expect(active()).to.equal('activities');
  });

  it('opens what is closed around it, through shadow roots', async () => {
    const page = await fixture(
      html`<div>
        <details>
          <summary>More</summary>
          <rekindle-guide id="guide" collapsed chapters="six-tips seek-help"></rekindle-guide>
        </details>
      </div>`,
    );
    const outer = page.querySelector('details')!;
    await settled(page);

    expect(open('tips/focus-on-yourself')).to.equal(true);
    expect(outer.open).to.equal(true);
    const tips = page.querySelector('rekindle-guide')!.shadowRoot!.querySelector('rekindle-tips')!;
    await tips.updateComplete;
    expect(tips.checkVisibility()).to.equal(true);
    expect((focused()!.getRootNode() as ShadowRoot).host === tips).to.equal(true);

    outer.open = false;
    expect(open('sections/seek-help')).to.equal(true);
    expect(outer.open).to.equal(true);
    expect(focused()!.id).to.equal('seek-help');
  });

  it('is found from answers that were kept, also where it comes after them', async () => {
    const next = ['tips/focus-on-yourself', 'sections/seek-help'].map(target => ({ text: 'Go.', target }));
    const words = pack([theme('a', { bands: [{ id: 'low', min: 0, title: 'Low', text: 'Low.', next }] }), theme('b')]);
    const visit = (rest: unknown = ''): Promise<Element> =>
      fixture(
        html`<div>
          <rekindle-checklist mode="list" storage="local" storage-key="found" .pack=${words}></rekindle-checklist
          >${rest}
        </div>`,
      );
    const links = (el: Element): string[] =>
      [...el.shadowRoot!.querySelectorAll('[part=next-link]')].map(one => one.textContent);
    try {
      const first = (await visit()).firstElementChild!;
      await choose(first as HTMLElementTagNameMap['rekindle-checklist'], 'I am a.', 'No');
      inside(first).getByRole('button', { name: 'Keep them here' }).click();
      comeBack();
      fixtureCleanup();

      const page = await visit(html`<rekindle-tips></rekindle-tips><rekindle-guide without="tips"></rekindle-guide>`);
      const checklist = page.firstElementChild as HTMLElementTagNameMap['rekindle-checklist'];
      await waitUntil(() => links(checklist).length === 2, 'both have a link');

      page.children[1]!.remove();
      await choose(checklist, 'I am b.', 'No');
      expect(links(checklist), 'what is gone has none').to.deep.equal(['Read the chapter']);
    } finally {
      localStorage.clear();
    }
  });

  it('is left to the link where the reader can see none', async () => {
    const page = await fixture(
      html`<div hidden><rekindle-tips></rekindle-tips><rekindle-guide></rekindle-guide></div>`,
    );
    await settled(page);

    expect(open('tips/focus-on-yourself')).to.equal(false);
    expect(open('sections/seek-help')).to.equal(false);
  });
});
