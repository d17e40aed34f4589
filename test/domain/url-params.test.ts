import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { readParams, writeParams } from '../../src/domain/url-params.ts';

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
        assert.equal(writeParams(text, 'x-', []), host);
        assert.doesNotMatch(text, /x-\w+=(&|$)/);
      },
    ),
  );
});

test('parameters that cannot be read are left out', () => {
  assert.deepEqual([...readParams('#x-a=%F0&x-b=%&x-c&x-d=&y-e=1&x-f=1,%20', 'x-')], [['f', ['1', ' ']]]);
});
