import { html, isServer, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer, inRegion } from '../controllers/announcer.ts';
import { isNavigation } from '../controllers/arrival.ts';
import { AutoplayController } from '../controllers/autoplay-controller.ts';
import { CarouselController } from '../controllers/carousel-controller.ts';
import { setState } from '../controllers/custom-states.ts';
import { HashController, hashId } from '../controllers/hash-controller.ts';
import { ChildTips } from '../controllers/child-tips.ts';
import { OpenController } from '../controllers/open-controller.ts';
import { ancestorsOf, openAround } from '../controllers/page-elements.ts';
import { PrintController } from '../controllers/print-controller.ts';
import { SeenPlaces } from '../controllers/seen-places.ts';
import type { StorageController } from '../controllers/storage-controller.ts';
import { today } from '../controllers/today.ts';
import { withdrawnFor } from '../controllers/withdrawal.ts';
import { tipsGroups, type TipsMessages } from '../content/messages.ts';
import type { PackHead, Tip } from '../content/model.ts';
import { tipsPack } from '../content/schema.ts';
import { clamp, stepOfKey } from '../domain/position.ts';
import { readingTime } from '../domain/reading-time.ts';
import { startIndex } from '../domain/start.ts';
import { tipsLeft } from '../domain/stops.ts';
import { ContentMixin } from './content-mixin.ts';
import {
  RekindleAutoplayStartEvent,
  RekindleAutoplayStopEvent,
  RekindleSlideBeforeChangeEvent,
  RekindleSlideChangeEvent,
  RekindleTipsLoadEvent,
  RekindleTipViewEvent,
  RekindleViewChangeEvent,
  type SlideCause,
} from './events.ts';
import { countPart } from './lazy-layout.ts';
import { tipsStyles } from './rekindle-tips.styles.ts';
import { StorageMixin } from './storage-mixin.ts';
import { makeCare } from './text.ts';
import type { TipActions } from './tips-actions.ts';
import { tipText } from './tips-card.ts';
import { renderControls, renderListControls } from './tips-controls.ts';
import { nameOf } from './tips-picker.ts';
import { TipsRow, type RowView } from './tips-row.ts';

type TipsPack = PackHead & { readonly tips: readonly Tip[] };

/** What is listened for inside. */
const EVENTS = ['click', 'keydown', 'input', 'change', 'beforematch', 'scroll', 'scrollend'];
const NO_ROW = new TipsRow([], { level: 2, step: '' });
const NONE: ReadonlySet<string> = new Set();
/** Least time between two tips that change by themselves, in milliseconds. */
const MIN_INTERVAL_MS = 3000;

