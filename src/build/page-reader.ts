import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';
import {
  ESCAPED,
  frameName,
  isOwnTag,
  saysJson,
  TELLING,
  zerosIn,
  type Page,
  type PageElement,
  type PageNode,
  type PageScript,
} from '../domain/page.ts';

type Node =
  DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment;
type Element = DefaultTreeAdapterTypes.Element;

/** Where text is an example, not a tag that an editor took for words. */
const EXAMPLES = ['code', 'pre', 'textarea', 'kbd', 'samp', 'script', 'style', 'title', 'noscript'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly DefaultTreeAdapterTypes.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];
const attributesOf = (element: Element): ReadonlyMap<string, string> =>
  new Map(element.attrs.map(({ name, value }) => [name, value]));
const whereOf = (node: Node): string => {
  const at = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
  return at ? `${at.startLine}:${at.startCol}` : '';
};
const isJson = (node: Node): boolean =>
  isElement(node) && node.tagName === 'script' && attributesOf(node).get('type')?.toLowerCase() === 'application/json';

const typeOf = (element: Element): string => attributesOf(element).get('type') ?? '';
const isUs = (element: Element): boolean => isOwnTag(element.tagName) || attributesOf(element).has('data-rekindle');

/**
 * All that stands in a node, in the order of the page: by a list, since a page may be deeper than a stack.
 *
 * @param isClosed - elements that are left out with all that is in them
 */
function inside(node: Node, isClosed: (element: Element) => boolean = () => false): readonly Node[] {
  const found: Node[] = [];
  const open: Node[] = [node];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one !== node) {
      if (isElement(one) && isClosed(one)) continue;
      found.push(one);
    }
    // One by one: a node may have more children than a call may have arguments.
    for (const child of childrenOf(one).toReversed()) open.push(child);
  }
  return found;
}

const elementsIn = (node: Node): readonly Element[] => inside(node).filter(isElement);

/** What stands in an element of the page, but not in another one in it, ours or of anybody else. */
const ownIn = (node: Node): readonly Element[] =>
  inside(node, one => one.tagName.includes('-') || isUs(one)).filter(isElement);

const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

const rawText = (element: Element): string => element.childNodes.map(node => (isText(node) ? node.value : '')).join('');

/** How much of a text the checks look at. */
const ENOUGH = 200;

/** What stands in an element of ours, and around it. */
interface Surroundings {
  text: string;
  readonly tags: Set<string>;
  /** The nearest one, of the element or of what it stands in. */
  readonly lang: string;
  /** The one of ours that it stands in. */
  readonly outer: Surroundings | undefined;
}

/** In one walk for all of them: looked at by itself, each of many that stand in one another would be a walk through the rest. */
function surroundings(document: Node): ReadonlyMap<Element, Surroundings> {
  const found = new Map<Element, Surroundings>();
  /** Of each node: the one of ours that it is, or stands in. */
  const owners = new Map<Node, Surroundings | undefined>();
  const langs = new Map<Node, string>();
  for (const node of inside(document, one => ['script', 'style'].includes(one.tagName))) {
    const parent = 'parentNode' in node ? node.parentNode : null;
    const outer = parent ? owners.get(parent) : undefined;
    if (isText(node)) {
      const text = node.value.trim().slice(0, ENOUGH);
      // Where it is enough for one, it is for all around.
      for (let one = outer; text && one && one.text.length < ENOUGH; one = one.outer) one.text += `${text} `;
    }
    if (!isElement(node)) continue;
    const lang = attributesOf(node).get('lang') ?? (parent ? langs.get(parent) : undefined) ?? '';
    const { tagName: tag } = node;
    const own = isUs(node) ? { text: '', tags: new Set<string>(), lang, outer } : undefined;
    if (own) found.set(node, own);
    langs.set(node, lang);
    owners.set(node, own ?? outer);
    if (TELLING.includes(tag)) for (let one = outer; one && !one.tags.has(tag); one = one.outer) one.tags.add(tag);
  }
  return found;
}

/** Names of ours, such as `rekindle-tips`, in the selectors of rules that keep a height free. */
function reservedBy(css: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const rule of css.split('}')) {
    const blocks = rule.split('{');
    blocks.slice(1).forEach((block, i) => {
      if (/\b(?:min-)?(?:block-size|height)\s*:/.test(block))
        for (const [name] of (blocks[i] ?? '').matchAll(/rekindle-[a-z]+/g)) names.add(name);
    });
  }
  return names;
}

/** A placeholder's data attributes under the names that they stand for. */
const fromData = (attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...attributes].flatMap(([name, value]) =>
      name.startsWith('data-') && name !== 'data-rekindle' ? [[name.slice(5), value] as const] : [],
    ),
  );

/**
 * Reads a page as HTML.
 *
 * @param url - its address; empty for a file
 */
