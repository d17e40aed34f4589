import { isServer, type ReactiveControllerHost } from 'lit';
import { ancestorsOf } from './page-elements.ts';

/* Where "Leave this page" stands: in one of the checklists of the page, and in those of a dialog over it. */

export interface ExitHost extends ReactiveControllerHost, HTMLElement {
  exit: 'auto' | 'host';
  /** Undefined while there are no words. */
  readonly content: object | undefined;
  exitUrl: string;
  exitShortcut: string;
  leave(): void;
}

/** All that are on the page. There is one class of the element, and so one list. */
export const checklists = new Set<ExitHost>();
/** Where the way out stands: once a page, and there as long as it can and is seen. */
let shown: ExitHost | undefined;
/** Whether it is seen there; where none is, it stands in the first. */
let isSeen = false;
/** Those in a dialog that makes the rest of the page inert: there it stands too. */
const apart = new Set<ExitHost>();
let watcher: IntersectionObserver | undefined;
/** Around what the reader sees now: what she could scroll to counts too. With a digit more Firefox sees nothing at all. */
const FAR = '999999px';

const canShow = (host: ExitHost): unknown => checklists.has(host) && host.exit !== 'host' && host.content;

/** Whether it is neither hidden, closed, faded out nor inert. Without a box of its own, what is in it tells. */
const canSee = (host: ExitHost): boolean =>
  [host, host.shadowRoot?.querySelector('.base')].some(one =>
    one?.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  ) && !ancestorsOf(host).some(one => one.matches('[inert]'));

export const chooseHost = (): void => {
  if (isSeen && shown && canShow(shown)) return;
  const able = [...checklists].filter(canShow);
  const seen = able.find(canSee);
  isSeen = !!seen;
  const hosts = [shown, (shown = seen ?? able[0])];
  if (hosts[0] !== shown) hosts.forEach(host => host?.requestUpdate());
};

/** @param changed - those that may have come into sight, or gone out of it */
const lookAgain = (changed: Iterable<ExitHost>): void => {
  for (const host of changed) {
    const isApart = ancestorsOf(host).some(one => one.matches(':modal'));
    if (isApart !== apart.has(host)) host.requestUpdate();
    apart[isApart ? 'add' : 'delete'](host);
  }
  isSeen = !!shown && canSee(shown);
  chooseHost();
};

let checking: ReturnType<typeof setTimeout> | undefined;
/** Nothing tells of what fades or becomes inert: after what the reader does, when the page has answered it. */
export const lookSoon = (): void => {
  clearTimeout(checking);
  checking = setTimeout(lookAgain, 0, checklists);
};

/** A checklist comes to the page. */
export function addHost(host: ExitHost): void {
  checklists.add(host);
  // Meanwhile it may have come to stand in another element.
  host.requestUpdate();
  watcher ??= new IntersectionObserver(entries => lookAgain(entries.map(({ target }) => target as ExitHost)), {
    rootMargin: FAR,
    scrollMargin: FAR,
  });
  watcher.observe(host);
}

/** It leaves the page. */
export function removeHost(host: ExitHost): void {
  checklists.delete(host);
  apart.delete(host);
  watcher?.unobserve(host);
  chooseHost();
}

/** Whether the way out stands in a checklist. Written out at build, there is no other. */
export const standsIn = (host: ExitHost): boolean =>
  shown === host || ((isServer || apart.has(host)) && host.exit !== 'host');
