import assert from 'node:assert/strict';
import test from 'node:test';
import { compilePack, compileHelplines } from '../../src/build/compile.ts';
import { messages } from '../../src/content/packs/en.ts';
import { checklistPack, pack as packSchema } from '../../src/content/schema.ts';
import { checkPack, checkRules, refuseUnknown, type Fail } from '../../src/domain/pack-rules.ts';

/* Packs that somebody wrote as JSON: they get the checks that `rekindle pack` makes. */

const ours = { ...compilePack('content/en'), helplines: compileHelplines('content/helplines.yaml') };
const [first, second] = ours.checklist?.themes ?? [];
assert.ok(first && second);
const THEMES = 'checklist.themes';
const STEP = `${THEMES}[0].bands[0].next[0].target`;
const VERSION = ours.checklist?.version ?? '';

const valued = (...values: readonly number[]): object[] => values.map(value => ({ value, label: String(value) }));
const atLeast = (...mins: readonly number[]): object[] => first.bands.map((band, i) => ({ ...band, min: mins[i] }));
/** Migrations from before our version, the oldest first. */
const migrations = (...all: readonly object[]): object[] => all.map((one, i) => ({ from: `<0.${i + 1}`, ...one }));
const TEXT = 'should be text, or a list of text, {strong}, {em} and {a, href: a safe address}';
const WHOLE = 'and has to be whole, such as https://…';
const STATEMENT = first.statements[0]?.id ?? '';

/** Throws as the checks say. */
const fail: Fail = (path, reason) => {
  throw new Error(`${path} ${reason}`);
};

/** Our pack with another value at a place, such as `tips[0].title`. */
function changed(place: string, value: unknown): unknown {
  const pack: unknown = structuredClone(ours);
  const steps = place.match(/\w+/g) ?? [];
  const last = steps.pop() ?? '';
  const parent = steps.reduce((node, step) => (node as Record<string, unknown>)[step], pack);
  (parent as Record<string, unknown>)[last] = value;
  return pack;
}

