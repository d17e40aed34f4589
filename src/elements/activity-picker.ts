import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../controllers/announcer.ts';
import { Finder, type View } from '../controllers/finder.ts';
import { MarksController, type Mark } from '../controllers/marks-controller.ts';
import { OpenController } from '../controllers/open-controller.ts';
import { Surprise } from '../controllers/surprise.ts';
import { UrlStateController, type Params, type UrlState } from '../controllers/url-state.ts';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, PackHead } from '../content/model.ts';
import { isJoint, tagOf, wordsKey } from '../domain/activity-rules.ts';
import { SORTS, TEXT, type Sort } from '../domain/activity-search.ts';
import { durationWords } from '../domain/duration.ts';
import { makeCard, markPressed, syncCards, type CardView } from './activity-card.ts';
import { choicesAfter, refuse, renderFilters, renderUsed } from './activity-filter.ts';
import { LIST, OurList, renderNote } from './activity-list.ts';
import { ActivityPlan } from './activity-plan.ts';
import { renderResults } from './activity-results.ts';
import type { ContentElement } from './content-mixin.ts';
import {
  RekindleDoneChangeEvent,
  RekindleFavouriteChangeEvent,
  RekindleFilterChangeEvent,
  RekindlePickChangeEvent,
} from './events.ts';
import { storageEvent } from './storage.ts';
import type { StorageElement } from './storage-mixin.ts';
import { StructuredData } from './structured-data.ts';
import { plainText, renderHeading } from './text.ts';

export type ActivitiesPack = PackHead & { readonly activities: readonly Activity[] };

/** The element, as its inside knows it. */
export interface PickerHost extends LitElement, ContentElement<ActivitiesPack, ActivitiesMessages>, StorageElement {
  seed: string;
  filters: string;
  apply: 'live' | 'button';
  sort: Sort;
  merge: 'append' | 'replace';
  calendars: string;
  discreet: boolean;
  urlState: UrlState;
  urlPrefix: string;
  structuredData: boolean;
}

/** Cards that show at first, and that "Show more" adds. */
const STEP = 24;
/** Cards that are made at once; the others of the first step follow when the reader comes near them. */
const AT_ONCE = 6;
/** How near. */
const NEAR = '1500px';
/** How long the filters must rest before the number of ideas is said, in milliseconds. */
const SETTLED_MS = 600;
const TARGET = 'activities/';

/** All text of an activity that can be searched, beside its title. */
const textOf = ({ summary, tags = [], needs = [] }: Activity): string =>
  [plainText(summary), ...tags, ...needs].join(' ');

/** What `<rekindle-activities>` does inside: filters, cards, draw, list and plan together. */
export class ActivityPicker {
  activities: readonly Activity[] = [];
  readonly marks: MarksController;
  readonly finder: Finder;
  readonly surprise = new Surprise();
  readonly list: OurList;
  readonly plan: ActivityPlan;
  readonly #host: PickerHost;
  readonly #announcer: Announcer;
  readonly #url: UrlStateController;
  readonly #structured = new StructuredData();
  /** What the form shows before it is applied, with `apply="button"`. */
  #draft: View | undefined;
  #limit = STEP;
  #isNear = false;
  #observer: IntersectionObserver | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** What the activities were made from, and the cards. */
  #content: ActivitiesPack | undefined;
  #setting = '';
  #cardsOf: readonly unknown[] = [];
  #picked: readonly [Activity, level: number, card: Element] | undefined;
  /** Takes the focus after the next render. */
  #focusNext: (() => HTMLElement | null | undefined) | undefined;

