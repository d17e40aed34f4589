import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/bundles/tips-actions.ts';
import { RekindleOpenEvent, RekindleFindEvent, type RekindleTipViewEvent } from '../../src/elements/events.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { expectAccessible, focused, inside } from '../support/page.ts';
import { button, isAt, isStill, moved, moves, shown, stage, status, tipsPack, track } from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

describe('rekindle-tips, options', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('goes round with loop', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips loop .pack=${tipsPack(3)}></rekindle-tips>`);

    expect(button(el, 'Previous tip').getAttribute('aria-disabled')).to.equal('false');
    button(el, 'Previous tip').click();
    await isAt(el, 2);
    button(el, 'Next tip').click();
    await isAt(el, 0);
  });

  it('goes round with loop by the arrow keys too, and not by Home and End', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips loop .pack=${tipsPack(3)}></rekindle-tips>`);
    track(el).focus();
    for (const [press, index] of [
      ['ArrowLeft', 2],
      ['End', 2],
      ['ArrowRight', 0],
      ['Home', 0],
    ] as const) {
      await sendKeys({ press });
      await isAt(el, index);
    }
  });

  it('has no way on where all tips are in view, also with loop', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips loop slides-per-page="3" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    el.style.setProperty('--rekindle-max-inline-size', 'none');
    el.style.inlineSize = '1100px';
    await waitUntil(() => inside(el).queryByText('1 to 3 of 3'));

    const ways = ['Previous tip', 'Next tip'].map(name => button(el, name).getAttribute('aria-disabled'));
    expect(ways).to.deep.equal(['true', 'true']);
  });

  it('lets the page hold the reader back', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    const asked: string[] = [];
    el.addEventListener('rekindle-slide-before-change', event => {
      asked.push(`${event.index} ${event.id} ${event.cause}`);
      event.preventDefault();
    });

    button(el, 'Next tip').click();
    const row = track(el);
    row.scrollTo({ left: row.scrollWidth, behavior: 'instant' });
    await waitUntil(() => asked.length === 2);
    await isAt(el, 0);

    expect(asked).to.deep.equal(['1 tip-1 user', '2 tip-2 user']);
    expect(status(el)).to.equal('');
  });

  it('shows the tip that stays in the select, where the page holds the reader back', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips pagination="select" .pack=${tipsPack(4)}></rekindle-tips>`,
    );
    el.addEventListener('rekindle-slide-before-change', event => event.preventDefault());
    const select = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Go to tip' });

    select.value = '3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await el.updateComplete;

    expect([el.activeIndex, select.value]).to.deep.equal([0, '0']);
  });

  for (const [start, index] of [
    ['2', 1],
    ['tip-3', 3],
    ['nobody', 0],
  ] as const) {
    it(`starts with "${start}"`, async () => {
      const el = await fixture<RekindleTips>(html`<rekindle-tips start=${start} .pack=${tipsPack(5)}></rekindle-tips>`);
      await isAt(el, index);
      expect(status(el)).to.equal('');
    });
  }

  it('stands at the index that the page names, also where the words come later', async () => {
    const src = `data:application/json,${encodeURIComponent(JSON.stringify(tipsPack(5)))}`;
    const el = await fixture<RekindleTips>(html`<rekindle-tips active-index="3" src=${src}></rekindle-tips>`);
    await waitUntil(() => el.length === 5);
    await isAt(el, 3);

    expect(el.activeIndex).to.equal(3);
  });

  it('is at its tip at once where nobody moves: at first, put elsewhere, and where one before it goes', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips start="2" .pack=${tipsPack(5)}></rekindle-tips>`);
    const card = (): number => track(el).scrollLeft / (track(el).scrollWidth - track(el).clientWidth);
    expect(card(), 'at first').to.be.closeTo(1 / 4, 0.01);

    el.parentElement!.appendChild(document.createElement('div')).append(el);
    await el.updateComplete;
    expect(card(), 'put elsewhere').to.be.closeTo(1 / 4, 0.01);

    el.withdrawn = new Set(['tips/tip-0']);
    await el.updateComplete;
    expect(card(), 'one goes').to.equal(0);
    el.withdrawn = new Set();
    await el.updateComplete;
    expect(card(), 'one comes').to.be.closeTo(1 / 4, 0.01);
  });

  it('tells of no move where the page starts anew with what it puts elsewhere', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    const events = moves(el);
    button(el, 'Next tip').click();
    await moved(el, events);

    el.activeIndex = 0;
    el.parentElement!.appendChild(document.createElement('div')).append(el);
    await isAt(el, 0);
    await isStill(track(el));

    expect(events).to.deep.equal(['1 tip-1 user']);
  });

  it('tells and says a move of the reader whose tips are replaced on the way', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    const events = moves(el);
    button(el, 'Next tip').click();
    el.pack = tipsPack(5);
    await moved(el, events);
    await isAt(el, 1);
    expect(events).to.deep.equal(['1 tip-1 user']);
    expect(status(el)).to.equal('Tip 2, 2 of 5');
  });

  it('starts with the same tip for every reader, every day another', async () => {
    const first = async (day: number): Promise<number> => {
      // Midday here, whatever the time zone.
      window.Date = class extends standard {
        constructor(...args: [] | [number]) {
          super(...(args.length ? args : ([2026, 10, day, 12] as unknown as [number])));
        }
      } as DateConstructor;
      const template = html`<rekindle-tips start="daily" .pack=${tipsPack(5)}></rekindle-tips>`;
      return (await fixture<RekindleTips>(template)).activeIndex;
    };
    const standard = Date;
    try {
      expect([await first(23), await first(23), await first(24), await first(25)]).to.deep.equal([0, 0, 1, 2]);
    } finally {
      window.Date = standard;
    }
  });

  it('has a dot for each of a few tips, named as they are and large enough', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips pagination="dots" .pack=${tipsPack(8)}></rekindle-tips>`,
    );
    const picker = inside(el).getByRole('group', { name: 'Go to tip' });
    const dots = [...picker.children] as HTMLElement[];

    expect(dots.map(dot => dot.getAttribute('aria-label'))).to.deep.equal(tipsPack(8).tips.map(tip => tip.title));
    for (const dot of dots) {
      const { width, height } = dot.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
    dots[4]!.click();
    await isAt(el, 4);
    expect(dots[4]!.getAttribute('aria-current')).to.equal('true');
    dots[4]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await isAt(el, 5);
    expect(focused()).to.equal(dots[5]);
    await expectAccessible(el);
  });

  it('keeps the dots apart where letters are large', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips pagination="dots" style="--rekindle-font-size: 32px" .pack=${tipsPack(8)}></rekindle-tips>`,
    );
    const [dot] = inside(el).getByRole('group', { name: 'Go to tip' }).children;
    const circle = Number.parseFloat(getComputedStyle(dot!, '::before').width);
    expect(dot!.getBoundingClientRect().width - circle).to.be.at.least(12);
  });

  it('marks the dots of all tips that are seen, and says of the first that it is current', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        pagination="dots"
        slides-per-page="2"
        style="inline-size: 700px"
        .pack=${tipsPack(6)}
      ></rekindle-tips>`,
    );
    const titles = tipsPack(6).tips.map(tip => tip.title);
    /** By their discs: the others are rings. */
    const marked = (): string[] =>
      titles.filter(title => Number.parseFloat(getComputedStyle(button(el, title), '::before').borderTopWidth) > 2);
    const current = (): (string | null)[] =>
      inside(el)
        .queryAllByRole('button', { current: true })
        .map(dot => dot.getAttribute('aria-label'));

    await waitUntil(() => marked().length === 2);
    expect([marked(), current()]).to.deep.equal([titles.slice(0, 2), titles.slice(0, 1)]);
    button(el, titles[5]!).click();
    await waitUntil(() => marked()[0] === titles[4]);
    expect([marked(), current()]).to.deep.equal([titles.slice(4), titles.slice(4, 5)]);
  });

  for (const pagination of ['dots', 'select'] as const) {
    it(`keeps previous and next together beside ${pagination}, at 320 px and with autoplay`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips
          autoplay
          pagination=${pagination}
          style="inline-size: 288px"
          .pack=${tipsPack(8)}
        ></rekindle-tips>`,
      );
      const [start, previous, next] = ['Stop the tips', 'Previous tip', 'Next tip'].map(name =>
        button(el, name).getBoundingClientRect(),
      );

      expect(previous!.top).to.equal(start!.top);
      expect(next!.top).to.equal(start!.top);
      expect(next!.left).to.be.above(previous!.right);
    });
  }

  it('has one select for more tips, whatever their number', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips pagination="dots" .pack=${tipsPack(9)}></rekindle-tips>`,
    );
    let leaked = 0;
    for (const type of ['input', 'change']) el.addEventListener(type, () => leaked++);
    const events = moves(el);
    const select = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Go to tip' });

    select.value = '6';
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await moved(el, events);

    expect(events).to.deep.equal(['6 tip-6 user']);
    expect(leaked).to.equal(0);
    await expectAccessible(el);
  });

  it('names no option anew with a move', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips content="children" pagination="select"
        ><ul>
          ${tipsPack(100).tips.map(({ id }) => html`<li>${id}</li>`)}
        </ul></rekindle-tips
      >`,
    );
    const select = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Go to tip' });
    const text = el.text.bind(el);
    let named = 0;
    el.text = (key, values) => {
      if (key === 'untitled') named++;
      return text(key, values);
    };

    button(el, 'Next tip').click();
    await isAt(el, 1);
    el.goToSlide(70);
    await isAt(el, 70);

    expect(named).to.be.below(50);
    expect([select.options.length, select.value, select.selectedOptions[0]!.text]).to.deep.equal([100, '70', 'Tip 71']);
    el.showAll();
    await el.updateComplete;
    el.showCarousel();
    await isAt(el, 70);
    const again = inside(el).getByRole<HTMLSelectElement>('combobox', { name: 'Go to tip' });
    expect([again.options.length, again.value]).to.deep.equal([100, '70']);
  });

  it('shows the position as usual for a pagination that there is not', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips pagination="bullets" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    expect(inside(el).getByText('1 of 3').checkVisibility()).to.equal(true);
  });

  it('hides the buttons and the position, and still leads to the list', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips navigation="none" pagination="none" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    expect(inside(el).queryByRole('button', { name: 'Next tip' })).to.equal(null);
    expect(inside(el).getByText('1 of 3').checkVisibility()).to.equal(false);
    expect(button(el, 'Show all tips')).to.not.equal(null);
    expect(inside(el).getByRole('note').textContent).to.contain('Safety first.');
  });

  it('keeps the care note in reach in every view', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(60)}></rekindle-tips>`);
    for (const view of ['carousel', 'list', 'kept'] as const) {
      el.view = view;
      await el.updateComplete;
      expect(inside(el).getByRole('note').textContent, view).to.contain('No contact.');
    }
  });

  it('fits as many cards as the page wants, fewer where it is narrow, and moves by as many', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips slides-per-page="3" .pack=${tipsPack(7)}></rekindle-tips>`,
    );
    el.style.setProperty('--rekindle-max-inline-size', 'none');
    el.style.inlineSize = '1100px';
    await waitUntil(() => inside(el).queryByText('1 to 3 of 7'));
    expect(el.shadowRoot!.querySelectorAll('[part~=slide-active]').length).to.equal(3);
    button(el, 'Next tip').click();
    await waitUntil(() => inside(el).queryByText('4 to 6 of 7'));
    button(el, 'Next tip').click();
    await waitUntil(() => inside(el).queryByText('5 to 7 of 7'));
    expect(button(el, 'Next tip').getAttribute('aria-disabled')).to.equal('true');

    el.style.inlineSize = '375px';
    await waitUntil(() => inside(el).queryByText('5 of 7'));
  });

  for (const [from, to, start, index] of [
    [1100, 375, 3, 3],
    [1100, 600, 2, 2],
    [375, 1100, 2, 2],
    [375, 1100, 5, 3],
  ] as const) {
    it(`stays at its tip from ${from} to ${to} px, from card ${start}, and says nothing of a move`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips
          slides-per-page="3"
          hash
          .pack=${tipsPack(6)}
          style="--rekindle-max-inline-size: none; inline-size: ${from}px"
        ></rekindle-tips>`,
      );
      const fits = (width: number): number => (width > 832 ? 3 : width > 544 ? 2 : 1);
      const stands = (at: number, width: number): Promise<void> =>
        waitUntil(() => {
          const card = el.shadowRoot!.querySelectorAll('.card')[at]!.getBoundingClientRect();
          const isThere = el.activeIndex === at && Math.abs(card.left - stage(el).left) < 2;
          return isThere && el.shadowRoot!.querySelectorAll('[part~=slide-active]').length === fits(width);
        }, `card ${at} does not stand at the start`);
      await stands(0, from);
      el.activeIndex = start;
      await stands(start, from);
      // The last of what follows from the move: the tip has come to rest.
      await waitUntil(() => location.hash === `#tip-${start}`);
      const { hash } = location;
      const events = moves(el);
      el.addEventListener('rekindle-slide-before-change', () => events.push('asked'));

      el.style.inlineSize = `${to}px`;
      await stands(index, to);
      await isStill(track(el));
      await stands(index, to);

      expect(events).to.deep.equal([]);
      expect(status(el)).to.equal('');
      if (index === start) expect(location.hash).to.equal(hash);
    });
  }

  it('tells of no move of the reader where all tips were in view for a while', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="3"
        hash
        .pack=${tipsPack(3)}
        style="--rekindle-max-inline-size: none; inline-size: 375px"
      ></rekindle-tips>`,
    );
    el.activeIndex = 1;
    await isAt(el, 1);
    const events = moves(el);
    el.style.inlineSize = '1100px';
    await waitUntil(() => inside(el).queryByText('1 to 3 of 3'));

    el.style.inlineSize = '375px';
    await waitUntil(() => inside(el).queryByText('1 of 3'));
    await isStill(track(el));
    await isAt(el, 0);

    expect(events).to.deep.equal([]);
    expect(status(el)).to.equal('');
  });

  it('has every card that is seen, and those beside it, of many tips side by side', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="6"
        start="20"
        .pack=${tipsPack(60)}
        style="--rekindle-max-inline-size: none; inline-size: 1400px"
      ></rekindle-tips>`,
    );
    await waitUntil(() => inside(el).queryByText('20 to 25 of 60'));
    expect(el.shadowRoot!.querySelectorAll('[part~=slide-active]').length).to.equal(6);
    for (const name of ['Tip 18', 'Tip 19', 'Tip 26', 'Tip 27'])
      expect(el.shadowRoot!.textContent, name).to.contain(name);
  });

  it('counts the cards that fit, not the room at the sides in which the neighbours show', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="3"
        .pack=${tipsPack(6)}
        style="--rekindle-scroll-hint: 64px; inline-size: 375px"
      ></rekindle-tips>`,
    );
    await waitUntil(() => track(el).style.getPropertyValue('--per-page') === '3');
    await isStill(track(el));
    button(el, 'Next tip').click();
    await isAt(el, 1);
    expect(inside(el).queryByText('2 of 6')).to.not.equal(null);
  });

  // Safari gives up a smooth scroll when the cards change on the way, and stops at one of them.
  for (const behavior of CSS.supports('overflow-anchor', 'none')
    ? (['instant', 'smooth'] as const)
    : ['instant' as const])
    it(`lets the browser go where a link to words leads, ${behavior}, though it does not know yet how many cards fit`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips
          slides-per-page="3"
          .pack=${tipsPack(6)}
          style="--rekindle-max-inline-size: none; inline-size: 1100px"
        ></rekindle-tips>`,
      );
      const events = moves(el);
      track(el).scrollTo({ left: track(el).scrollWidth, behavior });
      await waitUntil(() => inside(el).queryByText('4 to 6 of 6'), 'it is held back');
      await waitUntil(() => events.length, 'nothing is told');
      await isStill(track(el));
      // Who is there before the row knows is told by the last tip, which is in view too.
      if (behavior === 'smooth') expect(events).to.deep.equal(['3 tip-3 user']);
      else expect(events.map(event => /^(3 tip-3|5 tip-5) user$/.test(event))).to.deep.equal([true]);
      expect(el.activeIndex).to.equal(3);
    });

  it('leads to the last tips of the list, though the row had them side by side', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="3"
        hash
        .pack=${tipsPack(6)}
        style="--rekindle-max-inline-size: none; inline-size: 1100px"
      ></rekindle-tips>`,
    );
    await waitUntil(() => inside(el).queryByText('1 to 3 of 6'));
    el.showAll();
    await el.updateComplete;
    location.hash = '#tip-5';
    await waitUntil(() => el.activeIndex === 5, 'it leads to another tip');
  });

  it('is as tall as the active tip where the page wants that, without a card that could be swiped to', async () => {
    const pack = tipsPack(3);
    pack.tips[1] = { ...pack.tips[1]!, points: ['A long point. '.repeat(60)] };
    const el = await fixture<RekindleTips>(html`<rekindle-tips height="active" .pack=${pack}></rekindle-tips>`);
    const low = track(el).getBoundingClientRect().height;
    button(el, 'Next tip').click();
    await isAt(el, 1);
    const high = track(el).getBoundingClientRect().height;

    expect(high).to.be.greaterThan(low + 50);
    const card = el.shadowRoot!.querySelector<HTMLElement>('[part~=slide-active]')!;
    expect(card.scrollHeight).to.be.at.most(card.clientHeight);
    expect(getComputedStyle(track(el)).overflowX).to.equal('hidden');
  });

  it('can be swiped where there are no buttons, also if it was to be as tall as the active tip', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips height="active" navigation="none" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    const { overflowX, scrollSnapType } = getComputedStyle(track(el));

    expect([overflowX, scrollSnapType]).to.deep.equal(['auto', 'inline mandatory']);
    track(el).scrollTo({ left: track(el).clientWidth, behavior: 'instant' });
    await isAt(el, 1);
  });

  for (const height of ['tallest', 'active']) {
    it(`stays at its tip in a page that gets wider, with a row as tall as the ${height} one`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips height=${height} style="inline-size: 400px" .pack=${tipsPack(6)}></rekindle-tips>`,
      );
      el.activeIndex = 4;
      await isAt(el, 4);
      el.style.inlineSize = '700px';
      await isAt(el, 4);
    });
  }

  it('leaves to nobody what the browser picks in a row of another width, where the reader swiped', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips style="inline-size: 400px" .pack=${tipsPack(6)}></rekindle-tips>`,
    );
    const events = moves(el);
    const row = track(el);
    row.scrollTo({ left: row.scrollWidth, behavior: 'instant' });
    await waitUntil(() => events.length, 'the swipe has come to rest');
    // A phone that is turned, and a browser that does not keep the card.
    el.style.inlineSize = '700px';
    row.scrollTo({ left: row.clientWidth * 2, behavior: 'instant' });
    await isStill(row);
    await isAt(el, 5);
    expect(events).to.deep.equal(['5 tip-5 user']);
  });

  it('stays at its tip where the window changes, and the browser glides there by itself', async () => {
    await setViewport({ width: 1280, height: 600 });
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(6)} active-index="4"></rekindle-tips>`);
    await isAt(el, 4);
    const events = moves(el);
    try {
      for (const width of [500, 1280, 800]) {
        await setViewport({ width, height: 600 });
        await isStill(track(el));
        await isAt(el, 4);
      }
      expect([events, el.activeIndex]).to.deep.equal([[], 4]);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('leaves her first swipe to the reader in a row of another width, at the first tip', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips style="inline-size: 400px" .pack=${tipsPack(6)}></rekindle-tips>`,
    );
    const events = moves(el);
    for (const [name, count] of [
      ['Next tip', 1],
      ['Previous tip', 2],
    ] as const) {
      button(el, name).click();
      await waitUntil(() => events.length === count, `${name} has come to rest`);
    }
    el.style.inlineSize = '700px';
    await nextFrame();
    const row = track(el);
    row.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    row.scrollTo({ left: row.clientWidth, behavior: 'instant' });
    await waitUntil(() => events.length === 3, 'the swipe has come to rest');
    await isStill(row);
    expect([events.at(-1), el.activeIndex]).to.deep.equal(['1 tip-1 user', 1]);
  });

  const saysShifts = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
  if (saysShifts)
    it('shifts nothing with the height of the active tip', async () => {
      const pack = tipsPack(3);
      pack.tips[1] = { ...pack.tips[1]!, points: ['A long point. '.repeat(60)] };
      const el = await fixture<RekindleTips>(html`<rekindle-tips height="active" .pack=${pack}></rekindle-tips>`);
      el.after(Object.assign(document.createElement('p'), { textContent: 'Text below.' }));
      await nextFrame();
      interface Shift extends PerformanceEntry {
        readonly value: number;
        readonly hadRecentInput: boolean;
      }
      const shifts: Shift[] = [];
      const observer = new PerformanceObserver(list => shifts.push(...(list.getEntries() as Shift[])));
      observer.observe({ type: 'layout-shift' });

      button(el, 'Next tip').focus();
      await sendKeys({ press: 'Enter' });
      await isAt(el, 1);
      await waitUntil(() => shifts.length > 0, 'what is below does not move');
      await sendKeys({ press: 'Enter' });
      await isAt(el, 2);
      await nextFrame();

      observer.disconnect();
      expect(shifts.filter(shift => !shift.hadRecentInput)).to.deep.equal([]);
    });

  it('is a landmark where the page wants one, and none by itself', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips></rekindle-tips>`);
    expect(inside(el).queryByRole('region')).to.equal(null);
    el.landmark = true;
    await el.updateComplete;
    expect(inside(el).getByRole('region', { name: 'Tips' }).getAttribute('aria-roledescription')).to.equal('carousel');
  });

  it('tells CSS what it shows', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(2)}></rekindle-tips>`);
    expect(el.matches(':state(first)')).to.equal(true);
    expect(el.matches(':state(last)')).to.equal(false);
    el.next();
    await waitUntil(() => el.matches(':state(last)'));
    expect(el.matches(':state(first)')).to.equal(false);
    el.showAll();
    await waitUntil(() => el.matches(':state(list)'));
    expect(inside(el).getAllByRole('heading').length).to.equal(2);
    el.showCarousel();
    await isAt(el, 1);
  });

  it('tells the page that tips are there, and that one was seen, once', async () => {
    const loaded: number[] = [];
    const seen: RekindleTipViewEvent[] = [];
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.addEventListener('rekindle-tips-load', event => loaded.push(event.length));
    parent.addEventListener('rekindle-tip-view', event => seen.push(event));
    const el = document.createElement('rekindle-tips');
    el.pack = tipsPack(3);
    // What is set aside, and its coming back, would tell of a danger that the reader named.
    el.withdrawn = new Set(['tips/tip-2']);
    parent.append(el);
    await el.ready;
    await waitUntil(() => seen.length, 'no tip was seen');
    // The same tips.
    Object.assign(el, { withdrawn: new Set(), headingLevel: 4 });
    await waitUntil(() => inside(el).queryByRole('heading', { level: 4, name: 'Tip 1' }));
    el.pack = tipsPack(4);
    await waitUntil(() => loaded.includes(4));

    expect(loaded).to.deep.equal([3, 4]);
    expect(seen.map(({ index, id, cause }) => [index, id, cause])).to.deep.equal([[0, 'tip-0', 'start']]);
  });

  /** Ids of the tips that were on the screen for a second. */
  const views = (el: RekindleTips): string[] => {
    const seen: string[] = [];
    el.addEventListener('rekindle-tip-view', event => seen.push(event.id));
    return seen;
  };

  it('tells of a tip that is seen, though most of the element around it is not', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips .pack=${tipsPack(3)}>
        <div slot="heading" style="height: 3000px"></div>
        <div slot="footer" style="height: 3000px"></div>
      </rekindle-tips>`,
    );
    const seen = views(el);
    track(el).scrollIntoView({ block: 'center' });
    await waitUntil(() => seen.length, 'no tip was seen');
    expect(seen).to.deep.equal(['tip-0']);
    scrollTo(0, 0);
  });

  it('tells of a tip that fills the screen, though half of it has no room there', async () => {
    const pack = tipsPack(3);
    pack.tips[0] = { ...pack.tips[0]!, points: Array.from({ length: 60 }, () => 'A long point. '.repeat(20)) };
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${pack}></rekindle-tips>`);
    expect(track(el).getBoundingClientRect().height).to.be.greaterThan(innerHeight * 2);
    const seen = views(el);
    track(el).scrollIntoView({ block: 'start' });
    await waitUntil(() => seen.length, 'no tip was seen');
    expect(seen).to.deep.equal(['tip-0']);
    scrollTo(0, 0);
  });

  it('tells of every tip that is seen, side by side and in a list', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips slides-per-page="3" .pack=${tipsPack(7)}></rekindle-tips>`,
    );
    el.style.setProperty('--rekindle-max-inline-size', 'none');
    el.style.inlineSize = '1100px';
    const seen = views(el);
    await waitUntil(() => seen.length, 'no tip was seen');
    expect(seen).to.deep.equal(['tip-0', 'tip-1', 'tip-2']);

    seen.length = 0;
    el.view = 'list';
    await el.updateComplete;
    inside(el).getByRole('heading', { name: 'Tip 6' }).scrollIntoView({ block: 'center' });
    await waitUntil(() => seen.includes('tip-5'), 'the tip in the list was not seen');
    expect(seen).to.not.include('tip-0');
    scrollTo(0, 0);
  });

  it('tells of a tip once in the row, though the list showed it before', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    button(el, 'Show all tips').click();
    const seen = views(el);
    await waitUntil(() => seen.includes('tip-0'), 'no tip of the list was seen');
    button(el, 'Show one at a time').click();
    await waitUntil(() => inside(el).queryByText('1 of 3'));
    seen.length = 0;
    for (const index of [1, 2]) {
      button(el, 'Next tip').click();
      await waitUntil(() => seen.includes(`tip-${index}`), 'the tip in the row was not seen');
    }
    expect(seen.filter(id => id === 'tip-1')).to.deep.equal(['tip-1']);
  });

  it('tells of no tip that is still on its way', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    const seen = views(el);
    // Its second is over while the row glides, or stands still half way.
    const row = track(el);
    row.scroll = () => undefined;
    button(el, 'Next tip').click();
    await waitUntil(() => el.activeIndex === 1 && status(el), 'the move has come to rest');
    expect(seen).to.deep.equal([]);
    await waitUntil(() => seen.length, 'the tip was not seen');
    expect(seen).to.deep.equal(['tip-1']);
  });

  it('tells of a tip that takes the place of another on the screen', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    const seen = views(el);
    await waitUntil(() => seen.length, 'no tip was seen');
    el.withdrawn = new Set(['tips/tip-0']);
    await waitUntil(() => seen.length === 2, 'the tip in its place was not seen');
    expect(seen).to.deep.equal(['tip-0', 'tip-1']);
  });

  it('tells of tips that come beside the first, where the page gets wider', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="3"
        style="--rekindle-max-inline-size: none; inline-size: 375px"
        .pack=${tipsPack(4)}
      ></rekindle-tips>`,
    );
    const seen = views(el);
    await waitUntil(() => seen.length, 'no tip was seen');
    el.style.inlineSize = '1100px';
    await waitUntil(() => seen.includes('tip-2'), 'the tips beside it were not seen');
    expect(seen).to.not.include('tip-3');
  });

  it('stays at its tip where all were set aside for a while', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips start="4" .pack=${tipsPack(5)}></rekindle-tips>`);
    el.activeIndex = 1;
    await isAt(el, 1);
    el.withdrawn = new Set(tipsPack(5).tips.map(tip => `tips/${tip.id}`));
    await waitUntil(() => el.length === 0 && inside(el).queryByText(/Set aside/));
    el.withdrawn = new Set();
    await isAt(el, 1);
  });

  it('sets tips aside while the page says so, tells which, and brings them back', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
    el.activeIndex = 2;
    await isAt(el, 2);
    el.withdrawn = new Set(['tips/tip-1', 'activities/two']);
    await waitUntil(() => inside(el).queryByText('2 of 2'));
    expect(shown(el)).to.equal('Tip 3, 2 of 2');
    expect(inside(el).getByText(/Set aside for now.*: Tip 2\./)).to.not.equal(null);
    await expectAccessible(el);

    el.withdrawn = new Set();
    await isAt(el, 2);
    expect(inside(el).queryByText(/Set aside/)).to.equal(null);
    // As a page without TypeScript may say it.
    Object.assign(el, { withdrawn: ['tips/tip-1'] });
    await waitUntil(() => inside(el).queryByText('2 of 2'));
    el.withdrawn = new Set(tipsPack(3).tips.map(tip => `tips/${tip.id}`));
    await waitUntil(() => el.length === 0 && inside(el).queryByText(/Set aside/));
    expect(inside(el).getByRole('note')).to.not.equal(null);
    // A row without cards would be a tab stop that leads to nothing.
    expect(el.shadowRoot!.querySelector('[tabindex="0"]')).to.equal(null);
  });

  it('has no tab stop for a tip alone, and brings the focus to it where another element asks for it', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(1)}></rekindle-tips>`);
    expect(el.shadowRoot!.querySelector('[tabindex="0"]')).to.equal(null);

    document.body.dispatchEvent(new RekindleOpenEvent('tips/tip-0'));
    await el.updateComplete;

    expect(focused()).to.equal(track(el));
  });

  it('opens a tip that another element asks for, and takes the focus there', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips view="list" .pack=${tipsPack(6)}></rekindle-tips>`);
    const find = new RekindleFindEvent(['tips/tip-4', 'tips/none', 'activities/tip-4']);
    document.body.dispatchEvent(find);
    expect([...find.found]).to.deep.equal(['tips/tip-4']);

    const open = new RekindleOpenEvent('tips/tip-4');
    document.body.dispatchEvent(open);
    expect(open.defaultPrevented).to.equal(true);
    await isAt(el, 4);
    expect(focused()).to.equal(track(el));
    await waitUntil(() => status(el) === 'Tip 5, 5 of 6');
  });

  it('tells of the move where another element leads from the list to the first tip', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips hash view="list" start="4" .pack=${tipsPack(6)}></rekindle-tips>`,
    );
    const events = moves(el);
    document.body.dispatchEvent(new RekindleOpenEvent('tips/tip-0'));
    await moved(el, events);
    expect([events, status(el), location.hash]).to.deep.equal([['0 tip-0 open'], 'Tip 1, 1 of 6', '#tip-0']);
  });

  it('tells of no move of the reader where the page moved while she read the list', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips view="list" .pack=${tipsPack(6)}></rekindle-tips>`);
    const events = moves(el);
    el.activeIndex = 1;
    await el.updateComplete;
    el.goToSlide('tip-2');
    await el.updateComplete;
    button(el, 'Show one at a time').click();
    await isAt(el, 2);
    button(el, 'Next tip').click();
    await moved(el, events);
    expect(events).to.deep.equal(['3 tip-3 user']);
  });

  if ('onbeforematch' in document.documentElement) {
    it('opens the tip that find in page finds', async () => {
      const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(12)}></rekindle-tips>`);
      const events = moves(el);
      const hidden = [...el.shadowRoot!.querySelectorAll<HTMLElement>('[hidden=until-found]')];
      expect(hidden.length).to.be.greaterThan(3);

      // What the browser does when it finds words in a hidden card.
      const card = hidden.at(-1)!;
      card.dispatchEvent(new Event('beforematch', { bubbles: true }));
      card.removeAttribute('hidden');
      await moved(el, events);

      expect(events[0]).to.match(/find$/);
      expect(shown(el)).to.equal(card.getAttribute('aria-label'));
    });
  }

  describe('with its children as content', () => {
    const list = (): Promise<RekindleTips> =>
      fixture<RekindleTips>(
        html`<rekindle-tips content="children">
          <ul>
            <li id="walk">
              <h3>Go for a <em>walk</em></h3>
              <p>Ten minutes <strong>is</strong> enough.</p>
              <p>See <a href="https://example.org/walk">the map</a> or <a href="javascript:alert(1)">this</a>.</p>
            </li>
            <li><b>Call:</b> a friend.</li>
            <li>Just words.</li>
          </ul>
        </rekindle-tips>`,
      );

    it('shows them, with their titles, marks and safe links, and the care note', async () => {
      const el = await list();
      await el.ready;

      expect(shown(el)).to.equal('Go for a walk, 1 of 3');
      expect(inside(el).getByRole('heading', { level: 2 }).textContent).to.equal('Go for a walk');
      expect(inside(el).getByText('is').localName).to.equal('strong');
      const links = inside(el).getAllByRole('link');
      expect(links.map(link => link.getAttribute('href'))).to.deep.equal(['https://example.org/walk']);
      expect(inside(el).getByRole('note').textContent).to.contain('safety comes before');
      el.next();
      await isAt(el, 1);
      expect(shown(el)).to.equal('Call, 2 of 3');
      el.next();
      await isAt(el, 2);
      expect(shown(el)).to.equal('Tip 3, 3 of 3');
    });

    it('takes the title from where an editor puts it: the paragraph of an item begins with bold words', async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips content="children">
          <ul>
            <li>
              <p><strong>Call a friend.</strong> Five minutes.</p>
              <p><b>Or</b> write.</p>
            </li>
            <li>
              <p>Go for a <b>walk</b>.</p>
            </li>
          </ul>
        </rekindle-tips>`,
      );
      expect(shown(el)).to.equal('Call a friend, 1 of 2');
      const card = inside(el).getByRole('group', { name: 'Call a friend, 1 of 2' });
      expect([...card.querySelectorAll('li')].map(point => point.textContent.trim())).to.deep.equal([
        'Five minutes.',
        'Or write.',
      ]);
      el.next();
      await isAt(el, 1);
      expect(shown(el)).to.equal('Tip 2, 2 of 2');
    });

    it('has no empty card for an item that an editor left empty, nor for one with a picture alone', async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips content="children">
          <ol>
            <li><p>&nbsp;</p></li>
            <li><img src="data:," alt="A picture" /></li>
            <li>Just words.</li>
            <li><h3>A title</h3></li>
            <li></li>
          </ol>
        </rekindle-tips>`,
      );
      await el.ready;
      expect(el.length).to.equal(2);
      expect(shown(el)).to.equal('Tip 1, 1 of 2');
    });

    it('keeps a link in bold or slanted words, also where an item begins with it', async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips content="children">
          <ul>
            <li>
              <strong><a href="tel:+1800">Call 1800</a></strong> or
              <em
                ><a href="https://example.org/chat"><b>write</b></a></em
              >.
            </li>
          </ul>
        </rekindle-tips>`,
      );
      const links = inside(el).getAllByRole<HTMLAnchorElement>('link');
      expect(links.map(link => [link.textContent, link.href])).to.deep.equal([
        ['Call 1800', 'tel:+1800'],
        ['write', 'https://example.org/chat'],
      ]);
    });

    it('stays at its tip where one before it goes or comes, also without ids', async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips content="children"
          ><ul>
            <li>First words.</li>
            <li>Second words.</li>
            <li>Third words.</li>
          </ul></rekindle-tips
        >`,
      );
      el.activeIndex = 1;
      await isAt(el, 1);
      const seen = (): string => el.shadowRoot!.querySelector('[part~=slide-active]')!.textContent.trim();
      const first = el.querySelector('li')!;

      first.remove();
      await waitUntil(() => inside(el).queryByText('1 of 2'), 'it stays at its place, not at its tip');
      expect(seen()).to.equal('Second words.');
      el.querySelector('ul')!.prepend(first);
      await waitUntil(() => inside(el).queryByText('2 of 3'));
      expect(seen()).to.equal('Second words.');
    });

    it('follows the list as the page changes it', async () => {
      const el = await list();
      el.activeIndex = 2;
      await isAt(el, 2);
      el.querySelector('#walk')!.remove();
      await waitUntil(() => inside(el).queryByText('2 of 2'));
      el.querySelector('li:last-child')!.textContent = 'Other words.';
      await waitUntil(() => inside(el).queryByText('Other words.'));
      el.querySelector('ul')!.remove();
      await waitUntil(() => !inside(el).queryByText('Other words.'));

      expect(el.length).to.equal(0);
    });
  });

  it('waits for nothing that never comes: an empty list leaves the children', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips content="children"><p>Words</p></rekindle-tips>`);
    await nextFrame();
    expect(el.querySelector('p')!.checkVisibility()).to.equal(true);
  });
});
