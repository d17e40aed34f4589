import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument, visit } from 'yaml';
import * as schema from '../content/schema.ts';
import { ContentError, validate } from '../content/validate.ts';
import type { Messages } from '../domain/message.ts';
import type { OwnMessages } from '../content/messages.ts';
import type { Pack } from '../content/model.ts';
import { nearName } from '../domain/near-name.ts';
import { checkMessages } from '../domain/messages-check.ts';
import { checkRules, refuseUnknown, validateWords, type Fail } from '../domain/pack-rules.ts';
import { Folder, isFields, readYaml } from './words-folder.ts';

/* Makes a pack of a folder of words, and says what is wrong with it. How the files are read: words-folder.ts */

/** Of one file, which a fault names. */
const failIn =
  (file: string): Fail =>
  (path, reason) => {
    throw new ContentError(file, path, reason);
  };

const part = (of: schema.Schema, source: unknown, file: string): unknown => {
  // What is missing may be no more than a slip in its name.
  refuseUnknown(of, source, failIn(file), false);
  const checked = validateWords(of, source, file);
  refuseUnknown(of, source, failIn(file), true);
  return checked;
};

function compileSections(folder: Folder): unknown {
  const chapters = folder.chapters();
  if (chapters.length === 0) return undefined;
  return chapters.map(chapter => {
    if (!folder.isFolder(chapter))
      throw new ContentError(folder.name(chapter), '', 'is no folder: a chapter is a folder with an index.md');
    const index = join(chapter, 'index.md');
    // First: an Index.md would be taken for a part.
    const opening = folder.markdown(index);
    // Each by itself first, so that a fault names its file.
    const parts = folder.parts(chapter).map(file => {
      const compiled = folder.markdown(file);
      part(schema.sections[0].parts[0], compiled, folder.name(file));
      return compiled;
    });
    const chapterOf = { ...opening, parts };
    part(schema.sections[0], chapterOf, folder.name(index));
    return chapterOf;
  });
}

/** @throws ContentError for a chapter with an element whose words are not there: ours would stand in their place */
function checkElements({ sections = [], ...pack }: Pack, fail: Fail): void {
  sections.forEach(({ element }, i) => {
    // Helplines are no one's own words: ours may stand there.
    if (element && element !== 'helplines' && !pack[element])
      fail(`sections[${i}].element`, `should go: there is no ${element}.yaml`);
  });
}

/**
 * Text that a # cuts short: to YAML it begins a comment after any blank. Two blanks before it, and one after, are an author's note.
 *
 * @returns by its line, what is lost
 */
