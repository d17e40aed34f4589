import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/bundles/guide.ts';
import { head, sections } from '../../src/content/packs/en.ts';
import type { RekindleGuide } from '../../src/elements/rekindle-guide.ts';
import { expectAccessible, focused, inside } from '../support/page.ts';

const guide = (): Promise<RekindleGuide> =>
  fixture<RekindleGuide>(html`<rekindle-guide country="IE"></rekindle-guide>`);

describe('rekindle-guide', () => {
  it('shows the chapters in order, with their parts, as one outline', async () => {
    const el = await guide();

    const outline = inside(el)
      .getAllByRole('heading')
      .map(heading => `${heading.tagName} ${heading.textContent.trim()}`);
    const expected = [
      `H2 ${head.title}`,
      ...sections.flatMap(section => [`H3 ${section.title}`, ...section.parts.map(part => `H4 ${part.title}`)]),
    ];

    expect(outline).to.deep.equal(expected);
  });

  it('has each element standing in its chapter, one level below it, with the country', async () => {
    const el = await guide();
    const standing = [...el.shadowRoot!.querySelectorAll<RekindleGuide>('.standing')];

    const places = standing.map(one => {
      const chapter = one.closest('section')!.getAttribute('aria-labelledby');
      return `${one.localName} in ${chapter} at ${one.headingLevel} ${one.country ?? ''}`.trim();
    });

    expect(places).to.deep.equal([
      'rekindle-tips in six-tips at 4',
      'rekindle-checklist in assess-the-situation at 4 IE',
      'rekindle-activities in plan-activities at 4',
      'rekindle-helplines in seek-help at 4 IE',
    ]);
    for (const one of standing) expect(one.getBoundingClientRect().height, one.localName).to.be.greaterThan(100);
  });

  it('leads from the contents to a chapter by keyboard, and leaves the address of the page alone', async () => {
    const el = await guide();
    const contents = inside(el).getByRole('navigation', { name: 'Contents' });
    const { href } = location;

    const link = [...contents.querySelectorAll('a')].find(one => one.textContent === 'Work on Yourself')!;
    link.focus();
    await sendKeys({ press: 'Enter' });

    expect(focused()?.textContent).to.equal('Work on Yourself');
    expect(Math.abs(focused()!.getBoundingClientRect().top)).to.be.lessThan(60);
    expect(location.href).to.equal(href);
  });

  it('has the care note before the first advice, and in each chapter that involves contact', async () => {
    const el = await guide();
    const notes = inside(el).getAllByRole('note');

    const places = notes.map(note => note.closest('section')?.getAttribute('aria-labelledby') ?? 'start');

    expect(places).to.deep.equal(['start', ...sections.filter(one => 'contact' in one).map(one => one.id)]);
    expect(places).to.include.members(['communicate-openly', 'show-appreciation', 'plan-activities']);
    const [first] = inside(el).getAllByRole('heading', { level: 3 });
    expect(notes[0]!.compareDocumentPosition(first!) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  it('hands the words of the page to the elements that they are for', async () => {
    const own = {
      ...head,
      sections: [{ ...sections[1], body: [{ ul: ['One'] }, { ol: ['Two'] }], parts: [] }],
      tips: [{ id: 'a', title: 'My own tip', points: ['A.'], step: 'B.' }],
    };
    const el = await fixture<RekindleGuide>(html`<rekindle-guide .pack=${own}></rekindle-guide>`);
    const tips = el.shadowRoot!.querySelector('rekindle-tips')!;
    await tips.updateComplete;

    expect(inside(tips).getByRole('heading', { name: 'My own tip' })).to.not.equal(null);
  });

  it('fits 320 px', async () => {
    await setViewport({ width: 320, height: 640 });
    await guide();

    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });

  it('has no axe violation', async () => {
    await expectAccessible(await guide());
  });
});
