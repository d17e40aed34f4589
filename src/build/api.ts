import { readFileSync, writeFileSync } from 'node:fs';
import { ELEMENTS } from './bundles.ts';

/* Writes the elements' API from the manifest, which has what a page can use alone, into README.md: `npm run docs`. */

interface Item {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly parameters?: readonly Item[];
}

interface Declaration extends Item {
  readonly tagName?: string;
  readonly attributes?: readonly (Item & { readonly fieldName?: string })[];
  readonly members?: readonly Item[];
  readonly events?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssStates?: readonly Item[];
  readonly slots?: readonly Item[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const ORDER = ELEMENTS.map(name => `rekindle-${name}`);

const cell = (text = ''): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
const code = (text: string): string => (text ? `\`${cell(text)}\`` : '');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const named = (items: readonly Item[] = []): string[] =>
  items
    .filter(item => item.description)
    .map(item => row([code(item.name ?? '') || '(default)', cell(item.description)]));

/** The tables of an element, by their heads: rows of each. */
const TABLES: readonly (readonly [head: readonly string[], rows: (element: Declaration) => readonly string[]])[] = [
  [
    ['Attribute', 'Type', 'Default', ''],
    ({ attributes = [] }) =>
      attributes.map(({ name = '', type, default: standard = '', description }) =>
        row([code(name), code(type?.text ?? ''), code(standard), cell(description)]),
      ),
  ],
  [
    ['Property or method', ''],
    ({ members = [] }) =>
      members
        .filter(member => !member.attribute)
        .map(({ name = '', kind, parameters = [], description, readonly }) =>
          row([
            code(kind === 'method' ? `${name}(${parameters.map(one => one.name).join(', ')})` : name),
            `${cell(description)}${readonly ? ' Read-only.' : ''}`,
          ]),
        ),
  ],
  [['Event', ''], ({ events }) => named(events)],
  [['Slot', ''], ({ slots }) => named(slots)],
  [['Part', ''], ({ cssParts }) => named(cssParts)],
  [['State', ''], ({ cssStates }) => named(cssStates)],
  [
    ['Custom property', 'Default', ''],
    ({ cssProperties = [] }) =>
      cssProperties.map(({ name = '', default: standard = '', description }) =>
        row([code(name), code(standard), cell(description)]),
      ),
  ],
];

/** @param rowsOf - the rows to show of a table */
const tables = (rowsOf: (rows: (element: Declaration) => readonly string[]) => readonly string[]): string[] =>
  TABLES.flatMap(([head, rows]) => {
    const shown = rowsOf(rows);
    return shown.length ? [row(head), `|${' --- |'.repeat(head.length)}`, ...shown, ''] : [];
  });

/** The API of the elements as Markdown: what all of them have stands once, before them. */
export function apiMarkdown(manifest: Manifest): string {
  const all = manifest.modules.flatMap(module => module.declarations ?? []);
  const elements = ORDER.map(tag => all.find(one => one.tagName === tag)).filter(one => one !== undefined);
  const shared = (rows: (element: Declaration) => readonly string[]): readonly string[] => {
    const [first = [], ...others] = elements.map(rows);
    return first.filter(one => others.every(list => list.includes(one)));
  };
  return [
    '### All elements',
    '',
    ...tables(shared),
    ...elements.flatMap(element => [
      `### \`<${element.tagName}>\``,
      '',
      ((element.description ?? '').split('\n\n')[0] ?? '').replaceAll('\n', ' '),
      '',
      ...tables(rows => rows(element).filter(one => !shared(rows).includes(one))),
    ]),
  ].join('\n');
}

const START = '<!-- API: made by `npm run docs` -->';
const END = '<!-- end of API -->';

/** README with the API as the manifest has it now. @throws TypeError when a marker is missing */
export function withApi(readme: string, manifest: Manifest): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new TypeError(`README.md lacks ${START} or ${END}`);
  return `${before}${START}\n\n${apiMarkdown(manifest)}\n${END}${after}`;
}

if (import.meta.main) {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  writeFileSync('README.md', withApi(readFileSync('README.md', 'utf8'), manifest));
}
