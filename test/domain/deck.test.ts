import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/properties.ts';
import { Deck } from '../../src/domain/deck.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 40 });

const picks = (deck: Deck, offers: readonly (readonly string[])[]): (string | undefined)[] =>
  offers.map(offer => deck.draw(offer));

test('n picks of n ids are all different, in the first round and in the next', () => {
  fc.assert(
    fc.property(fc.string(), ids, (seed, cards) => {
      const all = picks(
        new Deck(seed),
        Array.from({ length: cards.length * 2 }, () => cards),
      );

      assert.equal(new Set(all.slice(0, cards.length)).size, cards.length);
      assert.equal(new Set(all.slice(cards.length)).size, cards.length);
      if (cards.length > 1) assert.notEqual(all[cards.length - 1], all[cards.length]);
    }),
  );
});

test('whatever the changes of the ids, a pick is among them and repeats only when all were drawn', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(ids, { maxLength: 20 }), (seed, offers) => {
      const deck = new Deck(seed);
      const drawn = new Set<string>();

      for (const offer of offers) {
        const pick = deck.draw(offer);
        assert.ok(pick !== undefined && offer.includes(pick));
        if (drawn.has(pick)) {
          assert.ok(offer.every(id => drawn.has(id)));
          for (const id of offer) drawn.delete(id);
        }
        drawn.add(pick);
        assert.equal(deck.remaining, offer.filter(id => !drawn.has(id)).length);
      }
    }),
  );
});

test('counts down to the end of a round', () => {
  const deck = new Deck('s');

  const left = [1, 2, 3, 4].map(() => {
    deck.draw(['a', 'b', 'c']);
    return deck.remaining;
  });

  assert.deepEqual(left, [2, 1, 0, 2]);
});

test('nothing remains before a draw, and where nothing is on offer', () => {
  const deck = new Deck('s');
  assert.equal(deck.remaining, 0);
  deck.draw(['a', 'b']);
  deck.draw([]);

  assert.equal(deck.remaining, 0);
});

test('a seed draws the same from version to version, or the idea of the week would change within it', () => {
  const cards = [...'abcdefgh'];
  const rounds = (seed: string): string => picks(new Deck(seed), Array<string[]>(24).fill(cards)).join('');

  assert.equal(rounds('s'), 'acgdbehf hfegbdca ebafdhgc'.replaceAll(' ', ''));
  assert.equal(rounds('2026-W48'), 'dfgbaceh cedfghba cgahdbfe'.replaceAll(' ', ''));
});

test('a single id comes every time, and none gives none', () => {
  assert.deepEqual(picks(new Deck('s'), [['a'], ['a'], [], ['a']]), ['a', 'a', undefined, 'a']);
});

test('a draw of nothing changes no later draw', () => {
  const cards = ['a', 'b', 'c', 'd'];
  const offers = [cards, cards, cards, cards, cards];

  assert.deepEqual(
    picks(
      new Deck('s'),
      offers.flatMap(offer => [[], offer]),
    ).filter(Boolean),
    picks(new Deck('s'), offers),
  );
});

test('a new round of some ids forgets only those', () => {
  const all = picks(new Deck('s'), [
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);

  assert.equal(all[2], 'c');
});

test('the same seed gives the same picks, in whatever order the ids come', () => {
  fc.assert(
    fc.property(fc.string(), ids, (seed, cards) => {
      const forward = cards.map(() => cards);
      const backward = cards.map(() => cards.toReversed());

      assert.deepEqual(picks(new Deck(seed), forward), picks(new Deck(seed), backward));
    }),
  );
});

for (const size of [2, 5, 37]) {
  test(`each of ${size} ids comes first equally often over 20,000 seeds`, () => {
    const cards = Array.from({ length: size }, (_, i) => `idea-${i}`);
    const first = new Map<string, number>();

    for (let seed = 0; seed < 20_000; seed += 1) {
      const pick = new Deck(String(seed)).draw(cards) ?? '';
      first.set(pick, (first.get(pick) ?? 0) + 1);
    }

    const expected = 20_000 / size;
    const chi = cards.reduce((sum, id) => sum + ((first.get(id) ?? 0) - expected) ** 2 / expected, 0);
    // Three standard deviations above the mean of the distribution.
    assert.ok(chi < size - 1 + 3 * Math.sqrt(2 * (size - 1)), `χ² ${chi}`);
  });
}

test('each of 8 ideas comes equally often in each place of a round', () => {
  const cards = Array.from({ length: 8 }, (_, i) => `idea-${i}`);
  const times = new Map<string, number>();
  for (let i = 0; i < 2500; i += 1) {
    picks(
      new Deck(`seed ${i}`),
      cards.map(() => cards),
    ).forEach((pick, place) => times.set(`${pick}/${place}`, (times.get(`${pick}/${place}`) ?? 0) + 1));
  }

  const expected = 2500 / 8;
  const square = [...times.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
  assert.equal(times.size, 64);
  assert.ok(square < 49 + 3 * Math.sqrt(98), `chi square ${square.toFixed(1)} of 49`);
});
