/** Words a minute at which a text like this is read with care. */
const WORDS_PER_MINUTE = 200;
/** Time to find the first line of a text that changes by itself, in milliseconds. */
const START_MS = 2000;

/** Scripts that write no spaces (Thai, Chinese, Japanese): two characters count as a word. */
const DENSE = /[\u0E00-\u0E7F\u2E80-\u9FFF\uF900-\uFAFF]/g;

/** Number of words that are written in a value, however deep. */
export function countWords(value: unknown): number {
  if (typeof value === 'string') {
    const dense = value.match(DENSE)?.length ?? 0;
    return Math.ceil(dense / 2) + (value.replace(DENSE, ' ').match(/\S+/g)?.length ?? 0);
  }
  return typeof value === 'object' && value
    ? Object.values(value).reduce<number>((sum, one) => sum + countWords(one), 0)
    : 0;
}

/** How long a reader needs for what is written in a value, in milliseconds. */
export function readingTime(value: unknown): number {
  return START_MS + Math.ceil((countWords(value) / WORDS_PER_MINUTE) * 60_000);
}

/** Minutes that it takes to read what is written in a value: whole ones, at least 1. */
export function readingMinutes(value: unknown): number {
  return Math.max(1, Math.round(countWords(value) / WORDS_PER_MINUTE));
}
