import type { LitElement } from 'lit';
import type { UrlState } from '../controllers/url-state.ts';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, PackHead } from '../content/model.ts';
import { tagOf, wordsKey } from '../domain/activity-rules.ts';
import { TEXT, type Sort } from '../domain/activity-search.ts';
import type { View } from '../controllers/finder.ts';
import { durationWords } from '../domain/duration.ts';
import type { CardView } from './activity-card.ts';
import type { ContentElement } from './content-mixin.ts';
import type { StorageElement } from './storage-mixin.ts';

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
  withdrawn: ReadonlySet<string>;
}

/** The element's words for activities and filters. */
export class ActivityWords {
  readonly #host: PickerHost;

  constructor(host: PickerHost) {
    this.#host = host;
  }

  readonly text: PickerHost['text'] = (key, values) => this.#host.text(key, values);

  readonly duration = (iso: string): string => durationWords(iso, (unit, count) => this.text(unit, { count }));

  /** Words for an option, a duration or a facet. */
  readonly say = (id: string): string =>
    tagOf(id) ?? (this.duration(id) || this.text(wordsKey(id) as keyof ActivitiesMessages));

  readonly facts = ({ duration, cost, place, energy }: Activity): readonly string[] =>
    [duration, `cost${cost}`, place, `energy${energy}`].map(this.say);

  get card(): CardView {
    const { facts, duration, text } = this;
    return { level: this.#host.headingLevel + 2, facts, duration, text };
  }

  /** The filters of a view, each with its words. */
  used({ chosen, search }: View): [id: string, words: string][] {
    return [
      ...[...chosen].map((id): [string, string] => [id, this.say(id)]),
      ...(search ? [[TEXT, `“${search}”`] satisfies [string, string]] : []),
    ];
  }
}
