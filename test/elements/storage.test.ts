import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import '../../src/bundles/tips-actions.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { comeBack, expectAccessible, focused, inside } from '../support/page.ts';
import { denyStorage, storedEntries, writeMeanwhile } from '../support/storage.ts';
import { button, shown, tipsPack } from '../support/tips.ts';
import { waitUntil } from '../support/wait.ts';

const KEY = 'rekindle:v1:tips:own:test';
const keys = (): string[] => Object.keys(localStorage).filter(key => key.startsWith('rekindle'));
const tips = (storage = 'local', key = 'test'): Promise<RekindleTips> =>
  fixture<RekindleTips>(
    html`<rekindle-tips actions="keep" storage=${storage} storage-key=${key} .pack=${tipsPack(4)}></rekindle-tips>`,
  );
const isKept = (el: RekindleTips, tip = 1): boolean =>
  inside(el)
    .getByRole('button', { name: `Keep this tip: Tip ${tip}` })
    .getAttribute('aria-pressed') === 'true';
const press = async (el: RekindleTips, name: string): Promise<void> => {
  button(el, name).click();
  await el.updateComplete;
};
/** Resolves once a tip was on the screen for a second, and what follows from that is rendered. */
const wasSeen = async (el: RekindleTips): Promise<void> => {
  await new Promise(resolve => el.addEventListener('rekindle-tip-view', resolve, { once: true }));
  await el.updateComplete;
};
const events = (el: RekindleTips): string[] => {
  const told: string[] = [];
  for (const name of ['save', 'erase', 'error'] as const) {
    el.addEventListener(`rekindle-storage-${name}`, event =>
      told.push(name + ('reason' in event ? ` ${event.reason}` : '')),
    );
  }
  return told;
};

/** Makes the storage of the browser fail in one way, until the test is over. */
const undo: (() => void)[] = [];
const failing = (name: 'getItem' | 'setItem' | 'removeItem', error: DOMException): void => {
  const original = Object.getOwnPropertyDescriptor(Storage.prototype, name)!;
  Storage.prototype[name] = () => {
    throw error;
  };
  undo.push(() => Object.defineProperty(Storage.prototype, name, original));
};
const quota = new DOMException('full', 'QuotaExceededError');
const denied = new DOMException('no', 'SecurityError');

/** What another tab does: its write, and the message that this page gets of it. */
const otherTab = (newValue: string | null, oldValue = localStorage.getItem(KEY)): void => {
  if (newValue === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, newValue);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue, oldValue, storageArea: localStorage }));
};

