import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { nearName } from '../../src/domain/near-name.ts';

const NAMES = ['view', 'loop', 'pagination', 'heading-level', 'slides-per-page', 'src', 'start'];

const TABLE: readonly (readonly [written: string, meant: string | undefined])[] = [
  ['veiw', 'view'],
  ['views', 'view'],
  ['lop', 'loop'],
  ['pagnation', 'pagination'],
  ['headingLevel', 'heading-level'],
  ['heading_level', 'heading-level'],
  ['slidesperpage', 'slides-per-page'],
  ['scr', 'src'],
  ['lops', undefined],
  ['colour', undefined],
  ['', undefined],
  ['x', undefined],
];

for (const [written, meant] of TABLE) {
  test(`${written || 'nothing'} stands for ${meant ?? 'nothing that there is'}`, () => {
    assert.equal(nearName(written, NAMES), meant);
  });
}

test('no name is near where there are none', () => {
  assert.equal(nearName('view', []), undefined);
});

test('a name stands for itself', () => {
  fc.assert(fc.property(fc.constantFrom(...NAMES), name => nearName(name, NAMES) === name));
});
