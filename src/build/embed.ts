import { element, printHtml } from './html.ts';
import { fallback, type ElementName, type FallbackSource } from './fallback.ts';

/** Heights that the snippet reserves, in px by width of the element: as tall as it ends up with our own words. */
const RESERVES: Readonly<Partial<Record<ElementName, string>>> = {
  tips: 'clamp(720px, 1090px - 50vi, 930px)',
  checklist: 'clamp(980px, 1360px - 60vi, 1180px)',
  activities: '1500px',
  helplines: 'clamp(300px, 470px - 30vi, 400px)',
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
  return printHtml(element(`rekindle-${name} ${attributes.join(' ')}`, ...fallback(name, source, level)));
}

/**
 * The style rule that keeps the page still while the script is on its way: the children scroll in a box of the height
 * that the element will have. Without script they stand in full. Empty for the guide, which is long either way.
 */
export function embedStyle(name: ElementName): string {
  const height = RESERVES[name];
  if (!height) return '';
  return `@media (scripting: enabled) {
  .rekindle-${name} { display: block; min-block-size: ${height}; }
  .rekindle-${name}:not(:defined) { block-size: ${height}; overflow: auto; }
}`;
}

/** Everything that a page needs: the rule, the script tag and the element. */
export function embedSnippet(name: ElementName, source: FallbackSource, options: EmbedOptions = {}): string {
  const style = embedStyle(name);
  return [
    ...(style ? ['<style>', ...style.split('\n').map(line => `  ${line}`), '</style>'] : []),
    '<script type="module" src="rekindle.js"></script>',
    embedElement(name, source, options),
    '',
  ].join('\n');
}