describe('storage', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => {
    for (const one of undo.splice(0)) one();
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is not listened to by what came and went at once', async () => {
    const heard = new Set<unknown>();
    const [add, remove] = [window.addEventListener.bind(window), window.removeEventListener.bind(window)];
    Object.assign(window, {
      addEventListener: (...args: Parameters<typeof add>) => (
        args[0] === 'storage' && heard.add(args[1]),
        add(...args)
      ),
      removeEventListener: (...args: Parameters<typeof add>) => (heard.delete(args[1]), remove(...args)),
    });
    try {
      const el = await tips();
      expect(heard.size).to.equal(1);
      const other = document.createElement('rekindle-tips');
      Object.assign(other, { actions: 'keep', storage: 'local', pack: tipsPack(4) });
      document.body.append(other);
      other.remove();
      await other.updateComplete;
      expect(heard.size).to.equal(1);
      el.remove();
      expect(heard.size).to.equal(0);
    } finally {
      Reflect.deleteProperty(window, 'addEventListener');
      Reflect.deleteProperty(window, 'removeEventListener');
    }
  });

  it('writes nothing before the reader says keep, and then says what, where, how long and who can see it', async () => {
    const el = await tips();
    const told = events(el);
    await press(el, 'Keep this tip: Tip 1');
    expect(keys()).to.deep.equal([]);
    expect(inside(el).getByText(/Nothing is saved yet/).textContent)
      .to.contain('Anyone who uses it can see them')
      .and.to.match(/until .*20\d\d/);

    await press(el, 'Keep them here');
    expect(keys()).to.deep.equal([KEY]);
    expect(inside(el).getByText(/This browser keeps the tips you chose until/)).to.equal(focused());
    expect(told).to.deep.equal(['save']);
    await expectAccessible(el);

    const later = await tips();
    expect(isKept(later)).to.equal(true);
  });

  it('goes with the tab where the page allows no more', async () => {
    const el = await tips('session');
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');

    expect(keys()).to.deep.equal([]);
    expect(Object.keys(sessionStorage)).to.deep.equal([KEY]);
    expect(inside(el).getByText(/This tab keeps/)).to.not.equal(null);
  });

  it('keeps nothing where the page allows none', async () => {
    const el = await tips('none');
    await press(el, 'Keep this tip: Tip 1');
    expect(inside(el).queryByRole('button', { name: 'Keep them here' })).to.equal(null);
    expect(isKept(el)).to.equal(true);
    expect(keys()).to.deep.equal([]);
  });

  it('keeps nothing where the page allows it in a word that there is not, and says so', async () => {
    const el = await tips('Local');
    await press(el, 'Keep this tip: Tip 1');

    expect(inside(el).queryByRole('button', { name: 'Keep them here' })).to.equal(null);
    expect(inside(el).queryByText(/Your tips stay until you leave, reload or close this page/)).to.not.equal(null);
    expect(keys()).to.deep.equal([]);
  });

  it('erases memory and storage at once, and the sentence that says so takes the focus', async () => {
    const el = await tips();
    const told = events(el);
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    el.erase();
    await el.updateComplete;

    expect(keys()).to.deep.equal([]);
    expect(isKept(el)).to.equal(false);
    expect(told).to.deep.equal(['save', 'erase']);
  });

  it('is gone after its days', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    const state = JSON.parse(localStorage.getItem(KEY)!) as { expiresOn: string };
    localStorage.setItem(KEY, JSON.stringify({ ...state, expiresOn: '2020-01-01' }));

    expect(isKept(await tips())).to.equal(false);
    expect(keys()).to.deep.equal([]);
  });

  it('takes over what another tab writes, entry by entry, and its erase', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    writeMeanwhile(KEY, 'keep/tip-1', [7, true]);
    await el.updateComplete;
    expect(inside(el).queryByRole('button', { name: 'My tips, 2' }), 'nobody told of it yet').to.equal(null);

    otherTab(localStorage.getItem(KEY));
    await el.updateComplete;
    expect(inside(el).getByRole('button', { name: 'My tips, 2' }).checkVisibility()).to.equal(true);

    otherTab(null);
    await el.updateComplete;
    expect(inside(el).queryByRole('button', { name: /My tips/ })).to.equal(null);
  });

  it('loses neither of two tabs that write before they hear of each other', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    writeMeanwhile(KEY, 'keep/tip-2', [7, true]);
    el.activeIndex = 1;
    await waitUntil(() => shown(el) === 'Tip 2, 2 of 4');
    await press(el, 'Keep this tip: Tip 2');

    expect(Object.keys(storedEntries(KEY))).to.have.members(['keep/tip-0', 'keep/tip-1', 'keep/tip-2']);
    expect(inside(el).getByRole('button', { name: 'My tips, 3' }).checkVisibility(), 'shown at once').to.equal(true);
  });

  it('writes nothing back that another tab erased a moment ago', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    // The message of the erase is still on the way.
    localStorage.removeItem(KEY);
    el.activeIndex = 1;
    await waitUntil(() => shown(el) === 'Tip 2, 2 of 4');
    await press(el, 'Keep this tip: Tip 2');

    expect(keys()).to.deep.equal([]);
    expect(inside(el).queryByRole('button', { name: /My tips/ })).to.equal(null);
  });

  it('forgets what was not kept when the page comes back from the cache of the browser', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;
    expect(isKept(el)).to.equal(false);

    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;
    expect(isKept(el)).to.equal(true);
  });

  it('forgets what was not kept, and what another tab erased, while it was not on the page', async () => {
    const el = await tips();
    const place = el.parentElement!;
    await press(el, 'Keep this tip: Tip 1');
    el.remove();
    place.append(el);
    await el.updateComplete;
    expect(isKept(el), 'it only moved').to.equal(true);

    el.remove();
    comeBack();
    place.append(el);
    await el.updateComplete;
    expect(isKept(el)).to.equal(false);

    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    el.remove();
    comeBack();
    place.append(el);
    await el.updateComplete;
    expect(isKept(el), 'this browser keeps it').to.equal(true);

    el.remove();
    localStorage.clear();
    place.append(el);
    await el.updateComplete;
    expect(isKept(el)).to.equal(false);
    expect(inside(el).queryByText(/This browser keeps/)).to.equal(null);
  });

  for (const [what, name, error, reason] of [
    ['refuses to be read', 'getItem', denied, 'denied'],
    ['refuses to be written', 'setItem', denied, 'denied'],
    ['is full', 'setItem', quota, 'quota'],
  ] as const) {
    it(`works on in memory where the storage ${what}, and says so once`, async () => {
      failing(name, error);
      const el = await tips();
      const told = events(el);
      await press(el, 'Keep this tip: Tip 1');
      await press(el, 'Keep them here');
      await nextFrame();
      await press(el, 'Keep them here');
      await nextFrame();

      expect(isKept(el)).to.equal(true);
      expect(told.filter(one => one === `error ${reason}`).length).to.be.at.most(1);
      expect(inside(el).getByText(reason === 'quota' ? /no room left/ : /does not let us save/)).to.not.equal(null);
      expect(keys()).to.deep.equal([]);
    });
  }

  it('goes on in memory when the storage fails later', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    const told = events(el);
    failing('setItem', quota);
    el.activeIndex = 1;
    await waitUntil(() => shown(el) === 'Tip 2, 2 of 4');
    await press(el, 'Keep this tip: Tip 2');
    await nextFrame();

    expect(inside(el).getByRole('button', { name: 'My tips, 2' })).to.not.equal(null);
    expect(told).to.deep.equal(['error quota']);
  });

  it('works where even the name of the storage throws', async () => {
    undo.push(denyStorage());
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');

    expect(isKept(el)).to.equal(true);
    expect(inside(el).getByText(/does not let us save/)).to.not.equal(null);
  });

  for (const [what, text, words] of [
    ['cannot be read', '{"half', /cannot be read/],
    ['a later release wrote', '{"format":9}', /newer version/],
  ] as const) {
    it(`says it where something lies there that ${what}, and does not write over it unasked`, async () => {
      localStorage.setItem(KEY, text);
      const el = await tips();
      await press(el, 'Keep this tip: Tip 1');

      expect(inside(el).getByText(words)).to.not.equal(null);
      expect(localStorage.getItem(KEY)).to.equal(text);
      expect(!!inside(el).queryByRole('button', { name: 'Keep them here' })).to.equal(text !== '{"format":9}');
      await press(el, 'Erase them');
      expect(keys()).to.deep.equal([]);
    });
  }

  it('says no longer that something broken lies there once another tab erased it', async () => {
    localStorage.setItem(KEY, '{"half');
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    expect(inside(el).getByText(/cannot be read/)).to.not.equal(null);

    otherTab(null);
    await el.updateComplete;

    expect(inside(el).queryByText(/cannot be read/)).to.equal(null);
    expect(inside(el).getByText(/Nothing is saved yet/)).to.not.equal(null);
  });

  it('does not write over what a later release wrote in another tab meanwhile', async () => {
    const el = await tips();
    const told = events(el);
    await press(el, 'Keep this tip: Tip 1');
    // Who has not kept is not told of it: the button is still there.
    otherTab('{"format":9}');
    await press(el, 'Keep them here');

    expect(localStorage.getItem(KEY)).to.equal('{"format":9}');
    expect(inside(el).getByText(/newer version/)).to.not.equal(null);
    expect(isKept(el)).to.equal(true);
    await waitUntil(() => told.length);
    expect(told).to.deep.equal(['error newer']);
  });

  it('stays in this tab whatever happens under the same name in the browser', async () => {
    const el = await tips('session');
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    otherTab(null);
    await el.updateComplete;

    expect(isKept(el)).to.equal(true);
    expect(Object.keys(sessionStorage)).to.deep.equal([KEY]);
  });

  for (const days of [0, 0.5, -1, 3660, NaN]) {
    it(`keeps for 30 days where the page says ${days}`, async () => {
      const el = await tips();
      el.retentionDays = days;
      await press(el, 'Keep this tip: Tip 1');
      await press(el, 'Keep them here');

      const { expiresOn } = JSON.parse(localStorage.getItem(KEY)!) as { expiresOn: string };
      const left = (Date.parse(expiresOn) - Date.now()) / 86_400_000;
      expect(left).to.be.within(28, 31);
    });
  }

  for (const [from, to] of [
    ['local', 'session'],
    ['local', 'none'],
    ['session', 'none'],
  ] as const) {
    it(`erases what was kept when the page allows less: ${from}, then ${to}`, async () => {
      const el = await tips(from);
      await press(el, 'Keep this tip: Tip 1');
      await press(el, 'Keep them here');
      expect(localStorage.length + sessionStorage.length).to.equal(1);

      el.storage = to;
      await el.updateComplete;

      expect(localStorage.length + sessionStorage.length).to.equal(0);
      expect(isKept(el)).to.equal(true);
    });
  }

  it('is empty in a tab that had not kept either, once another one erases; what a page clears is none of that', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    window.dispatchEvent(new StorageEvent('storage', { key: null, newValue: null, storageArea: localStorage }));
    await el.updateComplete;
    expect(isKept(el)).to.equal(true);

    otherTab(null);
    await el.updateComplete;

    expect(isKept(el)).to.equal(false);
  });

  for (const isStored of [false, true]) {
    it(`says nothing of other tips that was said of these, ${isStored ? 'kept here' : 'in memory'}`, async () => {
      const el = await tips();
      await press(el, 'Keep this tip: Tip 1');
      if (isStored) await press(el, 'Keep them here');

      el.pack = { ...tipsPack(4), id: 'other' };
      await el.updateComplete;

      expect(isKept(el)).to.equal(false);
      expect(inside(el).queryByRole('button', { name: /My tips/ })).to.equal(null);
      await press(el, 'Keep this tip: Tip 1');
      await press(el, 'Keep them here');
      expect(keys().map(key => key.split(':')[3])).to.have.members(isStored ? ['own', 'other'] : ['other']);
      el.pack = tipsPack(4);
      await el.updateComplete;
      expect(isKept(el), 'these are as they were').to.equal(isStored);
    });
  }

  it('keeps two elements apart, unless the page names them alike', async () => {
    const [first] = [await tips('local', 'a'), await tips('local', 'b')];
    await press(first, 'Keep this tip: Tip 1');
    await press(first, 'Keep them here');
    expect(isKept(await tips('local', 'b'))).to.equal(false);
    expect(isKept(await tips('local', 'a'))).to.equal(true);
  });

  it('keeps tips by their words where the page names them not: another list has nothing kept at the same place', async () => {
    const list = (...words: string[]): Promise<RekindleTips> =>
      fixture<RekindleTips>(
        html`<rekindle-tips content="children" actions="keep" storage="local" storage-key="test"
          ><ul>
            ${words.map(one => html`<li>${one}</li>`)}
          </ul></rekindle-tips
        >`,
      );
    const first = await list('Walk.', 'Rest.');
    await first.ready;
    await press(first, 'Keep this tip: Tip 1');
    await press(first, 'Keep them here');

    const kept = async (...words: string[]): Promise<boolean> => {
      const el = await list(...words);
      await el.ready;
      return isKept(el);
    };
    expect(await kept('Sing.', 'Rest.')).to.equal(false);
    expect(await kept('Walk.', 'Sing.')).to.equal(true);
  });

  it('keeps two elements in two shadow roots apart', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <p></p>
        <p></p>
      </div>`,
    );
    const [first, second] = [...page.children].map(host => {
      const el = document.createElement('rekindle-tips');
      Object.assign(el, { actions: 'keep', storage: 'local', pack: tipsPack(4) });
      host.attachShadow({ mode: 'open' }).append(el);
      return el;
    }) as [RekindleTips, RekindleTips];
    await Promise.all([first.updateComplete, second.updateComplete]);

    await press(first, 'Keep this tip: Tip 1');
    await press(first, 'Keep them here');
    second.activeIndex = 1;
    await second.updateComplete;
    await press(second, 'Keep this tip: Tip 2');
    await press(second, 'Keep them here');

    expect([isKept(first), isKept(second, 2)]).to.deep.equal([true, true]);
    const kept = keys().map(key => localStorage.getItem(key)!.match(/tip-\d/g));
    expect(kept.sort()).to.deep.equal([['tip-0'], ['tip-1']]);
  });

  it('begins at the first tip that was not read, where the reader keeps that', async () => {
    const resume = (): Promise<RekindleTips> =>
      fixture<RekindleTips>(
        html`<rekindle-tips start="resume" storage="local" storage-key="test" .pack=${tipsPack(4)}></rekindle-tips>`,
      );
    const el = await resume();
    await wasSeen(el);
    await press(el, 'Keep them here');

    expect((await resume()).activeIndex).to.equal(1);
  });

  it('says from the start that it remembers what was read, and nothing moves when a tip was', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-tips start="resume" storage="local" storage-key="test" .pack=${tipsPack(4)}></rekindle-tips>
        <p>Text below.</p>
      </div>`,
    );
    const el = page.querySelector('rekindle-tips')!;
    await el.ready;
    const place = (): string => `${page.lastElementChild!.getBoundingClientRect().top}`;
    const said = (): string | undefined => el.shadowRoot!.querySelector('[part=storage]')?.textContent.trim();
    const before = [place(), said()];
    await wasSeen(el);

    expect(before[1]).to.contain('the tips you chose, and which ones you have read,');
    expect([place(), said()]).to.deep.equal(before);
    expect(keys()).to.deep.equal([]);
  });

  it('says nothing of what was read where the page allows no keeping', async () => {
    const el = await fixture<RekindleTips>(
      html`<rekindle-tips start="resume" actions="keep" .pack=${tipsPack(4)}></rekindle-tips>`,
    );
    await wasSeen(el);
    expect(inside(el).queryByText(/Your tips stay/)).to.equal(null);

    await press(el, 'Keep this tip: Tip 1');
    expect(inside(el).getByText(/Your tips stay/)).to.not.equal(null);
  });

  it('remembers nothing of what was read where the page does not resume', async () => {
    const el = await tips();
    await press(el, 'Keep this tip: Tip 1');
    await press(el, 'Keep them here');
    await wasSeen(el);

    const { entries } = JSON.parse(localStorage.getItem(KEY)!) as { entries: object };
    expect(Object.keys(entries)).to.deep.equal(['keep/tip-0']);
  });

  it('remembers every tip of a list that was read', async () => {
    const resume = (view: string): Promise<RekindleTips> =>
      fixture<RekindleTips>(
        html`<rekindle-tips
          start="resume"
          storage="local"
          storage-key="test"
          view=${view}
          .pack=${tipsPack(9)}
        ></rekindle-tips>`,
      );
    const el = await resume('list');
    const seen: string[] = [];
    el.addEventListener('rekindle-tip-view', event => seen.push(event.id));
    await waitUntil(() => seen.includes('tip-1'), 'the list was not seen');
    await el.updateComplete;
    await press(el, 'Keep them here');

    expect((await resume('carousel')).activeIndex).to.be.greaterThan(1);
  });
});
