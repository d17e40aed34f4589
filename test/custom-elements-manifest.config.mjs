import { readFileSync, writeFileSync } from 'node:fs';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypes } from '../src/build/frameworks.ts';

/* The manifest, and from it what editors and frameworks read: one source, all in dist/. */

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

const isPublic = member =>
  member.description !== undefined && !member.static && !member.privacy && !/^[#_]/.test(member.name);

/** Of a module of our source, the module that people get. */
const shipped = path => path.replace(/^\/?src\/(.*)\.ts$/, 'lib/$1.js');

// What a page can use, by the modules that the package has: elements and their events, without what only our source knows.
const published = () => ({
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const declarations = manifest.modules.flatMap(module => module.declarations ?? []);
    const pack = declarations
      .find(({ name }) => name === 'ContentMixin')
      .members.find(member => member.name === 'pack' && !member.static);
    manifest.modules = manifest.modules.filter(
      ({ path, declarations = [] }) => path.endsWith('/events.ts') || declarations.some(({ tagName }) => tagName),
    );
    for (const module of manifest.modules) {
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        if (!declaration.tagName) continue;
        // The analyzer takes the static one of the class, the bundled pack, for it.
        declaration.members.unshift(pack);
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('rekindle-'));
        manifest.modules.push({
          kind: 'javascript-module',
          path: `lib/bundles/${declaration.tagName.replace('rekindle-', '')}.js`,
          declarations: [],
          exports: [
            {
              kind: 'custom-element-definition',
              name: declaration.tagName,
              declaration: { name: declaration.name, module: module.path },
            },
          ],
        });
      }
    }
    manifest.modules = JSON.parse(JSON.stringify(manifest.modules), (key, value) =>
      (key === 'path' || key === 'module') && typeof value === 'string' ? shipped(value) : value,
    );
  },
});

// The generator knows attributes, properties and events; what it says for each framework is left out, since it asks for all
// of them to be installed, and takes no ref of React's.
const frameworks = () => ({
  name: 'frameworks',
  packageLinkPhase({ customElementsManifest }) {
    const manifest = structuredClone(customElementsManifest);
    const elements = [];
    for (const module of manifest.modules) {
      for (const declaration of module.declarations.filter(({ tagName }) => tagName)) {
        elements.push({ tag: declaration.tagName, name: declaration.name });
        declaration.members = declaration.members.filter(member => !member.readonly);
        // It imports what a module exports: the classes of the events too.
        const events = declaration.events.map(({ type }) => type.text);
        module.exports.push(...events.map(name => ({ kind: 'js', name, declaration: { name } })));
      }
    }
    const all = { outdir: 'dist', fileName: 'jsx.d.ts', globalTypePath: '../lib/bundles/rekindle.js' };
    generateJsxTypes(manifest, { ...all, stronglyTypedEvents: true });
    const [types] = readFileSync('dist/jsx.d.ts', 'utf8').split('\ndeclare module');
    writeFileSync('dist/jsx.d.ts', types);
    for (const [file, text] of Object.entries(frameworkTypes(elements))) writeFileSync(`dist/${file}`, text);
  },
});

export default {
  globs: ['src/elements/*.ts'],
  exclude: ['src/elements/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    shared(),
    published(),
    customElementVsCodePlugin({ outdir: 'dist', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, hideLogs: true }),
    frameworks(),
  ],
};
