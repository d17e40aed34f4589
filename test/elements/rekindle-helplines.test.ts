import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/bundles/helplines.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import { RekindleHelplines } from '../../src/elements/rekindle-helplines.ts';
import { expectAccessible, inside } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

const element = (country = '', kinds?: string): Promise<RekindleHelplines> =>
  fixture<RekindleHelplines>(
    kinds
      ? html`<rekindle-helplines country=${country} kinds=${kinds}></rekindle-helplines>`
      : html`<rekindle-helplines country=${country}></rekindle-helplines>`,
  );
const select = (el: Element): HTMLSelectElement => inside(el).getByRole('combobox', { name: 'Country' });

describe('rekindle-helplines', () => {
  it('says first what to do in danger, and guesses no country', async () => {
    const el = await element();

    expect(inside(el).getByText('In danger now?').closest('div')!.textContent).to.contain('emergency number');
    expect(select(el).value).to.equal('');
    expect(inside(el).queryByRole('link')).to.equal(null);
  });

  it('shows the help of the country that the reader chooses by keyboard', async () => {
    const el = await element();

    select(el).focus();
    await sendKeys({ type: 'New Z' });
    await waitUntil(() => el.country === 'NZ');
    await el.updateComplete;

    expect(inside(el).getByRole('link', { name: 'Call 111' }).getAttribute('href')).to.equal('tel:111');
    expect(inside(el).getByText('Women’s Refuge')).to.not.equal(null);
  });

  it('follows the page also after a choice by hand, and the choice can be taken back', async () => {
    const el = await element();
    const chosen = (): string => select(el).selectedOptions[0]!.textContent;
    select(el).focus();
    await sendKeys({ type: 'New Z' });
    await waitUntil(() => el.country === 'NZ');

    for (const [country, name] of [
      ['AU', 'Australia'],
      ['nz', 'New Zealand'],
      ['', 'Choose a country'],
      ['NZ', 'New Zealand'],
      ['XX', 'Choose a country'],
    ] as const) {
      el.country = country;
      await el.updateComplete;
      expect(chosen(), country).to.equal(name);
    }
  });

  it('shows the numbers of a service whose day of the check is none', async () => {
    const el = await element('NZ');
    const country = helplines.find(one => one.country === 'NZ')!;
    const services = country.services.map(one => ({ ...one, checkedOn: '2026-13-01' }));
    el.pack = { lang: 'en', dir: 'ltr', helplines: [{ ...country, services }] };
    await el.updateComplete;

    expect(inside(el).getByRole('link', { name: 'Call 111' })).to.not.equal(null);
    expect(inside(el).getAllByText('Checked on 2026-13-01').length).to.equal(services.length);
  });

  it('has links to call, to text and to the operator, and the day of the check', async () => {
    const el = await element('us');

    const call = inside(el).getAllByRole('link', { name: 'Call 1-800-799-7233' });
    const text = inside(el).getAllByRole('link', { name: 'Text START to 88788' });
    const site = inside(el).getAllByRole('link', { name: /^Website: / });

    expect(call[0]!.getAttribute('href')).to.equal('tel:18007997233');
    expect(text[0]!.getAttribute('href')).to.equal('sms:88788?body=START');
    for (const link of site) {
      // Says that no page is told, and that the other gets no window of ours, in one word.
      expect(link.getAttribute('rel')).to.equal('noreferrer');
    }
    const { services } = helplines.find(({ country }) => country === 'US')!;
    for (const { checkedOn } of services) {
      const [year = '', , day = ''] = checkedOn.split('-');
      const words = new RegExp(`^Checked on .*\\b${Number(day)}\\b.* ${year}$`);
      expect(inside(el).getAllByText(words).length).to.be.greaterThan(0);
    }
  });

  it('shows every service of every country, and says so where a kind has none', async () => {
    const el = await element();
    for (const { country, services } of helplines) {
      el.country = country;
      await el.updateComplete;

      expect(inside(el).getAllByRole('listitem'), country).to.have.length(services.length);
      const kinds = new Set<string>(services.map(service => service.kind));
      expect(inside(el).queryAllByText(/no confirmed service/), country).to.have.length(3 - kinds.size);
    }
  });

  it('says that calls leave a trace before the first service', async () => {
    const el = await element();
    el.country = 'ES';
    await el.updateComplete;

    const trace = inside(el).getByText(/^Calls and texts can be seen/);
    const first = inside(el).getAllByRole('listitem')[0]!;
    expect(trace.compareDocumentPosition(first)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('has every country on paper where the reader has chosen none', async () => {
    const el = await element();

    window.dispatchEvent(new Event('beforeprint'));

    for (const { name, emergency } of helplines) {
      expect(inside(el).getByRole('heading', { name })).to.exist;
      expect(inside(el).getAllByRole('link', { name: `Call ${emergency[0].number}` })).to.exist;
    }
    window.dispatchEvent(new Event('afterprint'));
    expect(inside(el).queryByRole('link')).to.equal(null);
  });

  it('has the country alone on paper that the reader chose', async () => {
    const el = await element('NZ');
    const headings = (): (string | null)[] =>
      inside(el)
        .getAllByRole('heading')
        .map(one => one.textContent);
    const before = headings();

    window.dispatchEvent(new Event('beforeprint'));
    const onPaper = headings();
    window.dispatchEvent(new Event('afterprint'));

    expect(onPaper).to.deep.equal(before);
  });

  it('shows the kinds in the order of the page, and all where it names none that there is', async () => {
    const titles = async (kinds: string): Promise<(string | null)[]> =>
      inside(await element('NZ', kinds))
        .getAllByRole('heading', { level: 3 })
        .map(one => one.textContent);
    const all = await titles('abuse crisis own-behaviour');
    expect(all).to.have.length(3);
    expect(await titles('own-behaviour emergency abuse')).to.deep.equal([all[2], all[0]]);
    expect(await titles('crises')).to.deep.equal(all);
  });

  it('shows only the kinds that it is asked for', async () => {
    const el = await element('GB', 'crisis');

    const names = inside(el)
      .getAllByRole('heading')
      .map(heading => heading.textContent);

    expect(names).to.deep.equal(['Where to find help', 'Thoughts of suicide, or a crisis']);
  });

  it('takes an unknown country as none', async () => {
    const el = await element('XX');

    expect(select(el).value).to.equal('');
  });

  it('lets no native event tell the page what was chosen', async () => {
    const el = await element();
    const heard: string[] = [];
    for (const type of ['input', 'change']) el.addEventListener(type, () => heard.push(type));

    select(el).focus();
    await sendKeys({ type: 'Ire' });
    await waitUntil(() => el.country === 'IE');

    expect(heard).to.deep.equal([]);
  });

  it('fits 320 px and has no axe violation, with and without a country', async () => {
    await setViewport({ width: 320, height: 640 });
    const el = await element();
    await expectAccessible(el);
    el.country = 'GB';
    await el.updateComplete;

    await expectAccessible(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });

  it('keeps the order of the digits of a number in words that run from right to left', async () => {
    class ArabicHelplines extends RekindleHelplines {
      static override pack = { ...RekindleHelplines.pack!, lang: 'ar', dir: 'rtl' as const };
      static override messages = { ...RekindleHelplines.messages, call: 'اتصل {number}' };
    }
    customElements.define('arabic-helplines', ArabicHelplines);
    const el = await fixture<RekindleHelplines>(html`<arabic-helplines country="NZ"></arabic-helplines>`);

    const link = inside(el).getByRole('link', { name: /0800 456 450/ });
    expect(link.getAttribute('href')).to.equal('tel:0800456450');
    // Isolated from left to right (UAX #9): otherwise its groups would stand in reverse.
    expect(link.textContent.trim()).to.equal('اتصل \u20660800 456 450\u2069');
  });

  it('keeps a number on one line, unless the place is narrower than the number itself', async () => {
    const el = await element('US');
    const [link] = inside(el).getAllByRole('link', { name: 'Call 1-800-799-7233' });
    if (!link) throw new Error('no link');
    const nodes = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode() && !nodes.currentNode.textContent?.includes('1-800-799-7233'));
    const text = nodes.currentNode as Text;
    const number = document.createRange();
    number.setStart(text, text.data.indexOf('1-800'));
    number.setEnd(text, number.startOffset + 14);
    /** Lines that it stands on. */
    const lines = (): number => new Set([...number.getClientRects()].map(({ top }) => Math.round(top))).size;
    /** Room for text in the widest button that fits. */
    const room = (): number => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(link);
      return link.parentElement!.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - 2;
    };
    expect(lines()).to.equal(1);
    const { width } = number.getBoundingClientRect();
    const seen = new Set<boolean>();
    for (let size = 320; size > 60; size -= 4) {
      el.style.inlineSize = `${size}px`;
      const fits = room() >= width;
      seen.add(fits);
      expect(lines() === 1, `${size} px`).to.equal(fits);
      expect(link.scrollWidth, `${size} px`).to.be.at.most(link.clientWidth + 1);
    }
    expect(seen.size, 'both were tried').to.equal(2);
  });

  it('sends to nobody who cannot help with her own behaviour', async () => {
    const el = await element('DE');

    const heading = inside(el).getByRole('heading', { name: 'If you worry about your own behaviour' });
    expect(heading.nextElementSibling?.textContent).to.contain('A counsellor or your doctor');
  });

  it('shows all of its help also where an address cannot be read', async () => {
    const el = await element('NZ');
    const [nz] = RekindleHelplines.pack!.helplines.filter(({ country }) => country === 'NZ');
    const services = nz!.services.map(service => ({ ...service, site: 'https://x.org:99999/' }));

    el.pack = { lang: 'en', dir: 'ltr', helplines: [{ ...nz!, services }] };
    await el.updateComplete;

    expect(inside(el).getAllByText('Website: x.org:99999')).to.have.length(services.length);
  });
});
