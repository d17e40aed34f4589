/* Without a framework: `import 'rekindle'` is enough for the names of elements and events. */
import 'rekindle';

export const isFirst = (): boolean => document.querySelector('rekindle-tips')?.activeIndex === 0;

export const follow = (page: HTMLElement): void => {
  page.addEventListener('rekindle-slide-change', event => console.info(event.index.toFixed(), event.cause));
};
