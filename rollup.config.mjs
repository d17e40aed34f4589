import { chmodSync, readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { alike } from './src/build/alike.ts';
import { guestLit } from './src/build/guest-lit.ts';
import { guestWrapper } from './src/build/guest-wrapper.ts';
import { shortNames } from './src/build/short-names.ts';
import { templates } from './src/build/templates.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

// Input is tsc's output in lib/: @rollup/plugin-typescript 12 cannot load TypeScript 7.

const literals = () => ({
  name: 'minify-literals',
  transform(code, id) {
    if (id.includes('node_modules')) return null;
    // Blank text at the edges of blocks would be nodes of the page; svg`<path/>` has to keep its slash.
    // The css targets are our browser floor; lower ones would rewrite light-dark().
    return minifyHTMLLiterals(code, {
      fileName: id,
      html: { conservativeCollapse: false, keepClosingSlash: true },
      css: { targets: { chrome: 123 << 16, firefox: 128 << 16, safari: (17 << 16) | (5 << 8) } },
    });
  },
});

// One call a class for all its properties, in place of a decorator and a call for each.
const decorate = () => ({
  name: 'decorate',
  resolveId: id => (id === 'tslib' ? '\0tslib' : null),
  load: id =>
    id === '\0tslib'
      ? 'export const __decorate = (of, properties) => { for (const name of Object.keys(properties)) of.createProperty(name, properties[name]); };'
      : null,
  transform(code) {
    const one = String.raw`__decorate\(\[\s*(property|state)\(([^()]*)\)\s*\], (\w+)\.prototype, "(\w+)", void 0\);\s*`;
    const changed = code.replace(new RegExp(`(?:${one})+`, 'g'), (all, _kind, _options, of) => {
      const properties = [...all.matchAll(new RegExp(one, 'g'))].map(
        ([, kind, options, , name]) => `${name}: ${kind === 'state' ? '{ attribute: false }' : options || '{}'}`,
      );
      return `__decorate(${of}, { ${properties.join(', ')} });\n`;
    });
    if (/__decorate\(\[/.test(changed)) this.error('a decorator that is not one of a property');
    if (/reflect: true/.test(code)) this.error('a property that is reflected: the bundle does not, the element has to');
    if (/\.has\(['"]_/.test(code))
      this.error('the name of a private property as text: the bundle shortens the property alone');
    return changed === code ? null : { code: changed, map: null };
  },
});

/*
 * Names that nothing outside a bundle reads: Lit's own, those of ours that begin with an underscore, which are private or
 * protected, and what our controllers, options and parts of an element call each other by. What elements of two bundles use of
 * each other stays (`addController`, `hostUpdated`, `updateComplete`; of what is stored `values`, `isKept`, `erase`; of events
 * `found`, `all`, `to`, `remaining`), and so does what is also text (`elementProperties`).
 */
const INTERNAL = new RegExp(
  `^_|^(${[
    'createProperty|renderOptions|renderBefore|isUpdatePending|createRenderRoot|enableUpdating',
    'announce|bundled|canUndo|facets|fromParams|hasShortcut|indices|lastDay|optionsOf|perPage|toUtc|unfold|unfolded',
    'isCut|isDone|isLongRead|isOff|isOn|isPrivate|isThere|isWindow',
    'onChange|onError|onEvent|onMigrate|onPass|onReplace|onRest|onTime',
  ].join('|')})$`,
);

const BUNDLES = {
  rekindle: ['tips', 'checklist', 'activities', 'helplines', 'guide'],
  tips: ['tips'],
  'tips-actions': ['tips'],
  checklist: ['checklist', 'helplines'],
  activities: ['activities'],
  helplines: ['helplines'],
};

const bundles = Object.entries(BUNDLES).map(([name, elements]) => {
  const { intro, outro } = guestWrapper(
    name === 'rekindle' ? name : `rekindle-${name}`,
    elements.map(element => `rekindle-${element}`),
    version,
  );
  const module = { file: `dist/${name}.js`, format: 'es', sourcemap: true, intro, outro };
  // The placeholders stand outside of what a second copy skips: the first may be a module, which has none.
  const classic = { ...module, file: `dist/${name}.classic.js`, format: 'iife', outro: () => outro + placeholders() };
  return {
    input: `lib/bundles/${name}.js`,
    plugins: [
      decorate(),
      nodeResolve(),
      guestLit(),
      literals(),
      templates(),
      shortNames(INTERNAL),
      alike(),
      terser({
        ecma: 2022,
        compress: { passes: 3, inline: 1, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
        // The engine then compiles all of it beside the main thread, while the page goes on: most of it runs at once anyway.
        format: { comments: false, preamble: '//# allFunctionsCalledOnLoad' },
      }),
    ],
    output: name === 'rekindle' ? [module, classic] : module,
  };
});

const placeholders = () => readFileSync('lib/bundles/placeholder.js', 'utf8').replace(/^export {};$|^\/\/# .*$/gm, '');

// What loads or frames the elements, and has none in it. A sandboxed frame runs no module from elsewhere.
const helpers = Object.entries({
  autoload: ['autoload', 'es'],
  frame: ['frame', 'iife'],
  framed: ['frame/page', 'iife'],
});
const scripts = helpers.map(([name, [file, format]]) => ({
  input: `lib/bundles/${name}.js`,
  // The files that it loads stand beside it, in dist/ as in lib/.
  external: id => name === 'autoload' && id.startsWith('./'),
  makeAbsoluteExternalsRelative: false,
  plugins: [terser({ ecma: 2022, compress: { passes: 3 }, format: { comments: false } })],
  output: { file: `dist/${file}.js`, format, sourcemap: true },
}));

// Lit's builds for servers; all else as the bundles have it, which resolves to ES modules.
const litForServers = () => {
  const { resolveId } = nodeResolve({ exportConditions: ['node', 'default'] });
  return {
    name: 'lit-for-servers',
    resolveId(id, ...rest) {
      return /^@?lit\b/.test(id) ? resolveId.handler.call(this, id, ...rest) : null;
    },
  };
};

// The literals are minified as in the bundles: what the command writes is what they render.
const command = {
  input: 'lib/build/command.js',
  plugins: [
    decorate(),
    litForServers(),
    nodeResolve({ exportConditions: ['default'], preferBuiltins: true }),
    literals(),
    terser({ ecma: 2022 }),
    // In a clone npx runs the file itself, by a link that outlives the build; in an installed package npm sets this.
    { name: 'executable', writeBundle: () => chmodSync('dist/bin/rekindle.js', 0o755) },
  ],
  external: id => id.startsWith('node:'),
  output: { file: 'dist/bin/rekindle.js', format: 'es', banner: '#!/usr/bin/env node', inlineDynamicImports: true },
};

// For the owner of a page alone: it has no Lit in it.
const debug = {
  input: 'lib/bundles/debug.js',
  plugins: [terser({ ecma: 2022, compress: { passes: 3 }, format: { comments: false } })],
  output: { file: 'dist/debug.js', format: 'es', sourcemap: true },
};

export default [...bundles, ...scripts, debug, command];
