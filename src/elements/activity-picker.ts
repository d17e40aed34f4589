import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../controllers/announcer.ts';
import { Finder, type View } from '../controllers/finder.ts';
import { MarksController, type Mark } from '../controllers/marks-controller.ts';
import { OpenController } from '../controllers/open-controller.ts';
import { Surprise } from '../controllers/surprise.ts';
import { UrlStateController, type Params } from '../controllers/url-state.ts';
import type { Activity } from '../content/model.ts';
import { SORTS, TEXT } from '../domain/activity-search.ts';
import { keptActivities } from '../domain/stops.ts';
import { markPressed } from './activity-card.ts';
import { Cards } from './activity-cards.ts';
import { refuse, renderFilters, renderUsed } from './activity-filter.ts';
import { LIST, OurList, renderNote } from './activity-list.ts';
import { ActivityPlan } from './activity-plan.ts';
import { ActivityReader, type ReaderCore } from './activity-reader.ts';
import { renderResults } from './activity-results.ts';
import { ActivityWords, type ActivitiesPack, type PickerHost } from './activity-words.ts';
import { RekindleFilterChangeEvent } from './events.ts';
import { storageEvent } from './storage.ts';
import { StructuredData } from './structured-data.ts';
import { plainText, renderHeading } from './text.ts';

/** How long the filters must rest before the number of ideas is said, in milliseconds. */
const SETTLED_MS = 600;
const TARGET = 'activities/';

/** All text of an activity that can be searched, beside its title. */
const textOf = ({ summary, tags = [], needs = [] }: Activity): string =>
  [plainText(summary), ...tags, ...needs].join(' ');

/** What `<rekindle-activities>` does inside: filters, cards, draw, list and plan together. */
export class ActivityPicker implements ReaderCore {
  activities: readonly Activity[] = [];
  readonly marks: MarksController;
  readonly finder: Finder;
  readonly surprise = new Surprise();
  readonly list: OurList;
  readonly plan: ActivityPlan;
  readonly #host: PickerHost;
  readonly words: ActivityWords;
  readonly #reader: ActivityReader;
  readonly #announcer: Announcer;
  readonly #url: UrlStateController;
  readonly #structured = new StructuredData();
  /** What the form shows before it is applied, with `apply="button"`. */
  draft: View | undefined;
  readonly cards: Cards;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** What the activities were made from. */
  #content: ActivitiesPack | undefined;
  /** Some are set aside. */
  #isCut = false;
  #setting = '';
  /** Takes the focus after the next render. */
  focusNext: (() => HTMLElement | null | undefined) | undefined;

