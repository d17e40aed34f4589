import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Announcer } from '../controllers/announcer.ts';
import type { TipsMessages } from '../content/messages.ts';
import type { PackHead, Tip } from '../content/model.ts';
import { tipsPack } from '../content/schema.ts';
import { clamp, indexAt, moveByKey } from '../domain/position.ts';
import { ContentMixin } from './content-mixin.ts';
import { RekindleSlideChangeEvent, RekindleViewChangeEvent } from './events.ts';
import { tipsStyles } from './rekindle-tips.styles.ts';
import { renderCare, renderHeading, renderText } from './text.ts';

type TipsPack = PackHead & { readonly tips: readonly Tip[] };

/** How long after the last scroll event a swipe counts as settled, in milliseconds. */
const SETTLED_MS = 120;

const arrow = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />`}
  </svg>`;

/** Distance from card to card in px: negative from right to left, 0 while nothing is laid out. */
const pageSize = (track: HTMLElement): number => {
  const [first, second] = track.children;
  return first instanceof HTMLElement && second instanceof HTMLElement ? second.offsetLeft - first.offsetLeft : 0;
};

/**
 * A carousel of short texts, and the same texts as a plain list.
 *
 * ```html
 * <rekindle-tips></rekindle-tips>
 * ```
 *
 * @tagname rekindle-tips
 * @slot - What the page shows before the script runs, and when it never does.
 * @slot heading - A heading above the tips.
 * @fires {RekindleSlideChangeEvent} rekindle-slide-change - The reader moved to another tip.
 * @fires {RekindleViewChangeEvent} rekindle-view-change - The reader switched between carousel and list.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used.
 * @csspart base - The whole element.
 * @csspart care - The note that stands before the tips.
 * @csspart scroll-container - The row of cards, or the list.
 * @csspart slide - A card.
 * @csspart title - The title of a card.
 * @csspart step - The small step at the end of a card.
 * @csspart navigation - The row of controls.
 * @csspart navigation-button - The previous and next buttons.
 * @csspart position - "2 of 6".
 * @csspart view-button - The button that switches between carousel and list.
 */
export class RekindleTips extends ContentMixin<TipsPack, TipsMessages>(LitElement, tipsPack) {
  static override styles = tipsStyles;

  /** One tip at a time, or all of them below one another. */
  @property({ reflect: true }) view: 'carousel' | 'list' = 'carousel';

  /** Index of the tip that is shown, from 0. Setting it moves there without an announcement or event. */
  @property({ type: Number, attribute: 'active-index' }) activeIndex = 0;

  /** Number of tips. */
  get length(): number {
    return this.content?.tips.length ?? 0;
  }

  /** Moves to the next tip; stays on the last. */
  next(): void {
    this.activeIndex = clamp(this.activeIndex + 1, this.length);
  }

  /** Moves to the previous tip; stays on the first. */
  previous(): void {
    this.activeIndex = clamp(this.activeIndex - 1, this.length);
  }

