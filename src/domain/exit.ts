import { isSafeUrl } from './url.ts';

/** Where "Leave this page" leads: busy, neutral, and what GOV.UK's "Exit this page" opens. */
const EXIT_URL = 'https://www.bbc.com/weather';

/** The address that a page gives, where it is an absolute http: or https: one; else ours. */
export function exitUrl(given: string): string {
  return /^http/i.test(given) && isSafeUrl(given) ? given : EXIT_URL;
}

/** Longest time between two presses of the shortcut, in milliseconds. */
const PAUSE_MS = 1500;

/** A key, as the shortcut sees it. */
export interface Press {
  readonly key: string;
  readonly isDown: boolean;
  /** With another modifier, repeated by the keyboard, or typed into a field. */
  readonly isOther: boolean;
  readonly time: number;
}

/** Presses of Shift alone so far, a half while it is held, and when it moved last. */
export type Presses = readonly [count: number, time: number];

export const NO_PRESS: Presses = [0, 0];

/**
 * Counts presses of Shift alone; three of them leave. A capital letter, both Shift keys at once, a held key and what a
 * keyboard on the screen sends while a text is typed do not count.
 */
export function countPress([count, last]: Presses, { key, isDown, isOther, time }: Press): Presses {
  if (key !== 'Shift' || isOther || isDown !== Number.isInteger(count)) return NO_PRESS;
  return [(isDown && time - last > PAUSE_MS ? 0 : count) + 0.5, time];
}
