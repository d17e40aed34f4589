import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../controllers/announcer.ts';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, PackHead } from '../content/model.ts';
import { activitiesPack } from '../content/schema.ts';
import { activityRules } from '../domain/activity-rules.ts';
import { draw, newDeck, type Deck } from '../domain/deck.ts';
import { durationWords } from '../domain/duration.ts';
import { buildFacets, facet, narrow, type Facet, type Narrowed } from '../domain/facets.ts';
import { renderCard } from './activity-card.ts';
import { choicesAfter, refuse, renderFacet, renderOption, type FilterView } from './activity-filter.ts';
import { ContentMixin } from './content-mixin.ts';
import { RekindleFavouriteChangeEvent, RekindleFilterChangeEvent, RekindlePickChangeEvent } from './events.ts';
import { activitiesStyles } from './rekindle-activities.styles.ts';
import { renderHeading } from './text.ts';

type ActivitiesPack = PackHead & { readonly activities: readonly Activity[] };

/** Cards that show at first, and that "Show more" adds. */
const STEP = 12;
/** How long the filters must rest before the number of ideas is said, in milliseconds. */
const SETTLED_MS = 600;

const FAVOURITES = 'favouritesOnly';

const newSeed = (): string => String(globalThis.crypto?.getRandomValues(new Uint32Array(2)) ?? Date.now());
const stop = (event: Event): void => event.stopPropagation();

/**
 * Things to do, for two or for oneself: filter them, draw one, mark favourites.
 *
 * ```html
 * <rekindle-activities></rekindle-activities>
 * ```
 *
 * @tagname rekindle-activities
 * @slot - What the page shows before the script runs, and when it never does.
 * @slot heading - A heading in place of the element's own.
 * @fires {RekindleFilterChangeEvent} rekindle-filter-change - The reader changed a filter.
 * @fires {RekindlePickChangeEvent} rekindle-pick-change - The reader drew an activity.
 * @fires {RekindleFavouriteChangeEvent} rekindle-favourite-change - The reader marked or unmarked a favourite.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used.
 * @csspart base - The whole element.
 * @csspart title - The element's own heading.
 * @csspart form - The filters.
 * @csspart option - A filter that can be ticked.
 * @csspart clear-button - The button that clears all filters.
 * @csspart count - "37 ideas".
 * @csspart surprise-button - The button that draws an activity.
 * @csspart surprise - The activity that was drawn.
 * @csspart list - The cards.
 * @csspart card - A card.
 * @csspart card-title - The title of a card.
 * @csspart care - The note on a card for two.
 * @csspart favourite-button - The button that marks a favourite.
 * @csspart more-button - The button that shows more cards.
 */
export class RekindleActivities extends ContentMixin<ActivitiesPack, ActivitiesMessages>(LitElement, activitiesPack) {
  static override styles = activitiesStyles;

  /** Makes the draws repeatable: the same seed draws the same activities. Random when empty. */
  @property() seed = '';

  /** Ids of the activities that fit the filters. */
  get results(): readonly string[] {
    return this.#results.map(one => one.id);
  }

  /** Ids of the favourites, in the order of the activities. */
  get favourites(): readonly string[] {
    return this.#items.filter(one => this._favourites.has(one.id)).map(one => one.id);
  }

  /** Clears all filters. */
  clear(): void {
    this.#choose(new Set());
  }

