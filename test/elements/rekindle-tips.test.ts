import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/bundles/tips-actions.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { expectAccessible, focused, inside, untilPainted } from '../support/page.ts';
import { button, moved, moves, spaceOut, stage, status, tipsPack, track } from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

const tips = (): Promise<RekindleTips> => fixture<RekindleTips>(html`<rekindle-tips></rekindle-tips>`);

/** WCAG contrast of a colour of CSS with white. */
function contrastWithWhite(color: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map(part =>
    part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

describe('rekindle-tips', () => {
  it('moves on by the next button, says it once and keeps the focus there', async () => {
    const el = await tips();
    const events = moves(el);

    button(el, 'Next tip').focus();
    await sendKeys({ press: 'Enter' });
    await moved(el, events);

    expect(inside(el).queryByText('2 of 6')).to.not.equal(null);
    expect(status(el)).to.equal('Show Respect, 2 of 6');
    expect(events).to.deep.equal(['1 show-respect user']);
    expect(focused()).to.equal(button(el, 'Next tip'));
  });

  for (const key of ['Alt', 'Control', 'Meta', 'Shift']) {
    it(`leaves the arrow keys to the browser together with ${key}`, async () => {
      const el = await tips();
      const taken: boolean[] = [];
      el.addEventListener('keydown', event => {
        if (event.key === 'ArrowRight') taken.push(event.defaultPrevented);
        // What the browser does with it is not of this test.
        event.preventDefault();
      });

      track(el).focus();
      await sendKeys({ down: key });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ up: key });

      expect(taken).to.deep.equal([false]);
      expect(el.activeIndex).to.equal(0);
    });
  }

  it('is not there while it is hidden', async () => {
    const el = await tips();

    el.hidden = true;
    expect(el.checkVisibility()).to.equal(false);

    el.hidden = false;
    expect(el.checkVisibility()).to.equal(true);
  });

  // The other engines have no way to show a page as it prints.
  if (navigator.userAgent.includes('Chrome/')) {
    it('prints dark on white, whatever the page looks like', async () => {
      const el = await tips();
      el.style.cssText = 'color-scheme: dark; --rekindle-surface: #111; --rekindle-text: #eee';
      const title = inside(el).getByRole('heading', { name: 'Focus on Yourself' });
      const ground = (of: Element | null): string => {
        const { backgroundColor } = getComputedStyle(of!);
        return backgroundColor === 'rgba(0, 0, 0, 0)' ? ground(of!.parentElement) : backgroundColor;
      };
      await emulateMedia({ media: 'print' });
      try {
        expect(contrastWithWhite(getComputedStyle(title).color)).to.be.greaterThan(7);
        expect(ground(title)).to.equal('rgb(255, 255, 255)');
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  }

  it('paints the start of the move before what follows from it', async () => {
    const el = await tips();

    await untilPainted(() => button(el, 'Next tip').click());
    expect(inside(el).queryByText('1 of 6')).to.not.equal(null);
    await el.updateComplete;

    expect(inside(el).queryByText('2 of 6')).to.not.equal(null);
  });

  it('scrolls its row to the card, and the page not at all', async () => {
    const el = await tips();
    const room = el.parentElement!.insertBefore(document.createElement('div'), el);
    room.style.height = '3000px';
    el.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = scrollY;
    expect(before).to.be.above(1000);

    button(el, 'Next tip').click();
    await waitUntil(() => Math.abs(track(el).scrollLeft) > 100);

    expect(scrollY).to.equal(before);
  });

  it('goes to the ends and no further, and says nothing there', async () => {
    const el = await tips();
    const events = moves(el);

    button(el, 'Previous tip').click();
    await el.updateComplete;
    expect(status(el)).to.equal('');
    expect(button(el, 'Previous tip').getAttribute('aria-disabled')).to.equal('true');

    track(el).focus();
    await sendKeys({ press: 'End' });
    await moved(el, events);
    button(el, 'Next tip').click();
    await el.updateComplete;

    expect(events).to.deep.equal(['5 avoid-desperate-measures user']);
    expect(button(el, 'Next tip').getAttribute('aria-disabled')).to.equal('true');
  });

  for (const [dir, key, position] of [
    ['ltr', 'ArrowRight', '2 of 3'],
    // English in words from right to left: the number must not go to the other end.
    ['rtl', 'ArrowLeft', '\u20662 of 3\u2069'],
  ] as const) {
    it(`moves by ${key} on the row when the words run ${dir}`, async () => {
      const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3, dir)}></rekindle-tips>`);

      track(el).focus();
      await sendKeys({ press: key });

      await waitUntil(() => inside(el).queryByText(position));
      await waitUntil(() => Math.abs(track(el).scrollLeft) > 100);
    });
  }

  it('leaves the keys inside a card to the card', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);

    inside(el).getAllByRole('link')[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });

    expect(inside(el).queryByText('1 of 3')).to.not.equal(null);
  });

  it('follows a swipe, and says the card that it ends on once', async () => {
    const el = await tips();
    const events = moves(el);
    const row = track(el);

    row.scrollTo({ left: row.scrollWidth, behavior: 'instant' });
    await moved(el, events);

    expect(status(el)).to.equal('Avoid Desperate Measures, 6 of 6');
    expect(events).to.deep.equal(['5 avoid-desperate-measures user']);
  });

  it('moves silently when the page asks for it', async () => {
    const el = await tips();
    const events = moves(el);

    el.next();
    el.next();
    el.previous();
    await waitUntil(() => inside(el).queryByText('2 of 6'));
    el.activeIndex = 99;
    await waitUntil(() => inside(el).queryByText('6 of 6'));

    expect(el.activeIndex).to.equal(5);
    expect(status(el)).to.equal('');
    expect(events).to.deep.equal([]);
  });

  it('shows all tips as a list and returns to the carousel', async () => {
    const el = await tips();

    const views: string[] = [];
    el.addEventListener('rekindle-view-change', event => views.push(event.view));
    button(el, 'Show all tips').click();
    await el.updateComplete;

    expect(views).to.deep.equal(['list']);
    const tops = inside(el)
      .getAllByRole('heading')
      .map(heading => heading.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).to.equal(6);
    expect(inside(el).queryByRole('button', { name: 'Next tip' })).to.equal(null);
    await expectAccessible(el);

    button(el, 'Show one at a time').click();
    await waitUntil(() => inside(el).queryByText('1 of 6'));
  });

  // Only Chromium can be told to print; the style sheet is the same in every engine.
  if (navigator.userAgent.includes('Chrome/')) {
    it('prints every tip below one another, without controls', async () => {
      const el = await tips();
      await emulateMedia({ media: 'print' });
      try {
        const headings = [...el.shadowRoot!.querySelectorAll('h2')];
        const tops = headings.map(heading => heading.getBoundingClientRect().top);
        expect(new Set(tops).size).to.equal(6);
        for (const heading of headings) expect(heading.checkVisibility({ contentVisibilityAuto: true })).to.equal(true);
        expect(inside(el).queryByRole('button')).to.equal(null);
        const { color } = getComputedStyle(headings[0]!);
        el.style.setProperty('--rekindle-card-color', '#fff');
        expect(getComputedStyle(headings[0]!).color).to.equal(color);

        // Cards that are folded in the row are whole on paper.
        el.height = 'active';
        await el.updateComplete;
        const edges = headings.map(heading => {
          const { paddingTop, borderTopWidth } = getComputedStyle(heading.parentElement!);
          return `${paddingTop} ${borderTopWidth}`;
        });
        expect(new Set(edges).size, edges.join()).to.equal(1);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  }

  it('puts the care note before the advice that involves contact', async () => {
    const el = await tips();

    const note = inside(el).getByRole('note');
    const heading = inside(el).getByRole('heading', { name: 'Focus on Yourself' });

    expect(note.textContent).to.contain('safety comes before').and.to.contain('space or no contact');
    expect(note.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  it('shows no controls for a single tip', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(1)}></rekindle-tips>`);

    expect(inside(el).queryByRole('button')).to.equal(null);
  });

  it('has its words at its heading level, and its name from the label', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips heading-level="4" label="Advice"></rekindle-tips>`);

    expect(inside(el).getAllByRole('heading', { level: 4, hidden: true })).to.have.length(6);
    expect(inside(el).getAllByRole('group', { name: 'Advice' }).length).to.be.greaterThan(0);
  });

  it('cuts nothing at 320 px and under WCAG text spacing', async () => {
    await setViewport({ width: 320, height: 640 });
    const el = await tips();
    spaceOut(el);

    const cards = [...track(el).children] as HTMLElement[];

    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    for (const card of cards) {
      expect(card.scrollWidth, card.innerText).to.be.at.most(card.clientWidth);
      expect(card.scrollHeight, card.innerText).to.be.at.most(card.clientHeight);
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('can be read on cards of a colour of their own', async () => {
    const el = await tips();
    el.style.setProperty('--rekindle-card-background', '#24303f');
    el.style.setProperty('--rekindle-card-color', '#fff');
    await expectAccessible(el);
    el.pack = tipsPack(2);
    await waitUntil(() => inside(el).queryByRole('link'));
    await expectAccessible(el);
  });

  it('marks place and time by a colour that stands out, whatever the accent', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips pagination="dots" autoplay></rekindle-tips>`);
    el.style.setProperty('--rekindle-accent', '#ffd400');
    const dot = inside(el).getAllByRole('button', { current: true })[0]!;
    const bar = el.shadowRoot!.querySelector('[part=progress]')!;

    expect(contrastWithWhite(getComputedStyle(dot, '::before').borderColor)).to.be.at.least(3);
    expect(contrastWithWhite(getComputedStyle(bar).backgroundColor)).to.be.at.least(3);
  });

  for (const [name, most] of [
    ['--rekindle-space', 1],
    ['--rekindle-slide-gap', 1],
    ['--rekindle-slide-gap', 3],
  ] as const) {
    it(`is a carousel where ${name} is 0 without a unit, with ${most} side by side`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips slides-per-page=${most} .pack=${tipsPack(3)}></rekindle-tips>`,
      );
      el.style.setProperty(name, '0');
      const card = el.shadowRoot!.querySelector('[part~=slide-active]')!.getBoundingClientRect();

      expect(card.width).to.equal(stage(el).width);
      button(el, 'Next tip').click();
      await waitUntil(() => Math.abs(track(el).scrollLeft) > 100, 'it does not move');
    });
  }

  it('has no axe violation', async () => {
    await expectAccessible(await tips());
  });
});
