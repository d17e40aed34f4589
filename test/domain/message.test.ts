import assert from 'node:assert/strict';
import test from 'node:test';
import { format, leftToRight, messageIn, ownMessage } from '../../src/domain/message.ts';

test('fills placeholders and leaves those without a value', () => {
  assert.equal(format('{position} of {count}', { position: 2, count: 6 }), '2 of 6');
  assert.equal(format('{a} {b}', { a: '$& {b}' }), '$& {b} {b}');
});

test('a text without values stays as it is', () => assert.equal(format('{a} of {b}'), '{a} of {b}'));

test('chooses the plural form by the language', () => {
  const forms = { one: '{count} idea', other: '{count} ideas' };

  assert.equal(format(forms, { count: 1 }), '1 idea');
  assert.equal(format(forms, { count: 0 }), '0 ideas');
  assert.equal(format({ few: '{count} nápady', other: '{count} nápadů' }, { count: 3 }, 'cs'), '3 nápady');
  assert.equal(format({ other: '{count}' }, { count: 1 }), '1');
});

test('a message whose number or full stop would change places among words from right to left is kept whole', () => {
  for (const text of ['1 of 6', '3 ideas', 'Step 1', 'Nothing is saved.', 'Set aside: عنوان', '(none)']) {
    assert.equal(messageIn('rtl', text), `\u2066${text}\u2069`);
    assert.equal(messageIn('ltr', text), text);
  }
  for (const text of ['', 'Next tip', 'Écrire', '6', '٣ أفكار', '3 أفكار', 'عنوان, 2 of 6']) {
    assert.equal(messageIn('rtl', text), text);
  }
});

test('a number keeps its order among words from right to left', () => {
  assert.equal(leftToRight('rtl', '0800 456 450'), '\u20660800 456 450\u2069');
  assert.equal(leftToRight('ltr', '0800 456 450'), '0800 456 450');
  assert.equal(leftToRight(undefined, '0800'), '0800');
});

test('a message of a pack is looked for in one group after the other', () => {
  const messages = { tips: { next: 'On' }, shared: { next: 'Next', back: 'Back' } };

  assert.equal(ownMessage(messages, ['tips', 'shared'], 'next'), 'On');
  assert.equal(ownMessage(messages, ['shared', 'tips'], 'next'), 'Next');
  assert.equal(ownMessage(messages, ['tips', 'none', 'shared'], 'back'), 'Back');
  assert.equal(ownMessage(messages, ['tips'], 'back'), undefined);
  assert.equal(ownMessage(messages, ['tips'], 'toString'), undefined);
  assert.equal(ownMessage(undefined, ['tips'], 'next'), undefined);
});