const FAULTS: readonly (readonly [name: string, place: string, value: unknown, message: string])[] = [
  [
    'a slip in a key that has to be there',
    'tips[0]',
    { id: 'a', titel: 'One', points: ['Two.'] },
    'tips[0].titel is not a key that can stand here: write title',
  ],
  ['an object in the place of a list', 'tips', { a: 1 }, 'tips should be a list of 1 to 20000 entries, not an object'],
  ['a list in the place of an object', 'tips[0]', ['a'], 'tips[0] should be an object, not a list'],
  ['nothing in the place of an object', 'tips[0]', null, 'tips[0] should be an object, not null'],
  ['a text in the place of an object', 'checklist', 'own', 'checklist should be an object, not "own"'],
  [
    'a version that is a number to JSON and YAML',
    'checklist.version',
    1.2,
    'checklist.version should be text of 1 to 4000 characters, not 1.2: write it in quotes',
  ],
  [
    'a number deep in a text',
    'sections[0].parts[0].body',
    [{ ul: [['Plain.'], [{ strong: 5 }]] }],
    'sections[0].parts[0].body[0] should be {p}, {ul} or {ol}, with text as its lines, not an object: write it in quotes',
  ],
  [
    'the length of a text that is too long',
    'tips[0].title',
    'a'.repeat(4001),
    `tips[0].title should be text of 1 to 4000 characters, not "${'a'.repeat(59)}: it has 4001 characters`,
  ],
  [
    'neither a length nor quotes for what is no text',
    'tips[0].title',
    true,
    'tips[0].title should be text of 1 to 4000 characters, not true',
  ],
  [
    'nothing where a text should be',
    'tips[0].title',
    null,
    'tips[0].title should be text of 1 to 4000 characters, not null',
  ],
  [
    'a number beside a link that is whole',
    'tips[0].points',
    [[{ a: 'x', href: 'https://example.org/' }, 5]],
    `tips[0].points[0] ${TEXT}, not a list: write it in quotes`,
  ],
  [
    'a number for an address',
    'tips[0].points',
    [[{ a: 'x', href: 5 }]],
    `tips[0].points[0] ${TEXT}, not a list: write it in quotes`,
  ],
  [
    'a link of the page in words that any page may show',
    'tips[0].points',
    ['First.', ['See ', { a: 'the guide', href: '/guide' }]],
    `tips[0].points[1] ${TEXT}, not a list: its link leads to /guide, ${WHOLE}`,
  ],
  [
    'the start of a long link',
    'tips[0].points',
    [{ a: 'x', href: `javascript:${'a'.repeat(60)}` }],
    `tips[0].points[0] ${TEXT}, not an object: its link leads to javascript:${'a'.repeat(49)}, ${WHOLE}`,
  ],
  [
    'a scale that starts at 1',
    'checklist.scale.options',
    valued(1, 2, 3),
    'checklist.scale.options should have values that start at 0 and rise',
  ],
  ...[
    [0, 2, 1],
    [0, 1, 1],
    [0, 0],
  ].map(
    values =>
      [
        `a scale of ${values.join()}`,
        'checklist.scale.options',
        valued(...values),
        'checklist.scale.options should have values that start at 0 and rise',
      ] as const,
  ),
  [
    'a scale of one option',
    'checklist.scale.options',
    valued(0),
    'checklist.scale.options should be two or more: one alone tells nothing apart',
  ],
  [
    'bands out of order',
    `${THEMES}[0].bands`,
    [...first.bands].reverse(),
    `${THEMES}[0].bands should have a min that starts at 0 and rises`,
  ],
  ...[
    [0.1, 0.4, 0.7],
    [0, 0.7, 0.4],
    [0, 0.4, 0.4],
  ].map(
    mins =>
      [
        `bands from ${mins.join()}`,
        `${THEMES}[0].bands`,
        atLeast(...mins),
        `${THEMES}[0].bands should have a min that starts at 0 and rises`,
      ] as const,
  ),
  [
    'a share of the answers in per cent: no guidance would ever be shown',
    `${THEMES}[0].minAnswered`,
    60,
    `${THEMES}[0].minAnswered should be a number from 0 to 1, not 60`,
  ],
  [
    'a theme in which nothing weighs',
    `${THEMES}[1].statements`,
    second.statements.map(one => ({ ...one, weight: 0 })),
    `${THEMES}[1].statements should have one with a weight above 0, or none of the bands is ever shown`,
  ],
  [
    'a statement in two themes',
    `${THEMES}[1].statements[2].id`,
    first.statements[0]?.id,
    `${THEMES}[1].statements[2].id stands twice: ${first.statements[0]?.id}`,
  ],
  [
    'a migration to nothing',
    'checklist.migrations',
    [{ from: '<2', changed: ['nowhere'] }],
    'checklist.migrations[0] points to nowhere, which is no statement',
  ],
  ...['2.x', 'v1', '1.', '<1.0-beta', '>1', '<<1', '1.0 or 1.1'].map(
    from =>
      [
        `a migration from ${from}`,
        'checklist.migrations',
        [{ from }],
        'checklist.migrations[0].from should be a version, like 1.2.0, <1.2.0 or <=1.2.0',
      ] as const,
  ),
  [
    'a new name that no statement has',
    'checklist.migrations',
    migrations({ rename: [{ from: 'old', to: 'nowhere' }] }),
    'checklist.migrations[0] points to nowhere, which is no statement',
  ],
  [
    'a new name that was gone before',
    'checklist.migrations',
    migrations({ drop: ['old'] }, { rename: [{ from: 'older', to: 'old' }] }),
    'checklist.migrations[1] points to old, which is no statement',
  ],
  ...[
    ['drops', { drop: [STATEMENT] }],
    ['renames', { rename: [{ from: STATEMENT, to: first.statements[1]?.id }] }],
  ].map(
    ([does, one]) =>
      [
        `a migration that ${does as string} a statement that is there`,
        'checklist.migrations',
        migrations(one as object),
        `checklist.migrations[0] takes ${STATEMENT} away, which is a statement`,
      ] as const,
  ),
  [
    'a migration from the very version',
    'checklist.migrations',
    [{ from: VERSION }],
    `checklist.migrations[0].from takes in ${VERSION}, the version of these statements: give them a later one`,
  ],
  [
    'a migration, and the version is still that of the answers',
    'checklist.migrations',
    [{ from: '<9' }],
    `checklist.migrations[0].from takes in ${ours.checklist?.version}, the version of these statements: give them a later one`,
  ],
  [
    'the name of a language in place of its code',
    'lang',
    'deutsch',
    'lang should be the code of a language, such as de or pt-BR, not "deutsch"',
  ],
  [
    'the name of a language in capitals',
    'lang',
    'DEUTSCH',
    'lang should be the code of a language, such as de or pt-BR, not "DEUTSCH"',
  ],
  [
    'a theme of a chapter that is not there',
    `${THEMES}[1].section`,
    'nowhere',
    `${THEMES}[1].section points to sections/nowhere, which is not in the pack`,
  ],
  ['a next step to nothing', STEP, 'tips/nowhere', `${STEP} points to tips/nowhere, which is not in the pack`],
  ...[`themes/${first.id}`, 'activities/two'].map(
    target =>
      [
        `a next step to ${target}`,
        STEP,
        target,
        `${STEP} should be a tip, a chapter, one activity or the helplines: ${target} is no place to lead to`,
      ] as const,
  ),
  [
    'a danger that sets nothing aside',
    'checklist.stops[0].suppress',
    ['themes/nowhere'],
    'checklist.stops[0].suppress[0] points to themes/nowhere, which is not in the pack',
  ],
  [
    'a slip in a key: the care note would be lost',
    'sections[0].contcat',
    true,
    'sections[0].contcat is not a key that can stand here: write contact',
  ],
  [
    'a part with the id of a chapter',
    'sections[0].parts[0].id',
    ours.sections?.[2]?.id,
    `sections[0].parts[0].id stands twice in the guide: ${ours.sections?.[2]?.id}`,
  ],
  [
    'the same part in two chapters',
    'sections[3].parts[1].id',
    ours.sections?.[2]?.parts[0]?.id,
    `sections[3].parts[1].id stands twice in the guide: ${ours.sections?.[2]?.parts[0]?.id}`,
  ],
  [
    'a country twice',
    'helplines[4].country',
    ours.helplines[0]?.country,
    `helplines[4].country stands twice: ${ours.helplines[0]?.country}`,
  ],
  [
    'a day that is in no calendar',
    'helplines[0].services[0].checkedOn',
    '2026-19-39',
    'helplines[0].services[0].checkedOn is not a day of the calendar: 2026-19-39',
  ],
  [
    'the last day of February and three more',
    'helplines[1].emergency[0].checkedOn',
    '2026-02-31',
    'helplines[1].emergency[0].checkedOn is not a day of the calendar: 2026-02-31',
  ],
  [
    'a number in words',
    'helplines[0].services[0].phone',
    'call us',
    'helplines[0].services[0].phone should be a number to dial, not "call us"',
  ],
  [
    'a number in words for an emergency',
    'helplines[0].emergency[0].number',
    'nine',
    'helplines[0].emergency[0].number should be a number to dial, not "nine"',
  ],
  [
    'a number in words for a text message',
    'helplines[0].services[0].text',
    { number: 'HOME' },
    'helplines[0].services[0].text.number should be a number to dial, not "HOME"',
  ],
];

