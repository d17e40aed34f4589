/**
 * A storage that can be denied. The page's own accessor stands in from the start: WebKit's optimised code may go on
 * calling the accessor that it met first, and would not notice one that a test puts in its place later.
 */
const standard = Object.getOwnPropertyDescriptor(window, 'localStorage')?.get?.bind(window);
if (!standard) throw new Error('no accessor for localStorage');
let isDenied = false;

Object.defineProperty(window, 'localStorage', {
  configurable: true,
  get: (): Storage => {
    if (isDenied) throw new DOMException('denied', 'SecurityError');
    return standard() as Storage;
  },
});

/** Denies `localStorage` from now on, as a browser does whose reader blocks it. Returns what allows it again. */
export function denyStorage(): () => void {
  isDenied = true;
  return () => {
    isDenied = false;
  };
}

/**
 * An entry that another tab wrote a moment ago: it lies in the browser, and its message is still on the way. Two elements of
 * one page cannot race, since they tell each other at once.
 */
export function writeMeanwhile(key: string, entry: string, stored: readonly [revision: number, value?: unknown]): void {
  const { entries, ...state } = JSON.parse(localStorage.getItem(key) ?? '') as { entries: Record<string, unknown> };
  localStorage.setItem(key, JSON.stringify({ ...state, entries: { ...entries, [entry]: stored } }));
}

/** The entries that lie in the browser, by name. */
export function storedEntries(key: string): Record<string, readonly [revision: number, value?: unknown]> {
  return (JSON.parse(localStorage.getItem(key) ?? '') as { entries: ReturnType<typeof storedEntries> }).entries;
}
