import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { durationMinutes, durationWords, isDuration, parseDuration } from '../../src/domain/duration.ts';
import { format, leftToRight, messageIn } from '../../src/domain/message.ts';
import { smsUrl, telUrl } from '../../src/domain/phone.ts';
import { isSafeUrl } from '../../src/domain/url.ts';

test('fills placeholders and leaves those without a value', () => {
  assert.equal(format('{position} of {count}', { position: 2, count: 6 }), '2 of 6');
  assert.equal(format('{a} {b}', { a: '$& {b}' }), '$& {b} {b}');
});

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

const DURATIONS: readonly (readonly [iso: string, minutes: number, words: string])[] = [
  ['PT15M', 15, '15 minutes'],
  ['PT90M', 90, '1 hours 30 minutes'],
  ['PT2H', 120, '2 hours'],
  ['P1D', 1440, '1 days'],
  ['P2D', 2880, '2 days'],
];

for (const [iso, minutes, words] of DURATIONS) {
  test(`reads ${iso} as ${words}`, () => {
    assert.equal(durationMinutes(iso), minutes);
    assert.equal(
      durationWords(iso, (unit, count) => `${count} ${unit}`),
      words,
    );
  });
}

for (const iso of ['', 'P', 'PT', 'P0D', 'PT0M', 'P1M', 'P1Y', 'PT-5M', '90', 'P1DT', 'pt5m']) {
  test(`does not read ${JSON.stringify(iso)} as a duration`, () => {
    assert.equal(isDuration(iso), false);
    assert.equal(durationMinutes(iso), 0);
    assert.equal(parseDuration(iso), undefined);
  });
}

test('any text is a duration or none, and never throws', () => {
  fc.assert(fc.property(fc.string(), text => assert.equal(isDuration(text), durationMinutes(text) > 0)));
});

test('a number becomes an address that a telephone understands', () => {
  assert.equal(telUrl('1-800-799-7233'), 'tel:18007997233');
  assert.equal(telUrl('+44 (0)20 7946'), 'tel:+440207946');
  assert.equal(smsUrl('88788', 'START'), 'sms:88788?body=START');
  assert.equal(smsUrl('1737'), 'sms:1737');
  assert.equal(smsUrl('1', 'a&b c'), 'sms:1?body=a%26b%20c');
});

for (const href of [
  'https://example.org/',
  'http://a.b',
  'mailto:a@b.c',
  'tel:999',
  'sms:1?body=x',
  'HTTPS://EXAMPLE.ORG',
]) {
  test(`${href} may be followed`, () => assert.ok(isSafeUrl(href)));
}
for (const href of [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//example.org',
  '/path',
  '#a',
  'https:x',
  'tel:',
  'https://a b',
  'blob:https://a.b/c',
]) {
  test(`${JSON.stringify(href)} may not be followed`, () => assert.equal(isSafeUrl(href), false));
}

test('nothing but the five schemes gets through', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      if (isSafeUrl(text)) assert.match(text, /^(https?:\/\/|mailto:|tel:|sms:)/i);
    }),
  );
});
