import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { readPage } from '../../src/build/page-reader.ts';
import type { Pack } from '../../src/content/model.ts';
import { activities, checklist, head, messages, sections, tips } from '../../src/content/packs/en.ts';
import { commandIn } from '../support/command.ts';

/* The built command, as somebody with words of her own runs it: what it prints, and what it refuses. */

const folder = mkdtempSync(join(tmpdir(), 'rekindle-command-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = commandIn(folder);

/** A file of the folder with these words as JSON. */
const packOf = (name: string, words: object): string => {
  writeFileSync(join(folder, name), JSON.stringify(words));
  return name;
};

// Windows has no such mode.
if (process.platform !== 'win32') {
  test('npx may run the command in a clone after each build', () => {
    assert.equal(statSync('dist/bin/rekindle.js').mode & 0o111, 0o111);
  });
}

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

/** Words in a language that is not that of the page. */
const ARABIC = {
  ...head,
  lang: 'ar',
  dir: 'rtl',
  title: 'دليل',
  tips: [{ id: 'a', title: 'تنفس', points: ['واحد'], step: 'اليوم' }],
};

for (const form of ['children', 'declarative']) {
  test(`${form}: the text of a pack of your own says its language and direction, on whatever page it stands`, () => {
    const file = packOf('ar.json', ARABIC);
    for (const named of [[], ['--attributes', 'src="/ar.json"']]) {
      const { stdout } = run('embed', 'tips', '--form', form, '--pack', file, ...named);
      const text = /<div lang="ar" dir="rtl">\n([\s\S]*)<\/div>/.exec(
        stdout.replace(/<template.*<\/template>/s, ''),
      )?.[1];

      assert.match(text ?? '', /<h2>تنفس<\/h2>/);
      // What is ours is English.
      assert.match(text ?? '', /<strong><span lang="en" dir="ltr">[A-Za-z ]+<\/span>:<\/strong> اليوم/);
    }
  });
}

test('what is ours in a frame of words in another language says that it is English', () => {
  assert.equal(run('frames', 'arabic', '--pack', packOf('ar.json', ARABIC)).stderr, '');
  const page = readFileSync(join(folder, 'arabic/tips.html'), 'utf8');

  assert.match(page, /<html lang="ar" dir="rtl">/);
  assert.match(page, /<strong><span lang="en" dir="ltr">/);
});

/** A folder of words in German, with these messages. */
function germanWords(name: string, messages: string | undefined, lang = 'de'): string {
  mkdirSync(join(folder, name));
  const yaml = {
    'pack.yaml': `id: mut\nversion: 1.0.0\nlang: ${lang}\ndir: ltr\ntitle: Mut\nlicense: MIT\ncare: { safety: S, noContact: N, notADiagnosis: D }\n`,
    'tips.yaml':
      '- { id: eins, title: Eins, points: [Punkt], step: Schritt }\n- { id: zwei, title: Zwei, points: [Punkt] }\n',
    ...(messages !== undefined && { 'messages.yaml': messages }),
  };
  for (const [file, text] of Object.entries(yaml)) writeFileSync(join(folder, name, file), text);
  return name;
}

const GERMAN = {
  tips: { label: 'Tipps', next: 'Weiter', step: 'Heute "klein" & <b>fein</b>' },
  guide: { contents: 'Inhalt' },
};

test('rekindle pack puts messages.yaml into the pack, and tells how much stays English', () => {
  const words = germanWords('german', 'tips:\n  next: Weiter\n  untitled: "Tipp {position}"\n');
  const { status, stdout, stderr } = run('pack', words);

  assert.equal(status, 0);
  assert.deepEqual((JSON.parse(stdout) as Pack).messages, { tips: { next: 'Weiter', untitled: 'Tipp {position}' } });
  assert.match(
    stderr,
    /^warning: german\/messages\.yaml: lacks messages, which stay English: tips 15 of 17, tipActions 16 of 16, storage 10 of 10\n$/,
  );
});

test('rekindle pack tells who has no messages how to begin; for words in English nothing is lacking', () => {
  assert.match(
    run('pack', germanWords('labelless', undefined)).stderr,
    /^warning: labelless\/messages\.yaml: is not there, and so buttons and other labels stay English: tips 17 of 17, .*: npx rekindle messages > labelless\/messages\.yaml\n$/,
  );
  assert.equal(run('pack', germanWords('british', 'tips: { next: Onward }', 'en-GB')).stderr, '');
  assert.equal(run('pack', germanWords('english', undefined, 'en')).stderr, '');
});

test('rekindle messages prints ours, and they are a messages.yaml', () => {
  const { status, stdout, stderr } = run('messages');

  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(stdout, readFileSync('content/en/messages.yaml', 'utf8'));
  const pack = run('pack', germanWords('copied', stdout));
  assert.deepEqual([pack.status, pack.stderr], [0, '']);
  assert.deepEqual((JSON.parse(pack.stdout) as Pack).messages, messages);
  assert.equal(run('messages', 'de').stderr, 'rekindle messages takes no name: leave de out\n');
});

test('rekindle pack stops at a fault of messages.yaml, with file, place and mend', () => {
  const refused = (name: string, yaml: string, lang?: string): string =>
    run('pack', germanWords(name, yaml, lang)).stderr;

  assert.equal(
    refused('slip', 'tips: { nxt: Weiter }'),
    'slip/messages.yaml: tips.nxt is not a message of ours: write next\n',
  );
  assert.equal(
    refused('braces', 'tips:\n  untitled: {position}\n'),
    'braces/messages.yaml: tips.untitled should be text: what begins with {position} stands in quotes\n',
  );
  assert.match(
    refused('more', 'tips:\n  position: {position} von {count}\n'),
    /begins with a mark, such as \*, \[ or \{\n$/,
  );
  assert.match(refused('marks', 'tips: { next: "<b>Weiter</b>" }'), /^marks\/messages\.yaml: tips\.next holds <b>: /);
  assert.match(
    refused('empty', '# nothing yet\n'),
    /^empty\/messages\.yaml: should hold groups of messages: storage, tips, /,
  );
  assert.equal(
    refused(
      'polish',
      'activities: { count: { one: a, other: b } }\nchecklist: { changed: { one: a, two: c, other: b } }',
      'pl',
    ),
    'polish/messages.yaml: checklist.changed has a form "two", which pl does not have: it has one, few, many, other\n',
  );
  assert.match(
    refused('forms', 'activities: { count: { one: a, other: b } }', 'pl'),
    /\nwarning: forms\/messages\.yaml: counts have the form "other" where pl has few, many \(activities\.count\)\n$/,
  );
});

test('a slip in the name of messages.yaml is told', () => {
  const words = germanWords('misnamed', undefined);
  writeFileSync(join(folder, words, 'message.yaml'), 'tips: {}');

  assert.match(
    run('pack', words).stderr,
    /^warning: misnamed\/message\.yaml: is not read; files of words are .*, messages\.yaml\n/,
  );
});

for (const form of ['children', 'declarative']) {
  test(`${form}: what a pack says of its own is in its language, and goes into the snippet by the groups of the element`, () => {
    const file = packOf('german.json', { ...ARABIC, lang: 'de', dir: 'ltr', messages: GERMAN });
    const { stdout, stderr } = run('embed', 'tips', '--form', form, '--pack', file);
    const html = stdout.replace(/<script.*<\/script>/, '');

    assert.doesNotMatch(stderr, /error|warning/);
    assert.match(
      html,
      /<strong>Heute "klein" &amp; &lt;b>fein&lt;\/b>:<\/strong>|<strong>Heute &quot;klein&quot; &amp; &lt;b&gt;fein&lt;\/b&gt;:<\/strong>/,
    );
    assert.doesNotMatch(html, /<b>|One small step|lang="en"/);
    if (form === 'declarative') assert.match(html, /<template.*aria-label="Tipps"/);
    const json = /<script type="application\/json">(.*)<\/script>/.exec(stdout)?.[1] ?? '';
    assert.deepEqual((JSON.parse(json) as Pack).messages, { tips: GERMAN.tips });
  });
}

test('frames, their titles and oEmbed answers have the messages of a pack', () => {
  const file = packOf('german.json', { ...ARABIC, lang: 'de', dir: 'ltr', messages: GERMAN });
  run('frames', 'german-pages', '--base', 'https://example.org/frame/', '--pack', file);
  const page = readFileSync(join(folder, 'german-pages/tips.html'), 'utf8');
  const answer = JSON.parse(readFileSync(join(folder, 'german-pages/tips.json'), 'utf8')) as Record<string, string>;
  const frame = run('embed', 'tips', '--form', 'iframe', '--base', 'https://example.org/frame/', '--pack', file).stdout;

  assert.match(page, /<title>Tipps<\/title>/);
  assert.doesNotMatch(page, /lang="en"/);
  assert.match(page, /"messages":\{"tips":\{"label":"Tipps"/);
  assert.equal(answer.title, 'Tipps');
  assert.match(frame, /<iframe [^>]*title="Tipps"/);
});

test('counts in a snippet follow the plural rule of the pack, ours that of English', () => {
  const minutes = { one: '{count} minuta', few: '{count} minuty', many: '{count} minut', other: '{count} minuty' };
  const spans = ['PT1M', 'PT3M', 'PT25M', 'P2D'];
  const words = {
    ...head,
    lang: 'pl',
    activities: spans.map((duration, i) => ({ ...activities[0], id: `a${i}`, duration })),
  };
  const { stdout } = run(
    'embed',
    'activities',
    '--pack',
    packOf('pl.json', { ...words, messages: { activities: { minutes } } }),
  );
  const html = stdout.replace(/<script type="application.*<\/script>/, '');

  assert.deepEqual(html.match(/\d+ minu\w+/g), ['1 minuta', '3 minuty', '25 minut']);
  assert.match(html, /<span lang="en" dir="ltr">2 days<\/span>/);
});

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

test('rekindle doctor names a fault in the messages of a page', () => {
  const pack = JSON.stringify({ ...head, tips, messages: { tips: { nxt: 'Weiter' } } });
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><html lang="en"><script type="module" src="tips.js"></script><rekindle-tips><script type="application/json">${pack}</script></rekindle-tips>`,
  );
  const { status, stdout } = run('doctor', 'page.html');

  assert.equal(status, 1);
  assert.match(stdout, /error {2}script child: messages\.tips\.nxt is not a message of ours: write next\. \(content\)/);
});

test('our own text carries no language: it is the one of most pages', () => {
  assert.doesNotMatch(run('embed', 'tips').stdout, /lang=/);
  assert.match(
    run('embed', 'tips', '--pack', packOf('own.json', { ...head, tips })).stdout,
    /<div lang="en" dir="ltr">/,
  );
});

test('whoever reads what it prints may stop: no stack trace', () => {
  const command = `"${process.execPath}" "${join(process.cwd(), 'dist/bin/rekindle.js')}" embed guide --form declarative | head -1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });

  assert.match(stdout, /^<!-- A strict style-src needs: /);
  assert.equal(stderr, '');
});

test('rekindle pack warns of a file that it does not read before it stops at what is missing for it', () => {
  cpSync('content/en', join(folder, 'words'), { recursive: true });
  renameSync(join(folder, 'words/tips.yaml'), join(folder, 'words/tips.yml'));
  const { status, stderr } = run('pack', 'words');

  assert.equal(status, 1);
  assert.match(stderr, /^warning: words\/tips\.yml: is not read; .*\nwords\/checklist\.yaml: .* points to tips\//);
});

const FR = { ...head, lang: 'fr', id: 'fr', tips: [{ id: 'a', title: 'Respirez', points: ['Un.'] }] };
packOf('fr.json', FR);
for (const [name, text] of [
  ['empty.json', '\n'],
  ['half.json', '{"format": 1,'],
  ['utf-16.json', Buffer.from(`\ufeff${JSON.stringify(FR)}`, 'utf16le')],
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
    /^own-words: cannot be read: it is a folder, and no file$/m,
  ],
  ['an empty file', ['embed', 'tips', '--pack', 'empty.json'], /^empty\.json: is empty: `rekindle pack DIR` writes /],
  ['half of a file', ['frames', 'pages', '--pack', 'half.json'], /^half\.json: is not JSON \(.*\): `rekindle pack DIR/],
  ['a file in UTF-16', ['embed', 'tips', '--pack', 'utf-16.json'], /^utf-16\.json: is not UTF-8: save it as that$/m],
  [
    'a value without quotes after many letters',
    ['embed', 'guide', '--attributes', `collapsed structured-data ${'x'.repeat(60)}=local`],
    /^attributes stand as in a tag, name="value", not: collapsed /,
  ],
];

for (const [name, args, message] of REFUSED) {
  test(`${name} is refused`, { timeout: 20_000 }, () => {
    const { status, stdout, stderr } = run(...args);

    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, message);
  });
}

test('a frame of words of your own has their title and your folder; --lang may name their language', () => {
  const { stdout, stderr } = run(
    ...['embed', 'checklist', '--form', 'iframe', '--base', '/r/frame/', '--lang', 'en'],
    ...['--pack', packOf('mine.json', { ...head, checklist: { ...checklist, title: 'Mine' } })],
  );

  assert.equal(stderr, '');
  assert.match(stdout, /src="\/r\/frame\/checklist\.html" title="Mine"/);
});

test('--base is where the script stands, in the forms that load it', () => {
  for (const form of ['children', 'declarative']) {
    assert.match(run('embed', 'tips', '--form', form).stdout, / src="rekindle\.js">/);
    for (const base of ['/r', '/r/'])
      assert.match(run('embed', 'tips', '--form', form, '--base', base).stdout, / src="\/r\/rekindle\.js">/);
  }
});

test('attributes are read as in a tag, entities too, in every form', () => {
  const attributes =
    'label="Tom &amp; Ann &quot;&lt;&quot;" exit-url="https://example.org/?a=1&amp;b=2" src="/w?a&amp;b"';
  const tags = ['children', 'declarative'].map(form => {
    const html = run('embed', 'checklist', '--form', form, '--attributes', attributes).stdout;
    assert.match(html, /<a href="https:\/\/example\.org\/\?a=1&amp;b=2" rel/);
    return readPage(html).elements[0]?.attributes;
  });
  for (const tag of tags)
    assert.deepEqual(
      ['label', 'exit-url', 'src'].map(name => tag?.get(name)),
      ['Tom & Ann "<"', 'https://example.org/?a=1&b=2', '/w?a&b'],
    );

  const frame = run('embed', 'tips', '--form', 'iframe', '--attributes', 'label="Tom &amp; Ann"').stdout;
  assert.match(frame, /tips\.html\?label=Tom\+%26\+Ann"/);
});

test('an attribute that does nothing is told, and the snippet printed', () => {
  const { stdout, stderr } = run('embed', 'tips', '--attributes', 'colour="red"');

  assert.match(stdout, /<rekindle-tips class="rekindle-tips" colour="red">/);
  assert.equal(
    stderr,
    'warning: --attributes: <rekindle-tips> has no attribute colour. Take it out: it does nothing.\n',
  );
});

test('attributes of which one takes the effect from another are told, and the snippet printed', () => {
  const { stdout, stderr } = run('embed', 'tips', '--attributes', 'height="active" autoplay');

  assert.match(stdout, /height="active" autoplay>/);
  assert.match(stderr, /^warning: --attributes: height="active" does nothing with autoplay: /);
});

test('a snippet and a frame carry what the element needs of a pack, no more', () => {
  const file = packOf('whole.json', { ...head, tips, checklist, sections });
  run('frames', 'whole', '--pack', file);

  for (const html of [
    run('embed', 'tips', '--pack', file).stdout,
    readFileSync(join(folder, 'whole/tips.html'), 'utf8'),
  ]) {
    const json = /<script type="application\/json">(.*)<\/script>/.exec(html)?.[1] ?? '';
    assert.deepEqual(JSON.parse(json), { ...head, tips });
  }
});

test('a message names what a pack of others says without its control characters', () => {
  const file = packOf('terminal.json', {
    ...head,
    tips: [{ ...tips[0], step: undefined, 'st\u001b[2Jp': 'x', setp: 'x' }],
  });
  const other = packOf('other.json', { ...head, tips: [{ ...tips[0], title: 7, id: '\u009b2J' }] });

  for (const name of [file, other]) assert.doesNotMatch(run('embed', 'tips', '--pack', name).stderr, /[^\P{Cc}\n]/u);
  assert.match(run('embed', 'tips', '--pack', other).stderr, /\ufffd2J/);
});

test('rekindle frames tells what its pages lack, and which have other words', () => {
  const { status, stdout, stderr } = run('frames', 'public/rekindel/frame');

  assert.deepEqual([status, stderr], [0, '']);
  assert.match(
    stdout,
    /^public\/rekindel\/frame has the pages, but not the files that they load: page\.js, \.\.\/tips-actions\.js, /,
  );
  assert.match(stdout, /Without them they show their text alone\. Name the folder frame\/ in a copy of dist\/\.$/m);
  mkdirSync(join(folder, 'copy/frame'), { recursive: true });
  for (const one of readdirSync('dist')) if (one.endsWith('.js')) cpSync(`dist/${one}`, join(folder, 'copy', one));
  cpSync('dist/frame', join(folder, 'copy/frame'), { recursive: true });
  assert.equal(run('frames', 'copy/frame').stdout, '');
  assert.equal(
    run('frames', 'copy/frame', '--pack', 'fr.json').stdout,
    'copy/frame still has pages with other words, since the pack has none for these: checklist.html, activities.html, helplines.html, guide.html. Take them out.\n',
  );
});

test('rekindle frames tells of oEmbed answers that no page leads to any more', () => {
  const dir = join('copy', 'frame');
  run('frames', dir, '--base', 'https://example.org/');
  writeFileSync(join(folder, dir, 'guide.json'), '{}');

  assert.equal(
    run('frames', dir).stdout,
    `${dir} still has oEmbed answers of an earlier run, which no page leads to: tips.json, checklist.json, activities.json, helplines.json. Take them out, or name their address with --base\n`,
  );
});

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

test('rekindle pack warns of a pack that no address can give, and of one without words', () => {
  for (const name of ['long', 'bare']) {
    mkdirSync(join(folder, name));
    cpSync('content/en/pack.yaml', join(folder, name, 'pack.yaml'));
  }
  const tip = (_: unknown, i: number): string => `- id: a${i}\n  title: One\n  points: [${'x'.repeat(3000)}]\n`;
  writeFileSync(join(folder, 'long/tips.yaml'), Array.from({ length: 180 }, tip).join(''));
  const [long, bare] = [run('pack', 'long'), run('pack', 'bare')];

  assert.deepEqual([long.status, bare.status], [0, 0]);
  assert.match(long.stderr, /^warning: long: the pack has 54\d{4} characters, and .* refuses more than 524288: .*\n$/);
  assert.match(bare.stderr, /^warning: bare: the pack has no words to show: .*tips\.yaml, .*\n$/);
});

test('rekindle pack warns of helplines that nobody has looked at for a year', () => {
  const dir = join(folder, 'lines');
  mkdirSync(dir);
  cpSync('content/en/pack.yaml', join(dir, 'pack.yaml'));
  const day = (ago: number): string => new Date(Date.now() - ago * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const [old, fresh] = [day(370), day(360)];
  const words = readFileSync('content/helplines.yaml', 'utf8').replace(
    /checkedOn: \S+?(?=[\s,}])/g,
    `checkedOn: ${fresh}`,
  );
  writeFileSync(join(dir, 'helplines.yaml'), words);
  assert.equal(run('pack', 'lines').stderr, '');
  writeFileSync(join(dir, 'helplines.yaml'), words.replace(fresh, old));

  assert.match(run('pack', 'lines').stderr, new RegExp(`^warning: [A-Z]{2}: an entry was last checked on ${old}\n$`));
});

test('rekindle frames refuses the folder above its own', () => {
  cpSync('dist/frame', join(folder, 'above/frame'), { recursive: true });
  const { status, stderr } = run('frames', 'above');

  assert.equal(status, 1);
  assert.equal(
    stderr,
    `above holds the folder that the pages belong into: rekindle frames ${join('above', 'frame')}\n`,
  );
});

test('a folder in the place of a page is not written over', () => {
  mkdirSync(join(folder, 'odd/tips.html'), { recursive: true });

  assert.match(run('frames', 'odd').stderr, /^odd\/tips\.html is not from this command, which would write over it: /);
});

test('JSON with a byte order mark, and words with the line ends of any system, are read', () => {
  writeFileSync(join(folder, 'marked.json'), `\ufeff${JSON.stringify(FR, null, 2).replaceAll('\n', '\r\n')}`);
  assert.match(run('embed', 'tips', '--pack', 'marked.json').stdout, /Respirez/);

  const { stdout } = run('pack', 'own-words');
  for (const end of ['\r\n', '\r']) {
    cpSync('content/en', join(folder, 'ends'), { recursive: true });
    for (const file of ['tips.yaml', 'sections/01-introduction/index.md']) {
      const path = join(folder, 'ends', file);
      writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', end)}`);
    }
    assert.equal(run('pack', 'ends').stdout, stdout);
  }
});

test('rekindle frames writes over its own pages and answers alone', () => {
  mkdirSync(join(folder, 'site'));
  const base = ['--base', 'https://example.org/'];
  for (const [file, theirs] of [
    ['tips.html', '<!doctype html><title>Tips for the garden</title>'],
    ['guide.json', '{ "provider_url": "https://example.org/" }'],
  ] as const) {
    const path = join(folder, 'site', file);
    writeFileSync(path, theirs);
    const { status, stdout, stderr } = run('frames', 'site', ...base);

    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, new RegExp(`^${join('site', file)} is not from this command, which would write over it: `));
    assert.deepEqual(readdirSync(join(folder, 'site')), [file]);
    assert.equal(readFileSync(path, 'utf8'), theirs);
    rmSync(path);
  }
  for (let i = 0; i < 2; i++) assert.equal(run('frames', 'site', ...base).status, 0);
});

test('rekindle --version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  assert.equal(run('--version').stdout, `${version}\n`);
});
