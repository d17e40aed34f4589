import { readFileSync } from 'node:fs';

// The analyzer does not read @cssprop of a mixin: every element reads the properties that the mixin documents.
const shared = () => ({
  name: 'shared-custom-properties',
  packageLinkPhase({ customElementsManifest }) {
    const source = readFileSync('src/elements/content-mixin.ts', 'utf8');
    const cssProperties = [...source.matchAll(/@cssprop \[(--[\w-]+)(?:=([^\]]*))?\] - (.*)/g)].map(
      ([, name, standard, description]) => ({ name, ...(standard && { default: standard }), description }),
    );
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.customElement) {
          declaration.cssProperties = [...(declaration.cssProperties ?? []), ...cssProperties];
        }
      }
    }
  },
});

export default {
  globs: ['src/elements/*.ts'],
  exclude: ['src/elements/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [shared()],
};
