import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isSafeUrl } from '../../src/domain/url.ts';

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
