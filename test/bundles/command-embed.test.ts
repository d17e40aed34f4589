import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readPage } from '../../src/build/page-reader.ts';
import type { Pack } from '../../src/content/model.ts';
import { activities, checklist, head, sections, tips } from '../../src/content/packs/en.ts';
import { ARABIC, GERMAN, folder, packOf, run } from '../support/words-folder.ts';

/* What `rekindle embed` prints. How it looks in a browser: embed.test.ts. */

test('rekindle embed prints the snippet of a pack of your own', () => {
  const tip = { id: 'a', title: 'Take <care>', points: ['One & two.'], step: [{ strong: 'Breathe' }, ' out.'] };
  const file = packOf('own.json', { ...head, tips: [tip] });

  const { status, stdout } = run('embed', 'tips', '--pack', file, '--heading-level', '4');

  assert.equal(status, 0);
  assert.match(stdout, /<rekindle-tips class="rekindle-tips" heading-level="4">/);
  assert.match(stdout, /<h4>Take &lt;care&gt;<\/h4>/);
  assert.match(stdout, /One &amp; two\./);
  assert.match(stdout, /<strong>Breathe<\/strong> out\./);
});

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

for (const form of ['children', 'declarative']) {
  test(`${form}: what a pack says of its own is in its language, and goes into the snippet by the groups of the element`, () => {
    const file = packOf('german.json', GERMAN);
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
    assert.deepEqual((JSON.parse(json) as Pack).messages, { tips: GERMAN.messages.tips });
  });
}

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

test('our own text carries no language: it is the one of most pages', () => {
  assert.doesNotMatch(run('embed', 'tips').stdout, /lang=/);
  assert.match(
    run('embed', 'tips', '--pack', packOf('own.json', { ...head, tips })).stdout,
    /<div lang="en" dir="ltr">/,
  );
});

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

test('a country without helplines is told, and those with them', () => {
  const ways = [
    ['--country', 'SE'],
    ['--attributes', 'country="SE"'],
  ];
  for (const [option = '', value = ''] of ways) {
    const { status, stdout, stderr } = run('embed', 'helplines', option, value);

    assert.equal(status, 0);
    assert.match(stdout, /country="SE"/);
    assert.match(
      stderr,
      new RegExp(`^warning: ${option}: country="SE": there are no helplines for it,.* There are .*\\bGB\\b`),
    );
    assert.equal(stderr.match(/warning/g)?.length, 1);
  }
});

test('a country in small letters is the country, with the room that its helplines take', () => {
  const large = run('embed', 'helplines', '--country', 'NZ').stdout;

  assert.match(large, /min-block-size: min\(100vb, /);
  assert.equal(run('embed', 'helplines', '--country', 'nz').stdout, large);
  assert.equal(run('embed', 'helplines', '--attributes', 'country="nz"').stdout, large.replace('"NZ"', '"nz"'));
});
