import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import type { LitElement } from 'lit';
import '../../src/bundles/rekindle.ts';
import type { OwnMessages } from '../../src/content/messages.ts';
import { activities, checklist, head, messages, sections, tips } from '../../src/content/packs/en.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import type { Message } from '../../src/domain/message.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import type { RekindleGuide } from '../../src/elements/rekindle-guide.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { comeBack, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

/* The interface text that a pack brings, in each element and by each way that a pack comes. */

type Words = LitElement & { pack: unknown; src: string };

const NAMES = ['rekindle-tips', 'rekindle-checklist', 'rekindle-activities', 'rekindle-helplines', 'rekindle-guide'];

/** All of our messages, each with a mark around it. */
const marked = (mark = '‹›'): OwnMessages => {
  const [open = '', close = ''] = mark;
  const text = (message: Message): Message =>
    typeof message === 'string'
      ? `${open}${message}${close}`
      : { one: `${open}${message.one}${close}`, other: `${open}${message.other}${close}` };
  return Object.fromEntries(
    Object.entries(messages).map(([name, group]) => [
      name,
      Object.fromEntries(Object.entries(group).map(([key, message]) => [key, text(message as Message)])),
    ]),
  );
};

/** A whole pack in German, but for its words. */
const german = (own: unknown = marked()): Record<string, unknown> => ({
  ...head,
  lang: 'de',
  sections,
  tips,
  checklist,
  activities,
  helplines,
  messages: own,
});

/** Our messages that are one text without values. */
const ENGLISH: ReadonlySet<unknown> = new Set(
  Object.values(messages).flatMap(group => Object.values(group).filter(one => typeof one === 'string')),
);

/** All that an element says, to eyes and to screen readers, that of the elements in it too. */
function saidBy(el: Element): string[] {
  const root = el.shadowRoot!;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const said: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) said.push(node.textContent!.trim());
  for (const one of root.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) if (/^aria-[lrv]/.test(name)) said.push(value);
    if (one.shadowRoot) said.push(...saidBy(one));
  }
  return said.filter(Boolean);
}

const json = (value: unknown): HTMLScriptElement => {
  const script = Object.assign(document.createElement('script'), { type: 'application/json' });
  script.append(JSON.stringify(value));
  return script;
};
const addressOf = (value: unknown): string =>
  URL.createObjectURL(new Blob([JSON.stringify(value)], { type: 'application/json' }));

async function shown(name: string, prepare: (el: Words) => void): Promise<Words> {
  const el = document.createElement(name) as Words;
  prepare(el);
  (await fixture<HTMLElement>(html`<div></div>`)).append(el);
  await el.updateComplete;
  return el;
}

const withPack = <El extends Words>(name: string, pack: unknown): Promise<El> =>
  shown(name, el => {
    el.pack = pack;
  }) as Promise<El>;

const WAYS: Readonly<Record<string, (el: Words, pack: unknown) => void>> = {
  'the property': (el, pack) => {
    el.pack = pack;
  },
  'a JSON child': (el, pack) => el.append(json(pack)),
  src: (el, pack) => {
    el.src = addressOf(pack);
  },
};

