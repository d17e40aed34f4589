import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import type { Activity } from '../../src/content/model.ts';
import { activityRules } from '../../src/domain/activity-rules.ts';
import {
  FAVOURITES,
  fold,
  indexActivities,
  markKey,
  marksAny,
  NOT_DONE,
  searchActivities,
  TEXT,
  type ActivityIndex,
  type View,
} from '../../src/domain/activity-search.ts';
import { idea } from '../support/idea.ts';

const ORDER = 'contact stage place time cost energy tags daypart weather season kids access';
const view = (change: Partial<View> = {}): View => ({ chosen: new Set(), search: '', sort: 'suggested', ...change });
const indexOf = (items: readonly Activity[]): ActivityIndex =>
  indexActivities(items, ORDER, 'en', one => one.summary as string);
const find = (items: readonly Activity[], change: Partial<View>): readonly string[] =>
  searchActivities(indexOf(items), view(change), new Set()).results.map(one => one.id);

const subset = <Value>(...values: readonly Value[]): fc.Arbitrary<Value[] | undefined> =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const activity: fc.Arbitrary<Activity> = fc
  .record({
    title: fc.constantFrom('Tea', 'Café', 'A long walk', 'Yoga'),
    for: fc.constantFrom<Activity['for'][]>(['two'], ['self'], ['two', 'self']),
    duration: fc.constantFrom('PT15M', 'PT90M', 'P2D'),
    cost: fc.constantFrom<Activity['cost'][]>(0, 1, 2, 3),
    place: fc.constantFrom<Activity['place'][]>('home', 'away', 'online'),
    energy: fc.constantFrom<Activity['energy'][]>(1, 2, 3),
    stage: subset<'apart' | 'talking' | 'together'>('apart', 'talking', 'together'),
    weather: subset<'dry' | 'rain'>('dry', 'rain'),
    kids: fc.constantFrom<('with' | 'without' | undefined)[]>(undefined, 'with', 'without'),
    access: subset<'seated' | 'quiet'>('seated', 'quiet'),
    tags: subset('x', 'y'),
  })
  .map(one => JSON.parse(JSON.stringify({ ...idea(), ...one })) as Activity);
const OPTIONS = activityRules([idea({ tags: ['x', 'y'] })]).flatMap(rule => rule.options);

