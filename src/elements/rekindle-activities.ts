import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Announcer, inRegion } from '../controllers/announcer.ts';
import { isArrival } from '../controllers/arrival.ts';
import { shareText } from '../controllers/hand-over.ts';
import { MarksController } from '../controllers/marks-controller.ts';
import { OpenController } from '../controllers/open-controller.ts';
import { PrintController } from '../controllers/print-controller.ts';
import { readerClock } from '../controllers/reader-clock.ts';
import { LIST, SharedList } from '../controllers/shared-list.ts';
import type { StorageController } from '../controllers/storage-controller.ts';
import { StructuredDataController } from '../controllers/structured-data-controller.ts';
import { today } from '../controllers/today.ts';
import { UrlStateController } from '../controllers/url-state.ts';
import { withdrawnFor } from '../controllers/withdrawal.ts';
import { activitiesGroups, type ActivitiesMessages } from '../content/messages.ts';
import type { Activity } from '../content/model.ts';
import { activitiesPack } from '../content/schema.ts';
import { activitiesData } from '../domain/activities-data.ts';
import { spaceKey } from '../domain/activity-rules.ts';
import { markKey, marksAny, SORTS, TEXT, type Mark, type Sort, type View } from '../domain/activity-search.ts';
import type { CalendarName } from '../domain/calendar-links.ts';
import { calendarFile, type Repeat } from '../domain/calendar.ts';
import { isoWeek } from '../domain/day.ts';
import { Deck } from '../domain/deck.ts';
import { Finder } from '../domain/finder.ts';
import { jsonOf } from '../domain/json.ts';
import { languageOf } from '../domain/language.ts';
import { activitiesLeft } from '../domain/stops.ts';
import { writeParams } from '../domain/url-params.ts';
import { makeCard } from './activity-card.ts';
import { Cards } from './activity-cards.ts';
import { choicesAfter, renderFilters, showChoices } from './activity-filter.ts';
import { listText, printList, renderList, renderNote, renderShared, type ListView } from './activity-list.ts';
import { eventOf, linksOf, Plan } from './activity-plan.ts';
import { renderUsed, renderWaysOut } from './activity-used.ts';
import { button, factsOf, renderOptions, type ActivitiesPack } from './activity-words.ts';
import { ContentMixin } from './content-mixin.ts';
import {
  RekindleActivityPlanEvent,
  RekindleActivityShareEvent,
  RekindleDoneChangeEvent,
  RekindleFavouriteChangeEvent,
  RekindleFilterChangeEvent,
  RekindlePickChangeEvent,
} from './events.ts';
import { activitiesStyles } from './rekindle-activities.styles.ts';
import { renderStorage, storageEvent } from './storage.ts';
import { StorageMixin } from './storage-mixin.ts';
import { plainText, renderHeading } from './text.ts';

/** How long the filters must rest before the number of ideas is said, in milliseconds. */
const SETTLED_MS = 600;
/** What `rekindle-open` calls an idea, before its id. */
const PLACE = 'activities/';
/** Seed that stands for the week: the same idea for everyone, from Monday to Sunday. */
const WEEK = 'week';

/** No choice and no words; the order stays. */
const NO_FILTERS = { chosen: new Set<string>(), search: '' };

const idsOf = (all: readonly Activity[]): string[] => all.map(one => one.id);

const newSeed = (): string => String(crypto.getRandomValues(new Uint32Array(2)));

/** All text of an activity that can be searched, beside its title. */
const textOf = ({ summary, tags = [], needs = [] }: Activity): string =>
  [plainText(summary), ...tags, ...needs].join(' ');

