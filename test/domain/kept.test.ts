import assert from 'node:assert/strict';
import test from 'node:test';
import type { Assessment } from '../../src/content/model.ts';
import { keptAdvice, keptNext } from '../../src/domain/kept.ts';

const NONE: ReadonlySet<string> = new Set();
const theme = (id: string, target?: string): Assessment['themes'][number] => ({
  id,
  section: id,
  title: id,
  minAnswered: 1,
  statements: [{ id: `${id}-1`, text: id }],
  bands: [
    { id: 'low', min: 0, title: 'Low', text: '', next: [{ text: `${id} low`, ...(target && { target }) }] },
    { id: 'high', min: 0.5, title: 'High', text: '', next: [{ text: `${id} high` }] },
  ],
});
const assessment = {
  themes: [theme('a', 'tips/one'), theme('b')],
  scale: { id: 's', options: [{ value: 0 }, { value: 1 }], optOut: { code: 'skip' } },
} as unknown as Assessment;
const next = (values: Record<string, number | string>, withdrawn = NONE): [string[], boolean] => {
  const { all, isCut } = keptNext(new Map(Object.entries(values)), assessment, withdrawn);
  return [all.map(({ text }) => text as string), isCut];
};

test('advice is kept in the order of keeping; other marks and unknown ids are none', () => {
  const values = new Map(
    ['read/a', 'keep/b', 'done/a', 'favourite/a', 'keep/gone', 'keep/b/a'].map(key => [key, true]),
  );
  const { all, isCut } = keptAdvice(values, [{ id: 'a' }, { id: 'b' }], false);

  assert.deepEqual([all.map(({ id }) => id), isCut], [['b', 'a'], false]);
  assert.equal(keptAdvice(values, [{ id: 'a' }, { id: 'b' }], true).isCut, true);
  for (const key of ['keep/a', 'read/gone', 'steps/keep/gone'])
    assert.equal(keptAdvice(new Map([[key, true]]), [{ id: 'a' }], true).isCut, false, key);
});

test('next steps fit the answers; to rather not say, and what is not of the scale, is no answer', () => {
  assert.deepEqual(next({ 'a-1': 0, 'b-1': 1 }), [['a low', 'b high'], false]);
  assert.deepEqual(next({ 'a-1': 'skip', 'b-1': 7 }), [[], false]);
  assert.deepEqual(next({}), [[], false]);
});

test('a withdrawn theme, and a withdrawn target, take their steps with them, and that is told', () => {
  const all = { 'a-1': 0, 'b-1': 0 };

  assert.deepEqual(next(all, new Set(['themes/b'])), [['a low'], true]);
  assert.deepEqual(next(all, new Set(['tips/one'])), [['b low'], true]);
  assert.deepEqual(next(all, new Set(['tips/two'])), [['a low', 'b low'], false]);
});