function cutIn(source: string): readonly (readonly [line: number, lost: string])[] {
  const found: [number, string][] = [];
  visit(parseDocument(source), {
    Scalar(_key, { type, value, range }) {
      if (type !== 'PLAIN' || typeof value !== 'string' || !range) return;
      const lost = /^(?: |[ \t]+(?=#\S))(#.*)/.exec(source.slice(range[1]))?.[1];
      if (lost) found.push([source.slice(0, range[1]).split('\n').length, lost]);
    },
  });
  return found;
}

/** Files of a folder of words. */
const WORDS = ['pack.yaml', 'tips.yaml', 'checklist.yaml', 'activities.yaml', 'helplines.yaml', 'messages.yaml'];
/** What stands beside them in the repository, and which the command does not read. */
const OURS = 'coverage.json';

/** What looks like words in a folder of them and is not read, for a slip in its name or a # in it: each with what to do. */
export function unreadWords(root: string): string[] {
  const folder = new Folder(root);
  const files = folder.list('').filter(name => /\.(?:ya?ml|json)$/i.test(name) && ![...WORDS, OURS].includes(name));
  const folders = folder.list('').filter(name => name !== 'sections' && nearName(name, ['sections']));
  const chapters = folder.chapters().filter(chapter => folder.isFolder(chapter));
  const read = [...WORDS, ...chapters.flatMap(chapter => [join(chapter, 'index.md'), ...folder.parts(chapter)])];
  const parts = chapters.flatMap(chapter =>
    folder
      .list(chapter)
      .filter(name => !name.startsWith('.'))
      .map(name => join(chapter, name))
      .filter(name => !read.includes(name)),
  );
  return [
    ...read.flatMap(name =>
      cutIn(folder.source(name)).map(
        ([line, lost]) =>
          `${folder.name(name)}:${line}: ${lost} is taken for a comment, and not read; text that holds # stands in quotes`,
      ),
    ),
    ...files.map(name => `${folder.name(name)}: is not read; files of words are ${WORDS.join(', ')}`),
    ...folders.map(name => `${folder.name(name)}: is not read; the folder of the chapters is sections`),
    ...parts.map(
      name => `${folder.name(name)}: is not read; a part of a chapter is a file beside its index.md that ends in .md`,
    ),
  ];
}

/**
 * Compiles a folder of words (see content/README.md) to a pack.
 *
 * @param root - folder of one language, such as content/en
 * @throws ContentError naming file, path and reason
 */
export function compilePack(root: string): Pack {
  const folder = new Folder(root);
  const headFile = folder.name('pack.yaml');
  const head = folder.yaml('pack.yaml', /^care\./);
  if (!isFields(head))
    throw new ContentError(headFile, '', folder.has('pack.yaml') ? 'should hold keys, such as id' : 'is missing');
  if ('messages' in head) throw new ContentError(headFile, 'messages', 'stands in a file of its own, messages.yaml');
  const named = {
    sections: compileSections(folder),
    tips: flattenPoints(folder.yaml('tips.yaml', /\.step$|\.points\[\d+\](\.text)?$/), folder.name('tips.yaml')),
    checklist: folder.yaml('checklist.yaml', /^intro$|\.message$|\.bands\[\d+\](\.next\[\d+\])?\.text$/),
    activities: folder.yaml('activities.yaml', /\.summary$/),
  };
  const fail: Fail = (path, reason) => {
    const [file, place] = folder.origin(path);
    throw new ContentError(file, place, reason);
  };
  part(schema.head, { format: 1, ...head }, headFile);
  try {
    // Each chapter was checked by itself: what is left is what two of them have in common.
    if (named.sections !== undefined) validate(schema.sections, named.sections, '');
  } catch (error) {
    if (error instanceof ContentError) fail(`sections${error.path}`, error.reason);
    throw error;
  }
  for (const key of ['tips', 'checklist', 'activities'] as const) {
    if (named[key] !== undefined) part(schema[key], named[key], folder.name(`${key}.yaml`));
  }
  const pack = validate(schema.pack, { format: 1, ...head, ...named }, headFile) as Pack;
  checkRules(pack, fail, true);
  checkElements(pack, fail);
  return pack;
}

/** A point of a tip is its text once `covers` is gone. */
function flattenPoints(tips: unknown, file: string): unknown {
  if (!Array.isArray(tips)) return tips;
  return tips.map((tip: unknown, t) => {
    if (!isFields(tip) || !Array.isArray(tip.points)) return tip;
    const points = tip.points.map((point: unknown, p) => {
      refuseUnknown({ text: schema.KINDS.text }, point, failIn(file), true, `[${t}].points[${p}]`);
      return isFields(point) ? point.text : point;
    });
    return { ...tip, points };
  });
}

/**
 * Compiles helplines.yaml.
 *
 * @throws ContentError naming file, path and reason; also for an entry without a source
 */
export function compileHelplines(file: string): NonNullable<Pack['helplines']> {
  const name = relative(process.cwd(), file);
  if (!existsSync(file)) throw new ContentError(name, '', 'is missing');
  const source = readYaml(file, name);
  const countries = part(schema.helplines, source, name) as NonNullable<Pack['helplines']>;
  checkRules({ helplines: countries }, (path, reason) => failIn(name)(path.replace('helplines', ''), reason), true);
  for (const { country, emergency, services } of countries) {
    const bare = [...emergency, ...services].find(entry => !entry.source);
    if (bare) throw new ContentError(name, country, `holds an entry without a source: ${JSON.stringify(bare)}`);
  }
  return countries;
}

/** Reads our messages.yaml. @throws ContentError when it is missing or not a tree of texts */
export function compileMessages(root: string): Messages {
  const folder = new Folder(root);
  const name = folder.name('messages.yaml');
  const groups = folder.yaml('messages.yaml');
  if (!isFields(groups)) throw new ContentError(name, '', 'is missing');
  const fail = failIn(name);
  const ours = groups as Messages;
  checkMessages(groups, ours, 'en', fail, '');
  // An element has one table of its own messages and those of keeping.
  for (const [group, messages] of Object.entries(ours)) {
    const twice = Object.keys(messages).find(
      key => messages !== ours.storage && Object.hasOwn(ours.storage ?? {}, key),
    );
    if (twice) fail(`${group}.${twice}`, 'is already the name of a message of storage');
  }
  return ours;
}

/**
 * Reads the messages of a folder of words; undefined where it has none.
 *
 * @param ours - which they stand in place of
 * @param lang - of the words
 * @throws ContentError naming file, path and reason
 */
export function compileOwnMessages(root: string, ours: Messages, lang: string): OwnMessages | undefined {
  const folder = new Folder(root);
  if (!folder.has('messages.yaml')) return undefined;
  const groups = folder.yaml('messages.yaml');
  checkMessages(groups, ours, lang, failIn(folder.name('messages.yaml')), '');
  return groups as OwnMessages;
}