describe('the messages of a pack', () => {
  afterEach(comeBack);

  for (const name of NAMES) {
    for (const [way, give] of Object.entries(WAYS)) {
      it(`are all that <${name}> says of its own, by ${way}`, async () => {
        const el = await shown(name, one => give(one, german()));
        await waitUntil(() => saidBy(el).some(text => text.startsWith('‹')));

        expect(saidBy(el).filter(text => ENGLISH.has(text))).to.deep.equal([]);
      });
    }

    it(`stay English in <${name}> where the pack has none`, async () => {
      const el = await withPack(name, { ...german(), messages: undefined });
      const said = saidBy(el);
      // "Leave this page" is the first one's.
      el.remove();

      expect(said).to.deep.equal(saidBy(await withPack(name, undefined)));
    });
  }

  it('are announced, and stand in what comes by a press', async () => {
    const el = await withPack<RekindleTips>('rekindle-tips', german());
    el.actions = 'keep';
    el.storage = 'local';
    await el.updateComplete;

    await press(inside(el).getByRole('button', { name: '‹Next tip›' }));
    await waitUntil(() => /^‹.*, 2 of 6›$/.test(inside(el).getByRole('status').textContent));
    await press(inside(el).getByRole('button', { name: /^‹Keep this tip/ }));

    expect(inside(el).queryByText(/^‹Nothing is saved yet. If you like, ‹the tips you chose›/)).to.not.equal(null);
    expect(saidBy(el).filter(text => ENGLISH.has(text))).to.deep.equal([]);
  });

  it('follow the plural rule of their language, and the others that of English', async () => {
    const count = { one: '{count} pomysł', few: '{count} pomysły', many: '{count} pomysłów', other: '{count} pomysłu' };
    const el = await withPack<RekindleActivities & Words>('rekindle-activities', {
      ...german({ activities: { count } }),
      lang: 'pl',
    });
    const heading = async (many: number): Promise<string> => {
      const own = { ...german({ activities: { count } }), lang: 'pl', activities: activities.slice(0, many) };
      (el as Words).pack = own;
      await el.updateComplete;
      return el.shadowRoot!.querySelector('#count')!.textContent.trim();
    };

    expect([await heading(1), await heading(2), await heading(5), await heading(22)]).to.deep.equal([
      ...['1 pomysł', '2 pomysły', '5 pomysłów', '22 pomysły'],
    ]);
    expect(saidBy(el).join(' ')).to.match(/\b1 hour\b/);
    expect(saidBy(el).join(' ')).to.match(/\b2 hours\b/);
  });

  it('have all forms of Arabic, and stand as they are among words from right to left', async () => {
    const count = {
      zero: 'لا',
      one: 'فكرة',
      two: 'فكرتان',
      few: '{count} أفكار',
      many: '{count} فكرة',
      other: '{count} ف',
    };
    const own = { activities: { count, clear: 'Google: امسحي' } };
    const texts: string[] = [];
    for (const many of [1, 2, 3, 11]) {
      const el = await withPack<RekindleActivities & Words>('rekindle-activities', {
        ...german(own),
        lang: 'ar',
        dir: 'rtl',
        activities: activities.slice(0, many),
      });
      texts.push(el.shadowRoot!.querySelector('#count')!.textContent.trim());
      // Only ours are marked as running from left to right.
      expect(el.text('clear')).to.equal('Google: امسحي');
      expect(el.text('noWayOut')).to.equal('\u2066Clear all filters and look again.\u2069');
    }

    expect(texts).to.deep.equal(['فكرة', 'فكرتان', '3 أفكار', '11 فكرة']);
  });

  it('are English one by one, where one is left out', async () => {
    const el = await withPack<RekindleTips>('rekindle-tips', german({ tips: { next: 'Weiter' } }));

    expect(inside(el).queryByRole('button', { name: 'Weiter' })).to.not.equal(null);
    expect(inside(el).queryByRole('button', { name: 'Previous tip' })).to.not.equal(null);
  });

  it('are looked for in the groups of the element alone', async () => {
    const el = await withPack<RekindleTips>(
      'rekindle-tips',
      german({ guide: { label: 'G' }, activities: { label: 'A' } }),
    );

    expect(el.text('label')).to.equal('Tips');
  });

  it('may name a number where and as often as the language wants', async () => {
    const el = await withPack(
      'rekindle-helplines',
      german({ helplines: { call: '{number}: anrufen (tel. {number})' } }),
    );
    (el as Words & { country: string }).country = 'NZ';
    await el.updateComplete;

    expect(el.shadowRoot!.querySelector('[part=call]')!.textContent).to.equal('111: anrufen (tel. 111)');
  });

  it('may be more than the script knows', async () => {
    const el = await withPack<RekindleTips>(
      'rekindle-tips',
      german({ tips: { next: 'Weiter', wink: 'x' }, hug: { a: 'b' } }),
    );

    expect(inside(el).queryByRole('button', { name: 'Weiter' })).to.not.equal(null);
  });

  it('change with the pack, though its words stay', async () => {
    for (const name of NAMES) {
      const el = await withPack(name, german(marked('«»')));
      el.pack = german(marked('[]'));
      await el.updateComplete;
      await nextFrame();

      expect(
        saidBy(el).filter(text => text.startsWith('«')),
        name,
      ).to.deep.equal([]);
      expect(
        saidBy(el).some(text => text.startsWith('[')),
        name,
      ).to.equal(true);
    }
  });

  it('of two packs with the same words do not mix on a page', async () => {
    for (const name of NAMES) {
      // Copies are kept from the second element on: each pack has three.
      const marks = ['«»', '[]', '«»', '[]', '«»', '[]'];
      const packs = { '«»': german(marked('«»')), '[]': german(marked('[]')) };
      const all = await Promise.all(marks.map(mark => withPack(name, packs[mark as '[]'])));

      all.forEach((el, i) => {
        const said = saidBy(el);
        expect(
          said.filter(text => ENGLISH.has(text)),
          name,
        ).to.deep.equal([]);
        expect(
          said.filter(text => text.startsWith(i % 2 ? '«' : '[')),
          name,
        ).to.deep.equal([]);
      });
    }
  });

  it('that follow the bundled ideas are on the cards of these too, and on no others', async () => {
    const own = { ...german(marked()), lang: 'en-GB', activities: [{ ...activities[0], id: 'mine' }] };
    const elements: Words[] = [];
    for (const pack of [undefined, own, undefined, own, undefined, own]) {
      elements.push(
        await shown('rekindle-activities', el => {
          (el as Words & RekindleActivities).merge = 'append';
          el.pack = pack;
        }),
      );
    }

    elements.forEach((el, i) => {
      const button = el.shadowRoot!.querySelector('[part=favourite-button]')!;
      expect(button.textContent).to.equal(i % 2 ? '‹Favourite›' : 'Favourite');
    });
  });

  it('stand before those of a class, which stand before none', async () => {
    class OwnActivities extends RekindleActivities {
      static override messages = { favourite: 'Class', done: 'Class' } as unknown as typeof RekindleActivities.messages;
    }
    customElements.define('own-activities', OwnActivities);
    const el = await withPack<RekindleActivities & Words>('own-activities', german({ activities: { done: 'Pack' } }));

    expect([el.text('favourite'), el.text('done'), el.text('plan')]).to.deep.equal(['Class', 'Pack', '']);
  });

  it('of a checklist are those of its helplines', async () => {
    const el = await withPack<RekindleChecklist & Words>('rekindle-checklist', german());
    el.shadowRoot!.querySelector<HTMLInputElement>('[part=safety] input')!.click();
    await el.updateComplete;
    const help = el.shadowRoot!.querySelector('rekindle-helplines')!;
    await help.updateComplete;

    expect(inside(help).queryByText('‹In danger now?›')).to.not.equal(null);
    expect(saidBy(el).filter(text => ENGLISH.has(text))).to.deep.equal([]);
  });

  it('of a guide are those of its elements, and of its plan', async () => {
    const el = await withPack<RekindleGuide & Words>('rekindle-guide', german());
    const inner = el.shadowRoot!.querySelector<RekindleTips>('rekindle-tips')!;
    await inner.updateComplete;
    await press(inside(inner).getByRole('button', { name: /^‹Keep this tip/ }));
    await waitUntil(() => inside(el).queryByRole('heading', { name: '‹My plan›' }));

    for (const { localName, shadowRoot } of el.shadowRoot!.querySelectorAll<Words>('.standing'))
      expect(shadowRoot!.textContent, localName).to.contain('‹');
    expect(saidBy(el).filter(text => ENGLISH.has(text))).to.deep.equal([]);
  });

  for (const way of ['a JSON child', 'src']) {
    it(`stand around tips that are the list of the page, by ${way}`, async () => {
      const el = (await shown('rekindle-tips', one => {
        const tip = one as RekindleTips & Words;
        tip.contentFrom = 'children';
        tip.pagination = 'select';
        const list = document.createElement('ul');
        for (const text of ['Eins.', 'Zwei.'])
          list.append(Object.assign(document.createElement('li'), { textContent: text }));
        tip.append(list);
        WAYS[way]!(tip, german());
      })) as RekindleTips & Words;
      await waitUntil(() => inside(el).queryByRole('button', { name: '‹Next tip›' }));

      // Until an address has answered it is in English: the select is made anew.
      expect(inside(el).queryByRole('combobox', { name: '‹Go to tip›' })).to.not.equal(null);
      expect(el.length).to.equal(2);
      expect(saidBy(el).filter(text => ENGLISH.has(text))).to.deep.equal([]);
    });
  }

  it('are text, whatever they hold', async () => {
    const html = '<img src=x onerror="window.struck = true"><script>window.struck = true</script>';
    const text = (message: Message): Message =>
      typeof message === 'string' ? html : { other: `${html}{constructor}{__proto__}` };
    const own = Object.fromEntries(
      Object.entries(messages).map(([name, group]) => [
        name,
        Object.fromEntries(Object.entries(group).map(([key, one]) => [key, text(one as Message)])),
      ]),
    );
    for (const name of NAMES) {
      const el = await withPack(name, german(own));
      await nextFrame();

      expect(saidBy(el), name).to.include(html);
      expect(el.shadowRoot!.querySelectorAll('img, script'), name).to.have.lengthOf(0);
    }
    expect('struck' in window).to.equal(false);
  });

  it('of names that every object has are no messages, nor groups', async () => {
    const own = JSON.parse(
      '{"__proto__": {"next": "N"}, "constructor": {"name": "x"}, "tips": {"__proto__": "P", "toString": "T"}}',
    ) as unknown;
    const el = await withPack<RekindleTips>('rekindle-tips', german(own));

    expect([el.text('next'), el.text('label'), el.text('toString' as 'label')]).to.deep.equal([
      'Next tip',
      'Tips',
      'T',
    ]);
    expect(({} as Record<string, unknown>).next).to.equal(undefined);
  });

  for (const [what, own] of Object.entries<unknown>({
    'a text': 'Weiter',
    'a list': [],
    null: null,
    'a group that is a text': { tips: 'Weiter' },
    'a group that is null': { tips: null },
    'a number': { tips: { next: 1 } },
    'null for a text': { tips: { next: null } },
    'an empty text': { tips: { next: '' } },
    'a list of texts': { tips: { next: ['Weiter'] } },
    '10,000 characters': { tips: { next: 'x'.repeat(10_000) } },
    'forms without other': { tips: { next: { one: 'Weiter' } } },
    'a form that is no text': { tips: { next: { one: 1, other: 'Weiter' } } },
    'a form that is empty': { tips: { next: { one: '', other: 'Weiter' } } },
  })) {
    it(`that are ${what} are refused, with the place and what it should be`, async () => {
      const told: string[] = [];
      const { warn } = console;
      console.warn = (...args: unknown[]) => void told.push(args.join(' '));
      try {
        const el = await withPack<RekindleTips>('rekindle-tips', german(own));

        expect(el.text('next')).to.equal('Next tip');
        expect(told).to.have.lengthOf(1);
        expect(told[0]).to.match(
          /^<rekindle-tips> pack property: messages should be groups of texts, or of plural forms with other, not /,
        );
      } finally {
        console.warn = warn;
      }
    });
  }
});
