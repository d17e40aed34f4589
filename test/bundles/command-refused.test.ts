import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { checklist, head, tips } from '../../src/content/packs/en.ts';
import { FRENCH, folder, packOf, run } from '../support/words-folder.ts';

/* What the built command refuses, with what it says. */

for (const command of [
  ['embed', 'checklist'],
  ['frames', 'pages'],
]) {
  test(`rekindle ${command[0]} --pack refuses words as JSON that \`rekindle pack\` would refuse`, () => {
    const [theme] = checklist.themes;
    const file = packOf('twice.json', {
      ...head,
      checklist: { ...checklist, themes: [theme, { ...checklist.themes[1], statements: theme.statements }] },
    });
    const { status, stdout, stderr } = run(...command, '--pack', file);

    assert.deepEqual(
      [status, stdout, stderr],
      [1, '', `twice.json: checklist.themes[1].statements[0].id stands twice: ${theme.statements[0].id}\n`],
    );
  });
}

for (const command of [
  ['embed', 'tips'],
  ['frames', 'refused'],
]) {
  test(`rekindle ${command[0]} --pack refuses messages that \`rekindle pack\` would refuse`, () => {
    const file = packOf('slip.json', { ...head, tips, messages: { tips: { untitled: 'Tipp {positon}' } } });
    const { status, stdout, stderr } = run(...command, '--pack', file);

    assert.deepEqual(
      [status, stdout, stderr],
      [1, '', 'slip.json: messages.tips.untitled holds {positon}, which is not filled in here: write {position}\n'],
    );
  });
}

packOf('fr.json', FRENCH);
for (const [name, text] of [
  ['empty.json', '\n'],
  ['half.json', '{"format": 1,'],
  ['utf-16.json', Buffer.from(`\ufeff${JSON.stringify(FRENCH)}`, 'utf16le')],
] as const)
  writeFileSync(join(folder, name), text);
cpSync('content/en', join(folder, 'own-words'), { recursive: true });
cpSync('dist/frame', join(folder, 'dist/frame'), { recursive: true });

