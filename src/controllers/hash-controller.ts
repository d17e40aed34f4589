import type { ReactiveControllerHost } from 'lit';
import { leadsHere } from './arrival.ts';
import { listen } from './listen.ts';

/** The id that the address of the page ends in; empty where there is none, or one that is not ours to read. */
export function hashId(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Follows the fragment of the page's address, and writes it without filling the history. */
export class HashController {
  /** @param onHash - gets whether a link led there; Back and Forward put the page where it was, and what cannot tell counts as they do */
  constructor(host: ReactiveControllerHost, onHash: (isLink: boolean) => void) {
    const page: { readonly navigation?: EventTarget } = globalThis;
    let isLink = false;
    listen(host, page.navigation ?? globalThis, ['navigate'], event => {
      isLink = (event as Event & { readonly navigationType: string }).navigationType === 'push';
    });
    listen(host, globalThis, ['hashchange'], () => onHash(isLink));
    listen(host, globalThis, ['click'], event => {
      if (leadsHere(event as MouseEvent)) onHash(true);
    });
  }

  write(id: string): void {
    try {
      // Whole: the page may have another base.
      history.replaceState(history.state, '', `${location.href.split('#')[0]}#${encodeURIComponent(id)}`);
    } catch {
      // A sandboxed page, or one that writes too often, may not change its address: the element works on without.
    }
  }
}
