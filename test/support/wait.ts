import { waitUntil as waitFor } from '@open-wc/testing-helpers';

/** Within the time limit of a test, and more than a browser needs on a machine that is busy. */
const MOST_MS = 10_000;

/** Waits until a condition holds; its own second is too short where three browsers share two cores. */
export const waitUntil = (condition: () => unknown, message?: string): Promise<void> =>
  waitFor(condition, message, { timeout: MOST_MS });