const REFUSED: readonly (readonly [name: string, args: readonly string[], message: RegExp])[] = [
  [
    'a frame of words of your own without its folder',
    ['embed', 'tips', '--form', 'iframe', '--pack', 'fr.json'],
    /^the page of a frame has words of its own: write it with `rekindle frames DIR --pack FILE`/,
  ],
  [
    'words from an address for a frame',
    ['embed', 'tips', '--form', 'iframe', '--attributes', 'src="x"'],
    /rekindle frames DIR --pack FILE/,
  ],
  [
    'an attribute that a frame ignores',
    ['embed', 'tips', '--form', 'iframe', '--attributes', 'debug'],
    /the page of a frame takes no debug/,
  ],
  [
    'a base that is no folder',
    ['embed', 'tips', '--form', 'iframe', '--base', 'javascript:alert(1)'],
    /--base is the address of a folder: http\(s\), or a path/,
  ],
  [
    'a file in place of its folder',
    ['embed', 'tips', '--base', '/rekindle/rekindle.js'],
    /^--base is the address of a folder, and no file: write \/rekindle\/$/m,
  ],
  ['a file beside the page', ['embed', 'tips', '--base', 'rekindle.js'], /and no file: leave it out$/m],
  [
    'the page of a frame in place of its folder',
    ['embed', 'tips', '--form', 'iframe', '--base', 'https://example.org/frame/tips.html'],
    /and no file: write https:\/\/example\.org\/frame\/$/m,
  ],
  [
    'another language than that of the words',
    ['embed', 'tips', '--pack', 'fr.json', '--lang', 'de'],
    /the words of fr\.json are in fr, not in de/,
  ],
  ['a country for an element without', ['embed', 'tips', '--country', 'NZ'], /<rekindle-tips> has no country/],
  [
    'a slip in an attribute',
    ['embed', 'tips', '--attributes', 'pagnation="dots"'],
    /--attributes: <rekindle-tips> has no attribute pagnation\. Write pagination\./,
  ],
  [
    'a value that there is not',
    ['embed', 'guide', '--attributes', 'without="tip"'],
    /--attributes: without="tip" is not made of .*Write tips for tip/,
  ],
  [
    'an attribute that stands twice, of which a browser reads the first',
    ['embed', 'helplines', '--attributes', 'country="NZ" country="US"'],
    /^country stands twice in the attributes: a browser reads the first alone\. Take one out$/m,
  ],
  [
    'a chapter that there is not',
    ['embed', 'guide', '--attributes', 'chapters="six-tip"'],
    /^--attributes: chapters: the guide has no chapter six-tip\. Write six-tips for six-tip\.$/m,
  ],
  [
    'a tip that a pack of your own has not',
    ['embed', 'tips', '--pack', 'fr.json', '--attributes', 'start="focus-on-yourself"'],
    /^--attributes: start="focus-on-yourself" is no position.* One of: daily, resume, a\.$/m,
  ],
  ...[
    ['embed', 'tips', '--base', '/r/?v=1'],
    ['frames', 'pages', '--base', 'https://example.org/#a'],
  ].map(args => [`a base with more than a folder, for ${args[0]}`, args, /^--base is .*, without \? and #$/m] as const),
  ['an option of another command', ['frames', 'pages', '--lang', 'fr'], /^rekindle frames takes no --lang$/m],
  ['a slip in a command', ['embd', 'tips'], /^no command embd: write rekindle embed$/m],
  ['a command that is near none', ['tips'], /^no command tips\n\nrekindle: content packs/],
  ['a command that is an option', ['version'], /^no command version: write rekindle --version$/m],
  ['a slip in an option', ['embed', 'tips', '--from', 'iframe'], /^rekindle embed takes no --from: write --form$/m],
  ['a slip in an option without a command', ['--verson'], /^rekindle takes no --verson: write --version$/m],
  ['a letter that is no option', ['embed', 'tips', '-x'], /^rekindle embed takes no -x$/m],
  [
    'an option that stands twice',
    ['embed', 'tips', '--form', 'iframe', '--form', 'children'],
    /^--form stands twice: /,
  ],
  ['an option without its value', ['embed', 'tips', '--form'], /'--form <value>' argument missing/],
  ...['pack', 'base', 'lang'].map(
    one =>
      [`an empty --${one}`, ['embed', 'tips', `--${one}=`], new RegExp(`^--${one} is empty: give it a value`)] as const,
  ),
  ['no element', ['embed'], /^rekindle embed ELEMENT: ELEMENT is missing, one of tips, checklist/],
  ['no page', ['doctor', '--json'], /^rekindle doctor URL\|FILE: URL\|FILE is missing$/m],
  ['a second element', ['embed', 'tips', 'guide'], /^rekindle embed takes 1 ELEMENT: leave guide out$/m],
  ['a second folder', ['frames', 'tips', 'guide'], /^rekindle frames takes 1 DIR: leave guide out$/m],
  ['a name where none stands', ['files', 'tips.js'], /^rekindle files takes no name: leave tips\.js out$/m],
  ['a slip in an element', ['embed', 'chekclist'], /^no element chekclist: one of tips, .*\. Write checklist$/m],
  ['the tag of an element', ['embed', 'rekindle-tips'], /^no element rekindle-tips: .*\. Write tips$/m],
  ['a slip in a script', ['script', 'rekindel.js'], /^no script rekindel\.js: .*\. Write rekindle\.js$/m],
  ['a slip in a host', ['script', '--host', 'jsdeliver'], /^no host jsdeliver: .*\. Write jsdelivr$/m],
  ['what every object has, as a host', ['script', '--host', 'constructor'], /^no host constructor: one of jsdelivr/],
  ['a slip in a form', ['embed', 'tips', '--form', 'ifram'], /^--form is children, declarative or iframe, not ifram/],
  ['an element in place of a folder', ['frames', 'tip'], /^there is no folder tip, and tips is an element: /],
  [
    'a slip in the folder of the pages',
    ['frames', 'dits/frmae'],
    new RegExp(`^there is no folder dits/frmae, and ${join('dist', 'frame')} has what the pages load: write that`),
  ],
  ['a folder of words for pages', ['frames', 'own-words'], /^own-words holds words: name the folder that the pages/],
  ['a slip in a folder of words', ['pack', 'own-wrods'], /^there is no folder own-wrods: is own-words meant\?$/m],
  ['a folder of words that is near none', ['pack', 'nowhere'], /^there is no folder nowhere$/m],
  ['a slip in a file', ['embed', 'tips', '--pack', 'fr.jsno'], /^fr\.jsno: cannot be read: .*: is fr\.json meant\?$/m],
  [
    'a folder in place of a file',
    ['embed', 'tips', '--pack', 'own-words'],
    /^own-words: cannot be read: it is a folder, and no file \(`rekindle pack DIR` makes one of a folder of words\)$/m,
  ],
  ['an empty file', ['embed', 'tips', '--pack', 'empty.json'], /^empty\.json: is empty: `rekindle pack DIR` writes /],
  ['half of a file', ['frames', 'pages', '--pack', 'half.json'], /^half\.json: is not JSON \(.*\): `rekindle pack DIR/],
  ['a file in UTF-16', ['embed', 'tips', '--pack', 'utf-16.json'], /^utf-16\.json: is not UTF-8: save it as that$/m],
  [
    'a value without quotes after many letters',
    ['embed', 'guide', '--attributes', `collapsed structured-data ${'x'.repeat(60)}=local`],
    /^attributes stand as in a tag, name="value", not: collapsed /,
  ],
  ['no command', [], /rekindle pack DIR/],
  ['a heading level of 9', ['embed', 'tips', '--heading-level', '9'], /number from 1 to 6/],
  ['a language without words', ['embed', 'tips', '--lang', 'xx'], /no words in xx/],
  ['attributes that are none', ['embed', 'tips', '--attributes', '><script>'], /as in a tag/],
  ['a heading level between two', ['embed', 'tips', '--heading-level', '2.5'], /number from 1 to 6/],
  ['a second class', ['embed', 'tips', '--attributes', 'class="mine"'], /has a class already/],
  ['a level of the tag alone', ['embed', 'tips', '--attributes', 'heading-level="4"'], /is --heading-level N/],
  [
    'two countries',
    ['embed', 'helplines', '--country', 'NZ', '--attributes', 'country="US"'],
    /the country stands twice/,
  ],
  [
    'a country in words',
    ['embed', 'helplines', '--country', 'France'],
    /^--country is a code of two letters, such as NZ$/m,
  ],
  ...[
    ['--country', 'uk'],
    ['--country', 'UK'],
    ['--attributes', 'country="UK"'],
  ].map(
    named =>
      [
        `a country that has another code, by ${named.join(' ')},`,
        ['embed', 'helplines', ...named],
        new RegExp(`^${named[0]}: country="UK": .* Write GB for UK\\.$`, 'm'),
      ] as const,
  ),
  ['a folder without words', ['pack', 'dist'], /pack\.yaml: is missing/],
  ['a pack that is not there', ['embed', 'tips', '--pack', 'nowhere.json'], /nowhere\.json: cannot be read/],
];

for (const [name, args, message] of REFUSED) {
  test(`${name} is refused`, { timeout: 20_000 }, () => {
    const { status, stdout, stderr } = run(...args);

    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
}

for (const form of ['children', 'declarative', 'iframe']) {
  test(`${form}: a pack without the words of the element is refused`, () => {
    const { status, stdout, stderr } = run('embed', 'guide', '--form', form, '--pack', packOf('head.json', head));

    assert.deepEqual([status, stdout, stderr], [1, '', 'the pack husband-back has no sections\n']);
  });
}

for (const [name, args, message] of [
  ['pack', ['pack', 'fr.json'], /^fr\.json is a file: name the folder of the words$/m],
  ['frames', ['frames', 'fr.json'], /^fr\.json is a file: name the folder that the pages belong into$/m],
  ['a folder of frames', ['frames', 'fr.json/frame'], /^fr\.json\/frame: cannot be written: /m],
  ['an empty name', ['frames', ''], /^rekindle frames: the name is empty$/m],
] as const) {
  test(`${name}: a folder that is none is refused by name`, () => {
    const { status, stdout, stderr } = run(...args);

    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, message);
  });
}

for (const [name, args, warning] of [
  [
    'a host without https',
    ['--base', 'example.org/r/'],
    'example.org/r/ is a folder beside the page: for a host write https://example.org/r/',
  ],
  [
    'the folder above the pages of frames',
    ['--base', '/r', '--form', 'iframe'],
    'the pages of frames are in the folder frame/ of a copy of dist/: is /r/frame/ meant?',
  ],
] as const) {
  test(`${name} as a base is warned of, since it can be right`, () => {
    const { status, stdout, stderr } = run('embed', 'tips', ...args);

    assert.deepEqual([status, stderr], [0, `warning: --base: ${warning}\n`]);
    assert.match(stdout, /src="/);
  });
}

for (const args of [
  ['--base', '../v1.2/r'],
  ['--base', 'https://example.org/r.min/'],
  ['--base', '/frame-de/', '--form', 'iframe'],
])
  test(`${args.join(' ')}: a base that is one needs no word`, () => {
    assert.equal(run('embed', 'tips', ...args).stderr, '');
  });
