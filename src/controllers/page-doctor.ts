import type { Finding, Known, Page, PageContent } from '../domain/page.ts';
import { diagnose } from '../domain/diagnosis.ts';
import { NEEDED_COLOR } from '../domain/floor.ts';
import { ownScripts, saysRekindle } from '../domain/script-check.ts';
import { readLivePage } from './page-reader.ts';

/** What a policy of the page refused. */
interface Refusal {
  readonly directive: string;
  readonly url: string;
  /** Of Trusted Types: what the page tried. */
  readonly sample: string;
}

/** What the doctor found, and which nodes the places are. */
interface Report {
  readonly findings: readonly Finding[];
  readonly nodes: ReadonlyMap<string, Element>;
}

/** Files that are maybe ours. */
const FILE = /\/(?:autoload|tips|tips-actions|checklist|activities|helplines)(?:\.min)?\.js/;
const OWN = new RegExp(`rekindle|${FILE.source}`);

/**
 * Looks after a page for its owner: reads it, and looks again when something changes, a policy refuses something, or the
 * words of an element are faulty. It stays as long as the page.
 */
export class PageDoctor {
  readonly #known: Known;
  readonly #onReport: (report: Report) => void;
  readonly #refusals: Refusal[] = [];
  readonly #contents = new Map<string, PageContent>();
  readonly #asked = new Set<string>();
  /** File that defined a tag, where that was seen. */
  readonly #files = new Map<string, string>();
  #isDue = false;

  constructor(known: Known, onReport: (report: Report) => void) {
    this.#known = known;
    this.#onReport = onReport;
    this.#watchDefinitions();
    this.#watchRefusals();
    const look = (): void => this.#look();
    addEventListener('rekindle-error', look);
    addEventListener('load', look);
    for (const tag of Object.keys(known.attributes)) void customElements.whenDefined(tag).then(look);
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
    look();
  }

  /** Which copy an element is of: version, and file where that was seen. */
  origin(tag: string): string {
    const version = (customElements.get(tag) as { readonly version?: string } | undefined)?.version;
    const file = this.#files.get(tag) ?? 'a file that was loaded before debug.js';
    return `${tag} ${version ?? ''} is defined by ${file}`.replace(/ +/g, ' ');
  }

  /** Remembers which file defines our tags from now on: nothing tells it afterwards. */
  #watchDefinitions(): void {
    const { define } = CustomElementRegistry.prototype;
    const files = this.#files;
    CustomElementRegistry.prototype.define = function (tag, ...rest) {
      if (tag.startsWith('rekindle-')) {
        const urls = [...(new Error().stack ?? '').matchAll(/(https?:\/\/[^\s()]+?):\d+(?::\d+)?(?=\)|\s|$)/g)];
        const file = urls.map(match => match[1] ?? '').find(url => !/\/debug\.js/.test(url));
        if (file && !this.get(tag)) files.set(tag, file);
      }
      return define.call(this, tag, ...rest);
    };
  }

  #watchRefusals(): void {
    const add = (directive: string, url: string, sample: string, source: string): void => {
      if (![url, sample, source].some(text => OWN.test(text)) && !this.#asked.has(url)) return;
      const isKnown = this.#refusals.some(
        one => one.directive === directive && one.url === url && one.sample === sample,
      );
      if (!isKnown) this.#refusals.push({ directive, url, sample });
      this.#look();
    };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
      add(effectiveDirective, blockedURI, sample, sourceFile),
    );
    // Those from before this ran.
    if ('ReportingObserver' in globalThis) {
      new ReportingObserver(
        reports => {
          for (const { body } of reports) {
            const { effectiveDirective, blockedURL, sample, sourceFile } = (body ?? {}) as unknown as Record<
              string,
              string
            >;
            if (effectiveDirective) add(effectiveDirective, blockedURL ?? '', sample ?? '', sourceFile ?? '');
          }
        },
        { types: ['csp-violation'], buffered: true },
      ).observe();
    }
  }

  /** Looks once, soon, however much changes until then. */
  #look(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      // Until the page is loaded, what is missing may come.
      if (document.readyState === 'complete') this.#report();
    });
  }

  #report(): void {
    const { page, nodes } = readLivePage(this.#contents);
    for (const { attributes, pack, json } of page.elements) {
      const src = attributes.get('src');
      if (src && pack === undefined && json === undefined) void this.#ask(src);
    }
    const undefinedTags = page.elements.filter(
      one => !one.isPlaceholder && !one.isDefined && Object.hasOwn(this.#known.attributes, one.tag),
    );
    const standing = diagnose(page, this.#known).filter(one => one.check !== 'debug-left');
    const tags = new Set(standing.filter(one => one.check === 'script-missing').map(one => one.where));
    const findings = [
      ...this.#refused(page),
      ...undefinedTags.filter(one => !tags.has(one.where)).map(one => this.#notDefined(one)),
      ...standing,
    ];
    this.#onReport({ findings, nodes });
  }

  #refused(page: Page): Finding[] {
    const own = ownScripts(page).map(([{ url }]) => new URL(url, page.base).href);
    // A site may have a tips.js of its own.
    const isForeign = (url: string): boolean => FILE.test(url) && !saysRekindle(url) && !own.includes(url);
    const refusals = this.#refusals.filter(({ url }) => !isForeign(url));
    return refusals.map(({ directive, url, sample }) => {
      const isTypes = directive === 'trusted-types';
      const name = sample.split('|')[0];
      return {
        check: isTypes ? 'csp-trusted-types' : 'csp',
        level: 'error',
        where: '',
        message: isTypes
          ? `The page's policy allows no Trusted Types policy of the name ${name}: its file does nothing.`
          : `The page's policy (${directive}) refused ${url}.`,
        mend: isTypes
          ? `Add ${name} to trusted-types.`
          : `Allow it in ${directive}: its host, 'self', or by the nonce of the page.`,
      };
    });
  }

  #notDefined({ tag, where }: { readonly tag: string; readonly where: string }): Finding {
    const isOld = !CSS.supports('color', NEEDED_COLOR);
    const failed = performance
      .getEntriesByType('resource')
      .find(one => OWN.test(one.name) && ((one as PerformanceResourceTiming).responseStatus ?? 0) >= 400);
    return {
      check: 'not-defined',
      level: 'error',
      where,
      message: failed
        ? `<${tag}> is not defined: ${failed.name} is not there.`
        : isOld
          ? `<${tag}> is not defined: this browser is older than the script wants.`
          : `<${tag}> is not defined: its script did not run, or is still on its way.`,
      mend: failed
        ? 'Look whether its address is right.'
        : 'Look into the console for what stopped it; a blocker or a policy may.',
    };
  }

  /** Reads the words of an address as the element does: it told of them before this could listen. */
  async #ask(src: string): Promise<void> {
    const url = new URL(src, document.baseURI).href;
    if (this.#asked.has(url)) return;
    this.#asked.add(url);
    let content: PageContent;
    try {
      const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      content = response.ok
        ? { text: await response.text() }
        : { problem: `cannot be loaded: the server answered ${response.status}.` };
    } catch (error) {
      content = { problem: `cannot be loaded: ${String(error)}.` };
    }
    this.#contents.set(src, content);
    this.#look();
  }
}
