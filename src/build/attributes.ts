import { readFileSync, writeFileSync } from 'node:fs';
import { sections, tips } from '../content/packs/en.ts';
import { helplines } from '../content/packs/helplines.ts';
import type { AttributeKind, AttributeTable, Names } from '../domain/page.ts';
import type { Manifest } from './api.ts';

/*
 * Writes the attributes of the elements as a module, from the manifest, and what they can name in our own words: what
 * `rekindle doctor` and `dist/debug.js` hold a page against. Run by `npm run build`: node src/build/attributes.ts
 */

const quoted = (text: string): string[] => [...text.matchAll(/`([\w-]+)`/g)].map(match => match[1] ?? '');

/** @param item - an attribute of the manifest, whose description says where it takes a list of words */
function kindOf(item: {
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
}): AttributeKind {
  const { type, default: standard = '', description = '' } = item;
  const text = type?.text ?? 'string';
  if (text === 'number' || text === 'boolean') return text;
  const values = [...text.matchAll(/'([^']*)'/g)].map(match => match[1] ?? '').filter(Boolean);
  if (values.length) return values;
  const some = /separated by spaces|, in order:/.test(description)
    ? [...new Set([...standard.replaceAll("'", '').split(' '), ...quoted(description)])].filter(Boolean)
    : [];
  return some.length ? { anyOf: some } : 'string';
}

/** The attributes of the elements of a manifest, by tag. */
export function attributesOf(manifest: Manifest): AttributeTable {
  const elements = manifest.modules.flatMap(module => module.declarations ?? []);
  return Object.fromEntries(
    elements.flatMap(({ tagName, attributes = [] }) =>
      tagName === undefined
        ? []
        : [[tagName, Object.fromEntries(attributes.map(one => [one.name ?? '', kindOf(one)]))]],
    ),
  );
}

if (import.meta.main) {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  const guide = manifest.modules
    .flatMap(module => module.declarations ?? [])
    .find(one => one.tagName === 'rekindle-guide');
  const names: Names = {
    // CHAPTER-ID stands for any of them.
    slots: (guide?.slots ?? []).flatMap(({ name }) => (name && name !== 'CHAPTER-ID' ? name : [])),
    countries: helplines.map(({ country }) => country),
    chapters: sections.map(({ id }) => id),
    tips: tips.map(({ id }) => id),
  };
  writeFileSync(
    'src/content/packs/attributes.ts',
    `// Made by src/build/attributes.ts from the manifest. Do not edit.
import type { AttributeTable, Names } from '../../domain/page.ts';
export const attributes: AttributeTable = ${JSON.stringify(attributesOf(manifest))};
export const names: Names = ${JSON.stringify(names)};
`,
  );
}
