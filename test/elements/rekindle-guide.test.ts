import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/bundles/guide.ts';
import { head, sections } from '../../src/content/packs/en.ts';
import { readingMinutes } from '../../src/domain/reading-time.ts';
import { RekindleFindEvent, RekindleOpenEvent } from '../../src/elements/events.ts';
import type { RekindleGuide } from '../../src/elements/rekindle-guide.ts';
import { comeBack, expectAccessible, focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

interface Snapshot {
  readonly name: string;
  readonly children?: readonly Snapshot[];
}

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
      const chapter = one.closest('section')!.dataset.id;
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

  it('leads to help from the note that speaks of it, where the page has left it in', async () => {
    const el = await guide();
    const chapter = sections.find(section => 'element' in section && section.element === 'helplines')!;
    const find = (): HTMLElement | null => inside(el).queryByRole('link', { name: 'Find help' });

    await press(find()!);
    expect(focused()?.textContent).to.equal(chapter.title);
    el.without = 'helplines';
    await el.updateComplete;
    expect(find()).to.equal(null);
    el.without = '';
    el.chapters = 'introduction six-tips';
    await el.updateComplete;
    expect(find()).to.equal(null);
  });

  it('has the care note before the first advice, and in each chapter that involves contact', async () => {
    const el = await guide();
    const notes = inside(el).getAllByRole('note');

    const places = notes.map(note => note.closest('section')?.dataset.id ?? 'start');

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

  it('adds no landmark but its contents and the helplines', async () => {
    const el = await guide();
    const helplines = el.shadowRoot!.querySelector('rekindle-helplines')!;

    expect(inside(el).queryAllByRole('region')).to.have.lengthOf(0);
    expect(inside(el).getAllByRole('navigation')).to.have.lengthOf(1);
    expect(inside(el).getByRole('article', { name: head.title })).to.not.equal(null);
    expect(inside(helplines).getAllByRole('region')).to.have.lengthOf(1);
  });

  if (navigator.userAgent.includes('Chrome/')) {
    it('tells a screen reader how long it takes to read', async () => {
      await guide();
      const names = (node: Snapshot): string[] => [node.name, ...(node.children ?? []).flatMap(names)];
      expect(names((await a11ySnapshot({})) as unknown as Snapshot)).to.include(
        `About ${readingMinutes(sections)} minutes to read`,
      );
    });
  }

  it('says in the contents which chapter is being read', async () => {
    const el = await guide();
    const current = (): string =>
      inside(el)
        .getAllByRole('link')
        .filter(link => link.getAttribute('aria-current') === 'location')
        .map(link => link.textContent.trim())
        .join();

    inside(el).getByRole('heading', { name: 'Work on Yourself' }).scrollIntoView();
    await waitUntil(() => current() === 'Work on Yourself');
    inside(el).getByRole('heading', { name: 'Assess the Situation' }).scrollIntoView();
    await waitUntil(() => current() === 'Assess the Situation');
    scrollTo(0, 0);
  });

  it('has a chapter that is read at every place between the first and the last', async () => {
    const el = await guide();
    const chapters = [...el.shadowRoot!.querySelectorAll('.chapter')].map(one => one.getBoundingClientRect());

    expect(chapters).to.have.lengthOf(sections.length);
    chapters.slice(1).forEach((one, i) => expect(Math.abs(one.top - chapters[i]!.bottom), `${i}`).to.be.lessThan(0.1));
  });

  it('leads back to the contents from each chapter', async () => {
    const el = await guide();
    const back = inside(el).getAllByRole('link', { name: 'Back to contents' });
    expect(back).to.have.lengthOf(sections.length);

    back.at(-1)!.focus();
    await sendKeys({ press: 'Enter' });

    expect(focused()!.getAttribute('aria-label')).to.equal('Contents');
    // A page scrolls by whole pixels, at least in Chrome 123.
    expect(focused()!.getBoundingClientRect().top).to.be.within(-1, innerHeight);
  });

  it('lets the page style the headings of what stands in it, and has that in line with its text', async () => {
    const style = await fixture<HTMLStyleElement>(
      html`<style>
        rekindle-guide::part(title),
        rekindle-guide::part(step-title),
        rekindle-guide::part(card-title),
        rekindle-guide::part(list-title),
        rekindle-guide::part(count) {
          font-weight: 300;
        }
      </style>`,
    );
    const el = await guide();
    const standing = [...el.shadowRoot!.querySelectorAll<RekindleGuide>('.standing')];
    await Promise.all(standing.map(one => one.updateComplete));

    const heavy = [el, ...standing]
      .flatMap(one => inside(one).getAllByRole('heading'))
      .filter(one => getComputedStyle(one).fontWeight !== '300');
    expect(heavy.map(one => one.textContent)).to.deep.equal([]);
    for (const one of standing) {
      const body = one.shadowRoot!.querySelector('.body')!;
      const padding = parseFloat(getComputedStyle(body).paddingInlineStart);
      const [inner, outer] = [body, one.closest('.chapter')!].map(box => box.getBoundingClientRect());
      expect(Math.abs(inner!.left + padding - outer!.left), one.localName).to.be.lessThan(1);
      expect(Math.abs(inner!.right - padding - outer!.right), one.localName).to.be.lessThan(1);
    }
    style.remove();
  });

  it('has text of one size, whatever the page says, also in what stands in it', async () => {
    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide style="--rekindle-font-size: 1.25em"></rekindle-guide>`,
    );
    const checklist = el.shadowRoot!.querySelector('rekindle-checklist')!;
    await checklist.updateComplete;
    checklist.shadowRoot!.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    await checklist.updateComplete;
    const helplines = checklist.shadowRoot!.querySelector('rekindle-helplines')!;
    await helplines.updateComplete;

    const sizes = [el, ...el.shadowRoot!.querySelectorAll('.standing'), helplines].map(
      one => `${one.localName} ${getComputedStyle(one.shadowRoot!.querySelector('.body')!).fontSize}`,
    );

    comeBack();
    expect(sizes.filter(size => !size.endsWith(' 20px'))).to.deep.equal([]);
  });

  it('has links to copy: to this page, even where the page has a <base>', async () => {
    const [page] = location.href.split('#');
    const base = Object.assign(document.createElement('base'), { href: 'https://example.org/elsewhere/' });
    const link = (el: Element): string =>
      inside(el).getByRole<HTMLAnchorElement>('link', { name: 'Work on Yourself' }).href;

    expect(link(await guide())).to.equal(`${page}#work-on-yourself`);
    document.head.append(base);
    try {
      expect(link(await guide())).to.equal(`${page}#work-on-yourself`);
    } finally {
      base.remove();
    }
  });

  describe('and the address of the page', () => {
    let start: string;
    beforeEach(() => (start = location.href));
    afterEach(() => {
      history.replaceState(history.state, '', start);
      scrollTo(0, 0);
    });

    const go = (hash: string): Promise<void> =>
      new Promise(resolve => {
        addEventListener('hashchange', () => resolve(), { once: true });
        location.hash = hash;
      });

    it('arrives at the chapter or part that it names', async () => {
      history.replaceState(history.state, '', '#know-who-you-are');
      await guide();
      await waitUntil(() => focused()?.id === 'know-who-you-are');

      expect(Math.abs(focused()!.getBoundingClientRect().top)).to.be.lessThan(60);
      await go('#seek-help');

      expect(focused()!.textContent).to.contain('Seek Professional');
      expect(location.hash).to.equal('#seek-help');
    });

    it('leaves a link to the browser that is pressed with a key, to save it or to open it elsewhere', async () => {
      const el = await guide();
      const link = inside(el).getByRole('link', { name: 'Find help' });
      for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
        const click = new MouseEvent('click', { [key]: true, bubbles: true, composed: true, cancelable: true });
        let isTaken = false;
        addEventListener(
          'click',
          event => {
            isTaken = event.defaultPrevented;
            event.preventDefault();
          },
          { once: true },
        );
        link.dispatchEvent(click);

        expect(isTaken, key).to.equal(false);
        expect(focused()?.id, key).to.not.equal('seek-help');
      }
      link.click();
      expect(focused()?.id).to.equal('seek-help');
    });

    it('arrives when its words come from elsewhere', async () => {
      history.replaceState(history.state, '', '#seek-help');
      const src = URL.createObjectURL(new Blob([JSON.stringify({ ...head, sections })], { type: 'application/json' }));
      const el = await fixture<RekindleGuide>(html`<rekindle-guide src=${src}></rekindle-guide>`);
      await waitUntil(() => focused()?.id === 'seek-help');

      expect(Math.abs(focused()!.getBoundingClientRect().top)).to.be.lessThan(60);
      (focused() as HTMLElement).blur();
      el.chapters = 'seek-help';
      await el.updateComplete;
      await nextFrame();
      expect(el.shadowRoot!.activeElement === null, 'once').to.equal(true);
    });

    it('follows a link to where the page is already, and leaves what the page follows itself', async () => {
      const el = await guide();
      const link = await fixture<HTMLAnchorElement>(html`<a href="#seek-help">Help</a>`);
      await go('#seek-help');
      expect(focused()!.id).to.equal('seek-help');
      const away = (): void => {
        link.focus();
        scrollTo(0, 0);
      };

      away();
      link.click();
      expect(focused()!.id).to.equal('seek-help');
      expect(Math.abs(focused()!.getBoundingClientRect().top)).to.be.lessThan(60);
      // Firefox goes there a task later, and would in the next test.
      await nextFrame();
      await nextFrame();

      away();
      link.addEventListener('click', event => event.preventDefault(), { once: true });
      link.click();
      expect(el.shadowRoot!.activeElement === null).to.equal(true);
    });

    it('leaves alone what is not its own', async () => {
      const el = await guide();
      const own = await fixture(html`<p id="seek-help" tabindex="-1">The page's own</p>`);

      for (const hash of ['#/route', '#%E0%A4%A', '#seek-help']) {
        await go(hash);
        expect(el.shadowRoot!.activeElement === null, hash).to.equal(true);
        expect(location.hash).to.equal(hash);
      }
      own.remove();
    });

    it('arrives at the tip or the activity that it names, in a chapter that is closed too, and follows to the next', async () => {
      history.replaceState(history.state, '', '#show-respect');
      const el = await fixture<RekindleGuide>(html`<rekindle-guide collapsed></rekindle-guide>`);
      const tips = el.shadowRoot!.querySelector('rekindle-tips')!;
      const activities = el.shadowRoot!.querySelector('rekindle-activities')!;
      const isAt = (one: Element): boolean => (focused()?.getRootNode() as ShadowRoot).host === one;
      await waitUntil(() => isAt(tips));

      expect(tips.activeTip?.id).to.equal('show-respect');
      expect(focused()!.getBoundingClientRect().top).to.be.within(0, innerHeight);
      await go('#journal');
      await waitUntil(() => isAt(activities));
      expect(focused()!.textContent).to.equal('Keep a journal');
      const top = (): number => focused()!.getBoundingClientRect().top;
      // WebKit scrolls to what has the focus a moment later.
      await waitUntil(() => top() >= 0 && top() < innerHeight);
      await go('#be-action-oriented');
      await waitUntil(() => isAt(tips));
      expect(tips.activeTip?.id).to.equal('be-action-oriented');
      expect(location.hash).to.equal('#be-action-oriented');
    });

    it('arrives at a tip of what the page puts into a chapter', async () => {
      const el = await fixture<RekindleGuide>(
        html`<rekindle-guide><rekindle-tips slot="tips"></rekindle-tips></rekindle-guide>`,
      );
      const tips = el.querySelector('rekindle-tips')!;
      await tips.updateComplete;

      await go('#show-respect');
      await waitUntil(() => document.activeElement === tips);

      expect(tips.activeTip?.id).to.equal('show-respect');
    });

    it('opens the chapter, where chapters are closed', async () => {
      const el = await fixture<RekindleGuide>(html`<rekindle-guide collapsed></rekindle-guide>`);

      await go('#know-who-you-are');

      expect(focused()!.textContent).to.equal('Know who you are');
      expect(el.shadowRoot!.querySelectorAll('details[open]')).to.have.lengthOf(1);
    });

    it('opens what the page has closed around it, as the browser does for its own', async () => {
      const own = await fixture<HTMLDetailsElement>(
        html`<details>
          <summary>Our guide</summary>
          <rekindle-guide></rekindle-guide>
        </details>`,
      );

      await go('#know-who-you-are');

      expect(own.open).to.equal(true);
      expect(focused()!.getBoundingClientRect().top).to.be.within(0, 60);
    });
  });

  it("leaves the page's own links in its slots alone", async () => {
    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide><a slot="seek-help" class="go" href="#seek-help">Contact us</a></rekindle-guide>`,
    );
    // Asked on the way out of the guide; the test stays where it is.
    const followed = new Promise(resolve =>
      el.addEventListener(
        'click',
        event => {
          resolve(!event.defaultPrevented);
          event.preventDefault();
        },
        { once: true },
      ),
    );
    el.querySelector('a')!.click();

    expect(await followed).to.equal(true);
  });

  it('leads to the heading of a chapter where what is looked for in it is set aside', async () => {
    for (const collapsed of [false, true]) {
      const el = await fixture<RekindleGuide>(html`<rekindle-guide ?collapsed=${collapsed}></rekindle-guide>`);
      el.withdrawn = new Set(['sections/work-on-yourself']);
      await el.updateComplete;
      document.body.dispatchEvent(new RekindleOpenEvent('sections/know-who-you-are'));

      expect(focused()!.id).to.equal('work-on-yourself');
      // Closed, the page may be too short to bring it to the top.
      expect(focused()!.getBoundingClientRect().top).to.be.within(-60, innerHeight);
      expect(el.shadowRoot!.querySelector('[part=aside]')!.checkVisibility()).to.equal(true);
      el.remove();
    }
  });

  it('shows the chapters that the page asks for', async () => {
    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide chapters="seek-help six-tips nonsense"></rekindle-guide>`,
    );
    const titles = (): string[] =>
      inside(el)
        .getAllByRole('heading', { level: 3 })
        .map(one => one.textContent);
    const links = (): number => inside(el).getByRole('navigation').querySelectorAll('li').length;

    expect(titles()).to.deep.equal(['Six Tips', 'Seek Professional Help or Counselling If Necessary']);
    expect(links()).to.equal(2);
    el.chapters = 'nonsense';
    await el.updateComplete;
    expect(titles()).to.have.lengthOf(sections.length);
  });

  it('shows chapters closed, opens them by keyboard, and opens all for print', async () => {
    const el = await fixture<RekindleGuide>(html`<rekindle-guide collapsed></rekindle-guide>`);
    const height = (name: string): number =>
      inside(el).getByText(name, { exact: false, selector: 'p' }).getBoundingClientRect().height;
    const all = [...el.shadowRoot!.querySelectorAll('details')];
    expect(all.filter(one => one.open)).to.have.lengthOf(0);

    all[0]!.querySelector('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(height('When a husband leaves')).to.be.greaterThan(20);

    dispatchEvent(new Event('beforeprint'));
    expect(all.filter(one => !one.open)).to.have.lengthOf(0);
    dispatchEvent(new Event('afterprint'));
    expect(all.map(one => one.open)).to.deep.equal(all.map((_one, i) => i === 0));
    await expectAccessible(el);
  });

  it('leaves the focus where it is when other chapters come and go', async () => {
    const el = await guide();
    const tips = el.shadowRoot!.querySelector('rekindle-tips')!;
    await tips.updateComplete;
    const next = inside(tips).getByRole('button', { name: 'Next tip' });
    next.focus();

    el.chapters = 'six-tips seek-help';
    await el.updateComplete;
    expect(focused(), 'fewer').to.equal(next);

    el.chapters = '';
    await el.updateComplete;
    expect(focused(), 'all').to.equal(next);
  });

  it('keeps what the reader did in its elements, and which chapters she opened, when other chapters are shown', async () => {
    const el = await guide();
    const within = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] =>
      el.shadowRoot!.querySelector(tag)!;
    const one = within('rekindle-checklist');
    await one.updateComplete;
    one.mode = 'list';
    await one.updateComplete;
    one.shadowRoot!.querySelector<HTMLInputElement>('[type=radio]')!.click();
    inside(within('rekindle-tips'))
      .getByRole('button', { name: /^Keep this tip/ })
      .click();
    const state = async (): Promise<unknown> => {
      await el.updateComplete;
      await within('rekindle-checklist').updateComplete;
      const plan = inside(el).queryByRole('heading', { name: 'My plan' });
      const { progress, shadowRoot } = within('rekindle-checklist');
      return [progress.answered, shadowRoot!.querySelectorAll(':checked').length, plan?.isConnected];
    };
    expect(await state()).to.deep.equal([1, 1, true]);

    el.collapsed = true;
    expect(await state(), 'collapsed').to.deep.equal([1, 1, true]);
    const chapter = (id: string): HTMLDetailsElement => el.shadowRoot!.getElementById(id)!.closest('details')!;
    chapter('assess-the-situation').open = true;
    el.chapters = 'assess-the-situation six-tips seek-help';
    expect(await state(), 'fewer chapters').to.deep.equal([1, 1, true]);
    expect([...el.shadowRoot!.querySelectorAll('.chapter > [open]')]).to.deep.equal([chapter('assess-the-situation')]);
    el.pack = { ...head, sections: [...sections].reverse() };
    expect(await state(), 'another order').to.deep.equal([1, 1, true]);
    expect([...el.shadowRoot!.querySelectorAll('.chapter > [open]')]).to.deep.equal([chapter('assess-the-situation')]);

    el.chapters = 'six-tips';
    await el.updateComplete;
    el.chapters = '';
    expect(await state(), 'what goes with its chapter is gone').to.deep.equal([0, 0, true]);
  });

  it('looks the same closed by its property as by its attribute', async () => {
    const el = await guide();
    const height = (): number => el.shadowRoot!.querySelector('.chapters')!.getBoundingClientRect().height;
    el.setAttribute('collapsed', '');
    await el.updateComplete;
    const closed = height();

    el.removeAttribute('collapsed');
    el.collapsed = true;
    await el.updateComplete;

    expect(height()).to.equal(closed);
  });

  it('leaves out, replaces and moves what the page says', async () => {
    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide without="tips activities">
        <rekindle-checklist slot="checklist" mode="list"></rekindle-checklist>
        <rekindle-activities slot="work-on-yourself"></rekindle-activities>
      </rekindle-guide>`,
    );
    await nextFrame();
    const [own, moved] = el.children as unknown as [HTMLElement, HTMLElement];
    const chapterOf = (one: Element): string => one.assignedSlot!.closest('section')!.dataset.id!;

    expect([...el.shadowRoot!.querySelectorAll('.standing')].map(one => one.localName)).to.deep.equal([
      'rekindle-helplines',
    ]);
    expect(chapterOf(own)).to.equal('assess-the-situation');
    expect(chapterOf(moved)).to.equal('work-on-yourself');

    own.remove();
    await waitUntil(() => el.shadowRoot!.querySelector('rekindle-checklist'));
  });

  it('answers what asks for a chapter or a part, and opens the chapter of what another element answers', async () => {
    const el = await fixture<RekindleGuide>(html`<rekindle-guide collapsed></rekindle-guide>`);
    const find = new RekindleFindEvent([
      'sections/seek-help',
      'sections/know-who-you-are',
      'sections/none',
      'seek-help',
    ]);
    document.dispatchEvent(find);
    expect([...find.found].filter(to => !/^(tips|activities|helplines)/.test(to))).to.deep.equal([
      'sections/seek-help',
      'sections/know-who-you-are',
    ]);

    const open = new RekindleOpenEvent('sections/know-who-you-are');
    document.body.dispatchEvent(open);
    expect(open.defaultPrevented).to.equal(true);
    expect(focused()!.textContent).to.equal('Know who you are');

    document.body.dispatchEvent(new RekindleOpenEvent('tips/focus-on-yourself'));
    expect(el.shadowRoot!.querySelector('rekindle-tips')!.closest('details')!.open).to.equal(true);
    const none = new RekindleOpenEvent('sections/none');
    document.body.dispatchEvent(none);
    expect(none.defaultPrevented).to.equal(false);

    el.remove();
    const gone = new RekindleFindEvent(['sections/seek-help']);
    document.dispatchEvent(gone);
    expect(gone.found.size).to.equal(0);
  });

  it('tells search engines what it holds, when asked to, once a page, and takes it back', async () => {
    const of = (type: string): HTMLScriptElement[] =>
      [...document.querySelectorAll<HTMLScriptElement>('script[type*=ld]')].filter(
        ({ text }) => (JSON.parse(text) as { '@type': string })['@type'] === type,
      );
    const all = (): HTMLScriptElement[] => of('Article');
    await guide();
    expect([...all(), ...of('ItemList')]).to.have.lengthOf(0);

    const el = await fixture<RekindleGuide>(
      html`<rekindle-guide
        structured-data
        .pack=${{ ...head, title: 'A </script> title', sections }}
      ></rekindle-guide>`,
    );
    const second = await fixture<RekindleGuide>(html`<rekindle-guide structured-data></rekindle-guide>`);
    expect(all()).to.have.lengthOf(1);
    expect(all()[0]!.outerHTML.match(/<\/script>/g)).to.have.lengthOf(1);
    expect(of('ItemList')).to.have.lengthOf(1);
    const data = JSON.parse(all()[0]!.textContent) as { headline: string; hasPart: { url: string }[] };
    expect(data.headline).to.equal('A </script> title');
    expect(data.hasPart.map(part => new URL(part.url).hash)).to.deep.equal(sections.map(({ id }) => `#${id}`));

    const headline = (): string => (JSON.parse(all()[0]!.textContent) as { headline: string }).headline;
    el.structuredData = false;
    await el.updateComplete;
    await second.updateComplete;
    expect(all()).to.have.lengthOf(1);
    expect(headline()).to.equal(head.title);
    el.structuredData = true;
    await el.updateComplete;
    second.remove();
    await el.updateComplete;
    expect(all()).to.have.lengthOf(1);
    expect(headline()).to.equal('A </script> title');
    el.remove();
    expect([...all(), ...of('ItemList')]).to.have.lengthOf(0);
  });

  it('is there as ever where the page has no place for what search engines would learn', async () => {
    // Older Chrome under Trusted Types.
    HTMLScriptElement.prototype.replaceChildren = () => {
      throw new TypeError('needs a TrustedScript');
    };
    try {
      const el = await fixture<RekindleGuide>(html`<rekindle-guide structured-data></rekindle-guide>`);
      expect(inside(el).getAllByRole('link', { name: 'Back to contents' })).to.have.lengthOf(sections.length);
    } finally {
      Reflect.deleteProperty(HTMLScriptElement.prototype, 'replaceChildren');
    }
  });

  it('lets the next guide tell of its activities too, where the first one leaves or falls silent', async () => {
    const types = (): string[] =>
      [...document.querySelectorAll('script[type*=ld]')]
        .map(({ textContent }) => (JSON.parse(textContent) as { '@type': string })['@type'])
        .sort();
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => fixture<RekindleGuide>(html`<rekindle-guide structured-data></rekindle-guide>`)),
    );
    expect(types()).to.deep.equal(['Article', 'ItemList']);

    first!.remove();
    await waitUntil(() => types().length === 2);
    second!.structuredData = false;
    await second!.updateComplete;
    await waitUntil(() => types().length === 2);
    third!.remove();
    expect(types()).to.deep.equal([]);
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