  constructor(host: PickerHost) {
    this.#host = host;
    this.words = new ActivityWords(host);
    this.marks = new MarksController(
      host,
      () => this.refresh(),
      event => host.dispatchEvent(storageEvent(event)),
    );
    this.finder = new Finder(this.marks);
    this.list = new OurList(host, this);
    this.plan = new ActivityPlan(host, id => this.find(id));
    this.cards = new Cards(() => host.requestUpdate());
    this.#reader = new ActivityReader(host, this);
    this.#announcer = new Announcer(host);
    this.#url = new UrlStateController(host, params => this.#onMove(params));
    new OpenController(host, {
      has: to => to.startsWith(TARGET) && this.find(to.slice(TARGET.length)) !== undefined,
      open: to => this.show(to.slice(TARGET.length)),
    });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    this.cards.leave();
    clearTimeout(this.#settling);
    this.#structured.show(undefined, '');
  }

  get results(): readonly string[] {
    return this.finder.found.results.map(one => one.id);
  }

  /** Takes what the page set; before each render. */
  update(changed: PropertyValues<PickerHost>): void {
    const { content, filters, seed, merge, structuredData } = this.#host;
    if (!content) return;
    this.marks.stored.open(content.id, content.version);
    const setting = `${merge} ${filters}`;
    if (this.#content !== content || this.#setting !== setting || changed.has('withdrawn')) {
      const isFirst = !this.#content;
      this.#content = content;
      this.#setting = setting;
      const all = this.#merged(content);
      this.activities = keptActivities(all, this.#host.withdrawn);
      this.#isCut = this.activities.length < all.length;
      this.finder.open(this.activities, filters, content.lang, textOf);
      this.#restart();
      if (isFirst) this.#arrive();
      if (isFirst && this.#isWritten) this.cards.approach();
      this.surprise.reset(seed, this.results);
    } else if (changed.has('seed')) this.surprise.reset(seed, this.results);
    // The address may just have named another one.
    const { sort } = this.#host;
    if (changed.has('sort') && SORTS.includes(sort) && sort !== this.finder.view.sort) this.look({ sort });
    this.#structured.show(structuredData ? this.activities : undefined, content.lang);
  }

  /** The page came with it written out, alone or inside the guide: it may have been read to its end. */
  get #isWritten(): boolean {
    if (typeof document === 'undefined') return false;
    const { host } = this.#host.getRootNode() as Partial<ShadowRoot>;
    return this.#host.isWritten || !!(host as Partial<PickerHost> | undefined)?.isWritten;
  }

  render(): TemplateResult {
    const { content: pack, headingLevel, label } = this.#host;
    if (!pack) return html`<slot></slot>`;
    const { finder } = this;
    const { found, view, facets } = finder;
    const { text } = this.words;
    const form = this.draft ?? view;
    const drafted = this.#host.apply === 'button' ? finder.find(form) : undefined;
    const { isOfWeek, picked: id } = this.surprise;
    const picked = found.results.find(one => one.id === id);
    const level = headingLevel + 1;
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <div
        class="body"
        role="group"
        aria-label=${label || text('label')}
        @click=${this.#reader.onClick}
        @input=${this.#reader.onInput}
        @change=${this.#reader.onChange}
      >
        <slot name="heading">${renderHeading(headingLevel, 'title', text('label'))}</slot>
        ${this.#isCut ? html`<p class="muted" part="aside">${text('setAside')}</p>` : nothing}
        ${this.list.renderShared()}
        <search class="controls" aria-label=${text('filters')}>
          <form part="form" @submit=${this.#reader.onSubmit} @click=${refuse}>
            ${renderFilters({
              facets,
              chosen: form.chosen,
              search: form.search,
              counts: (drafted ?? found).counts,
              toApply: drafted?.results.length,
              say: this.words.say,
              text,
            })}
          </form>
        </search>
        ${renderResults({
          level,
          found,
          sort: view.sort,
          picked: picked && this.cards.picked(picked, this.words.card),
          pickedTitle: text(isOfWeek ? 'weekTitle' : 'surpriseTitle'),
          used: renderUsed(this.used, text),
          note: renderNote(found.results, pack.care),
          chosenWords: facet => this.#chosenWords(facet),
          text,
        })}
        ${
          typeof document === 'undefined'
            ? html`<ul class="cards" part="list" role="list">
                ${this.cards.written(found.results, this.words.card)}
              </ul>`
            : html`<ul class="cards" part="list" role="list"></ul>`
        }
        ${
          this.cards.limit < found.results.length
            ? html`<button class="more controls" name="more" part="more-button">${text('more')}</button>`
            : nothing
        }
        ${this.list.render()} ${this.plan.render()} ${this.#announcer.render()}
      </div>
    </div>`;
  }

  /** Brings the cards in line, and the focus to where it belongs; after each render. */
  settle(): void {
    const { renderRoot } = this.#host;
    this.cards.sync(renderRoot, this.finder.found.results, this.words.card, this.#content);
    markPressed(renderRoot, (mark, id) => this.marks.has(mark, id));
    this.focusNext?.()?.focus();
    this.focusNext = undefined;
  }

  /** A new view, from its first card. */
  look(view: Partial<View>): void {
    this.finder.look(view);
    this.#host.sort = this.finder.view.sort;
    this.#restart();
  }

  #restart(): void {
    this.draft = undefined;
    this.cards.restart();
    this.#host.requestUpdate();
  }

  /** Marks or unmarks. Returns whether it is marked now. */
  toggle(mark: Mark, id: string): boolean {
    const isMarked = this.marks.toggle(mark, id);
    this.refresh();
    return isMarked;
  }

  /** The marks changed. */
  refresh(): void {
    this.finder.mark();
    this.#host.requestUpdate();
  }

  /** Says it at once; a number of ideas that still waits would talk over it. */
  say(text: string): void {
    clearTimeout(this.#settling);
    this.#announcer.announce(text);
  }

  readonly facts = (one: Activity): readonly string[] => this.words.facts(one);

  get used(): [string, string][] {
    return this.words.used(this.finder.view);
  }

  #chosenWords(facet: string): string {
    const left = this.finder.without(facet);
    const gone = this.used.filter(([id]) => (id === TEXT ? left.search === '' : !(left.chosen?.has(id) ?? true)));
    return gone.map(([, words]) => words).join(', ');
  }

  find(id: string): Activity | undefined {
    return this.activities.find(one => one.id === id);
  }

  /** The activities of the page, alone or after the bundled ones; of two with one id the page's stands. */
  #merged({ activities, lang }: ActivitiesPack): readonly Activity[] {
    const { pack } = this.#host.constructor as unknown as { readonly pack: ActivitiesPack | undefined };
    if (this.#host.merge !== 'append' || !pack || pack.activities === activities || pack.lang !== lang)
      return activities;
    const all = new Map([...pack.activities, ...activities].map(one => [one.id, one]));
    return [...all.values()];
  }

  /** What the address says when the words are there. */
  #arrive(): void {
    const params = this.#url.read();
    if (params.size) this.look(this.finder.fromParams(params));
    this.list.shared = this.#url.readFragment().get(LIST) ?? [];
  }

  /** Back, forward, or a link into this page. */
  #onMove(params: Params): void {
    if (!this.#content) return;
    this.list.shared = this.#url.readFragment().get(LIST) ?? [];
    if (this.#host.urlState === 'none') return this.#host.requestUpdate();
    this.look(this.finder.fromParams(params));
    this.#settle();
  }

  /** What the reader asked for: filter, say it when it rests, tell the page. */
  filter(view: Partial<View>, isTyping = false): void {
    this.look(view);
    this.#url.write(this.finder.params(), isTyping);
    this.#settle();
    this.#host.dispatchEvent(new RekindleFilterChangeEvent(this.results.length));
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.say(this.words.text('count', { count: this.results.length })), SETTLED_MS);
  }

  /** Brings an activity into view, whatever the filters. */
  show(id: string): void {
    if (!this.results.includes(id)) this.look({ chosen: new Set(), search: '' });
    this.cards.reach(this.results.indexOf(id) + 1);
    this.focusOn(`card-${id}`);
  }

  focusOn(id: string): void {
    this.focusNext = () => (this.#host.renderRoot as ShadowRoot).getElementById(id);
    this.#host.requestUpdate();
  }

  readonly #onPrint = (): void => this.cards.reach(Infinity);
}