test('results, counts and ways out equal those of the slow, obvious way, for whatever data and choices', () => {
  fc.assert(
    fc.property(
      fc.array(activity, { minLength: 1, maxLength: 60 }).map(all => all.map((one, i) => ({ ...one, id: `i${i}` }))),
      fc.subarray([...OPTIONS, FAVOURITES, NOT_DONE, 'unknown']),
      fc.constantFrom('', 'cafe', 'WALK long', 'zzz'),
      fc.array(fc.nat(59)),
      (items, chosen, text, marked) => {
        const marks = new Set(marked.map(i => `i${i}`));
        const index = indexOf(items);

        const keys = new Set([...marks].flatMap(id => [`favourite/${id}`, `done/${id}`]));
        const found = searchActivities(index, view({ chosen: new Set(chosen), search: text }), keys);

        const known = new Set(index.facets().flatMap(facet => facet.options.map(({ id }) => id)));
        const rules = activityRules(items).filter(rule => index.facets().some(({ id }) => id === rule.id));
        const groups: Record<string, (one: Activity) => boolean> = {};
        for (const rule of rules) {
          const own = rule.options.filter(option => known.has(option) && chosen.includes(option));
          if (own.length) groups[rule.id] = one => own.some(option => rule.matches(one, option, 0));
        }
        if (chosen.includes(FAVOURITES)) groups[FAVOURITES] = one => marks.has(one.id);
        if (chosen.includes(NOT_DONE)) groups[NOT_DONE] = one => !marks.has(one.id);
        const words = fold(text).split(' ').filter(Boolean);
        if (text)
          groups[TEXT] = one => words.every(word => fold(`${one.title} ${one.summary as string}`).includes(word));
        const left = (without?: string): Activity[] =>
          items.filter(one => Object.entries(groups).every(([id, fits]) => id === without || fits(one)));

        assert.deepEqual(new Set(found.results), new Set(left()));
        for (const rule of rules) {
          for (const option of rule.options.filter(one => known.has(one))) {
            const expected = left(rule.id).filter(one => rule.matches(one, option, 0)).length;
            assert.equal(found.counts.get(option), expected, option);
          }
        }
        const ways = Object.keys(groups).map(id => [id, left(id).length] as const);
        const expected = found.results.length ? [] : ways.filter(([, count]) => count > 0);
        assert.deepEqual(new Map(found.waysOut), new Map(expected));
        const counts = found.waysOut.map(([, count]) => count);
        assert.deepEqual(
          counts,
          [...counts].sort((a, b) => b - a),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test('what says nothing of season, weather or children suits any of them; of access it promises nothing', () => {
  const all = [idea({ id: 'a' }), idea({ id: 'b', weather: ['dry'], kids: 'with', access: ['quiet'] })];

  assert.deepEqual(find(all, { chosen: new Set(['rain']) }), ['a']);
  assert.deepEqual(find(all, { chosen: new Set(['without']) }), ['a']);
  assert.deepEqual(find(all, { chosen: new Set(['quiet']) }), ['b']);
});

test('sorts by time, cost and title; what is found in a title comes first', () => {
  const all = [
    idea({ id: 'a', title: 'C', duration: 'P1D', cost: 1, summary: 'tea' }),
    idea({ id: 'b', title: 'Tea', duration: 'PT2H', cost: 2 }),
    idea({ id: 'c', title: 'A', duration: 'PT90M', cost: 0 }),
  ];

  assert.deepEqual(find(all, { sort: 'shortest' }), ['c', 'b', 'a']);
  assert.deepEqual(find(all, { sort: 'cheapest' }), ['c', 'a', 'b']);
  assert.deepEqual(find(all, { sort: 'title' }), ['c', 'a', 'b']);
  assert.deepEqual(find(all, { search: 'TEA' }), ['b', 'a']);
});

test('folds case, accents and forms of letters', () => {
  assert.equal(fold('Ｃafé ÅNGSTRÖM ﬁn'), 'cafe angstrom fin');
});

test('finds words whatever their apostrophe, or without: phones and writers put another one than keyboards', () => {
  const typed = ["don't", 'don’t', 'don‘t', 'dont'];
  for (const title of typed)
    for (const search of typed) assert.deepEqual(find([idea({ id: 'a', title })], { search }), ['a'], title + search);
  assert.deepEqual(find([idea({ id: 'a', title: 'L’été' })], { search: 'ete' }), ['a']);
});

test('a list is looked through once, however often she filters', () => {
  let reads = 0;
  const items = Array.from({ length: 10_000 }, (_, i): Activity => ({
    ...idea({ id: `i-${i}`, for: i % 2 ? ['self'] : ['two'], energy: (1 + (i % 3)) as Activity['energy'] }),
    get place() {
      reads += 1;
      return i % 5 ? ('home' as const) : ('away' as const);
    },
  }));
  const index = indexOf(items);
  const look = (...chosen: string[]): number => {
    const { results, counts } = searchActivities(index, view({ chosen: new Set(chosen) }), new Set());
    assert.ok(counts.size > 0);
    return results.length;
  };

  assert.equal(look('home'), 8000);
  const atFirst = reads;
  assert.ok(atFirst > 0);
  assert.equal(look('away'), 2000);
  assert.equal(look('home', 'none'), 4000);
  assert.equal(reads, atFirst);
});

test('a mark is of an activity that is there, whatever its key looks like', () => {
  const items = [idea({ id: 'journal' })];
  assert.ok(marksAny(markKey('favourite', 'journal'), items));
  assert.ok(marksAny(markKey('done', 'journal'), items));
  for (const key of ['favourite/x/journal', 'read/journal', 'journal', '/journal', 'favourite/', 'favourite/journals'])
    assert.equal(marksAny(key, items), false, key);
});

test('all words count, wherever they stand, and blanks around them do not', () => {
  const items = [
    idea({ id: 'both', title: 'Tea', summary: 'In the garden.' }),
    idea({ id: 'one', title: 'Tea', summary: 'At home.' }),
  ];

  assert.deepEqual(find(items, { search: '  garden   tea ' }), ['both']);
  assert.deepEqual(find(items, { search: '  ' }), ['both', 'one']);
});
