import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { hostOf, isSafeUrl } from '../../src/domain/url.ts';

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

test('nothing but the five schemes gets through, and those do with whatever has no blank', () => {
  const SAFE = ['https://', 'http://', 'mailto:', 'tel:', 'sms:'];
  const OTHER = [
    'javascript:',
    'data:',
    'vbscript:',
    'blob:https://',
    'file:///',
    'ftp://',
    'https:/',
    'xhttps://',
    '//',
    '/',
    '#',
  ];
  const before = fc.constantFrom('', '', '', ' ', '\t', '\n', '\u0001', 'a');
  const scheme = fc.mixedCase(fc.constantFrom(...SAFE, ...SAFE, ...OTHER));
  const rest = fc.oneof(
    fc.stringMatching(/^\w*\s\w*$/),
    fc.stringMatching(/^[\w@.?=&%-]*$/),
    fc.string({ unit: 'binary' }),
  );
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(before, scheme, rest, (...parts) => {
      const text = parts.join('');
      const found = SAFE.find(one => text.toLowerCase().startsWith(one));
      const isSafe = found !== undefined && text.length > found.length && !/\s/.test(text);
      seen.add(isSafe);
      assert.equal(isSafeUrl(text), isSafe, JSON.stringify(text));
    }),
    { numRuns: 1000 },
  );
  assert.equal(seen.size, 2, 'both kinds were met');
});

for (const [url, host] of [
  ['https://example.org', 'example.org'],
  ['https://www.example.org/', 'example.org'],
  ['http://help.example.org/en/page?a=https://b.example', 'help.example.org'],
  ['https://example.org?a=1', 'example.org'],
  ['https://example.org#a', 'example.org'],
  ['https://awww.example.org/www.', 'awww.example.org'],
] as const) {
  test(`the host of ${url} is ${host}`, () => assert.equal(hostOf(url), host));
}
