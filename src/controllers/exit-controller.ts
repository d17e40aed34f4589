import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { countPress, exitUrl, NO_PRESS } from '../domain/exit.ts';
import { erasePage } from './erase-page.ts';
import { ancestorsOf } from './page-elements.ts';
import { eraseStorage } from './storage-controller.ts';

export interface ExitHost extends ReactiveControllerHost, HTMLElement {
  exit: 'auto' | 'host';
  /** Undefined while there are no words. */
  readonly content: object | undefined;
  exitUrl: string;
  exitShortcut: string;
  leave(): void;
}

const EVENTS = ['keydown', 'keyup', 'click', 'focusin', 'transitionend'];

const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));

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

const choose = (): void => {
  if (isSeen && shown && canShow(shown)) return;
  const able = [...checklists].filter(canShow);
  const seen = able.find(canSee);
  isSeen = !!seen;
  const hosts = [shown, (shown = seen ?? able[0])];
  if (hosts[0] !== shown) hosts.forEach(host => host?.requestUpdate());
};

/** @param changed - those that may have come into sight, or gone out of it */
const check = (changed: Iterable<ExitHost>): void => {
  for (const host of changed) {
    const isApart = ancestorsOf(host).some(one => one.matches(':modal'));
    if (isApart !== apart.has(host)) host.requestUpdate();
    apart[isApart ? 'add' : 'delete'](host);
  }
  isSeen = !!shown && canSee(shown);
  choose();
};

let checking: ReturnType<typeof setTimeout> | undefined;
/** Nothing tells of what fades or becomes inert: after what the reader does, when the page has answered it. */
const checkSoon = (): void => {
  clearTimeout(checking);
  checking = setTimeout(check, 0, checklists);
};

const hasShortcut = (host: ExitHost): boolean => host.exitShortcut === 'shift3';
let presses = NO_PRESS;

/** One for the page, however many checklists it has; by her keys she leaves once. */
const onEvent = (event: Event): void => {
  if (!(event instanceof KeyboardEvent)) return checkSoon();
  const host = [...checklists].find(hasShortcut);
  if (!host) return;
  const { key, type, repeat, ctrlKey, altKey, metaKey, timeStamp } = event;
  const isOther = repeat || ctrlKey || altKey || metaKey || isTextField(event.composedPath()[0]);
  presses = countPress(presses, { key, isDown: type === 'keydown', isOther, time: timeStamp });
  if (presses[0] < 3) return;
  presses = NO_PRESS;
  host.leave();
};

/** Leaves the page at once: erases, covers it, and puts another in its place. */
export class ExitController implements ReactiveController {
  readonly #host: ExitHost;
  /** Asks the page whether it leads the reader away itself. */
  readonly #mayGo: () => boolean;
  /** The page is covered from now on. */
  isLeaving = false;

  constructor(host: ExitHost, mayGo: () => boolean) {
    this.#host = host;
    this.#mayGo = mayGo;
    host.addController(this);
  }

  /** Whether the way out stands here. Written out at build, there is no other. */
  get isShown(): boolean {
    const host = this.#host;
    return shown === host || ((isServer || apart.has(host)) && host.exit !== 'host');
  }

  get hasShortcut(): boolean {
    return hasShortcut(this.#host);
  }

  get url(): string {
    return exitUrl(this.#host.exitUrl);
  }

  hostConnected(): void {
    checklists.add(this.#host);
    // Meanwhile it may have come to stand in another element.
    this.#host.requestUpdate();
    watcher ??= new IntersectionObserver(entries => check(entries.map(({ target }) => target as ExitHost)), {
      rootMargin: FAR,
      scrollMargin: FAR,
    });
    watcher.observe(this.#host);
    for (const type of EVENTS) window.addEventListener(type, onEvent, true);
  }

  hostUpdate(): void {
    choose();
  }

  hostDisconnected(): void {
    checklists.delete(this.#host);
    apart.delete(this.#host);
    watcher?.unobserve(this.#host);
    choose();
    if (!checklists.size) for (const type of EVENTS) window.removeEventListener(type, onEvent, true);
  }

  leave(): void {
    this.#cover(true);
    window.addEventListener('pageshow', () => this.#cover(false), { once: true });
    erasePage(this.#host);
    // Also what she kept on other pages of the site, in whatever way this one keeps.
    eraseStorage();
    if (!this.#mayGo()) return;
    // Not assign(): Back should not lead here. In a frame she would still be seen on the page around, which goes first.
    try {
      if (top !== window) top?.location.replace(this.url);
    } catch {
      // A sandbox that forbids it: the frame goes alone.
    }
    location.replace(this.url);
  }

  /** In the top layer, where nothing of the page is above it, wherever the element stands. */
  #cover(isLeaving: boolean): void {
    if (isLeaving === this.isLeaving) return;
    this.isLeaving = isLeaving;
    this.#host.requestUpdate();
    const base = this.#host.shadowRoot?.querySelector<HTMLElement>('.base');
    if (!base?.isConnected) return;
    base.popover = isLeaving ? 'manual' : null;
    if (isLeaving) base.showPopover();
  }
}
