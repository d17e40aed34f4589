import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import '../../src/bundles/checklist.ts';
import '../../src/bundles/tips.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { tipsPack } from '../support/tips.ts';

describe('custom states', () => {
  const add = Object.getOwnPropertyDescriptor(CustomStateSet.prototype, 'add')!;
  const states = Object.getOwnPropertyDescriptor(ElementInternals.prototype, 'states')!;
  afterEach(() => {
    Object.defineProperty(CustomStateSet.prototype, 'add', add);
    Object.defineProperty(ElementInternals.prototype, 'states', states);
  });

  it('of tips change also where the browser forgets what is in a set that nobody holds', async () => {
    // WebKit makes another set after the first was collected: it knows of nothing, while the element keeps its states.
    Object.defineProperty(ElementInternals.prototype, 'states', {
      configurable: true,
      get(this: ElementInternals) {
        const own = states.get!.call(this) as CustomStateSet;
        const known = new Set<string>();
        return {
          has: (name: string) => known.has(name),
          add(name: string) {
            known.add(name);
            own.add(name);
          },
          delete: (name: string) => known.delete(name) && own.delete(name),
        };
      },
    });
    const el = await fixture<RekindleTips>(html`<rekindle-tips view="list" .pack=${tipsPack(3)}></rekindle-tips>`);
    expect(el.matches(':state(list)')).to.equal(true);

    el.view = 'carousel';
    await el.updateComplete;
    expect(el.matches(':state(list)')).to.equal(false);
  });

  it('are left out where the browser takes none of their names, and all else is there', async () => {
    // Chrome before 125.
    CustomStateSet.prototype.add = () => {
      throw new DOMException('needs dashes', 'SyntaxError');
    };
    const tips = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    const checklist = await fixture<RekindleChecklist>(html`<rekindle-checklist></rekindle-checklist>`);

    expect(tips.shadowRoot?.textContent).to.contain('1 of 3');
    expect(tips.shadowRoot?.querySelectorAll('.card')).to.have.length(3);
    expect(checklist.shadowRoot?.querySelectorAll('fieldset').length).to.be.above(0);
  });
});
