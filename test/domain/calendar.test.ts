import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import {
  calendarFile,
  wallClock,
  type CalendarContext,
  type CalendarEvent,
  type Repeat,
} from '../../src/domain/calendar.ts';
import { CALENDARS, calendarLink, type CalendarName } from '../../src/domain/calendar-links.ts';
import { offsetsOf } from '../../src/domain/time-zone.ts';
import { stableUuid } from '../../src/domain/uuid.ts';
import { readEvents, type ReadEvent } from '../support/ical.ts';

/* Calendar files read back by ical.js, an independent reader, wherever the reader may live. */

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'];
const NOW = Date.UTC(2026, 10, 23, 12, 0);
const TORTURE =
  'Пикник 星降る夜の散歩を一緒に楽しみましょう 👩‍❤️‍👨👨‍👩‍👧‍👦; a, b \\n \\ c\nCafé e\u0301\u0323\r\nEND:VEVENT\u2028x\0\x07\uD800'.repeat(
    3,
  );
const CLEAN = TORTURE.replace(/\r\n|\u2028/g, '\n').replace(/[\0\x07\uD800]/g, '');

const offsets = offsetsOf(utc => -new Date(utc).getTimezoneOffset());
const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  key: 'husband-back/game-night',
  title: 'Have a game night',
  notes: 'Get out the games.',
  start: '2026-11-30T19:00',
  minutes: 120,
  ...change,
});

