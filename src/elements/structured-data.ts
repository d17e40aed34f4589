import { structuredData } from '../domain/structured-data.ts';
import type { Activity } from '../content/model.ts';
import { plainText } from './text.ts';

const MARK = 'data-rekindle-activities';

/** Tells search engines of the activities, once a page: data in the head of the page, not code. */
export class StructuredData {
  #script: HTMLScriptElement | undefined;
  #items: readonly Activity[] | undefined;

  /** Stands there while `items` are given, unless another element's do already. */
  show(items: readonly Activity[] | undefined, lang: string): void {
    if (items === this.#items) return;
    this.#items = items;
    this.#script?.remove();
    this.#script = undefined;
    if (!items?.length || document.head.querySelector(`script[${MARK}]`)) return;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.setAttribute(MARK, '');
    // A text node: setting the text of a script throws where a page enforces Trusted Types. There the browser notes that
    // it will not run this; nobody wants it run, and it can be read all the same.
    script.append(JSON.stringify(structuredData(items, lang, one => plainText(one.summary))));
    document.head.append(script);
    this.#script = script;
  }
}
