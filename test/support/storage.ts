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
