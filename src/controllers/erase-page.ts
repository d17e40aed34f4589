import { elementsAround } from './page-elements.ts';
import type { StorageController } from './storage-controller.ts';

/** An element that may hold what the reader kept, or named. */
type Keeper = Element & { readonly stored?: StorageController; forgetDangers?(): void };

/** Forgets all that the reader did in an element and in the others of its page, kept or not. */
export function erasePage(from: Element): void {
  const all = elementsAround(from, 'rekindle-tips,rekindle-checklist,rekindle-activities,rekindle-guide');
  for (const one of all.add(from) as Set<Keeper>) {
    one.stored?.erase();
    one.forgetDangers?.();
  }
}
