import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { erasePage } from '../controllers/erase-page.ts';
import { presenceListeners, type StorageController } from '../controllers/storage-controller.ts';
import { today } from '../controllers/today.ts';
import type { GuideMessages } from '../content/messages.ts';
import type { Activity, Assessment, PackHead, Tip } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { keptAdvice, keptNext, type Kept } from '../domain/kept.ts';
import { sheetText, type Sheet } from '../domain/sheet.ts';
import { activitiesLeft } from '../domain/stops.ts';
import { printSheet, saveSheet } from './checklist-export.ts';
import { RekindleOpenEvent } from './events.ts';
import { plainText, renderHeading } from './text.ts';

/** Id of the plan inside the guide. */
export const PLAN = '-plan';

/** What the reader may keep something in. */
const SOURCES = 'rekindle-tips,rekindle-checklist,rekindle-activities';

/** An element that the reader may keep something in; the page's own, or one of another release, may lack any of it. */
interface Source extends LitElement {
  readonly stored?: StorageController;
  readonly content?: {
    readonly tips?: readonly Tip[];
    readonly activities?: readonly Activity[];
    readonly checklist?: Assessment;
  };
  readonly withdrawn?: ReadonlySet<string>;
  readonly summary?: string;
  text(key: 'label' | 'nextSteps'): string;
}

export interface KeptHost extends LitElement {
  readonly content: PackHead | undefined;
  readonly withdrawn: ReadonlySet<string>;
  headingLevel: number;
  text(key: keyof GuideMessages): string;
}

/** One thing that is kept. */
interface Entry {
  readonly title: string;
  readonly text: string;
  /** As in `rekindle-open`; empty where it leads nowhere. */
  readonly to: string;
}

/** What is kept in one element. */
interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** The note that goes with advice that involves contact. */
  readonly words: readonly string[];
}

/**
 * "My plan": what the reader kept in the elements that stand in the guide, and in those beside it on the page. It keeps
 * nothing itself: it is there as long as they have something, and follows their updates.
 */
export class KeptPlan implements ReactiveController {
  readonly #host: KeptHost;
  readonly #watcher: ReactiveController = { hostUpdated: () => this.#gather() };
  /** Those inside come with an update of the guide, and what is in another guide is not looked at. */
  readonly #onPresence = (by: Element): void => {
    const isBeside = by.matches(SOURCES) && by.getRootNode() === this.#host.getRootNode();
    if (isBeside || this.#watched.includes(by as Source)) this.hostUpdated();
  };
  #watched: readonly Source[] = [];
  #groups: readonly Group[] = [];
  /** Some of what is kept is set aside. */
  #isCut = false;
  #isErased = false;
  /** What it was, to tell whether it changed. */
  #before = '[false,[]]';

