import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../support/properties.ts';
import type { Band, Statement, Theme } from '../../src/content/model.ts';
import { bandOf, progressOf, themeValue, type Answer } from '../../src/domain/scoring.ts';

const MAX = 4;
const scale = { options: [0, 1, 2, 3, MAX].map(value => ({ value, label: `${value}` })) };
const answers = (...values: (Answer | undefined)[]): Map<string, Answer> =>
  new Map(values.flatMap((value, i) => (value === undefined ? [] : [[`s${i}`, value] as const])));
const statements = (...extra: Partial<Statement>[]): Statement[] =>
  extra.map((one, i) => ({ id: `s${i}`, text: 'I am.', ...one }));
const band = (id: string, min: number): Band => ({ id, min, title: id, text: id, next: [] });
const theme = (extra: Partial<Theme> = {}): Theme => ({
  id: 'theme',
  section: 'section',
  title: 'Theme',
  minAnswered: 0.6,
  statements: statements({}, {}, {}, {}, {}),
  bands: [band('begin', 0), band('growing', 0.4), band('steady', 0.7)],
  ...extra,
});

const anyTheme = fc.array(
  fc.record({
    weight: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    reverse: fc.option(fc.boolean(), { nil: undefined }),
    answer: fc.option(fc.oneof(fc.integer({ min: 0, max: MAX }), fc.constant(null)), { nil: undefined }),
  }),
  { maxLength: 20 },
);

describe('themeValue', () => {
  const rows: [string, Statement[], Map<string, Answer>, number | undefined][] = [
    ['no statement', [], answers(), undefined],
    ['no answer', statements({}), answers(), undefined],
    ['only an opt-out', statements({}), answers(null), undefined],
    ['the lowest', statements({}), answers(0), 0],
    ['one above it', statements({}), answers(1), 0.25],
    ['the highest', statements({}), answers(4), 1],
    ['the lowest, reversed', statements({ reverse: true }), answers(0), 1],
    ['the highest, reversed', statements({ reverse: true }), answers(4), 0],
    ['an open one beside it', statements({}, {}), answers(2), 0.5],
    ['an opt-out beside it', statements({}, {}), answers(2, null), 0.5],
    ['weights', statements({ weight: 3 }, {}), answers(4, 0), 0.75],
    ['a weight of 0', statements({ weight: 0 }, {}), answers(4, 0), 0],
    ['nothing but weights of 0', statements({ weight: 0 }), answers(4), undefined],
  ];
  for (const [name, of, given, expected] of rows) {
    it(`is ${expected} for ${name}`, () => assert.equal(themeValue(of, MAX, given), expected));
  }

  it('is undefined for a scale without points', () =>
    assert.equal(themeValue(statements({}), 0, answers(0)), undefined));

  it('agrees with a mean over every point of weight', () => {
    fc.assert(
      fc.property(anyTheme, all => {
        // Another way: lay each answer down as often as it weighs, and take the mean.
        const pile = all.flatMap(({ weight, reverse, answer }) =>
          typeof answer === 'number' ? Array<number>(weight ?? 1).fill((reverse ? MAX - answer : answer) / MAX) : [],
        );
        const mean = pile.reduce((sum, one) => sum + one, 0) / pile.length;

        const value = themeValue(statements(...all), MAX, answers(...all.map(one => one.answer)));

        if (pile.length) assert.ok(Math.abs((value ?? NaN) - mean) < 1e-9);
        else assert.equal(value, undefined);
      }),
    );
  });

  it('stays within 0 and 1, and turns round when every statement does', () => {
    fc.assert(
      fc.property(anyTheme, all => {
        const given = answers(...all.map(one => one.answer));
        const value = themeValue(statements(...all), MAX, given);
        const turned = themeValue(statements(...all.map(one => ({ ...one, reverse: !one.reverse }))), MAX, given);

        if (value === undefined) return assert.equal(turned, undefined);
        assert.ok(value >= 0 && value <= 1);
        assert.ok(Math.abs(value + (turned ?? NaN) - 1) < 1e-9);
      }),
    );
  });
});

describe('bandOf', () => {
  const rows: [string, Partial<Theme>, Map<string, Answer>, string | undefined][] = [
    ['no answer', {}, answers(), undefined],
    ['one answer too few', {}, answers(4, 4), undefined],
    ['just enough answers', {}, answers(4, 4, 4), 'steady'],
    ['enough only with opt-outs', {}, answers(4, 4, null, null, null), undefined],
    ['the lowest value', {}, answers(0, 0, 0), 'begin'],
    ['a value below a min', {}, answers(2, 2, 2, 1, 0), 'begin'],
    ['a value that is a min', {}, answers(2, 2, 2, 2, 0), 'growing'],
    ['the highest min', {}, answers(4, 4, 4, 2, 0), 'steady'],
    ['all wanted, one open', { minAnswered: 1 }, answers(4, 4, 4, 4), undefined],
    ['all wanted and there', { minAnswered: 1 }, answers(4, 4, 4, 4, 4), 'steady'],
    ['none wanted, none there', { minAnswered: 0 }, answers(), undefined],
    ['none wanted, one there', { minAnswered: 0 }, answers(4), 'steady'],
    ['no statement', { minAnswered: 0, statements: [] }, answers(), undefined],
    ['weights of 0', { statements: statements({ weight: 0 }) }, answers(4), undefined],
    [
      'tenths',
      {
        statements: statements({ weight: 0.1 }, { weight: 0.2 }, { weight: 0.7 }),
        bands: [band('begin', 0), band('met', 0.3)],
      },
      answers(4, 4, 0),
      'met',
    ],
    [
      'tenths whose sum ends a hair below a min',
      {
        statements: statements({ weight: 0.1 }, { weight: 0.2 }, { weight: 0.3 }),
        bands: [band('begin', 0), band('met', 0.5)],
      },
      answers(1, 4, 1),
      'met',
    ],
    ['bands without a start', { bands: [band('late', 0.5)] }, answers(0, 0, 0), undefined],
  ];
  for (const [name, extra, given, expected] of rows) {
    it(`is ${expected} for ${name}`, () => assert.equal(bandOf(theme(extra), scale, given)?.id, expected));
  }

  it('never falls when a plain answer rises', () => {
    const value = fc.integer({ min: 0, max: MAX });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), fc.nat(4), (given, at) => {
        const risen = given.map((one, i) => (i === at ? Math.min(one + 1, MAX) : one));

        const [before, after] = [given, risen].map(list => bandOf(theme(), scale, answers(...list))?.min ?? NaN);

        assert.ok(Number(after) >= Number(before));
      }),
    );
  });
});

describe('progressOf', () => {
  it('counts nothing for no theme', () => assert.deepEqual(progressOf([], answers(1)), { answered: 0, total: 0 }));

  it('counts an opt-out as an answer, and nothing that is not asked', () => {
    assert.deepEqual(progressOf([theme()], answers(0, null, undefined, 4, undefined, 4)), { answered: 3, total: 5 });
  });
});
