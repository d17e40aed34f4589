import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import * as schema from '../content/schema.ts';
import { ContentError, validate } from '../content/validate.ts';
import type { MessageTree } from '../domain/message.ts';
import type { Pack } from '../content/model.ts';
import { checkRules, refuseUnknown, type Fail } from '../domain/pack-rules.ts';
import { compileBlocks, compileLine, typeset } from './markdown.ts';
import { readText } from './read-text.ts';

type Fields = Record<string, unknown>;

/** Keys that only authors need. */
const AUTHOR_KEYS = ['covers', 'variantOf'];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseYaml(source: string, file: string): unknown {
  const document = parseDocument(source, { uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw new ContentError(file, '', error.message.split('\n')[0]?.replace(/:$/, '') ?? 'is not YAML');
  return document.toJS() as unknown;
}

/** Copies a tree; strings on the way are typeset, and those that `isLine` picks by key are compiled as line text. */
function compileTree(value: unknown, file: string, lineKeys: readonly string[], path = '', key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((one, i) => compileTree(one, file, lineKeys, `${path}[${i}]`, key));
  }
  if (isFields(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !AUTHOR_KEYS.includes(name))
        .map(([name, one]) => [name, compileTree(one, file, lineKeys, `${path}${path && '.'}${name}`, name)]),
    );
  }
  if (typeof value !== 'string') return value;
  return lineKeys.includes(key) ? compileLine(value, { file, path }) : typeset(value);
}

