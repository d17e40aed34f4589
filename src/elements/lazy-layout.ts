/** How much of a page is always laid out, in statements: what takes a picture of the whole page finds the rest empty. */
const ALWAYS = 100;

let laidOut = 0;

/**
 * Counts one more part of the page, and returns whether it may go without layout while it is far from the screen.
 *
 * @param statements - how many it has, or is worth: the tips show one card, worth six
 */
export const countPart = (statements: number): boolean => (laidOut += statements) >= ALWAYS;