  constructor(host: KeptHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether anything is kept. */
  get isThere(): boolean {
    return this.#isCut || this.#groups.length > 0;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
    presenceListeners.add(this.#onPresence);
  }

  /** Not before the render: what it takes out of the guide is no longer there. */
  hostUpdated(): void {
    // Not those in another guide, which has a plan of its own.
    const roots = [this.#host.renderRoot, this.#host.getRootNode() as ParentNode];
    this.#watched = roots
      .flatMap(root => [...root.querySelectorAll<Source>(SOURCES)])
      .filter(one => this.#host === (one.closest('rekindle-guide') ?? this.#host));
    for (const one of this.#watched) one.addController?.(this.#watcher);
    this.#gather();
  }

  hostDisconnected(): void {
    presenceListeners.delete(this.#onPresence);
    for (const one of this.#watched) one.removeController?.(this.#watcher);
  }

  #gather(): void {
    this.#isCut = false;
    // One of another file tells nobody that it leaves.
    this.#groups = this.#watched.flatMap(one => (one.isConnected ? this.#groupOf(one) : []));
    const now = JSON.stringify([this.#isCut, this.#groups]);
    if (now === this.#before) return;
    this.#before = now;
    if (this.isThere) this.#isErased = false;
    this.#host.requestUpdate();
  }

  /** What is kept in an element; none where it is not one of ours, or an old one. */
  #groupOf(source: Source): Group[] {
    const { stored, content } = source;
    if (!stored?.values.size || !content) return [];
    const withdrawn = new Set(source.withdrawn);
    const { tips, activities, checklist } = content;
    const { values, isKept } = stored;
    const take = <T>({ all, isCut }: Kept<T>, entryOf: (one: T) => Entry, isContact: (one: T) => unknown): Group[] => {
      this.#isCut ||= isCut;
      const note = all.some(isContact) ? this.#host.content?.care.noContact : undefined;
      const words = note === undefined ? [] : [plainText(note)];
      return all.length
        ? [{ title: source.text(checklist ? 'nextSteps' : 'label'), entries: all.map(entryOf), words }]
        : [];
    };
    if (tips)
      return take(
        keptAdvice(values, tips, withdrawn.size > 0),
        ({ id, title, points, step = '' }) => ({
          title: title || plainText(points[0] ?? ''),
          text: plainText(step),
          to: `tips/${id}`,
        }),
        ({ contact }) => contact,
      );
    if (activities) {
      // With merge="append" there are the bundled ones too.
      const { pack } = source.constructor as unknown as { readonly pack?: Source['content'] };
      const all = activitiesLeft([...activities, ...(pack?.activities ?? [])], withdrawn);
      return take(
        keptAdvice(values, all, withdrawn.size > 0),
        ({ id, title }) => ({ title, text: '', to: `activities/${id}` }),
        isJoint,
      );
    }
    // Without her word nothing that follows from the answers stands anywhere else.
    if (!checklist || !isKept || source.summary === 'off') return [];
    return take(
      keptNext(values, checklist, new Set(this.#host.withdrawn)),
      ({ text }) => ({ title: plainText(text), text: '', to: '' }),
      () => false,
    );
  }

  render(): TemplateResult | typeof nothing {
    const { headingLevel } = this.#host;
    const say = (key: keyof GuideMessages): string => this.#host.text(key);
    if (!this.isThere)
      return this.#isErased ? html`<p class="note controls" id=${PLAN} tabindex="-1">${say('erased')}</p>` : nothing;
    // Paper that others may see has the guide alone; the plan has its own.
    return html`<section class="chapter controls" part="plan">
      ${renderHeading(headingLevel + 1, 'title', say('plan'), PLAN)}
      <div class="text">
        <p>${say('planNote')}</p>
        ${this.#isCut ? html`<p class="note" part="aside">${say('planAside')}</p>` : nothing}
        ${this.#groups.map(
          ({ title, entries, words }) =>
            html`${renderHeading(headingLevel + 2, 'title', title)}
              ${words.map(text => html`<p class="muted small">${text}</p>`)}
              <ul>
                ${entries.map(entry => html`<li>${renderEntry(entry)}</li>`)}
              </ul>`,
        )}
      </div>
      <p class="muted small">${say('takeAwayNote')}</p>
      <div class="row">
        <button name="print" part="plan-button">${say('print')}</button>
        <button name="text" part="plan-button">${say('save')}</button>
      </div>
      <details>
        <summary>${say('eraseAll')}</summary>
        <p>${say('eraseNote')}</p>
        <button name="erase" part="plan-button">${say('eraseNow')}</button>
      </details>
    </section>`;
  }

  get #sheet(): Sheet {
    return this.#groups.map(({ title, entries, words }) => ({
      title,
      lines: entries.map(one => [one.text ? `${one.title}:` : one.title, one.text]),
      words,
    }));
  }

  /** The reader pressed something in the guide: does what a button of the plan says by its name. */
  press(button: HTMLButtonElement | null): void {
    const { name, value = '' } = button ?? {};
    const title = this.#host.text('plan');
    if (name === 'open') this.#host.dispatchEvent(new RekindleOpenEvent(value));
    if (name === 'print') printSheet(this.#host.renderRoot as ShadowRoot, title, this.#sheet);
    if (name === 'text') saveSheet(name, sheetText(title, today(), this.#sheet));
    if (name === 'erase') void this.#erase();
  }

  async #erase(): Promise<void> {
    erasePage(this.#host);
    this.#gather();
    this.#isErased = true;
    await this.#host.updateComplete;
    // What it says takes the focus of what has gone.
    (this.#host.renderRoot as ShadowRoot).getElementById(PLAN)?.focus();
  }
}

/** Its name leads to it where it has a place. */
const renderEntry = ({ title, text, to }: Entry): unknown =>
  to
    ? html`<button class="plain" name="open" value=${to} part="plan-link">${title}</button>
        <div>${text}</div>`
    : title;
