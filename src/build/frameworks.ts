/* Types for frameworks: what each knows of any element, and what jsx.d.ts says of ours. */

/** Of the manifest: an element, and what jsx.d.ts calls it. */
export interface ElementName {
  /** `rekindle-tips` */
  readonly tag: string;
  /** `RekindleTips` */
  readonly name: string;
}

const each = (elements: readonly ElementName[], line: (element: ElementName) => string): string =>
  elements.map(element => `    ${line(element)};`).join('\n');

const names = (elements: readonly ElementName[], suffixes: readonly string[]): string =>
  elements.flatMap(({ name }) => suffixes.map(suffix => `  ${name}${suffix},`)).join('\n');

const classes = (elements: readonly ElementName[]): string =>
  `import type {\n${names(elements, [''])}\n} from '../lib/bundles/rekindle.js';`;

const props = (elements: readonly ElementName[], suffixes: readonly string[] = ['Props']): string =>
  `import type {\n${names(elements, suffixes)}\n} from './jsx.js';`;

/** What both a framework and we name, such as `content`, is ours. */
const OF = `type Of<Html, Props> = Omit<Html, keyof Props> & Props;`;

const react = (
  elements: readonly ElementName[],
): string => `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${classes(elements)}
${props(elements)}
import type { CustomCssProperties } from './jsx.js';

${OF}
type Html<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${each(elements, ({ tag, name }) => `  '${tag}': Of<Html<${name}>, ${name}Props>`)}
    }
  }
  interface CSSProperties extends CustomCssProperties {}
}
`;

const preact = (elements: readonly ElementName[]): string => `import type { HTMLAttributes } from 'preact';
${classes(elements)}
${props(elements)}

${OF}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${each(elements, ({ tag, name }) => `  '${tag}': Of<HTMLAttributes<${name}>, ${name}Props>`)}
    }
  }
}
`;

const solid = (elements: readonly ElementName[]): string => `import type { JSX } from 'solid-js';
${classes(elements)}
${props(elements, ['Props', 'SolidJsProps'])}

${OF}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${each(elements, ({ tag, name }) => `  '${tag}': Of<JSX.HTMLAttributes<${name}>, ${name}Props & Omit<${name}SolidJsProps, 'innerHTML' | 'textContent'>>`)}
    }
  }
}
`;

const svelte = (elements: readonly ElementName[]): string => `import type { HTMLAttributes } from 'svelte/elements';
${classes(elements)}
${props(elements)}

${OF}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${each(elements, ({ tag, name }) => `'${tag}': Of<HTMLAttributes<${name}>, ${name}Props>`)}
  }
}
`;

const vue = (elements: readonly ElementName[]): string => `import type { HTMLAttributes, PublicProps } from 'vue';
${classes(elements)}
${props(elements)}

${OF}
type Camel<Name extends string> = Name extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Name;

/** Vue calls the listener of \`rekindle-error\` \`onRekindleError\`. */
type VueProps<Props> = {
  [Name in keyof Props as Name extends \`on\${infer Event extends \`rekindle-\${string}\`}\`
    ? \`on\${Capitalize<Camel<Event>>}\`
    : Name]: Props[Name];
};

/** Not a component: what a template may set on the element, and what a ref to it gives. */
type VueElement<Element, Props> = new () => Element & { $props: Of<HTMLAttributes, VueProps<Props>> & PublicProps };

declare module 'vue' {
  interface GlobalComponents {
${each(elements, ({ tag, name }) => `'${tag}': VueElement<${name}, ${name}Props>`)}
  }
}
`;

/** Files of types, by name. They go with jsx.d.ts, whose types they take. */
export const frameworkTypes = (elements: readonly ElementName[]): Readonly<Record<string, string>> => ({
  'react.d.ts': react(elements),
  'preact.d.ts': preact(elements),
  'solid.d.ts': solid(elements),
  'svelte.d.ts': svelte(elements),
  'vue.d.ts': vue(elements),
});
