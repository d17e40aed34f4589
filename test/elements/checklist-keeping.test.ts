import { expect } from 'chai';
import { fixture, fixtureCleanup, html } from '@open-wc/testing-helpers';
import '../../src/bundles/checklist.ts';
import type { Migration } from '../../src/content/model.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import { choose, pack, press, radio, theme, tick } from '../support/checklist.ts';
import { expectState, focused, inside } from '../support/page.ts';
import { denyStorage, storedEntries, writeMeanwhile } from '../support/storage.ts';
import { waitUntil } from '../support/wait.ts';

type Pack = ReturnType<typeof pack>;

const KEY = 'rekindle:v1:checklist:test:0';
const three = (): Pack => pack([theme('a'), theme('b'), theme('c')]);
const later = (words: Pack, version: string, migrations: readonly Migration[] = []): Pack => ({
  ...words,
  checklist: { ...words.checklist, version, migrations },
});
const open = (words: unknown = three(), storage = 'local'): Promise<RekindleChecklist> =>
  fixture<RekindleChecklist>(
    html`<rekindle-checklist mode="list" storage=${storage} .pack=${words}></rekindle-checklist>`,
  );
const checked = (el: RekindleChecklist): string[] =>
  [...(el.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=radio]:checked') ?? [])].map(
    one => `${one.name}: ${one.parentElement?.textContent.trim()}`,
  );
const sentence = (el: RekindleChecklist): string =>
  el.shadowRoot?.querySelector('[part=storage] p')?.textContent.trim() ?? '';
const answerAll = async (el: RekindleChecklist): Promise<void> => {
  await choose(el, 'I am a.', 'Yes');
  await choose(el, 'I am b.', 'Pass');
};
const pageshow = (): boolean => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
/** Another visit to the page: nothing of the first is left in memory. */
const visit = async (words: unknown = three()): Promise<RekindleChecklist> => {
  // What holds for the visit, such as a danger that she named, goes with it.
  pageshow();
  fixtureCleanup();
  return open(words);
};

