import {
  ESCAPED,
  frameName,
  isOwnTag,
  LENGTHS,
  saysJson,
  TELLING,
  type Page,
  type PageContent,
  type PageElement,
  type PageScript,
} from '../domain/page.ts';
import { ownFile, saysRekindle } from '../domain/script-check.ts';

/** Where text is an example, not a tag that an editor took for words. */
const EXAMPLES = 'code, pre, textarea, kbd, samp, script, style, title, noscript, template';

/** A page, and what its places are. */
interface LivePage {
  readonly page: Page;
  /** Nodes by `where`. */
  readonly nodes: ReadonlyMap<string, Element>;
}

const isOurs = (element: Element): boolean => isOwnTag(element.localName);

/** Elements of a root and of the open shadow roots in it, but not inside of ours: what they hold is their own. */
function all(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap(one =>
    one.shadowRoot && !isOurs(one) ? [one, ...all(one.shadowRoot)] : [one],
  );
}

const attributesOf = (element: Element): ReadonlyMap<string, string> =>
  new Map([...element.attributes].map(({ name, value }) => [name, value]));

/** Text as a reader has it; scripts and templates have none. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof Element && node.matches('script, style, template')) return '';
  return [...node.childNodes].map(textOf).join('');
}

function languageOf(element: Element): string {
  const near = element.closest('[lang]');
  if (near) return near.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** The element, ours or of anybody else, that something stands in. */
function nearest({ parentElement: of }: Element): Element | null {
  return !of || of.localName.includes('-') || of.hasAttribute('data-rekindle') ? of : nearest(of);
}

function read(element: Element, where: string): PageElement {
  const name = element.getAttribute('data-rekindle');
  const tag = name === null ? element.localName : `rekindle-${name}`;
  const data = [...attributesOf(element)]
    .filter(([key]) => key.startsWith('data-') && key !== 'data-rekindle')
    .map(([key, value]) => [key.slice(5), value] as const);
  const json = [...element.children].find(one => one.matches('script[type="application/json" i]'));
  const unread = [...element.querySelectorAll('script')].filter(
    one => one !== json && saysJson(one.type) && nearest(one) === element,
  );
  const { pack, isWritten } = element as Partial<{ pack: unknown; isWritten: boolean }>;
  return {
    where,
    tag,
    isPlaceholder: name !== null,
    localName: element.localName,
    attributes: name === null ? attributesOf(element) : new Map(data),
    lang: languageOf(element),
    parent: element.parentElement?.localName ?? '',
    text: textOf(element),
    tags: TELLING.filter(tag => element.querySelector(tag)),
    slots: [...element.children].map(one => one.slot).filter(Boolean),
    json: json?.textContent ?? undefined,
    unread: unread.map(({ type, parentElement }) => ({
      type,
      // Of a placeholder, the element that it becomes.
      parent: parentElement === element ? tag : (parentElement?.localName ?? ''),
    })),
    pack,
    isDefined: name === null && customElements.get(tag) !== undefined,
    isWritten: isWritten === true,
    isReserved: !/^(?:0px|auto)$/.test(getComputedStyle(element).minBlockSize),
    // The parser has forgotten.
    isSelfClosed: false,
    isTorn: false,
  };
}

/** Our files that a script of the page imported: there is no tag of theirs. */
function imported(tags: readonly PageScript[]): readonly PageScript[] {
  const known = tags.map(({ url }) => url && new URL(url, document.baseURI).href);
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter(name => !known.includes(name))
    .map(url => ({ where: url, url, text: '', attributes: new Map<string, string>(), isImported: true }))
    .filter(script => saysRekindle(script.url) && ownFile(script) !== undefined);
}

function escapedIn(root: Node): Page['escaped'] {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    const what = ESCAPED.exec(nodeValue ?? '')?.[0];
    if (what && !parentElement?.closest(EXAMPLES)) found.push({ where: '', what });
  }
  return found;
}

/**
 * Reads the page as it stands. What a policy refused is told by its violations, not by its text, of which a page knows a
 * part.
 *
 * @param contents - what the addresses of words gave
 */
export function readLivePage(contents: ReadonlyMap<string, PageContent>): LivePage {
  const nodes = new Map<string, Element>();
  const place = (element: Element): string => {
    const label = `<${element.localName}${element.id && ` id="${element.id}"`}>`;
    let where = label;
    for (let i = 2; nodes.has(where); i++) where = `${label} ${i}`;
    nodes.set(where, element);
    return where;
  };
  const elements = all(document);
  const scripts = [...document.scripts].map(script => ({
    where: place(script),
    attributes: attributesOf(script),
    url: script.getAttribute('src') ?? '',
    text: saysJson(script.type) ? '' : script.text,
    isImported: false,
  }));
  const own = elements
    .filter(one => isOurs(one) || one.hasAttribute('data-rekindle'))
    .map(one => [one, read(one, place(one))] as const);
  const page: Page = {
    url: location.href,
    base: document.baseURI,
    scripts: [...scripts, ...imported(scripts)],
    elements: own.map(([, element]) => element),
    frames: elements
      .filter(one => one.localName === 'iframe' && frameName(attributesOf(one)) !== undefined)
      .map(one => ({ where: place(one), attributes: attributesOf(one) })),
    styles: [],
    zeros: own.flatMap(([one, { where }]) => {
      const style = getComputedStyle(one);
      return LENGTHS.filter(name => /^[+-]?0*\.?0+$/.test(style.getPropertyValue(name).trim())).map(name => ({
        where,
        name,
      }));
    }),
    escaped: escapedIn(document.body),
    policies: [],
    contents,
  };
  return { page, nodes };
}
