import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributes } from '../content/packs/attributes.ts';
import { BUNDLED } from './bundled.ts';
import { BUNDLES, ELEMENTS } from './bundles.ts';
import { embedStyle } from './embed.ts';
import { fallback } from './fallback.ts';
import { printHtml } from './html.ts';

/*
 * Puts the WordPress plugin together: what stands in src/wordpress/, the bundles (a plugin must carry its scripts), the text
 * of each element and what its attributes take. Run by `npm run build`: node src/build/wordpress.ts
 */

const FROM = 'src/wordpress';
const TO = 'dist/wordpress/rekindle';
const FILES = ['rekindle.php', 'block.json', 'editor.js', 'readme.txt'];
/** What is for the owner of a page elsewhere: debug.js is not in the plugin. */
const WITHOUT = ['debug'];

/** What the elements take, by name of the element and of the attribute: the plugin lets nothing else through. */
export function elementsTable(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    ELEMENTS.map(name => [
      name,
      Object.fromEntries(
        Object.entries(attributes[`rekindle-${name}`] ?? {}).filter(([key]) => !WITHOUT.includes(key)),
      ),
    ]),
  );
}

function main(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  rmSync(TO, { recursive: true, force: true });
  mkdirSync(join(TO, 'fallback'), { recursive: true });
  for (const file of FILES) {
    writeFileSync(join(TO, file), readFileSync(join(FROM, file), 'utf8').replaceAll('__VERSION__', version));
  }
  copyFileSync('LICENSE', join(TO, 'license.txt'));
  for (const name of Object.keys(BUNDLES)) {
    // The source maps stay behind.
    const code = readFileSync(`dist/${name}.js`, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    writeFileSync(join(TO, `${name}.js`), code);
  }
  writeFileSync(join(TO, 'elements.json'), `${JSON.stringify(elementsTable(), null, 2)}\n`);
  writeFileSync(join(TO, 'rekindle.css'), `${ELEMENTS.map(name => embedStyle(name)).join('\n')}\n`);
  for (const name of ELEMENTS) {
    const html = fallback(name, BUNDLED, 2).map(one => printHtml(one));
    writeFileSync(join(TO, 'fallback', `${name}.html`), `${html.join('\n')}\n`);
  }
}

if (import.meta.main) main();
