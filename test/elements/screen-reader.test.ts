import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/guide.ts';
import '../../src/bundles/tips-actions.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import { press as pressIn, tick } from '../support/checklist.ts';
import { focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

/** All of an element, in the shadow roots inside too. */
const all = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);

/** What Orca said of the elements in Firefox, and should not. CONTRIBUTING says how to listen again. */
describe('a screen reader', () => {
  it('hears of no heading that it can be clicked: no box around one listens to clicks', async () => {
    const listening: unknown[] = [];
    const add = Reflect.get(EventTarget.prototype, 'addEventListener') as (this: unknown, ...args: unknown[]) => void;
    EventTarget.prototype.addEventListener = function (this: unknown, ...args: unknown[]) {
      if (args[0] === 'click') listening.push(this);
      add.apply(this, args);
    };
    try {
      const page = await fixture<HTMLElement>(html`<div><rekindle-guide></rekindle-guide></div>`);
      const boxes = all(page).filter(one => listening.includes(one));

      expect(
        boxes.map(one => `${one.localName}.${one.className}`).filter(one => !one.startsWith('button')),
      ).to.deep.equal([]);
    } finally {
      EventTarget.prototype.addEventListener = add;
    }
  });

  it('hears each text as itself: no flex box in a region holds it bare, or Firefox takes it for the region’s', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-guide country="GB"></rekindle-guide><rekindle-tips actions="copy keep"></rekindle-tips>
      </div>`,
    );

    const bare = all(page)
      .filter(one => one.closest('nav, section:not([role=group])') && /^(p|div|span)$/.test(one.localName))
      .filter(one => /flex|grid/.test(getComputedStyle(one).display))
      .flatMap(one => [...one.childNodes])
      .filter(one => one instanceof Text && one.data.trim());

    expect(bare.map(one => one.textContent?.trim())).to.deep.equal([]);
  });

  it('hears the name of the plan that opens: the focus is on the dialog, not on its first field', async () => {
    const el = await fixture(html`<rekindle-activities></rekindle-activities>`);

    await press(inside(el).getAllByRole('button', { name: /^Plan: / })[0]!);

    await waitUntil(() => el.shadowRoot!.querySelector('dialog')?.open);
    expect(focused()!.localName).to.equal('dialog');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !el.shadowRoot!.querySelector('dialog'));
  });

  describe('in a checklist', () => {
    const open = (): Promise<RekindleChecklist> =>
      fixture<RekindleChecklist>(html`<rekindle-checklist storage="local"></rekindle-checklist>`);
    afterEach(() => localStorage.clear());

    it('finds nothing that takes the focus and says nothing, before and after a danger', async () => {
      const el = await open();
      const mute = (): string[] =>
        [...el.shadowRoot!.querySelectorAll('[tabindex]')]
          .filter(one => !one.textContent.trim())
          .map(one => one.outerHTML);
      expect(mute()).to.deep.equal([]);

      const danger = el.content!.checklist.stops[0]!.text;
      await tick(el, danger);
      expect(el.shadowRoot!.querySelector('#help')!.getAttribute('tabindex')).to.equal('-1');
      await tick(el, danger);
      expect(mute()).to.deep.equal([]);
    });

    it('hears how far she is in words alone, and no number after each answer', async () => {
      const el = await open();

      const progress = inside(el).getByRole('group', { name: 'Progress' });

      expect(progress.textContent.trim()).to.match(/^0 of \d+ answered$/);
      expect(inside(el).queryByRole('progressbar')).to.equal(null);
    });

    it('hears what is kept: what takes the focus is not first where the button was', async () => {
      const el = await open();
      const box = inside(el).getByRole('button', { name: 'Keep them here' }).parentElement!;

      await pressIn(el, 'Keep them here');

      expect(focused()!.textContent).to.match(/^This browser keeps your answers/);
      expect(box.contains(focused())).to.equal(false);
      expect(box.contains(inside(el).getByRole('button', { name: 'Erase them' }))).to.equal(true);
    });
  });
});
