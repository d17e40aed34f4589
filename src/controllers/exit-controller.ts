import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { countPress, exitUrl, NO_PRESS } from '../domain/exit.ts';

export interface ExitHost extends ReactiveControllerHost {
  exitUrl: string;
  exitShortcut: string;
  /** Forgets all that the reader did, kept or not. */
  erase(): void;
}

const EVENTS = ['keydown', 'keyup', 'pageshow'];

const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));

/** Leaves the page at once: erases, covers it, and puts another in its place. */
export class ExitController implements ReactiveController {
  readonly #host: ExitHost;
  /** Asks the page whether it leads the reader away itself. */
  readonly #mayGo: () => boolean;
  #isLeaving = false;
  #presses = NO_PRESS;

  constructor(host: ExitHost, mayGo: () => boolean) {
    this.#host = host;
    this.#mayGo = mayGo;
    host.addController(this);
  }

  /** The page is covered from now on. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  get hasShortcut(): boolean {
    return this.#host.exitShortcut === 'shift3';
  }

  get url(): string {
    return exitUrl(this.#host.exitUrl);
  }

  hostConnected(): void {
    for (const type of EVENTS) window.addEventListener(type, this, true);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) window.removeEventListener(type, this, true);
  }

  leave(): void {
    this.#isLeaving = true;
    this.#host.erase();
    this.#host.requestUpdate();
    // Not assign(): Back should not lead here.
    if (this.#mayGo()) location.replace(this.url);
  }

  handleEvent(event: Event): void {
    if (event instanceof KeyboardEvent) return this.#onKey(event);
    // The page is back.
    this.#isLeaving = false;
    this.#host.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.hasShortcut) return;
    const { key, type, repeat, ctrlKey, altKey, metaKey, timeStamp } = event;
    const isOther = repeat || ctrlKey || altKey || metaKey || isTextField(event.composedPath()[0]);
    this.#presses = countPress(this.#presses, { key, isDown: type === 'keydown', isOther, time: timeStamp });
    if (this.#presses[0] < 3) return;
    this.#presses = NO_PRESS;
    this.leave();
  }
}