  /** The card that the row was last seen, or sent, at. */
  #scrolledTo = 0;
  readonly #announcer = new Announcer(this);
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Where a scroll that we started ends; until then the positions on the way are not the reader's. */
  #target: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // A scroller that returns stands at its first card: bring it back to the one that is shown.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settling);
    this.#target = undefined;
    this.#scrolledTo = 0;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.activeIndex = clamp(this.activeIndex, this.length);
  }

  override updated(): void {
    const track = this.#track;
    if (!track || this.view !== 'carousel' || this.#scrolledTo === this.activeIndex) return;
    const page = pageSize(track);
    if (!page) return;
    this.#scrolledTo = this.activeIndex;
    this.#target = this.activeIndex;
    // scrollTo moves this row alone; scrollIntoView() would move the page too.
    track.scrollTo({ left: page * this.activeIndex });
    this.#settleSoon();
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const isList = this.view === 'list';
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <section
        class="body"
        role="group"
        aria-roledescription=${isList ? nothing : this.text('carousel')}
        aria-label=${this.label || this.text('label')}
      >
        <slot name="heading"></slot>
        ${pack.tips.some(tip => tip.contact) ? renderCare(pack.care) : nothing}
        <div
          class=${isList ? 'list' : 'track'}
          part="scroll-container"
          role="group"
          aria-label=${this.label || this.text('label')}
          tabindex=${isList ? nothing : 0}
          @keydown=${this.#onKeydown}
          @scroll=${this.#onScroll}
        >
          ${pack.tips.map(tip => this.#renderTip(tip, pack.tips.length))}
        </div>
        ${this.#renderControls(isList, pack.tips.length)} ${this.#announcer.render()}
      </section>
    </div>`;
  }

  #renderTip(tip: Tip, count: number): TemplateResult {
    return html`<article class="card" part="slide" aria-roledescription=${count > 1 ? this.text('slide') : nothing}>
      ${renderHeading(this.headingLevel, 'title', tip.title)}
      <ul class="points" role="list">
        ${tip.points.map(point => html`<li>${renderText(point)}</li>`)}
      </ul>
      <p class="step" part="step"><strong>${this.text('step')}</strong> ${renderText(tip.step)}</p>
    </article>`;
  }

  #renderControls(isList: boolean, count: number): TemplateResult | typeof nothing {
    if (count < 2) return nothing;
    const index = this.activeIndex;
    return html`<div class="controls row" part="navigation" role="group" aria-label=${this.text('controls')}>
      ${
        isList
          ? nothing
          : html`<button
                part="navigation-button"
                aria-label=${this.text('previous')}
                aria-disabled=${index === 0}
                @click=${() => this.#move(index - 1)}
              >
                ${arrow('M10 3 5 8l5 5')}
              </button>
              <span class="position" part="position">${this.text('position', { position: index + 1, count })}</span>
              <button
                part="navigation-button"
                aria-label=${this.text('next')}
                aria-disabled=${index === count - 1}
                @click=${() => this.#move(index + 1)}
              >
                ${arrow('m6 3 5 5-5 5')}
              </button>`
      }
      <button class="plain view" part="view-button" @click=${this.#onToggleView}>
        ${this.text(isList ? 'showOne' : 'showAll')}
      </button>
    </div>`;
  }

  get #track(): HTMLElement | null {
    return this.renderRoot.querySelector('.track');
  }

  /** What the reader asked for: move, say it once, tell the page. */
  #move(to: number): void {
    const index = clamp(to, this.length);
    if (index === this.activeIndex) return;
    this.activeIndex = index;
    this.#tell();
  }

  #tell(): void {
    const tip = this.content?.tips[this.activeIndex];
    if (!tip) return;
    const [position, count] = [this.activeIndex + 1, this.length];
    this.#announcer.announce(this.text('announcement', { title: tip.title, position, count }));
    this.dispatchEvent(new RekindleSlideChangeEvent(this.activeIndex, tip.id));
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Keys inside a card belong to the card.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.view !== 'carousel') return;
    const to = moveByKey(event.key, this.activeIndex, this.length, this.content?.dir === 'rtl');
    if (to === undefined) return;
    event.preventDefault();
    this.#move(to);
  };

  readonly #onScroll = (): void => this.#settleSoon();

  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLED_MS);
  }

  #settle(): void {
    const track = this.#track;
    if (!track || this.view !== 'carousel') return;
    const index = indexAt(track.scrollLeft, Math.abs(pageSize(track)), this.length);
    const ours = this.#target === index;
    this.#target = undefined;
    this.#scrolledTo = index;
    if (ours || index === this.activeIndex) return;
    this.activeIndex = index;
    this.#tell();
  }

  readonly #onToggleView = (): void => {
    this.view = this.view === 'list' ? 'carousel' : 'list';
    this.#scrolledTo = 0;
    this.dispatchEvent(new RekindleViewChangeEvent(this.view));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-tips': RekindleTips;
  }
}
