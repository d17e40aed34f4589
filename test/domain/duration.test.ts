import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { durationMinutes, durationWords, isDuration, parseDuration } from '../../src/domain/duration.ts';

const DURATIONS: readonly (readonly [iso: string, minutes: number, words: string])[] = [
  ['PT15M', 15, '15 minutes'],
  ['PT90M', 90, '1 hours 30 minutes'],
  ['PT2H', 120, '2 hours'],
  ['P1D', 1440, '1 days'],
  ['P2D', 2880, '2 days'],
];

for (const [iso, minutes, words] of DURATIONS) {
  test(`reads ${iso} as ${words}`, () => {
    assert.equal(durationMinutes(iso), minutes);
    assert.equal(
      durationWords(iso, (unit, count) => `${count} ${unit}`),
      words,
    );
  });
}

for (const iso of ['', 'P', 'PT', 'P0D', 'PT0M', 'P1M', 'P1Y', 'PT-5M', '90', 'P1DT', 'pt5m', '-P1D', 'P1D ']) {
  test(`does not read ${JSON.stringify(iso)} as a duration`, () => {
    assert.equal(isDuration(iso), false);
    assert.equal(durationMinutes(iso), 0);
    assert.equal(parseDuration(iso), undefined);
    assert.equal(
      durationWords(iso, (unit, count) => `${count} ${unit}`),
      '',
    );
  });
}

test('hours and minutes, and days, last as long as they say', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(9999), fc.nat(999), (hours, minutes, days) => {
      assert.equal(durationMinutes(`PT${hours}H${minutes}M`), hours * 60 + minutes);
      assert.equal(durationMinutes(`P${days}D`), days * 24 * 60);
      assert.equal(isDuration(`P${days}D`), days > 0);
    }),
  );
});
