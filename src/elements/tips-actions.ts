import { html, nothing, type TemplateResult } from 'lit';
import type { Announcer } from '../controllers/announcer.ts';
import { copyText, printNodes, shareText } from '../controllers/hand-over.ts';
import { StorageController, type StorageHost } from '../controllers/storage-controller.ts';
import type { PackHead, Tip } from '../content/model.ts';
import { clamp } from '../domain/position.ts';
import { RekindleTipKeepChangeEvent, RekindleTipShareEvent } from './events.ts';
import { renderStorage, storageEvent } from './storage.ts';
import { plainText, makeCare } from './text.ts';
import { makeCard, tipText } from './tips-card.ts';
import { nameOf, type TipsSpeaker } from './tips-picker.ts';
import type { TipsRow } from './tips-row.ts';

/** What a reader can do with the tip that is shown. */
type Action = 'copy' | 'share' | 'print' | 'keep';
const ACTIONS: readonly string[] = ['copy', 'share', 'print', 'keep'] satisfies Action[];

export interface ActionsHost extends StorageHost, TipsSpeaker {
  readonly actions: string;
  readonly start: string;
  readonly hash: boolean;
  readonly view: string;
  readonly content: (PackHead & { readonly tips: readonly Tip[] }) | undefined;
  readonly activeIndex: number;
  readonly renderRoot: Node;
}

const keepKey = (id: string): string => `keep/${id}`;
const readKey = (id: string): string => `read/${id}`;

/** Hands on, prints and keeps tips, and remembers which were read. */
export class TipActions {
  readonly #host: ActionsHost;
  readonly #announcer: Announcer;
  #stored: StorageController | undefined;
  /** Ids in the view of kept tips: one that is taken out stays until the view changes, so that the focus has a place. */
  readonly #listed = new Set<string>();
  /** There was something to keep. */
  #hadAny: unknown;
  /** Place of the button that is the one tab stop of the toolbar. */
  #stop = 0;
  /** What the last action came to, and a link to copy by hand. */
  #outcome: { readonly text: string; readonly link?: string } | undefined;

  constructor(host: ActionsHost, announcer: Announcer) {
    this.#host = host;
    this.#announcer = announcer;
  }

