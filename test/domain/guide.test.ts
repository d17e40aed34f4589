import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { head, sections } from '../../src/content/packs/en.ts';
import { articleData } from '../../src/domain/article-data.ts';
import { chosenSections, namesIn } from '../../src/domain/chapters.ts';
import { readingMinutes } from '../../src/domain/reading-time.ts';

const ids = sections.map(({ id }) => id);

test('a list of names is read through any spaces', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids)), fc.constantFrom(' ', '\n\t ', '  '), (names, space) => {
      assert.deepEqual(namesIn(`${space}${names.join(space)}${space}`), names);
    }),
  );
});

test('chosen chapters keep their own order, and all stand where none is known', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids, 'unknown')), names => {
      const chosen = chosenSections<{ id: string }>(sections, names.join(' ')).map(({ id }) => id);
      const known = ids.filter(id => names.includes(id));
      assert.deepEqual(chosen, known.length ? known : ids);
    }),
  );
});

test('reading time counts every word, however deep, and is never 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), count => {
      const words = Array.from({ length: count }, () => 'word');
      const deep = [{ p: words.slice(0, 7).join(' ') }, [{ ul: [[words.slice(7).join(' \n')]] }]];
      assert.equal(readingMinutes(deep), Math.max(1, Math.round(count / 200)));
    }),
  );
  assert.equal(readingMinutes(null), 1);
});

test('structured data names the guide and each chapter at its address', () => {
  assert.deepEqual(articleData(head, sections, 'https://example.org/post'), {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: head.title,
    inLanguage: 'en',
    url: 'https://example.org/post',
    hasPart: sections.map(({ id, title }) => ({
      '@type': 'WebPageElement',
      name: title,
      url: `https://example.org/post#${id}`,
    })),
  });
});
