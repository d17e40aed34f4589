import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../support/properties.ts';
import type { Stop } from '../../src/content/model.ts';
import { activitiesLeft, stepsLeft, themesLeft, tipsLeft, withdrawnTargets } from '../../src/domain/stops.ts';

const stop = (id: string, ...suppress: string[]): Stop => ({ id, text: id, help: ['abuse'], suppress, message: id });
const stops = [stop('a', 'themes/talk', 'activities/two'), stop('b', 'themes/talk', 'sections/talk'), stop('c')];
const withdrawn = (raised: readonly string[]): Set<string> =>
  withdrawnTargets(stops.filter(({ id }) => raised.includes(id)));

describe('withdrawnTargets', () => {
  const rows: [string, string[], string[]][] = [
    ['nothing raised', [], []],
    ['one', ['a'], ['themes/talk', 'activities/two']],
    ['two that share a target', ['a', 'b'], ['themes/talk', 'activities/two', 'sections/talk']],
    ['one that withdraws nothing', ['c'], []],
    ['one that is no stop', ['d'], []],
  ];
  for (const [name, raised, expected] of rows) {
    it(`holds ${expected.length} for ${name}`, () => assert.deepEqual([...withdrawn(raised)], expected));
  }

  it('never gives advice back when another stop is raised', () => {
    const some = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(some, some, (first, second) => {
        const fewer = withdrawn(first);
        const more = withdrawn([...first, ...second]);

        assert.ok([...fewer].every(target => more.has(target)));
      }),
    );
  });
});

describe('themesLeft', () => {
  const themes = [{ id: 'talk' }, { id: 'life' }];

  it('leaves out a theme by its own name', () =>
    assert.deepEqual(themesLeft(themes, new Set(['themes/talk'])), [{ id: 'life' }]));

  for (const target of ['sections/talk', 'talk', 'themes/tal', 'themes/talking']) {
    it(`keeps all for ${target}`, () => assert.deepEqual(themesLeft(themes, new Set([target])), themes));
  }
});

describe('stepsLeft', () => {
  it('leaves out a step by its target, and keeps one without', () => {
    const steps = [{ text: 'one', target: 'tips/one' }, { text: 'two', target: 'tips/two' }, { text: 'three' }];

    assert.deepEqual(stepsLeft(steps, new Set(['tips/two'])), [steps[0], steps[2]]);
  });

  it('does not take activities/two for any other activity', () => {
    const steps = [{ text: 'walk', target: 'activities/two-hour-walk' }];

    assert.deepEqual(stepsLeft(steps, new Set(['activities/two'])), steps);
  });
});

describe('activitiesLeft', () => {
  it('is the list itself where all stay: what was made of it is found again', () => {
    const all = [{ id: 'a', for: ['two'] }];

    assert.equal(activitiesLeft(all, new Set()), all);
    assert.deepEqual(activitiesLeft(all, new Set(['activities/two'])), []);
    assert.deepEqual(activitiesLeft(all, new Set(['activities/a'])), []);
  });

  it('leaves out with activities/two what is for one alone too, and keeps what never is for two', () => {
    const all = [
      { id: 'a', for: ['self'] },
      { id: 'b', for: ['two', 'self'] },
      { id: 'c', for: ['self', 'two'] },
    ];

    assert.deepEqual(activitiesLeft(all, new Set(['activities/two'])), [all[0]]);
  });

  it('keeps what is for two when another activity alone goes', () => {
    const all = [
      { id: 'a', for: ['two'] },
      { id: 'b', for: ['two'] },
    ];

    assert.deepEqual(activitiesLeft(all, new Set(['activities/a'])), [all[1]]);
  });
});

describe('tipsLeft', () => {
  const tips = [{ id: 'one' }, { id: 'two' }];

  it('leaves out a tip by its own name', () =>
    assert.deepEqual(tipsLeft(tips, new Set(['tips/two'])), [{ id: 'one' }]));

  for (const target of ['activities/two', 'two', 'tips/tw']) {
    it(`keeps all for ${target}`, () => assert.deepEqual(tipsLeft(tips, new Set([target])), tips));
  }
});