  constructor(host: PickerHost) {
    this.#host = host;
    this.marks = new MarksController(
      host,
      () => this.refresh(),
      event => host.dispatchEvent(storageEvent(event)),
    );
    this.finder = new Finder(this.marks);
    this.list = new OurList(host, this);
    this.plan = new ActivityPlan(host, id => this.#find(id));
    this.#announcer = new Announcer(host);
    this.#url = new UrlStateController(host, params => this.#onMove(params));
    new OpenController(host, {
      has: to => to.startsWith(TARGET) && this.#find(to.slice(TARGET.length)) !== undefined,
      open: to => this.#show(to.slice(TARGET.length)),
    });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    this.#observer?.disconnect();
    this.#observer = undefined;
    clearTimeout(this.#settling);
    this.#structured.show(undefined, '');
  }

  get results(): readonly string[] {
    return this.finder.found.results.map(one => one.id);
  }

  /** Takes what the page set; before each render. */
  update(changed: PropertyValues<PickerHost>): void {
    const { content, filters, seed, sort, merge, structuredData } = this.#host;
    if (!content) return;
    this.marks.stored.open(content.id, content.version);
    const setting = `${merge} ${filters}`;
    if (this.#content !== content || this.#setting !== setting) {
      const isFirst = !this.#content;
      this.#content = content;
      this.#setting = setting;
      this.activities = this.#merged(content);
      this.finder.open(this.activities, filters, content.lang, textOf);
      this.#restart();
      if (isFirst) this.#arrive();
      this.surprise.reset(seed, this.results);
    } else if (changed.has('seed')) this.surprise.reset(seed, this.results);
    if (changed.has('sort') && SORTS.includes(sort) && sort !== this.finder.view.sort) this.look({ sort });
    this.#structured.show(structuredData ? this.activities : undefined, content.lang);
  }

  render(): TemplateResult {
    const { content: pack, headingLevel, label } = this.#host;
    if (!pack) return html`<slot></slot>`;
    const { finder } = this;
    const { found, view, facets } = finder;
    const text = this.#text;
    const form = this.#draft ?? view;
    const drafted = this.#host.apply === 'button' ? finder.find(form) : undefined;
    const { isOfWeek } = this.surprise;
    const level = headingLevel + 1;
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <div
        class="body"
        role="group"
        aria-label=${label || text('label')}
        @click=${this.#onClick}
        @input=${this.#onInput}
        @change=${this.#onChange}
      >
        <slot name="heading">${renderHeading(headingLevel, 'title', text('label'))}</slot>
        ${this.list.renderShared()}
        <search class="controls" aria-label=${text('filters')}>
          <form part="form" @submit=${this.#onSubmit} @click=${refuse}>
            ${renderFilters({
              facets,
              chosen: form.chosen,
              search: form.search,
              counts: (drafted ?? found).counts,
              toApply: drafted?.results.length,
              say: this.#say,
              text,
            })}
          </form>
        </search>
        ${renderResults({
          level,
          found,
          sort: view.sort,
          picked: this.#pickedCard(),
          pickedTitle: text(isOfWeek ? 'weekTitle' : 'surpriseTitle'),
          used: renderUsed(this.#used, text),
          note: renderNote(found.results, pack.care),
          chosenWords: facet => this.#chosenWords(facet),
          text,
        })}
        <ul class="cards" part="list" role="list"></ul>
        ${
          this.#limit < found.results.length
            ? html`<button class="more controls" name="more" part="more-button">${text('more')}</button>`
            : nothing
        }
        ${this.list.render()} ${this.plan.render()} ${this.#announcer.render()}
      </div>
    </div>`;
  }

  /** Brings the cards in line, and the focus to where it belongs; after each render. */
  settle(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const list = root.querySelector('.cards');
    if (!list) return;
    const made = [list, this.#content, this.#host.headingLevel];
    if (made.some((each, i) => each !== this.#cardsOf[i])) list.replaceChildren();
    this.#cardsOf = made;
    this.#watch(list);
    syncCards(list, this.finder.found.results.slice(0, this.#isNear ? this.#limit : AT_ONCE), this.#cardView);
    markPressed(root, (mark, id) => this.marks.has(mark, id));
    this.#focusNext?.()?.focus();
    this.#focusNext = undefined;
  }

  /** Makes the rest of the cards when the reader comes near the first. */
  #watch(list: Element): void {
    if (this.#isNear || this.#observer) return;
    this.#observer = new IntersectionObserver(
      entries => {
        if (entries.some(one => one.isIntersecting)) this.#approach();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(list);
  }

  #approach(): void {
    this.#isNear = true;
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#host.requestUpdate();
  }

  /** A new view, from its first card. */
  look(view: Partial<View>): void {
    this.finder.look(view);
    this.#host.sort = this.finder.view.sort;
    this.#restart();
  }

  #restart(): void {
    this.#draft = undefined;
    this.#limit = STEP;
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

  facts({ duration, cost, place, energy }: Activity): readonly string[] {
    return [duration, `cost${cost}`, place, `energy${energy}`].map(this.#say);
  }

  /** Words for an option, a duration or a facet. */
  readonly #say = (id: string): string =>
    tagOf(id) ?? (this.#duration(id) || this.#text(wordsKey(id) as keyof ActivitiesMessages));

  readonly #text: PickerHost['text'] = (key, values) => this.#host.text(key, values);

  readonly #duration = (iso: string): string => durationWords(iso, (unit, count) => this.#text(unit, { count }));

  get #cardView(): CardView {
    return {
      level: this.#host.headingLevel + 2,
      facts: one => this.facts(one),
      duration: this.#duration,
      text: this.#text,
    };
  }

  /** Filters in use, each with its words. */
  get #used(): [string, string][] {
    const { chosen, search } = this.finder.view;
    return [
      ...[...chosen].map((id): [string, string] => [id, this.#say(id)]),
      ...(search ? [[TEXT, `“${search}”`] satisfies [string, string]] : []),
    ];
  }

  #chosenWords(facet: string): string {
    const left = this.finder.without(facet);
    const gone = this.#used.filter(([id]) => (id === TEXT ? left.search === '' : !(left.chosen?.has(id) ?? true)));
    return gone.map(([, words]) => words).join(', ');
  }

  /** The card of what was drawn, if it fits. */
  #pickedCard(): Element | undefined {
    const one = this.finder.found.results.find(({ id }) => id === this.surprise.picked);
    if (!one) return undefined;
    const { headingLevel } = this.#host;
    if (this.#picked?.[0] !== one || this.#picked[1] !== headingLevel)
      this.#picked = [one, headingLevel, makeCard(one, this.#cardView)];
    return this.#picked[2];
  }

  #find(id: string): Activity | undefined {
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
  #filter(view: Partial<View>, isTyping = false): void {
    this.look(view);
    this.#url.write(this.finder.params(), isTyping);
    this.#settle();
    this.#host.dispatchEvent(new RekindleFilterChangeEvent(this.results.length));
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.say(this.#text('count', { count: this.results.length })), SETTLED_MS);
  }

  /** Brings an activity into view, whatever the filters. */
  #show(id: string): void {
    if (!this.results.includes(id)) this.look({ chosen: new Set(), search: '' });
    this.#limit = Math.max(this.#limit, this.results.indexOf(id) + 1);
    this.#approach();
    this.#focusOn(`card-${id}`);
  }

  #focusOn(id: string): void {
    this.#focusNext = () => (this.#host.renderRoot as ShadowRoot).getElementById(id);
    this.#host.requestUpdate();
  }

  /** What the buttons do, by name. */
  readonly #actions: Readonly<Record<string, (value: string) => void>> = {
    clear: () => {
      const { chosen, search } = this.#draft ?? this.finder.view;
      if (chosen.size || search) this.#filter({ chosen: new Set(), search: '' });
    },
    drop: id => {
      const at = this.#used.findIndex(([used]) => used === id);
      const chosen = new Set(this.finder.view.chosen);
      chosen.delete(id);
      this.#filter(id === TEXT ? { search: '' } : { chosen });
      this.#focusNext = () => {
        const left = this.#host.renderRoot.querySelectorAll<HTMLElement>('[name="drop"]');
        return left[at] ?? left[at - 1] ?? this.#host.renderRoot.querySelector<HTMLElement>('#count');
      };
    },
    relax: facet => {
      this.#filter(this.finder.without(facet));
      this.#focusOn('count');
    },
    surprise: () => {
      const one = this.#find(this.surprise.draw(this.#host.seed, this.results) ?? '');
      if (!one) return;
      const { remaining: count } = this.surprise;
      const space = isJoint(one) ? ` ${this.#text('space')}` : '';
      const details = `${this.facts(one).join(', ')}.${space}`;
      this.say(this.#text(count ? 'surprised' : 'lastSurprise', { title: one.title, details, count }));
      this.#host.dispatchEvent(new RekindlePickChangeEvent(one.id, count));
    },
    favourite: id => {
      this.#host.dispatchEvent(new RekindleFavouriteChangeEvent(id, this.toggle('favourite', id)));
    },
    done: id => {
      this.#host.dispatchEvent(new RekindleDoneChangeEvent(id, this.toggle('done', id)));
    },
    plan: id => void this.plan.open(id),
    show: id => this.#show(id),
    more: () => {
      this.#approach();
      const [first, count] = [this.finder.found.results[this.#limit], this.results.length];
      this.#limit += STEP;
      if (first) this.#focusOn(`card-${first.id}`);
      this.say(this.#text('shown', { shown: Math.min(this.#limit, count), count }));
    },
  };

  readonly #onClick = ({ target }: Event): void => {
    const button = (target as Element).closest('button');
    if (!button || button.closest('dialog')) return;
    (this.#actions[button.name] ?? this.list.actions[button.name])?.(button.value);
  };

  readonly #onInput = (event: Event): void => {
    event.stopPropagation();
    const { name, value } = event.target as HTMLInputElement;
    if (name === TEXT) this.#change({ search: value }, true);
  };

  readonly #onChange = ({ target }: Event): void => {
    const control = target as HTMLInputElement | HTMLSelectElement;
    if (control.closest('dialog') || control.name === TEXT) return;
    if (control.name === 'sort') this.#filter({ sort: control.value as Sort });
    else this.#change({ chosen: choicesAfter(control, (this.#draft ?? this.finder.view).chosen) });
  };

  #change(view: Partial<View>, isTyping = false): void {
    if (this.#host.apply !== 'button') return this.#filter(view, isTyping);
    this.#draft = { ...(this.#draft ?? this.finder.view), ...view };
    this.#host.requestUpdate();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#host.apply !== 'button') return;
    this.#filter(this.#draft ?? {});
    this.#focusOn('count');
  };

  readonly #onPrint = (): void => {
    this.#limit = Infinity;
    this.#approach();
  };
}
