import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED } from './bundled.ts';
import { ELEMENTS } from './bundles.ts';
import { embedElement, embedStyle } from './embed.ts';
import type { ElementName } from './fallback.ts';

/* Puts what `rekindle embed` prints into the demo pages: `npm run demo`. A test fails when a page differs from it. */

const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);

/** A page with the children and the reserve rules that `rekindle embed` prints now. */
export function refreshPage(page: string): string {
  const used = ELEMENTS.filter(name => page.includes(`<rekindle-${name} `));
  return page
    .replace(
      /^( *)<rekindle-(\w+) class="rekindle-\w+"((?: [\w-]+(?:="[^"]*")?)*)>[\s\S]*?<\/rekindle-\2>/gm,
      (_all, indent: string, name: ElementName, attributes: string) => {
        const level = Number(/ heading-level="(\d)"/.exec(attributes)?.[1] ?? 2);
        const rest = attributes.replace(/ heading-level="\d"/, '').trim();
        return indented(embedElement(name, BUNDLED, { headingLevel: level, attributes: rest }), indent);
      },
    )
    .replace(/^( *)<style class="rekindle-reserve">[\s\S]*?<\/style>/m, (_all, indent: string) => {
      const rules = used.map(name => embedStyle(name)).join('\n');
      return `${indent}<style class="rekindle-reserve">\n${indented(rules, `${indent}  `)}\n${indent}</style>`;
    });
}

/** Folder of the pages, and the pages in it. */
export const DEMO = 'demo';

if (import.meta.main) {
  for (const file of readdirSync(DEMO).filter(name => name.endsWith('.html'))) {
    const path = join(DEMO, file);
    writeFileSync(path, refreshPage(readFileSync(path, 'utf8')));
  }
}
