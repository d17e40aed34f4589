import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ARABIC, FRENCH, GERMAN, folder, packOf, run } from '../support/words-folder.ts';

/* The pages that `rekindle frames` writes. How they look in a browser: frames.test.ts. */

// A copy of dist/, as somebody has it on her site.
mkdirSync(join(folder, 'copy/frame'), { recursive: true });
for (const one of readdirSync('dist')) if (one.endsWith('.js')) cpSync(`dist/${one}`, join(folder, 'copy', one));
cpSync('dist/frame', join(folder, 'copy/frame'), { recursive: true });

test('what is ours in a frame of words in another language says that it is English', () => {
  assert.equal(run('frames', 'arabic', '--pack', packOf('ar.json', ARABIC)).stderr, '');
  const page = readFileSync(join(folder, 'arabic/tips.html'), 'utf8');

  assert.match(page, /<html lang="ar" dir="rtl">/);
  assert.match(page, /<strong><span lang="en" dir="ltr">/);
});

test('frames, their titles and oEmbed answers have the messages of a pack', () => {
  const file = packOf('german.json', GERMAN);
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

test('rekindle frames tells what its pages lack, and which have other words', () => {
  const { status, stdout, stderr } = run('frames', 'public/rekindel/frame');

  assert.deepEqual([status, stderr], [0, '']);
  assert.match(
    stdout,
    /^public\/rekindel\/frame has the pages, but not the files that they load: page\.js, \.\.\/tips-actions\.js, /,
  );
  assert.match(stdout, /Without them they show their text alone\. Name the folder frame\/ in a copy of dist\/\.$/m);
  assert.equal(run('frames', 'copy/frame').stdout, '');
  assert.equal(
    run('frames', 'copy/frame', '--pack', packOf('fr.json', FRENCH)).stdout,
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
