import type { Pack } from 'rekindle';
import { head, tips } from 'rekindle/content/en.js';

export const pack = {
  ...head,
  tips: tips.map(tip => ({ ...tip, title: `Ours: ${tip.title}` })),
} satisfies Pack;
