import { parseFragment } from 'parse5';
import { chosenSections, namesIn } from '../domain/chapters.ts';
import { messagesFor } from '../domain/messages-check.ts';
import { NEEDS } from '../domain/pack-rules.ts';
import { validate } from '../content/validate.ts';
import type { Pack } from '../content/model.ts';
import { element, escapeHtml, printHtml, type Html } from './html.ts';
import { fallback, type ElementName, type FallbackSource } from './fallback.ts';

/**
 * Heights that the snippet reserves, by the width of the page: what the element measures with our own words in a column
 * with margins of 1em or, on a wide page, of 40em, and a little more. A test compares them. The activities and the guide
 * are taller than a screen before and after, so that nothing below them is on the screen to move.
 */
const RESERVES: Readonly<Partial<Record<ElementName, string>>> = {
  tips: 'max(3030px - 496vi, 1670px - 137vi, 1012px - 15vi)',
  checklist: 'max(1680px - 127vi, 890px - 3vi)',
  helplines: 'max(516px - 31vi, 341px)',
};

/** Address of a folder, with the slash at its end. */
export const folderAddress = (base: string): string => (base.endsWith('/') ? base : `${base}/`);

export interface EmbedOptions {
  /** Level of the outermost headings; it becomes the element's `heading-level`. Default 2. */
  readonly headingLevel?: number;
  /** Further attributes, as they stand in the tag: `country="NZ"`. */
  readonly attributes?: string;
  /** The words are not those of the bundle: they say which language they are in, whatever page they stand on. */
  readonly isOwn?: boolean;
  /** Words of the page's own, which the script reads from the snippet: what the element needs of them. */
  readonly words?: Words | undefined;
  /** Address of the folder that the script stands in, with a slash at its end. Default: that of the page. */
  readonly base?: string;
}

/** What an element needs of a pack. */
export type Words = Partial<Pack>;

/** Part of a pack that an element shows. */
export const partOf = (name: ElementName): 'sections' | Exclude<ElementName, 'guide'> =>
  name === 'guide' ? 'sections' : name;

/** What this element needs of a pack whose shape is right. */
export function wordsFor(name: ElementName, pack: Pack): Words {
  const { messages, ...words } = validate(NEEDS[`rekindle-${name}`] ?? {}, pack, pack.id) as Words;
  const own = messagesFor(words, messages);
  return own ? { ...words, messages: own } : words;
}

/** A pack as a child of an element, which the element takes its words from. */
export const packElement = (pack: Words): Html =>
  element('script type="application/json"', JSON.stringify(pack).replaceAll('<', '\\u003c'));

