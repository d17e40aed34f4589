import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { countPress, exitUrl, NO_PRESS, type Press } from '../../src/domain/exit.ts';

const press = (key: string, isDown: boolean, time: number, isOther = false): Press => ({ key, isDown, time, isOther });
const shift = (time: number): Press[] => [press('Shift', true, time), press('Shift', false, time + 50)];
const count = (presses: readonly Press[]): number => presses.reduce(countPress, NO_PRESS)[0];

test('three presses of Shift alone count as three', () => {
  assert.equal(count([...shift(1000), ...shift(1300), ...shift(1600)]), 3);
});

for (const [name, presses] of [
  ['a capital letter', [press('Shift', true, 1), press('A', true, 2), press('A', false, 3), press('Shift', false, 4)]],
  [
    'both Shift keys at once',
    [press('Shift', true, 1), press('Shift', true, 2), press('Shift', false, 3), press('Shift', false, 4)],
  ],
  ['a key that was held before', [press('Shift', false, 1)]],
  ['a key held down', [press('Shift', true, 1), press('Shift', true, 500, true), press('Shift', false, 900)]],
  ['a press into a text field', [press('Shift', true, 1, true), press('Shift', false, 2, true)]],
  ['Escape', [press('Escape', true, 1), press('Escape', false, 2)]],
] as const) {
  test(`${name} does not count, and what came before is forgotten`, () => {
    assert.equal(count([...shift(-300), ...presses]), 0);
  });
}

for (const [pause, expected] of [
  [1500, 2],
  [1501, 1],
] as const) {
  test(`a pause of ${pause} ms counts ${expected}`, () => {
    assert.equal(count([...shift(1000), ...shift(1050 + pause)]), expected);
  });
}

test('a press that is held long counts', () => {
  assert.equal(count([press('Shift', true, 1000), press('Shift', false, 3000)]), 1);
});

test('a pause starts anew', () => {
  assert.equal(count([...shift(0), ...shift(300), ...shift(5000)]), 1);
});

test('nothing but Shift ever leaves', () => {
  const key = fc.string().filter(one => one !== 'Shift');
  fc.assert(
    fc.property(fc.array(fc.record({ key, isDown: fc.boolean(), isOther: fc.boolean(), time: fc.nat() })), presses => {
      assert.equal(count(presses), 0);
    }),
  );
});

for (const [given, expected] of [
  ['https://example.org/', 'https://example.org/'],
  ['HTTPS://example.org/', 'HTTPS://example.org/'],
  ['', 'https://www.bbc.com/weather'],
  ['https://example.org/a b', 'https://www.bbc.com/weather'],
  ['mailto:a@http.example', 'https://www.bbc.com/weather'],
  ['javascript:alert(1)', 'https://www.bbc.com/weather'],
  ['mailto:a@example.org', 'https://www.bbc.com/weather'],
  ['tel:111', 'https://www.bbc.com/weather'],
  ['/home', 'https://www.bbc.com/weather'],
] as const) {
  test(`"${given}" leads to ${expected}`, () => {
    assert.equal(exitUrl(given), expected);
  });
}
