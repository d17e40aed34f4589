import type { Plugin } from 'rollup';

/*
 * What tsc writes for decorators of properties, in fewer words: one call a class for all its properties, in place of a
 * decorator and a call for each. Lit's decorators do no more than this call where they stand on a property.
 */

const TSLIB = '\0tslib';
const DECORATE =
  'export const __decorate = (of, properties) => { for (const name of Object.keys(properties)) of.createProperty(name, properties[name]); };';

/** A property as tsc writes it. */
const ONE = String.raw`__decorate\(\[\s*(property|state)\(([^()]*)\)\s*\], (\w+)\.prototype, "(\w+)", void 0\);\s*`;

/** Rollup plugin. It stops at what it does not know: a decorator of another kind, the name of a private property as text. */
export function decorate(): Plugin {
  return {
    name: 'decorate',
    resolveId: id => (id === 'tslib' ? TSLIB : null),
    load: id => (id === TSLIB ? DECORATE : null),
    transform(code) {
      const changed = code.replace(new RegExp(`(?:${ONE})+`, 'g'), (all, _kind, _options, of: string) => {
        const properties = [...all.matchAll(new RegExp(ONE, 'g'))].map(
          ([, kind, options, , name]) => `${name}: ${kind === 'state' ? '{ attribute: false }' : options || '{}'}`,
        );
        return `__decorate(${of}, { ${properties.join(', ')} });\n`;
      });
      if (/__decorate\(\[/.test(changed)) this.error('a decorator that is not one of a property');
      if (/reflect: true/.test(code))
        this.error('a property that is reflected: the bundle does not, the element has to');
      if (/\.has\(['"]_/.test(code))
        this.error('the name of a private property as text: the bundle shortens the property alone');
      return changed === code ? null : { code: changed, map: null };
    },
  };
}
