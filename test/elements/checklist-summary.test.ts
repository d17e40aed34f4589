import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/bundles/checklist.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import type { RekindleFindEvent, RekindleOpenEvent } from '../../src/elements/events.ts';
import { choose, pack, press, radio, theme, tick } from '../support/checklist.ts';
import { comeBack, focused, inside } from '../support/page.ts';
import { printed } from '../support/paper.ts';
import { waitUntil } from '../support/wait.ts';

type Pack = ReturnType<typeof pack>;
const next = [
  { text: 'Read the tip.', target: 'tips/one' },
  { text: 'Do it.', target: 'activities/walk' },
  { text: 'Read on.', target: 'sections/two' },
  { text: 'Talk.', target: 'helplines' },
  { text: 'Rest.' },
];
const band = { id: 'low', min: 0, title: 'Low', text: 'Low words.', next };
const other = { id: 'high', min: 0.6, title: 'High', text: 'High words.', next: [{ text: 'Go.', target: 'tips/two' }] };
const words = (): Pack => pack([theme('a', { bands: [band, other] }), theme('b')]);
const list = (more: Partial<Record<'summary' | 'guide', string>> = {}): Promise<RekindleChecklist> =>
  fixture<RekindleChecklist>(
    html`<rekindle-checklist
      mode="list"
      summary=${more.summary ?? 'end'}
      guide-url=${more.guide ?? ''}
      .pack=${words()}
    ></rekindle-checklist>`,
  );
const links = (el: RekindleChecklist): string[] =>
  [...(el.shadowRoot?.querySelectorAll<HTMLAnchorElement>('[part=next-link]') ?? [])].map(
    one => `${one.textContent}: ${one.getAttribute('href')}`,
  );
const results = (el: RekindleChecklist): string[] =>
  [...(el.shadowRoot?.querySelectorAll('[part=result]') ?? [])].map(
    one => one.querySelector('[part=result-title]')?.textContent ?? '',
  );

