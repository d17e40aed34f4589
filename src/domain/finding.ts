import type { Finding } from './page.ts';

/** Takes a finding of one place. */
export type Add = (check: string, level: Finding['level'], message: string, mend: string) => void;

/** Adds what is found at a place to a list. */
export const addTo =
  (found: Finding[], where: string): Add =>
  (check, level, message, mend) =>
    void found.push({ check, level, where, message, mend });