/** Runs a check as if the machine stood in a zone. */
function within(zone: string, check: (context: CalendarContext) => void): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.equal(own.replace('Calcutta', 'Kolkata'), zone);
    check({ now: NOW, zone, offsets });
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** What RFC 5545 asks of the bytes; ical.js forgives more. */
function assertForm(file: string): void {
  assert.ok(file.endsWith('END:VCALENDAR\r\n'));
  assert.doesNotMatch(file, /\r(?!\n)|(?<!\r)\n/, 'a bare CR or LF');
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\0-\x08\x0b-\x1f\x7f]/);
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets`);
  assert.equal(Buffer.from(file).toString(), file, 'not UTF-8');
  for (const name of ['UID:', 'DTSTAMP:20261123T120000Z', 'PRODID:', 'VERSION:2.0'])
    assert.ok(file.includes(`\r\n${name}`), name);
  for (const [, zone] of file.matchAll(/;TZID=([^:]+):/g))
    assert.equal(file.split(`\r\nTZID:${zone}\r\n`).length, 2, `no VTIMEZONE of ${zone}`);
  assert.doesNotMatch(file, /TZID=[^\r]*(Z\r|VALUE=DATE)/);
}

function read(file: string): ReadEvent {
  assertForm(file);
  const events = readEvents(file);
  assert.equal(events.length, 1);
  return events[0]!;
}

const local = (utcSeconds: number): string => {
  const ms = utcSeconds * 1000;
  return new Date(ms + offsets.at(ms) * 60_000).toISOString().slice(0, 16);
};

for (const zone of ZONES) {
  test(`a day stays that day, as a date, its end after it: ${zone}`, () => {
    within(zone, context => {
      const { startDate, endDate, component } = read(
        calendarFile(event({ start: '2025-12-29', minutes: 90 }), context),
      );

      assert.equal(startDate.isDate && endDate.isDate, true);
      assert.deepEqual([startDate.toString(), endDate.toString()], ['2025-12-29', '2025-12-30']);
      assert.equal(component.getFirstPropertyValue('transp'), 'TRANSPARENT');
      for (const [minutes, end] of [
        [0, '2026-02-28'],
        [1441, '2026-03-01'],
        [2880, '2026-03-01'],
      ] as const) {
        const whole = read(calendarFile(event({ start: '2026-02-27', minutes }), context));
        assert.equal(whole.endDate.toString(), end, `${minutes} minutes`);
      }
    });
  });

  test(`one hour is the same moment for everyone, in and out of summer time: ${zone}`, () => {
    within(zone, context => {
      for (const start of ['2026-01-15T19:00', '2026-07-15T19:00', '2026-11-30T00:05']) {
        const file = calendarFile(event({ start }), context);
        const { startDate, endDate } = read(file);

        assert.match(file, /\r\nDTSTART:\d{8}T\d{6}Z\r\n/);
        assert.equal(local(startDate.toUnixTime()), start);
        assert.equal(endDate.toUnixTime() - startDate.toUnixTime(), 7200);
      }
    });
  });

  test(`a series keeps the hour on the wall for its year: ${zone}`, () => {
    within(zone, context => {
      for (const repeat of ['weekly', 'monthly'] as const) {
        const found = read(calendarFile(event({ repeat }), context));
        const days = found.iterator();
        let count = 0;
        for (let day = days.next(); day; day = days.next()) {
          count += 1;
          assert.equal(local(day.toUnixTime()).slice(11), '19:00', day.toString());
          assert.equal(new Date(`${local(day.toUnixTime())}Z`).getUTCDay(), 1, 'a Monday');
        }
        assert.equal(count, repeat === 'weekly' ? 52 : 12);
      }
    });
  });

  test(`texts come back as they were, without what calendars cannot read: ${zone}`, () => {
    within(zone, context => {
      const found = read(calendarFile(event({ title: TORTURE, notes: TORTURE }), context));

      assert.equal(found.summary, CLEAN);
      assert.equal(found.description, CLEAN);
    });
  });
}

test('a line is folded between characters as people see them', () => {
  within('UTC', context => {
    const file = calendarFile(event({ title: TORTURE, notes: TORTURE }), context);
    const pieces = file.split('\r\n ');
    assert.ok(pieces.length > 10);
    const seen = new Set([...new Intl.Segmenter('en').segment(pieces.join(''))].map(({ index }) => index));
    let at = 0;
    for (const piece of pieces) {
      assert.ok(seen.has(at), `in the midst of one: ${piece}`);
      at += piece.length;
    }
  });
});

test('lines of plain letters are full', () => {
  within('UTC', context => {
    const [title = ''] =
      /SUMMARY:.*?(?=\r\nDESCRIPTION)/s.exec(calendarFile(event({ title: 'a'.repeat(200) }), context)) ?? [];

    assert.deepEqual(
      title.split('\r\n').map(line => line.length),
      [75, 75, 60],
    );
  });
});

test('a character with so many marks that it is longer than a line is folded within, and comes back', () => {
  within('UTC', context => {
    for (const letter of ['e', 'я', '漢'])
      for (const marks of [35, 36, 37, 38, 200]) {
        const title = `A ${letter}${'\u0301'.repeat(marks)}!`;
        assert.equal(read(calendarFile(event({ title }), context)).summary, title);
      }
  });
});

test('commas, semicolons and backslashes are escaped; each kind of line end is one, and control characters go', () => {
  within('UTC', context => {
    const written = (title: string): string | undefined =>
      /\r\nSUMMARY:(.*)\r\n/.exec(calendarFile(event({ title }), context))?.[1];

    assert.equal(written('Tea, cake; a \\ and "more"'), 'Tea\\, cake\\; a \\\\ and "more"');
    for (const end of ['\n', '\r', '\r\n', '\x85', '\u2028', '\u2029']) assert.equal(written(`a${end}b`), 'a\\nb');
    for (const control of ['\0', '\x08', '\x0b', '\x1f', '\x7f', '\x9b']) assert.equal(written(`a${control}b`), 'ab');
    assert.equal(written('a\tb'), 'a\tb');
  });
});

test('a time that the clock skips is told with the offset before it; of one that comes twice, the first', () => {
  within('Europe/Berlin', context => {
    const moment = (start: string): string =>
      new Date(read(calendarFile(event({ start }), context)).startDate.toUnixTime() * 1000).toISOString();

    assert.equal(moment('2026-03-29T02:30'), '2026-03-29T01:30:00.000Z');
    assert.equal(moment('2026-10-25T02:30'), '2026-10-25T00:30:00.000Z');
    assert.equal(moment('2026-10-25T03:30'), '2026-10-25T02:30:00.000Z');
  });
});

for (const [zone, start, before, since] of [
  ['America/New_York', '2026-03-08T02:30', '-0500', '20260308T020000'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '+1030', '20261004T020000'],
  ['Europe/Dublin', '2026-03-29T01:30', '+0000', '20260329T010000'],
] as const) {
  // ical.js reads a skipped time with the offset after it, whatever the zone says; RFC 5545 asks for the one before.
  test(`a series that starts in a skipped hour brings the offset before it, and the change: ${zone}`, () => {
    within(zone, context => {
      for (const repeat of ['weekly', 'monthly'] as const) {
        const found = /TZOFFSETTO:(.{5})\r\n.*?\r\nDTSTART:(\w+)/s.exec(
          calendarFile(event({ start, repeat }), context),
        );
        assert.deepEqual(found?.slice(1), [before, since]);
      }
    });
  });
}

test('the zone of a series names each change of the clock in its year, and only a series at an hour brings one', () => {
  within('Europe/Berlin', context => {
    const file = calendarFile(event({ repeat: 'weekly' }), context);
    const changes = file.matchAll(
      /BEGIN:(\w+)\r\nDTSTART:(\w+)\r\nTZOFFSETFROM:(.+)\r\nTZOFFSETTO:(.+)\r\nEND:\1\r\n/g,
    );

    assert.deepEqual(
      [...changes].map(found => found.slice(1)),
      [
        ['STANDARD', '19700101T000000', '+0100', '+0100'],
        ['DAYLIGHT', '20270328T020000', '+0100', '+0200'],
        ['STANDARD', '20271031T030000', '+0200', '+0100'],
      ],
    );
    assert.doesNotMatch(calendarFile(event(), context), /TZID|VTIMEZONE/);
    assert.doesNotMatch(calendarFile(event({ start: '2026-11-30', repeat: 'weekly' }), context), /TZID|VTIMEZONE/);
  });
  within('UTC', context => {
    assert.match(calendarFile(event({ repeat: 'weekly' }), context), /\r\nDTSTART:20261130T190000Z\r\n/);
  });
});

for (const start of [
  '',
  '2026-02-30',
  '2026-13-01',
  '2026-11-30T24:01',
  '2026-11-30T19',
  '2026-11-30T19:00Z',
  ' 2026-11-30',
  '+12026-11-30',
  '2026-11-30 ',
]) {
  test(`${JSON.stringify(start)} is no start`, () => {
    assert.throws(() => wallClock(start), {
      name: 'RangeError',
      message: `the start should be a day or a local time like 2026-11-30T19:00, not ${start}`,
    });
  });
}

test('a series that is neither weekly nor monthly is refused by its name', () => {
  within('UTC', context => {
    for (const repeat of ['daily', 'toString']) {
      const refused = { name: 'RangeError', message: `repeat should be weekly or monthly, not ${repeat}` };
      assert.throws(() => calendarFile(event({ repeat: repeat as Repeat }), context), refused);
    }
  });
});

test('a start whose end, series or time zone would reach a year of more or fewer digits is refused', () => {
  const series = ['weekly', 'monthly', undefined] as const;
  for (const zone of ZONES)
    within(zone, context => {
      for (const start of ['9999-12-31T23:30', '9999-12-31', '0000-01-01T00:30', '9999-01-01']) {
        const one = event({ start });
        const refused = { name: 'RangeError', message: new RegExp(`^the start should be a day .*, not ${start}$`) };
        assert.throws(() => calendarFile(one, context), refused);
        for (const name of CALENDARS) assert.throws(() => calendarLink(name, one, context), refused);
      }
      for (const start of ['0001-01-01T00:00', '0001-01-01', '9989-12-31T23:30', '9989-12-31'])
        for (const repeat of series) {
          const one = event({ start, repeat });
          for (const [, value] of calendarFile(one, context).matchAll(/\r\nDT(?:START|END)\b[^:]*:(.*)/g))
            assert.match(value!, /^\d{8}(T\d{6}Z?)?$/);
          const dates = new URL(calendarLink('google', one, context)!).searchParams.get('dates');
          assert.match(dates!, /^\d{8}(T\d{6}Z)?\/\d{8}(T\d{6}Z)?$/);
        }
    });
});

test('the same plan twice has one UID, another start another; it names no host and no activity', () => {
  within('Europe/Berlin', context => {
    const uid = (change: Partial<CalendarEvent>, now = NOW): string =>
      read(calendarFile(event(change), { ...context, now }).replace(/DTSTAMP:\w+/, 'DTSTAMP:20261123T120000Z')).uid;

    assert.equal(uid({}), uid({ title: 'Other words' }, NOW + 1e7));
    const all = new Set(['2026-11-30T19:00', '2026-11-30T19:01', '2026-11-30'].map(start => uid({ start })));
    assert.equal(all.add(uid({ key: 'husband-back/yoga' })).size, 4);
    for (const one of all) assert.match(one, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

for (const [text, uuid] of [
  ['husband-back/game-night/2026-11-30T19:00', '93aac8f3-b81c-85f0-a46f-fa11986caa94'],
  ['tea/2026-11-30', '322a9166-5afa-811b-aaaf-b6ecf14221e4'],
  ['☕/2026-11-30', 'bf18dae4-4ad4-84b2-aecd-023574419aae'],
] as const) {
  test(`a UID stays what it is from version to version, or one plan would be two entries: ${text}`, () => {
    assert.equal(stableUuid(text), uuid);
  });
}

test('a private entry says so, and does not name us', () => {
  within('UTC', context => {
    const file = calendarFile(event({ isPrivate: true }), context);

    assert.match(file, /\r\nCLASS:PRIVATE\r\n/);
    assert.match(file, /\r\nPRODID:-\/\/plan\/\/EN\r\n/);
    assert.doesNotMatch(file, /rekindle|husband|game-night/i);
    assert.doesNotMatch(calendarFile(event(), context), /CLASS/);
    assert.match(calendarFile(event(), context), /\r\nPRODID:-\/\/rekindle\/\/EN\r\n/);
  });
});

test('an hour is busy, and what a plan does not have is not written', () => {
  within('Europe/Berlin', context => {
    const names = calendarFile(event({ notes: '' }), context).match(/^[A-Z]+(?=:)/gm);

    assert.deepEqual(names?.slice(3), ['BEGIN', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'END', 'END']);
  });
});

test('the last Friday, and the one that it is before, of each month', () => {
  within('UTC', context => {
    const rule = (start: string): string | undefined =>
      /RRULE:(.*)\r/.exec(calendarFile(event({ start, repeat: 'monthly' }), context))?.[1];

    assert.equal(rule('2027-01-29'), 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12');
    assert.equal(rule('2027-01-15T20:00'), 'FREQ=MONTHLY;BYDAY=3FR;COUNT=12');
    assert.equal(rule('2027-01-28'), 'FREQ=MONTHLY;BYDAY=4TH;COUNT=12');
    assert.equal(rule('2027-01-07'), 'FREQ=MONTHLY;BYDAY=1TH;COUNT=12');
    assert.equal(rule('2027-01-08'), 'FREQ=MONTHLY;BYDAY=2FR;COUNT=12');
  });
});

test('whatever the texts, the file is well formed and they come back', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  const start = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .chain(date => fc.constantFrom(date.toISOString().slice(0, 16), date.toISOString().slice(0, 10)));
  within('America/New_York', context => {
    fc.assert(
      fc.property(
        text,
        text,
        start,
        fc.integer({ min: 1, max: 6000 }),
        fc.constantFrom<(Repeat | undefined)[]>(undefined, 'weekly', 'monthly'),
        (title, notes, when, minutes, repeat) => {
          const change = { title, notes, start: when, minutes, ...(repeat && { repeat }) };
          const found = read(calendarFile(event(change), context));

          const kept = (of: string): string =>
            of.replace(/\r\n?|[\x85\u2028\u2029]/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
          assert.equal(found.summary ?? '', kept(title));
          assert.equal(found.description ?? '', kept(notes));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const LINK_TEXT = 'Tea + cake & a walk\nat the café; 100 % ☕';

test('each link carries spaces, plus, ampersand, newline and other letters', () => {
  within('Europe/Berlin', context => {
    for (const name of CALENDARS) {
      const link = calendarLink(name, event({ title: LINK_TEXT, notes: LINK_TEXT }), context);
      const values = [...new URL(link!).searchParams.values()];

      assert.equal(values.filter(value => value === LINK_TEXT).length, 2, name);
      assert.doesNotMatch(link!, /\+/, name);
      assert.doesNotMatch(link!, /=(&|$)/, name);
    }
  });
});

test('each link leaves out halves of characters, which no address can carry', () => {
  within('Europe/Berlin', context => {
    for (const name of CALENDARS) {
      const link = calendarLink(name, event({ title: 'Tea\uD83C', notes: '\uDF75and\uDF75 cake ☕🍵' }), context);
      const values = [...new URL(link!).searchParams.values()];

      assert.ok(values.includes('Tea') && values.includes('and cake ☕🍵'), name);
    }
  });
});

test('each link starts at the right moment, and a day stays that day', () => {
  within('Europe/Berlin', context => {
    const timed = CALENDARS.map(name => new URL(calendarLink(name, event(), context)!).searchParams);
    const days = CALENDARS.map(
      name => new URL(calendarLink(name, event({ start: '2025-12-29' }), context)!).searchParams,
    );
    const of = (all: readonly URLSearchParams[], ...names: readonly string[]): string[] =>
      all.flatMap(one => names.flatMap(name => one.get(name) ?? []));

    assert.deepEqual(of(timed, 'dates', 'st', 'et'), [
      '20261130T180000Z/20261130T200000Z',
      '20261130T180000Z',
      '20261130T200000Z',
    ]);
    assert.deepEqual(
      of(timed, 'startdt', 'enddt'),
      Array(2).fill(['2026-11-30T18:00:00Z', '2026-11-30T20:00:00Z']).flat(),
    );
    assert.deepEqual(of(days, 'dates', 'st', 'dur'), ['20251229/20251230', '20251229', 'allday']);
    assert.deepEqual(
      of(days, 'startdt', 'enddt', 'allday'),
      Array(2).fill(['2025-12-29', '2025-12-30', 'true']).flat(),
    );
  });
});

test('a link that cannot carry the plan is not offered', () => {
  within('Europe/Berlin', context => {
    const offered = (change: Partial<CalendarEvent>): string[] =>
      CALENDARS.filter(name => calendarLink(name, event(change), context));

    assert.deepEqual(offered({ repeat: 'weekly' }), ['google']);
    assert.deepEqual(offered({ start: '2026-11-28', minutes: 2880 }), ['google', 'outlook', 'office365']);
    assert.deepEqual(offered({ minutes: 2880 }), CALENDARS);
    const google = calendarLink('google', event({ repeat: 'weekly' }), context)!;
    assert.equal(new URL(google).searchParams.get('recur'), 'RRULE:FREQ=WEEKLY;COUNT=52');
    assert.equal(new URL(google).searchParams.get('ctz'), 'Europe/Berlin');
  });
});

const COMPOSE = { path: '/calendar/action/compose', rru: 'addevent', subject: 'Tea', body: 'Mint.' };
const MICROSOFT = [
  { ...COMPOSE, startdt: '2026-11-30T18:00:00Z', enddt: '2026-11-30T20:00:00Z' },
  { ...COMPOSE, startdt: '2026-11-30', enddt: '2026-12-01', allday: 'true' },
] as const;
const GOOGLE = { action: 'TEMPLATE', text: 'Tea', details: 'Mint.' };
const YAHOO = { v: '60', title: 'Tea', desc: 'Mint.' };
const PAGES: Readonly<Record<CalendarName, readonly [page: string, hour: object, day: object]>> = {
  google: [
    'https://calendar.google.com/calendar/render',
    { ...GOOGLE, dates: '20261130T180000Z/20261130T200000Z', ctz: 'Europe/Berlin' },
    { ...GOOGLE, dates: '20261130/20261201' },
  ],
  outlook: ['https://outlook.live.com/calendar/0/deeplink/compose', ...MICROSOFT],
  office365: ['https://outlook.office.com/calendar/0/deeplink/compose', ...MICROSOFT],
  yahoo: [
    'https://calendar.yahoo.com/',
    { ...YAHOO, st: '20261130T180000Z', et: '20261130T200000Z' },
    { ...YAHOO, st: '20261130', dur: 'allday' },
  ],
};

for (const name of CALENDARS) {
  test(`a link opens the page for a new entry, and says there what it is, and no more: ${name}`, () => {
    within('Europe/Berlin', context => {
      const [page, ...plans] = PAGES[name];
      ['2026-11-30T19:00', '2026-11-30'].forEach((start, i) => {
        const link = new URL(calendarLink(name, event({ start, title: 'Tea', notes: 'Mint.' }), context)!);

        assert.equal(link.origin + link.pathname, page);
        assert.deepEqual(Object.fromEntries(link.searchParams), plans[i]);
      });
    });
  });
}
