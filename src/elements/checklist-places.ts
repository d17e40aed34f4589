import type { Assessment } from '../content/model.ts';
import { RekindleFindEvent } from './events.ts';
import { node } from './node.ts';

interface PlacesHost extends Element {
  readonly guideUrl: string;
  readonly content: { readonly checklist: Assessment } | undefined;
}

/** Where next steps lead: to the page of the guide, where there is one, or to what this page has. */
export class Places {
  readonly #host: PlacesHost;
  #found: ReadonlySet<string> | undefined;

  constructor(host: PlacesHost) {
    this.#host = host;
  }

  /** The page, or what it holds, may have changed. */
  forget(): void {
    this.#found = undefined;
  }

  /** Address of a target, such as `tips/one`; undefined where nothing has it. */
  hrefOf(target: string): string | undefined {
    const { guideUrl } = this.#host;
    const hash = `#${target.replace(/.*\//, '')}`;
    const link = node('a', { href: guideUrl, hash });
    if (guideUrl && /^https?:$/.test(link.protocol)) return link.href;
    // Helplines are never far: where the page has none, ours come.
    return target === 'helplines' || this.#has(target) ? hash : undefined;
  }

  /** Asks for all places that there are: to ask for those alone that fit would tell the answers. */
  #has(target: string): boolean {
    if (!this.#found) {
      const bands = this.#host.content?.checklist.themes.flatMap(theme => theme.bands) ?? [];
      const targets = bands.flatMap(({ next }) => next.flatMap(step => step.target ?? []));
      const event = new RekindleFindEvent([...new Set(targets)]);
      this.#found = event.found;
      this.#host.dispatchEvent(event);
    }
    return this.#found.has(target);
  }
}
