import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../src/bundles/activities.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';
import { expectAccessible, focused, inside, press } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

type Content = NonNullable<RekindleActivities['pack']>;

const bundled = RekindleActivities.pack as Content;
const game = bundled.activities.find(one => one.id === 'game-night')!;
const journal = bundled.activities.find(one => one.id === 'journal')!;

const dialog = (el: Element): HTMLElement => inside(el).getByRole('dialog');
const planned = async (el: RekindleActivities, title = game.title): Promise<HTMLElement> => {
  el.filter({ search: title });
  await el.updateComplete;
  const button = inside(el).getByRole('button', { name: `Plan: ${title}` });
  button.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => inside(el).queryByRole('dialog') !== null);
  return button;
};
const set = (el: Element, label: RegExp, value: string): void => {
  const field = inside(el).getByLabelText<HTMLInputElement>(label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
};
/** What the dialog says; the rest of the page is inert while it is open. */
const said = (el: Element): string | null | undefined =>
  inside(el)
    .getAllByRole('status')
    .find(one => dialog(el).contains(one))?.textContent;
const links = (el: Element): HTMLAnchorElement[] => inside(el).queryAllByRole('link', { name: /sends this plan to/ });

/** What the browser was given to save, while `act` ran. */
async function saved(act: () => void): Promise<{ name: string; type: string; text: string }[]> {
  const files: Promise<{ name: string; type: string; text: string }>[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- they are put back as they were
  const [createObjectURL, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = blob => {
    const address = createObjectURL.call(URL, blob);
    blobs.set(address, blob as Blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    const blob = blobs.get(this.href)!;
    files.push(blob.text().then(text => ({ name: this.download, type: blob.type, text })));
  };
  try {
    act();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  return Promise.all(files);
}

describe('rekindle-activities: plan', () => {
  it('shows how often, as it will be saved', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await el.plan('cooking-class');
    const often = (): HTMLSelectElement => inside(el).getByLabelText(/^How often/);
    expect(often().selectedOptions[0]?.textContent).to.equal('Just once');
    await el.plan('dancing');
    expect(often().selectedOptions[0]?.textContent).to.equal('Each week, for a year');
  });

  it('opens a dialog with a day to come, and gives the focus back', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    const button = await planned(el);

    expect(dialog(el).getAttribute('aria-labelledby')).to.equal(
      inside(el).getByRole('heading', { name: `Plan: ${game.title}` }).id,
    );
    const day = inside(el).getByLabelText<HTMLInputElement>(/^Day/).value;
    expect(new Date(`${day}T12:00`).getDay()).to.equal(6);
    expect(Date.parse(`${day}T23:59`)).to.be.above(Date.now());
    expect(inside(el).getByLabelText<HTMLInputElement>(/^Time$/).value).to.equal('19:00');
    // It has the focus, and looks like what it is.
    const { borderRadius, outlineStyle } = getComputedStyle(dialog(el));
    const card = getComputedStyle(el.shadowRoot!.querySelector('.card:not(dialog)')!);
    expect([borderRadius, outlineStyle]).to.deep.equal([card.borderRadius, 'none']);
    await expectAccessible(el);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => inside(el).queryByRole('dialog') === null);
    expect(focused()).to.equal(button);
  });

  it('saves a calendar file, says so, and tells the page no personal text', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    const told: string[] = [];
    el.addEventListener('rekindle-activity-plan', ({ id, to, start }) => told.push(`${id} ${to} ${start}`));
    await planned(el);
    set(el, /^Day/, '2026-12-05');
    set(el, /^How often/, 'weekly');
    await el.updateComplete;

    const files = await saved(() => inside(el).getByRole('button', { name: 'Save a calendar file' }).click());

    expect(files.map(({ name, type }) => [name, type])).to.deep.equal([
      ['game-night.ics', 'text/calendar;charset=utf-8'],
    ]);
    const text = files[0]!.text.replaceAll('\r\n ', '');
    expect(text).to.include('SUMMARY:Have a game night\r\n');
    expect(text).to.match(/RRULE:FREQ=WEEKLY/);
    expect(text).to.include((bundled.care.noContact as string).replaceAll(',', '\\,'));
    expect(told).to.deep.equal(['game-night ics 2026-12-05T19:00']);
    await waitUntil(() => said(el) === 'The calendar file is saved.');
  });

  it('plans a whole day where the time is empty, and asks for a day where there is none', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await planned(el);
    set(el, /^Day/, '2026-12-05');
    set(el, /^Time$/, '');
    set(el, /^How often/, 'once');
    await el.updateComplete;

    const [file] = await saved(() => inside(el).getByRole('button', { name: 'Save a calendar file' }).click());

    expect(file?.text).to.include('DTSTART;VALUE=DATE:20261205\r\nDTEND;VALUE=DATE:20261206\r\n');
    for (const none of ['', '9999-12-31']) {
      set(el, /^Day/, none);
      await el.updateComplete;
      expect(said(el)).to.equal('Choose a day first.');
      expect(inside(el).queryByRole('button', { name: 'Save a calendar file' })).to.equal(null);
    }
  });

  it('takes one part of a day or of a time away as the browser does, and leaves the others', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await planned(el);
    const parts = [
      [/^Day/, '2026-12-05', '07', /^\d{4}-\d\d-\d\d$/],
      [/^Time$/, '19:30', '08', /^\d\d:30$/],
    ] as const;
    for (const [label, value, digits, whole] of parts) {
      const field = inside(el).getByLabelText<HTMLInputElement>(label);
      set(el, label, value);
      await el.updateComplete;
      field.focus();
      await sendKeys({ press: 'Delete' });
      await waitUntil(() => field.value === '');
      await el.updateComplete;
      await sendKeys({ type: digits });
      await waitUntil(() => field.value !== '');

      expect(field.value).to.match(whole);
      expect(field.value).to.not.equal(value);
    }
    expect(said(el)).to.equal('');
  });

  it('forgets a plan that is closed, and begins the next one anew', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    const button = await planned(el);
    const suggested = inside(el).getByLabelText<HTMLInputElement>(/^Day/).value;
    set(el, /^Day/, '');
    await el.updateComplete;
    await press(inside(el).getByRole('button', { name: 'Close' }));
    await waitUntil(() => !el.shadowRoot!.querySelector('dialog'));

    expect(focused()).to.equal(button);
    await el.plan(game.id);
    expect(inside(el).getByLabelText<HTMLInputElement>(/^Day/).value).to.equal(suggested);
    // Another one at once, before the browser has told that this one is closed.
    el.shadowRoot!.querySelector('dialog')!.close();
    await el.plan(journal.id);
    const closed = new Promise(resolve =>
      el.shadowRoot!.querySelector('dialog')!.addEventListener('close', resolve, { once: true }),
    );
    await closed;
    await el.updateComplete;

    inside(el).getByRole('heading', { name: `Plan: ${journal.title}` });
    expect(dialog(el).matches(':modal')).to.equal(true);
  });

  it('leaves the page as it is where a page asks for the plan of an element that it hides', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities hidden></rekindle-activities>`);
    const button = await fixture<HTMLButtonElement>(html`<button>Elsewhere</button>`);

    await el.plan(game.id);
    button.focus();

    expect(focused()).to.equal(button);
    el.hidden = false;
    await el.plan(game.id);
    expect(dialog(el).matches(':modal')).to.equal(true);
  });

  it('offers the calendars that the page wants, and says where each link sends the plan', async () => {
    const el = await fixture<RekindleActivities>(
      html`<rekindle-activities calendars="google yahoo"></rekindle-activities>`,
    );
    await planned(el);
    set(el, /^How often/, 'once');
    await el.updateComplete;

    expect(links(el).map(link => link.textContent?.trim())).to.deep.equal([
      'Google Calendar: sends this plan to Google',
      'Yahoo Calendar: sends this plan to Yahoo',
    ]);
    expect(links(el).map(link => new URL(link.href).hostname)).to.deep.equal([
      'calendar.google.com',
      'calendar.yahoo.com',
    ]);
    for (const link of links(el)) expect(link.referrerPolicy).to.equal('no-referrer');
    expect(inside(el).queryByRole('button', { name: 'Save a calendar file' })).to.equal(null);
  });

  it('says why a calendar has no link where its links cannot carry the plan', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await planned(el);
    const note = 'Other calendars take this plan as a file only.';
    set(el, /^How often/, 'once');
    await el.updateComplete;
    expect(links(el)).to.have.length(4);
    expect(inside(el).queryByText(note)).to.equal(null);

    set(el, /^How often/, 'weekly');
    await el.updateComplete;

    expect(links(el).map(link => new URL(link.href).hostname)).to.deep.equal(['calendar.google.com']);
    inside(el).getByText(note);
    el.calendars = 'ics google';
    await el.updateComplete;
    expect(inside(el).queryByText(note)).to.equal(null);
  });

  it('keeps its fields in their place when what is below them comes or goes', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await planned(el);
    const top = (): number => inside(el).getByLabelText(/^Day/).getBoundingClientRect().top;
    const before = top();

    for (const [label, value] of [
      [/^How often/, 'monthly'],
      [/^Day/, ''],
    ] as const) {
      set(el, label, value);
      await el.updateComplete;
      expect(top(), value).to.equal(before);
    }
  });

  it('shows the text to be copied by hand where the browser does not copy it, as the plan is now', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
      await planned(el);
      const text = (): HTMLTextAreaElement | null => inside(el).queryByRole('textbox', { name: 'Copy as text' });
      expect(text()).to.equal(null);

      await press(inside(el).getByRole('button', { name: 'Copy as text' }));
      await waitUntil(() => said(el) === 'This browser does not let us copy.');

      expect(text()).to.have.property('readOnly', true);
      expect(text()!.value).to.contain(game.title).and.to.contain(bundled.care.noContact);
      await expectAccessible(el);
      set(el, /^Day/, '2026-12-05');
      await el.updateComplete;
      expect(text()!.value).to.contain('December 5, 2026');
      set(el, /^Day/, '');
      await el.updateComplete;
      expect(text()).to.equal(null);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('leaves the plan to a page that wants it', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    el.addEventListener('rekindle-activity-plan', event => event.preventDefault());
    await planned(el);

    const files = await saved(() => inside(el).getByRole('button', { name: 'Save a calendar file' }).click());

    expect(files).to.deep.equal([]);
    expect(said(el)).to.equal('');
  });

  it('gives a neutral title and nothing more where it is discreet', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities discreet></rekindle-activities>`);
    await planned(el);

    const [file] = await saved(() => inside(el).getByRole('button', { name: 'Save a calendar file' }).click());

    expect(file?.name).to.equal('plan.ics');
    expect(file?.text).to.include('SUMMARY:Time together\r\nCLASS:PRIVATE\r\n');
    expect(file?.text).to.not.match(/game|rekindle|DESCRIPTION/i);
    for (const link of links(el)) expect(decodeURIComponent(link.href)).to.not.match(/game/i);
    expect(el.calendarFile('journal', '2026-12-05')).to.include('SUMMARY:Time for me\r\n');
  });

  it('tells no idea by the UID of a discreet entry, to who tries them all', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities discreet></rekindle-activities>`);
    const uids = (start: string): Set<string | undefined> =>
      new Set(bundled.activities.map(one => /UID:(.*)\r/.exec(el.calendarFile(one.id, start)!)?.[1]));

    // One for two, one for oneself, as the titles tell.
    expect(uids('2026-12-05').size).to.equal(2);
    expect(new Set([...uids('2026-12-05'), ...uids('2026-12-06')]).size, 'of another day').to.equal(4);
    el.discreet = false;
    expect(uids('2026-12-05').size).to.equal(bundled.activities.length);
  });

  it('carries the note that honours a wish for space into dialog, file and text of an idea for two, and only there', async () => {
    const note = bundled.care.noContact as string;
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    await planned(el);
    expect(dialog(el).textContent).to.include(note);
    await sendKeys({ press: 'Escape' });
    await planned(el, journal.title);

    expect(dialog(el).textContent).to.not.include(note);
    const file = (id: string): string => el.calendarFile(id, '2026-12-05')!.replaceAll('\r\n ', '');
    expect(file('journal')).to.not.include('asked for space');
    expect(file('game-night')).to.include('asked for space');
    const addresses = (id: string): string[] =>
      Object.values(el.calendarLinks(id, '2026-12-05')).map(address => decodeURIComponent(address));
    expect(addresses('game-night')).to.have.length(4);
    for (const address of addresses('game-night')) expect(address).to.include('asked for space');
    for (const address of addresses('journal')) expect(address).to.not.include('asked for space');
  });

  it('carries that note in the text to copy, too', async () => {
    const note = bundled.care.noContact as string;
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    try {
      for (const title of [game.title, journal.title]) {
        const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
        await planned(el, title);
        set(el, /^Day/, '2026-12-05');
        await el.updateComplete;
        inside(el).getByRole('button', { name: 'Copy as text' }).click();
        await waitUntil(() => said(el) === 'Copied.');
        el.remove();
      }
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }

    expect(copied.map(text => text.includes(note))).to.deep.equal([true, false]);
  });

  const MOBILE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8';
  const BROWSERS: readonly (readonly [name: string, isInApp: boolean, agent: string])[] = [
    ['an app on an iPhone', true, `${MOBILE} Mobile/15E148 Instagram 300.0`],
    ['Chrome on an iPhone', true, `${MOBILE} CriOS/126.0 Mobile/15E148 Safari/604.1`],
    [
      'an app on Android',
      true,
      `${ANDROID}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 [FB_IAB/FB4A]`,
    ],
    ['Safari on an iPhone', false, `${MOBILE} Version/17.5 Mobile/15E148 Safari/604.1`],
    [
      'Chrome on Android',
      false,
      `${ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36`,
    ],
    ['Firefox', false, 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'],
  ];
  for (const [name, isInApp, agent] of BROWSERS) {
    it(`puts ${isInApp ? 'links and copy' : 'the file'} first in ${name}`, async () => {
      Object.defineProperty(navigator, 'userAgent', { configurable: true, value: agent });
      try {
        const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
        await planned(el);

        const names = inside(el)
          .getAllByRole('button')
          .filter(button => dialog(el).contains(button))
          .map(button => button.textContent?.trim());
        const ways = ['Save a calendar file', 'Copy as text'];
        expect(names).to.deep.equal([...(isInApp ? ways.reverse() : ways), 'Close']);
      } finally {
        Reflect.deleteProperty(navigator, 'userAgent');
      }
    });
  }

  it('says in its text how often', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    try {
      const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
      await el.plan('dancing');
      inside(el).getByRole('button', { name: 'Copy as text' }).click();
      await waitUntil(() => copied.length);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
    expect(copied[0]).to.contain('Each week, for a year');
  });

  it('can be opened again after the element was moved with its plan open', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await el.plan(game.id);

    el.parentElement!.parentElement!.append(el);
    await el.updateComplete;
    expect(inside(el).queryByRole('dialog')).to.equal(null);
    await el.plan(journal.id);

    expect(dialog(el).matches(':modal')).to.equal(true);
    el.remove();
  });

  it('is gone once it is closed, also where the page asked for another while it was open', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
    await el.plan(game.id);
    await el.plan(journal.id);

    await sendKeys({ press: 'Escape' });

    await waitUntil(() => !inside(el).queryByRole('dialog', { hidden: true }), 'the plan stays');
  });

  // Only Chromium can be told to print; the style sheet is the same in every engine.
  if (navigator.userAgent.includes('Chrome/')) {
    it('is not on paper, where it would stand on each page in place of the ideas', async () => {
      const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);
      await planned(el);
      await emulateMedia({ media: 'print' });
      try {
        expect(inside(el).queryByRole('dialog')).to.equal(null);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
      expect(dialog(el)).to.have.property('open', true);
    });
  }

  it('refuses a start that is none', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    for (const start of ['', 'tomorrow', '2026-13-01', '2026-11-30T25:00', '9999-12-31']) {
      expect(() => el.calendarFile(game.id, start), start).to.throw(RangeError);
      expect(() => el.calendarLinks(game.id, start), start).to.throw(RangeError);
    }
  });

  it('does not throw for an activity that is not there', async () => {
    const el = await fixture<RekindleActivities>(html`<rekindle-activities></rekindle-activities>`);

    await el.plan('nothing');
    await el.updateComplete;

    expect(el.calendarFile('nothing', '2026-12-05')).to.equal(undefined);
    expect(inside(el).queryByRole('dialog')).to.equal(null);
  });
});
