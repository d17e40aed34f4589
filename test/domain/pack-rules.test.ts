import assert from 'node:assert/strict';
import test from 'node:test';
import { compilePack, compileHelplines } from '../../src/build/compile.ts';
import { messages } from '../../src/content/packs/en.ts';
import { checklistPack, pack as packSchema } from '../../src/content/schema.ts';
import { checkPack } from '../../src/domain/pack-rules.ts';

/* Packs that somebody wrote as JSON: they get the checks that `rekindle pack` makes. */

const ours = { ...compilePack('content/en'), helplines: compileHelplines('content/helplines.yaml') };
const [first, second] = ours.checklist?.themes ?? [];
assert.ok(first && second);
const THEMES = 'checklist.themes';
const STEP = `${THEMES}[0].bands[0].next[0].target`;

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
  [
    'a scale that starts at 1',
    'checklist.scale.options',
    [1, 2, 3].map(value => ({ value, label: String(value) })),
    'checklist.scale.options should have values that start at 0 and rise',
  ],
  [
    'a scale of one option',
    'checklist.scale.options',
    [{ value: 0, label: 'Yes' }],
    'checklist.scale.options should be two or more: one alone tells nothing apart',
  ],
  [
    'bands out of order',
    `${THEMES}[0].bands`,
    [...first.bands].reverse(),
    `${THEMES}[0].bands should have a min that starts at 0 and rises`,
  ],
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
];

for (const [name, place, value, message] of FAULTS) {
  test(`a pack as JSON: ${name} is named with its place`, () => {
    assert.throws(() => checkPack(packSchema, changed(place, value), 'own.json', messages), {
      message: `own.json: ${message}`,
    });
  });
}

test('our own pack keeps all rules', () => {
  assert.deepEqual(checkPack(packSchema, ours, 'own.json', messages), ours);
});

test('keys of the owner stay: JSON has no comments', () => {
  const pack = { $schema: './pack.json', ...ours, note: 'for Ada', tips: [{ ...ours.tips?.[0], source: 'p. 3' }] };

  assert.doesNotThrow(() => checkPack({ tips: packSchema['tips?'] }, pack, 'own.json', messages));
});

test('a self-assessment alone may lead to what other words of the page hold', () => {
  const { tips: _1, sections: _2, activities: _3, ...alone } = ours;

  assert.doesNotThrow(() => checkPack(checklistPack, alone, 'own.json', messages));
});
