import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StorageController } from '../controllers/storage-controller.ts';
import type { ActivitiesMessages } from '../content/messages.ts';
import { activitiesPack } from '../content/schema.ts';
import type { Sort } from '../domain/activity-search.ts';
import type { Repeat } from '../domain/calendar.ts';
import { ActivityPicker } from './activity-picker.ts';
import type { ActivitiesPack } from './activity-words.ts';
import { ContentMixin } from './content-mixin.ts';
import { activitiesStyles } from './rekindle-activities.styles.ts';
import { StorageMixin } from './storage-mixin.ts';

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
 * @fires {RekindleFilterChangeEvent} rekindle-filter-change - The reader changed a filter, or the order.
 * @fires {RekindlePickChangeEvent} rekindle-pick-change - The reader drew an activity.
 * @fires {RekindleFavouriteChangeEvent} rekindle-favourite-change - The reader marked or unmarked a favourite.
 * @fires {RekindleDoneChangeEvent} rekindle-done-change - The reader marked an activity as done, or took that back.
 * @fires {RekindleActivityPlanEvent} rekindle-activity-plan - The reader puts an activity into a calendar: `id`, `to` (ics, google, outlook, office365, yahoo, copy) and `start`. Cancelable: the page plans it in its own way.
 * @fires {RekindleActivityShareEvent} rekindle-activity-share - The reader shares the list: its `ids`. Cancelable.
 * @fires {RekindleStorageSaveEvent} rekindle-storage-save - The reader said keep.
 * @fires {RekindleStorageEraseEvent} rekindle-storage-erase - The reader erased what was kept.
 * @fires {RekindleStorageErrorEvent} rekindle-storage-error - Nothing can be kept, or what was kept cannot be read.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used.
 * @csspart base - The whole element.
 * @csspart title - The element's own heading.
 * @csspart aside - That ideas are set aside for now.
 * @csspart form - The filters.
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
 * @csspart surprise-title - The heading of that.
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
 * @csspart plan-title - Its heading.
 * @csspart file-button - The button that saves a calendar file.
 * @csspart copy-button - The button that copies the plan as text.
 * @csspart our-list - The favourites.
 * @csspart shared-list - A list that came in a link.
 * @csspart list-title - The heading of either.
 * @csspart list-button - A button below the favourites.
 * @csspart storage - What is kept, and until when.
 * @csspart storage-button - The button that keeps or erases.
 */
export class RekindleActivities extends StorageMixin(
  ContentMixin<ActivitiesPack, ActivitiesMessages>(LitElement, activitiesPack),
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

  /** Activities of a pack that the page supplies stand in place of the bundled ones, or follow them (`append`). */
  @property() merge: 'append' | 'replace' = 'replace';

  /** Ways into a calendar, separated by spaces: a file (`ics`), and links that say where they send the plan. */
  @property() calendars = 'ics google outlook office365 yahoo';

  /** Plans get a neutral title, no description and the mark "private". */
  @property({ type: Boolean }) discreet = false;

  /** Where the filters stand in the address of the page: nowhere, in the fragment or in the query. Never the favourites. */
  @property({ attribute: 'url-state' }) urlState: 'none' | 'hash' | 'query' = 'none';

  /**
   * Ideas that are set aside, as in a pack's `suppress`: `activities/ID`, or `activities/two`. A checklist on the page sets
   * it while the reader names a danger there; the element says so, and they come back.
   */
  @property({ attribute: false }) withdrawn: ReadonlySet<string> = new Set();

  /** What the names of its parameters in the address begin with. */
  @property({ attribute: 'url-prefix' }) urlPrefix = 'rekindle-';

  /**
   * Tells search engines of the activities (schema.org, in the head of the page), once a page. Where the page enforces
   * Trusted Types, the browser logs that it does not run this data; it can be read all the same.
   */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  /** @internal What the reader keeps. */
  get stored(): StorageController {
    return this.#picker.marks.stored;
  }

  /** Ids of the activities that fit the filters. */
  get results(): readonly string[] {
    return this.#picker.results;
  }

  /** What the reader filters by: `chosen` options, a `search` text, a `sort` order. */
  get value(): { readonly chosen: readonly string[]; readonly search: string; readonly sort: Sort } {
    const { chosen, search, sort } = this.#picker.finder.view;
    return { chosen: [...chosen], search, sort };
  }

  /** Ids of the favourites, in the order of the activities. */
  get favourites(): readonly string[] {
    return this.#picker.list.favourites.map(one => one.id);
  }

  /** Ids of what is done, in the order of the activities. */
  get done(): readonly string[] {
    return this.#picker.activities.filter(one => this.#picker.marks.done.has(one.id)).map(one => one.id);
  }

  /** Filters, as `value` has it; what is left out stays. */
  filter(value: { readonly chosen?: Iterable<string>; readonly search?: string; readonly sort?: Sort }): void {
    const { chosen, ...rest } = value;
    this.#picker.look({ ...rest, ...(chosen && { chosen: new Set(chosen) }) });
  }

  /** Clears all filters. */
  clear(): void {
    this.#picker.look({ chosen: new Set(), search: '' });
  }

  /** Draws one of the activities that fit, and shows it. Returns its id; undefined when none fits. */
  surprise(): string | undefined {
    this.requestUpdate();
    return this.#picker.surprise.draw(this.seed, this.results);
  }

  /** Marks or unmarks a favourite. */
  toggleFavourite(id: string): void {
    this.#picker.toggle('favourite', id);
  }

  /** Marks an activity as done, or takes that back. */
  toggleDone(id: string): void {
    this.#picker.toggle('done', id);
  }

  /** Opens the plan of an activity. Does nothing for an id that is not there. */
  plan(id: string): void {
    void this.#picker.plan.open(id);
  }

  /** The calendar file of an activity (RFC 5545): `start` is local, `2026-11-30T19:00`, or a day alone. */
  calendarFile(id: string, start: string, repeat?: Repeat): string | undefined {
    return this.#picker.plan.file(id, start, repeat);
  }

  /** Favourites and what is done, as JSON. */
  exportData(): string {
    return this.#picker.list.encode();
  }

  /** Adds what `exportData()` gave. Returns whether it could be read. */
  importData(json: string): boolean {
    return this.#picker.list.decode(json);
  }

  /** Prints the favourites alone. */
  print(): void {
    this.#picker.list.print();
  }

  readonly #picker: ActivityPicker = new ActivityPicker(this);

  override connectedCallback(): void {
    super.connectedCallback();
    // What was taken away on leaving comes back.
    if (this.hasUpdated) this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#picker.update(changed);
  }

  override updated(): void {
    this.#picker.settle();
  }

  override render(): TemplateResult {
    return this.#picker.render();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-activities': RekindleActivities;
  }
}
