import { readFileSync } from 'node:fs';

// The analyzer does not read @cssprop and @attr of a mixin: every element has what the mixin documents.
const shared = () => ({
  name: 'shared-custom-properties',
  packageLinkPhase({ customElementsManifest }) {
    const source = readFileSync('src/elements/content-mixin.ts', 'utf8');
    const cssProperties = [...source.matchAll(/@cssprop \[(--[\w-]+)(?:=([^\]]*))?\] - (.*)/g)].map(
      ([, name, standard, description]) => ({ name, ...(standard && { default: standard }), description }),
    );
    const attributes = [...source.matchAll(/@attr \{(\w+)\} ([\w-]+) - (.*)/g)].map(([, text, name, description]) => ({
      name,
      type: { text },
      description,
      default: 'false',
    }));
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.customElement) {
          declaration.attributes = [...(declaration.attributes ?? []), ...attributes];
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