for (const [name, place, value, message] of FAULTS) {
  test(`a pack as JSON: ${name} is named with its place`, () => {
    assert.throws(() => checkPack(packSchema, changed(place, value), 'own.json', messages), {
      message: `own.json: ${message}`,
    });
  });
}

const RIGHT: readonly (readonly [name: string, place: string, value: unknown])[] = [
  ['a text of 4000 characters', 'tips[0].title', 'a'.repeat(4000)],
  ['a scale of two options', 'checklist.scale.options', valued(0, 1)],
  ['a theme in which some statements do not weigh', `${THEMES}[0].statements[0].weight`, 0],
  ['a script in the code of a language', 'lang', 'zh-Hans'],
  ['a danger that sets helplines and ideas aside', 'checklist.stops[0].suppress', ['helplines', 'activities/two']],
  ...['0.9', '10.0.1', '<0.10.12', '<=0.9.9', `<${VERSION}`].map(
    from => [`a migration from ${from}`, 'checklist.migrations', [{ from }]] as const,
  ),
  [
    'names that a later migration changes once more',
    'checklist.migrations',
    migrations(
      { rename: [{ from: 'a', to: 'b' }], changed: ['c'] },
      { rename: [{ from: 'b', to: STATEMENT }], drop: ['c'] },
      { changed: [STATEMENT] },
    ),
  ],
  [
    'two statements that change their names about',
    'checklist.migrations',
    migrations({
      rename: [0, 1].map(i => ({ from: first.statements[i]?.id, to: first.statements[1 - i]?.id })),
    }),
  ],
];