/** Attributes as they stand in a tag, by name, with the values that a browser reads. @throws TypeError when they do not read as such */
export function readAttributes(text: string): ReadonlyMap<string, string> {
  // What stands between two is never empty: else each word could be split in any way, and all would be tried.
  if (!/^\s*(?:[a-z][\w-]*(?:="[^"<>]*")?(?:\s+|$))*$/.test(text))
    throw new TypeError(`attributes stand as in a tag, name="value", not: ${text}`);
  const names = text.replace(/="[^"]*"/g, '').split(/\s+/);
  const twice = names.find((name, i) => name && names.indexOf(name) < i);
  if (twice)
    throw new TypeError(`${twice} stands twice in the attributes: a browser reads the first alone. Take one out`);
  const [tag] = parseFragment(`<i ${text}></i>`).childNodes;
  return new Map(tag && 'attrs' in tag ? tag.attrs.map(({ name, value }) => [name, value]) : []);
}

/** The words that the attributes of a guide leave. */
function chosen({ pack, messages }: FallbackSource, attributes: ReadonlyMap<string, string>): FallbackSource {
  const without = namesIn(attributes.get('without') ?? '');
  const sections = chosenSections(pack.sections ?? [], attributes.get('chapters') ?? '').map(section =>
    section.element && without.includes(section.element) ? { ...section, element: undefined } : section,
  );
  const exit = attributes.get('exit-url') ?? '';
  const country = attributes.get('country') ?? '';
  return { messages, exit, country, pack: pack.sections ? { ...pack, sections } : pack };
}

/** The children of an element. */
function children(name: ElementName, source: FallbackSource, options: EmbedOptions): Html[] {
  const attributes = readAttributes(options.attributes ?? '');
  const all = fallback(name, chosen(source, attributes), options.headingLevel ?? 2);
  const shown = attributes.has('collapsed') ? all.map(closed) : all;
  const { lang, dir } = source.pack;
  const marked = options.isOwn ? [element(`div lang="${escapeHtml(lang)}" dir="${dir}"`, ...shown)] : shown;
  return options.words ? [...marked, packElement(options.words)] : marked;
}

/** A chapter as the element shows it, closed; anything else as it is. */
function closed(html: Html): Html {
  if (typeof html === 'string' || !html.tag.startsWith('section')) return html;
  const [heading = '', ...rest] = html.children;
  return element(html.tag, element('details', element('summary', heading), ...rest));
}

/** The element with its children: what a page holds where the element stands. */
export function embedElement(name: ElementName, source: FallbackSource, options: EmbedOptions = {}): string {
  const level = options.headingLevel ?? 2;
  const attributes = [
    `class="rekindle-${name}"`,
    level === 2 ? '' : `heading-level="${level}"`,
    options.attributes ?? '',
  ].filter(Boolean);
  return printHtml(element(`rekindle-${name} ${attributes.join(' ')}`, ...children(name, source, options)));
}

/**
 * The style rule that keeps the page still while the script is on its way: the children scroll in a box of the height
 * that the element will have, and no margin of theirs moves the element. Without script they stand in full.
 *
 * @param services - of the country that the helplines show from the start: with one they are taller than most screens, and
 *   what is below one screen moves unseen
 */
export function embedStyle(name: ElementName, services = 0): string {
  const height = services ? `min(100vb, ${700 + 290 * services}px)` : RESERVES[name];
  // Else the mark of a closed chapter stands on a line of its own, above the heading.
  const marks = name === 'guide' ? '\n.rekindle-guide section > details > summary > * { display: inline; }' : '';
  if (!height) return `.rekindle-${name}:not([hidden]) { display: flow-root; }${marks}`;
  return `@media screen and (scripting: enabled) {
  .rekindle-${name}:not([hidden]) { display: flow-root; min-block-size: ${height}; }
  .rekindle-${name}:not(:defined) { block-size: ${height}; overflow: auto; }
}`;
}

/** Height that a frame reserves: of an element that is taller than a screen, a screen. */
export function frameReserve(name: ElementName): string {
  return RESERVES[name] ?? '100vb';
}

/** Before `src`, `data-cfasync` keeps Cloudflare's Rocket Loader from loading the script in its own way. */
const scriptTag = ({ base = '' }: EmbedOptions): string =>
  `<script type="module" data-cfasync="false" src="${escapeHtml(base)}rekindle.js"></script>`;

/** Everything that a page needs: the rule, the script tag and the element. */
export function embedSnippet(name: ElementName, source: FallbackSource, options: EmbedOptions = {}): string {
  const country = readAttributes(options.attributes ?? '')
    .get('country')
    ?.toUpperCase();
  const shown = name === 'helplines' ? source.pack.helplines?.find(one => one.country === country) : undefined;
  return [
    '<style>',
    embedStyle(name, shown?.services.length).replace(/^/gm, '  '),
    '</style>',
    scriptTag(options),
    embedElement(name, source, options),
    '',
  ].join('\n');
}

/** An element as it renders itself first. */
export interface Written {
  /** Opening tag, with the attributes that the element gives itself. */
  readonly tag: string;
  /** Its shadow root, as a declarative one. */
  readonly template: string;
  /** Sources that a strict `style-src` has to allow until the script has run. */
  readonly styles: readonly string[];
}

/**
 * Everything that a page needs, with the element written out: it looks before the script as it does with it. The children
 * are for readers without script, and for what reads no declarative shadow root: feeds, mail, reader modes, older browsers.
 */
export function declarativeSnippet(
  name: ElementName,
  source: FallbackSource,
  { tag, template, styles }: Written,
  options: EmbedOptions = {},
): string {
  return [
    `<!-- A strict style-src needs: ${styles.join(' ')} -->`,
    scriptTag(options),
    printHtml(element(tag, template, ...children(name, source, options))),
    '',
  ].join('\n');
}
