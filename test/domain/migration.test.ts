import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import type { Assessment, Migration } from '../../src/content/model.ts';
import { isVersion, migrateAnswers } from '../../src/domain/migration.ts';
import { mergeEntries, valuesOf, type Entries, type Json } from '../../src/domain/saved-state.ts';

const scale = { id: 'two', options: [{ value: 0, label: 'No' }], optOut: { code: 'skip', label: 'Pass' } };
const assessment = (
  ids: readonly string[],
  migrations: readonly Migration[],
): Pick<Assessment, 'scale' | 'themes' | 'migrations'> => ({
  scale,
  migrations,
  themes: [
    {
      id: 'theme',
      section: 'one',
      title: 'Theme',
      minAnswered: 0,
      statements: ids.map(id => ({ id, text: id })),
      bands: [],
    },
  ],
});
const entries = (answers: Readonly<Record<string, Json>>): Entries =>
  new Map(Object.entries(answers).map(([id, value], i) => [id, [i + 1, value]]));
const from = (version: string, id = 'two'): { version: string; scale: string } => ({ version, scale: id });

for (const [version, range, expected] of [
  ['1.0.0', '<1.2.0', true],
  ['1.2.0', '<1.2.0', false],
  ['1.10.0', '<1.9.0', false],
  ['1.9.0', '<1.10.0', true],
  ['1.2.0', '<=1.2.0', true],
  ['1.2.1', '<=1.2.0', false],
  ['1.2.0', '1.2.0', true],
  ['1.1.0', '1.2.0', false],
] as const) {
  test(`version ${version} is ${expected ? '' : 'not '}${range}`, () => {
    assert.equal(isVersion(version, range), expected);
  });
}

test('an answer follows the new name of its statement, through every version in between', () => {
  const migrations = [
    { from: '<1.1.0', rename: [{ from: 'a', to: 'b' }] },
    { from: '<1.2.0', rename: [{ from: 'b', to: 'c' }] },
  ];

  const { entries: now, renamed } = migrateAnswers(entries({ a: 0 }), from('1.0.0'), assessment(['c'], migrations));

  assert.deepEqual([...valuesOf(now)], [['c', 0]]);
  assert.equal(renamed, 2);
});

test('what a version changed leaves answers to its own words, and to later ones, as they are', () => {
  const migrations = [{ from: '<1.1.0', rename: [{ from: 'a', to: 'b' }], drop: ['c'], changed: ['d'] }];
  const answers = entries({ a: 0, c: 0, d: 'skip' });

  for (const version of ['1.1.0', '1.2.0']) {
    const now = migrateAnswers(answers, from(version), assessment(['a', 'b', 'c', 'd'], migrations));
    assert.deepEqual(now, { entries: answers, renamed: 0, dropped: [], changed: new Map() });
  }
});

test('words without migrations take the answers as they are', () => {
  const { migrations: _none, ...words } = assessment(['a'], []);
  const answers = entries({ a: 0 });

  assert.deepEqual(migrateAnswers(answers, from('1.0.0'), words).entries, answers);
});

test('only answers that were given are said to have moved, and one that stays is as old as it was', () => {
  const rename = [
    { from: 'a', to: 'b' },
    { from: 'open', to: 'still-open' },
  ];
  const answers = entries({ a: 0, c: 'skip' });

  const { entries: now, renamed } = migrateAnswers(
    answers,
    from('1.0.0'),
    assessment(['b', 'still-open', 'c'], [{ from: '<2', rename }]),
  );

  assert.equal(renamed, 1);
  assert.deepEqual(now.get('c'), answers.get('c'));
  assert.deepEqual([...valuesOf(now).keys()].sort(), ['b', 'c']);
  assert.equal(now.has('still-open'), false);
});

test('two statements may swap their names', () => {
  const migrations = [
    {
      from: '<2',
      rename: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    },
  ];

  const { entries: now } = migrateAnswers(
    entries({ a: 0, b: 'skip' }),
    from('1.0.0'),
    assessment(['a', 'b'], migrations),
  );

  assert.deepEqual(Object.fromEntries(valuesOf(now)), { a: 'skip', b: 0 });
});

