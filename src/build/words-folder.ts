import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isScalar, parseDocument, visit, type YAMLError } from 'yaml';
import { ContentError } from '../content/validate.ts';
import { reasonOf } from '../domain/reason.ts';
import { compileBlocks, compileLine, typeset } from './markdown.ts';
import { readText } from './read-text.ts';

/* Reads the files of a folder of words, YAML and Markdown, to trees of plain values. What they should hold: compile.ts */

export type Fields = Record<string, unknown>;

/** Keys that only authors need. */
const AUTHOR_KEYS = ['covers', 'variantOf'];

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys of what is read by machines, or sent as it stands: addresses, and the text of a message. */
const VERBATIM = ['url', 'site', 'source', 'body'];

/** What would be a mark in line text, or a tag. */
const MARK = /\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\)|<\/?[a-z][a-z\d-]*(?=[\s/>])[^<>]*>/i;

/** What most faults of YAML come from. */
const QUOTES =
  '. Text that holds ": " or " #" stands in quotes, and so does text that begins with a mark, such as *, [ or {';

/** What to mend where YAML cannot be read. */
function mendOf({ code, linePos }: YAMLError, source: string): string {
  if (code === 'DUPLICATE_KEY') return '';
  const line = source.split('\n')[(linePos?.[0].line ?? 0) - 1] ?? '';
  return /^ *\t/.test(line) ? '. The line begins with a tab: write blanks in its place' : QUOTES;
}

function parseYaml(source: string, file: string): unknown {
  const document = parseDocument(source, { uniqueKeys: true });
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS')
    throw new ContentError(file, '', 'holds --- before a second document: a file is one');
  if (error) {
    const [reason = ''] = error.message.split('\n');
    throw new ContentError(file, '', reason.replace(/:$/, '') + mendOf(error, source));
  }
  visit(document, {
    Pair(_key, { key, value }, path) {
      const map = path.at(-1);
      // Without a colon: what is empty after one has a node.
      if (value !== null || !isMap(map) || !map.flow || map.items.length < 2 || !isScalar(key)) return;
      const line = source.slice(0, key.range?.[0]).split('\n').length;
      throw new ContentError(
        file,
        '',
        `"${String(key.value)}" stands alone at line ${line}: between { and }, text that holds a comma stands in quotes`,
      );
    },
    Alias(_key, alias, path) {
      const named = alias.resolve(document);
      if (named && path.includes(named))
        throw new ContentError(file, '', `holds *${alias.source} inside of what it names: take it out`);
    },
  });
  try {
    return document.toJS() as unknown;
  } catch (error) {
    throw new ContentError(file, '', `${reasonOf(error)}. Text that begins with * or & stands in quotes`);
  }
}

/** Copies a tree; strings on the way are typeset, and those whose place `lines` names are compiled as line text. */
function compileTree(value: unknown, file: string, lines: RegExp | undefined, path = '', key = ''): unknown {
  if (Array.isArray(value)) {
    // The schema takes it: a list is how text with marks stands in a pack, and its entries would run into each other.
    if (lines?.test(path)) throw new ContentError(file, path, 'should be text, not a list');
    return value.map((one, i) => compileTree(one, file, lines, `${path}[${i}]`, key));
  }
  if (isFields(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !AUTHOR_KEYS.includes(name))
        .map(([name, one]) => [name, compileTree(one, file, lines, `${path}${path && '.'}${name}`, name)]),
    );
  }
  if (typeof value !== 'string' || VERBATIM.includes(key)) return value;
  if (lines?.test(path)) return compileLine(value, { file, path });
  const mark = MARK.exec(value)?.[0];
  if (mark)
    throw new ContentError(file, path, `holds ${mark}: it is shown as it stands here, so write it without marks`);
  return typeset(value);
}

/**
 * The tree of a YAML file.
 *
 * @param name - of the file, in messages
 * @param lines - places of its line text
 */
export const readYaml = (file: string, name: string, lines?: RegExp): unknown =>
  compileTree(parseYaml(readText(file, name), name), name, lines);

/** Reads a folder of content; a file that is not there gives undefined. */
export class Folder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Name of a file in messages: as a person in the working directory would type it. */
  name(file: string): string {
    return relative(process.cwd(), join(this.#root, file));
  }

  /** Names of what stands in a folder, by their numbers. */
  list(folder: string): string[] {
    const path = join(this.#root, folder);
    const names = existsSync(path) ? readdirSync(path) : [];
    // 2- comes before 10-.
    return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  }

  /** Folders of the chapters, in their order. */
  chapters(): string[] {
    if (this.has('sections') && !this.isFolder('sections'))
      throw new ContentError(this.name('sections'), '', 'is no folder: each chapter is a folder in it');
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

  /** The file that a place in the pack comes from, and the place in it: what has no file of its own stands in pack.yaml. */
  origin(path: string): readonly [file: string, place: string] {
    const [, chapter, part, inside] = /^sections\[(\d+)\]\.(?:parts\[(\d+)\]\.)?(.*)$/.exec(path) ?? [];
    if (chapter === undefined) {
      const [, name = '', place = ''] = /^(\w+)\.?(.*)$/.exec(path) ?? [];
      return this.has(`${name}.yaml`) ? [this.name(`${name}.yaml`), place] : [this.name('pack.yaml'), path];
    }
    const root = this.chapters()[Number(chapter)] ?? '';
    const file = part === undefined ? join(root, 'index.md') : (this.parts(root)[Number(part)] ?? '');
    return [this.name(file), inside ?? ''];
  }

  has(file: string): boolean {
    return existsSync(join(this.#root, file));
  }

  /** The YAML of a file, a Markdown file's front matter too; empty where it cannot be read. */
  source(file: string): string {
    try {
      const text = readText(join(this.#root, file), this.name(file));
      // As many lines as the file has before it.
      return file.endsWith('.md') ? (/^---\n[\s\S]*?\n(?=---\n)/.exec(text)?.[0].replace('---', '') ?? '') : text;
    } catch {
      return '';
    }
  }

  isFolder(file: string): boolean {
    return statSync(join(this.#root, file), { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  /** @param lines - places of its line text */
  yaml(file: string, lines?: RegExp): unknown {
    const path = join(this.#root, file);
    if (!existsSync(path)) return undefined;
    return readYaml(path, this.name(file), lines);
  }

  /** A Markdown file: its front matter, and its body as blocks. */
  markdown(file: string): Fields {
    const name = this.name(file);
    const path = join(this.#root, file);
    if (!existsSync(path)) throw new ContentError(name, '', 'is missing');
    const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readText(path, name));
    if (!match) throw new ContentError(name, '', 'does not start with front matter between two lines of ---');
    const front = compileTree(parseYaml(match[1] ?? '', name), name, undefined);
    if (!isFields(front)) throw new ContentError(name, '', 'has front matter without keys');
    const body = compileBlocks(match[2] ?? '', { file: name, path: 'body' });
    if (body.length === 0) throw new ContentError(name, '', 'has no text below its front matter');
    return { ...front, body };
  }
}
