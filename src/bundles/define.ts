import { VERSION } from './version.ts';

/**
 * Registers a tag, unless the page has it already: the first one wins. The class carries the version, so that another copy
 * can tell, without a global, what it meets: `customElements.get('rekindle-tips').version`.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, Object.assign(element, { version: VERSION }));
}