export function readPage(html: string, url = ''): Page {
  const selfClosed = new Set<string>();
  const onParseError = ({ code, startLine, endLine, endCol }: ParserError): void => {
    if (String(code) === 'non-void-html-element-start-tag-with-trailing-solidus')
      selfClosed.add(`${endLine || startLine}:${endCol}`);
  };
  const document = parse(html, { sourceCodeLocationInfo: true, onParseError });
  const all = elementsIn(document);
  const styles = all.filter(one => one.tagName === 'style').map(one => ({ element: one, css: rawText(one) }));
  const hasSheets = all.some(one => one.tagName === 'link' && attributesOf(one).get('rel')?.includes('stylesheet'));
  const reserved = reservedBy(styles.map(one => one.css).join('\n'));
  const around = surroundings(document);

  /** A rule of the page, or a style of its own, keeps its height free; a linked style sheet may, for a class of ours. */
  const isReserved = (tag: string, attributes: ReadonlyMap<string, string>): boolean =>
    reserved.has(tag) ||
    /(?:min-)?(?:block-size|height)\s*:/.test(attributes.get('style') ?? '') ||
    (hasSheets && (attributes.get('class') ?? '').split(/\s+/).includes(tag));

  const elementOf = (node: Element): PageElement => {
    const raw = attributesOf(node);
    const isPlaceholder = raw.has('data-rekindle');
    const tag = isPlaceholder ? `rekindle-${raw.get('data-rekindle') ?? ''}` : node.tagName;
    const json = node.childNodes.find(isJson);
    const start = node.sourceCodeLocation?.startTag;
    return {
      where: whereOf(node),
      tag,
      isPlaceholder,
      localName: node.tagName,
      attributes: isPlaceholder ? fromData(raw) : raw,
      lang: around.get(node)?.lang ?? '',
      parent: node.parentNode?.nodeName ?? '',
      text: around.get(node)?.text ?? '',
      tags: [...(around.get(node)?.tags ?? [])],
      slots: node.childNodes.flatMap(one => (isElement(one) ? (attributesOf(one).get('slot') ?? []) : [])),
      json: json && isElement(json) ? rawText(json) : undefined,
      unread: ownIn(node)
        .filter(one => one.tagName === 'script' && one !== json && saysJson(typeOf(one)))
        .map(one => ({
          type: typeOf(one),
          // Of a placeholder, the element that it becomes.
          parent: one.parentNode === node ? tag : (one.parentNode?.nodeName ?? ''),
        })),
      pack: undefined,
      isDefined: false,
      isWritten: node.childNodes.some(one => 'content' in one && attributesOf(one).has('shadowrootmode')),
      isReserved: isReserved(tag, raw),
      isSelfClosed: start !== undefined && selfClosed.has(`${start.endLine}:${start.endCol}`),
      isTorn: node.sourceCodeLocation?.endTag === undefined,
    };
  };

  const escaped = inside(document, one => EXAMPLES.includes(one.tagName)).flatMap(node => {
    const what = isText(node) ? ESCAPED.exec(node.value)?.[0] : undefined;
    return what ? [{ where: whereOf(node), what }] : [];
  });

  const nodeOf = (element: Element): PageNode => ({ where: whereOf(element), attributes: attributesOf(element) });
  const scripts: readonly PageScript[] = all
    .filter(one => one.tagName === 'script')
    .map(one => ({
      ...nodeOf(one),
      url: (attributesOf(one).get('src') ?? '').trim(),
      text: saysJson(typeOf(one)) ? '' : rawText(one),
      isImported: false,
    }));
  const base = all.find(one => one.tagName === 'base' && attributesOf(one).has('href'));
  const href = (base && attributesOf(base).get('href')) ?? '';
  return {
    url,
    // One that is no address a browser passes over.
    base: url && URL.canParse(href, url) ? new URL(href, url).href : url || href,
    scripts,
    elements: all.filter(isUs).map(elementOf),
    frames: all.filter(one => one.tagName === 'iframe' && frameName(attributesOf(one)) !== undefined).map(nodeOf),
    styles: styles.filter(one => one.css.includes('.rekindle-')).map(one => nodeOf(one.element)),
    zeros: all.flatMap(one =>
      zerosIn(one.tagName === 'style' ? rawText(one) : (attributesOf(one).get('style') ?? '')).map(name => ({
        where: whereOf(one),
        name,
      })),
    ),
    escaped,
    policies: all
      .filter(
        one =>
          one.tagName === 'meta' && attributesOf(one).get('http-equiv')?.toLowerCase() === 'content-security-policy',
      )
      .map(one => ({ where: `meta at ${whereOf(one)}`, text: attributesOf(one).get('content') ?? '' })),
    contents: new Map(),
  };
}
