import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Inline, Text, Tip } from '../content/model.ts';
import { textId } from '../domain/text-id.ts';
import { isSafeUrl } from '../domain/url.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6';
/** Editors put a paragraph into an item. A title has no link. */
const LEAD = ':is(:scope,:scope>p:first-child)>:is(strong,b):first-child:not(:has(a))';
const BLOCKS = `${HEADINGS},p,ul,ol,li,div,section,article,blockquote,dl,dt,dd,figure,pre`;

const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ');

/** The runs of a node that stands in a line. */
const runsOf = (node: Node): Inline[] => {
  const text = textOf(node);
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? [text] : [];
  if (node instanceof HTMLAnchorElement && isSafeUrl(node.href)) return [{ a: text, href: node.href }];
  if (node.matches('script,style,template')) return [];
  // Marks do not nest: of bold words and a link in them, the link stays.
  if (!node.querySelector('a')) {
    if (node.matches('strong,b')) return [{ strong: text }];
    if (node.matches('em,i')) return [{ em: text }];
  }
  return node.localName === 'br' ? [' '] : [...node.childNodes].flatMap(runsOf);
};

/** The lines of an element, but for its title. */
const linesOf = (element: Element, title: Element | null): Text[] => {
  let line: Inline[] = [];
  const texts: Text[] = [];
  const end = (): void => {
    if (line.some(run => typeof run !== 'string' || run.trim())) texts.push(line.filter(run => run !== ''));
    line = [];
  };
  for (const node of element.childNodes) {
    if (node === title) continue;
    if (!(node instanceof Element && node.matches(BLOCKS))) line.push(...runsOf(node));
    else {
      end();
      texts.push(...linesOf(node, title));
    }
  }
  end();
  return texts;
};

/** A tip from an item of a list: its heading, or the bold words that it begins with, and a point for each line. */
const tipOf = (item: Element): Tip => {
  const first = item.querySelector(LEAD);
  const title = item.querySelector(HEADINGS) ?? (first?.previousSibling?.textContent?.trim() ? null : first);
  return {
    id: item.id || textId(textOf(item).trim()),
    title: title ? textOf(title).trim().replace(/[.:]$/, '') : '',
    points: linesOf(item, title),
  };
};

/** Reads the tips that stand in the first list among the element's children, and follows that list as it changes. */
export class ChildTips implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => {
    this.#isRead = false;
    this.#host.requestUpdate();
  });
  #tips: readonly Tip[] = [];
  #isRead = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isRead = false;
    this.#observer.observe(this.#host, { childList: true, subtree: true, characterData: true });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** The tips; empty where there is no list. The same array as long as their words are the same. */
  get tips(): readonly Tip[] {
    if (!this.#isRead) {
      const items = this.#host.querySelector('ul,ol')?.querySelectorAll(':scope>li') ?? [];
      // Editors leave empty items behind; one with a picture alone has no words either.
      const tips = [...items].map(tipOf).filter(({ title, points }) => title || points[0]);
      if (JSON.stringify(tips) !== JSON.stringify(this.#tips)) this.#tips = tips;
      this.#isRead = true;
    }
    return this.#tips;
  }
}
