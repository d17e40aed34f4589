/** Helpers of the element tests: what a reader sees and does, through roles, names and real keys. */
import 'axe-core/axe.min.js';
// Its ES modules import CommonJS, which a browser cannot load; its browser build sets a global.
import '@testing-library/dom/dist/@testing-library/dom.umd.min.js';
import type { BoundFunctions, queries } from '@testing-library/dom';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReactiveElement } from 'lit';
import { waitUntil } from './wait.ts';

interface Axe {
  run(node: Element, options?: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const { within } = (globalThis as unknown as { TestingLibraryDom: typeof import('@testing-library/dom') })
  .TestingLibraryDom;

/** Queries by role and name inside an element's shadow root. */
export function inside(host: Element): BoundFunctions<typeof queries> {
  const root = host.shadowRoot;
  if (!root) throw new Error(`<${host.localName}> has no shadow root`);
  return within(root as unknown as HTMLElement);
}

/** What holds the focus, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Presses a key on a control, and waits until its element shows what follows: that comes after the press is painted. */
export async function press(control: HTMLElement, key = 'Enter'): Promise<void> {
  const { host } = control.getRootNode() as ShadowRoot;
  control.focus();
  await sendKeys({ press: key });
  await (host as ReactiveElement).updateComplete;
}

/** The page comes back from the browser's cache. What holds for a visit goes with it, such as a danger that was named. */
export function comeBack(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

let asked = 0;
/** What was asked for so far, but for the tools of the test itself. */
export async function requests(): Promise<string[]> {
  // A request is listed once it is over: one of ours that is, was made after all others.
  const last = `/last-${asked++}`;
  await fetch(last);
  const names = (): string[] => performance.getEntriesByType('resource').map(one => one.name);
  await waitUntil(() => names().some(one => one.endsWith(last)));
  return names()
    .filter(one => !/\/wds\/|wtr|__web-dev-server|\/last-\d+$/.test(one))
    .sort();
}

/** Fails with the rules and nodes that axe complains about. */
export async function expectAccessible(element: Element): Promise<void> {
  const { axe } = globalThis as unknown as { axe: Axe };
  const { violations } = await axe.run(element);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).to.deep.equal([]);
}

/**
 * Presses, and resolves in the next frame. A slow machine paints later than the tenth of a second after which a hidden page is no
 * longer waited for (`controllers/painted.ts`): that time does not run.
 */
export async function untilPainted(press: () => void): Promise<void> {
  const setTimeout = window.setTimeout.bind(window);
  window.setTimeout = ((...args: Parameters<typeof setTimeout>) =>
    args[1] === 100 ? 0 : setTimeout(...args)) as typeof setTimeout;
  press();
  await new Promise(requestAnimationFrame);
  window.setTimeout = setTimeout;
}

/** A custom state of an element, in browsers that have them: Chrome does from 125 on. */
export function expectState(element: Element, state: string, isOn: boolean): void {
  if (CSS.supports('selector(:state(a))')) expect(element.matches(`:state(${state})`), state).to.equal(isOn);
}
