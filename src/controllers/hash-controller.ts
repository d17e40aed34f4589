import type { ReactiveControllerHost } from 'lit';
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
  constructor(host: ReactiveControllerHost, onHash: () => void) {
    listen(host, globalThis, ['hashchange'], onHash);
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
