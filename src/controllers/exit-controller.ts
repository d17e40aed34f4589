import type { ReactiveController } from 'lit';
import { countPress, exitUrl, NO_PRESS } from '../domain/exit.ts';
import { erasePage } from './erase-page.ts';
import { addHost, checklists, chooseHost, lookSoon, removeHost, standsIn, type ExitHost } from './exit-place.ts';
import { eraseStorage } from './storage-key.ts';

const EVENTS = ['keydown', 'keyup', 'click', 'focusin', 'transitionend'];

const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=radio], [type=checkbox])'));

const hasShortcut = (host: ExitHost): boolean => host.exitShortcut === 'shift3';
let presses = NO_PRESS;

/** One for the page, however many checklists it has; by her keys she leaves once. */
const onEvent = (event: Event): void => {
  if (!(event instanceof KeyboardEvent)) return lookSoon();
  const host = [...checklists].find(hasShortcut);
  if (!host) return;
  const { key, type, repeat, ctrlKey, altKey, metaKey, timeStamp } = event;
  const isOther = repeat || ctrlKey || altKey || metaKey || isTextField(event.composedPath()[0]);
  presses = countPress(presses, { key, isDown: type === 'keydown', isOther, time: timeStamp });
  if (presses[0] < 3) return;
  presses = NO_PRESS;
  host.leave();
};

/** What the page had as `display` of its root, while all of it is hidden. */
let display: string | undefined;

/** Leaves the page at once: erases, covers it, and puts another in its place. */
export class ExitController implements ReactiveController {
  readonly #host: ExitHost;
  /** Asks the page whether it leads the reader away itself. */
  readonly #mayGo: () => boolean;
  /** The page is covered from now on. */
  isLeaving = false;
  /** The page leads her away itself. */
  #isTheirs = false;

  constructor(host: ExitHost, mayGo: () => boolean) {
    this.#host = host;
    this.#mayGo = mayGo;
    host.addController(this);
  }

  /** Whether the way out stands here. */
  get isShown(): boolean {
    return standsIn(this.#host);
  }

  get hasShortcut(): boolean {
    return hasShortcut(this.#host);
  }

  get url(): string {
    return exitUrl(this.#host.exitUrl);
  }

  hostConnected(): void {
    addHost(this.#host);
    for (const type of EVENTS) window.addEventListener(type, onEvent, true);
  }

  hostUpdate(): void {
    chooseHost();
  }

  hostDisconnected(): void {
    removeHost(this.#host);
    // Where she is led to another view, that is to be seen.
    if (this.#isTheirs) this.#cover(false);
    if (!checklists.size) for (const type of EVENTS) window.removeEventListener(type, onEvent, true);
  }

  leave(): void {
    this.#cover(true);
    window.addEventListener('pageshow', this);
    erasePage(this.#host);
    // Also what she kept on other pages of the site, in whatever way this one keeps.
    eraseStorage();
    this.#isTheirs = !this.#mayGo();
    // It may have taken this away just then.
    if (this.#isTheirs && !this.#host.isConnected) this.#cover(false);
    if (this.#isTheirs) return;
    // Not assign(): Back should not lead here. In a frame she would still be seen on the page around, which goes first.
    try {
      if (top !== window) top?.location.replace(this.url);
    } catch {
      // A sandbox that forbids it: the frame goes alone.
    }
    location.replace(this.url);
  }

  /** The page is back. That of its own load may still be on its way while she leaves: then she is not back. */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (persisted) this.#cover(false);
  }

  /** In the top layer, where nothing of the page is above it, wherever the element stands. */
  #cover(isLeaving: boolean): void {
    if (isLeaving === this.isLeaving) return;
    this.isLeaving = isLeaving;
    this.#host.requestUpdate();
    const base = this.#host.shadowRoot?.querySelector<HTMLElement>('.base');
    const { style } = document.documentElement;
    // What the page does not show cannot cover it: then the page goes.
    if (isLeaving && !base?.checkVisibility()) {
      display ??= style.display;
      style.display = 'none';
    } else if (display !== undefined) {
      style.display = display;
      display = undefined;
    }
    if (!base) return;
    base.popover = isLeaving ? 'manual' : null;
    if (isLeaving && base.isConnected) base.showPopover();
  }
}