describe('rekindle-checklist sums up', () => {
  let found: string[] = [];
  let asked: (readonly string[])[] = [];
  const onFind = (event: RekindleFindEvent): void => {
    asked.push(event.all);
    for (const to of found) event.found.add(to);
  };
  beforeEach(() => {
    found = [];
    asked = [];
    document.addEventListener('rekindle-find', onFind);
  });
  afterEach(() => {
    document.removeEventListener('rekindle-find', onFind);
    comeBack();
  });

  it('with plain text where the page has nothing, and help that is never far', async () => {
    const el = await list();
    await choose(el, 'I am a.', 'No');

    expect(links(el)).to.deep.equal(['Find help: #helplines']);
    expect(inside(el).getByText('Do it.')).to.exist;
  });

  it('with links to what the page has, which the page is asked for', async () => {
    found = ['tips/one', 'activities/walk', 'sections/two'];
    const el = await list();
    await choose(el, 'I am a.', 'No');
    const heard: string[] = [];
    const onOpen = (event: RekindleOpenEvent): void => {
      heard.push(event.to);
      event.preventDefault();
    };
    document.addEventListener('rekindle-open', onOpen, { once: true });

    expect(links(el)).to.deep.equal([
      'Read the tip: #one',
      'See the idea: #walk',
      'Read the chapter: #two',
      'Find help: #helplines',
    ]);
    const place = location.href;
    inside(el).getByRole('link', { name: 'See the idea' }).click();

    expect(heard).to.deep.equal(['activities/walk']);
    expect(location.href).to.equal(place);
  });

  it('asking the page for every place that there is, so that the question tells no answer', async () => {
    const low = await list();
    await choose(low, 'I am a.', 'No');
    const high = await list();
    await choose(high, 'I am a.', 'Yes');

    expect(asked[0]).to.have.members([
      'tips/one',
      'activities/walk',
      'sections/two',
      'helplines',
      'tips/two',
      'activities/two',
    ]);
    expect(asked).to.have.length(2);
    expect(asked[0]).to.deep.equal(asked[1]);
  });

  it('with links to the page of the guide, where the page names one', async () => {
    const el = await list({ guide: '/guide?x=1#top' });
    await choose(el, 'I am a.', 'No');

    expect(links(el)[0]).to.equal(`Read the tip: ${location.origin}/guide?x=1#one`);
  });

  for (const guide of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'https://']) {
    it(`with no link to ${JSON.stringify(guide)}`, async () => {
      const el = await list({ guide });
      await choose(el, 'I am a.', 'No');

      expect(links(el)).to.deep.equal(['Find help: #helplines']);
    });
  }

  for (const guide of ['', '/guide/', 'htttps://example.org/guide/']) {
    it(`and shows help of every kind, here, to who asks for it, with the guide at "${guide}"`, async () => {
      const el = await list({ guide });
      await choose(el, 'I am a.', 'No');

      inside(el).getByRole('link', { name: 'Find help' }).click();
      await el.updateComplete;

      const helplines = el.shadowRoot?.querySelector('rekindle-helplines');
      expect(links(el)).to.include('Find help: #helplines');
      expect(helplines?.getAttribute('kinds')).to.equal('emergency abuse crisis own-behaviour');
      expect(focused()).to.equal(el.shadowRoot?.querySelector('[part=help]'));
    });
  }

  it('without a step that a stop withdraws', async () => {
    found = ['activities/two', 'tips/two'];
    const el = await list();
    await choose(el, 'I am b.', 'No');
    expect(inside(el).getByText('Write to him.')).to.exist;

    await tick(el, 'I stop.');

    expect(inside(el).queryByText('Write to him.')).to.equal(null);
  });

  it('with a picture in marks, its words beside it', async () => {
    const el = await list();
    await choose(el, 'I am a.', 'Yes');

    const picture = inside(el).getByRole('img', { name: '2 of 2 steps along' });
    expect(picture.textContent).to.equal('●●');
    expect(inside(el).getByText('High.')).to.exist;
    // Not enough answers is a fair result: no picture, no number.
    expect(inside(el).getAllByRole('img')).to.have.length(1);
  });

  it('after the last theme by itself; in the theme, too, where the page wants it live; nowhere, where not', async () => {
    const end = await list();
    await choose(end, 'I am a.', 'Yes');
    expect(results(end)).to.deep.equal(['Theme a']);
    expect(inside(end).getByRole('button', { name: 'Theme b' })).to.exist;
    const live = await list({ summary: 'live' });
    await choose(live, 'I am a.', 'Yes');
    expect(results(live)).to.deep.equal(['Theme a', 'Theme a']);
    const off = await list({ summary: 'off' });
    await choose(off, 'I am a.', 'Yes');
    expect(results(off)).to.deep.equal([]);
    expect(asked).to.have.length(2);
  });

  it('at no step of its own where it is off', async () => {
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist summary="off" .pack=${words()}></rekindle-checklist>`,
    );

    await press(el, 'Begin');
    await press(el, 'Next');

    expect(focused()?.textContent).to.match(/^Step 3 of 3\s+Theme b$/);
    expect(inside(el).queryByRole('button', { name: /Next|See what/ })).to.equal(null);
    expect(inside(el).getByText('Clear all answers')).to.exist;
  });

  it('and keeps what the page puts below it', async () => {
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist .pack=${words()}><p slot="summary-footer">Book a call.</p></rekindle-checklist>`,
    );
    const footer = el.querySelector('p') as HTMLElement;
    expect(footer.offsetHeight).to.equal(0);

    el.goTo('b');
    await el.updateComplete;
    await press(el, 'See a few words for you');

    expect(footer.offsetHeight).to.be.above(0);
  });

  it('with the intro, the consent and the buttons of the page in the place of ours or beside them', async () => {
    const el = await fixture<RekindleChecklist>(
      html`<rekindle-checklist submit="answers" .pack=${words()}>
        <p slot="intro">Our intro.</p>
        <span slot="consent">Our consent.</span>
        <button slot="actions">Ours</button>
      </rekindle-checklist>`,
    );

    for (const child of el.children) expect((child as HTMLElement).offsetHeight, child.slot).to.be.above(0);
    expect(inside(el).getByText('Hello.').offsetHeight).to.equal(0);
    expect(
      inside(el)
        .getByText(/^If you send this form/)
        .closest('[part=consent]'),
    ).to.exist;
  });

  it('says a theme is done, once, and tells the page, with no answer', async () => {
    const el = await list();
    const heard: string[] = [];
    el.addEventListener('rekindle-theme-complete', ({ themeId }) => heard.push(themeId));
    el.addEventListener('rekindle-checklist-complete', () => heard.push('all'));

    await choose(el, 'I am a.', 'Yes');
    expect(inside(el).getByRole('status').textContent).to.equal('All of “Theme a” is answered.');
    await choose(el, 'I am a.', 'No');
    await choose(el, 'I am b.', 'Pass');

    expect(heard).to.deep.equal(['a', 'b', 'all']);
  });

  describe('to take away', () => {
    it('as text, as a table and as JSON: neutral, and without stops', async () => {
      const el = await list();
      await choose(el, 'I am a.', 'Yes');
      await tick(el, 'I stop.');

      const text = el.exportAs('text');
      expect(text).to.match(/^My notes, \d{4}-\d\d-\d\d\n\nTheme a\n- I am a\. Yes\nHigh\. High words\.\nGo\./);
      expect(el.exportAs('csv')).to.match(/^"Theme","Statement","Answer"\r\n"Theme a","I am a\.","Yes"\r\n/);
      expect(JSON.parse(el.exportAs('json'))).to.have.deep.property('answers', { 'a-1': 1 });
      for (const kind of ['text', 'csv', 'json'] as const) {
        expect(el.exportAs(kind)).not.to.match(/stop|husband|crisis/i);
      }
    });

    it('as text of every kind before there are words, and nothing that could be opened', () => {
      const el = document.createElement('rekindle-checklist');

      for (const kind of ['text', 'csv', 'json'] as const) expect(el.exportAs(kind), kind).to.be.a('string');
      expect(el.load(el.exportAs('json'))).to.equal(false);
    });

    it('with the answers of themes that a danger withdraws, and no words for those', async () => {
      const plain = words();
      const [stop] = plain.checklist.stops;
      const checklist = { ...plain.checklist, stops: [{ ...stop!, suppress: ['themes/a'] }] };
      const el = await fixture<RekindleChecklist>(
        html`<rekindle-checklist mode="list" .pack=${{ ...plain, checklist }}></rekindle-checklist>`,
      );
      await choose(el, 'I am a.', 'Yes');
      await choose(el, 'I am b.', 'No');
      const [pages, csv] = [await printed(el, () => el.print()), el.exportAs('csv')];
      expect(pages[0]?.text).to.contain('High words.');

      await tick(el, 'I stop.');

      expect(el.exportAs('csv')).to.equal(csv);
      const [paper] = await printed(el, () => el.print());
      for (const text of [el.exportAs('text'), paper?.text]) {
        expect(text).to.match(/Theme a[\s\S]*I am a\. Yes[\s\S]*Theme b[\s\S]*I am b\. No[\s\S]*Low words/);
        expect(text).not.to.contain('High words.');
      }
    });

    it('as a property, which brings the answers back too', async () => {
      const one = await list();
      await choose(one, 'I am a.', 'Yes');
      const el = await list();

      el.response = one.response;
      await el.updateComplete;

      expect(radio(el, 'I am a.', 'Yes').checked).to.equal(true);
    });

    it('as a file with a neutral name', async () => {
      const el = await list();
      await choose(el, 'I am a.', 'Yes');
      (el.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      const files: string[] = [];
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        files.push(`${this.download} ${this.href.slice(0, 5)}`);
      };

      try {
        for (const name of ['Save as text', 'Save as a table', 'Save to open later']) await press(el, name);
      } finally {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      }

      expect(files).to.deep.equal(['notes.txt blob:', 'notes.csv blob:', 'notes.json blob:']);
    });

    it('and brings a file back', async () => {
      const one = await list();
      await choose(one, 'I am a.', 'Yes');
      await choose(one, 'I am b.', 'Pass');
      const saved = one.exportAs('json');
      const el = await list();
      const told: number[] = [];
      el.addEventListener('rekindle-progress-change', event => told.push(event.answered));
      (el.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      // Instead of the dialog that a browser would open.
      const give = async (text: string): Promise<void> => {
        HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
          const files = new DataTransfer();
          files.items.add(new File([text], 'notes.json'));
          this.files = files.files;
          this.dispatchEvent(new Event('change'));
        };
        try {
          await press(el, 'Open a saved file');
        } finally {
          Reflect.deleteProperty(HTMLInputElement.prototype, 'click');
        }
      };

      await give(saved);
      await waitUntil(() => el.progress.answered === 2);
      await el.updateComplete;

      expect(radio(el, 'I am a.', 'Yes').checked).to.equal(true);
      expect(radio(el, 'I am b.', 'Pass').checked).to.equal(true);
      expect(inside(el).getByRole('status').textContent).to.equal('Your answers are back.');
      expect(el.exportAs('json')).to.equal(saved);
      expect(told).to.deep.equal([2]);

      await give('{"format":"other"}');
      await waitUntil(() => inside(el).getByRole('status').textContent?.startsWith('This file does not fit'));
      expect(el.progress.answered).to.equal(2);
      expect(told).to.deep.equal([2]);
    });

    it('on paper: a page of its own with a neutral title, every theme in one piece, and nothing of ours left behind', async () => {
      const el = await list();
      await choose(el, 'I am a.', 'Yes');
      await tick(el, 'I stop.');
      const title = document.title;
      const pages = await printed(el, () => el.print());

      expect(pages).to.have.length(1);
      expect(pages[0]?.title).to.equal('My notes');
      expect(pages[0]?.text).to.match(/Theme a[\s\S]*I am a\. Yes[\s\S]*Theme b/);
      expect(pages[0]?.text).not.to.match(/stop/i);
      expect(pages[0]?.breaks).to.deep.equal(['avoid', 'avoid']);
      expect(new Set(pages[0]?.wraps), 'a long word stays in its column').to.deep.equal(new Set(['anywhere']));
      expect(document.title).to.equal(title);
    });
  });

  // Only Chromium gives its accessibility tree away.
  if (navigator.userAgent.includes('Chrome/')) {
    it('tells a screen reader the statement, the number of its own options, and how far she is', async () => {
      const el = await list();
      await choose(el, 'I am a.', 'Yes');

      interface Node {
        nodeId: string;
        role?: { value: string };
        name?: { value: string };
        value?: { value: unknown };
        properties?: { name: string; value: { value: unknown } }[];
        childIds?: string[];
      }
      const all: Node[] = await executeServerCommand('accessibility');
      const property = (node: Node | undefined, name: string): unknown =>
        node?.properties?.find(one => one.name === name)?.value.value;
      const named = (role: string, name: string): Node | undefined =>
        all.find(node => node.role?.value === role && node.name?.value === name);
      const below = (node: Node | undefined): Node[] =>
        (node?.childIds ?? []).flatMap(id => {
          const child = all.find(one => one.nodeId === id);
          return child ? [child, ...below(child)] : [];
        });
      const radios = below(named('group', 'I am a.')).filter(node => node.role?.value === 'radio');

      expect(radios.map(node => [node.name?.value, property(node, 'checked')])).to.deep.equal([
        ['No', 'false'],
        ['Yes', 'true'],
        ['Pass', 'false'],
      ]);
      const progress = below(named('group', 'Progress')).filter(node => node.role?.value === 'StaticText');
      expect(progress.map(node => node.name?.value)).to.deep.equal(['1 of 2 answered']);
      // The bar itself, for the eyes.
      const bar = el.shadowRoot?.querySelector('progress');
      expect([bar?.value, bar?.max]).to.deep.equal([1, 2]);
    });
  }
});
