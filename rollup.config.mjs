import { chmodSync, readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { alike } from './src/build/alike.ts';
import { BUNDLES } from './src/build/bundles.ts';
import { decorate } from './src/build/decorate.ts';
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

/*
 * Names that nothing outside a bundle reads: Lit's own, those of ours that begin with an underscore, which are private or
 * protected, and what our controllers, options and parts of an element call each other by. What elements of two bundles use of
 * each other stays (`addController`, `hostUpdated`, `updateComplete`; of what is stored `values`, `isKept`, `erase`; of events
 * `found`, `all`, `to`, `remaining`), and so does what is also text (`elementProperties`).
 */
const INTERNAL = new RegExp(
  `^_|^(${[
    'createProperty|renderOptions|renderBefore|isUpdatePending|createRenderRoot|enableUpdating',
    'announce|bundled|canUndo|facets|forget|forgetOutcome|fromParams|hasShortcut|indices|lastDay|markRead|optionsOf',
    'perPage|prefix|problem|raised|reach|realign|renderKept|renderToggle|renew|restart|toUtc|unfold|unfolded',
    'isActiveHeight|isCut|isDone|isLeaving|isLongRead|isOff|isOn|isPlaying|isPrivate|isRead|isSeen|isShown|isThere',
    'isVisible|isWindow',
    'onChange|onError|onEvent|onMigrate|onPass|onReplace|onRest|onScroll|onTime',
  ].join('|')})$`,
);

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

const placeholders = () => {
  const code = readFileSync('lib/bundles/placeholder.js', 'utf8').replace(/^export {};$|^\/\/# .*$/gm, '');
  if (/^\s*(?:export|import)\b/m.test(code))
    throw new Error('placeholder.ts is a module still: a classic script cannot hold it');
  return code;
};

// A script without Lit in it.
const small = () => terser({ ecma: 2022, compress: { passes: 3 }, format: { comments: false } });

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
  plugins: [small()],
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
  plugins: [small()],
  output: { file: 'dist/debug.js', format: 'es', sourcemap: true },
};

export default [...bundles, ...scripts, debug, command];
