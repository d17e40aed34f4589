interface Listener {
  /** @param share - how much of it is on the screen, or of the screen that it fills, 0 to 1 */
  hear(element: Element, share: number): void;
}

const listeners = new WeakMap<Element, Listener>();
let observer: IntersectionObserver | undefined;

/** One for all elements of a page. It holds none of them; one that leaves the page is told as no longer seen. */
const shared = (): IntersectionObserver =>
  (observer ??= new IntersectionObserver(
    entries => {
      for (const { target, intersectionRatio, isIntersecting, boundingClientRect, rootBounds } of entries) {
        // What is taller than the screen is seen where it fills it. In a frame of another site nothing tells of the screen.
        const screens = rootBounds ? boundingClientRect.height / rootBounds.height : 1;
        listeners.get(target)?.hear(target, isIntersecting ? intersectionRatio * Math.max(screens, 1) : 0);
      }
    },
    // Not the half alone: of what is several screens tall, less fills one.
    { threshold: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5] },
  ));

/** Tells how much of something is on the screen, each time that it changes by much, until {@link unwatch}. */
export function watchShare(element: Element, listener: Listener): void {
  listeners.set(element, listener);
  shared().observe(element);
}

/** Tells of it no more. Watched anew, it is told of at once. */
export function unwatch(element: Element): void {
  listeners.delete(element);
  observer?.unobserve(element);
}
