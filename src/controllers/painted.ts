/**
 * Resolves once what the reader pressed is painted. A native control shows its own state; what follows from it need not be
 * in the same frame. Where nothing is painted (a hidden page), it resolves a tenth of a second later.
 */
export function painted(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
