import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { mendOf, nearName, unknownName } from '../../src/domain/near-name.ts';

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
  ['VIEW', 'view'],
  ['Slides Per-Page', 'slides-per-page'],
  ['pagiantino', 'pagination'],
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

test('of several near names the nearest is meant, wherever it stands', () => {
  const names = ['sections', 'selection', 'section'];

  assert.equal(nearName('sectoin', names), 'section');
  assert.equal(nearName('sectoin', names.toReversed()), 'section');
  assert.equal(nearName('ed', ['fr', 'de']), 'de', 'of two letters one may be wrong');
  assert.equal(nearName('heading-level-2', ['heading-level-1', 'heading-level-2']), 'heading-level-2');
});

const SLIPS: readonly (readonly [slip: string, three: readonly string[], four: readonly string[]])[] = [
  ['a letter too many', ['xyzabcdefghi', 'abcdefghixyz', 'axbcydefgzhi'], ['axbcydefgzhiw']],
  ['a letter that is missing', ['defghi', 'abcdef', 'acdfgi'], ['efghi', 'abcde']],
  ['another letter', ['xyzdefghi', 'abcdefxyz', 'xbcdyfghz'], ['wxyzefghi', 'abcdewxyz', 'xbydzfghw']],
  ['two letters changed about', ['badcfeghi', 'abcedgfih', 'bacdefgih'], ['badcfehgi', 'acbedgfih', 'xycwdfghi']],
  ['one of each', ['bacdefghxiz', 'acbdefgxi', 'xacdefghiz'], ['bacdefgxiyz', 'bcxdegfhiz']],
];
for (const [slip, three, four] of SLIPS) {
  test(`of nine letters three may be wrong, and no fourth: ${slip}`, () => {
    for (const written of three) assert.equal(nearName(written, ['abcdefghi']), 'abcdefghi', written);
    for (const written of four) assert.equal(nearName(written, ['abcdefghi']), undefined, written);
  });
}

test('what to do about an unknown name is to write the near one as it is written, or one of them all', () => {
  assert.equal(mendOf('veiw', NAMES), 'Write view.');
  assert.equal(
    mendOf('veiw', NAMES, near => `"${near}"`),
    'Write "view".',
  );
  assert.equal(mendOf('colour', ['view', 'loop']), 'One of: view, loop.');
});

test('a name that is none is told with those that there are, and the one that was meant', () => {
  const all = ['tips', 'guide', 'care'];

  assert.equal(unknownName('element', 'tpis', all), 'no element tpis: one of tips, guide, care. Write tips');
  assert.equal(
    unknownName('element', 'rekindle-guide', all),
    'no element rekindle-guide: one of tips, guide, care. Write guide',
  );
  assert.equal(unknownName('element', 'childcare', all), 'no element childcare: one of tips, guide, care');
  assert.equal(unknownName('element', 'carousel', all), 'no element carousel: one of tips, guide, care');
});

test('no name is near where there are none', () => {
  assert.equal(nearName('view', []), undefined);
});

test('a name stands for itself', () => {
  fc.assert(fc.property(fc.constantFrom(...NAMES), name => nearName(name, NAMES) === name));
});
