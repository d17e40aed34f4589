import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { parse } from 'yaml';
import { compileHelplines, compilePack } from '../../src/build/compile.ts';
import type { Block, Text } from '../../src/content/model.ts';
import { bandOf } from '../../src/domain/scoring.ts';
import { activitiesLeft, stepsLeft, themesLeft, withdrawnTargets } from '../../src/domain/stops.ts';
import { contentFiles, entries, shingles, wordsOf } from '../support/words.ts';

const ledger = JSON.parse(readFileSync('content/coverage.json', 'utf8')) as Record<string, string>;
const source = JSON.parse(readFileSync('test/content/source-shingles.json', 'utf8')) as { hashes: string[] };
const pack = compilePack('content/en');

test('all 66 points of the guide are covered, and nothing else is', () => {
  const covered = new Set(entries().flatMap(entry => entry.covers));

  assert.equal(Object.keys(ledger).length, 66);
  assert.deepEqual([...covered].sort(), Object.keys(ledger).sort());
});

test('an entry covers at most three points, with at least twelve words for each', () => {
  for (const { place, covers, text } of entries()) {
    assert.ok(covers.length >= 1 && covers.length <= 3, `${place} covers ${covers.length} points`);
    const count = wordsOf(text).length;
    assert.ok(count >= 12 * covers.length, `${place} has ${count} words for ${covers.join(', ')}`);
  }
});

test('no run of eight words of the source stands in the words', () => {
  const hashes = new Set(source.hashes);
  assert.ok(hashes.size > 1000);

  for (const file of contentFiles()) {
    const text = readFileSync(file, 'utf8').replace(/^\s*(?:- )?title:.*$/gm, '¶');
    const copied = shingles(text).filter(({ hash }) => hashes.has(hash));
    assert.deepEqual(copied, [], file);
  }
});

test('the copy check notices the one run that we may share, the title', () => {
  const runs = shingles('How To Get My Husband Back? A Full Guide');

  assert.equal(runs.length, 2);
  for (const { run, hash } of runs) assert.ok(source.hashes.includes(hash), run);
});

test('the self-assessment has 30 to 40 statements of at most 20 words in 7 or 8 themes', () => {
  const themes = pack.checklist?.themes ?? [];
  const statements = themes.flatMap(theme => theme.statements);

  assert.ok(themes.length >= 7 && themes.length <= 8, `${themes.length} themes`);
  assert.ok(statements.length >= 30 && statements.length <= 40, `${statements.length} statements`);
  for (const { id, text } of statements) assert.ok(wordsOf(text).length <= 20, `${id} is too long`);
  for (const theme of themes) assert.ok(theme.bands.length >= 3, `${theme.id} lacks guidance`);
});

/** The band of a theme whose statements all say the best, but for one, which says what it says least or nearly least. */
const bandWith = (themeId: string, statementId: string, denial: number): string | undefined => {
  const theme = pack.checklist!.themes.find(({ id }) => id === themeId)!;
  assert.ok(theme.statements.some(({ id }) => id === statementId));
  const max = Math.max(...pack.checklist!.scale.options.map(({ value }) => value));
  const answers = new Map(
    theme.statements.map(({ id, reverse }) => {
      const value = id === statementId ? denial : max;
      return [id, reverse ? max - value : value];
    }),
  );
  return bandOf(theme, pack.checklist!.scale, answers)?.id;
};

// What the last band says is wrong for her whatever else she answered, and the way to help stands in the others.
for (const [theme, ...statements] of [
  ['respect', 'respect-space', 'respect-check', 'respect-mine'],
  ['care-and-boundaries', 'care-no', 'care-give-up'],
  ['talking', 'talking-admit', 'talking-request'],
] as const) {
  for (const statement of statements) {
    test(`who denies ${statement} is not told that all is well`, () => {
      assert.equal(bandWith(theme, statement, 0), 'growing');
      assert.equal(bandWith(theme, statement, 1), 'growing');
      assert.equal(bandWith(theme, statement, 4), 'steady');
    });
  }
}

test('guidance on respect, care and talking leads to help first, for whoever may be the one who gives way', () => {
  for (const id of ['respect', 'care-and-boundaries', 'talking']) {
    for (const band of pack.checklist!.themes.find(theme => theme.id === id)!.bands.slice(0, 2))
      assert.equal(band.next[0]?.target, 'helplines', `${id}/${band.id}`);
  }
});

test('who may harm herself is not sent away alone, nor asked to look for her faults', () => {
  const withdrawn = withdrawnTargets(pack.checklist!.stops.filter(({ id }) => id === 'not-safe-with-myself'));
  const kept = activitiesLeft(pack.activities!, withdrawn).map(({ id }) => id);

  for (const target of ['themes/understanding', 'sections/assess-the-situation']) assert.ok(withdrawn.has(target));
  for (const id of ['night-away-alone', 'offline-evening', 'phone-in-a-drawer']) assert.ok(!kept.includes(id), id);
  for (const target of ['themes/own-life', 'themes/care-and-boundaries', 'themes/support', 'sections/seek-help'])
    assert.ok(!withdrawn.has(target), target);
});

test('each danger leads to help of the kind that it asks for, and safety from him stands first', () => {
  const help = pack.checklist!.stops.map(stop => [stop.id, ...stop.help]);

  assert.deepEqual(help, [
    ['afraid', 'abuse', 'emergency'],
    ['not-safe-with-myself', 'crisis', 'emergency'],
    ['no-contact', 'crisis', 'own-behaviour'],
  ]);
});

