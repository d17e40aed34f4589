import { html, isServer, LitElement, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FragmentController } from '../controllers/fragment-controller.ts';
import { OpenController } from '../controllers/open-controller.ts';
import { openAround } from '../controllers/page-elements.ts';
import { PrintController } from '../controllers/print-controller.ts';
import { ReadingController } from '../controllers/reading-controller.ts';
import { StructuredDataController } from '../controllers/structured-data-controller.ts';
import { withdrawnFor } from '../controllers/withdrawal.ts';
import { guideGroups, type GuideMessages } from '../content/messages.ts';
import type { PackHead, PackParts, Section, Standing } from '../content/model.ts';
import { guidePack } from '../content/schema.ts';
import { articleData } from '../domain/article-data.ts';
import { chosenSections, namesIn } from '../domain/chapters.ts';
import { readingMinutes } from '../domain/reading-time.ts';
import { ContentMixin } from './content-mixin.ts';
import { RekindleOpenEvent } from './events.ts';
import { KeptPlan, PLAN } from './guide-kept.ts';
import { node } from './node.ts';
import { guideStyles } from './rekindle-guide.styles.ts';
import { StorageMixin } from './storage-mixin.ts';
import { makeText } from './guide-text.ts';
import { makeCare, renderHeading } from './text.ts';

type GuidePack = PackHead & Partial<PackParts> & Pick<PackParts, 'sections'>;

/** Id of the contents inside the element. */
const CONTENTS = '-contents';

/** Link to a place on this page that can be copied: on a page with `<base>` a bare fragment leads elsewhere. */
const here = (id: string): string => {
  const [base, page] = [globalThis.document?.baseURI, globalThis.location?.href].map(url => url?.split('#')[0]);
  return `${base === page ? '' : page}#${id}`;
};

/**
 * The whole guide as an article, with the other elements standing in their chapters.
 *
 * ```html
 * <rekindle-guide></rekindle-guide>
 * ```
 *
 * Each chapter, each part of one, and each tip and activity in it can be linked to by its id: `<a href="#seek-help">`. The
 * page's own address is never written.
 *
 * @tagname rekindle-guide
 * @slot - What the page shows before the script runs, and when it never does.
 * @slot heading - A heading in place of the guide's title.
 * @slot tips - What stands in place of the tips.
 * @slot checklist - What stands in place of the self-assessment.
 * @slot activities - What stands in place of the activities.
 * @slot helplines - What stands in place of the helplines.
 * @slot CHAPTER-ID - What stands at the end of the chapter with that id.
 * @fires {RekindleOpenEvent} rekindle-open - The reader follows her plan, or a link to a tip or an activity; cancel it to show the place yourself. `to`.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used. `message`.
 * @csspart base - The whole element.
 * @csspart title - The headings of the guide, and of the elements in it. Their `step-title`, `result-title`, `card-title`, `list-title` and `count` can be reached through the guide too.
 * @csspart care - The notes that stand before advice that involves contact.
 * @csspart help-link - The way to the chapter with the helplines, where there is one.
 * @csspart contents - The list of chapters; beside the text where there is room.
 * @csspart contents-link - A link in the list of chapters.
 * @csspart reading-time - "About 12 minutes to read".
 * @csspart aside - That the advice of a chapter is set aside for now.
 * @csspart chapter - A chapter.
 * @csspart back - The link back to the contents.
 * @csspart plan - "My plan": what the reader kept.
 * @csspart plan-go - The links that lead to "My plan".
 * @csspart plan-link - A link in "My plan" to a tip or an activity.
 * @csspart plan-button - The buttons of "My plan".
 */