/**
 * A carousel of short texts, and the same texts as a plain list. The care note stands before the tips, whatever is configured.
 *
 * The row scrolls as the browser scrolls, and costs about the same for ten tips and for ten thousand, but for the options of a
 * select, made once.
 *
 * ```html
 * <rekindle-tips pagination="dots" actions="copy keep" storage="local"></rekindle-tips>
 * ```
 *
 * @tagname rekindle-tips
 * @slot - What the page shows before the script runs, and when it never does; the tips themselves with `content="children"`.
 * @slot heading - A heading above the tips. Its words belong into `label`, too.
 * @slot previous-icon - Icon of the previous button.
 * @slot next-icon - Icon of the next button.
 * @slot play-icon - Icon of the button that starts autoplay.
 * @slot pause-icon - Icon of the button that stops autoplay.
 * @slot actions - More buttons at the end of the first toolbar; needs `actions`.
 * @slot footer - Something below the tips.
 * @fires {RekindleSlideBeforeChangeEvent} rekindle-slide-before-change - The reader moves to another tip. Cancelable. `index`, `id`, `cause`.
 * @fires {RekindleSlideChangeEvent} rekindle-slide-change - The reader moved to another tip, and it has come to rest. `index`, `id`, `cause`.
 * @fires {RekindleTipViewEvent} rekindle-tip-view - Half of a tip, or half a screen of it, was seen for a second, however it got there. `index`, `id`, `cause`.
 * @fires {RekindleViewChangeEvent} rekindle-view-change - The reader switched between carousel, list and her own tips. `view`.
 * @fires {RekindleAutoplayStartEvent} rekindle-autoplay-start - The reader, or `play()`, started autoplay. None for the start that the attribute asks for. `cause`.
 * @fires {RekindleAutoplayStopEvent} rekindle-autoplay-stop - The tips no longer change by themselves. `cause`.
 * @fires {RekindleTipKeepChangeEvent} rekindle-tip-keep-change - The reader kept a tip, or took it out again. `id`, `kept`.
 * @fires {RekindleTipShareEvent} rekindle-tip-share - The reader copies, shares or prints a tip. Cancelable. `id`, `action`.
 * @fires {RekindleTipsLoadEvent} rekindle-tips-load - Tips are there, the first ones or others. `length`.
 * @fires {RekindleStorageSaveEvent} rekindle-storage-save - The reader said keep, and it worked.
 * @fires {RekindleStorageEraseEvent} rekindle-storage-erase - What was kept is erased, by the reader or by `erase()`.
 * @fires {RekindleStorageErrorEvent} rekindle-storage-error - Nothing can be kept, or what was kept cannot be read. `reason`.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used. `message`.
 * @csspart base - The whole element.
 * @csspart care - The care note before the tips.
 * @csspart aside - Which tips are set aside for now.
 * @csspart scroll-container - The row of cards, or the list.
 * @csspart slide - A card.
 * @csspart slide-active - A card that is seen.
 * @csspart title - The title of a card.
 * @csspart step - The small step at the end of a card.
 * @csspart navigation - The row of controls.
 * @csspart navigation-button - The previous and next buttons.
 * @csspart navigation-button-previous - The previous button.
 * @csspart navigation-button-next - The next button.
 * @csspart rotation-control - The button that starts and stops autoplay.
 * @csspart progress - How much of the time of a tip is over, with autoplay.
 * @csspart pagination - "2 of 6", the dots or the select.
 * @csspart pagination-item - A dot.
 * @csspart pagination-item-active - The dot of a tip that is seen.
 * @csspart position - "2 of 6".
 * @csspart view-button - The buttons that switch between carousel, list and the reader's own tips.
 * @csspart actions - The toolbar of a tip.
 * @csspart action - A button of the toolbar.
 * @csspart status - What copying or sharing came to.
 * @csspart storage - What is kept, where and until when, and the button for it.
 * @csspart storage-button - The button that keeps or erases.
 * @cssstate playing - Autoplay is on.
 * @cssstate first - The first tip is shown.
 * @cssstate last - The last tip is shown.
 * @cssstate loading - A pack is on its way.
 * @cssstate list - The tips stand below one another.
 * @cssprop [--rekindle-slide-gap=var(--rekindle-space)] - Space between two cards.
 * @cssprop [--rekindle-scroll-hint=0px] - How much of the neighbours shows at the sides.
 * @cssprop [--rekindle-card-background] - Background of a card. Default: the surface.
 * @cssprop [--rekindle-card-color] - Text of a card. Default: the text.
 * @cssprop [--rekindle-card-border] - Border of a card, as in CSS. Default: a thin line.
 * @cssprop [--rekindle-card-radius] - Radius of a card. Default: the radius.
 * @cssprop [--rekindle-card-padding] - Space inside a card. Default: five quarters of the space.
 */
export class RekindleTips extends StorageMixin(ContentMixin<TipsPack, TipsMessages>(LitElement, tipsPack, tipsGroups)) {
  static override styles = tipsStyles;

  /** What a bundle adds for `actions` and `storage`: a page that needs neither does not load it. */
  static toolbar: typeof TipActions | undefined;

  /** One tip at a time, all of them below one another, or those that the reader kept. */
  @property() view: 'carousel' | 'list' | 'kept' = 'carousel';

  /**
   * Index of the tip that is shown, from 0; clamped. Setting it moves there without an announcement or a change event. The attribute
   * follows from the first move on.
   */
  @property({ type: Number, attribute: 'active-index' }) activeIndex = 0;

  /**
   * The tip to begin with: its position from 1, its id, `daily` (by date, the same for every reader), or `resume`: the first not
   * read yet. `resume` needs `storage`, a reader who keeps that, and the file with the toolbar.
   */
  @property() start = '';

  /** Next of the last is the first, and the other way round. */
  @property({ type: Boolean }) loop = false;

  /** The tips change by themselves, until the reader uses them. Never where she prefers no motion. */
  @property({ type: Boolean }) autoplay = false;

  /** How long a tip stays with autoplay: milliseconds, at least 3000, or `auto` for the time that its words need. */
  @property({ attribute: 'autoplay-interval' }) autoplayInterval = 'auto';

  /** Whether there are previous and next buttons. */
  @property() navigation: 'buttons' | 'none' = 'buttons';