  /** The actions that the page asks for, in its order; what is unknown is ignored. */
  get #names(): Action[] {
    return this.#host.actions.split(/\s+/).filter((name): name is Action => ACTIONS.includes(name));
  }

  /** Made only where something is kept: most carousels keep nothing. */
  get #storage(): StorageController {
    return (this.#stored ??= new StorageController(this.#host, {
      element: 'tips',
      // Not by her press, or an erase.
      onChange: () => this.#listed.clear(),
      onEvent: event => this.#host.dispatchEvent(storageEvent(event)),
    }));
  }

  /** Reads what the reader kept of these tips. */
  open({ id, version }: PackHead): void {
    if (this.#stored || this.#host.storage !== 'none') this.#storage.open(id, version);
  }

  /** What the reader keeps; undefined before she kept anything. */
  get stored(): StorageController | undefined {
    return this.#stored;
  }

  /** Ids of the tips that the reader kept. */
  get kept(): string[] {
    const { tips = [] } = this.#host.content ?? {};
    // Most readers keep nothing, and each render asks.
    return this.#stored?.values.size ? tips.map(({ id }) => id).filter(id => this.#isKept(id)) : [];
  }

  #isKept(id: string): boolean {
    return !!this.#stored?.values.has(keepKey(id));
  }

  isRead(id: string): boolean {
    return !!this.#stored?.values.has(readKey(id));
  }

  /** The page resumes, as far as it allows to keep what was read. */
  get #resumes(): boolean {
    return this.#host.start === 'resume' && this.#storage.mode !== 'none';
  }

  /** A tip was on the screen; that is remembered only where the page resumes. */
  markRead(id: string): void {
    if (this.#resumes && !this.isRead(id)) this.#storage.set([[readKey(id), true]]);
  }

  /** The reader pressed a button of ours, for the tip that it names. */
  act(name: string, id: string): void {
    const tip = this.#host.content?.tips.find(one => one.id === id);
    const action = this.#names.find((one): one is Exclude<Action, 'keep'> => one === name);
    // "My tips" has that button also where the page no longer has it: what she kept is hers to take out.
    if (name === 'keep') this.#toggle(id);
    else if (tip && action && this.#host.dispatchEvent(new RekindleTipShareEvent(tip.id, action))) {
      void this.#handOn(tip, action);
    }
  }

  #toggle(id: string): void {
    const isKept = this.#isKept(id);
    this.#storage.set([[keepKey(id), !isKept || undefined]]);
    this.#host.dispatchEvent(new RekindleTipKeepChangeEvent(id, !isKept));
  }

  /** The outcome of the last action is no longer of the tip that is shown. */
  forgetOutcome(): void {
    if (this.#outcome) this.#host.requestUpdate();
    this.#outcome = undefined;
  }

  async #handOn(tip: Tip, action: Exclude<Action, 'keep'>): Promise<void> {
    if (action === 'print') return this.#print(tip);
    const host = this.#host;
    const { title } = tip;
    const url = `${location.href.replace(/#.*$/, '')}#${encodeURIComponent(tip.id)}`;
    // Advice that involves contact never travels without the note that honours a wish for space.
    const care = tip.contact ? `\n${plainText(host.content?.care.noContact ?? '')}` : '';
    const shared = action === 'share' && (await shareText({ title, text: tipText(tip) + care, url }));
    if (shared === 'shared' || shared === 'left') return;
    const isCopied = shared === 'copied' || (await copyText(url));
    this.#outcome = isCopied ? { text: host.text('copied') } : { text: host.text('notCopied'), link: url };
    this.#announcer.announce(this.#outcome.text);
    host.requestUpdate();
  }

  #print(tip: Tip): void {
    const { content, renderRoot } = this.#host;
    if (!content) return;
    const { lang, dir, care } = content;
    const nodes = [makeCard(tip, { level: 1, step: this.#host.text('step') }), makeCare(care)];
    // Not the guide's: the printer's history tells whoever reads it no more than she chose to print.
    printNodes(renderRoot, { title: tip.title || this.#host.text('label'), lang, dir, nodes });
  }

  /**
   * Renders a toolbar for each tip that is shown, and what is kept where.
   *
   * @param seen - none where they stand in a list
   */
  render(seen: readonly Tip[]): TemplateResult {
    if (this.#host.view !== 'kept') this.#listed.clear();
    return html`${seen[0] && this.#names[0] ? this.#renderToolbars(seen) : nothing}${this.#renderStorage()}`;
  }

  /** Renders the tips that the reader kept, under the name of that view: it says how many, also where there are none. */
  renderKept(row: TipsRow): TemplateResult {
    const host = this.#host;
    const { kept } = this;
    for (const id of kept) this.#listed.add(id);
    const name = host.text('showKept', { count: kept.length });
    return html`<div class="list" part="scroll-container" role="group" aria-label=${name}>
      <p><strong>${name}</strong></p>
      ${host.content?.tips.map((tip, index) =>
        this.#listed.has(tip.id) ? html`<div>${row.card(index)}${this.renderToggle(tip, index)}</div>` : nothing,
      )}
    </div>`;
  }

  /** Renders the button that keeps a tip. Its name stays when it is pressed: the state says the rest. */
  renderToggle(tip: Tip, index: number, tabIndex = 0): TemplateResult {
    const host = this.#host;
    const { id } = tip;
    const title = nameOf(host, tip, index);
    return html`<button
      class="small controls"
      part="action"
      name="keep"
      value=${id}
      tabindex=${tabIndex}
      aria-label=${host.text('keepName', { title })}
      aria-pressed=${this.#isKept(id)}
    >
      ${host.text('keep')}
    </button>`;
  }

  /** A key in the toolbar moves its one tab stop. */
  step(button: HTMLElement, step: number): void {
    const buttons = [...(button.parentElement?.querySelectorAll<HTMLElement>(':scope > button') ?? [])];
    this.#stop = clamp(buttons.indexOf(button) + step, buttons.length);
    buttons[this.#stop]?.focus();
    this.#host.requestUpdate();
  }

  /** Side by side, as the cards are: of each it is seen which tip it is for, and the last tips have one too. */
  #renderToolbars(seen: readonly Tip[]): TemplateResult {
    return html`<div class="toolbars">
        ${seen.map((tip, i) => this.#renderToolbar(tip, this.#host.activeIndex + i, seen.length < 2))}
      </div>
      ${this.#renderOutcome()}`;
  }

  #renderToolbar(tip: Tip, index: number, isOnly: boolean): TemplateResult {
    const host = this.#host;
    const names = this.#names;
    const title = nameOf(host, tip, index);
    const stop = clamp(this.#stop, names.length);
    const tabIndex = (place: number): number => (place === stop ? 0 : -1);
    // A toolbar is a single tab stop, with arrow keys inside. Cards hold no controls.
    return html`<div
      class="row controls toolbar"
      part="actions"
      role="toolbar"
      aria-label=${isOnly ? host.text('actions') : title}
    >
      ${names.map((name, place) =>
        name === 'keep'
          ? this.renderToggle(tip, index, tabIndex(place))
          : html`<button
              class="small"
              part="action"
              name=${name}
              value=${tip.id}
              tabindex=${tabIndex(place)}
              aria-label=${host.text(`${name}Name`, { title })}
            >
              ${host.text(name)}
            </button>`,
      )}
      <slot name="actions"></slot>
    </div>`;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    if (!this.#outcome) return nothing;
    const { text, link } = this.#outcome;
    return html`<p class="small controls outcome" part="status">
      ${text}
      ${link ? html`<input class="select link" readonly aria-label=${this.#host.text('link')} .value=${link} />` : nothing}
    </p>`;
  }

  /**
   * What is kept and where; nothing before there is something to keep: what was read comes without a press, and has the line
   * from the start. Then it stays: an erase gives it the focus.
   */
  #renderStorage(): TemplateResult | typeof nothing {
    const stored = this.#stored;
    const host = this.#host;
    const { content } = host;
    if (!stored || !content) return nothing;
    const { size } = stored.values;
    if (stored.mode === 'none')
      return size ? html`<p class="muted small controls outcome">${host.text('visit')}</p>` : nothing;
    return (this.#hadAny ||= this.#resumes || size || stored.isKept || stored.problem)
      ? renderStorage(host, stored, content.lang, host.text(this.#resumes ? 'thingsRead' : 'things'))
      : nothing;
  }
}
