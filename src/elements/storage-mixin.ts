import type { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { StorageMode } from '../controllers/storage-controller.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what TypeScript asks of the constructor of a mixin
type Constructor<T> = new (...args: any[]) => T;

export interface StorageElement {
  storage: StorageMode;
  storageKey: string;
  retentionDays: number;
}

/** Adds how a page allows an element to keep what the reader asks it to keep. `StorageController` does the rest. */
export const StorageMixin = <Base extends Constructor<LitElement>>(Base: Base): Base & Constructor<StorageElement> => {
  class WithStorage extends Base {
    /**
     * Where the reader may keep what is hers: nowhere, in this tab (`session`), or in this browser (`local`). The
     * attribute allows it; nothing is saved before the reader says so.
     */
    @property() storage: 'none' | 'session' | 'local' = 'none';

    /** Tells apart what several elements keep; two with the same key share it, also on two pages; a name for each person keeps theirs apart. Default: the id, or the place on the page. */
    @property({ attribute: 'storage-key' }) storageKey = '';

    /**
     * Days after the last change until what is kept counts as gone: the next page that reads it erases it. 1 to 3659; 30
     * where it is anything else.
     */
    @property({ type: Number, attribute: 'retention-days' }) retentionDays = 30;
  }
  return WithStorage;
};
