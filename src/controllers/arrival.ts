/** Whether the reader was led here by a link. Who comes back, or reloads, is where she left: the browser sees to that. */
export function isArrival(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return document.readyState === 'complete' || load?.type === 'navigate';
}