/**
 * Things to do, for two or for oneself: filter them, draw one, mark favourites, plan one in a calendar.
 *
 * ```html
 * <rekindle-activities></rekindle-activities>
 * ```
 *
 * @tagname rekindle-activities
 * @slot - What the page shows before the script runs, and when it never does.
 * @slot heading - A heading in place of the element's own.
 * @slot card-ID - What the page adds to the card of the activity with that id; it has to be there when the card is made.
 * @fires {RekindleFilterChangeEvent} rekindle-filter-change - The reader changed a filter, or the order. `count`.
 * @fires {RekindlePickChangeEvent} rekindle-pick-change - The reader drew an activity. `id`, `remaining`.
 * @fires {RekindleFavouriteChangeEvent} rekindle-favourite-change - The reader marked or unmarked one favourite; what changes her list at once (clear, add, undo) fires none. `id`, `favourite`.
 * @fires {RekindleDoneChangeEvent} rekindle-done-change - The reader marked an activity as done, or took that back. `id`, `done`.
 * @fires {RekindleActivityPlanEvent} rekindle-activity-plan - The reader puts an activity into a calendar; cancel it to plan it in your own way. `id`, `to` (ics, google, outlook, office365, yahoo, copy), `start`.
 * @fires {RekindleActivityShareEvent} rekindle-activity-share - The reader shares the list. Cancelable. `ids`.
 * @fires {RekindleStorageSaveEvent} rekindle-storage-save - The reader said keep, and it worked.
 * @fires {RekindleStorageEraseEvent} rekindle-storage-erase - What was kept is erased, by the reader or by `erase()`.
 * @fires {RekindleStorageErrorEvent} rekindle-storage-error - Nothing can be kept, or what was kept cannot be read. `reason`.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used. `message`.
 * @csspart base - The whole element.
 * @csspart title - The element's own heading.
 * @csspart aside - That ideas are set aside for now.
 * @csspart filters - The filters, which a reader can fold away; on a narrow page they start folded.
 * @csspart form - The form with the filters.
 * @csspart option - A filter that can be ticked.
 * @csspart more-filters - The filters that are folded away at first.
 * @csspart clear-button - The button that clears all filters.
 * @csspart apply-button - The button that applies the filters, with `apply="button"`.
 * @csspart count - "37 ideas".
 * @csspart sort - The order of the ideas.
 * @csspart used - The filters in use.
 * @csspart used-button - A filter in use; it takes itself away.
 * @csspart empty - What to do where nothing fits.
 * @csspart relax-button - A filter to take away where nothing fits.
 * @csspart surprise-button - The button that draws an activity.
 * @csspart surprise - The activity that was drawn.
 * @csspart surprise-title - The heading of the activity that was drawn.
 * @csspart list - The cards.
 * @csspart card - A card.
 * @csspart card-title - The title of a card.
 * @csspart care - The note above ideas for two, and the line on the card of each.
 * @csspart facts - Time, cost, place and energy of a card.
 * @csspart favourite-button - The button that marks a favourite.
 * @csspart done-button - The button that marks what is done.
 * @csspart plan-button - The button that opens the plan.
 * @csspart more-button - The button that shows more cards.
 * @csspart plan - The dialog that puts an activity into a calendar.
 * @csspart plan-title - The heading of the plan.
 * @csspart file-button - The button that saves a calendar file.
 * @csspart copy-button - The button that copies the plan as text.
 * @csspart close-button - The button that closes the plan.
 * @csspart our-list - The favourites.
 * @csspart shared-list - A list that came in a link.
 * @csspart accept-button - The button that takes over a list that came in a link.
 * @csspart dismiss-button - The button that turns such a list away.
 * @csspart list-title - The heading of the favourites, or of a list that came in a link.
 * @csspart list-button - A button below the favourites.
 * @csspart status - What became of sharing the list, with the link where the browser did not copy it.
 * @csspart show-button - The title of a favourite, which leads to its card.
 * @csspart storage - What is kept, and until when.
 * @csspart storage-button - The button that keeps or erases.
 */
