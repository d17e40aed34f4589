import { createHash } from 'node:crypto';
import type { Block, Inline, Text } from '../content/model.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => ESCAPES[character] ?? character);
}

/** What a Content Security Policy allows a style in the page by. */
export const policyHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A tree of HTML: a tag with what stands in it, or a line that is HTML already. */
export type Html = string | { readonly tag: string; readonly children: readonly Html[] };

/** A tag with attributes, such as `h2` or `section id="a"`, around its children. */
export function element(tag: string, ...children: readonly Html[]): Html {
  return { tag, children };
}

/** Line of content as HTML. */
export function lineHtml(text: Text): string {
  return typeof text === 'string' ? escapeHtml(text) : text.map(inlineHtml).join('');
}

function inlineHtml(run: Inline): string {
  if (typeof run === 'string') return escapeHtml(run);
  if ('strong' in run) return `<strong>${escapeHtml(run.strong)}</strong>`;
  if ('em' in run) return `<em>${escapeHtml(run.em)}</em>`;
  return `<a href="${escapeHtml(run.href)}">${escapeHtml(run.a)}</a>`;
}

/** Body of content as HTML. */
export function blocksHtml(blocks: readonly Block[]): Html[] {
  return blocks.map(block => {
    if ('p' in block) return element('p', lineHtml(block.p));
    const [tag, lines] = 'ul' in block ? (['ul', block.ul] as const) : (['ol', block.ol] as const);
    return element(tag, ...lines.map(line => element('li', lineHtml(line))));
  });
}

/** Prints a tree, two spaces a level; a tag that holds one line stays on one line. */
export function printHtml(tree: Html, indent = ''): string {
  if (typeof tree === 'string') return `${indent}${tree}`;
  const close = `</${tree.tag.split(' ')[0] ?? ''}>`;
  const [only] = tree.children;
  if (tree.children.length === 0) return `${indent}<${tree.tag}>${close}`;
  if (tree.children.length === 1 && typeof only === 'string') return `${indent}<${tree.tag}>${only}${close}`;
  return [
    `${indent}<${tree.tag}>`,
    ...tree.children.map(child => printHtml(child, `${indent}  `)),
    `${indent}${close}`,
  ].join('\n');
}
