import type { Finder, View } from '../controllers/finder.ts';
import type { Mark } from '../controllers/marks-controller.ts';
import type { Surprise } from '../controllers/surprise.ts';
import type { Activity } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { TEXT, type Sort } from '../domain/activity-search.ts';
import type { Cards } from './activity-cards.ts';
import { choicesAfter } from './activity-filter.ts';
import type { OurList } from './activity-list.ts';
import type { ActivityPlan } from './activity-plan.ts';
import type { ActivityWords, PickerHost } from './activity-words.ts';
import { RekindleDoneChangeEvent, RekindleFavouriteChangeEvent, RekindlePickChangeEvent } from './events.ts';

/** What the reader's doing works on. */
export interface ReaderCore {
  readonly finder: Finder;
  readonly surprise: Surprise;
  readonly list: OurList;
  readonly plan: ActivityPlan;
  readonly cards: Cards;
  readonly words: ActivityWords;
  readonly results: readonly string[];
  readonly used: readonly (readonly [id: string, words: string])[];
  /** What the form shows before it is applied, with `apply="button"`. */
  draft: View | undefined;
  /** Takes the focus after the next render. */
  focusNext: (() => HTMLElement | null | undefined) | undefined;
  find(id: string): Activity | undefined;
  facts(one: Activity): readonly string[];
  filter(view: Partial<View>, isTyping?: boolean): void;
  toggle(mark: Mark, id: string): boolean;
  show(id: string): void;
  say(text: string): void;
  focusOn(id: string): void;
}

/** What the reader does: presses, ticks, types. One listener of each kind an element. */
export class ActivityReader {
  readonly #host: PickerHost;
  readonly #core: ReaderCore;

  constructor(host: PickerHost, core: ReaderCore) {
    this.#host = host;
    this.#core = core;
  }

  /** Does what a button says by its name. Returns whether it is one of these. */
  #act(name: string, value: string): boolean {
    switch (name) {
      case 'clear':
        this.#clear();
        break;
      case 'drop':
        this.#drop(value);
        break;
      case 'relax':
        this.#core.filter(this.#core.finder.without(value));
        this.#core.focusOn('count');
        break;
      case 'surprise':
        this.#onSurprise();
        break;
      case 'favourite':
        this.#host.dispatchEvent(new RekindleFavouriteChangeEvent(value, this.#core.toggle(name, value)));
        break;
      case 'done':
        this.#host.dispatchEvent(new RekindleDoneChangeEvent(value, this.#core.toggle(name, value)));
        break;
      case 'plan':
        void this.#core.plan.open(value);
        break;
      case 'show':
        this.#core.show(value);
        break;
      case 'more':
        this.#onMore();
        break;
      default:
        return false;
    }
    return true;
  }

  #clear(): void {
    const { chosen, search } = this.#core.draft ?? this.#core.finder.view;
    if (chosen.size || search) this.#core.filter({ chosen: new Set(), search: '' });
  }

  /** Takes a filter in use away; the focus goes to the next, the one before, or at last the count. */
  #drop(id: string): void {
    const at = this.#core.used.findIndex(([used]) => used === id);
    const chosen = new Set(this.#core.finder.view.chosen);
    chosen.delete(id);
    this.#core.filter(id === TEXT ? { search: '' } : { chosen });
    this.#core.focusNext = () => {
      const root = this.#host.renderRoot;
      const left = root.querySelectorAll<HTMLElement>('[name="drop"]');
      return left[at] ?? left[at - 1] ?? root.querySelector<HTMLElement>('#count');
    };
  }

  #onSurprise(): void {
    const one = this.#core.find(this.#core.surprise.draw(this.#host.seed, this.#core.results) ?? '');
    if (!one) return;
    const { remaining: count } = this.#core.surprise;
    const space = isJoint(one) ? ` ${this.#core.words.text('space')}` : '';
    const details = `${this.#core.facts(one).join(', ')}.${space}`;
    this.#core.say(this.#core.words.text(count ? 'surprised' : 'lastSurprise', { title: one.title, details, count }));
    this.#host.dispatchEvent(new RekindlePickChangeEvent(one.id, count));
  }

  #onMore(): void {
    const { results } = this.#core.finder.found;
    const [first, count] = [results[this.#core.cards.limit], results.length];
    this.#core.cards.reach();
    if (first) this.#core.focusOn(`card-${first.id}`);
    this.#core.say(this.#core.words.text('shown', { shown: Math.min(this.#core.cards.limit, count), count }));
  }

  readonly onClick = ({ target }: Event): void => {
    const button = (target as Element).closest('button');
    if (!button || button.closest('dialog')) return;
    if (!this.#act(button.name, button.value)) this.#core.list.act(button.name);
  };

  readonly onInput = (event: Event): void => {
    event.stopPropagation();
    const { name, value } = event.target as HTMLInputElement;
    if (name === TEXT) this.#change({ search: value }, true);
  };

  readonly onChange = ({ target }: Event): void => {
    const control = target as HTMLInputElement | HTMLSelectElement;
    if (control.closest('dialog') || control.name === TEXT) return;
    if (control.name === 'sort') this.#core.filter({ sort: control.value as Sort });
    else this.#change({ chosen: choicesAfter(control, (this.#core.draft ?? this.#core.finder.view).chosen) });
  };

  #change(view: Partial<View>, isTyping = false): void {
    if (this.#host.apply !== 'button') return this.#core.filter(view, isTyping);
    this.#core.draft = { ...(this.#core.draft ?? this.#core.finder.view), ...view };
    this.#host.requestUpdate();
  }

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#host.apply !== 'button') return;
    this.#core.filter(this.#core.draft ?? {});
    this.#core.focusOn('count');
  };
}
