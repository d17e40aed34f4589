import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import {
  a11ySnapshot,
  emulateMedia,
  executeServerCommand,
  resetMouse,
  sendKeys,
  sendMouse,
} from '@web/test-runner-commands';
import '../../src/bundles/tips-actions.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { focused, inside } from '../support/page.ts';
import {
  button,
  isAt,
  isStill,
  moved,
  moves,
  shown,
  spaceOut,
  stage,
  status,
  tipsPack,
  track,
} from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

const isChromium = navigator.userAgent.includes('Chrome/');
const nodes = (el: Element): number => el.shadowRoot!.querySelectorAll('*').length;
const own = (count: number, dir: 'ltr' | 'rtl' = 'ltr'): Promise<RekindleTips> =>
  fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(count, dir)}></rekindle-tips>`);

interface AxNode {
  readonly role: string;
  readonly name: string;
  readonly children?: readonly AxNode[];
}
const names = (node: AxNode): string[] => [node.name, ...(node.children ?? []).flatMap(names)].filter(Boolean);

/** What other carousels were reported for, and this one must not do. */
describe('rekindle-tips, where others failed', () => {
  // 320 px is a page of 1280 px at 400 %.
  for (const [width, size] of [
    [320, '16px'],
    [700, '32px'],
  ] as const) {
    it(`1: cuts nothing at ${width} px, letters of ${size} and WCAG text spacing`, async () => {
      const el = await fixture<RekindleTips>(html`<rekindle-tips></rekindle-tips>`);
      el.style.setProperty('--rekindle-font-size', size);
      el.style.setProperty('--rekindle-max-inline-size', `${width}px`);
      spaceOut(el);
      await nextFrame();

      for (let index = 0; index < el.length; index++) {
        el.activeIndex = index;
        await isAt(el, index);
        const card = track(el).children[index] as HTMLElement;
        expect(card.scrollWidth, card.innerText).to.be.at.most(card.clientWidth);
        expect(card.scrollHeight, card.innerText).to.be.at.most(card.clientHeight);
        expect(track(el).scrollHeight).to.be.at.most(track(el).clientHeight);
      }
      const { right } = el.getBoundingClientRect();
      for (const each of inside(el).getAllByRole('button')) {
        expect(each.scrollWidth, each.innerText).to.be.at.most(each.clientWidth);
        expect(each.getBoundingClientRect().right, each.innerText).to.be.at.most(right);
      }
    });
  }

  it('2: leaves arrows, Home, End and typing to what the page slotted in', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        ><div slot="footer"><input aria-label="Note" /></div
      ></rekindle-tips>`,
    );
    const input = el.querySelector('input')!;
    input.focus();
    for (const press of ['a', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'b']) await sendKeys({ press });

    expect(input.value).to.equal('ab');
    expect(el.activeIndex).to.equal(0);
  });

  it('2: leaves arrows, Home, End and typing to text that can be edited, too', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        ><div slot="footer" contenteditable="true" role="textbox" aria-label="Note"></div
      ></rekindle-tips>`,
    );
    const text = el.querySelector<HTMLElement>('[contenteditable]')!;
    text.focus();
    for (const press of ['a', 'ArrowLeft', 'b', 'End', 'c', 'Home', 'd']) await sendKeys({ press });

    expect(text.textContent).to.equal('dbac');
    expect(el.activeIndex).to.equal(0);
  });

  it('3: has no tab stop in a card that is not seen', async () => {
    const el = await own(5);
    const after = document.body.appendChild(document.createElement('button'));
    track(el).focus();
    await sendKeys({ press: 'Tab' });

    const link = focused()!;
    expect(link.textContent).to.equal('a link');
    expect(link.closest('.card')!.getAttribute('aria-label')).to.equal('Tip 1, 1 of 5');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(after);
    after.remove();
  });

  if (isChromium) {
    it('3: shows a screen reader the tip that is seen, and no other', async () => {
      const el = await own(5);
      button(el, 'Next tip').click();
      await isAt(el, 1);

      const tree = (await a11ySnapshot({})) as unknown as AxNode;
      expect(names(tree)).to.include.members(['Tip 2, 2 of 5', 'Tip 2', 'Next tip']);
      for (const other of ['Tip 1', 'Tip 3', 'Tip 5']) expect(names(tree)).to.not.include(other);
    });
  }

  it('4: says one move once, however many presses it took, and nothing of its own moves', async () => {
    const el = await own(6);
    const said: string[] = [];
    const region = inside(el).getByRole('status');
    new MutationObserver(() => said.push(status(el))).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const events = moves(el);

    button(el, 'Next tip').click();
    button(el, 'Next tip').click();
    button(el, 'Next tip').click();
    await moved(el, events);
    el.goToSlide('tip-0');
    await isAt(el, 0);

    expect(events).to.deep.equal(['3 tip-3 user']);
    expect(said).to.deep.equal(['Tip 4, 4 of 6']);
  });

  if (isChromium) {
    it('4: what is said stands in the tree that screen readers get, as a region that tells of itself', async () => {
      const el = await own(6);
      const events = moves(el);
      button(el, 'Next tip').click();
      await moved(el, events);

      interface Node {
        readonly nodeId: string;
        readonly ignored: boolean;
        readonly role?: { readonly value: string };
        readonly name?: { readonly value: string };
        readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
        readonly parentId?: string;
      }
      const all: Node[] = await executeServerCommand('accessibility');
      const region = all.find(one => one.role?.value === 'status');
      const said = all.find(one => one.parentId === region?.nodeId);
      const live = region?.properties?.find(one => one.name === 'live');
      expect([region?.ignored, live?.value.value, said?.name?.value]).to.deep.equal([false, 'polite', 'Tip 2, 2 of 6']);
    });
  }

  it('6: made where nothing is laid out, it shows the right tip once it is', async () => {
    const details = await fixture<HTMLDetailsElement>(
      html`<details><rekindle-tips start="3" .pack=${tipsPack(6)}></rekindle-tips></details>`,
    );
    const el = details.querySelector('rekindle-tips')!;
    await el.ready;
    expect(el.activeIndex).to.equal(2);

    details.open = true;
    await isAt(el, 2);
    button(el, 'Next tip').click();
    await isAt(el, 3);
    expect(shown(el)).to.equal('Tip 4, 4 of 6');
  });

  for (const [name, hidden] of [
    ['as a closed tab panel is', { hidden: true }],
    ['by a style', { style: 'display: none' }],
  ] as const) {
    it(`6: moved while it is hidden ${name}, it shows the right tip once it is seen`, async () => {
      const panel = await fixture<HTMLElement>(
        html`<div><rekindle-tips start="3" .pack=${tipsPack(6)}></rekindle-tips></div>`,
      );
      const el = panel.querySelector('rekindle-tips')!;
      await el.ready;
      await isAt(el, 2);
      for (const [attribute, value] of Object.entries(hidden)) panel.setAttribute(attribute, String(value));
      el.next();
      await el.updateComplete;
      expect(el.activeIndex).to.equal(3);

      for (const attribute of Object.keys(hidden)) panel.removeAttribute(attribute);
      await isAt(el, 3);
      await isStill(track(el));
      await isAt(el, 3);
      expect(shown(el)).to.equal('Tip 4, 4 of 6');
    });

    it(`6: made where it is hidden ${name}, it shows the right tip once it is seen`, async () => {
      const panel = await fixture<HTMLElement>(html`<div></div>`);
      for (const [attribute, value] of Object.entries(hidden)) panel.setAttribute(attribute, String(value));
      const el = document.createElement('rekindle-tips');
      Object.assign(el, { start: '3', pack: tipsPack(6) });
      panel.append(el);
      await el.ready;
      el.next();
      await el.updateComplete;

      for (const attribute of Object.keys(hidden)) panel.removeAttribute(attribute);
      await isAt(el, 3);
      expect(shown(el)).to.equal('Tip 4, 4 of 6');
    });
  }

  it('7: moved, removed and added again, it keeps its tip and works on', async () => {
    const el = await own(6);
    el.activeIndex = 3;
    await isAt(el, 3);
    const events = moves(el);

    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    for (let i = 0; i < 3; i++) {
      el.remove();
      elsewhere.append(el);
    }
    await isAt(el, 3);
    button(el, 'Next tip').click();
    await moved(el, events);

    expect(events).to.deep.equal(['4 tip-4 user']);
  });

  it('8: tips that are added, removed and replaced on the last one leave the place right', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips loop .pack=${tipsPack(4)}></rekindle-tips>`);
    el.activeIndex = 3;
    await isAt(el, 3);

    const more = tipsPack(6);
    el.pack = { ...more, tips: [more.tips[5]!, ...tipsPack(4).tips] };
    await waitUntil(() => inside(el).queryByText('5 of 5'));
    expect(shown(el)).to.equal('Tip 4, 5 of 5');
    button(el, 'Next tip').click();
    await isAt(el, 0);
    expect(shown(el)).to.equal('Tip 6, 1 of 5');

    button(el, 'Previous tip').click();
    await isAt(el, 4);
    el.pack = tipsPack(2);
    await waitUntil(() => inside(el).queryByText('2 of 2'));
    expect(shown(el)).to.equal('Tip 2, 2 of 2');
  });

  it('9: a thousand tips and ten thousand are as many nodes, and a jump lands', async () => {
    const thousand = await own(1000);
    const count = nodes(thousand);
    expect(count).to.be.at.most(250);
    const many = await own(10_000);
    expect(nodes(many)).to.equal(count);

    many.goToSlide(7000);
    await isAt(many, 7000);
    expect(shown(many)).to.equal('Tip 7001, 7001 of 10000');
    expect(nodes(many)).to.equal(count);

    const card = many.shadowRoot!.querySelector('[aria-label^="Tip 7001"]')!.getBoundingClientRect();
    const row = stage(many);
    expect(Math.abs(card.left - row.left)).to.be.lessThan(2);
    expect(Math.abs(card.width - row.width)).to.be.lessThan(2);
  });

  it('9: it starts in the middle of a thousand with no more nodes, and at its card', async () => {
    const count = nodes(await own(1000));
    const el = await fixture<RekindleTips>(html`<rekindle-tips start="500" .pack=${tipsPack(1000)}></rekindle-tips>`);
    expect(nodes(el)).to.equal(count);
    await isAt(el, 499);
    expect(shown(el)).to.equal('Tip 500, 500 of 1000');
  });

  it('9: the row is as tall as its tallest tip, also when that is not there', async () => {
    const pack = tipsPack(200);
    pack.tips[150] = { ...pack.tips[150]!, points: ['A long point. '.repeat(60)] };
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${pack}></rekindle-tips>`);
    const before = track(el).getBoundingClientRect().height;

    el.goToSlide('tip-150');
    await isAt(el, 150);

    expect(track(el).getBoundingClientRect().height).to.equal(before);
    expect(before).to.be.greaterThan(300);
  });

  it('9: a thousand tips are all on paper', async () => {
    const el = await own(1000);
    window.dispatchEvent(new Event('beforeprint'));
    expect(el.shadowRoot!.querySelectorAll('h2').length).to.equal(1000);
    window.dispatchEvent(new Event('afterprint'));
    expect(el.shadowRoot!.querySelectorAll('h2').length).to.be.lessThan(20);
    await isAt(el, 0);
  });

  describe('10: with the address of the page', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));
    const hashed = (): Promise<RekindleTips> =>
      fixture<RekindleTips>(html`<rekindle-tips hash .pack=${tipsPack(6)}></rekindle-tips>`);

    it('opens at the tip that it names', async () => {
      history.replaceState(null, '', '#tip-4');
      const el = await hashed();
      await isAt(el, 4);
      expect(status(el)).to.equal('');
    });

    it('writes the tip into it, without filling the history or moving the page', async () => {
      const el = await hashed();
      const [entries, top] = [history.length, scrollY];
      button(el, 'Next tip').click();
      await waitUntil(() => location.hash === '#tip-1');
      button(el, 'Next tip').click();
      await waitUntil(() => location.hash === '#tip-2');

      expect(history.length).to.equal(entries);
      expect(scrollY).to.equal(top);
    });

    it('follows Back and Forward', async () => {
      const el = await hashed();
      const events = moves(el);
      location.hash = '#tip-3';
      await waitUntil(() => events.length === 1);
      location.hash = '#tip-5';
      await waitUntil(() => events.length === 2);
      history.back();
      await waitUntil(() => events.length === 3);
      await isAt(el, 3);

      expect(events).to.deep.equal(['3 tip-3 hash', '5 tip-5 hash', '3 tip-3 hash']);
    });

    it('leaves a hash of the page alone, until the reader moves', async () => {
      const el = await hashed();
      location.hash = '#comments';
      await new Promise(resolve => addEventListener('hashchange', resolve, { once: true }));
      await nextFrame();
      expect([el.activeIndex, location.hash]).to.deep.equal([0, '#comments']);
      button(el, 'Next tip').click();
      await isAt(el, 1);
      location.hash = '#%E0%A4%A';
      await nextFrame();

      expect(el.activeIndex).to.equal(1);
    });

    it('follows a link that was copied, also where the tips do not write it', async () => {
      const el = await fixture<RekindleTips>(html`<rekindle-tips actions="copy" .pack=${tipsPack(6)}></rekindle-tips>`);
      location.hash = '#tip-3';
      await isAt(el, 3);
    });

    it('follows a link to where the page is already, once the reader went on from there', async () => {
      history.replaceState(null, '', '#tip-3');
      const page = await fixture<HTMLElement>(
        html`<div><a href="#tip-3">A tip</a><rekindle-tips actions="copy" .pack=${tipsPack(6)}></rekindle-tips></div>`,
      );
      const el = page.querySelector('rekindle-tips')!;
      await isAt(el, 3);
      const events = moves(el);
      button(el, 'Next tip').click();
      await moved(el, events);
      page.querySelector('a')!.click();
      await isAt(el, 3);
    });

    it('opens the details that the tip of a link stands in', async () => {
      history.replaceState(null, '', '#tip-3');
      const page = await fixture<HTMLElement>(
        html`<div>
          <a href="#tip-3">A tip</a>
          <details><rekindle-tips hash .pack=${tipsPack(6)}></rekindle-tips></details>
        </div>`,
      );
      page.querySelector('a')!.click();
      await isAt(page.querySelector('rekindle-tips')!, 3);
      expect(page.querySelector('details')!.open).to.equal(true);
    });

    it('shows where a tip that is taller than the screen begins, also to who comes from below', async () => {
      const pack = tipsPack(3);
      pack.tips[1] = { ...pack.tips[1]!, points: Array.from({ length: 60 }, () => 'A long point. '.repeat(20)) };
      const page = await fixture<HTMLElement>(
        html`<div>
          <rekindle-tips hash .pack=${pack}></rekindle-tips>
          <div style="height: 3000px"></div>
          <a href="#tip-1">A tip</a>
        </div>`,
      );
      const el = page.querySelector('rekindle-tips')!;
      // What every engine can: a second press leads to where the page is already.
      const link = page.querySelector('a')!;
      link.click();
      await isAt(el, 1);
      scrollTo(0, document.body.scrollHeight);
      link.click();
      const title = inside(el).getByRole('heading', { name: 'Tip 2' });
      await waitUntil(() => Math.abs(el.getBoundingClientRect().top) < 2, 'the element does not come');
      expect(title.getBoundingClientRect().top).to.be.within(0, innerHeight);
      scrollTo(0, 0);
    });

    // Only this tells a link from Back.
    if ('navigation' in globalThis) {
      const below = async (view: 'carousel' | 'list'): Promise<RekindleTips> => {
        history.replaceState(null, '', '#tip-1');
        const page = await fixture<HTMLElement>(
          html`<div>
            <a href="#tip-4">A tip</a>
            <div style="height: 3000px"></div>
            <rekindle-tips hash view=${view} .pack=${tipsPack(6)}></rekindle-tips>
          </div>`,
        );
        const el = page.querySelector('rekindle-tips')!;
        await el.ready;
        scrollTo(0, 0);
        return el;
      };
      const isSeen = (el: RekindleTips, title: string): boolean => {
        const { top, bottom } = inside(el).getByRole('heading', { name: title }).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      };

      it('brings the tips into view for a link of the page, and leaves the page where Back puts it', async () => {
        const el = await below('carousel');
        el.parentElement!.querySelector('a')!.click();
        await isAt(el, 4);
        expect(isSeen(el, 'Tip 5')).to.equal(true);

        history.back();
        await isAt(el, 1);
        expect(scrollY).to.equal(0);
      });

      it('brings the tip itself into view in the list', async () => {
        const el = await below('list');
        el.parentElement!.querySelector('a')!.click();
        await waitUntil(() => isSeen(el, 'Tip 5'), 'the tip is not seen');
      });

      it('brings the tip itself into view in the list that a link leads to', async () => {
        history.replaceState(null, '', '#tip-5');
        const el = await fixture<RekindleTips>(
          html`<rekindle-tips hash view="list" .pack=${tipsPack(6)}
            ><div slot="heading" style="height: 3000px"></div
          ></rekindle-tips>`,
        );
        await waitUntil(() => isSeen(el, 'Tip 6'), 'the tip is not seen');
      });
    }
  });

  it('spare: a scroll that ends elsewhere than it was sent is brought to its place', async () => {
    const el = await own(6);
    const row = track(el);
    const send = row.scroll.bind(row) as (options: ScrollToOptions) => void;
    // As Safari does under page zoom: a smooth scroll goes three times as far.
    row.scroll = ((options: ScrollToOptions): void =>
      options.behavior === 'smooth'
        ? send({ left: (options.left ?? 0) * 3, behavior: 'instant' })
        : send(options)) as typeof row.scroll;
    const events = moves(el);

    button(el, 'Next tip').click();
    await moved(el, events);

    await isAt(el, 1);
    expect(events).to.deep.equal(['1 tip-1 user']);
  });

  it('spare: words can be selected', async () => {
    const el = await own(3);
    const heading = inside(el).getByRole('heading', { name: 'Tip 1' });
    expect(getComputedStyle(heading).userSelect).to.not.equal('none');
  });

  // Only Chromium can be told to prefer no motion.
  if (isChromium) {
    it('spare: a move glides, and is there at once where the reader prefers no motion', async () => {
      const el = await own(6);
      el.next();
      expect(track(el).scrollLeft).to.be.below(stage(el).width / 2);
      await isAt(el, 1);
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        el.next();
        // No frame in between.
        expect(Math.round(track(el).scrollLeft)).to.be.above(1.5 * stage(el).width);
        await isAt(el, 2);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });

    it('spare: a selection that is drawn over a card does not move the row', async () => {
      const el = await own(3);
      const { left, top, width, height } = inside(el).getByRole('heading', { name: 'Tip 1' }).getBoundingClientRect();
      const y = Math.round(top + height / 2);
      try {
        await sendMouse({ type: 'move', position: [Math.round(left + 1), y] });
        await sendMouse({ type: 'down' });
        await sendMouse({ type: 'move', position: [Math.round(left + width - 2), y] });
        await sendMouse({ type: 'move', position: [Math.round(left + width + 80), y] });
        await isStill(track(el));
        await sendMouse({ type: 'up' });
      } finally {
        await resetMouse();
      }
      expect(String(getSelection())).to.contain('Tip 1');
      expect([track(el).scrollLeft, el.activeIndex]).to.deep.equal([0, 0]);
      getSelection()?.removeAllRanges();
    });
  }

  it('spare: a swipe sideways does not leave the page, one up and down scrolls it', async () => {
    const style = getComputedStyle(track(await own(3)));
    expect(style.overscrollBehaviorX).to.equal('contain');
    expect(style.overscrollBehaviorY).to.equal('auto');
    expect(style.touchAction).to.equal('auto');
  });

  it('spare: an event of one inside another is told apart by its target', async () => {
    const outer = await own(3);
    const inner = document.createElement('rekindle-tips');
    inner.slot = 'footer';
    inner.pack = tipsPack(3);
    outer.append(inner);
    await inner.ready;
    const targets: (EventTarget | null)[] = [];
    outer.addEventListener('rekindle-slide-change', event => targets.push(event.target));

    button(inner, 'Next tip').click();
    await waitUntil(() => targets.length);

    expect(targets).to.deep.equal([inner]);
    expect(outer.activeIndex).to.equal(0);
  });

  it('spare: large letters in a small window leave the card its room, whatever shows of the neighbours', async () => {
    // A page of its own: WebKit keeps what it found of the size of a window for elements that come later.
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: '/written/tips.html', width: 300 });
    (await fixture(html`<div></div>`)).append(frame);
    const tips = (): HTMLElement | null | undefined => frame.contentDocument?.querySelector('rekindle-tips');
    const line = (): Element | null | undefined => tips()?.shadowRoot?.querySelector('[part~=slide-active] li');
    await waitUntil(line, 'no tips');
    tips()!.style.setProperty('--rekindle-font-size', '32px');
    tips()!.style.setProperty('--rekindle-scroll-hint', '2em');

    expect(line()!.getBoundingClientRect().width).to.be.at.least(210);
  });

  it('spare: every edge of a card is inside what the row shows, by more than the pixel that it may be cut at', async () => {
    const el = await own(3);
    const [card, row] = [el.shadowRoot!.querySelector('[part~=slide-active]')!, track(el)].map(each =>
      each.getBoundingClientRect(),
    );
    const body = el.shadowRoot!.querySelector('[part=care]')!.getBoundingClientRect();

    const edges = [card!.left - row!.left, row!.right - card!.right, card!.top - row!.top, row!.bottom - card!.bottom];
    expect(Math.min(...edges)).to.be.above(1.5);
    expect([card!.left, card!.right]).to.deep.equal([body.left, body.right]);
  });

  it('spare: it begins at the right card where the neighbours show', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips start="4" .pack=${tipsPack(6)}></rekindle-tips>`);
    el.style.setProperty('--rekindle-scroll-hint', '40px');
    await isAt(el, 3);
    const card = el.shadowRoot!.querySelector('[part~=slide-active]')!.getBoundingClientRect();
    expect(Math.round(card.left - stage(el).left)).to.equal(40);
  });

  it('is one of many: costs nothing but the room that its snippet keeps while it is far from the screen, and stands at its tip when she comes', async () => {
    // The first of a page are always laid out.
    for (let i = 0; i < 16; i++) document.createElement('rekindle-tips');
    const page = await fixture(
      html`<div>
        <div style="block-size: 6000px"></div>
        <rekindle-tips start="4"></rekindle-tips>
        <rekindle-tips start="4" class="rekindle-tips" style="min-block-size: 1000px"></rekindle-tips>
        <div id="after" style="block-size: 6000px"></div>
      </div>`,
    );
    const [bare, el] = page.querySelectorAll<RekindleTips>('rekindle-tips') as unknown as [RekindleTips, RekindleTips];
    const isLaidOut = (tips: Element): boolean =>
      track(tips).firstElementChild!.checkVisibility({ contentVisibilityAuto: true });
    await nextFrame();
    expect(isLaidOut(bare)).to.equal(true);
    // Safari does not keep what is read in its place, so it lays all out.
    expect(isLaidOut(el)).to.equal(!CSS.supports('overflow-anchor', 'none'));
    const place = page.querySelector<HTMLElement>('#after')!.offsetTop;

    el.scrollIntoView();
    await waitUntil(() => isLaidOut(el));
    await isAt(el, 3);

    expect(page.querySelector<HTMLElement>('#after')!.offsetTop).to.equal(place);
    expect(Math.abs(el.getBoundingClientRect().top)).to.be.below(1);
    expect(track(el).children[3]!.getBoundingClientRect().x).to.be.closeTo(stage(el).x, 1);
    expect(el.activeIndex).to.equal(3);
  });

  it('lets a page move its buttons out of the element', async () => {
    const page = await fixture(
      html`<div>
        <style>
          #out {
            position: relative;
            margin: 120px;
            scroll-margin: 120px;
          }
          #out::part(navigation-button-next) {
            position: absolute;
            inset: -100px auto auto -100px;
          }
        </style>
        <rekindle-tips id="out" class="rekindle-tips"></rekindle-tips>
        <div style="block-size: 2000px"></div>
      </div>`,
    );
    const el = page.querySelector<RekindleTips>('rekindle-tips')!;
    el.scrollIntoView();
    await nextFrame();
    const { x, y, right, bottom } = button(el, 'Next tip').getBoundingClientRect();

    const { left, top } = el.getBoundingClientRect();
    expect(bottom).to.be.below(top);
    expect(right).to.be.below(left);
    expect(document.elementFromPoint(x + 5, y + 5) === el).to.equal(true);
  });
});
