import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/bundles/tips-actions.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { expectState, focused, inside } from '../support/page.ts';
import { button, isAt, isPlaying, moved, moves, shown, tipsPack } from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

describe('rekindle-tips and what the page does with it', () => {
  it("leaves the page's own fields alone that stand in its slots", async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips .pack=${tipsPack(3)}>
        <form slot="footer">
          <input name="mail" />
          <select name="go">
            <option>0</option>
            <option>2</option>
          </select>
        </form>
      </rekindle-tips>`,
    );
    const heard: string[] = [];
    for (const type of ['input', 'change']) el.addEventListener(type, () => heard.push(type));
    el.querySelector('input')!.focus();
    await sendKeys({ type: 'x' });
    const select = el.querySelector('select')!;
    select.value = '2';
    select.dispatchEvent(new Event('change', { bubbles: true }));

    expect(heard).to.include.members(['input', 'change']);
    expect(el.activeIndex).to.equal(0);
  });

  it("leaves the keys of the page's own things in its slots alone, whatever their classes", async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips .pack=${tipsPack(3)}><button slot="footer" class="dot">Ours</button></rekindle-tips>`,
    );
    el.querySelector('button')!.focus();

    await sendKeys({ press: 'ArrowRight' });
    await el.updateComplete;

    expect(el.activeIndex).to.equal(0);
  });

  it('writes the tip into the address of the page, also where the page has another base', async () => {
    const before = location.href;
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    try {
      const el = await fixture<RekindleTips>(html`<rekindle-tips hash .pack=${tipsPack(3)}></rekindle-tips>`);
      button(el, 'Next tip').click();
      await waitUntil(() => location.hash === '#tip-1');

      expect(location.href).to.equal(`${before.split('#')[0]}#tip-1`);
    } finally {
      base.remove();
      history.replaceState(null, '', before);
    }
  });

  it('writes no address any more once the page takes `hash` away', async () => {
    const before = location.href;
    const el = await fixture<RekindleTips>(html`<rekindle-tips hash .pack=${tipsPack(3)}></rekindle-tips>`);
    el.hash = false;
    const rest = new Promise(resolve => el.addEventListener('rekindle-slide-change', resolve));
    button(el, 'Next tip').click();
    await rest;
    expect(location.href).to.equal(before);
  });

  it('is not loading any more when its words could not be loaded', async () => {
    const { warn } = console;
    const told = new Promise<void>(resolve => (console.warn = () => resolve()));
    try {
      const el = await fixture<RekindleTips>(html`<rekindle-tips src="data:,x"><p>Fallback</p></rekindle-tips>`);
      expectState(el, 'loading', true);
      await told;
      await el.updateComplete;
      expectState(el, 'loading', false);
    } finally {
      console.warn = warn;
    }
  });

  it('takes tips from its children in the language and direction of the page, without scripts and styles', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang="ar" dir="rtl">
        <rekindle-tips content="children">
          <ul>
            <li>
              <h3>اذهبي في نزهة</h3>
              <p>
                عشر دقائق تكفي.<style>
                  .x {
                    color: red;
                  }
                </style>
              </p>
            </li>
            <li><b>اتصلي بصديقة.</b> خمس دقائق.</li>
          </ul>
        </rekindle-tips>
      </div>`,
    );
    const el = page.firstElementChild as RekindleTips;
    const card = inside(el).getByRole('group', { name: /^اذهبي في نزهة/ });
    expect(card.closest<HTMLElement>('[lang]')).to.include({ lang: 'ar', dir: 'rtl' });
    expect(card.textContent).to.not.contain('color');
    el.shadowRoot!.querySelector<HTMLElement>('[part=scroll-container]')!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await isAt(el, 1);

    // Another part of the page.
    const loads: number[] = [];
    el.addEventListener('rekindle-tips-load', event => loads.push(event.length));
    page.parentElement!.append(el);
    await waitUntil(() => !el.shadowRoot!.querySelector('[lang=ar]'), 'it keeps the language of where it was');
    expect(el.shadowRoot!.querySelector('[part=base]')!.getAttribute('dir')).to.equal('ltr');
    await isAt(el, 1);
    expect(loads).to.deep.equal([]);
  });

  it("takes tips from its children in the language of the page around the page's own component", async () => {
    const page = await fixture<HTMLElement>(html`<div lang="de"><div></div></div>`);
    const el = Object.assign(document.createElement('rekindle-tips'), { contentFrom: 'children' as const });
    el.append(document.createElement('ul'));
    el.firstElementChild!.append(Object.assign(document.createElement('li'), { textContent: 'Ruf an.' }));
    page.firstElementChild!.attachShadow({ mode: 'open' }).append(el);
    await el.ready;
    expect(inside(el).getByText('Ruf an.').closest<HTMLElement>('[lang]')!.lang).to.equal('de');
  });

  it('fits as many cards as the page wants now', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="2"
        style="--rekindle-max-inline-size: none; inline-size: 1100px"
        .pack=${tipsPack(7)}
      ></rekindle-tips>`,
    );
    await waitUntil(() => inside(el).queryByText('1 to 2 of 7'), 'two');

    el.slidesPerPage = 3;
    await waitUntil(() => inside(el).queryByText('1 to 3 of 7'), 'three');
    el.slidesPerPage = 1;
    await waitUntil(() => inside(el).queryByText('1 of 7'), 'one');
  });

  it('fits as many cards as there is room for, also after the list', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips
        slides-per-page="3"
        style="--rekindle-max-inline-size: none; inline-size: 1100px"
        .pack=${tipsPack(7)}
      ></rekindle-tips>`,
    );
    await waitUntil(() => inside(el).queryByText('1 to 3 of 7'), 'three');
    el.showAll();
    await el.updateComplete;
    el.showCarousel();
    await el.updateComplete;

    el.style.inlineSize = '375px';

    await waitUntil(() => inside(el).queryByText('1 of 7'), 'one');
  });

  it('plays again when the page asks for it a second time', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips autoplay .pack=${tipsPack(3)}></rekindle-tips>`);
    await waitUntil(() => isPlaying(el), 'first');
    el.autoplay = false;
    await waitUntil(() => !isPlaying(el), 'stopped');

    el.autoplay = true;

    await waitUntil(() => isPlaying(el), 'second');
  });

  it('has no button for autoplay once the page takes autoplay away', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips autoplay .pack=${tipsPack(3)}></rekindle-tips>`);
    await waitUntil(() => isPlaying(el));
    el.autoplay = false;
    await el.updateComplete;
    await el.updateComplete;

    expect(el.shadowRoot!.querySelector('[name=rotate]') === null).to.equal(true);
  });

  for (const name of [
    'actions',
    'start',
    'pagination',
    'navigation',
    'autoplay-interval',
    'content',
    'view',
    'height',
  ]) {
    it(`bears that the page takes the attribute ${name} away`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips actions="copy" start="2" pagination="dots" .pack=${tipsPack(3)}></rekindle-tips>`,
      );
      el.setAttribute(name, 'x');
      await el.updateComplete;
      el.removeAttribute(name);
      await el.updateComplete;
      el.headingLevel = 4;
      await el.updateComplete;

      expect(inside(el).getByRole('button', { name: 'Next tip' })).to.not.equal(null);
      const before = el.activeIndex;
      button(el, 'Next tip').click();
      await isAt(el, before + 1);
    });
  }

  it('leaves the reader where she is when a morph takes away what the server does not know', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(6)}></rekindle-tips>`);
    expect(el.getAttributeNames(), 'nobody has moved').to.deep.equal([]);
    const morph = async (): Promise<void> => {
      for (const name of el.getAttributeNames()) el.removeAttribute(name);
      await el.updateComplete;
    };
    const events = moves(el);
    button(el, 'Next tip').click();
    await moved(el, events);
    expect(el.getAttribute('active-index')).to.equal('1');
    await morph();
    expect(shown(el)).to.equal('Tip 2, 2 of 6');
    button(el, 'Show all tips').click();
    await morph();
    expect(inside(el).getAllByRole('heading')).to.have.length(6);

    el.setAttribute('active-index', '3');
    el.setAttribute('view', 'carousel');
    await isAt(el, 3);
    el.setAttribute('view', 'list');
    await waitUntil(() => inside(el).queryByRole('button', { name: 'Show one at a time' }));
    el.removeAttribute('view');
    await isAt(el, 3);
  });

  it('opens at the tip of a link that was copied, also where the address does not follow the tips', async () => {
    history.replaceState(null, '', '#tip-2');
    try {
      const el = await fixture<RekindleTips>(html`<rekindle-tips actions="copy" .pack=${tipsPack(3)}></rekindle-tips>`);
      expect(el.activeIndex).to.equal(2);
      const plain = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
      expect(plain.activeIndex).to.equal(0);
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('is a carousel where the page names a view that there is not', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips view="foo" .pack=${tipsPack(3)}></rekindle-tips>`);
    expect(inside(el).getByRole('button', { name: 'Next tip' })).to.not.equal(null);
  });

  it('copies an address that keeps what the page has in it', async () => {
    const el = await fixture<RekindleTips>(html`<rekindle-tips actions="copy" .pack=${tipsPack(3)}></rekindle-tips>`);
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    try {
      el.shadowRoot!.querySelector<HTMLButtonElement>('[name=copy]')!.click();
      await waitUntil(() => copied.length === 1);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
    expect(copied[0]).to.equal(`${location.href.split('#')[0]}#tip-0`);
  });

  for (const [icon, name, start, then] of [
    ['previous-icon', 'Previous tip', 2, 1],
    ['next-icon', 'Next tip', 2, 3],
    ['pause-icon', 'Stop the tips', 2, 'Play the tips'],
    ['play-icon', 'Play the tips', 2, 'Stop the tips'],
  ] as const) {
    it(`does what its button says where the reader presses an icon of the page, as ${icon}`, async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips autoplay .activeIndex=${start} .pack=${tipsPack(6)}
          ><svg slot=${icon} width="16" height="16"><rect width="16" height="16" /></svg
        ></rekindle-tips>`,
      );
      await isAt(el, start);
      if (icon === 'play-icon') el.pause();
      await el.updateComplete;
      const { x, y, width, height } = button(el, name).getBoundingClientRect();

      await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      await resetMouse();

      if (typeof then === 'number') await isAt(el, then);
      else await waitUntil(() => inside(el).queryByRole('button', { name: then }), 'the button does nothing');
    });
  }

  describe('keeps the cards and the focus in one where the words stay the same', () => {
    /** What happens to an element with the focus on a link of its tip, as what the reader and the page notice. */
    const notice = async (el: RekindleTips, happens: () => unknown): Promise<readonly unknown[]> => {
      await el.ready;
      const link = inside(el).getAllByRole('link')[0]!;
      link.focus();
      const events: string[] = [];
      el.addEventListener('rekindle-tips-load', event => events.push(event.type));
      happens();
      await nextFrame();
      await el.updateComplete;
      return [focused() === link, events];
    };

    it('in a new object', async () => {
      const el = await fixture<RekindleTips>(html`<rekindle-tips .pack=${tipsPack(3)}></rekindle-tips>`);
      expect(await notice(el, () => (el.pack = tipsPack(3)))).to.deep.equal([true, []]);
    });

    it('and what is set aside, in a new set', async () => {
      const withdrawn = (): Set<string> => new Set(['tips/tip-1']);
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips .withdrawn=${withdrawn()} .pack=${tipsPack(3)}></rekindle-tips>`,
      );
      expect(await notice(el, () => (el.withdrawn = withdrawn()))).to.deep.equal([true, []]);
    });

    it('among the children, while something else changes there', async () => {
      const el = await fixture<RekindleTips>(
        html`<rekindle-tips content="children"
          ><ul>
            <li>
              <h3>One</h3>
              <a href="https://example.org/">Link</a>
            </li>
            <li>Two</li>
          </ul>
          <p slot="footer">12:00</p></rekindle-tips
        >`,
      );
      const clock = el.querySelector('[slot=footer]')!;
      expect(await notice(el, () => (clock.textContent = '12:01'))).to.deep.equal([true, []]);
    });
  });
});
