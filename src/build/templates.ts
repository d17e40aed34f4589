import { _$LH as lit } from 'lit-html/private-ssr-support.js';
import MagicString from 'magic-string';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Plugin } from 'rollup';

/*
 * What Lit does with a template in the browser, before its first render, done at build: the text with its expressions
 * becomes plain HTML, and a list of where each expression goes. `build/guest-lit.ts` takes the code for it out of Lit, and
 * has it read what this writes: html(template('<p><?></p>', [1]), text) in place of html`<p>${text}</p>`.
 */

/**
 * How many nodes after the one of the part before, in document order; then, for an attribute, its name, which of Lit's parts
 * it is, and what stands around its expressions. Steps pack better than positions.
 */
type Part = readonly [steps: number, name?: string, kind?: number, strings?: readonly string[]];

/** What the name of an attribute starts with, in the order in which guest-lit.ts lists Lit's parts. */
const KINDS = ['', '.', '?', '@'];

const HELPER = '\0rekindle-template';

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Tagged extends Syntax {
  readonly tag: Syntax & { readonly name?: string };
  readonly quasi: {
    readonly quasis: readonly (Syntax & { readonly value: { readonly cooked: string } })[];
    readonly expressions: readonly Syntax[];
  };
}

/** Rollup plugin. It stops the build at a template with an expression where it cannot place one. */
export function templates(): Plugin {
  return {
    name: 'templates',
    resolveId: id => (id === HELPER ? id : null),
    load: id =>
      id === HELPER ? 'export const template = (html, ...parts) => Object.assign([html], { raw: parts });' : null,
    transform(code, id) {
      if (id.includes('node_modules') || !/\bhtml ?`/.test(code)) return null;
      const changed = new MagicString(code);
      let count = 0;
      for (const { tag, quasi, end } of htmlTemplates(this.parse(code))) {
        const name = `rekindleTemplate${String(++count)}`;
        const { quasis, expressions } = quasi;
        const [html, ...parts] = prepare(quasis.map(({ value }) => value.cooked));
        const placed = parts.reduce((sum, [, , , strings]) => sum + (strings ? strings.length - 1 : 1), 0);
        if (placed !== expressions.length) this.error(`an expression where Lit has no part for it: ${html}`, tag.start);
        const args = [html, ...parts].map(part => JSON.stringify(part)).join(', ');
        changed.append(`\nconst ${name} = /* @__PURE__ */ template(${args});`);
        // What stands between the expressions gives way; they stay, with the templates in them.
        quasis.forEach((text, i) => {
          const isLast = i === expressions.length;
          const before = i === 0 ? `(${name}` : '';
          changed.overwrite(
            i === 0 ? tag.end : text.start - 1,
            isLast ? end : text.end + 2,
            before + (isLast ? ')' : ', '),
          );
        });
      }
      changed.prepend(`import { template } from '${HELPER}';\n`);
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}

function* htmlTemplates(node: unknown): Generator<Tagged> {
  if (Array.isArray(node)) for (const item of node) yield* htmlTemplates(item);
  else if (node && typeof node === 'object') {
    const tagged = node as Tagged;
    if (tagged.type === 'TaggedTemplateExpression' && tagged.tag.name === 'html') yield tagged;
    yield* htmlTemplates(Object.values(node));
  }
}

/** The HTML of a template, without its expressions, and where they go. */
function prepare(strings: readonly string[]): [string, ...Part[]] {
  const [trusted, names] = lit.getTemplateHtml(Object.assign([...strings], { raw: strings }), 1);
  // Node has no Trusted Types: it is a string.
  const source = trusted as unknown as string;
  const html = new MagicString(source);
  const parts: Part[] = [];
  let steps = 0;
  let name = 0;
  // In the order of a TreeWalker for elements and comments; what is in a <template> is not in its tree.
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    const place = node.sourceCodeLocation;
    const add = (...of: Part extends readonly [number, ...infer Rest] ? Rest : never): void => {
      parts.push([steps, ...of]);
      steps = 0;
    };
    if ('attrs' in node) {
      steps++;
      for (const { name: key, value } of node.attrs) {
        if (!key.endsWith(lit.boundAttributeSuffix)) continue;
        const [, sigil = '', bound = ''] = /^([.?@]?)(.*)$/.exec(names[name++] ?? '') ?? [];
        const around = value.split(lit.marker);
        const isPlain = around.length === 2 && !around.join('');
        const kind = KINDS.indexOf(sigil);
        if (!isPlain) add(bound, kind, around);
        else if (kind) add(bound, kind);
        else add(bound);
        const at = place && 'attrs' in place ? place.attrs?.[key] : undefined;
        if (at) html.remove(at.startOffset - 1, at.endOffset);
      }
    } else if (node.nodeName === '#comment' && 'data' in node) {
      steps++;
      if (node.data === lit.markerMatch && place) {
        add();
        html.overwrite(place.startOffset, place.endOffset, '<?>');
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  parseFragment(source, { sourceCodeLocationInfo: true }).childNodes.forEach(visit);
  return [html.toString(), ...parts];
}
