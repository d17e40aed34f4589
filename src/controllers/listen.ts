import type { ReactiveControllerHost } from 'lit';

/**
 * Listens to something beyond an element, for as long as the element is on the page.
 *
 * @param target - on a server there is none, and nobody listens
 */
export function listen(
  host: ReactiveControllerHost,
  target: EventTarget,
  types: readonly string[],
  listener: EventListenerOrEventListenerObject,
): void {
  host.addController({
    hostConnected: () => types.forEach(type => target.addEventListener(type, listener)),
    hostDisconnected: () => types.forEach(type => target.removeEventListener(type, listener)),
  });
}
