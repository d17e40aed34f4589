import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import type { Assessment } from '../../src/content/model.ts';
import { readResponse, responseOf } from '../../src/domain/response.ts';

const assessment: Assessment = {
  id: 'me',
  version: '1.2.0',
  title: 'Me',
  intro: 'Hello.',
  scale: { id: 'two', options: [{ value: 0, label: 'No' }], optOut: { code: 'skip', label: 'Pass' } },
  themes: [],
  stops: [],
};
const answer = fc.oneof(fc.nat(), fc.double({ min: 0, max: 10, noNaN: true }), fc.constant('skip'));
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);

test('export and import give the same answers', () => {
  fc.assert(
    fc.property(fc.dictionary(id, answer), answers => {
      const values = new Map(Object.entries(answers).map(([key, value]) => [key, value === 0 ? 0 : value]));

      const read = readResponse(JSON.stringify(responseOf(assessment, values, '2026-11-23')), 'me');

      assert.deepEqual(read, { version: '1.2.0', scale: 'two', values });
    }),
  );
});

test('a document holds answers, what they belong to and a day, and nothing else', () => {
  const response = responseOf(assessment, new Map([['a', 1]]), '2026-11-23');

  assert.deepEqual(response, {
    format: 'rekindle-response',
    formatVersion: 1,
    assessment: 'me',
    assessmentVersion: '1.2.0',
    scale: 'two',
    answers: { a: 1 },
    updatedOn: '2026-11-23',
  });
});

const good = responseOf(assessment, new Map([['a', 1]]), '2026-11-23');

test('a document is read as it is, too, and with as many answers as may be', () => {
  const answers = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`a${i}`, 1]));

  assert.deepEqual(readResponse(good, 'me')?.values, new Map([['a', 1]]));
  assert.equal(readResponse({ ...good, answers }, 'me')?.values.size, 20_000);
});

for (const [name, document] of [
  ['text that is not JSON', '{'],
  ['nothing', null],
  ['a number', 7],
  ['another format', { ...good, format: 'other' }],
  ['a later release', { ...good, formatVersion: 2 }],
  ['another assessment', { ...good, assessment: 'you' }],
  ['no version', { ...good, assessmentVersion: undefined }],
  ['no scale', { ...good, scale: 2 }],
  ['no answers', { ...good, answers: undefined }],
  ['answers that are a list', { ...good, answers: [] }],
  ['answers that are a text', { ...good, answers: 'yes' }],
  ['an answer that is a list', { ...good, answers: { a: [1] } }],
  ['an answer that is null', { ...good, answers: { a: null } }],
  [
    'too many answers',
    { ...good, answers: Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`a${i}`, 1])) },
  ],
] as const) {
  test(`${name} is not read`, () => {
    assert.equal(readResponse(document, 'me'), undefined);
  });
}

test('nothing that is thrown at it throws back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), document => void readResponse(document, 'me')),
  );
});
