/** Path of a Chromium for the tests: CHROME_PATH, an installed one, or the one that an npm package carries. */
export function chromium(): Promise<string>;
