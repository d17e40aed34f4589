import type { Block, Care, Section, Text } from '../content/model.ts';
import { node } from './node.ts';
import { headingTag, makeCare, nodesOf } from './text.ts';

const line = (tag: 'p' | 'li', text: Text): HTMLElement => node(tag, {}, ...nodesOf(text));

const blocks = (body: readonly Block[]): HTMLElement[] =>
  body.map(block => {
    if ('p' in block) return line('p', block.p);
    const [tag, lines] = 'ul' in block ? (['ul', block.ul] as const) : (['ol', block.ol] as const);
    return node(tag, {}, ...lines.map(one => line('li', one)));
  });

/**
 * Makes the text of a chapter: plain nodes, since it never changes. What Lit keeps for a line is several times the line.
 *
 * @param level - of the headings of its parts
 */
export function makeText({ contact, body, parts }: Section, care: Care, level: number): HTMLElement {
  return node(
    'div',
    { className: 'text' },
    ...(contact ? [makeCare(care)] : []),
    ...blocks(body),
    ...parts.flatMap(part => [
      node(headingTag(level), { part: 'title', id: part.id, tabIndex: -1 }, part.title),
      ...blocks(part.body),
    ]),
  );
}
