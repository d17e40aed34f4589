import assert from 'node:assert/strict';
import test from 'node:test';
import { countWords, readingTime } from '../../src/domain/reading-time.ts';

test('words count in scripts with and without spaces, and take their time', () => {
  assert.equal(countWords('It’s a well-kept garden.'), 4);
  assert.equal(countWords('毎日少しずつ'), 3);
  assert.equal(countWords('毎日少し飲'), 3);
  assert.equal(countWords('สวัสดี'), 3);
  assert.equal(countWords('Green茶and cake'), 4);
  assert.equal(countWords(''), 0);
  assert.equal(countWords([null, true, 3, { a: 'word' }]), 1);
  assert.equal(readingTime('word '.repeat(200)), 62_000);
  assert.equal(readingTime(''), 2000);
});