  /** How the position shows: "2 of 6", dots for up to 8 tips, or a list to choose from. */
  @property() pagination: 'fraction' | 'dots' | 'select' | 'none' = 'fraction';

  /** Most cards side by side, 1 to 6; one below 34em of width, two below 52em. Previous and next move by as many. */
  @property({ type: Number, attribute: 'slides-per-page' }) slidesPerPage = 1;

  /**
   * `tallest`: the row is as tall as its tallest card. `active`: as the card that is shown; the height then changes when the
   * reader presses something, which counts as no layout shift, and the row cannot be swiped. With `autoplay`, or without the
   * buttons, always `tallest`.
   */
  @property() height: 'tallest' | 'active' = 'tallest';

  /** The address of the page follows the tip (`#ID`, without a history entry), and leads to it. Links that the toolbar copies lead to their tip without this, too. Activities beside it take `url-state="query"`, since a page has one fragment. */
  @property({ type: Boolean }) hash = false;

  /** The element is a landmark of the page. */
  @property({ type: Boolean }) landmark = false;

  /** Buttons for each tip that is seen, in order: of `copy`, `share`, `print` and `keep`. */
  @property() actions = '';

  /** `children`: the tips are the items of the first list among the element's children, as text: no pictures, nothing that is empty. */
  @property({ attribute: 'content' }) contentFrom: '' | 'children' = '';

  /**
   * A `Set` of the advice that is set aside, as in a pack's `suppress`: `tips/ID`. A checklist on the page sets it while the reader names
   * a danger there; the tips say so, and come back.
   */
  @property({ attribute: false }) withdrawn: ReadonlySet<string> = NONE;

  /** @internal What the reader keeps; undefined before she kept anything. */
  get stored(): StorageController | undefined {
    return this.#actions?.stored;
  }

  /** Number of tips. */
  get length(): number {
    return this.content?.tips.length ?? 0;
  }

  /** The tip that is shown; undefined while there is none. */
  get activeTip(): Tip | undefined {
    return this.content?.tips[this.activeIndex];
  }

