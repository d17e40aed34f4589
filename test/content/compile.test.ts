import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test, { after } from 'node:test';
import fc from '../support/properties.ts';
import { compileHelplines, compileMessages, compilePack, unreadWords } from '../../src/build/compile.ts';
import { compileBlocks, compileLine } from '../../src/build/markdown.ts';
import type { Pack } from '../../src/content/model.ts';
import * as schema from '../../src/content/schema.ts';
import { ContentError, validate } from '../../src/content/validate.ts';

/** A copy of our words with one text replaced in one file. */
const broken = (file: string, from: string | RegExp, to: string): string => {
  const root = mkdtempSync(join(process.cwd(), 'node_modules/.content-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  cpSync('content', root, { recursive: true });
  const before = readFileSync(join(root, file), 'utf8');
  const changed = before.replace(from, to);
  assert.notEqual(changed, before, `${file} does not hold ${String(from)}`);
  writeFileSync(join(root, file), changed);
  return root;
};

const FAULTS: readonly (readonly [name: string, file: string, from: string | RegExp, to: string, message: RegExp])[] = [
  ['YAML that does not parse', 'en/tips.yaml', /^- id/, '- [id', /tips\.yaml: /],
  ['a missing key', 'en/tips.yaml', /^ {2}title: .*\n/m, '', /tips\.yaml: \[0\]\.title is missing/],
  [
    'a slip in a key that has to be there',
    'en/tips.yaml',
    'title:',
    'titel:',
    /\[0\]\.titel is not a key .*: write title$/,
  ],
  [
    'a list in the place of keys',
    'en/checklist.yaml',
    /[\s\S]*/,
    '[1]',
    /checklist\.yaml: should be an object, not a list/,
  ],
  ['a slip in a key', 'en/tips.yaml', 'points:', 'piont: 1\n  points:', /tips\.yaml: \[0\]\.piont is not a key/],
  ['an id twice', 'en/tips.yaml', 'id: show-respect', 'id: focus-on-yourself', /\[1\]\.id stands twice/],
  ['a bad id', 'en/tips.yaml', 'id: show-respect', 'id: Show Respect', /\[1\]\.id should be words of a-z/],
  [
    'a heading in a body',
    'en/sections/01-introduction/index.md',
    'When a husband',
    '# When\n\na husband',
    /index\.md: body holds heading at line/,
  ],
  [
    'HTML in a body',
    'en/sections/01-introduction/index.md',
    'When a husband',
    '<b>When</b> a husband',
    /index\.md: body holds html/,
  ],
  [
    'no front matter',
    'en/sections/01-introduction/index.md',
    /^---/,
    '',
    /index\.md: does not start with front matter/,
  ],
  [
    'a chapter without a title',
    'en/sections/01-introduction/index.md',
    /^title: .*\n/m,
    '',
    /01-introduction\/index\.md: title is missing/,
  ],
  [
    'a slip in a chapter',
    'en/sections/01-introduction/index.md',
    'title:',
    'titel: x\ntitle:',
    /index\.md: titel is not a key/,
  ],
  [
    'a chapter without text',
    'en/sections/01-introduction/index.md',
    /(---\n[\s\S]*?---\n)[\s\S]*/,
    '$1',
    /index\.md: has no text below/,
  ],
  [
    'messages in the head',
    'en/pack.yaml',
    /$/,
    'messages: { tips: { next: On } }\n',
    /pack\.yaml: messages stands in a file of its own, messages\.yaml/,
  ],
  [
    'the name of a language in place of its code',
    'en/pack.yaml',
    'lang: en',
    'lang: english',
    /pack\.yaml: lang should be the code of a language/,
  ],
  [
    'a migration, and the version is still that of the answers',
    'en/checklist.yaml',
    'themes:',
    'migrations: [{ from: <2.0.0, drop: [gone] }]\nthemes:',
    /checklist\.yaml: migrations\[0\]\.from takes in \S+, the version of these statements: give them a later one/,
  ],
  [
    'a list in the place of line text, whose entries would run into each other',
    'en/tips.yaml',
    /^ {2}step:.*\n(?: {3,}.*\n)*/m,
    '  step: [One., Two.]\n',
    /tips\.yaml: \[0\]\.step should be text, not a list/,
  ],
  ['no keys', 'en/pack.yaml', /[\s\S]+/, '', /pack\.yaml: should hold keys/],
  ['a script link', 'en/tips.yaml', 'This is where', '[This](javascript:x) is where', /points\[0\] should be text/],
  [
    'a target that is not there',
    'en/checklist.yaml',
    'tips/find-compassion',
    'tips/nowhere',
    /points to tips\/nowhere, which is not in the pack/,
  ],
  [
    'a duration with months',
    'en/activities.yaml',
    'duration: PT3H',
    'duration: P1M',
    /\[0\]\.duration should be a duration/,
  ],
  [
    'a migration from no version',
    'en/checklist.yaml',
    'themes:',
    'migrations: [{ from: soon }]\nthemes:',
    /migrations\[0\]\.from should be a version/,
  ],
  [
    'a migration to a statement that is not there',
    'en/checklist.yaml',
    'themes:',
    'migrations: [{ from: <2.0.0, rename: [{ from: a, to: nowhere }] }]\nthemes:',
    /migrations\[0\] points to nowhere, which is no statement/,
  ],
  [
    'a migration that drops what is there',
    'en/checklist.yaml',
    'themes:',
    'migrations: [{ from: <2.0.0, drop: [understanding-words] }]\nthemes:',
    /migrations\[0\] takes understanding-words away, which is a statement/,
  ],
  ['bands that do not rise', 'en/checklist.yaml', 'min: 0.4', 'min: 0', /themes\[0\]\.bands should have a min/],
  [
    'a statement id twice',
    'en/checklist.yaml',
    'id: own-life-',
    'id: understanding-words, text: x }\n      - { id: own-life-',
    /stands twice: understanding-words/,
  ],
  [
    'marks in a title',
    'en/tips.yaml',
    'title: Focus on Yourself',
    'title: Focus on **Yourself**',
    /\[0\]\.title holds \*\*Yourself\*\*: it is shown as it stands here/,
  ],
  [
    'a tag in a statement',
    'en/checklist.yaml',
    /(id: understanding-words, text: )/,
    '$1<b>Yes</b> ',
    /statements\[\d\]\.text holds <b>: it is shown as it stands/,
  ],
  [
    'a key of a point that there is not',
    'en/tips.yaml',
    'covers: [T1a]',
    'covers: [T1a]\n      stp: x',
    /\[0\]\.points\[0\]\.stp is not a key/,
  ],
  [
    'HTML in a point that is text alone',
    'en/tips.yaml',
    'points:',
    "points:\n    - '**One** <b>x</b>'",
    /\[0\]\.points\[0\] holds html/,
  ],
  [
    'a link to nowhere, with the address',
    'en/tips.yaml',
    'This is where',
    '[This](/page) is where',
    /points\[0\] should be text.*: its link leads to \/page, and has to be whole, such as https:/,
  ],
  [
    'a text that is too long, with its length',
    'en/tips.yaml',
    'This is where',
    `${'x'.repeat(4000)} This is where`,
    /points\[0\] should be text.*: it has 4\d\d\d characters/,
  ],
  [
    'a number for text, with the mend',
    'en/pack.yaml',
    /^version: .*/m,
    'version: 1.0',
    /version should be text.*: write it in quotes/,
  ],
  [
    'an alias that is none',
    'en/tips.yaml',
    /^ {2}step: .*\n( {4}.*\n)*/m,
    '  step: ***x***\n',
    /tips\.yaml: .*begins with \* or & stands in quotes/,
  ],
  [
    'text that holds a colon and a blank',
    'en/tips.yaml',
    /^ {2}title: .*/m,
    '  title: One: two',
    /tips\.yaml: .*Text that holds ": " or " #" stands in quotes/,
  ],
  [
    'text with a comma between braces',
    'en/checklist.yaml',
    /^( *- \{ id: [\w-]+, text: ).*\}$/m,
    '$1I sleep well, mostly. }',
    /checklist\.yaml: "mostly\." stands alone at line \d+: .*a comma stands in quotes/,
  ],
  [
    'a line that begins with a tab',
    'en/tips.yaml',
    /^ {2}title: /m,
    '\ttitle: ',
    /tips\.yaml: .* line 2, .*begins with a tab: write blanks/,
  ],
  [
    'text that begins with a mark',
    'en/tips.yaml',
    /^ {2}title: .*/m,
    '  title: *Be* kind',
    /tips\.yaml: .*so does text that begins with a mark/,
  ],
  [
    'a comment that swallows the end of a map',
    'en/pack.yaml',
    /^credit: .*/m,
    'credit: { a: Yes #1 }',
    /pack\.yaml: .*" #" stands in quotes/,
  ],
  [
    'a second document',
    'en/pack.yaml',
    /$/,
    '\n---\nid: more\n',
    /pack\.yaml: holds --- before a second document: a file is one/,
  ],
  [
    'an alias in what it names',
    'en/pack.yaml',
    /^credit: .*/m,
    'credit: &own { more: *own }',
    /pack\.yaml: holds \*own inside of what it names/,
  ],
  [
    'the id of a chapter that stands twice',
    'en/sections/02-six-tips/index.md',
    /^id: .*/m,
    'id: introduction',
    /02-six-tips\/index\.md: id stands twice: "introduction"/,
  ],
  [
    'a table',
    'en/sections/01-introduction/index.md',
    'When a husband',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\nWhen a husband',
    /body holds paragraph at line \d+: that is a table/,
  ],
  [
    'a mark that marks nothing',
    'en/sections/01-introduction/index.md',
    'When a husband',
    'これは**「大切」**です。 When a husband',
    /body holds text at line \d+: \*\* that marks nothing/,
  ],
  [
    'a part with the id of a chapter',
    'en/sections/01-introduction/01-start-with-one-breath.md',
    /^id: .*/m,
    'id: six-tips',
    /01-start-with-one-breath\.md: id stands twice in the guide: six-tips/,
  ],
];

for (const [name, file, from, to, message] of FAULTS) {
  test(`stops at ${name}, with file, path and reason`, () => {
    const root = broken(file, from, to);

    assert.throws(
      () => compilePack(join(root, 'en')),
      (error: unknown) => {
        assert.ok(error instanceof ContentError, String(error));
        assert.match(error.message, message);
        assert.ok(error.message.includes(file.split('/').at(-1) ?? ''), error.message);
        return true;
      },
    );
  });
}

test('reads files as editors on Windows write them', () => {
  const root = broken('en/tips.yaml', /^/, '\uFEFF');
  const file = join(root, 'en/sections/01-introduction/index.md');
  writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);

  assert.deepEqual(compilePack(join(root, 'en')), compilePack('content/en'));
});

test('chapters and parts stand in the order of their numbers', () => {
  const root = broken('en/tips.yaml', /^/, '\n');
  const sections = join(root, 'en/sections');
  renameSync(join(sections, '08-seek-help'), join(sections, '10-seek-help'));
  renameSync(join(sections, '02-six-tips'), join(sections, '2-six-tips'));
  const parts = join(sections, '04-work-on-yourself');
  renameSync(join(parts, '06-on-your-own-feet.md'), join(parts, '10-on-your-own-feet.md'));

  assert.deepEqual(compilePack(join(root, 'en')), compilePack('content/en'));
});

test('a chapter whose index.md has another name is said to lack it', () => {
  const root = broken('en/tips.yaml', /^/, '\n');
  const chapter = join(root, 'en/sections/03-assess-the-situation');
  renameSync(join(chapter, 'index.md'), join(chapter, 'home.md'));

  assert.throws(() => compilePack(join(root, 'en')), /03-assess-the-situation\/index\.md: is missing/);
});

test('names each file of a chapter that is not read, and a folder that was meant to be sections', () => {
  const root = broken('en/tips.yaml', /^/, '\n');
  const folder = join(root, 'en');
  const chapter = join(folder, 'sections/01-introduction');
  for (const name of ['02-more.MD', '03-more.markdown', '.DS_Store']) writeFileSync(join(chapter, name), 'x');
  mkdirSync(join(chapter, '04-more'));
  mkdirSync(join(folder, 'section'));
  writeFileSync(join(folder, 'tips.yml'), '');

  const at = relative(process.cwd(), folder);
  assert.deepEqual(
    unreadWords(folder).map(one => one.replace(/; .*/, '')),
    [
      `${at}/tips.yml: is not read`,
      `${at}/section: is not read`,
      ...['02-more.MD', '03-more.markdown', '04-more'].map(
        name => `${at}/sections/01-introduction/${name}: is not read`,
      ),
    ],
  );
  assert.deepEqual(unreadWords('content/en'), []);
});

test('names text that a # cuts short, and no comment of an author', () => {
  const root = broken('en/tips.yaml', /^ {2}title: .*/m, '  title: Call friend #1 today  # and mean it');
  const folder = join(root, 'en');
  const chapter = join(folder, 'sections/01-introduction/index.md');
  writeFileSync(chapter, readFileSync(chapter, 'utf8').replace(/^title: .*/m, 'title: Chapter # 2'));
  const pack = join(folder, 'pack.yaml');
  writeFileSync(pack, readFileSync(pack, 'utf8').replace(/^(id|dir): .*/gm, '$&    # a note\n# another'));
  const lines = readFileSync(join(folder, 'tips.yaml'), 'utf8').split('\n');

  const at = relative(process.cwd(), folder);
  const mend = 'text that holds # stands in quotes';
  assert.deepEqual(unreadWords(folder), [
    `${at}/tips.yaml:${lines.findIndex(line => line.includes('#1')) + 1}: #1 today  # and mean it is taken for a comment, and not read; ${mend}`,
    `${at}/sections/01-introduction/index.md:3: # 2 is taken for a comment, and not read; ${mend}`,
  ]);
});

test('addresses and the text of a message stay as they are written', () => {
  const root = broken('helplines.yaml', /body: \w+/, `body: "J'AI"`);
  const lines = JSON.stringify(compileHelplines(join(root, 'helplines.yaml')));
  const other = broken('en/activities.yaml', '  summary:', "  url: https://example.org/l'aide\n  summary:");

  assert.match(lines, /"body":"J'AI"/);
  assert.equal(compilePack(join(other, 'en')).activities?.[0]?.url, "https://example.org/l'aide");
});

test('an address in angle brackets is no tag', () => {
  const root = broken('en/pack.yaml', /^credit: .*/m, 'credit: Ada <ada@example.org>');

  assert.equal(compilePack(join(root, 'en')).credit, 'Ada <ada@example.org>');
});

test('a line that wraps gets no blank in a script that has none', () => {
  assert.equal(
    compileLine('静かな場所を\n選びましょう。', { file: 'a.md', path: 'body' }),
    '静かな場所を選びましょう。',
  );
});

test('stops at a file in another encoding, which would lose its letters', () => {
  const root = broken('en/tips.yaml', /^/, '\n');
  writeFileSync(join(root, 'en/tips.yaml'), Buffer.from('- title: Caf\xe9', 'latin1'));

  assert.throws(() => compilePack(join(root, 'en')), /tips\.yaml: is not UTF-8/);
});

test('stops at a file where the folder of a chapter should be', () => {
  const root = broken('en/tips.yaml', /^/, '\n');
  writeFileSync(join(root, 'en/sections/notes.md'), 'A chapter.');

  assert.throws(() => compilePack(join(root, 'en')), /sections\/notes\.md: is no folder: a chapter is a folder/);
});

test('stops at a chapter with an element that has no words', () => {
  const root = broken('en/checklist.yaml', /\bactivities\/(?!two)\S+/g, 'helplines');
  rmSync(join(root, 'en/activities.yaml'));

  assert.throws(
    () => compilePack(join(root, 'en')),
    /sections\/07-[a-z-]+\/index\.md: element should go: there is no activities\.yaml/,
  );
});

test('stops at a helpline without a source', () => {
  const root = broken('helplines.yaml', /, source: '[^']+'/, '');

  assert.throws(
    () => compileHelplines(join(root, 'helplines.yaml')),
    /helplines\.yaml: \w\w holds an entry without a source/,
  );
});

test('stops at a message that lacks its plural form', () => {
  const root = broken('en/messages.yaml', "{ one: '{count} minute', other:", "{ one: '{count} minute', many:");

  assert.throws(() => compileMessages(join(root, 'en')), /messages\.yaml: activities\.minutes lacks the form "other"/);
});

test('stops at a message that would take the place of one of storage', () => {
  const root = broken('en/messages.yaml', '  beforeTitle:', '  erase: Erase all\n  beforeTitle:');

  assert.throws(
    () => compileMessages(join(root, 'en')),
    /messages\.yaml: checklist\.erase is already the name of a message of storage/,
  );
});

test('compiles marks, lists and links to a small tree, with typographic apostrophes', () => {
  const place = { file: 'a.md', path: 'body' };

  assert.deepEqual(compileBlocks("You don't *have* to.\n\n- **One**\n- [Two](https://example.org/)", place), [
    { p: ['You don’t ', { em: 'have' }, ' to.'] },
    { ul: [[{ strong: 'One' }], [{ a: 'Two', href: 'https://example.org/' }]] },
  ]);
  assert.equal(compileLine('Just\ntext', place), 'Just text');
  assert.throws(() => compileLine('One.\n\nTwo.', place), /is not one paragraph/);
});

test('our own pack passes the check that runs in the page, and comes out unchanged', () => {
  const pack = compilePack('content/en');

  assert.deepEqual(validate(schema.pack, JSON.parse(JSON.stringify(pack)), 'en'), pack);
});

test('a broken pack gives a ContentError and never any other error', () => {
  const pack = JSON.parse(JSON.stringify(compilePack('content/en'))) as Pack;
  const leaf = fc.oneof(
    fc.constant(null),
    fc.constant(undefined),
    fc.integer(),
    fc.string(),
    fc.constant([]),
    fc.constant({}),
  );
  const keys = ['sections', 'tips', 'checklist', 'activities', 'care', 'lang', 'id', 'format'] as const;

  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.anything(), leaf, (key, junk, inner) => {
      for (const value of [junk, inner, [junk], { id: inner }]) {
        try {
          validate(schema.pack, { ...pack, [key]: value }, 'x.json');
        } catch (error) {
          assert.ok(error instanceof ContentError, String(error));
          assert.match(error.message, /^x\.json: /);
        }
      }
    }),
    { numRuns: 2500 },
  );
});

test('a pack names its language as browsers do, or is refused: they throw at anything else', () => {
  const pack = JSON.parse(JSON.stringify(compilePack('content/en'))) as Pack;
  const fits = (lang: string): boolean => {
    try {
      validate(schema.pack, { ...pack, lang }, 'x.json');
      return true;
    } catch (error) {
      assert.match(String(error), /x\.json: lang should be a language tag like en or pt-BR/);
      return false;
    }
  };

  for (const lang of ['en', 'pt-BR', 'zh-Hant-TW', 'es-419', 'gsw']) {
    assert.equal(fits(lang), true, lang);
    assert.doesNotThrow(() => new Intl.DateTimeFormat(lang));
  }
  for (const lang of ['', 'en_US', 'x', 'english (US)', 'en-', 'de-a']) {
    assert.equal(fits(lang), false, lang);
  }
});

test('a prototype cannot be reached through a pack', () => {
  const hostile = JSON.parse(
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  ) as object;

  assert.throws(() => validate(schema.pack, hostile, 'x.json'), ContentError);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});