describe('rekindle-checklist keeps', () => {
  afterEach(() => {
    document.querySelectorAll('rekindle-checklist').forEach(one => one.reset());
    localStorage.clear();
    sessionStorage.clear();
  });

  it('has room around the button that keeps, and around what a form sends', async () => {
    const el = await open();
    const box = (part: string): DOMRect => el.shadowRoot!.querySelector(`[part=${part}]`)!.getBoundingClientRect();
    expect(box('safety').top - box('storage-button').bottom, 'in a list').to.be.at.least(8);

    el.mode = 'steps';
    el.submit = 'answers';
    await el.updateComplete;
    expect(box('consent').top - box('navigation-button').bottom, 'below the way on').to.be.at.least(8);
  });

  for (const storage of ['', 'Local']) {
    it(`nothing where the page allows it in a word that there is not ("${storage}"), and says how long the answers last`, async () => {
      const el = await open(three(), storage);

      expect(inside(el).queryByText(/Your answers stay until you leave, reload or close this page\./)).to.not.equal(
        null,
      );
      expect(sentence(el)).to.equal('');
    });
  }

  it('nothing before the reader says keep', async () => {
    const el = await open();
    await answerAll(el);

    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect(sentence(el)).to.match(/^Nothing is saved yet\./);
    expectState(el, 'saved', false);
  });

  it('answers until the next visit once she does, and says what, where, until when, and who can see it', async () => {
    const el = await open();
    await answerAll(el);
    await press(el, 'Keep them here');

    expect(sentence(el)).to.match(
      /^This browser keeps your answers until .*20\d\d.* Anyone who uses it can see them\./,
    );
    expectState(el, 'saved', true);
    const again = await visit();

    expect(checked(again)).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
    expect(again.progress).to.deep.equal({ answered: 2, total: 3 });
  });

  it('each answer at once: who closes the page right after the click finds it again', async () => {
    const el = await open();
    await press(el, 'Keep them here');

    radio(el, 'I am c.', 'Yes').click();
    const again = await visit();

    expect(checked(again)).to.deep.equal(['c-1: Yes']);
  });

  it('no stop, in any storage, whatever she ticks', async () => {
    const el = await open();
    await press(el, 'Keep them here');
    await answerAll(el);
    await tick(el, 'I stop.');

    expect(Object.keys(localStorage)).to.deep.equal([KEY]);
    expect(localStorage.getItem(KEY)).not.to.contain('stop');
    expect((await visit()).shadowRoot?.querySelector('[type=checkbox]:checked')).to.equal(null);
  });

  it('nothing for the next person who did not choose it: another visit, and Back out of the cache, are empty', async () => {
    const el = await open();
    await answerAll(el);
    await tick(el, 'I stop.');

    pageshow();
    await el.updateComplete;

    expect(checked(el)).to.deep.equal([]);
    expect(el.progress.answered).to.equal(0);
    expect(el.shadowRoot?.querySelector('[type=checkbox]:checked')).to.equal(null);
    expect(el.shadowRoot?.querySelector('[part=help] rekindle-helplines')).to.equal(null);
    expect(checked(await visit())).to.deep.equal([]);
  });

  it('what it keeps, when the page comes back out of the cache', async () => {
    const el = await open();
    await answerAll(el);
    await press(el, 'Keep them here');

    pageshow();
    await el.updateComplete;

    expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
  });

  it('nothing once she erases, here, in memory and in another tab', async () => {
    const el = await open();
    await answerAll(el);
    await press(el, 'Keep them here');
    const { newValue, oldValue } = { newValue: null, oldValue: localStorage.getItem(KEY) };

    await press(el, 'Erase them');

    expect(localStorage.length).to.equal(0);
    expect(checked(el)).to.deep.equal([]);
    expect(sentence(el)).to.match(/^Nothing is saved yet/);
    // The other tab hears of it by the browser's own event.
    localStorage.setItem(KEY, oldValue ?? '');
    const other = await visit();
    expect(checked(other)).to.have.length(2);
    localStorage.removeItem(KEY);
    window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue, storageArea: localStorage }));
    await other.updateComplete;
    expect(checked(other)).to.deep.equal([]);
  });

  it('the answers of two tabs that race: both stay, and the later one of the same statement', async () => {
    const el = await open();
    await press(el, 'Keep them here');
    await choose(el, 'I am a.', 'Yes');
    const [revision] = storedEntries(KEY)['a-1']!;
    writeMeanwhile(KEY, 'a-1', [revision + 1, 0]);

    await choose(el, 'I am b.', 'Yes');

    const values = (): unknown[] => ['a-1', 'b-1'].map(id => storedEntries(KEY)[id]?.[1]);
    expect(values()).to.deep.equal([0, 1]);
    expect(checked(el)).to.deep.equal(['a-1: No', 'b-1: Yes']);
    writeMeanwhile(KEY, 'b-1', [1, 0]);
    await choose(el, 'I am c.', 'Yes');
    expect(values(), 'an earlier one that comes late').to.deep.equal([0, 1]);
  });

  it('what another tab kept meanwhile, and shows it, once she says keep here too', async () => {
    const tab = (version: string): ReturnType<typeof html> =>
      html`<rekindle-checklist
        mode="list"
        storage="local"
        storage-key="me"
        .pack=${later(three(), version, [{ from: '1.0.0', rename: [{ from: 'c-1', to: 'a-1' }] }])}
      ></rekindle-checklist>`;
    const box = await fixture<HTMLElement>(html`<div>${tab('1.0.0')}${tab('1.1.0')}</div>`);
    const [one, two] = box.children as unknown as [RekindleChecklist, RekindleChecklist];
    await choose(two, 'I am b.', 'Yes');
    await choose(one, 'I am c.', 'Yes');
    await press(one, 'Keep them here');
    expect(checked(two)).to.deep.equal(['b-1: Yes']);

    await press(two, 'Keep them here');

    expect(inside(two).getByText('2 of 3 answered').checkVisibility()).to.equal(true);
    expect(checked(two), 'what the other release called c is a').to.deep.equal(['a-1: Yes', 'b-1: Yes']);
  });

  it('the answer on her screen, where another tab had kept another one, once she says keep here too', async () => {
    const tab = (): ReturnType<typeof html> =>
      html`<rekindle-checklist mode="list" storage="local" storage-key="me" .pack=${three()}></rekindle-checklist>`;
    const box = await fixture<HTMLElement>(html`<div>${tab()}${tab()}</div>`);
    const [one, two] = box.children as unknown as [RekindleChecklist, RekindleChecklist];
    await choose(one, 'I am b.', 'Yes');
    await choose(one, 'I am c.', 'Yes');
    await choose(one, 'I am a.', 'No');
    await press(one, 'Keep them here');
    await choose(two, 'I am a.', 'Yes');

    await press(two, 'Keep them here');

    const all = ['a-1: Yes', 'b-1: Yes', 'c-1: Yes'];
    expect(checked(two)).to.deep.equal(all);
    await one.updateComplete;
    expect(checked(one), 'the other tab too').to.deep.equal(all);
    expect(two.response?.answers).to.deep.equal({ 'a-1': 1, 'b-1': 1, 'c-1': 1 });
  });

  it('what she answered before the page allowed it, and not what lay there', async () => {
    const first = await open();
    await choose(first, 'I am b.', 'Yes');
    await choose(first, 'I am a.', 'No');
    await press(first, 'Keep them here');
    pageshow();
    fixtureCleanup();
    const el = await open(three(), 'none');
    await choose(el, 'I am a.', 'Yes');

    el.storage = 'local';
    await el.updateComplete;

    expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Yes']);
    expect(checked(await visit()), 'kept, as it says').to.deep.equal(['a-1: Yes', 'b-1: Yes']);
  });

  it('what is under one key out of another: whose key the page names next sees nothing of it, kept or not', async () => {
    const el = await open();
    await choose(el, 'I am c.', 'No');
    el.storageKey = 'ann';
    await el.updateComplete;
    expect(checked(el), 'what has no name yet').to.deep.equal(['c-1: No']);
    await answerAll(el);
    await press(el, 'Keep them here');

    el.storageKey = 'bea';
    await el.updateComplete;

    expect(checked(el)).to.deep.equal([]);
    await choose(el, 'I am c.', 'Yes');
    el.storageKey = 'ann';
    await el.updateComplete;
    expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass', 'c-1: No']);
    expect(JSON.stringify({ ...localStorage })).not.to.contain('bea');
  });

  it('what the page set in memory out of what she keeps, where it allows keeping later', async () => {
    const first = await open();
    await answerAll(first);
    await press(first, 'Keep them here');
    const kept = { ...localStorage };
    first.remove();

    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist mode="list" .pack=${three()}></rekindle-checklist>`,
    );
    el.response = { ...el.response!, answers: { 'a-1': 0 } };
    el.reset();
    el.storage = 'local';
    await el.updateComplete;

    expect({ ...localStorage }).to.deep.equal(kept);
  });

  it('nothing that is erased in the tab either, where the page allowed less before', async () => {
    const el = await open();
    el.storage = 'session';
    await el.updateComplete;
    await answerAll(el);
    await press(el, 'Keep them here');
    el.storage = 'local';
    await el.updateComplete;
    await press(el, 'Keep them here');
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([1, 1]);

    await press(el, 'Erase them');

    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  for (const storage of ['local', 'session']) {
    it(`what two elements of a page share by their key, in both at once: ${storage}`, async () => {
      const one = (): ReturnType<typeof html> =>
        html`<rekindle-checklist
          mode="list"
          storage=${storage}
          storage-key="me"
          .pack=${three()}
        ></rekindle-checklist>`;
      const box = await fixture<HTMLElement>(html`<div>${one()}</div>`);
      const first = box.querySelector('rekindle-checklist')!;
      await press(first, 'Keep them here');
      const second = await fixture<RekindleChecklist>(one());

      await choose(first, 'I am a.', 'Yes');
      await second.updateComplete;
      expect(checked(second)).to.deep.equal(['a-1: Yes']);

      await press(second, 'Erase them');
      await first.updateComplete;
      expect(checked(first)).to.deep.equal([]);
      expect(sentence(first)).to.match(/^Nothing is saved yet/);
    });
  }

  it('the answers of a file in one write: other tabs never see half of them', async () => {
    const el = await open();
    await answerAll(el);
    await press(el, 'Keep them here');
    const saved = { ...el.response!, answers: { 'a-1': 0, 'c-1': 1 } };
    const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    let writes = 0;
    Storage.prototype.setItem = function (this: Storage, ...pair: [string, string]) {
      writes++;
      (own.value as Storage['setItem']).apply(this, pair);
    };

    try {
      expect(el.load(saved)).to.equal(true);
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', own);
    }

    expect(writes).to.equal(1);
    expect(checked(await visit())).to.deep.equal(['a-1: No', 'c-1: Yes']);
  });

  it('her answers, where a file has others than there are here', async () => {
    const el = await open();
    await answerAll(el);
    const { response } = el;

    for (const answers of [{ 'a-1': 99 }, { 'a-1': -1 }, { 'a-1': '1' }, { 'a-1': 'other' }, { 'z-1': 1 }]) {
      expect(el.load({ ...response, answers }), JSON.stringify(answers)).to.equal(false);
      await el.updateComplete;
      expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
    }
    expect(el.load({ ...response, answers: { 'a-1': 0, 'b-1': 'skip' } })).to.equal(true);
  });

  it('her answers, where nothing in a file of another version is known', async () => {
    const el = await open(later(three(), '2.0.0', [{ from: '<2.0.0', drop: ['d-1'], changed: ['c-1'] }]));
    await answerAll(el);
    await press(el, 'Keep them here');
    const heard: Event[] = [];
    el.addEventListener('rekindle-checklist-migrate', event => heard.push(event));
    const file = (answers: object, scale = 'two'): unknown => ({
      ...el.response,
      assessmentVersion: '1.0.0',
      scale,
      answers,
    });

    expect(el.load(file({ 'z-1': 1 }))).to.equal(false);
    await el.updateComplete;
    expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
    expect(el.shadowRoot?.querySelector('[part=notice]')).to.equal(null);
    expect(heard).to.deep.equal([]);

    for (const answers of [{ 'a-1': 0 }, { 'c-1': 0 }, { 'd-1': 0 }, {}])
      expect(el.load(file(answers)), JSON.stringify(answers)).to.equal(true);
    expect(el.load(file({ 'a-1': 3 }, 'five')), 'what another scale says is named').to.equal(true);
  });

  it('answers that the page sets before the words are there', async () => {
    const response = { ...(await open()).response!, answers: { 'b-1': 1 } };

    const el = document.createElement('rekindle-checklist');
    el.mode = 'list';
    el.response = response;
    el.pack = three();
    document.body.append(el);
    await el.updateComplete;
    expect(checked(el)).to.deep.equal(['b-1: Yes']);
    expect(el.progress.answered).to.equal(1);
    el.reset();
    await el.updateComplete;
    expect(checked(el)).to.deep.equal([]);
    el.remove();
  });

  it('what she keeps, where the page sets answers of its own, until her next answer', async () => {
    const el = await open();
    await answerAll(el);
    const response = { ...el.response!, answers: { 'c-1': 0 } };
    await press(el, 'Keep them here');

    el.response = response;
    await el.updateComplete;
    expect(checked(el)).to.deep.equal(['c-1: No']);
    expect(checked(await visit())).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
    fixtureCleanup();
    const early = await fixture<RekindleChecklist>(
      html`<rekindle-checklist
        mode="list"
        storage="local"
        .pack=${three()}
        .response=${response}
      ></rekindle-checklist>`,
    );
    expect(checked(early), 'before it was read').to.deep.equal(['c-1: No']);
    expect(checked(await visit())).to.deep.equal(['a-1: Yes', 'b-1: Pass']);

    const last = document.querySelector('rekindle-checklist')!;
    last.response = response;
    await choose(last, 'I am b.', 'Yes');
    expect(checked(await visit())).to.deep.equal(['b-1: Yes', 'c-1: No']);
  });

  for (const order of ['words first', 'answers first']) {
    const set = async (el: RekindleChecklist, words: Pack, response: RekindleChecklist['response']): Promise<void> => {
      if (order === 'words first') el.pack = words;
      el.response = response;
      el.pack = words;
      await el.updateComplete;
    };

    it(`answers that the page sets together with the words for them, ${order}: another assessment`, async () => {
      const words = three();
      const other = { ...words, checklist: { ...words.checklist, id: 'other' } };
      const response = { ...(await open(other)).response!, answers: { 'b-1': 1 } };
      const el = await open();
      await choose(el, 'I am a.', 'Yes');

      await set(el, other, response);

      expect(checked(el)).to.deep.equal(['b-1: Yes']);
    });

    it(`answers that the page sets together with the words for them, ${order}: another version`, async () => {
      const words = later(three(), '2.0.0', [{ from: '<2.0.0', changed: ['b-1'] }]);
      const response = { ...(await open(words)).response!, answers: { 'b-1': 1 } };
      const el = await open();

      await set(el, words, response);
      expect(checked(el)).to.deep.equal(['b-1: Yes']);
      expect(el.shadowRoot?.querySelector('[part=notice]')).to.equal(null);

      await choose(el, 'I am b.', 'No');
      el.pack = later(three(), '2.1.0');
      await el.updateComplete;
      expect(checked(el), 'they came once').to.deep.equal(['b-1: No']);
    });
  }

  it('what she keeps through a reset of the form, until her next answer', async () => {
    const el = await open();
    await answerAll(el);
    await press(el, 'Keep them here');

    el.reset();
    await el.updateComplete;

    expect(checked(el)).to.deep.equal([]);
    expect(checked(await visit())).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
  });

  describe('through a fault of the storage', () => {
    const restore: (() => void)[] = [];
    afterEach(() => {
      for (const undo of restore.splice(0)) undo();
    });
    const breakStorage = (method: 'setItem' | 'removeItem', name: string): void => {
      const own = Object.getOwnPropertyDescriptor(Storage.prototype, method) ?? {};
      Storage.prototype[method] = () => {
        throw new DOMException('no', name);
      };
      restore.push(() => Object.defineProperty(Storage.prototype, method, own));
    };
    const breakSetItem = (name: string): void => breakStorage('setItem', name);
    const reasons = (el: RekindleChecklist): string[] => {
      const heard: string[] = [];
      el.addEventListener('rekindle-storage-error', ({ reason }) => heard.push(reason));
      return heard;
    };

    it('the getter throws: the answers stay, and one notice says so', async () => {
      restore.push(denyStorage());
      const heard: string[] = [];
      document.addEventListener(
        'rekindle-storage-error',
        event => heard.push((event as Event & { reason: string }).reason),
        { once: true },
      );
      const el = await open();
      await answerAll(el);

      expect(checked(el)).to.have.length(2);
      expect(sentence(el)).to.match(/^This browser does not let us save\./);
      expect(heard).to.deep.equal(['denied']);
      expect(inside(el).getByText('Take your answers with you')).to.exist;
    });

    for (const [name, reason, words] of [
      ['SecurityError', 'denied', /does not let us save/],
      ['QuotaExceededError', 'quota', /no room left/],
    ] as const) {
      it(`setItem throws ${name} at once: the answers stay, with one notice`, async () => {
        const el = await open();
        const heard = reasons(el);
        await answerAll(el);
        breakSetItem(name);
        await press(el, 'Keep them here');
        await choose(el, 'I am c.', 'Yes');

        expect(checked(el)).to.have.length(3);
        expect(sentence(el)).to.match(words);
        await waitUntil(() => heard.length > 0);
        expect(heard).to.deep.equal([reason]);
      });

      it(`setItem throws ${name} later: the answers stay, with one notice`, async () => {
        const el = await open();
        const heard = reasons(el);
        await press(el, 'Keep them here');
        await choose(el, 'I am a.', 'Yes');
        breakSetItem(name);
        await choose(el, 'I am b.', 'Yes');
        await choose(el, 'I am c.', 'Yes');

        expect(checked(el)).to.have.length(3);
        expect(sentence(el)).to.match(words);
        await waitUntil(() => heard.length > 0);
        expect(heard).to.deep.equal([reason]);
      });
    }

    it('what lies there is broken: nothing is thrown, and the reader may keep anew', async () => {
      localStorage.setItem(KEY, '{"format":1,"entries":7');
      const el = await open();
      expect(sentence(el)).to.match(/cannot be read/);
      await choose(el, 'I am a.', 'Yes');
      await press(el, 'Keep them here');

      expect(checked(await visit())).to.deep.equal(['a-1: Yes']);
    });

    for (const mode of ['list', 'steps'] as const) {
      it(`it fails later: she hears of it once, and reads at the end how to take the answers with her, in ${mode}`, async () => {
        const el = await open();
        el.mode = mode;
        await el.updateComplete;
        await press(el, 'Keep them here');
        const status = (): string => inside(el).getByRole('status').textContent?.trim() ?? '';
        const way = 'Your answers are not saved. You can take them with you at the end.';
        expect(inside(el).queryByText(way)).to.equal(null);
        breakSetItem('QuotaExceededError');
        el.goTo('c');
        await el.updateComplete;

        await choose(el, 'I am c.', 'Yes');
        await waitUntil(() => status().endsWith(way), 'nothing is said');
        expect(status()).to.match(/^This browser has no room left to save\./);
        const end = inside(el)
          .getAllByText(way)
          .find(one => !one.closest('[role=status]'))!;
        const statements = [...el.shadowRoot!.querySelectorAll('[part=statement]')];
        for (const one of statements)
          expect(one.compareDocumentPosition(end)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
        await choose(el, 'I am c.', 'No');
        await el.updateComplete;
        expect(status()).not.to.match(/\u00a0/);
      });
    }

    it('it fails when she says keep: the sentence in focus tells it, and nothing else talks over that', async () => {
      const el = await open();
      const heard = reasons(el);
      breakSetItem('SecurityError');
      await press(el, 'Keep them here');
      await waitUntil(() => heard.length > 0);
      await el.updateComplete;

      expect(focused()?.textContent).to.match(/does not let us save/);
      expect(inside(el).getByRole('status').textContent?.trim()).to.equal('');
    });

    it('it fails when she erases: nothing offers to take away what is gone', async () => {
      const el = await open();
      await answerAll(el);
      await press(el, 'Keep them here');
      const heard = reasons(el);
      breakStorage('removeItem', 'SecurityError');
      el.erase();
      await waitUntil(() => heard.length > 0);
      await el.updateComplete;

      expect(checked(el)).to.deep.equal([]);
      expect(inside(el).getByRole('status').textContent?.trim()).to.equal('All answers are cleared.');
    });

    it('what lies there breaks while she answers: no answer goes, it says so, and she may keep anew', async () => {
      const el = await open();
      const heard = reasons(el);
      await answerAll(el);
      await press(el, 'Keep them here');
      localStorage.setItem(KEY, '{"half');

      await choose(el, 'I am c.', 'Yes');

      expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass', 'c-1: Yes']);
      expect(sentence(el)).to.match(/cannot be read/);
      expect(localStorage.getItem(KEY)).to.equal('{"half');
      await waitUntil(() => heard.length > 0);
      expect(heard).to.deep.equal(['parse']);
      await press(el, 'Keep them here');
      expect(checked(await visit())).to.have.length(3);
    });

    it('its last day passes while the page is open: what was kept goes, and no answer on the screen', async () => {
      const el = await open();
      const heard = reasons(el);
      await answerAll(el);
      await press(el, 'Keep them here');
      const state = JSON.parse(localStorage.getItem(KEY)!) as object;
      localStorage.setItem(KEY, JSON.stringify({ ...state, expiresOn: '2020-01-01' }));

      await choose(el, 'I am c.', 'Yes');

      expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass', 'c-1: Yes']);
      expect(localStorage.length).to.equal(0);
      expect(sentence(el)).to.match(/^Nothing is saved yet\./);
      expectState(el, 'saved', false);
      expect(heard).to.deep.equal([]);
    });

    it('a later release wrote it: it stays as it is, and the answers can still be taken away', async () => {
      const newer = '{"format":2,"secret":"of the future"}';
      localStorage.setItem(KEY, newer);
      const el = await open();
      await choose(el, 'I am a.', 'Yes');

      expect(sentence(el)).to.match(/^A newer version saved something here/);
      expect(inside(el).queryByRole('button', { name: 'Keep them here' })).to.equal(null);
      expect(localStorage.getItem(KEY)).to.equal(newer);
      expect(JSON.parse(el.exportAs('json'))).to.have.nested.property('answers.a-1', 1);
    });

    it('the state is longer than the words: it does not throw, and the valid answers stay', async () => {
      const el = await open();
      await answerAll(el);
      await choose(el, 'I am c.', 'Yes');
      await press(el, 'Keep them here');

      const again = await visit(later(pack([theme('c')]), '2.0.0'));

      expect(checked(again)).to.deep.equal(['c-1: Yes']);
      expect(again.progress).to.deep.equal({ answered: 1, total: 1 });
      // Nobody said that they are gone: with the words they come back.
      expect(checked(await visit(later(three(), '3.0.0')))).to.deep.equal(['a-1: Yes', 'b-1: Pass', 'c-1: Yes']);
    });
  });

  describe('through new versions of the words', () => {
    const kept = async (): Promise<void> => {
      const el = await open();
      await answerAll(el);
      await choose(el, 'I am c.', 'No');
      await press(el, 'Keep them here');
    };
    const notice = (el: RekindleChecklist): string =>
      el.shadowRoot?.querySelector('[part=notice]')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

    it('statements that are inserted and reordered: each answer stays with its own', async () => {
      await kept();

      const el = await visit(later(pack([theme('new'), theme('c'), theme('a'), theme('b')]), '1.1.0'));

      expect(checked(el)).to.have.members(['a-1: Yes', 'b-1: Pass', 'c-1: No']);
      expect(notice(el)).to.equal('');
    });

    it('declared changes: what moved is there, what changed is open again and named with the old answer', async () => {
      await kept();
      const heard: object[] = [];
      document.addEventListener(
        'rekindle-checklist-migrate',
        event => {
          const { renamed, dropped, changed } = event as Event & Record<'renamed' | 'dropped' | 'changed', number>;
          heard.push({ renamed, dropped, changed });
        },
        { once: true },
      );

      const el = await visit(
        later(pack([theme('x'), theme('b')]), '2.0.0', [
          { from: '<2.0.0', rename: [{ from: 'a-1', to: 'x-1' }], drop: ['c-1'], changed: ['b-1'] },
        ]),
      );

      expect(checked(el)).to.deep.equal(['x-1: Yes']);
      expect(notice(el)).to.equal(
        '2 statements changed since you last answered. Those still here are open again. I am b. You chose: Pass',
      );
      expect(heard).to.deep.equal([{ renamed: 1, dropped: 1, changed: 1 }]);
      await choose(el, 'I am b.', 'Yes');
      expect(notice(el)).not.to.contain('I am b.');
    });

    it('another scale: no answer is read as one on it', async () => {
      await kept();
      const words = later(three(), '2.0.0');
      const scale = { ...words.checklist.scale, id: 'other' };

      const el = await visit({ ...words, checklist: { ...words.checklist, scale } });

      expect(checked(el)).to.deep.equal([]);
      expect(notice(el)).to.match(/^3 statements changed .*I am a\. You chose: 1/);
    });

    it('a statement that is gone: what she no longer sees is not sent, and in no file', async () => {
      await kept();
      const form = document.createElement('form');

      const el = await visit(later(pack([theme('a'), theme('b')]), '2.0.0'));
      el.name = 'answers';
      el.submit = 'answers';
      el.before(form);
      form.append(el);
      await el.updateComplete;

      const answers = { 'a-1': 1, 'b-1': 'skip' };
      const sent = JSON.parse(new FormData(form).get('answers') as string) as RekindleChecklist['response'];
      expect(sent?.answers).to.deep.equal(answers);
      expect(el.response?.answers).to.deep.equal(answers);
      expect(el.exportAs('json')).not.to.contain('c-1');
      form.remove();
    });

    it('an option that is gone: its answer is named, and open again', async () => {
      await kept();
      const words = later(three(), '2026 winter');
      const { scale } = words.checklist;
      const fewer = { ...scale, options: scale.options.slice(0, 1) };

      const el = await visit({ ...words, checklist: { ...words.checklist, scale: fewer } });

      expect(checked(el)).to.deep.equal(['b-1: Pass', 'c-1: No']);
      expect(notice(el)).to.match(/^1 statement changed .*I am a\. You chose: 1/);
    });

    it('a version of several words: each answer stays', async () => {
      const autumn = await open(later(three(), '2026 autumn'));
      await answerAll(autumn);
      await press(autumn, 'Keep them here');

      const el = await visit(later(three(), '2026 winter'));

      expect(checked(el)).to.deep.equal(['a-1: Yes', 'b-1: Pass']);
      expect(notice(el)).to.equal('');
    });

    it('a new version that the page sets while the reader answers', async () => {
      const el = await open();
      await answerAll(el);

      el.pack = later(pack([theme('x'), theme('b')]), '2.0.0', [
        { from: '<2.0.0', rename: [{ from: 'a-1', to: 'x-1' }] },
      ]);
      await el.updateComplete;

      expect(checked(el)).to.deep.equal(['x-1: Yes', 'b-1: Pass']);
    });

    it('another assessment: it starts empty', async () => {
      const el = await open();
      await answerAll(el);
      const words = three();

      el.pack = { ...words, checklist: { ...words.checklist, id: 'another' } };
      await el.updateComplete;

      expect(el.progress.answered).to.equal(0);
      expect(checked(el)).to.deep.equal([]);
    });

    it('another assessment: it starts where a reader starts, and says nothing of the first', async () => {
      const el = await open(later(three(), '0.9.0'));
      await answerAll(el);
      el.pack = later(three(), '1.0.0', [{ from: '<1.0.0', drop: ['a-1'] }]);
      el.mode = 'steps';
      await el.updateComplete;
      el.goTo('b');
      await el.updateComplete;
      expect(notice(el)).to.match(/^1 statement changed/);
      const words = three();

      el.pack = { ...words, checklist: { ...words.checklist, id: 'another' } };
      await el.updateComplete;

      expect(notice(el)).to.equal('');
      expect(inside(el).getByRole('heading', { name: 'Step 1 of 5 Before you start' })).to.exist;
    });
  });
});
