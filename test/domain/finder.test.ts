import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { FAVOURITES, NOT_DONE, SORTS, TEXT, type Marks, type View } from '../../src/domain/activity-search.ts';
import { Finder } from '../../src/domain/finder.ts';
import { readParams, writeParams } from '../../src/domain/url-params.ts';
import { idea } from '../support/idea.ts';

const ORDER = 'place cost tags';
const NONE: Marks = new Set();
const ITEMS = [
  idea({ id: 'tea', title: 'Tea', place: 'home', cost: 0, tags: ['calm'] }),
  idea({ id: 'walk', title: 'A walk', place: 'outdoors', cost: 1, tags: ['calm', 'long'] }),
  idea({ id: 'trip', title: 'A trip', place: 'away', cost: 3 }),
];

/** One that looks at three ideas, the way an element does: first the order that its page asks for, then the words. */
const finderOf = (view: Partial<View> = {}, marks = NONE, sort: View['sort'] = 'suggested'): Finder => {
  const finder = new Finder();
  finder.look({ sort }, NONE);
  finder.open(ITEMS, ORDER, 'en', one => one.summary as string);
  finder.look(view, marks);
  return finder;
};
const chosen = (...ids: readonly string[]): Pick<View, 'chosen'> => ({ chosen: new Set(ids) });
const found = (finder: Finder): readonly string[] => finder.found.results.map(({ id }) => id);
const paramsOf = (finder: Finder): object => Object.fromEntries(finder.params.filter(([, values]) => values.length));

test('before there are activities nothing is found, and a choice waits for them', () => {
  const finder = new Finder();
  finder.look({ ...chosen('home', 'no-option'), search: 'tea' }, NONE);
  assert.deepEqual(found(finder), []);
  assert.deepEqual(finder.facets, []);
  assert.deepEqual([...finder.view.chosen], ['home', 'no-option']);

  finder.open(ITEMS, ORDER, 'en', () => '');
  finder.look({}, NONE);

  assert.deepEqual(found(finder), ['tea']);
  assert.deepEqual([...finder.view.chosen], ['home']);
  assert.equal(finder.view.search, 'tea');
});

test('a choice that the activities do not have goes; her marks can always be asked for', () => {
  const finder = finderOf(chosen('home', 'online', FAVOURITES, NOT_DONE), new Set(['favourite/tea']));

  assert.deepEqual([...finder.view.chosen], ['home', FAVOURITES, NOT_DONE]);
  assert.deepEqual(found(finder), ['tea']);
});

test('an order that there is not leaves the one that is', () => {
  const finder = finderOf({ sort: 'cheapest' });
  finder.look({ sort: 'dearest' as View['sort'] }, NONE);
  assert.equal(finder.view.sort, 'cheapest');

  finder.look({ sort: 'title' }, NONE);
  assert.deepEqual(found(finder), ['trip', 'walk', 'tea']);
});

test('other facets of the same activities are worked out anew, and the same ones once', () => {
  const finder = finderOf();
  const { facets } = finder;
  assert.deepEqual(
    facets.map(({ id }) => id),
    ['place', 'cost', 'tags'],
  );
  finder.open(ITEMS, 'cost', 'en', () => '');
  assert.deepEqual(
    finder.facets.map(({ id }) => id),
    ['cost'],
  );

  const other = finderOf();
  assert.equal(other.facets, facets);
  other.open([...ITEMS], ORDER, 'en', () => '');
  assert.notEqual(other.facets, facets);
});

for (const filter of [FAVOURITES, NOT_DONE]) {
  const [before, after] =
    filter === FAVOURITES
      ? [new Set(['favourite/tea']), NONE]
      : [NONE, new Set(['done/tea', 'done/walk', 'done/trip'])];

  test(`what she unmarks stays under her hands until she looks anew: ${filter}`, () => {
    const finder = finderOf(chosen(filter), before);
    const all = found(finder);
    finder.mark(after, false);
    assert.deepEqual(found(finder), all);

    finder.look({}, after);
    assert.deepEqual(found(finder), []);
  });

  test(`marks that came from elsewhere show at once: ${filter}`, () => {
    const finder = finderOf(chosen(filter), before);
    finder.mark(after, true);

    assert.deepEqual(found(finder), []);
  });
}