export class RekindleGuide extends StorageMixin(
  ContentMixin<GuidePack, GuideMessages>(LitElement, guidePack, guideGroups),
) {
  static override styles = guideStyles;

  /** Country of the helplines, as an ISO 3166-1 alpha-2 code. Nothing is chosen without it. */
  @property() country = '';

  /** Ids of the chapters to show, separated by spaces. All of them when empty, or when it names none. */
  @property() chapters = '';

  /** Shows chapters closed, for the reader to open. Print, search in the page and links open them. */
  @property({ type: Boolean }) collapsed = false;

  /** Elements to leave out, separated by spaces: `tips`, `checklist`, `activities`, `helplines`. */
  @property() without = '';

  /** Tells search engines of the guide, as an `Article`, and of its activities, as a list (schema.org, JSON-LD in the head of the page). */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  /**
   * A `Set` of the chapters whose advice is set aside, as in a pack's `suppress`: `sections/ID`. A checklist on the page sets it while the
   * reader names a danger there; the chapter says so, and comes back. What stands in it stays.
   */
  @property({ attribute: false }) withdrawn: ReadonlySet<string> = new Set();

  readonly #reading: ReadingController = new ReadingController(
    this,
    () => this.shadowRoot?.querySelectorAll('.chapter') ?? [],
  );

  /** The places of the elements, by chapter: what stands there stays as it is, wherever the chapter comes to stand. */
  readonly #places = new Map<string, HTMLSlotElement>();

  /** There were words to show. */
  #isShown = false;

  /** What was made of words, by these. */
  #nodes = new WeakMap<object, HTMLElement>();

  /** The words whose reading time is known. */
  #timed: GuidePack | undefined;
  /** How long the chapters take to read, in minutes. */
  #minutes = 0;

  readonly #plan: KeptPlan = new KeptPlan(this);

  readonly #fragment = new FragmentController(this, id => this.#follow(id));

  constructor() {
    super();
    let opened: HTMLDetailsElement[] = [];
    new PrintController(this, isPrinting => {
      if (isPrinting) opened = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const one of opened) one.open = isPrinting;
    });
    new OpenController(this, {
      has: to => to.startsWith('sections/') && this.#sectionOf(to.slice('sections/'.length)) !== undefined,
      open: to => this.#open(to.slice('sections/'.length)),
    });
    new StructuredDataController(this, {
      isOn: () => this.structuredData && this.content !== undefined,
      data: () => articleData(this.content as GuidePack, this.#sections, location.href.split('#')[0] ?? ''),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.withdrawn = withdrawnFor(this);
  }

  override firstUpdated(): void {
    // At the root, not at a box in it: below a box that listens to clicks, Orca calls all that can take the focus clickable.
    this.renderRoot.addEventListener('click', event => this.#onClick(event as MouseEvent));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('headingLevel')) this.#nodes = new WeakMap();
    if (!changed.has('chapters') && this.content === this.#timed) return;
    this.#timed = this.content;
    this.#minutes = readingMinutes(this.#sections);
  }

  /**
   * A chapter that the reader opened stays open where other words have the same chapters in another order: `details` stay at
   * their places then, and their chapters change.
   */
  protected override update(changed: PropertyValues): void {
    const all = (): HTMLDetailsElement[] => [...this.renderRoot.querySelectorAll('details')];
    const idOf = (one: Element): unknown => one.firstElementChild?.id;
    const open = new Set(
      all()
        .filter(one => one.open)
        .map(idOf),
    );
    super.update(changed);
    for (const one of all()) one.open = open.has(idOf(one));
    // What goes with its chapter is gone: nobody could erase it.
    this.#places.forEach((place, chapter) => this.renderRoot.contains(place) || this.#places.delete(chapter));
  }

  override updated(): void {
    if (this.#isShown || !this.content) return;
    this.#isShown = true;
    // The elements inside render in this task too; then everything has its place.
    const inside = [...this.renderRoot.querySelectorAll<LitElement>('.standing')];
    void Promise.all(inside.map(one => one.updateComplete)).then(() => this.#fragment.arrive());
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const sections = this.#sections;
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <article class="body" aria-label=${this.label || pack.title}>
        <slot name="heading"
          >${renderHeading(this.headingLevel, 'title', html`<span class="title">${pack.title}</span>`)}</slot
        >
        ${this.#made(pack.care, () => makeCare(pack.care))} ${this.#renderHelpLink(sections)}
        <div class="columns">
          <div class="aside controls">${this.#renderContents(sections)}</div>
          <div class=${this.collapsed ? 'chapters closed' : 'chapters'} @slotchange=${() => this.requestUpdate()}>
            ${
              // A chapter keeps its nodes, and what has the focus in them, when one before it comes or goes.
              pack.sections.map(one => (sections.includes(one) ? this.#renderChapter(one, pack) : nothing))
            }
            ${this.#plan.render()}
          </div>
        </div>
      </article>
    </div>`;
  }

  /** Who is afraid need not look for help: the way to it stands where the note speaks of it. */
  #renderHelpLink(sections: readonly Section[]): TemplateResult | typeof nothing {
    const help = sections.find(({ element }) => element === 'helplines');
    if (!help || namesIn(this.without).includes('helplines')) return nothing;
    return html`<p class="controls"><a class="go" part="help-link" href=${here(help.id)}>${this.text('help')}</a></p>`;
  }

  #renderContents(sections: readonly Section[]): TemplateResult {
    const current = this.#reading.current?.getAttribute('data-id');
    return html`<nav class="note" part="contents" id=${CONTENTS} tabindex="-1" aria-label=${this.text('contents')}>
      <strong>${this.text('contents')}</strong>
      <p class="muted small" part="reading-time">
        <span>${this.text('minutes', { count: this.#minutes })}</span> ${this.#renderPlanLink()}
      </p>
      <ol>
        ${sections.map(
          ({ id, title }) =>
            html`<li>
              <a class="go" part="contents-link" href=${here(id)} aria-current=${id === current ? 'location' : nothing}
                >${title}</a
              >
            </li>`,
        )}
      </ol>
    </nav>`;
  }

  /** Leads to what the reader kept; nothing while there is nothing. In a line that is there anyway, so that nothing moves. */
  #renderPlanLink(): TemplateResult | typeof nothing {
    return this.#plan.isThere
      ? html`<a class="go" part="plan-go" href=${here(PLAN)}>${this.text('plan')}</a>`
      : nothing;
  }

  /** Not a region: eight landmarks of ours would hide the page's own. Its heading is the way to it. */
  #renderChapter(section: Section, pack: GuidePack): TemplateResult {
    const { id, title, element } = section;
    const level = this.headingLevel + 1;
    const isAside = new Set(this.withdrawn).has(`sections/${id}`);
    const words = this.#made(section, () => makeText(section, pack.care, level + 1));
    words.hidden = isAside;
    const text = html`${isAside ? html`<p class="note" part="aside">${this.text('setAside')}</p>` : nothing} ${words}
      ${element ? this.#renderPlace(element, level + 1, id) : nothing}
      <slot name=${id}></slot>
      <p class="small controls">
        <a class="go" part="back" href=${here(CONTENTS)}>${this.text('back')}</a>
        ${element ? this.#renderPlanLink() : nothing}
      </p>`;
    return html`<section class="chapter" part="chapter" data-id=${id}>
      ${
        this.collapsed
          ? html`<details>
              <summary id=${id}>${renderHeading(level, 'title', title)}</summary>
              ${text}
            </details>`
          : html`${renderHeading(level, 'title', title, id)}${text}`
      }
    </section>`;
  }

  /** Where an element stands. What the page puts there instead stands alone: two would answer for the same tips. */
  #renderPlace(element: Standing, level: number, chapter: string): unknown {
    if (namesIn(this.without).includes(element)) return nothing;
    const isTaken = [...(this.children ?? [])].some(one => one.slot === element);
    const standing = isTaken ? nothing : this.#renderStanding(element, level);
    if (isServer) return html`<slot name=${element}>${standing}</slot>`;
    let place = this.#places.get(chapter);
    // Named once: a name that is set again, even the same, is a change of the slot to WebKit, and so another update.
    if (place?.name !== element) place = node('slot', { name: element });
    this.#places.set(chapter, place);
    render(standing, place);
    return place;
  }

  /** An element in its chapter: with the words of this pack where the page supplied one that has them, else its own. */
  #renderStanding(element: Standing, level: number): TemplateResult {
    const content = this.content;
    const own = content !== (this.constructor as typeof RekindleGuide).pack && content?.[element] ? content : undefined;
    switch (element) {
      case 'tips':
        return html`<rekindle-tips
          class="standing"
          exportparts="title"
          actions="keep"
          heading-level=${level}
          .storage=${this.storage}
          .storageKey=${this.storageKey}
          .retentionDays=${this.retentionDays}
          .withdrawn=${this.withdrawn}
          .pack=${own}
        ></rekindle-tips>`;
      case 'checklist':
        return html`<rekindle-checklist
          class="standing"
          exportparts="title,step-title,result-title"
          heading-level=${level}
          .storage=${this.storage}
          .storageKey=${this.storageKey}
          .retentionDays=${this.retentionDays}
          country=${this.country}
          .pack=${own}
        ></rekindle-checklist>`;
      case 'activities':
        return html`<rekindle-activities
          class="standing"
          exportparts="title,card-title,list-title,count"
          heading-level=${level}
          ?structured-data=${this.structuredData}
          .storage=${this.storage}
          .storageKey=${this.storageKey}
          .retentionDays=${this.retentionDays}
          .withdrawn=${this.withdrawn}
          .pack=${own}
        ></rekindle-activities>`;
      default:
        return html`<rekindle-helplines
          class="standing"
          exportparts="title"
          heading-level=${level}
          country=${this.country}
          .pack=${own}
        ></rekindle-helplines>`;
    }
  }

  get #sections(): readonly Section[] {
    return chosenSections(this.content?.sections ?? [], this.chapters);
  }

  #made(of: object, make: () => HTMLElement): HTMLElement {
    const made = this.#nodes.get(of) ?? make();
    this.#nodes.set(of, made);
    return made;
  }

  #sectionOf(id: string): Section | undefined {
    return this.#sections.find(one => one.id === id || one.parts.some(part => part.id === id));
  }

  /** Goes to the chapter, or the part of one, with this id; else to the tip or the activity, where one stands in the guide. */
  #follow(id: string): void {
    if (this.#sectionOf(id)) return this.#open(id);
    const inside = [...this.renderRoot.querySelectorAll('.standing'), ...this.children] as Partial<RekindleGuide>[];
    const kind = (['tips', 'activities'] as const).find(part =>
      inside.some(({ content }) => content?.[part]?.some(one => one.id === id)),
    );
    if (kind) this.dispatchEvent(new RekindleOpenEvent(`${kind}/${id}`));
  }

  /** Brings a heading into view, and the focus to it; that of its chapter where it is set aside. */
  #open(id: string): void {
    let place = this.shadowRoot?.getElementById(id);
    if (place?.closest('[hidden]')) place = this.shadowRoot?.getElementById(this.#sectionOf(id)?.id ?? '');
    if (!place) return;
    openAround(place);
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }

  /**
   * A button of the plan, or a link to a place in here: the browser does not look for a fragment inside a shadow root, and the
   * page's own stays as it is.
   */
  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    // What stands in a slot is the page's.
    if (!this.renderRoot.contains(target)) return;
    // A page that is translated has an element in it.
    this.#plan.press(target.closest('button'));
    const link = target.closest<HTMLAnchorElement>('a.go');
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!link || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    this.#open(link.hash.slice(1));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-guide': RekindleGuide;
  }
}
