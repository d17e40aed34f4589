import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';

test('all properties start from the one seed of test/support/properties.ts', () => {
  const texts = globSync('test/**/*.test.ts').map(file => [file, readFileSync(file, 'utf8')] as const);
  const files = texts.filter(([, text]) => /fc\.assert\(/.test(text));

  assert.ok(files.length > 10);
  for (const [file, text] of files) {
    assert.match(text, /^import fc from '\.\.\/support\/properties\.ts';$/m, file);
    assert.doesNotMatch(text, /\bseed: \d/, file);
  }
});