test('in a view without marks a mark shows at once in what a filter of marks would give', () => {
  const finder = finderOf(chosen('home'));
  finder.mark(new Set(['favourite/tea']), false);

  assert.deepEqual(found(finder), ['tea']);
  assert.equal(finder.found.counts.get(FAVOURITES), 1);
});

test('the filters in use are the choices, and a search for more than blanks', () => {
  assert.deepEqual(finderOf({ ...chosen('home', FAVOURITES), search: 'tea' }).used, ['home', FAVOURITES, TEXT]);
  assert.deepEqual(finderOf({ ...chosen('home'), search: '  ' }).used, ['home']);
});

test('what is taken away goes, and the rest of the view stays', () => {
  const finder = finderOf({ ...chosen('home', 'outdoors'), search: 'tea', sort: 'title' });

  assert.deepEqual(finder.without(['home']), { ...chosen('outdoors'), search: 'tea', sort: 'title' });
  assert.deepEqual(finder.without([TEXT, 'outdoors']), { ...chosen('home'), search: '', sort: 'title' });
  const draft: View = { ...chosen('away'), search: 'x', sort: 'suggested' };
  assert.deepEqual(finder.without(['away'], draft), { ...draft, ...chosen() });
});

test('a facet has its options, and what is none is its own one', () => {
  assert.deepEqual(finderOf().optionsOf('place'), ['home', 'outdoors', 'away']);
  assert.deepEqual(finderOf().optionsOf(FAVOURITES), [FAVOURITES]);
});

test('an address tells the view, and neither her marks, nor blanks, nor the order of the page', () => {
  const view = { ...chosen('away', 'home', FAVOURITES), search: ' tea ' };

  assert.deepEqual(paramsOf(finderOf(view)), { place: ['home', 'away'], search: [' tea '] });
  assert.deepEqual(paramsOf(finderOf({ search: ' ' }, NONE, 'title')), {});
  assert.deepEqual(paramsOf(finderOf({ sort: 'title' })), { sort: ['title'] });
  const finder = finderOf({ sort: 'suggested' }, NONE, 'title');
  assert.deepEqual(paramsOf(finder), { sort: ['suggested'] });
  finder.open([...ITEMS], ORDER, 'en', () => '');
  assert.deepEqual(paramsOf(finder), { sort: ['suggested'] }, 'other words do not change the order of the page');
});

test('of what an address names and is not there nothing is taken, of a single choice one, and of a long search the start', () => {
  const finder = finderOf({ ...chosen('home', NOT_DONE), search: 'tea', sort: 'cheapest' }, NONE, 'title');
  const single = finder.facets.find(one => one.single);
  assert.ok(single && single.options.length > 1);
  const ids = finder.optionsOf(single.id);

  const view = finder.fromParams(
    new Map([
      ['place', ['away', 'nowhere', 'outdoors']],
      [single.id, ids],
      ['tags', ['home']],
      ['sort', ['dearest']],
      [TEXT, ['a'.repeat(150), 'b'.repeat(150)]],
      [FAVOURITES, [FAVOURITES]],
    ]),
  );

  assert.deepEqual(view, {
    chosen: new Set([NOT_DONE, 'outdoors', 'away', ids[0]]),
    search: `${'a'.repeat(150)},${'b'.repeat(49)}`,
    sort: 'title',
  });
  assert.deepEqual(finder.fromParams(new Map()), { chosen: new Set([NOT_DONE]), search: '', sort: 'title' });
});

test('a view comes back from its address, whatever it is', () => {
  const options = finderOf().facets.flatMap(({ id, single }) => (single ? [] : finderOf().optionsOf(id)));
  fc.assert(
    fc.property(
      fc.subarray(options),
      fc.constantFrom(...SORTS),
      fc.constantFrom(...SORTS),
      fc.constantFrom('', 'tea', 'a, b & c'),
      (ids, sort, first, search) => {
        const { params, view } = finderOf({ ...chosen(...ids), sort, search }, NONE, first);

        const read = finderOf({}, NONE, first).fromParams(readParams(writeParams('', 'x-', params), 'x-'));

        assert.deepEqual(read, view);
      },
    ),
  );
});
