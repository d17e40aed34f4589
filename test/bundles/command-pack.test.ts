import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { Pack } from '../../src/content/model.ts';
import { messages } from '../../src/content/packs/en.ts';
import { FRENCH, folder, run } from '../support/words-folder.ts';

/* `rekindle pack` and `rekindle messages`, in a folder of somebody's own words. */

cpSync('content/en', join(folder, 'own-words'), { recursive: true });

test('rekindle pack prints the pack of a folder of words', () => {
  const { status, stdout, stderr } = run('pack', 'own-words');

  assert.equal(stderr, '');
  assert.equal(status, 0);
  const pack = JSON.parse(stdout) as { id: string; tips: unknown[] };
  assert.equal(pack.id, 'husband-back');
  assert.equal(pack.tips.length, 6);
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

test('rekindle pack warns of an id that names two places of a guide', () => {
  const words = germanWords('places', undefined, 'en');
  const chapter = join(folder, words, 'sections/01-mut');
  mkdirSync(chapter, { recursive: true });
  writeFileSync(join(chapter, 'index.md'), '---\nid: mut\ntitle: Mut\n---\n\nText.\n');
  writeFileSync(join(chapter, '01-eins.md'), '---\nid: eins\ntitle: Eins\n---\n\nText.\n');
  const { status, stderr } = run('pack', words);

  assert.equal(status, 0);
  assert.equal(
    stderr,
    'warning: places: eins is a part of a chapter and a tip: a link to #eins leads to the first. Give one of them another id, unless it is published\n',
  );
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

test('rekindle pack warns of a file that it does not read before it stops at what is missing for it', () => {
  cpSync('content/en', join(folder, 'words'), { recursive: true });
  renameSync(join(folder, 'words/tips.yaml'), join(folder, 'words/tips.yml'));
  const { status, stderr } = run('pack', 'words');

  assert.equal(status, 1);
  assert.match(stderr, /^warning: words\/tips\.yml: is not read; .*\nwords\/checklist\.yaml: .* points to tips\//);
});

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

test('JSON with a byte order mark, and words with the line ends of any system, are read', () => {
  writeFileSync(join(folder, 'marked.json'), `\ufeff${JSON.stringify(FRENCH, null, 2).replaceAll('\n', '\r\n')}`);
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
