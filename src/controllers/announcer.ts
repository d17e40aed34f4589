/** How long it stays where it can be read again, in milliseconds: later it may be no longer true. */
const STAYS_MS = 10_000;

/**
 * Says one sentence to a screen reader, politely, in a `<div class="hidden" role="status">` that is always there: a region that
 * arrives together with its text is not read reliably (nvaccess/nvda#14591).
 */
export class Announcer {
  readonly #onText: (text: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is said; empty at first, and after a while. */
  text = '';

  /** @param onText - puts it into the region */
  constructor(onText: (text: string) => void) {
    this.#onText = onText;
  }

  /** Says `text`; the same text twice in a row is said twice, since it then differs by a space. */
  announce(text: string): void {
    this.text = text && text === this.text ? `${text}\u00a0` : text;
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => this.announce(''), STAYS_MS);
    this.#onText(this.text);
  }
}

/** Puts a text into the region of an element, which its template leaves empty: with a part for it, each sentence would be two renders. */
export const inRegion =
  (host: Element) =>
  (text: string): void =>
    host.shadowRoot?.querySelector('.body > [role=status]')?.replaceChildren(text);
