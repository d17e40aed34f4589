// Who may import whom: data flows down this list, and an import only points up it. See src/README.md.
const LAYERS = ['content', 'domain', 'controllers', 'elements', 'bundles'];
const outside = allowed => ({ path: '^src/', pathNot: `^src/(${allowed.join('|')})/` });

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'content-imports-below',
      severity: 'error',
      from: { path: '^src/content/' },
      to: outside(['content', 'domain']),
    },
    {
      name: 'domain-imports-below',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: outside(['content', 'domain']),
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/(domain|content)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    {
      name: 'controllers-import-below',
      severity: 'error',
      from: { path: '^src/controllers/' },
      to: outside(LAYERS.slice(0, 3)),
    },
    {
      name: 'elements-import-below',
      severity: 'error',
      from: { path: '^src/elements/' },
      to: outside(LAYERS.slice(0, 4)),
    },
    {
      name: 'elements-import-no-sibling',
      severity: 'error',
      from: { path: '^src/elements/' },
      to: { path: '^src/elements/rekindle-[a-z]+\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'words-come-through-bundles',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(bundles|build|content)/' },
      to: { path: '^src/content/packs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'bundles-import-no-build',
      severity: 'error',
      from: { path: '^src/bundles/' },
      to: { path: '^src/build/' },
    },
    {
      name: 'build-imports-content-and-domain',
      severity: 'error',
      from: { path: '^src/build/', pathNot: '^src/build/declarative\\.ts$' },
      to: outside(['build', 'content', 'domain']),
    },
    {
      // It renders what a script tag loads: the bundles, as a page would. Elements it may tell what to do without a document.
      name: 'declarative-imports-bundles',
      severity: 'error',
      from: { path: '^src/build/declarative\\.ts$' },
      to: outside(['build', 'content', 'domain', 'bundles', 'elements']),
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
