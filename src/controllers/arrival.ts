/** Whether a link led to the page. Who comes back, or reloads, is where she left: the browser sees to that. */
export const isNavigation = (): boolean =>
  (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.type === 'navigate';

/** The same, or what is shown came after the page was done: the browser could then not put the reader there. */
export const isArrival = (): boolean => document.readyState === 'complete' || isNavigation();

/** Whether a press follows a link to where the page is already: no event tells of that, and a browser goes there all the same. */
export const leadsHere = ({ target, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  (target as Element).closest?.('a')?.href === location.href &&
  !(defaultPrevented || ctrlKey || metaKey || shiftKey || altKey);
