import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/properties.ts';
import { jsonSchema } from '../../src/build/json-schema.ts';
import { messages } from '../../src/content/packs/en.ts';
import { KINDS, MAX_FIELD_LENGTH, pack } from '../../src/content/schema.ts';

const schema = JSON.stringify(jsonSchema(pack, 'a pack', messages));
const { properties, $defs } = JSON.parse(schema) as {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly $defs: Readonly<Record<string, unknown>>;
};

test('each kind that the JSON Schema names is described in it', () => {
  const names = [...schema.matchAll(/"#\/\$defs\/(\w*)"/g)].map(match => match[1] ?? '');

  assert.ok(names.length > 50);
  for (const name of names) assert.ok($defs[name], name);
});

test('an editor can offer the groups and keys of the messages, with what ours say', () => {
  const { tips, activities } = ($defs.messages as { readonly properties: Record<string, typeof $defs> }).properties;
  const like = (of: unknown, key: string): unknown => (of as { readonly properties: typeof $defs }).properties[key];

  assert.deepEqual(properties.messages, { $ref: '#/$defs/messages' });
  assert.deepEqual(like(tips, 'next'), { $ref: '#/$defs/message', description: 'Next tip' });
  assert.deepEqual(like(activities, 'count'), { $ref: '#/$defs/message', description: '{count} ideas' });
});

/** Texts on both sides of what the check takes, and shapes near it. */
const TEXTS: readonly (readonly [kind: keyof typeof KINDS, near: string, texts: readonly string[]])[] = [
  ['id', '[a-zA-Z0-9-]{0,6}', ['a', 'a-1', '1-a', '', '-', 'a-', 'a--b', 'A', 'a_b', 'a b', 'é', 'a\n']],
  [
    'lang',
    // What a pattern cannot say is told apart below.
    '[A-Za-z]{1,9}(-[A-Za-z0-9]{1,9}){0,4}',
    // prettier-ignore
    ['en', 'en-GB', 'zh-Hant-TW', 'es-419', 'sl-rozaj-biske', 'de-1996', 'en-u-ca-buddhist', 'ar-x-ours', 'EN-us', 'art-lojban',
      '', 'e', 'english-', 'en_GB', 'en-12', 'fr-FR-FR', 'sr-latn-cyrl', 'abcd', 'x-ours', 'i-klingon', 'en-u', 'en-GB-'],
  ],
  [
    'url',
    '([Hh][Tt]{1,2}[Pp][Ss]?|[Mm]ailto|[Tt][Ee][Ll]|SMS|javascript|data|ftp):(//)?[a-z @/?#]{0,3}',
    // prettier-ignore
    ['https://example.org/', 'HTTPS://EXAMPLE.ORG/', 'http://a', 'MailTo:a@b.c', 'TEL:1', 'sms:1?body=x', '', 'https://', 'tel:',
      'https://a b', ' https://a', 'javascript:alert(1)', '//a', '/a', '#a', 'https:a', 'ftp://a'],
  ],
  ['day', '[0-9]{4}-[0-9]{2}-[0-9]{2}', ['2026-11-23', '2026-19-39', '2026-20-01', '2026-1-1', '26-01-01', '']],
  ['country', '[A-Za-z]{1,3}', ['NZ', 'nz', 'NZL', '', 'N1']],
  [
    'duration',
    'P([0-2]{0,4}D|T([0-2]{1,2}H)?([0-2]{1,4}M)?)',
    // prettier-ignore
    ['PT90M', 'P2D', 'PT1H30M', 'PT0H5M', 'PT5H0M', 'PT05M', 'PT', 'P', 'P0D', 'P000D', 'PT0M', 'PT0H', 'PT0H0M', 'PT00H0000M', 'P1W',
      'P1DT1H', 'PT1M1H', 'pt1h', 'PT100H', 'P1000D', ''],
  ],
  [
    'target',
    '(tips|sections|activities|themes|helplines|stops)/?[a-z0-9-]{0,2}',
    ['tips/a', 'helplines', 'helplines/a', 'tips/', 'tips', 'themes/A', 'stops/a', ''],
  ],
];

for (const [kind, near, texts] of TEXTS) {
  test(`the JSON Schema takes the texts that the check takes, and no other: ${kind}`, () => {
    const { pattern } = $defs[kind] as { readonly pattern: string };
    const fits = (text: string): boolean => KINDS[kind].fits(text);
    const isTaken = (text: string): boolean => new RegExp(pattern).test(text);
    assert.deepEqual(texts.filter(isTaken), texts.filter(fits));
    assert.ok(texts.some(fits) && !texts.every(fits));

    // A variant or an extension that stands twice, and what goes into -t- and -u-.
    const isBeyondPatterns = (text: string): boolean =>
      kind === 'lang' && /-[tu]-|-(\w|\w{4,8})(?=-).*-\1(?!\w)/i.test(text);
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^${near}$`)), text => {
        fc.pre(!isBeyondPatterns(text));
        assert.equal(isTaken(text), fits(text));
      }),
      { numRuns: 2000 },
    );
  });
}

test('every pattern of the JSON Schema is compared with the check', () => {
  const patterns = Object.entries($defs).filter(([, def]) => Object.hasOwn(def as object, 'pattern'));

  assert.deepEqual(
    patterns.map(([kind]) => kind),
    TEXTS.map(([kind]) => kind),
  );
});

test('the JSON Schema takes texts of the length that the check takes', () => {
  const { minLength, maxLength } = $defs.line as { readonly minLength: number; readonly maxLength: number };

  assert.equal(maxLength, MAX_FIELD_LENGTH);
  for (const length of [0, minLength, maxLength, maxLength + 1])
    assert.equal(KINDS.line.fits('x'.repeat(length)), length >= minLength && length <= maxLength, String(length));
});
