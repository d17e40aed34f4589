import { readFileSync, writeFileSync } from 'node:fs';
import type { Manifest } from './api.ts';

/* Writes llms.txt, what a language model has to know to embed the elements: `npm run docs`. A test compares. */

const code = (names: readonly (string | undefined)[]): string => names.map(name => `\`${name}\``).join(', ') || 'none';

/** The text, as the manifest has the elements now. */
export function llmsText(manifest: Manifest): string {
  const elements = manifest.modules.flatMap(module => module.declarations ?? []).filter(one => one.tagName);
  return [
    '# rekindle',
    '',
    '> A relationship guide as drop-in web components: tips carousel, self-assessment, activity picker, helplines, and the',
    '> whole guide. Private: no request beyond the files that the page names, nothing stored unless the page allows it and',
    '> the reader asks for it. Readable without JavaScript.',
    '',
    '## Embed',
    '',
    '- `npx rekindle embed tips` prints the snippet to paste: rule, script tag, element with its text inside. Prefer it to',
    '  a bare tag. ELEMENT is tips, checklist, activities, helplines or guide.',
    '- `npx rekindle script rekindle.js` prints a CDN script tag by exact version and hash. Never invent a hash or version.',
    '- `rekindle.js` has all elements. `tips.js`, `checklist.js`, `activities.js` and `helplines.js` have one each;',
    '  `tips-actions.js` is `tips.js` with what `actions`, `storage` and `start="resume"` need. The guide is in `rekindle.js`',
    '  alone.',
    '- Until the first release nothing is on npm or a CDN: build a clone (`npm ci && npm run build`), and serve its `dist/`.',
    '- With a bundler: `import "rekindle"`, or `import "rekindle/define/tips.js"`. `rekindle/elements/rekindle-tips.js` has',
    '  the class alone and defines nothing; words for it are in `rekindle/content/en.js`.',
    '- Types: `import type {} from "rekindle/react"`, or `preact`, `solid`, `svelte`, `vue`.',
    '- Words of your own: `.pack` property, JSON in a `<script type="application/json">` child, or `src`; `npx rekindle pack',
    '  DIR > my-words.json` checks them and writes the pack. Schema: `rekindle/schema/pack.json`. Its `messages` are buttons and',
    '  labels, in English where left out; `npx rekindle messages` prints ours.',
    '- Boolean attributes are false when left out. Events bubble, are composed, and have read-only fields, no `detail`.',
    '- Do not promise outcomes in text around it, and do not hide its care notes, helplines or "Leave this page".',
    '',
    '## Elements',
    '',
    ...elements.flatMap(({ tagName, description = '', attributes = [], events = [], slots = [] }) => [
      `### <${tagName}>`,
      '',
      (description.split('\n\n')[0] ?? '').replaceAll('\n', ' '),
      '',
      `- Attributes: ${code(attributes.map(({ name, type }) => `${name}: ${type?.text}`))}`,
      `- Events: ${code(events.map(({ name }) => name))}`,
      `- Slots: ${code(slots.map(({ name }) => name || '(default)'))}`,
      '',
    ]),
    '## More',
    '',
    '- [README](README.md): all attributes, methods, events, parts and custom properties, with their defaults',
    '- [CHANGELOG](CHANGELOG.md)',
    '- [SECURITY](SECURITY.md): what the elements do with what a reader tells them',
    '',
  ].join('\n');
}

if (import.meta.main) {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  writeFileSync('llms.txt', llmsText(manifest));
}
