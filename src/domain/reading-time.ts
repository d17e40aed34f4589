/** Words a minute at which a text like this is read with care. */
const WORDS_PER_MINUTE = 200;

const words = (value: unknown): number => {
  if (typeof value === 'string') return value.match(/\S+/g)?.length ?? 0;
  return typeof value === 'object' && value
    ? Object.values(value).reduce<number>((sum, one) => sum + words(one), 0)
    : 0;
};

/** Minutes that it takes to read what is written in a value, however deep: whole ones, at least 1. */
export function readingMinutes(text: unknown): number {
  return Math.max(1, Math.round(words(text) / WORDS_PER_MINUTE));
}
