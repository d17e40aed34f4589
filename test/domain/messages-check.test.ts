import assert from 'node:assert/strict';
import test from 'node:test';
import { head, messages as ours, tips } from '../../src/content/packs/en.ts';
import { pack as packSchema } from '../../src/content/schema.ts';
import { lackingForms, lackingMessages, messagesFor } from '../../src/domain/messages-check.ts';
import { checkPack } from '../../src/domain/pack-rules.ts';

/* The interface text of an owner's, as the tools check it in packs and in messages.yaml. */

const check = (messages: unknown, lang = 'de'): unknown =>
  checkPack(packSchema, { ...head, lang, tips, messages }, 'own.json', ours);

const ALL = 'storage, tips, tipActions, checklist, activities, helplines, guide';

const FAULTS: readonly (readonly [name: string, messages: unknown, message: string])[] = [
  ['a text', 'Weiter', `messages should hold groups of messages: ${ALL}`],
  ['a list', [], `messages should hold groups of messages: ${ALL}`],
  ['null', null, `messages should hold groups of messages: ${ALL}`],
  ['a group with a slip', { tpis: {} }, 'messages.tpis is not a group of messages: write tips'],
  ['a group of nothing', { hugs: {} }, `messages.hugs is not a group of messages: there are ${ALL}`],
  [
    'a group that every object has',
    JSON.parse('{"__proto__": {}}'),
    `messages.__proto__ is not a group of messages: there are ${ALL}`,
  ],
  ['a group that is a text', { tips: 'x' }, 'messages.tips should be a group of messages, or be left out'],
  ['a group that is null', { tips: null }, 'messages.tips should be a group of messages, or be left out'],
  ['a key with a slip', { tips: { nxt: 'x' } }, 'messages.tips.nxt is not a message of ours: write next'],
  [
    'a key with a slip, beside the one that it might be',
    { tips: { nxt: 'x', next: 'y' } },
    'messages.tips.nxt is not a message of ours: leave it out',
  ],
  [
    'a key of another group',
    { tips: { keep: 'x' } },
    'messages.tips.keep is not a message of ours: it stands in the group tipActions',
  ],
  ['a key of nothing', { tips: { wobble: 'x' } }, 'messages.tips.wobble is not a message of ours: leave it out'],
  [
    'a key that every object has',
    { tips: { constructor: 'x' } },
    'messages.tips.constructor is not a message of ours: leave it out',
  ],
  ['no text', { tips: { next: null } }, 'messages.tips.next is empty: write a text, or leave it out'],
  ['an empty text', { tips: { next: '' } }, 'messages.tips.next is empty: write a text, or leave it out'],
  ['a number', { tips: { next: 1 } }, 'messages.tips.next should be text, not 1: write it in quotes'],
  ['true', { tips: { next: true } }, 'messages.tips.next should be text, not true: write it in quotes'],
  [
    'a list of texts',
    { tips: { next: ['x'] } },
    'messages.tips.next should be text, or plural forms such as one and other',
  ],
  [
    'a text without end',
    { tips: { next: 'x'.repeat(10_000) } },
    'messages.tips.next should be text of 1 to 4000 characters: it has 10000',
  ],
  [
    'braces without quotes in YAML',
    { tips: { untitled: { position: null } } },
    'messages.tips.untitled should be text: what begins with {position} stands in quotes',
  ],
  [
    'a placeholder with a slip',
    { tips: { position: '{positon} von {count}' } },
    'messages.tips.position holds {positon}, which is not filled in here: write {position}',
  ],
  [
    'a placeholder of another message',
    { tips: { position: '{title}' } },
    'messages.tips.position holds {title}, which is not filled in here: write one of {position}, {count}',
  ],
  [
    'a placeholder that every object has',
    { tips: { next: 'Weiter {constructor}' } },
    'messages.tips.next holds {constructor}, which is not filled in here: leave it out',
  ],
  [
    'braces of another tool',
    { tips: { untitled: 'Tipp {{position}}' } },
    'messages.tips.untitled holds {{position}}, which is not filled in here: write {position}',
  ],
  [
    'braces with blanks',
    { tips: { untitled: 'Tipp { position }' } },
    'messages.tips.untitled holds { position }, which is not filled in here: write {position}',
  ],
  [
    'braces around nothing',
    { tips: { untitled: 'Tipp {}' } },
    'messages.tips.untitled holds {}, which is not filled in here: write one of {position}',
  ],
  [
    'the start of a placeholder without end',
    { tips: { next: `{${'x'.repeat(99)}}` } },
    `messages.tips.next holds {${'x'.repeat(59)}, which is not filled in here: leave it out`,
  ],
  [
    'a placeholder with a slip in one form',
    { activities: { count: { one: 'eine', other: '{coutn} Ideen' } } },
    'messages.activities.count holds {coutn}, which is not filled in here: write {count}',
  ],
  ['forms without other', { activities: { count: { one: 'x' } } }, 'messages.activities.count lacks the form "other"'],
  ...[{ one: null }, { count: 'x' }, { count: null, days: null }].map(
    forms =>
      [
        `what YAML does not make of braces, ${JSON.stringify(forms)},`,
        { activities: { count: forms } },
        'messages.activities.count lacks the form "other"',
      ] as const,
  ),
  [
    'a form of another language',
    { activities: { count: { one: 'x', few: 'x', other: 'x' } } },
    'messages.activities.count has a form "few", which de does not have: it has one, other',
  ],
  [
    'a form that there is not',
    { activities: { count: { single: 'x', other: 'x' } } },
    'messages.activities.count has a form "single", which de does not have: it has one, other',
  ],
  [
    'a form that is empty',
    { activities: { count: { one: '', other: 'x' } } },
    'messages.activities.count.one is empty: write a text, or leave it out',
  ],
  [
    'forms of what is not counted',
    { tips: { next: { one: 'x', other: 'y' } } },
    'messages.tips.next has plural forms, and nothing here is counted: write one text',
  ],
];

