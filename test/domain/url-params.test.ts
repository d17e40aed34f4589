import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { readParams, writeParams } from '../../src/domain/url-params.ts';

/** The query as a router or a tag manager leaves it that changed something else in it. */
const writtenAnew = (query: string): string => {
  const params = new URLSearchParams(query);
  params.set('utm', 'gone');
  params.delete('utm');
  return String(params);
};

test('parameters come back, and what is not ours stays to the letter', () => {
  const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(value, { maxLength: 4 })), { maxLength: 5 }),
      fc.array(fc.stringMatching(/^[A-Z0-9%=;:+]{1,12}$/), { maxLength: 4 }),
      (params, hosts) => {
        const own = new Map(params);
        const host = hosts.join('&');

        const text = writeParams(writeParams(`?${host}`, 'x-', [['old', ['gone']]]), 'x-', own);

        assert.deepEqual(
          [...readParams(text, 'x-')],
          [...own].filter(([, values]) => values.length),
        );
        assert.deepEqual([...readParams(writtenAnew(text), 'x-')], [...readParams(text, 'x-')]);
        assert.equal(writeParams(text, 'x-', []), host);
        assert.doesNotMatch(text, /x-\w+=(&|$)/);
      },
    ),
  );
});

test('parameters that cannot be read are left out', () => {
  assert.deepEqual([...readParams('#x-a=%F0&x-b=%&x-c&x-d=&y-e=1&x-f=1,%20', 'x-')], [['f', ['1', ' ']]]);
});

test('a choice and a search come back from an address that something else wrote anew', () => {
  const params = [
    ['place', ['home', 'local']],
    ['tags', ['#tea, cake', '#100%', '#%2C', '#date-night']],
    ['search', ['a long slow walk', 'a+b']],
  ] as const;

  const query = writtenAnew(writeParams('?utm=1', '', params));

  assert.match(query, /place=home%2Clocal/);
  assert.deepEqual([...readParams(query, '')], params);
});

test('a longer prefix is not ours, whose names have no hyphen', () => {
  for (const other of ['x-2-', 'x-second-', 'x--']) {
    const text = `x-place=home&${other}place=away`;

    assert.deepEqual([...readParams(text, 'x-')], [['place', ['home']]]);
    assert.equal(writeParams(text, 'x-', [['cost', ['cost0']]]), `${other}place=away&x-cost=cost0`);
    assert.equal(writeParams(text, other, []), 'x-place=home');
  }
});

test('only the mark in front of a query or a fragment is none of it, and nothing stands before the first parameter', () => {
  for (const mark of ['', '?', '#']) {
    assert.equal(writeParams(mark, 'x-', [['place', ['home']]]), 'x-place=home');
    assert.equal(writeParams(`${mark}a=is%20it?&b=#1`, 'x-', []), 'a=is%20it?&b=#1');
  }
});

test('commas and blanks may be written by hand as people do', () => {
  assert.deepEqual(
    [...readParams('?place=home,local&tags=a%2Cb&search=long+walk', '')],
    [
      ['place', ['home', 'local']],
      ['tags', ['a', 'b']],
      ['search', ['long walk']],
    ],
  );
});
