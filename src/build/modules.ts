import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pack as packSchema } from '../content/schema.ts';
import { ContentError } from '../content/validate.ts';
import { compileHelplines, compileMessages, compilePack } from './compile.ts';
import { jsonSchema } from './json-schema.ts';

/*
 * Writes the packs that the bundles carry as TypeScript modules, so that tsc checks them, and the published JSON Schema.
 * Run by `npm run content`: node src/build/modules.ts
 */

const CONTENT = 'content';
const MODULES = 'src/content/packs';
const SCHEMA = 'dist/schema/pack.json';

const banner = '// Made by src/build/modules.ts from content/. Do not edit.\n';
const constant = (name: string, value: unknown, type: string): string =>
  `export const ${name} = ${JSON.stringify(value)} as const${type && ` satisfies ${type}`};\n`;

function packModule(root: string): string {
  const { sections, tips, checklist, activities, helplines: _none, ...head } = compilePack(root);
  return [
    banner,
    "import type { PackHead, PackParts } from '../model.ts';\n",
    constant('head', head, 'PackHead'),
    constant('sections', sections, "PackParts['sections']"),
    constant('tips', tips, "PackParts['tips']"),
    constant('checklist', checklist, "PackParts['checklist']"),
    constant('activities', activities, "PackParts['activities']"),
    constant('messages', compileMessages(root), ''),
  ].join('');
}

/** `source` and `id` are how we check an entry; the reader gets the operator's own site and the date. They stay in content/. */
const withoutSources = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'source' || key === 'id' ? undefined : one)));

function main(): void {
  mkdirSync(MODULES, { recursive: true });
  const languages = readdirSync(CONTENT, { withFileTypes: true }).filter(entry => entry.isDirectory());
  for (const { name } of languages) writeFileSync(join(MODULES, `${name}.ts`), packModule(join(CONTENT, name)));
  writeFileSync(
    join(MODULES, 'helplines.ts'),
    banner +
      "import type { PackParts } from '../model.ts';\n" +
      constant(
        'helplines',
        withoutSources(compileHelplines(join(CONTENT, 'helplines.yaml'))),
        "PackParts['helplines']",
      ),
  );
  mkdirSync(dirname(SCHEMA), { recursive: true });
  writeFileSync(
    SCHEMA,
    `${JSON.stringify(jsonSchema(packSchema, 'rekindle content pack', compileMessages(join(CONTENT, 'en'))), null, 2)}\n`,
  );
}

try {
  main();
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
