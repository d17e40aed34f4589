import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/bundles/tips-actions.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { expectState, focused, inside } from '../support/page.ts';
import { button, isAt, isPlaying, moved, moves, status, tipsPack, track } from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

const playing = async (attributes = html``): Promise<RekindleTips> => {
  const el = await fixture<RekindleTips>(
    html`<rekindle-tips autoplay autoplay-interval="60000" .pack=${tipsPack(3)}>${attributes}</rekindle-tips>`,
  );
  await waitUntil(() => clock(el)?.playState === 'running', 'it does not play');
  return el;
};
/** What keeps the time; a test lets it be over at once. */
const clock = (el: RekindleTips): Animation | undefined =>
  (el.shadowRoot as unknown as { getAnimations(): Animation[] })
    .getAnimations()
    .find(one => (one.effect as KeyframeEffect | null)?.target?.getAttribute('part') === 'progress');
const timeIsOver = (el: RekindleTips): void => clock(el)!.finish();

describe('rekindle-tips, autoplay', () => {
  afterEach(() => resetMouse());

  it('shows no time as over while it is stopped', async () => {
    const el = await playing();
    const bar = el.shadowRoot!.querySelector('[part=progress]')!;
    clock(el)!.currentTime = 30_000;
    expect(bar.getBoundingClientRect().width).to.be.greaterThan(el.offsetWidth / 3);

    el.pause();
    expect(bar.getBoundingClientRect().width).to.equal(0);
  });

  it('moves on by itself, and neither says so nor tells it as a change of the reader', async () => {
    const el = await playing();
    const events = moves(el);
    timeIsOver(el);
    await isAt(el, 1);
    await waitUntil(() => clock(el)?.playState === 'running');

    expect(status(el)).to.equal('');
    expect(events).to.deep.equal([]);
  });

  it('ends on the last tip, unless it goes round', async () => {
    const el = await playing();
    const stops: string[] = [];
    el.addEventListener('rekindle-autoplay-stop', event => stops.push(event.cause));
    for (const index of [1, 2]) {
      timeIsOver(el);
      await isAt(el, index);
      await waitUntil(() => clock(el)?.playState === 'running');
    }
    timeIsOver(el);
    await waitUntil(() => stops.length);

    expect(stops).to.deep.equal(['end']);
    expect(inside(el).getByRole('button', { name: 'Play the tips' })).to.not.equal(null);
    el.loop = true;
    button(el, 'Play the tips').click();
    await waitUntil(() => clock(el)?.playState === 'running');
    timeIsOver(el);
    await isAt(el, 0);
  });

  it('has its button first, with a name that changes and the focus that stays', async () => {
    const el = await playing();
    const before = el.parentElement!.insertBefore(document.createElement('button'), el);
    before.focus();
    await sendKeys({ press: 'Tab' });

    // The keyboard is there: it has stopped, and for good.
    expect(focused()).to.equal(button(el, 'Play the tips'));
    expect(button(el, 'Play the tips').hasAttribute('aria-pressed')).to.equal(false);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => clock(el)?.playState === 'running');
    expect(focused()).to.equal(button(el, 'Stop the tips'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !clock(el));
    expect(focused()).to.equal(button(el, 'Play the tips'));
  });

  it('stops for good when the keyboard comes to a later place', async () => {
    const el = await playing();
    const stops: string[] = [];
    el.addEventListener('rekindle-autoplay-stop', event => stops.push(event.cause));
    button(el, 'Next tip').focus();
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => stops.length);

    expect(stops).to.deep.equal(['user']);
    (document.activeElement as HTMLElement).blur();
    expect(clock(el)).to.equal(undefined);
  });

  it('stops for the keyboard, also where the focus was in the tips already', async () => {
    const el = await playing();
    const title = inside(el).getByRole('heading', { name: 'Tip 1' });
    title.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    track(el).focus();
    title.click();
    expect(isPlaying(el)).to.equal(true);

    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused()).to.equal(button(el, 'Show all tips'));
    await waitUntil(() => !isPlaying(el), 'it goes on');
  });

  it('stops for the keyboard in a tip, also where the reader started it: no tip goes from under the focus', async () => {
    const el = await playing();
    button(el, 'Stop the tips').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => clock(el)?.playState === 'running');
    // Start stands above the focus, as long as nothing that moves has it.
    track(el).focus();
    expect(isPlaying(el)).to.equal(true);

    await sendKeys({ press: 'Tab' });
    expect(focused()!.textContent).to.equal('a link');
    await waitUntil(() => !clock(el), 'it goes on');
    await el.updateComplete;
    expect(isPlaying(el)).to.equal(false);
  });

  it('stops when the reader moves', async () => {
    const el = await playing();
    button(el, 'Next tip').click();
    await isAt(el, 1);
    expect(clock(el)).to.equal(undefined);
  });

  it('begins anew where the reader starts it at the end', async () => {
    const el = await playing();
    const events = moves(el);
    button(el, 'Stop the tips').click();
    el.activeIndex = 2;
    await isAt(el, 2);
    button(el, 'Play the tips').click();
    await isAt(el, 0);
    await waitUntil(() => clock(el)?.playState === 'running', 'it does not play');
    // Once the row has come to rest.
    await moved(el, events);
    expect(events).to.deep.equal(['0 tip-0 user']);
  });

  it('stops for a press that opens the list of tips', async () => {
    const el = await playing();
    el.pagination = 'select';
    await el.updateComplete;
    inside(el).getByRole('combobox').click();
    await el.updateComplete;
    expect(inside(el).queryByRole('button', { name: 'Play the tips' })).to.not.equal(null);
  });

  it('holds while the pointer is over it, and goes on when it leaves', async () => {
    const el = await playing();
    const { x, y } = el.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 30), Math.round(y + 30)] });
    await waitUntil(() => clock(el)?.playState === 'paused');
    await sendMouse({ type: 'move', position: [0, 0] });
    await waitUntil(() => clock(el)?.playState === 'running');
  });

  it('goes on where the page moves it to', async () => {
    const el = await playing();
    const place = el.parentElement!.appendChild(document.createElement('div'));
    place.append(el);
    await waitUntil(() => clock(el)?.playState === 'running', 'it stands still');
    timeIsOver(el);
    await isAt(el, 1);
  });

  it('goes on where the page takes it from under the pointer', async () => {
    const el = await playing();
    el.dispatchEvent(new PointerEvent('pointerenter'));
    expect(clock(el)?.playState).to.equal('paused');
    const place = el.parentElement!;
    el.remove();
    place.append(el);
    await waitUntil(() => clock(el)?.playState === 'running', 'it stands still');
  });

  it('stops for the keyboard, also after a press of the mouse on a tip', async () => {
    const el = await playing();
    const before = el.parentElement!.insertBefore(document.createElement('button'), el);
    // Not by the mouse: in Firefox it then keeps the tips of later tests from playing.
    const title = inside(el).getByRole('heading', { name: 'Tip 1' });
    title.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    title.click();
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(button(el, 'Play the tips'));
  });

  // A right press on a tip, a middle one, and one that selects words to a place outside: none ends with a click on a tip.
  for (const [name, end] of [
    ['opens a menu', new MouseEvent('contextmenu', { bubbles: true, composed: true })],
    ['opens a tab', new PointerEvent('auxclick', { bubbles: true, composed: true })],
    ['ends outside', new PointerEvent('pointerleave', { buttons: 1 })],
  ] as const) {
    it(`stops for the keyboard, also after a press that ${name}`, async () => {
      const el = await playing();
      const before = el.parentElement!.insertBefore(document.createElement('button'), el);
      const title = inside(el).getByRole('heading', { name: 'Tip 1' });
      title.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      (end.type === 'pointerleave' ? el : title).dispatchEvent(end);
      before.focus();
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(button(el, 'Play the tips'));
    });
  }

  it('is stopped by a press of a finger on its button, though the finger leaves before the focus comes', async () => {
    const el = await playing();
    const stop = button(el, 'Stop the tips');
    const touch = { bubbles: true, composed: true, pointerType: 'touch' };
    stop.dispatchEvent(new PointerEvent('pointerdown', { ...touch, buttons: 1 }));
    stop.dispatchEvent(new PointerEvent('pointerup', touch));
    el.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
    stop.focus();
    stop.click();
    await el.updateComplete;
    expect(focused()).to.equal(button(el, 'Play the tips'));
  });

  it('holds where it is off the screen', async () => {
    const el = await playing();
    const tall = document.createElement('div');
    tall.style.height = '3000px';
    el.before(tall);
    await waitUntil(() => clock(el)?.playState === 'paused');
    tall.remove();
    await waitUntil(() => clock(el)?.playState === 'running');
  });

  it('plays where the tip is seen, though most of the element is not, and where the reader says start', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips autoplay autoplay-interval="60000" .pack=${tipsPack(3)}>
        <div slot="heading" style="height: 3000px"></div>
        <div slot="footer" style="height: 3000px"></div>
      </rekindle-tips>`,
    );
    await waitUntil(() => clock(el)?.playState === 'paused');
    track(el).scrollIntoView({ block: 'center' });
    await waitUntil(() => clock(el)?.playState === 'running', 'it does not play');

    scrollTo(0, 0);
    await waitUntil(() => clock(el)?.playState === 'paused');
    button(el, 'Stop the tips').click();
    await el.updateComplete;
    button(el, 'Play the tips').click();
    await waitUntil(() => clock(el)?.playState === 'running', 'start does not start');
  });

  it('leaves no clock in the list, and has a new one after it', async () => {
    const el = await playing();
    const before = clock(el)!;
    el.view = 'list';
    await el.updateComplete;
    expect(before.playState).to.equal('idle');
    el.view = 'carousel';
    await waitUntil(() => clock(el)?.playState === 'running');
  });

  it('holds in a hidden tab, and goes on when it is shown again', async () => {
    const el = await playing();
    const tab = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      tab(true);
      expect(clock(el)?.playState).to.equal('paused');
      expectState(el, 'playing', true);
      tab(false);
      expect(clock(el)?.playState).to.equal('running');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('gives a tip three seconds at least, whatever the page says', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips autoplay autoplay-interval="100" .pack=${tipsPack(3)}></rekindle-tips>`,
    );
    await waitUntil(() => clock(el));

    expect(clock(el)!.effect!.getTiming().duration).to.equal(3000);
  });

  it('gives a tip as long as its words need', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips autoplay .pack=${tipsPack(3)}></rekindle-tips>`);
    await waitUntil(() => clock(el));
    const short = Number(clock(el)!.effect!.getTiming().duration);
    el.next();
    await isAt(el, 1);
    await waitUntil(() => Number(clock(el)?.effect?.getTiming().duration) > short);
  });

  it('plays nothing where there is a single tip, until there are more', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips autoplay .pack=${tipsPack(1)}></rekindle-tips>`);
    await el.updateComplete;
    expectState(el, 'playing', false);
    expect(clock(el)).to.equal(undefined);

    el.pack = tipsPack(2);
    await waitUntil(() => clock(el)?.playState === 'running');
    expect(button(el, 'Stop the tips')).to.not.equal(null);
  });

  it('obeys the page, and leaves no clock behind', async () => {
    const el = await playing();
    const told: string[] = [];
    el.addEventListener('rekindle-autoplay-start', event => told.push(`start ${event.cause}`));
    el.addEventListener('rekindle-autoplay-stop', event => told.push(`stop ${event.cause}`));
    el.pause();
    el.pause();
    el.play();
    await waitUntil(() => isPlaying(el));
    el.remove();

    expect(told).to.deep.equal(['stop api', 'start api']);
    expect(clock(el)).to.equal(undefined);
  });

  it('tells of no start in a list, where nothing moves', async () => {
    const el = await playing();
    const told: string[] = [];
    el.pause();
    el.addEventListener('rekindle-autoplay-start', event => told.push(event.cause));
    el.showAll();
    await el.updateComplete;
    el.play();
    await el.updateComplete;
    expect(told).to.deep.equal([]);

    el.showCarousel();
    el.play();
    await waitUntil(() => isPlaying(el));
    expect(told).to.deep.equal(['api']);
  });

  it('gives tips side by side as long as the words of all of them need', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        autoplay
        .pack=${tipsPack(3)}
        style="--rekindle-max-inline-size: none; inline-size: 1100px"
      ></rekindle-tips>`,
    );
    const duration = (): number => Number(clock(el)?.effect?.getTiming().duration);
    await waitUntil(() => duration() > 0, 'it does not play');
    const one = duration();
    el.slidesPerPage = 2;
    await waitUntil(() => duration() > one + 2000, 'two are given no more than one');
  });

  it('keeps the height of the row where tips change by themselves', async () => {
    const pack = tipsPack(3);
    pack.tips[1] = { ...pack.tips[1]!, points: ['A long point. '.repeat(60)] };
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips autoplay height="active" .pack=${pack}></rekindle-tips>`,
    );
    await waitUntil(() => clock(el)?.playState === 'running', 'it does not play');
    const { height } = track(el).getBoundingClientRect();
    timeIsOver(el);
    await isAt(el, 1);
    expect(track(el).getBoundingClientRect().height).to.equal(height);
  });

  // Only Chromium can be told to prefer no motion.
  if (navigator.userAgent.includes('Chrome/')) {
    it('does not begin where the reader prefers no motion, and then does as she says', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const el = await fixture<RekindleTips>(html`<rekindle-tips autoplay .pack=${tipsPack(3)}></rekindle-tips>`);
        expect(clock(el)).to.equal(undefined);
        button(el, 'Play the tips').click();
        await waitUntil(() => clock(el)?.playState === 'running');
        expect((clock(el)!.effect as KeyframeEffect).getKeyframes()).to.deep.equal([]);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });

    it('moves no more once the reader prefers no motion', async () => {
      const el = await playing();
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        timeIsOver(el);
        await waitUntil(() => inside(el).queryByRole('button', { name: 'Play the tips' }));
        expect(el.activeIndex).to.equal(0);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  }
});