  /** Resolves once the tips are rendered. */
  get ready(): Promise<void> {
    return (this.#ready ??= new Promise(resolve => {
      this.#onReady = resolve;
      this.requestUpdate();
    }));
  }

  override get content(): TipsPack | undefined {
    const pack = this.#all;
    const withdrawn = [...this.withdrawn];
    if (!pack || !withdrawn[0]) return pack;
    // The same object as long as nothing changes: it is what tells other tips from the same ones.
    const by = withdrawn.join();
    if (this.#left?.of !== pack || this.#left.by !== by) {
      const tips = tipsLeft(pack.tips, new Set(withdrawn));
      this.#left = { of: pack, by, pack: tips.length === pack.tips.length ? pack : { ...pack, tips } };
    }
    return this.#left.pack;
  }

  /** The tips of the page or the bundle, whatever is set aside. */
  get #all(): TipsPack | undefined {
    const pack = super.content;
    if (this.contentFrom !== 'children' || this.pack) return pack;
    const { tips } = (this.#list ??= new ChildTips(this));
    const head = pack ?? (this.constructor as typeof RekindleTips).pack;
    if (!tips.length || !head) return undefined;
    // They are in the language of the page around them, wherever that moves them.
    const lang = (ancestorsOf(this) as HTMLElement[]).find(one => one.lang)?.lang ?? head.lang;
    const dir = this.matches(':dir(rtl)') ? 'rtl' : 'ltr';
    const own = this.#own;
    // Of words that come later, the notes and labels stand around the same tips.
    if (own?.tips !== tips || own.care !== head.care || own.lang !== lang || own.dir !== dir)
      this.#own = { ...head, tips, lang, dir };
    return this.#own;
  }

  /** Moves to the next tips; stays on the last, or goes round with `loop`. */
  next(): void {
    this.#move(this.#beside(1), 'api');
  }

  /** Moves to the previous tips; stays on the first, or goes round with `loop`. */
  previous(): void {
    this.#move(this.#beside(-1), 'api');
  }

  /** Moves to a tip by its index, from 0, or by its id. Beyond the last is the last; does nothing for an id that is not there. */
  goToSlide(target: number | string): void {
    const index = typeof target === 'number' ? target : this.#indexOf(target);
    if (index >= 0) this.#move(index, 'api');
  }

  /** Starts autoplay; needs the attribute. Does nothing in a list. */
  play(): void {
    if (this.#isRow) this.#player?.play('api');
  }

  /** Stops autoplay. */
  pause(): void {
    this.#player?.stop('api');
  }

  /** Shows all tips below one another. */
  showAll(): void {
    this.view = 'list';
  }

  /** Shows one tip at a time. */
  showCarousel(): void {
    this.view = 'carousel';
  }

  /** Forgets the tips that the reader kept, in memory and in the browser. */
  erase(): void {
    this.stored?.erase();
  }

  @state() private _perPage = 1;

  #row = NO_ROW;
  #shown: TipsPack | undefined;
  /** The tips that the page was told of. */
  #loaded: readonly Tip[] | undefined;
  /** The tips that were seen before the last others came; they stay while all are set aside. */
  #before: readonly Tip[] = [];
  #care: HTMLElement | undefined;
  #own: TipsPack | undefined;
  #left: { readonly of: TipsPack; readonly by: string; readonly pack: TipsPack } | undefined;
  /** How the tip at `activeIndex` came to be shown. */
  #cause: SlideCause = 'start';
  /** Where our own move leads; anything else that sets `activeIndex` is the page. */
  #expected = 0;
  /** The tip that was last settled on. */
  #settledAt = 0;
  /** What takes the focus after the next update. */
  #focusNext = '';
  /** The element, or in a list the tip, comes into view after the next update. */
  #isSought = false;
  #ready: Promise<void> | undefined;
  #onReady: (() => void) | undefined;
  #list: ChildTips | undefined;
  #actions: TipActions | undefined;
  #player: AutoplayController | undefined;
  #hashes: HashController | undefined;
  #resizes: ResizeObserver | undefined;
  /** The row that it looks at, and for how many cards side by side. */
  #fitted: HTMLElement | undefined;
  #most = 1;
  /** Where only the cards in the window are there, paper gets all of them. */
  #print: PrintController | undefined;
  readonly #isLazy = countPart(6);
  readonly #states = this.attachInternals().states;
  readonly #announcer = new Announcer(inRegion(this));
  /** The row, or each card of the list. */
  readonly #places = new SeenPlaces(
    (place, share) => this.#onShare(place, share),
    place => this.#tell(place),
  );
  readonly #carousel = new CarouselController(this, {
    track: () => this.#track,
    last: () => this.#last,
    onPass: index => this.#pass(index),
    onRest: (index, isOurs) => this.#rest(index, isOurs),
  });

  constructor() {
    super();
    new OpenController(this, {
      has: to => to.startsWith('tips/') && this.#indexOf(to.slice(5)) >= 0,
      open: to => this.#open(to.slice(5)),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.withdrawn = withdrawnFor(this);
    if (!this.hasUpdated) return;
    // A scroller that returns stands at its first card: bring it back to the one that is shown. At the first, where the reader
    // was on her way to it, nothing more will rest.
    this.requestUpdate();
    if (!this.activeIndex && !this.#expected) this.#rest(0, true);
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    // What we wrote ourselves the page does not know, and takes away where it is made anew: the reader stays at her tip.
    if (name !== 'active-index' || value !== null) super.attributeChangedCallback(name, before, value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes?.disconnect();
    this.#fitted = undefined;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const pack = this.content;
    const { toolbar } = this.constructor as typeof RekindleTips;
    if (toolbar) this.#actions ??= new toolbar(this, this.#announcer);
    if (pack) this.#actions?.open(pack);
    if (pack !== this.#shown || changed.has('headingLevel')) this.#replace(pack);
    // Words that are still to come may have a place for it.
    const index = pack ? clamp(this.activeIndex, this.#last + 1) : this.activeIndex;
    // A row of several has another last place than a list: that is no move of the page's.
    if (changed.has('view') && this.activeIndex === this.#expected) this.#expected = index;
    this.activeIndex = index;
    if (index !== this.#expected) this.#cause = 'api';
    this.#expected = this.activeIndex;
    // There is no row that could come to rest.
    if (!this.#isRow && this.#cause === 'api') this.#settledAt = this.activeIndex;
    this.#row.near = this.activeIndex;
    // A single tip has nothing to go on to. Where others were there it stays: she may have stopped it for good.
    if (this.autoplay && this.length > 1) this.#player ??= this.#createPlayer();
    else if (!this.autoplay && this.#player) this.#endPlayer(this.#player);
    if (this.#isLinked) this.#hashes ??= new HashController(this, isLink => this.#followHash(isLink));
  }

  override firstUpdated(): void {
    const listener = (event: Event): void => this.#onEvent(event);
    // For all that is inside at once. A scroll does not bubble.
    for (const type of EVENTS) this.renderRoot.addEventListener(type, listener, type.startsWith('scroll'));
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    this.#showStates();
    if (!this.content) return;
    if (changed.get('activeIndex') !== undefined) this.setAttribute('active-index', String(this.activeIndex));
    this.#onReady?.();
    const track = this.#track;
    if (this.#isSought) openAround(this);
    const isOther = this.#places.watch(track ? [track] : [...this.renderRoot.querySelectorAll('.card')]);
    if (isOther || !track) this.#carousel.forget();
    if (track) {
      this.#watch(track);
      this.#present();
      // A move that was made without a row comes to rest in this one, also at its first card.
      this.#carousel.show(this.activeIndex, isOther || !!changed.get('view'));
    }
    if (this.#isSought) {
      const place = track ? this : this.#row.card(this.activeIndex);
      // What is taller than the screen would come into view at its end, for who comes from below.
      place.scrollIntoView({ block: place.offsetHeight > innerHeight ? 'start' : 'nearest' });
    }
    this.#isSought = false;
    if (this.#focusNext) this.renderRoot.querySelector<HTMLElement>(this.#focusNext)?.focus({ preventScroll: true });
    this.#focusNext = '';
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const isRow = this.#isRow;
    this.#care ??= makeCare(pack.care);
    const controls = isRow ? this.#renderControls(pack.tips) : renderListControls(this, this.#keptCount);
    const cards = isRow && !this.#print?.isPrinting ? this.#renderTrack() : this.#renderCards(pack.tips);
    const bar = isRow && this.#player ? html`<div class="bar" part="progress"></div>` : nothing;
    // What was written out keeps no room.
    return html`<div
      class=${isServer || this.isWritten || !this.#isLazy ? 'base' : 'base far'}
      part="base"
      lang=${pack.lang}
      dir=${pack.dir}
    >
      <section
        class="body"
        role=${this.landmark ? 'region' : 'group'}
        aria-roledescription=${isRow ? this.text('carousel') : nothing}
        aria-label=${this.#name}
      >
        <slot name="heading"></slot>
        ${this.#care}${this.#renderAside(pack)}${controls}${cards}${bar}${this.#actions?.render(isRow ? this.#seen : []) ?? nothing}
        <slot name="footer"></slot>
        <div class="hidden" role="status"></div>
      </section>
    </div>`;
  }

  #renderAside({ tips }: TipsPack): TemplateResult | typeof nothing {
    const all = this.#all?.tips ?? tips;
    if (all.length === tips.length) return nothing;
    const titles = all.flatMap((tip, index) => (tips.includes(tip) ? [] : nameOf(this, tip, index)));
    return html`<p class="muted" part="aside">${this.text('setAside', { tips: titles.join(', ') })}</p>`;
  }

  /** A link that was copied from the toolbar leads to its tip, whether the address follows the tips or not. */
  get #isLinked(): boolean {
    return this.hash || /copy|share/.test(this.actions);
  }

  /** A height that changed by itself would move the page; without buttons a finger needs a row that can be swiped. */
  get #isActiveHeight(): boolean {
    return this.height === 'active' && !this.autoplay && this.navigation !== 'none';
  }

  /** A view that there is not is a carousel. */
  get #isRow(): boolean {
    return this.view !== 'list' && !this.#isKept;
  }

  /** Without the toolbar nothing is kept, and there is no such view. */
  get #isKept(): boolean {
    return !!this.#actions && this.view === 'kept';
  }

  get #name(): string {
    return this.label || this.text('label');
  }

  get #keptCount(): number {
    return this.#actions?.kept.length ?? 0;
  }

  #renderControls(tips: readonly Tip[]): TemplateResult | typeof nothing {
    if (tips.length < 2) return nothing;
    return renderControls(this, {
      tips,
      seen: this.#seen,
      position: this.#position,
      isFirst: this.#isEnd(-1),
      isLast: this.#isEnd(1),
      isPlaying: this.#player?.isPlaying,
      kept: this.#keptCount,
    });
  }

  #renderTrack(): TemplateResult | typeof nothing {
    // All may be set aside: a row is a tab stop.
    if (!this.length) return nothing;
    return html`<div
      class="track ${this.#isActiveHeight ? 'active' : ''} ${this.slidesPerPage > 1 ? 'many' : ''}"
      part="scroll-container"
      role="group"
      aria-label=${this.#name}
      tabindex=${this.length > 1 ? 0 : -1}
    >
      ${isServer ? this.#row.nodes(this.#rowView) : nothing}
    </div>`;
  }

  /** The list; on paper also of the tips that are not in the window. */
  #renderCards(tips: readonly Tip[]): TemplateResult | undefined {
    if (this.#isKept) return this.#actions?.renderKept(this.#row);
    return html`<div class="list" part="scroll-container">${tips.map((_, index) => this.#row.card(index))}</div>`;
  }

  /** "2 of 6", or "2 to 4 of 6". */
  get #position(): string {
    const [position, count] = [this.activeIndex + 1, this.length];
    const last = Math.min(this.activeIndex + this._perPage, count);
    return this.text(this._perPage === 1 ? 'position' : 'positions', { position, count, last });
  }

  get #track(): HTMLElement | null {
    return this.renderRoot.querySelector('.track');
  }

  /** Index of the last tip that can be the first that is seen. */
  get #last(): number {
    return Math.max(this.length - (this.#isRow ? this._perPage : 1), 0);
  }

  /** The tips that are seen at once. */
  get #seen(): readonly Tip[] {
    return this.#shown?.tips.slice(this.activeIndex, this.activeIndex + this._perPage) ?? [];
  }

  #indexOf(id: string): number {
    return this.content?.tips.findIndex(tip => tip.id === id) ?? -1;
  }

  /** What a card is called, and said to be once it has come to rest. */
  #nameAt(index: number): string {
    const tip = this.content?.tips[index];
    const title = tip ? nameOf(this, tip, index) : '';
    return this.text('announcement', { title, position: index + 1, count: this.length });
  }

  /** Other tips: the present one stays where it is among them; at first, the one to start with. */
  #replace(pack: TipsPack | undefined): void {
    if (this.#seen.length) this.#before = this.#seen;
    const before = this.#before[0]?.id;
    // The reader's move may be under way; it then comes to rest among these.
    const isMoving = before !== undefined && this.#expected !== this.#settledAt;
    this.#shown = pack;
    this.#carousel.renew();
    this.#care = undefined;
    const all = this.#all;
    // With what is set aside in it: a danger that the reader names tells the page nothing.
    if (all && all.tips !== this.#loaded)
      queueMicrotask(() => this.dispatchEvent(new RekindleTipsLoadEvent(all.tips.length)));
    this.#loaded = all?.tips;
    const tips = pack?.tips ?? [];
    this.#row = new TipsRow(tips, { level: this.headingLevel, step: this.text('step') });
    if (!tips.length) return;
    const ids = tips.map(({ id }) => id);
    const sought = this.#isLinked && before === undefined ? ids.indexOf(hashId()) : -1;
    const isRead = (id: string): boolean => !!this.#actions?.isRead(id);
    const first = sought < 0 ? startIndex(this.start, ids, { today, isRead }) : sought;
    const index = before === undefined ? first : ids.indexOf(before);
    if (index !== undefined && index >= 0) this.activeIndex = index;
    this.activeIndex = this.#expected = this.#settledAt = clamp(this.activeIndex, this.#last + 1);
    if (isMoving) this.#settledAt = -1;
    else this.#cause = sought < 0 ? 'start' : 'hash';
    // A link to a tip leads there; Back and reload put the page where it was.
    this.#isSought = sought >= 0 && isNavigation();
    if (this.#seen.some(({ id }, i) => id !== this.#before[i]?.id)) this.#begin();
  }

  /** Index of the tips beside the present ones; an endless step leads to an end, and never round. */
  #beside(step: number, by = this._perPage): number {
    const { activeIndex, loop } = this;
    const end = step > 0 ? this.#last : 0;
    return loop && activeIndex === end && isFinite(step) ? this.#last - end : activeIndex + step * by;
  }

  /** Whether there is nothing to go on to. */
  #isEnd(step: number): boolean {
    return clamp(this.#beside(step), this.#last + 1) === this.activeIndex;
  }

  #move(to: number, cause: SlideCause): boolean {
    const index = clamp(to, this.#last + 1);
    if (index === this.activeIndex || !this.#allows(index, cause)) return false;
    this.#cause = cause;
    this._isPressed = cause === 'user';
    this.activeIndex = this.#expected = index;
    // A row snaps to cards that are there, and Safari gives up a scroll when their heights change on the way. Else nothing
    // changes first: the scroll then waits for no layout.
    if (this.#row.isWindow || this.#isActiveHeight) this.#pass(index);
    this.#carousel.show(index);
    return true;
  }

  /** Whether the move is the reader's, and the page lets her. */
  #allows(index: number, cause: SlideCause): boolean {
    if (cause === 'api' || cause === 'autoplay') return true;
    this.#player?.stop('user');
    const id = this.content?.tips[index]?.id ?? '';
    return this.dispatchEvent(new RekindleSlideBeforeChangeEvent(index, id, cause));
  }

  #present(): void {
    const track = this.#track;
    if (track) this.#row.present(track, this.#rowView);
  }

  get #rowView(): RowView {
    return {
      active: this.activeIndex,
      perPage: this._perPage,
      isActiveHeight: this.#isActiveHeight,
      name: index => this.#nameAt(index),
      slide: this.text('slide'),
    };
  }

  /** The row passes a card: those beside it have to be there. */
  #pass(index: number): void {
    if (index === this.#row.near) return;
    this.#row.near = index;
    this.#present();
  }

  #rest(index: number, isOurs: boolean): void {
    if (!this.#isRow) return;
    if (!isOurs && index !== this.activeIndex && !this.#move(index, 'user')) {
      this.#carousel.show(this.activeIndex, true);
      return;
    }
    this.#settle();
  }

  /** The tip has come to rest: say it once, tell the page, and start its time. */
  #settle(): void {
    const { activeIndex: index, activeTip: tip } = this;
    if (index === this.#settledAt || !tip) return;
    this.#settledAt = index;
    this.#actions?.forgetOutcome();
    const cause = this.#cause;
    if (cause !== 'api' && cause !== 'autoplay') {
      this.#announcer.announce(this.#nameAt(index));
      this.dispatchEvent(new RekindleSlideChangeEvent(index, tip.id, cause));
    }
    if (this.hash && cause !== 'hash') this.#hashes?.write(tip.id);
    this.#begin();
  }

  /** Other tips are seen than before: their time begins. */
  #begin(): void {
    this.#player?.restart();
    this.#places.restart();
  }

  /** A place, the row or a card of the list, was on the screen for a while. */
  #tell(place: Element): void {
    const index = this.#row.indexOf(place);
    // On the way to a tip it was another that was seen.
    if (index < 0 && this.activeIndex !== this.#settledAt) return;
    const [first, count] = index < 0 ? [this.activeIndex, this._perPage] : [index, 1];
    this.content?.tips.slice(first, first + count).forEach(({ id }, i) => {
      this.#actions?.markRead(id);
      this.dispatchEvent(new RekindleTipViewEvent(first + i, id, this.#cause));
    });
  }

  #onShare(place: Element, share: number): void {
    if (!place.matches('.track')) return;
    if (share > 0) this.#carousel.realign(this.activeIndex);
    if (this.#player) this.#player.isVisible = this.#places.isSeen(place);
  }

  #open(id: string): void {
    this.view = 'carousel';
    this.#move(this.#indexOf(id), 'open');
    this.#isSought = true;
    this.#focusNext = '.track';
    this.requestUpdate();
  }

  #followHash(isLink: boolean): void {
    const index = this.#indexOf(hashId());
    if (!this.#isLinked || index < 0) return;
    this.#move(index, 'hash');
    this.#isSought = isLink;
    // "My tips" may not have it.
    if (this.#isKept && !this.#row.card(index).isConnected) this.view = 'carousel';
    this.requestUpdate();
  }

  #createPlayer(): AutoplayController {
    const player = new AutoplayController(this, {
      interval: () => {
        const own = this.autoplayInterval === 'auto' ? readingTime(this.#seen.map(tipText)) : +this.autoplayInterval;
        return Math.max(own || 0, MIN_INTERVAL_MS);
      },
      bar: () => this.renderRoot.querySelector('.bar'),
      onTime: () => this.#move(this.#beside(1), 'autoplay'),
      onChange: (isPlaying, cause) => {
        this.requestUpdate();
        this.dispatchEvent(
          isPlaying ? new RekindleAutoplayStartEvent(cause as 'user' | 'api') : new RekindleAutoplayStopEvent(cause),
        );
      },
    });
    player.isVisible = this.#places.isSeen(this.#track);
    return player;
  }

  /** The page no longer asks for it; when it asks again, it starts anew. */
  #endPlayer(player: AutoplayController): void {
    player.stop('api');
    player.hostDisconnected();
    this.removeController(player);
    this.#player = undefined;
  }

  /** What can only be known of a row that is there: how many cards it fits, and when the page is printed. */
  #watch(track: HTMLElement): void {
    const most = clamp(this.slidesPerPage, 7) || 1;
    // One card at a time the browser keeps in its place, but where the row does not snap.
    const isFit = most > 1 || this.#isActiveHeight;
    if (most !== this.#most || (isFit && track !== this.#fitted)) this.#fit(track, most);
    if (!this.#row.isWindow) return;
    this.#print ??= new PrintController(this, () => {
      this.requestUpdate();
      this.performUpdate();
    });
  }

  #fit(track: HTMLElement, most: number): void {
    this.#most = most;
    this.#fitted = track;
    track.style.setProperty('--per-page', String(most));
    this.#resizes?.disconnect();
    let known = 0;
    this.#resizes = new ResizeObserver(([entry]) => {
      const width = track.querySelector<HTMLElement>('.card')?.offsetWidth ?? 0;
      // It may be another height alone.
      if (!width || width === known) return;
      known = width;
      const before = this._perPage;
      // Without the room at the sides that shows the neighbours.
      this._perPage = clamp(Math.round((entry as ResizeObserverEntry).contentRect.width / width), most + 1) || 1;
      if (this._perPage !== before) this.#begin();
      // The first card stays in its place whatever the width, but after all were in view: the browser then goes back to where it
      // was. Else a link to words in another may be scrolling it.
      if (this.activeIndex || before >= this.length) this.#carousel.show(clamp(this.activeIndex, this.#last + 1), true);
    });
    this.#resizes.observe(track);
  }

  #showStates(): void {
    setState(this.#states, 'first', this.activeIndex === 0);
    setState(this.#states, 'last', this.activeIndex === this.#last);
    setState(this.#states, 'list', !this.#isRow);
    setState(this.#states, 'loading', this._isLoading);
    setState(this.#states, 'playing', this.#player?.isPlaying);
  }

  #onEvent(event: Event): void {
    // An icon that the page slotted in stands in a button of ours.
    const target = event.composedPath().find(one => this.renderRoot.contains(one as Node)) as HTMLElement;
    switch (event.type) {
      case 'click':
        // Tips that change under an open list would choose for her.
        if (target.matches('select')) this.#player?.stop('user');
        return this.#onClick(target.closest('button'));
      case 'keydown':
        return this.#onKeydown(event as KeyboardEvent, target);
      case 'beforematch':
        return this.#onFind(target.closest('.card'));
      case 'scroll':
      case 'scrollend':
        if (target.matches('.track')) this.#carousel.onScroll(event.type === 'scrollend');
        return;
    }
    // What the page slotted in is its own. The reader's own doings leave as our events alone.
    if (target !== event.target) return;
    event.stopPropagation();
    const select = target as HTMLSelectElement;
    // Where the page held her back, the select shows where she is.
    if (event.type === 'change' && select.name === 'go' && !this.#move(Number(select.value), 'user'))
      select.value = String(this.activeIndex);
  }

  #onFind(card: Element | null): void {
    const index = this.#row.indexOf(card);
    if (index >= 0) this.#move(index, 'find');
  }

  #onClick(button: HTMLButtonElement | null): void {
    if (!button) return;
    const { name, value } = button;
    if (name === 'previous') this.#move(this.#beside(-1), 'user');
    else if (name === 'next') this.#move(this.#beside(1), 'user');
    else if (name === 'go') this.#move(Number(value), 'user');
    else if (name === 'view') this.#show(value as RekindleTips['view']);
    else if (name !== 'rotate') this.#actions?.act(name, value);
    else if (this.#player?.isPlaying) this.#player.stop('user');
    else {
      if (this.#isEnd(1)) this.#move(0, 'user');
      this.#player?.play('user');
    }
  }

  #onKeydown(event: KeyboardEvent, target: HTMLElement): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOfKey(event.key, this.content?.dir === 'rtl');
    // Keys inside a card belong to the card.
    const isOfToolbar = target.matches('.toolbar > button');
    if (step === undefined || !(isOfToolbar || target.matches('.track, .dot'))) return;
    event.preventDefault();
    if (isOfToolbar) this.#actions?.step(target, step);
    else if (this.#move(this.#beside(step, 1), 'user') && target.matches('.dot'))
      this.#focusNext = '.dot[aria-current]';
  }

  #show(view: RekindleTips['view']): void {
    this.view = view;
    this.#cause = 'user';
    // The button that was pressed may be gone; the one in its place leads back.
    this.#focusNext = '[name=view]';
    this.dispatchEvent(new RekindleViewChangeEvent(view));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-tips': RekindleTips;
  }
}