test('the notes on safety, and the danger itself, name fear, control and harm', () => {
  const afraid = pack.checklist!.stops.find(({ id }) => id === 'afraid')!;
  const [introduction, , assess] = pack.sections!;
  const last = pack.sections!.at(-1)!;
  const notes = [
    afraid.text,
    plain(pack.care.safety),
    ...[introduction!.parts[0]!, assess!, last].map(({ body }) => paragraphs(body).join(' ')),
  ];

  for (const note of notes) for (const word of [/afraid|frighten/, /control/, /hurt/]) assert.match(note, word);
});

test('what is set aside says where it can be taken back by the title that stands there', () => {
  const messages = parse(readFileSync('content/en/messages.yaml', 'utf8')) as Record<string, Record<string, string>>;
  const said = [
    messages.tips?.setAside,
    messages.activities?.setAside,
    messages.guide?.setAside,
    messages.guide?.planAside,
  ];

  for (const text of said) assert.ok(text?.includes(`“${messages.checklist?.beforeTitle}”`), text);
});

test('there are six tips, an introduction, six chapters and 30 to 40 activities', () => {
  const chapters = pack.sections?.map(section => section.id) ?? [];
  const count = pack.activities?.length ?? 0;

  assert.equal(pack.tips?.length, 6);
  assert.deepEqual(chapters.slice(0, 2), ['introduction', 'six-tips']);
  assert.equal(chapters.length, 8);
  assert.ok(count >= 30 && count <= 40, `${count} activities`);
});

test('activities tell apart by reader, time, cost, place and energy', () => {
  const activities = pack.activities ?? [];

  for (const field of ['duration', 'cost', 'place', 'energy'] as const) {
    assert.ok(new Set(activities.map(one => one[field])).size >= 3, field);
  }
  for (const who of ['two', 'self'] as const)
    assert.ok(
      activities.some(one => one.for.includes(who)),
      who,
    );
});

test('every helpline names its source, its operator and the day of its check', () => {
  const countries = compileHelplines('content/helplines.yaml');

  assert.ok(countries.length >= 8);
  for (const { country, emergency, services } of countries) {
    for (const entry of [...emergency, ...services]) {
      assert.match(entry.source ?? '', /^https:\/\//, country);
      assert.ok(Date.parse(entry.checkedOn) <= Date.now(), `${country} is checked in the future`);
    }
    // A site alone is help too where a country has no single number.
    for (const { id, site } of services) assert.match(site, /^https:\/\//, id);
  }
});

const plain = (text: Text): string =>
  typeof text === 'string'
    ? text
    : text
        .map(run => (typeof run === 'string' ? run : 'strong' in run ? run.strong : 'em' in run ? run.em : run.a))
        .join('');
const linesOf = (block: Block): readonly Text[] => ('p' in block ? [block.p] : 'ul' in block ? block.ul : block.ol);
const paragraphs = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOf).map(plain);

/** Flesch-Kincaid grade of a list of texts. */
const grade = (texts: readonly string[]): number => {
  const sentences = texts
    .flatMap(text => text.split(/(?<=[.!?:])\s+/))
    .filter(sentence => wordsOf(sentence).length > 0);
  const words = texts.flatMap(wordsOf);
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
};

test('the words can be read at grade 8', () => {
  const parts: Record<string, string[]> = {
    chapters: (pack.sections ?? []).flatMap(section => [
      ...paragraphs(section.body),
      ...section.parts.flatMap(part => paragraphs(part.body)),
    ]),
    tips: (pack.tips ?? []).flatMap(tip => [...tip.points, tip.step ?? []].map(plain)),
    statements: (pack.checklist?.themes ?? []).flatMap(theme => theme.statements.map(one => one.text)),
    guidance: (pack.checklist?.themes ?? []).flatMap(theme =>
      theme.bands.flatMap(band => [band.text, ...band.next.map(step => step.text)].map(plain)),
    ),
    stops: (pack.checklist?.stops ?? []).map(stop => plain(stop.message)),
    activities: (pack.activities ?? []).map(one => plain(one.summary)),
    care: [pack.care.safety, pack.care.noContact, pack.care.notADiagnosis].map(plain),
  };
  const grades = Object.fromEntries(Object.entries(parts).map(([name, texts]) => [name, grade(texts)]));

  console.log(
    'reading grade:',
    Object.entries(grades)
      .map(([name, value]) => `${name} ${value.toFixed(1)}`)
      .join(', '),
  );

  for (const [name, value] of Object.entries(grades))
    assert.ok(value <= 8, `${name} reads at grade ${value.toFixed(1)}`);
});

test('who is afraid of him is sent to no counselling with him', () => {
  const { themes = [], stops = [] } = pack.checklist ?? {};
  const linesWithout = (away: readonly string[]): string[] => {
    const withdrawn = new Set(away);
    return themesLeft(themes, withdrawn).flatMap(({ bands }) =>
      bands.flatMap(({ text, next }) => [text, ...stepsLeft(next, withdrawn).map(step => step.text)].map(plain)),
    );
  };
  const together = (lines: readonly string[]): string[] =>
    lines.filter(line => /\bcouples\b|as a couple|come too/.test(line));
  const afraid = stops.find(({ id }) => id === 'afraid')?.suppress ?? [];

  assert.deepEqual(together(linesWithout(afraid)), []);
  assert.equal(together(linesWithout([])).length, 1);
});
