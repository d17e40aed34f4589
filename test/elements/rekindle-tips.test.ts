import { expect } from 'chai';
import { fixture, html, waitUntil } from '@open-wc/testing-helpers';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/tips.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { expectAccessible, focused, inside } from '../support/page.ts';

const tips = (): Promise<RekindleTips> => fixture<RekindleTips>(html`<rekindle-tips></rekindle-tips>`);
const status = (el: Element): string => inside(el).getByRole('status').textContent ?? '';

describe('rekindle-tips', () => {
  it('moves on by the next button and says it once', async () => {
    const el = await tips();
    const events: string[] = [];
    el.addEventListener('rekindle-slide-change', event => events.push(`${event.index} ${event.id}`));

    inside(el).getByRole('button', { name: 'Next tip' }).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inside(el).queryByText('2 of 6'));

    expect(status(el)).to.equal('Show Respect, 2 of 6');
    expect(events).to.deep.equal(['1 show-respect']);
    expect(focused()?.getAttribute('aria-label')).to.equal('Next tip');
  });

  it('has no axe violation', async () => {
    await expectAccessible(await tips());
  });
});