/** Reads a folder of content; a file that is not there gives undefined. */
class Folder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Name of a file in messages: as a person in the working directory would type it. */
  name(file: string): string {
    return relative(process.cwd(), join(this.#root, file));
  }

  list(folder: string): string[] {
    const path = join(this.#root, folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  }

  /** Folders of the chapters, in their order. */
  chapters(): string[] {
    return this.list('sections')
      .filter(name => !name.startsWith('.'))
      .map(name => join('sections', name));
  }

  /** Files of the parts of a chapter, in their order. */
  parts(chapter: string): string[] {
    return this.list(chapter)
      .filter(name => name.endsWith('.md') && name !== 'index.md')
      .map(name => join(chapter, name));
  }

  /** The file that a place in the pack comes from, and the place in it. */
  origin(path: string): readonly [file: string, place: string] {
    const [, chapter, part, inside] = /^sections\[(\d+)\]\.(?:parts\[(\d+)\]\.)?(.*)$/.exec(path) ?? [];
    if (chapter === undefined) {
      const [, name = '', place = ''] = /^(\w+)\.?(.*)$/.exec(path) ?? [];
      return [this.name(`${name}.yaml`), place];
    }
    const root = this.chapters()[Number(chapter)] ?? '';
    const file = part === undefined ? join(root, 'index.md') : (this.parts(root)[Number(part)] ?? '');
    return [this.name(file), inside ?? ''];
  }

  has(file: string): boolean {
    return existsSync(join(this.#root, file));
  }

  isFolder(file: string): boolean {
    return statSync(join(this.#root, file)).isDirectory();
  }

  yaml(file: string, lineKeys: readonly string[]): unknown {
    const path = join(this.#root, file);
    if (!existsSync(path)) return undefined;
    return compileTree(parseYaml(readText(path, this.name(file)), this.name(file)), this.name(file), lineKeys);
  }

  /** A Markdown file: its front matter, and its body as blocks. */
  markdown(file: string): Fields {
    const name = this.name(file);
    const path = join(this.#root, file);
    if (!existsSync(path)) throw new ContentError(name, '', 'is missing');
    const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readText(path, name));
    if (!match) throw new ContentError(name, '', 'does not start with front matter between two lines of ---');
    const front = compileTree(parseYaml(match[1] ?? '', name), name, []);
    if (!isFields(front)) throw new ContentError(name, '', 'has front matter without keys');
    const body = compileBlocks(match[2] ?? '', { file: name, path: 'body' });
    if (body.length === 0) throw new ContentError(name, '', 'has no text below its front matter');
    return { ...front, body };
  }
}

/** Of one file, which a fault names. */
const failIn =
  (file: string): Fail =>
  (path, reason) => {
    throw new ContentError(file, path, reason);
  };

const part = (of: schema.Schema, source: unknown, file: string): unknown => {
  const checked = validate(of, source, file);
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
    // Each by itself first, so that a fault names its file.
    const parts = folder.parts(chapter).map(file => {
      const compiled = folder.markdown(file);
      part(schema.sections[0].parts[0], compiled, folder.name(file));
      return compiled;
    });
    const chapterOf = { ...folder.markdown(index), parts };
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
 * Compiles a folder of words (see content/README.md) to a pack.
 *
 * @param root - folder of one language, such as content/en
 * @throws ContentError naming file, path and reason
 */
export function compilePack(root: string): Pack {
  const folder = new Folder(root);
  const headFile = folder.name('pack.yaml');
  const head = folder.yaml('pack.yaml', ['safety', 'noContact', 'notADiagnosis']);
  if (!isFields(head))
    throw new ContentError(headFile, '', folder.has('pack.yaml') ? 'should hold keys, such as id' : 'is missing');
  const named = {
    sections: compileSections(folder),
    tips: flattenPoints(folder.yaml('tips.yaml', ['text', 'step'])),
    checklist: markLines(folder),
    activities: folder.yaml('activities.yaml', ['summary']),
  };
  const files = { sections: 'sections', tips: 'tips.yaml', checklist: 'checklist.yaml', activities: 'activities.yaml' };
  part(schema.head, { format: 1, ...head }, headFile);
  for (const key of ['sections', 'tips', 'checklist', 'activities'] as const) {
    if (named[key] !== undefined) part(schema[key], named[key], folder.name(files[key]));
  }
  const pack = validate(schema.pack, { format: 1, ...head, ...named }, headFile) as Pack;
  const fail: Fail = (path, reason) => {
    const [file, place] = folder.origin(path);
    throw new ContentError(file, place, reason);
  };
  checkRules(pack, fail, true);
  checkElements(pack, fail);
  return pack;
}

/** A point of a tip is its text once `covers` is gone. */
function flattenPoints(tips: unknown): unknown {
  if (!Array.isArray(tips)) return tips;
  return tips.map((tip: unknown) =>
    isFields(tip) && Array.isArray(tip.points)
      ? { ...tip, points: tip.points.map((point: unknown) => (isFields(point) ? point.text : point)) }
      : tip,
  );
}

/** In the self-assessment `text` is line text in bands and next steps, but plain in statements and stops. */
function markLines(folder: Folder): unknown {
  const plain = folder.yaml('checklist.yaml', ['intro', 'message']);
  const lines = folder.yaml('checklist.yaml', ['intro', 'message', 'text']);
  if (!isFields(plain) || !isFields(lines) || !Array.isArray(plain.themes) || !Array.isArray(lines.themes))
    return plain;
  const marked = lines.themes as readonly unknown[];
  return {
    ...plain,
    themes: plain.themes.map((theme: unknown, i) => {
      const twin = marked[i];
      return isFields(theme) && isFields(twin) ? { ...theme, bands: twin.bands } : theme;
    }),
  };
}

/**
 * Compiles helplines.yaml.
 *
 * @throws ContentError naming file, path and reason; also for an entry without a source
 */
export function compileHelplines(file: string): NonNullable<Pack['helplines']> {
  const name = relative(process.cwd(), file);
  if (!existsSync(file)) throw new ContentError(name, '', 'is missing');
  const source = compileTree(parseYaml(readText(file, name), name), name, []);
  const countries = part(schema.helplines, source, name) as NonNullable<Pack['helplines']>;
  checkRules({ helplines: countries }, (path, reason) => failIn(name)(path.replace('helplines', ''), reason), true);
  for (const { country, emergency, services } of countries) {
    const bare = [...emergency, ...services].find(entry => !entry.source);
    if (bare) throw new ContentError(name, country, `holds an entry without a source: ${JSON.stringify(bare)}`);
  }
  return countries;
}

/** Reads messages.yaml. @throws ContentError when it is missing or not a tree of texts */
export function compileMessages(root: string): Record<string, MessageTree> {
  const folder = new Folder(root);
  const name = folder.name('messages.yaml');
  const groups = folder.yaml('messages.yaml', []);
  if (!isFields(groups)) throw new ContentError(name, '', 'is missing');
  const shared = isFields(groups.storage) ? groups.storage : {};
  for (const [group, messages] of Object.entries(groups)) {
    if (!isFields(messages)) throw new ContentError(name, group, 'should be a group of messages');
    for (const [key, message] of Object.entries(messages)) {
      // An element has one table of its own messages and those of keeping.
      if (messages !== shared && key in shared)
        throw new ContentError(name, `${group}.${key}`, 'is already the name of a message of storage');
      const forms = isFields(message) ? Object.values(message) : [message];
      if (isFields(message) && !('other' in message))
        throw new ContentError(name, `${group}.${key}`, 'lacks the form "other"');
      if (!forms.every(form => typeof form === 'string'))
        throw new ContentError(name, `${group}.${key}`, 'should be text');
    }
  }
  return groups as Record<string, MessageTree>;
}
