import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { ContentError } from '../content/validate.ts';
import type { Block, Inline, Text } from '../content/model.ts';

/** Where a text stands, for messages. */
export interface Place {
  readonly file: string;
  readonly path: string;
}

const fault = (place: Place, node: Nodes, mend: string): ContentError =>
  new ContentError(place.file, place.path, `holds ${node.type} at line ${node.position?.start.line ?? 1}: ${mend}`);

/** Letters of scripts that put no space between words, and the signs among them. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\u3000-\\u303f\\uff00-\\uffef]';
const WRAP = new RegExp(`(?<=${UNSPACED})\\s*\\n\\s*(?=${UNSPACED})`, 'gu');

/**
 * A straight apostrophe between or after letters becomes a typographic one, and line breaks become spaces, or nothing where
 * words have none between them.
 */
export const typeset = (plain: string): string =>
  plain
    .replace(WRAP, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<=\p{L})'/gu, '’');

const plainText = (nodes: readonly PhrasingContent[], place: Place): string =>
  nodes
    .map(node => {
      if (node.type !== 'text') throw fault(place, node, 'marks do not nest');
      return typeset(node.value);
    })
    .join('');

const inline = (node: PhrasingContent, place: Place): Inline => {
  switch (node.type) {
    case 'text':
      // As Markdown has it, ** is no mark where a sign like 」 stands inside and a letter outside.
      if (node.value.includes('**'))
        throw fault(place, node, '** that marks nothing; put signs at its edge outside of it');
      return typeset(node.value);
    case 'strong':
      return { strong: plainText(node.children, place) };
    case 'emphasis':
      return { em: plainText(node.children, place) };
    case 'link':
      return { a: plainText(node.children, place), href: node.url };
    default:
      throw fault(place, node, 'a line may hold text, **strong**, *emphasis* and [links](https://…)');
  }
};

const line = (nodes: readonly PhrasingContent[], place: Place): Text => {
  const inlines = nodes.map(node => inline(node, place));
  return inlines.length === 1 && typeof inlines[0] === 'string' ? inlines[0] : inlines;
};

/** The line below the head of a table. */
const TABLE = /^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?)?\s*$/m;

const block = (node: RootContent, place: Place): Block => {
  if (node.type === 'paragraph') {
    if (node.children.some(one => one.type === 'text' && TABLE.test(one.value)))
      throw fault(place, node, 'that is a table; a body may hold paragraphs and lists');
    return { p: line(node.children, place) };
  }
  if (node.type !== 'list') throw fault(place, node, 'a body may hold paragraphs and lists');
  const items = node.children.map(item => {
    const [only, more] = item.children;
    if (only?.type !== 'paragraph' || more) throw fault(place, item, 'an item of a list is one paragraph');
    return line(only.children, place);
  });
  return node.ordered ? { ol: items } : { ul: items };
};

/**
 * Compiles block text: paragraphs and lists.
 *
 * @throws ContentError for anything else, with its line
 */
export function compileBlocks(markdown: string, place: Place): Block[] {
  return fromMarkdown(markdown).children.map(node => block(node, place));
}

/**
 * Compiles line text: one paragraph.
 *
 * @throws ContentError when it is none, or more than one
 */
export function compileLine(markdown: unknown, place: Place): Text {
  if (typeof markdown !== 'string') throw new ContentError(place.file, place.path, 'is missing, or not text');
  const blocks = compileBlocks(markdown, place);
  const [only] = blocks;
  if (!only || blocks.length > 1 || !('p' in only))
    throw new ContentError(place.file, place.path, 'is not one paragraph');
  return only.p;
}
