import assert from 'node:assert/strict';
import test from 'node:test';
import { countWords, readingTime } from '../../src/domain/reading-time.ts';

test('words count in scripts with and without spaces, and take their time', () => {
  assert.equal(countWords('It’s a well-kept garden.'), 4);
  assert.equal(countWords('毎日少しずつ'), 3);
  assert.equal(countWords(''), 0);
  assert.ok(readingTime('word '.repeat(200)) > 60_000);
  assert.ok(readingTime('') >= 2000);
});
