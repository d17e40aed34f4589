/**
 * Hears every event that code sends from now on, wherever and by whatever name, so that one which is new is heard too: its type, and
 * what it tells as JSON. What the browser itself sends is not among them. It needs nothing around it: a test may hand it to a page.
 */
export function hear(): { readonly told: string[]; readonly stop: () => unknown } {
  const told: string[] = [];
  const original = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'dispatchEvent')!;
  const plain = (_key: string, value: unknown): unknown =>
    value instanceof Node ? value.nodeName : value instanceof Set ? [...(value as Set<unknown>)] : value;
  EventTarget.prototype.dispatchEvent = function (event: Event): boolean {
    const isLetPass = (original.value as typeof this.dispatchEvent).call(this, event);
    const detail = event instanceof CustomEvent ? { detail: event.detail as unknown } : {};
    told.push(`${event.type} ${JSON.stringify({ ...event, isTrusted: undefined, ...detail }, plain)}`);
    return isLetPass;
  };
  return { told, stop: () => Object.defineProperty(EventTarget.prototype, 'dispatchEvent', original) };
}
