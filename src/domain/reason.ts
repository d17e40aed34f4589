/** What was thrown, as words for a sentence. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
