import assert from 'node:assert/strict';
import test from 'node:test';
import { activityRules, contactsOf, spaceKey, tagOf, wordsKey } from '../../src/domain/activity-rules.ts';
import { idea } from '../support/idea.ts';

test('an idea for two never counts as one without contact, whatever it leaves out', () => {
  assert.deepEqual(contactsOf(idea()), ['in-person']);
  assert.deepEqual(contactsOf(idea({ place: 'online' })), ['remote']);
  assert.deepEqual(contactsOf(idea({ for: ['self'] })), ['none']);
  assert.deepEqual(contactsOf(idea({ for: ['two', 'self'] })), ['in-person', 'none']);
});

test('what an owner says of contact counts, and nothing else', () =>
  assert.deepEqual(contactsOf(idea({ contact: ['remote'] })), ['remote']));

test('a wish for space is honoured in an idea for two, and otherwise where it is hers alone too', () => {
  assert.equal(spaceKey(idea()), 'space');
  assert.equal(spaceKey(idea({ for: ['two', 'self'] })), 'spaceAlone');
  assert.equal(spaceKey(idea({ for: ['self'] })), undefined);
});

test('an option is a word of the owner’s own, or has words of ours', () => {
  assert.deepEqual(['#tea', 'home', 'tea#'].map(tagOf), ['tea', undefined, undefined]);
  assert.deepEqual(['local', 'home'].map(wordsKey), ['nearby', 'home']);
});

const one = idea({
  tags: ['tea'],
  duration: 'PT2H',
  cost: 1,
  energy: 2,
  daypart: ['evening'],
  season: ['winter'],
  access: ['quiet'],
});
for (const [id, expected, isSingle] of [
  ['contact', ['in-person']],
  ['stage', ['apart', 'talking', 'together']],
  ['place', ['outdoors']],
  ['time', ['PT2H', 'PT4H', 'P1D'], true],
  ['cost', ['cost1', 'cost2'], true],
  ['energy', ['energy2'], true],
  ['tags', ['#tea']],
  ['daypart', ['evening']],
  ['weather', ['dry', 'rain', 'snow']],
  ['season', ['winter']],
  ['kids', ['with', 'without']],
  ['access', ['quiet']],
  ['who', ['two']],
] as const) {
  test(`${id} takes an idea that says so, or that says nothing of it`, () => {
    const rule = activityRules([one, idea({ tags: ['cake'] })]).find(rule => rule.id === id);

    assert.deepEqual(
      rule?.options.filter(option => rule.matches(one, option, 0)),
      expected,
    );
    assert.equal(rule?.single, isSingle ?? false);
  });
}

test('of what makes it easy, and of words of the owner’s own, silence promises nothing', () => {
  for (const id of ['tags', 'access']) {
    const rule = activityRules([one]).find(rule => rule.id === id);

    assert.deepEqual(
      rule?.options.filter(option => rule.matches(idea(), option, 0)),
      [],
      id,
    );
  }
});
