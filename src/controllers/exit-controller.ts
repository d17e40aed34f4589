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

/** Whether the page would hold her with a question before it is left: a trial of the event that lets it. */
const wouldAsk = (): boolean => {
  const trial = document.createEvent('BeforeUnloadEvent');
  trial.initEvent('beforeunload', false, true);
  return !window.dispatchEvent(trial) || !!trial.returnValue;
};

/** What the page had as `display` of its root, while it is covered. */
let display: string | undefined;

/** Nothing of the page is shown, wherever the element stands and whatever the page puts above all else. */
const cover = (isLeaving: boolean): void => {
  const { style } = document.documentElement;
  if (isLeaving) {
    display ??= style.display;
    style.setProperty('display', 'none', 'important');
  } else if (display !== undefined) {
    style.display = display;
    display = undefined;
  }
};

/** The page is back. That of its own load may still be on its way while she leaves: then she is not back. */
const onShow = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) cover(false);
};

/** Leaves the page at once: erases, covers it, and puts another in its place. */
export class ExitController implements ReactiveController {
  readonly #host: ExitHost;
  /** Asks the page whether it leads the reader away itself. */
  readonly #mayGo: () => boolean;
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
    if (this.#isTheirs) cover(false);
    if (!checklists.size) for (const type of EVENTS) window.removeEventListener(type, onEvent, true);
  }

  leave(): void {
    cover(true);
    window.addEventListener('pageshow', onShow);
    erasePage(this.#host);
    // Also what she kept on other pages of the site, in whatever way this one keeps.
    eraseStorage();
    this.#isTheirs = !this.#mayGo();
    // It may have taken this away just then.
    if (this.#isTheirs && !this.#host.isConnected) cover(false);
    if (this.#isTheirs) return;
    // Not assign(): Back should not lead here. In a frame she would still be seen on the page around, which goes first.
    try {
      // The only way to take back a question is to take the page away, and what listens on it.
      if (wouldAsk()) document.open();
      if (top !== window) top?.location.replace(this.url);
    } catch {
      // A sandbox that forbids it: the frame goes alone. Or a page in XML, which cannot be emptied so.
    }
    location.replace(this.url);
  }
}