export class RekindleActivities extends StorageMixin(
  ContentMixin<ActivitiesPack, ActivitiesMessages>(LitElement, activitiesPack, activitiesGroups),
) {
  static override styles = activitiesStyles;

  /**
   * Makes the draws repeatable: the same seed draws the same activities. `week` shows the idea of the week at once, the
   * same for every reader. Random when empty.
   */
  @property() seed = '';

  /**
   * Filters to offer, in this order, separated by spaces: `contact`, `stage`, `place`, `time`, `cost`, `energy`, `tags`,
   * `daypart`, `weather`, `season`, `kids`, `access`, `who`. One that tells no activities apart is left out.
   */
  @property() filters = 'contact stage place time cost energy tags daypart weather season kids access';

  /** Filter with each change, or on the press of a button. */
  @property() apply: 'live' | 'button' = 'live';

  /** Order of the activities: as the words have them, or `shortest`, `cheapest`, `title`. Follows what the reader chooses. */
  @property() sort: 'suggested' | 'shortest' | 'cheapest' | 'title' = 'suggested';

  /**
   * Activities of a pack that the page supplies stand in place of the bundled ones, or follow them (`append`) where both are in
   * one language.
   */
  @property() merge: 'append' | 'replace' = 'replace';

  /**
   * What the reader can do with an activity, separated by spaces: the buttons of a card (`favourite`, `done`, `plan`), and
   * those of her list (`share`, `print`). Without `favourite` there is no list, and no filter by favourites; so too `done`. A shared
   * link has ids alone: what your words no longer have, or have under another id, is missing from that list, without a word.
   */
  @property() actions = 'favourite done plan share print';

  /**
   * Ways into a calendar, separated by spaces: a file (`ics`), and links that say where they send the plan. Only Google's links
   * carry a series, and Yahoo's not several whole days: there the file is the way, so leave `ics` in.
   */
  @property() calendars = 'ics google outlook office365 yahoo';

  /** Plans get a neutral title, no description and the mark "private". */
  @property({ type: Boolean }) discreet = false;

  /** Where the filters stand in the address of the page: nowhere, in the fragment or in the query, as beside tips with `hash`. Never the favourites. */
  @property({ attribute: 'url-state' }) urlState: 'none' | 'hash' | 'query' = 'none';

  /**
   * A `Set` of the ideas that are set aside, as in a pack's `suppress`: `activities/ID`, or `activities/two`. A checklist on the page sets
   * it while the reader names a danger there; the element says so, and they come back.
   */
  @property({ attribute: false }) withdrawn: ReadonlySet<string> = new Set();

  /** What the names of its parameters in the address begin with, a hyphen last; empty is the default. Two on a page need one each. */
  @property({ attribute: 'url-prefix' }) urlPrefix = 'rekindle-';

  /**
   * Tells search engines of the activities (schema.org, JSON-LD in the head of the page), once a page. Where the page
   * enforces Trusted Types, the browser logs that it does not run this data; it can be read all the same, but in older Chrome, which
   * leaves it out.
   */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  /** What the activities were made from, all of them, and those that are not set aside. */
  #content: ActivitiesPack | undefined;
  #all: readonly Activity[] = [];
  #items: readonly Activity[] = [];
  /** What search engines are told of them. */
  #told: object | undefined;
  readonly #finder = new Finder();
  readonly #cards = new Cards(this, () => this.requestUpdate());
  readonly #announcer = new Announcer(inRegion(this));
  #plan: Plan | undefined;
  /** Where the button stood that opened it, in pixels from the top of the window or frame. */
  #pressed = 0;
  #deck: Deck | undefined;
  #pickedCard: Element | undefined;
  /** The last draw is that of the week, which nobody asked for. */
  #isOfWeek = false;
  /**
   * @internal Which folds of the filters were open, by their parts. On a narrow page the filters would hide the ideas: there they
   * start folded, unless the page came with them.
   */
  readonly unfolded = new Set(['filters']);
  /** What the form shows before it is applied, with `apply="button"`. */
  #draft: View | undefined;
  /** What became of sharing the list. */
  #outcome: ListView['outcome'];
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Takes the focus after the next render. */
  #focusNext: (() => Element | null | undefined) | undefined;

  readonly #marks = new MarksController(
    this,
    (isOutside, isBack) => {
      this.#outcome = undefined;
      this.#finder.mark(this.#marks.values, isOutside);
      this.requestUpdate();
      if (!isBack) return;
      // Someone else may read now. Where nothing is to clear, the list stays as far as it was read.
      this.#plan = undefined;
      if (this.#finder.used.length || this.#draft) {
        this.#look(NO_FILTERS);
        // What stands in the address is no secret of hers: a reload would show it too.
        this.#look(this.#finder.fromParams(this.#url.read()));
      }
      this.resetDeck();
    },
    event => this.dispatchEvent(storageEvent(event)),
  );

  readonly #url = new UrlStateController(this, () => {
    if (!this.#content) return;
    this.#shared.read();
    this.requestUpdate();
    if (this.urlState === 'none') return;
    this.#look(this.#finder.fromParams(this.#url.read()));
    this.#settle();
  });
  readonly #shared = new SharedList(this, this.#url);

  /** @internal What the reader keeps. */
  get stored(): StorageController {
    return this.#marks.stored;
  }

  /** Ids of the activities that fit the filters. */
  get results(): readonly string[] {
    return idsOf(this.#finder.found.results);
  }

  /** What the reader filters by: `chosen` options (the keys of `counts`), a `search` text, a `sort` order. */
  get value(): { readonly chosen: readonly string[]; readonly search: string; readonly sort: Sort } {
    const { view } = this.#finder;
    return { ...view, chosen: [...view.chosen] };
  }

  /** By option: how many activities it would give, with the choices in the other filters. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#finder.found.counts);
  }

  /**
   * Ids of the favourites, in the order of the activities. What is set aside for now is left out, as in the list, and no event
   * tells of it; `exportData()` has it.
   */
  get favourites(): readonly string[] {
    return idsOf(this.#favourites);
  }

  /** Ids of what is done, in the order of the activities; what is set aside for now is left out. */
  get done(): readonly string[] {
    return idsOf(this.#marks.of('done', this.#items));
  }

  /** Id of the activity that was drawn last; undefined before. */
  get picked(): string | undefined {
    return this.#deck?.last;
  }

  /**
   * Filters by `value`; what it leaves out stays as it is. With `url-state` the address follows. Before there are words it waits
   * for them, and filters in the address stand in its place.
   */
  filter(value: { readonly chosen?: Iterable<string>; readonly search?: string; readonly sort?: Sort } = {}): void {
    const { chosen, search, ...rest } = value;
    this.#look({
      ...rest,
      ...(search !== undefined && { search: String(search ?? '') }),
      ...(chosen && { chosen: new Set(chosen) }),
    });
    this.#address('page');
  }

  /** Clears all filters. */
  clear(): void {
    this.filter(NO_FILTERS);
  }

  /** Draws one of the activities that fit, and shows it. Returns its id; undefined when none fits. */
  surprise(): string | undefined {
    return this.#drawOf(this.results);
  }

  /** Forgets what was drawn; the next draw starts anew. */
  resetDeck(): void {
    this.#deck = undefined;
    if (this.seed === WEEK) {
      // Of all of them, whatever a link filters by: it shows where it fits.
      this.#drawOf(idsOf(this.#items));
      this.#isOfWeek = true;
    }
    this.requestUpdate();
  }

  /** Marks or unmarks a favourite. */
  toggleFavourite(id: string): void {
    this.#toggle('favourite', id);
  }

  /** Marks an activity as done, or takes that back. */
  toggleDone(id: string): void {
    this.#toggle('done', id);
  }

  /** Opens the plan of an activity. Does nothing for an id that is not there. */
  async plan(id: string): Promise<void> {
    const one = this.#find(id);
    if (!one) return;
    const plan = (this.#plan = new Plan(this, one));
    this.requestUpdate();
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog?.isConnected) return;
    // The browser tells it late: the next one may be on its way, or open.
    dialog.onclose = () => {
      if (dialog.open || this.#plan !== plan) return;
      this.#plan = undefined;
      this.requestUpdate();
    };
    if (dialog.open) return;
    // A frame can be far taller than the window, of which it learns nothing: what was pressed is in sight.
    if (parent !== window) dialog.style.inset = `max(0px, min(${this.#pressed}px - 21em, 100vh - 45em)) 0 auto`;
    dialog.showModal();
    // From its first field, or its title, Orca does not say what has opened. `autofocus` Chromium does not heed.
    dialog.tabIndex = -1;
    dialog.focus();
    // In a place that is hidden nobody could close it, and the whole page would be inert.
    if (!dialog.checkVisibility()) dialog.close();
  }

  /**
   * The calendar file of an activity (RFC 5545); undefined for an id that is not there. `start` is local, `2026-11-30T19:00`,
   * or a day alone; `repeat` is `weekly`, `monthly` or left out. Throws a RangeError for a `start` or `repeat` that is none of these.
   */
  calendarFile(id: string, start: string, repeat?: Repeat): string | undefined {
    const one = this.#find(id);
    return one && calendarFile(eventOf(this, one, start, repeat), readerClock());
  }

  /**
   * Links that put an activity into a calendar on the web, by the names in `calendars`; empty for an id that is not there. A
   * series has a link for Google alone. Takes and throws what `calendarFile()` does.
   */
  calendarLinks(id: string, start: string, repeat?: Repeat): Partial<Record<CalendarName, string>> {
    const one = this.#find(id);
    return one ? linksOf(this, eventOf(this, one, start, repeat)) : {};
  }

  /** Favourites and what is done, as JSON; what is set aside for now too. */
  exportData(): string {
    const of = (mark: Mark): string[] => idsOf(this.#marks.of(mark, this.#all));
    return jsonOf({ format: 1, favourites: of('favourite'), done: of('done') }, 2);
  }

  /** Adds what `exportData()` gave; ids that are not there are left out. Returns whether it could be read, and there are words already. */
  importData(json: string): boolean {
    try {
      const { format, favourites, done } = JSON.parse(json) as { format: number; favourites: string[]; done: string[] };
      if (format !== 1 || !this.#content) return false;
      const keys = [...favourites.map(id => markKey('favourite', id)), ...done.map(id => markKey('done', id))];
      const known = keys.filter(key => marksAny(key, this.#all));
      this.#marks.set(known, true);
      return true;
    } catch {
      return false;
    }
  }

  /** Prints the favourites alone. */
  print(): void {
    if (this.content) printList(this, this.renderRoot, this.#favourites, this.content);
  }

  /** @internal What is folded away is made once it is opened. */
  unfold({ target }: Event): void {
    const { open, part } = target as HTMLDetailsElement;
    if (!open || this.unfolded.has(part.value)) return;
    this.unfolded.add(part.value);
    this.requestUpdate();
  }

  constructor() {
    super();
    new PrintController(this, isPrinting => {
      if (!isPrinting) return;
      this.#cards.reach(Infinity);
      this.requestUpdate();
      this.performUpdate();
    });
    new OpenController(this, {
      has: to => to.startsWith(PLACE) && !!this.#find(to.slice(PLACE.length)),
      open: to => this.#show(to.slice(PLACE.length)),
    });
    new StructuredDataController(this, {
      isOn: () => this.structuredData && this.content !== undefined,
      data: () => (this.#told ??= activitiesData(this.#items, this.content?.lang ?? '', one => plainText(one.summary))),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The cards are watched again.
    if (this.hasUpdated) this.requestUpdate();
    this.withdrawn = withdrawnFor(this);
  }

  override firstUpdated(): void {
    // At the root, not at a box in it: below a box that listens to clicks, Orca calls all that can take the focus clickable.
    this.renderRoot.addEventListener('click', event => this.#onClick(event));
    for (const type of ['input', 'change']) this.renderRoot.addEventListener(type, event => this.#onEdit(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cards.watch(null);
    clearTimeout(this.#settling);
    // Elsewhere it would stand open in the middle of the page.
    this.#plan = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { content } = this;
    if (!content) return;
    this.stored.open(content.id, content.version);
    const { sort } = this;
    // Not only where it changed: it may have been set before there were words.
    if (SORTS.includes(sort) && sort !== this.#finder.view.sort) this.#look({});
    // What waited to be applied is applied: its button is gone.
    if (this.#draft && this.apply !== 'button') this.filter(this.#draft);
    const settings = ['filters', 'merge', 'headingLevel', 'actions', 'urlState', 'urlPrefix'] as const;
    // Another set may leave the same ideas; then what the reader has open stays.
    const isOther = changed.has('withdrawn') && String(idsOf(this.#left)) !== String(idsOf(this.#items));
    if (content !== this.#content || isOther || settings.some(name => changed.has(name)))
      this.#open(content, changed.has('urlState') || changed.has('urlPrefix'));
    else if (changed.has('seed')) this.resetDeck();
  }

  /** @param isAddressed - the page says anew where the address has what she asked for */
  #open(content: ActivitiesPack, isAddressed: boolean): void {
    const isFirst = !this.#content;
    const isAsked = isFirst || isAddressed;
    this.#content = content;
    this.#all = this.#merged(content);
    this.#items = this.#left;
    this.#told = undefined;
    this.#finder.open(this.#items, this.filters, content.lang, textOf);
    this.#cards.clear();
    // What the address asks for may be in words alone that come after the bundled ones. An order is in all of them.
    const asked = this.#url.read();
    const draft = this.#draft;
    this.#look({ ...(asked.size > 0 && this.#finder.fromParams(asked)), ...(!isAsked && { sort: this.sort }) });
    this.#draft = draft;
    const { host } = (this.getRootNode?.() ?? {}) as Partial<ShadowRoot>;
    this.#cards.isLongRead = host?.localName === 'rekindle-guide';
    if (isAsked) this.#shared.read();
    // The browser knows no place for a list in the address; who reloads or comes back is where she left.
    if (isFirst && this.#shared.ids.length && isArrival())
      void this.updateComplete.then(() => this.renderRoot.querySelector('.shared')?.scrollIntoView());
    // A page that is written out has all of the first cards, alone or inside the guide: it may have been read to its end.
    const isWhole = isServer || this.isWritten || (host as Partial<this> | undefined)?.isWritten;
    // Nor may they come later above where the address or Back leads: the page would be too short for it, or move it.
    if (isWhole || location.hash || !isArrival()) this.#cards.reach(0);
    // Firefox lays the page out for the answer: not while what was written out gives way.
    if (isFirst && !isWhole && !matchMedia('(width > 40em)').matches) this.unfolded.delete('filters');
    this.resetDeck();
  }

  /** The activities of the page, alone or after the bundled ones; of two with one id the page's stands. */
  #merged({ activities, lang }: ActivitiesPack): readonly Activity[] {
    const { pack } = this.constructor as typeof RekindleActivities;
    if (
      this.merge !== 'append' ||
      !pack ||
      pack.activities === activities ||
      languageOf(pack.lang) !== languageOf(lang)
    )
      return activities;
    return [...new Map([...pack.activities, ...activities].map(one => [one.id, one])).values()];
  }

  /** All that is not set aside now. */
  get #left(): readonly Activity[] {
    return activitiesLeft(this.#all, new Set(this.withdrawn));
  }

  #find(id: string | undefined): Activity | undefined {
    return this.#items.find(one => one.id === id);
  }

  get #favourites(): readonly Activity[] {
    return this.#marks.of('favourite', this.#items);
  }

  /** A new view, from its first card. */
  #look(view: Partial<View>): void {
    // The page may have named another order a moment ago.
    this.#finder.look({ sort: this.sort, ...view }, this.#marks.values);
    this.sort = this.#finder.view.sort;
    // An order alone applies nothing.
    this.#draft = view.chosen ? undefined : this.#draft && { ...this.#draft, ...view, sort: this.sort };
    this.#cards.restart();
    this.requestUpdate();
  }

  /** What the reader asked for: filter, say it when it rests, tell the page. */
  #filter(view: Partial<View>, by: 'reader' | 'typing' = 'reader'): void {
    this.#look(view);
    this.#address(by);
    this.#settle();
    this.dispatchEvent(new RekindleFilterChangeEvent(this.results.length));
  }

  /** Writes the filters where the page wants them. A list that came in the link, and is not taken yet, stays in it. */
  #address(by: 'reader' | 'typing' | 'page'): void {
    // Nobody reads it: what each filter has is not worked out. Before there are words, what it says is not read yet.
    if (this.urlState === 'none' || !this.#content) return;
    const list = this.urlState === 'hash' ? this.#shared.ids : [];
    this.#url.write([...this.#finder.params, [LIST, list]], by);
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#say(this.text('count', { count: this.results.length })), SETTLED_MS);
  }

  /** Says it at once; a number of ideas that still waits would talk over it. */
  #say(words: string): void {
    clearTimeout(this.#settling);
    this.#announcer.announce(words);
  }

  /** Returns whether it is marked now; what is not there never is. */
  #toggle(mark: Mark, id: string): boolean {
    const key = markKey(mark, id);
    if (!marksAny(key, this.#all)) return false;
    const isMarked = !this.#marks.values.has(key);
    this.#marks.set([key], isMarked);
    return isMarked;
  }

  /** All at once, to be taken back at once. */
  #markFavourites(all: readonly Activity[], isMarked: boolean): void {
    const keys = all.map(({ id }) => markKey('favourite', id));
    this.#marks.set(keys, isMarked);
  }

  /** Brings an activity into view, whatever the filters. */
  #show(id: string): void {
    if (!this.results.includes(id)) this.#filter(NO_FILTERS);
    this.#cards.reach(this.results.indexOf(id) + 1);
    this.#focus(() => this.#cards.title(id));
  }

  #focus(find: () => Element | null | undefined): void {
    this.#focusNext = find;
    this.requestUpdate();
  }

  #focusOn(selectors: string): void {
    this.#focus(() => this.renderRoot.querySelector(selectors));
  }

  /** To the number of ideas: with the focus it is read, and not to be said again. */
  #toCount(): void {
    clearTimeout(this.#settling);
    this.#focusOn('#count');
  }

  /** Does what a button or a link says by its name. */
  #onClick(event: Event): void {
    const target = event.target as HTMLElement;
    // What stands in a slot is the page's.
    if (!this.renderRoot.contains(target)) return;
    // An option that nothing matches, or a button that has nothing to do now.
    if (target.ariaDisabled === 'true') return event.preventDefault();
    const control = target.closest<HTMLButtonElement>('button,a[name]');
    if (!control?.name) return;
    const { name, value } = control;
    const finder = this.#finder;
    switch (name) {
      case 'clear':
        this.#filter(NO_FILTERS);
        return this.#toCount();
      case 'apply':
        return this.#apply();
      case 'drop':
        return this.#drop(value);
      case 'relax':
        this.#takeAway(finder.optionsOf(value));
        return this.#toCount();
      case 'surprise':
        return this.#draw();
      case 'favourite':
        return void this.dispatchEvent(new RekindleFavouriteChangeEvent(value, this.#toggle(name, value)));
      case 'done':
        return void this.dispatchEvent(new RekindleDoneChangeEvent(value, this.#toggle(name, value)));
      case 'plan':
        this.#pressed = control.getBoundingClientRect().top;
        return void this.plan(value);
      case 'show':
        return this.#show(value);
      case 'more':
        return this.#more();
      case 'print':
        return this.print();
      case 'share':
        return void this.#share();
      case 'clearList':
        this.#markFavourites(this.#favourites, false);
        this.#focusOn('[name=undo]');
        return this.#say(this.text('cleared'));
      case 'undo':
        this.#marks.undo();
        if (!this.favourites.length) this.#focusOn('#list-title');
        return this.#say(this.text('undone'));
      case 'accept':
        this.#markFavourites(this.#sharedItems, true);
        this.#shared.answer();
        this.#focusOn('#list-title');
        return this.#say(this.text('added'));
      case 'dismiss':
        this.#shared.answer();
        return this.#toCount();
      case 'close':
        return this.#dialog?.close();
      default:
        if (control.closest('dialog')) this.#put(event, name as RekindleActivityPlanEvent['to']);
    }
  }

  get #sharedItems(): readonly Activity[] {
    return this.#items.filter(one => this.#shared.ids.includes(one.id));
  }

  /** Takes filters in use away; what is not applied yet waits on. */
  #takeAway(ids: readonly string[]): void {
    const draft = this.#draft && this.#finder.without(ids, this.#draft);
    this.#filter(this.#finder.without(ids));
    this.#draft = draft;
  }

  /** Takes one away; the focus goes to the next, the one before, or at last the count. */
  #drop(id: string): void {
    const at = this.#finder.used.indexOf(id);
    this.#takeAway([id]);
    const { length } = this.#finder.used;
    if (length) this.#focus(() => this.renderRoot.querySelectorAll('[name=drop]')[Math.min(at, length - 1)]);
    else this.#toCount();
  }

  #drawOf(ids: readonly string[]): string | undefined {
    const { seed } = this;
    this.#deck ??= new Deck(seed === WEEK ? isoWeek(today()) : seed || newSeed());
    const one = this.#find(this.#deck.draw(ids));
    if (!one) return undefined;
    this.#isOfWeek = false;
    this.#pickedCard = makeCard(this, one);
    this.requestUpdate();
    return one.id;
  }

  #draw(): void {
    const one = this.#find(this.surprise());
    if (!one) return;
    const count = this.#deck?.remaining ?? 0;
    const space = spaceKey(one);
    const details = `${factsOf(this, one).join(', ')}.${space ? ` ${this.text(space)}` : ''}`;
    this.#say(this.text(count ? 'surprised' : 'lastSurprise', { title: one.title, details, count }));
    this.dispatchEvent(new RekindlePickChangeEvent(one.id, count));
    // The focus stays on the button, which may be the last thing on the screen.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.surprise')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #more(): void {
    const { results } = this;
    const { length: count } = results;
    const first = results[this.#cards.limit];
    this.#cards.reach();
    this.#focus(() => this.#cards.title(first));
    this.#say(this.text('shown', { shown: Math.min(this.#cards.limit, count), count }));
  }

  async #share(): Promise<void> {
    const { content, favourites } = this;
    if (!content || !this.dispatchEvent(new RekindleActivityShareEvent(favourites))) return;
    // In the fragment alone, which no server sees; her filters, which the query may hold, are no part of the list.
    const url = new URL(location.href);
    url.search = writeParams(url.search, this.#url.prefix, []);
    url.hash = writeParams('', this.#url.prefix, [[LIST, favourites]]);
    const text = listText(this, this.#favourites, content);
    const result = await shareText({ title: this.text('list'), text, url: url.href });
    this.#outcome = undefined;
    if (result === 'copied') this.#outcome = { text: this.text(result) };
    if (result === 'failed') this.#outcome = { text: this.text('copyFailed'), link: url.href };
    this.requestUpdate();
    this.#say(this.#outcome?.text ?? '');
  }

  /** Puts the plan where the reader wants it. */
  #put(event: Event, to: RekindleActivityPlanEvent['to']): void {
    const plan = this.#plan;
    if (!plan) return;
    if (!this.dispatchEvent(new RekindleActivityPlanEvent(plan.one.id, to, plan.start))) return event.preventDefault();
    void plan.put(to);
  }

  #onEdit(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (!this.renderRoot.contains(control)) return;
    event.stopPropagation();
    // The text alone is taken as it is typed, and has nothing new when it is left.
    if ((event.type === 'input') !== (control.name === TEXT)) return;
    if (control.name === TEXT) this.#change({ search: control.value }, 'typing');
    else if (control.closest('dialog')) {
      this.#plan?.change(control);
      this.requestUpdate();
    } else if (control.name === 'sort') this.#filter({ sort: control.value as Sort });
    else this.#change({ chosen: choicesAfter(control, (this.#draft ?? this.#finder.view).chosen) });
  }

  #change(view: Partial<View>, by?: 'typing'): void {
    this._isPressed = true;
    if (this.apply !== 'button') return this.#filter(view, by);
    this.#draft = { ...this.#finder.view, ...this.#draft, ...view };
    this.requestUpdate();
  }

  #apply(): void {
    this.#filter(this.#draft ?? {});
    this.#toCount();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (this.apply === 'button') this.#apply();
    // On a phone the keyboard is over the ideas, and they are far below the field.
    else if (this.shadowRoot?.activeElement?.matches('[type=search]')) this.#toCount();
  }

  /** Brings the cards in line, and the focus to where it belongs. */
  override updated(): void {
    this.#cards.watch(this.renderRoot.querySelector('.cards > :last-child > *'));
    showChoices(this.renderRoot, this.#draft ?? this.#finder.view);
    for (const toggle of this.renderRoot.querySelectorAll<HTMLButtonElement>('[aria-pressed]')) {
      const isPressed = String(this.#marks.values.has(`${toggle.name}/${toggle.value}`));
      if (toggle.ariaPressed !== isPressed) toggle.ariaPressed = isPressed;
    }
    (this.#focusNext?.() as HTMLElement | undefined)?.focus();
    this.#focusNext = undefined;
  }

  override render(): TemplateResult {
    const { content, headingLevel, label } = this;
    if (!content) return html`<slot></slot>`;
    const { view, found } = this.#finder;
    const { results } = found;
    const form = this.#draft ?? view;
    const canMark = this.actions.includes('favourite');
    const storage = renderStorage(this, this.stored, content.lang);
    return html`<div class="base" part="base" lang=${content.lang} dir=${content.dir}>
      <div class="body" role="group" aria-label=${label || this.text('label')}>
        <slot name="heading">${renderHeading(headingLevel, 'title', this.text('label'))}</slot>
        ${
          this.#items.length < this.#all.length
            ? html`<p class="muted" part="aside">${this.text('setAside')}</p>`
            : nothing
        }
        ${renderShared(this, canMark ? this.#sharedItems : [], content)}
        <search class="controls" @submit=${this.#onSubmit} aria-label=${this.text('filters')}>
          ${renderFilters(this, this.#finder, form, this.#draft ? this.#finder.find(form) : found)}
        </search>
        <div class="row head">
          ${renderHeading(headingLevel + 1, 'count', this.text('count', { count: results.length }), 'count')}
          <label class="row controls"
            ><span class="small">${this.text('sort')}</span>
            <select name="sort" part="sort">
              ${renderOptions(this, SORTS, view.sort)}
            </select></label
          >
          ${button(this, 'surprise', { kind: results.length ? 'primary controls' : 'controls', isOff: !results.length })}
        </div>
        ${renderUsed(this, this.#finder)}
        ${results.length || !this.#items.length ? nothing : renderWaysOut(this, this.#finder)}
        ${renderNote(results, content)}
        ${
          this.results.includes(this.picked as string)
            ? html`<div class="card surprise" part="surprise">
                ${renderHeading(
                  headingLevel + 1,
                  'surprise-title',
                  this.text(this.#isOfWeek ? 'weekTitle' : 'surpriseTitle'),
                )}
                ${this.#pickedCard}
              </div>`
            : nothing
        }
        <ul class="cards" part="list" role="list">
          ${this.#cards.items(results)}
        </ul>
        ${this.#cards.limit < results.length ? button(this, 'more', { kind: 'more controls' }) : nothing}
        ${
          canMark
            ? renderList(this, content, {
                favourites: this.#favourites,
                isDone: one => this.#marks.values.has(markKey('done', one.id)),
                none: this.#marks.of('favourite', this.#all).length ? 'listAside' : 'listEmpty',
                canUndo: this.#marks.canUndo(this.#items),
                outcome: this.#outcome,
                storage:
                  storage === nothing ? html`<p class="small muted controls">${this.text('listNote')}</p>` : storage,
              })
            : this.actions.includes('done')
              ? storage
              : nothing
        }
        ${this.#plan?.render(content)}
        <div class="hidden" role="status"></div>
      </div>
    </div>`;
  }

  /** That of the plan. */
  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-activities': RekindleActivities;
  }
}