for (const [name, messages, message] of FAULTS) {
  test(`messages of a pack: ${name} is named with its place and the mend`, () => {
    assert.throws(() => check(messages), { message: `own.json: ${message}` });
  });
}

test('messages may be any part of ours, and have the forms of their language where ours have one text or two', () => {
  const few = { one: '{count}a', few: '{count}b', many: '{count}c', other: '{count}d' };

  assert.doesNotThrow(() => check({}));
  assert.doesNotThrow(() => check({ tips: {} }));
  assert.doesNotThrow(() => check(ours, 'en'));
  assert.doesNotThrow(() => check({ activities: { count: '{count}' }, checklist: { missing: few } }, 'pl'));
  assert.doesNotThrow(() => check({ activities: { count: { other: '{count}' } } }, 'ja'));
  assert.doesNotThrow(() => check({ tips: { next: '<img src=x onerror=alert(1)>' } }));
});

test('a language that there is not is what is wrong, whatever forms there are', () => {
  assert.throws(() => check({ activities: { count: { one: 'x', other: 'x' } } }, 'german language'), {
    message: 'own.json: lang should be a language tag like en or pt-BR, not "german language"',
  });
});

test('what stays English is counted by the groups that the parts of a pack ask for', () => {
  const { storage, tipActions } = ours;

  assert.equal(lackingMessages({ tips }, ours, ours), '');
  assert.equal(
    lackingMessages({ tips }, { tips: ours.tips, storage: { erase: 'x' } }, ours),
    `tipActions ${Object.keys(tipActions).length} of ${Object.keys(tipActions).length}, storage ${Object.keys(storage).length - 1} of ${Object.keys(storage).length}`,
  );
  assert.equal(lackingMessages({}, undefined, ours), '');
});

test('the last few that stay English are named', () => {
  const { next: _next, play: _play, ...most } = ours.tips;

  assert.equal(
    lackingMessages({ tips }, { ...ours, tips: most }, ours),
    `tips 2 of ${Object.keys(ours.tips).length} (next, play)`,
  );
});

test('a snippet has the groups of its element', () => {
  assert.deepEqual(messagesFor({ tips }, { guide: ours.guide, tips: { next: 'x' }, storage: {} }), {
    tips: { next: 'x' },
    storage: {},
  });
  assert.equal(messagesFor({ tips }, { guide: ours.guide }), undefined);
  assert.equal(messagesFor({ tips }), undefined);
});

test('forms that a language counts by and a message lacks are told, not those of numbers that nothing reaches', () => {
  const two = { one: 'x', other: 'x' };
  const counts = { count: two, apply: two, days: two, hours: two, minutes: '{count}' };

  assert.equal(
    lackingForms({ activities: counts }, 'pl'),
    'few, many (activities.count, activities.apply, activities.days, and 1 more)',
  );
  assert.equal(
    lackingForms({ activities: { count: two, apply: two, days: two } }, 'pl'),
    'few, many (activities.count, activities.apply, activities.days)',
  );
  assert.equal(lackingForms({ activities: { count: two } }, 'ar'), 'zero, two, few, many (activities.count)');
  for (const lang of ['de', 'fr', 'es', 'it', 'pt-BR', 'en'])
    assert.equal(lackingForms({ activities: counts }, lang), '');
  assert.equal(lackingForms({ activities: { count: { other: 'x' } } }, 'ja'), '');
  assert.equal(lackingForms({}, 'pl'), '');
});
