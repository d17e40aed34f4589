import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface AutoplayOptions {
  /** How long the present card stays, in milliseconds. */
  readonly interval: () => number;
  /** The element that shows how much of that is over; it also keeps the time. */
  readonly bar: () => HTMLElement | null;
  /** The time is over. Returns false where there is nothing to go on to. */
  readonly onTime: () => boolean;
  /** It plays, or has stopped; `cause` is the reader, the page (`api`), or the end of the row. */
  readonly onChange: (isPlaying: boolean, cause: 'user' | 'api' | 'end') => void;
}

/** From the fourth on, what a press ends with: only one of the main button ends with a click. */
const EVENTS = ['pointerenter', 'pointerleave', 'pointerdown', 'click', 'auxclick', 'contextmenu', 'pointercancel'];

type AutoplayHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: Node };

const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Moves on by itself, where the page asks for it: never where the reader prefers no motion, held while she points at it,
 * while it is off the screen or in a hidden tab, and over for good as soon as she uses it. Start, pressed, stands above
 * all that but the hidden tab, and the focus in a card, which would go with the card.
 *
 * An animation keeps the time: it shows it, and it can be held and go on.
 */
export class AutoplayController implements ReactiveController {
  readonly #host: AutoplayHost;
  readonly #options: AutoplayOptions;
  #animation: Animation | undefined;
  #bar: Element | null | undefined;
  /** Undefined until it knows whether the reader prefers no motion. */
  #isPlaying: boolean | undefined;
  /** The reader pressed start: pointing at it, or scrolling away, no longer holds it. */
  #isWanted = false;
  #isHovered = false;
  #isPressed = false;
  #isVisible = false;

  constructor(host: AutoplayHost, options: AutoplayOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isPlaying(): boolean {
    return !!this.#isPlaying;
  }

  hostConnected(): void {
    this.#isPlaying ??= !prefersStill();
    this.#listen('addEventListener');
  }

  /** What keeps the time may be another one, or gone with the row. */
  hostUpdated(): void {
    if (this.#options.bar() !== this.#bar) this.restart();
  }

  hostDisconnected(): void {
    this.#listen('removeEventListener');
    // What is taken from under a pointer is not told that it leaves.
    this.#isHovered = this.#isPressed = false;
    this.#cancel();
  }

  /** The card is in its place: its time starts anew. */
  restart(): void {
    this.#cancel();
    const bar = (this.#bar = this.#options.bar());
    if (!this.#isPlaying || !bar) return;
    const frames = prefersStill() ? [] : [{ transform: 'none' }];
    const animation = bar.animate(frames, { duration: this.#options.interval() });
    animation.onfinish = () => {
      // She may have come to prefer no motion meanwhile.
      const isUnwanted = prefersStill() && !this.#isWanted;
      if (isUnwanted || !this.#options.onTime()) this.stop('end');
    };
    this.#animation = animation;
    this.#hold();
  }

  play(cause: 'user' | 'api'): void {
    if (this.#isPlaying) return;
    this.#isPlaying = true;
    this.#isWanted = cause === 'user';
    this.#options.onChange(true, cause);
    this.restart();
  }

  stop(cause: 'user' | 'api' | 'end'): void {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#cancel();
    this.#options.onChange(false, cause);
  }

  /** Enough of the card is on the screen. */
  set isVisible(value: boolean) {
    this.#isVisible = value;
    this.#hold();
  }

  handleEvent({ type, target, buttons }: Event & { readonly buttons?: number }): void {
    switch (type) {
      case 'focusin':
        // A press of the mouse moves the focus too; that alone does not stop what the press may be about to start.
        if (!(this.#isWanted || this.#isPressed) || (target as Element).matches('.card *')) this.stop('user');
        return;
      case 'pointerenter':
      case 'pointerleave':
        // A finger does not stay: it leaves when it lifts, and its click is still to come.
        this.#isHovered = type === 'pointerenter';
        if (buttons) this.#isPressed = false;
        break;
      default:
        this.#isPressed = type === 'pointerdown';
    }
    this.#hold();
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    document[how]('visibilitychange', this);
    // Of the focus that goes from one place inside to another, nobody outside is told.
    this.#host.renderRoot[how]('focusin', this);
    for (const type of EVENTS) this.#host[how](type, this);
  }

  #hold(): void {
    const isHeld = document.hidden || (!this.#isWanted && (this.#isHovered || !this.#isVisible));
    if (isHeld) this.#animation?.pause();
    else if (this.#animation?.playState === 'paused') this.#animation.play();
  }

  #cancel(): void {
    this.#animation?.cancel();
    this.#animation = undefined;
    this.#bar = undefined;
  }
}
