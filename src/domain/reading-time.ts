/** Words a minute of a slow and careful reader: the time has to do for everyone. */
const WORDS_A_MINUTE = 150;
/** Time to find the first line, in milliseconds. */
const START_MS = 2000;

/** Number of words of a text. Scripts that write no spaces count a word for every two characters. */
export function countWords(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = text
    .match(/[\p{L}\p{N}’'-]+/gu)
    ?.filter(word => !/[\p{Script=Han}\p{Script=Thai}]/u.test(word)).length;
  return (spaced ?? 0) + Math.ceil(dense / 2);
}

/** How long a reader needs for a text, in milliseconds. */
export function readingTime(text: string): number {
  return START_MS + Math.ceil((countWords(text) / WORDS_A_MINUTE) * 60_000);
}
