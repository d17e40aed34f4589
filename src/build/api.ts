import { readFileSync, writeFileSync } from 'node:fs';

/* Writes the elements' API from the manifest into README.md, between its two markers: `npm run docs`. */

interface Item {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly privacy?: string;
  readonly static?: boolean;
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

const ORDER = ['tips', 'checklist', 'activities', 'helplines', 'guide'].map(name => `rekindle-${name}`);

const cell = (text = ''): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
const code = (text: string): string => (text ? `\`${cell(text)}\`` : '');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map(row => `| ${row.join(' | ')} |`), ''];

const named = (items: readonly Item[] = []): readonly string[][] =>
  items.filter(item => item.description).map(item => [code(item.name ?? '') || '(default)', cell(item.description)]);

const properties = (items: readonly Item[]): string[] =>
  table(
    ['Property', 'Default', ''],
    items.map(one => [code(one.name ?? ''), code(one.default ?? ''), cell(one.description)]),
  );

/** @param shared - custom properties that all elements read: they have a table of their own */
function elementTables(element: Declaration, shared: readonly Item[]): string[] {
  const own = (element.cssProperties ?? []).filter(({ name }) => !shared.some(one => one.name === name));
  const attributes = (element.attributes ?? []).map(({ name = '', type, default: standard = '', description }) => [
    code(name),
    code(type?.text ?? ''),
    code(standard),
    cell(description),
  ]);
  const isPublic = (member: Item): boolean =>
    !member.static && !member.privacy && !/^[#_]/.test(member.name ?? '') && member.description !== undefined;
  const methods = (element.members ?? [])
    .filter(member => isPublic(member) && !member.attribute)
    .map(member => [
      code(
        member.kind === 'method'
          ? `${member.name}(${(member.parameters ?? []).map(one => one.name).join(', ')})`
          : (member.name ?? ''),
      ),
      `${cell(member.description)}${member.readonly ? ' Read-only.' : ''}`,
    ]);
  const events = (element.events ?? []).filter(event => event.name?.startsWith('rekindle-'));
  return [
    `### \`<${element.tagName}>\``,
    '',
    ((element.description ?? '').split('\n\n')[0] ?? '').replaceAll('\n', ' '),
    '',
    ...table(['Attribute', 'Type', 'Default', ''], attributes),
    ...table(['Property or method', ''], methods),
    ...table(['Event', ''], named(events)),
    ...table(['Slot', ''], named(element.slots)),
    ...table(['Part', ''], named(element.cssParts)),
    ...table(['State', ''], named(element.cssStates)),
    ...properties(own),
  ];
}

/** The API of the elements as Markdown. */
export function apiMarkdown(manifest: Manifest): string {
  const all = manifest.modules.flatMap(module => module.declarations ?? []);
  const elements = ORDER.map(tag => all.find(one => one.tagName === tag)).filter(one => one !== undefined);
  const [first, ...others] = elements.map(element => element.cssProperties ?? []);
  const shared = (first ?? []).filter(({ name }) => others.every(list => list.some(one => one.name === name)));
  return [
    ...elements.flatMap(element => elementTables(element, shared)),
    '### Custom properties',
    '',
    'All elements read the same ones. Two, accent and radius, are enough to make them look at home.',
    '',
    ...properties(shared),
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
