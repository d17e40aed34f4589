import { element, printHtml } from './html.ts';
import { fallback, type ElementName, type FallbackSource } from './fallback.ts';

/**
 * Heights that the snippet reserves, by the width of the page: what the element measures with our own words in a column
 * with margins of 1em or, on a wide page, of 40em, and a little more. A test compares them. The activities and the guide
 * are taller than a screen before and after, so that nothing below them is on the screen to move.
 */
const RESERVES: Readonly<Partial<Record<ElementName, string>>> = {
  tips: 'max(3030px - 496vi, 1670px - 137vi, 970px - 15vi)',
  checklist: 'max(1680px - 127vi, 890px - 3vi)',
  helplines: 'max(490px - 31vi, 315px)',
};

export const ELEMENTS: readonly ElementName[] = ['tips', 'checklist', 'activities', 'helplines', 'guide'];

export interface EmbedOptions {
  /** Level of the outermost headings; it becomes the element's `heading-level`. Default 2. */
  readonly headingLevel?: number;
  /** Further attributes, as they stand in the tag: `country="NZ"`. */
  readonly attributes?: string;
}

/** The element with its children: what a page holds where the element stands. */
export function embedElement(name: ElementName, source: FallbackSource, options: EmbedOptions = {}): string {
  const level = options.headingLevel ?? 2;
  const attributes = [
    `class="rekindle-${name}"`,
    level === 2 ? '' : `heading-level="${level}"`,
    options.attributes ?? '',
  ].filter(Boolean);
  const exit = / ?exit-url="([^"]*)"/.exec(options.attributes ?? '')?.[1] ?? '';
  return printHtml(element(`rekindle-${name} ${attributes.join(' ')}`, ...fallback(name, { exit, ...source }, level)));
}

/**
 * The style rule that keeps the page still while the script is on its way: the children scroll in a box of the height
 * that the element will have, and no margin of theirs moves the element. Without script they stand in full.
 */
export function embedStyle(name: ElementName): string {
  const height = RESERVES[name];
  if (!height) return `.rekindle-${name} { display: flow-root; }`;
  return `@media screen and (scripting: enabled) {
  .rekindle-${name} { display: flow-root; min-block-size: ${height}; }
  .rekindle-${name}:not(:defined) { block-size: ${height}; overflow: auto; }
}`;
}

/** Everything that a page needs: the rule, the script tag and the element. */
export function embedSnippet(name: ElementName, source: FallbackSource, options: EmbedOptions = {}): string {
  return [
    '<style>',
    embedStyle(name).replace(/^/gm, '  '),
    '</style>',
    '<script type="module" src="rekindle.js"></script>',
    embedElement(name, source, options),
    '',
  ].join('\n');
}