test('a statement that means something else is open again, and its old answer is named', () => {
  const { entries: now, changed } = migrateAnswers(
    entries({ a: 0 }),
    from('1.0.0'),
    assessment(['b'], [{ from: '<2', rename: [{ from: 'a', to: 'b' }], changed: ['b'] }]),
  );

  assert.equal(valuesOf(now).size, 0);
  assert.deepEqual([...changed], [['b', 0]]);
});

test('what changed in one version and is gone in a later one is named as gone: no statement is there to name it', () => {
  const migrations = [
    { from: '<2.0.0', changed: ['b'] },
    { from: '<3.0.0', drop: ['b'] },
  ];

  const { dropped, changed } = migrateAnswers(entries({ a: 0, b: 1 }), from('1.0.0'), assessment(['a'], migrations));

  assert.deepEqual([...changed], []);
  assert.deepEqual(dropped, [1]);
});

test('what changed, and was answered again by what took its place, is named as gone', () => {
  const migrations = [
    { from: '<2.0.0', changed: ['b'] },
    { from: '<3.0.0', rename: [{ from: 'a', to: 'b' }] },
  ];

  const { dropped, changed } = migrateAnswers(
    entries({ a: 0, b: 'skip' }),
    from('1.0.0'),
    assessment(['b'], migrations),
  );

  assert.deepEqual([...changed], []);
  assert.deepEqual(dropped, ['skip']);
});

test('answers on another scale are named, and never taken for answers on this one', () => {
  const { entries: now, changed } = migrateAnswers(
    entries({ a: 0, z: 1 }),
    from('1.0.0', 'five'),
    assessment(['a'], []),
  );

  assert.deepEqual([...changed], [['a', 0]]);
  assert.deepEqual([...valuesOf(now)], [['z', 1]], 'what nobody knows stays');
});

test('an answer that no option has any more is named', () => {
  const { entries: now, changed } = migrateAnswers(
    entries({ a: 0, b: 1, c: 'skip' }),
    from('1.0.0'),
    assessment(['a', 'b', 'c'], []),
  );

  assert.deepEqual([...changed], [['b', 1]]);
  assert.deepEqual(Object.fromEntries(valuesOf(now)), { a: 0, c: 'skip' });
});

test('an older copy does not bring back what was taken away', () => {
  const old = entries({ a: 0, b: 1 });
  const { entries: now } = migrateAnswers(
    old,
    from('1.0.0'),
    assessment(['b'], [{ from: '<2', drop: ['a'], changed: ['b'] }]),
  );

  assert.equal(valuesOf(mergeEntries(now, old)).size, 0);
});

test('migration never loses an answer silently: each stays, moves, or is named', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const migration = fc.record({
    from: fc.constantFrom('<1.1.0', '<=1.0.0', '1.0.0', '<0.9.0', '<2.0.0'),
    rename: fc.uniqueArray(fc.record({ from: id, to: id }), { selector: one => one.from, maxLength: 3 }),
    drop: fc.uniqueArray(id, { maxLength: 2 }),
    changed: fc.uniqueArray(id, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(
      fc.dictionary(id, fc.nat()),
      fc.array(migration, { maxLength: 4 }),
      fc.uniqueArray(id),
      fc.constantFrom('two', 'five'),
      (answers, migrations, ids, scaleId) => {
        // Each answer is one of its kind, so that it can be followed.
        const unique = Object.fromEntries(Object.keys(answers).map((key, i) => [key, i]));
        const {
          entries: now,
          dropped,
          changed,
        } = migrateAnswers(entries(unique), from('1.0.0', scaleId), assessment(ids, migrations));
        // By its statement she is told of those alone that are there, and have no answer.
        const open = [...changed].filter(([one]) => ids.some(id => id === one) && !valuesOf(now).has(one));
        const found = [...valuesOf(now).values(), ...dropped, ...open.map(([, value]) => value)];
        assert.deepEqual([...new Set(found)].sort(), Object.values(unique).sort());
        assert.equal(found.length, Object.keys(unique).length, 'and none is there twice');
      },
    ),
    { numRuns: 2000 },
  );
});
