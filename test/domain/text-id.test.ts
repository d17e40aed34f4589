import assert from 'node:assert/strict';
import test from 'node:test';
import { textId } from '../../src/domain/text-id.ts';

test('the id of a text stays: with another one a reader would lose what she kept', () => {
  assert.equal(textId('Breathe.'), 'tip-2512349083');
  assert.equal(textId('休む'), 'tip-631695');
});

test('other words, and the same ones in another order, have another id', () => {
  const texts = ['', 'Breathe.', 'Breathe', 'Walk and rest.', 'Rest and walk.', 'Écoute.', 'Ecoute.', '休む', '歩く'];
  assert.equal(new Set(texts.map(textId)).size, texts.length);
});