for (const [name, place, value] of RIGHT) {
  test(`a pack as JSON may have ${name}`, () => {
    assert.doesNotThrow(() => checkPack(packSchema, changed(place, value), 'own.json', messages));
  });
}

for (const [value, written] of [
  [null, 'null'],
  [[], 'a list'],
  ['own', '"own"'],
] as const) {
  test(`${written} is no pack`, () => {
    const message = `own.json: should be an object, not ${written}`;
    assert.throws(() => checkPack(packSchema, value, 'own.json', messages), { message });
  });
}

test('in words of our form each unknown key is named, and with a name that is near only where that one is missing', () => {
  const [tip] = ours.tips ?? [];
  const refuse = (pack: object): void => refuseUnknown(packSchema, pack, fail, true);

  assert.doesNotThrow(() => refuse(ours));
  assert.throws(() => refuse({ tips: [{ ...tip, note: 1 }] }), {
    message: 'tips[0].note is not a key that can stand here',
  });
  assert.throws(() => refuse({ tips: [{ ...tip, titel: 1 }] }), {
    message: 'tips[0].titel is not a key that can stand here',
  });
  // What has the wrong shape has no keys; the check of shapes names it.
  for (const odd of [null, ['a'], 'a', 5]) assert.doesNotThrow(() => refuse({ tips: [odd], checklist: odd }));
});

test('a self-assessment alone may not lead away where the pack should be whole', () => {
  const { tips: _1, sections: _2, activities: _3, ...alone } = ours;

  assert.throws(() => checkRules(alone, fail, true), {
    message: /^checklist\.themes\[0\]\.section points to sections\//,
  });
  assert.doesNotThrow(() => checkRules(ours, fail, true));
  const aside = changed('checklist.stops[0].suppress', ['helplines', 'activities/two']) as typeof ours;
  assert.doesNotThrow(() => checkRules(aside, fail, true), 'neither is one entry of the pack');
});

test('our own pack keeps all rules', () => {
  assert.deepEqual(checkPack(packSchema, ours, 'own.json', messages), ours);
});

test('keys of the owner stay: JSON has no comments', () => {
  const pack = {
    $schema: './pack.json',
    ...ours,
    note: 'for Ada',
    tips: [{ ...ours.tips?.[0], source: 'p. 3', titel: '' }],
  };

  assert.doesNotThrow(() => checkPack({ tips: packSchema['tips?'] }, pack, 'own.json', messages));
});

test('a self-assessment alone may lead to what other words of the page hold', () => {
  const { tips: _1, sections: _2, activities: _3, ...alone } = ours;

  assert.doesNotThrow(() => checkPack(checklistPack, alone, 'own.json', messages));
});
