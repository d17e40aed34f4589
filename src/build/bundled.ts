import { activities, checklist, head, messages, sections, tips } from '../content/packs/en.ts';
import { helplines } from '../content/packs/helplines.ts';
import type { FallbackSource } from './fallback.ts';

/** What the bundles carry between them: all words, and the interface text. */
export const BUNDLED: FallbackSource = {
  pack: { ...head, sections, tips, checklist, activities, helplines },
  messages,
};
