import type { ElementName } from './fallback.ts';

/** The bundles of `dist/`, and the elements that each of them defines. */
export const BUNDLES = {
  rekindle: ['tips', 'checklist', 'activities', 'helplines', 'guide'],
  tips: ['tips'],
  'tips-actions': ['tips'],
  checklist: ['checklist', 'helplines'],
  activities: ['activities'],
  helplines: ['helplines'],
} as const satisfies Readonly<Record<string, readonly ElementName[]>>;

/** All of them, in the order of the README's tables and of what the command lists. */
export const ELEMENTS: readonly ElementName[] = BUNDLES.rekindle;

export type Bundle = keyof typeof BUNDLES;