  /** Draws one of the activities that fit, and shows it. Returns its id; undefined when none fits. */
  surprise(): string | undefined {
    this.#deck ??= newDeck(this.seed || newSeed());
    const { deck, pick, remaining } = draw(this.#deck, this.results);
    this.#deck = deck;
    this.#remaining = remaining;
    this._picked = pick;
    return pick;
  }

  @state() private _chosen: ReadonlySet<string> = new Set();
  @state() private _favourites: ReadonlySet<string> = new Set();
  @state() private _picked: string | undefined;
  @state() private _limit = STEP;
  readonly #announcer = new Announcer(this);
  #settling: ReturnType<typeof setTimeout> | undefined;
  #items: readonly Activity[] = [];
  #facets: readonly Facet[] = [];
  /** What the filter "Only my favourites" shows: one that is unmarked stays until the view changes. */
  #kept: ReadonlySet<string> = new Set();
  #narrowed: Narrowed = { indices: [], counts: new Map() };
  #results: readonly Activity[] = [];
  #deck: Deck | undefined;
  #remaining = 0;
  /** Index of the card whose heading takes the focus after the next render. */
  #focusNext: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
    clearTimeout(this.#settling);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('seed')) this.#deck = undefined;
    const items = this.content?.activities ?? [];
    if (items === this.#items) return;
    this.#items = items;
    this.#facets = buildFacets(items, activityRules);
    const known = new Set([FAVOURITES, ...this.#facets.flatMap(({ options }) => options.map(({ id }) => id))]);
    this._favourites = new Set(this.favourites);
    this.#choose(new Set([...this._chosen].filter(id => known.has(id))));
  }

  override updated(): void {
    if (this.#focusNext === undefined) return;
    this.renderRoot.querySelector<HTMLElement>(`#card-${this.#focusNext}`)?.focus();
    this.#focusNext = undefined;
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const picked = this.#results.find(one => one.id === this._picked);
    const none = !this.#results.length;
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <div class="body" role="group" aria-label=${this.label || this.text('label')}>
        <slot name="heading">${renderHeading(this.headingLevel, 'title', this.text('label'))}</slot>
        ${this.#renderForm()}
        <div class="row head">
          ${renderHeading(this.headingLevel + 1, 'count', this.text('count', { count: this.#results.length }))}
          <button class="primary controls" part="surprise-button" aria-disabled=${none} @click=${this.#onSurprise}>
            ${this.text('surprise')}
          </button>
        </div>
        ${none ? html`<p>${this.text('empty')}</p>` : nothing}
        ${
          picked
            ? html`<div class="surprise" part="surprise">
                ${renderHeading(this.headingLevel + 1, 'surprise-title', this.text('surpriseTitle'))}
                ${this.#renderCard(picked)}
              </div>`
            : nothing
        }
        <ul class="cards" part="list" role="list">
          ${this.#results.slice(0, this._limit).map((one, i) => html`<li>${this.#renderCard(one, `card-${i}`)}</li>`)}
        </ul>
        ${
          this._limit < this.#results.length
            ? html`<button class="more controls" part="more-button" @click=${this.#onMore}>
                ${this.text('more')}
              </button>`
            : nothing
        }
        ${this.#announcer.render()}
      </div>
    </div>`;
  }

  #renderForm(): TemplateResult {
    return html`<search class="controls" aria-label=${this.text('filters')}>
      <form
        part="form"
        @submit=${(event: Event) => event.preventDefault()}
        @click=${refuse}
        @input=${stop}
        @change=${this.#onChange}
      >
        ${this.#facets.filter(one => !one.single).map(one => renderFacet(one, this.#view))}
        <div class="limits">${this.#facets.filter(one => one.single).map(one => renderFacet(one, this.#view))}</div>
        <div class="row last">
          ${renderOption(FAVOURITES, this.#view)}
          <span class="muted small">${this.text('favouritesNote')}</span>
          <button
            class="plain"
            part="clear-button"
            type="button"
            aria-disabled=${!this._chosen.size}
            @click=${this.#onClear}
          >
            ${this.text('clear')}
          </button>
        </div>
      </form>
    </search>`;
  }

  #renderCard(one: Activity, id?: string): TemplateResult {
    return renderCard(one, {
      id,
      level: this.headingLevel + 2,
      care: this.content?.care.noContact,
      facts: this.#facts(one),
      label: this.text('favourite', { title: one.title }),
      isFavourite: this._favourites.has(one.id),
      onFavourite: this.#onFavourite,
    });
  }

  #facts({ duration, cost, place, energy }: Activity): readonly string[] {
    return [duration, `cost${cost}`, place, `energy${energy}`].map(fact => this.#say(fact));
  }

  /** Words for an option or a group. */
  #say(id: string): string {
    return durationWords(id, (unit, count) => this.text(unit, { count })) || this.text(id as keyof ActivitiesMessages);
  }

  get #view(): FilterView {
    return {
      chosen: this._chosen,
      countOf: option => this.#narrowed.counts.get(option) ?? 0,
      say: id => this.#say(id),
      sayCount: (option, count) => this.text('optionCount', { option, count }),
    };
  }

  /** A new view: from its first card, with the favourites of now. */
  #choose(chosen: ReadonlySet<string>): void {
    this._chosen = chosen;
    this._limit = STEP;
    this.#kept = this._favourites;
    this.#narrow();
  }

  #narrow(): void {
    const items = this.#items;
    const kept = facet(items, {
      id: FAVOURITES,
      single: false,
      options: [FAVOURITES],
      matches: one => this.#kept.has(one.id),
    });
    this.#narrowed = narrow([...this.#facets, kept], items.length, this._chosen);
    this.#results = this.#narrowed.indices.flatMap(i => items[i] ?? []);
  }

  /** What the reader asked for: filter, say it when it rests, tell the page. */
  #filter(chosen: ReadonlySet<string>): void {
    this.#choose(chosen);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(
      () => this.#announcer.announce(this.text('count', { count: this.#results.length })),
      SETTLED_MS,
    );
    this.dispatchEvent(new RekindleFilterChangeEvent(this.#results.length));
  }

  /** Says it at once; a number of ideas that still waits would talk over it. */
  #announce(text: string): void {
    clearTimeout(this.#settling);
    this.#announcer.announce(text);
  }

  readonly #onChange = (event: Event): void => this.#filter(choicesAfter(event.target, this._chosen));

  readonly #onClear = (): void => {
    if (this._chosen.size) this.#filter(new Set());
  };

  readonly #onSurprise = (): void => {
    const id = this.surprise();
    const one = this.#results.find(each => each.id === id);
    if (!one) return;
    const [title, details, count] = [one.title, `${this.#facts(one).join(', ')}.`, this.#remaining];
    this.#announce(this.text(count ? 'surprised' : 'lastSurprise', { title, details, count }));
    this.dispatchEvent(new RekindlePickChangeEvent(one.id, count));
  };

  readonly #onFavourite = ({ currentTarget }: Event): void => {
    const id = (currentTarget as HTMLButtonElement).value;
    const favourites = new Set(this._favourites);
    const isFavourite = !favourites.delete(id);
    if (isFavourite) favourites.add(id);
    this._favourites = favourites;
    this.#kept = this._chosen.has(FAVOURITES) ? new Set([...this.#kept, id]) : favourites;
    this.#narrow();
    this.dispatchEvent(new RekindleFavouriteChangeEvent(id, isFavourite));
  };

  readonly #onMore = (): void => {
    this.#focusNext = this._limit;
    this._limit += STEP;
    const count = this.#results.length;
    this.#announce(this.text('shown', { shown: Math.min(this._limit, count), count }));
  };

  readonly #onPrint = (): void => {
    this._limit = Infinity;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-activities': RekindleActivities;
  }
}
