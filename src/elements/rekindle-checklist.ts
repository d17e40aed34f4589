import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../controllers/announcer.ts';
import type { ChecklistMessages } from '../content/messages.ts';
import type { Theme } from '../content/model.ts';
import { checklistPack } from '../content/schema.ts';
import { clamp } from '../domain/position.ts';
import { bandOf, progressOf, type Answer, type Progress } from '../domain/scoring.ts';
import { keptSteps, keptThemes, withdrawnTargets } from '../domain/stops.ts';
import { isSafeUrl } from '../domain/url.ts';
import { renderExit, renderHelp, renderStops, type ChecklistPack, type Say } from './checklist-safety.ts';
import { renderGuidance, renderProgress, renderStatement, type Choice } from './checklist-theme.ts';
import { ContentMixin } from './content-mixin.ts';
import { RekindleProgressChangeEvent } from './events.ts';
import { checklistStyles } from './rekindle-checklist.styles.ts';
import { plainText, renderHeading, renderText } from './text.ts';

/** Where "Leave this page" leads: busy, neutral, and what GOV.UK's "Exit this page" opens. */
const EXIT_URL = 'https://www.bbc.com/weather';

/**
 * A private self-assessment: statements by theme, and a few words for each. Answers stay in memory, nothing is scored as a
 * whole, and a danger that the reader names withdraws the advice that could harm her.
 *
 * ```html
 * <rekindle-checklist country="NZ"></rekindle-checklist>
 * ```
 *
 * @tagname rekindle-checklist
 * @slot - What the page shows before the script runs, and when it never does.
 * @fires {RekindleProgressChangeEvent} rekindle-progress-change - The reader answered or cleared a statement.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used.
 * @csspart base - The whole element.
 * @csspart exit - The link that leaves the page.
 * @csspart title - The title.
 * @csspart progress - The text and the bar of the progress.
 * @csspart progress-bar - The bar alone.
 * @csspart step-title - The heading of a step or theme.
 * @csspart safety - The panel before the first theme.
 * @csspart help - Where to find help, once the reader has named a danger.
 * @csspart statement - A statement with its options.
 * @csspart option - An option of a statement, or a line of the safety panel.
 * @csspart clear - The button that takes an answer back.
 * @csspart result - What the summary says of a theme.
 * @csspart result-title - The heading of that.
 * @csspart navigation - The row of buttons at the end.
 * @csspart navigation-button - A button of that row.
 */
export class RekindleChecklist extends ContentMixin<ChecklistPack, ChecklistMessages>(LitElement, checklistPack) {
  static override styles = checklistStyles;

  /** One theme at a time, or all of them on one page. */
  @property({ reflect: true }) mode: 'steps' | 'list' = 'steps';

  /** Country of the helplines, as an ISO 3166-1 alpha-2 code. Without it the reader chooses. */
  @property() country = '';

  /** Where "Leave this page" leads instead: an http: or https: address. */
  @property({ attribute: 'exit-url' }) exitUrl = '';

  /** How far the reader is; themes that are withdrawn do not count. */
  get progress(): Progress {
    return progressOf(this.#themes, this.#answers);
  }

  /** Brings a theme into view. Does nothing for one that is unknown or withdrawn. */
  goTo(themeId: string): void {
    const index = this.#themes.findIndex(({ id }) => id === themeId);
    if (index >= 0) this.#show(index + 1, 'scrollIntoView');
  }

  /** Forgets everything, and returns to the start. */
  reset(): void {
    this.#answers.clear();
    this.#raised.clear();
    this.#announcer.announce('');
    this._step = 0;
  }

  /** 0 is the start, the last one the summary, and the themes are in between. */
  @state() private _step = 0;
  @state() private _isLeaving = false;
  readonly #announcer = new Announcer(this);
  readonly #answers = new Map<string, Answer>();
  readonly #raised = new Set<string>();
  #shown: ChecklistPack | undefined;
  /** What the next update does with the heading of the step. */
  #reveal: 'focus' | 'scrollIntoView' | undefined;
  #place = 0;
  readonly #say: Say = (key, values) => this.text(key, values);

  get #withdrawn(): Set<string> {
    return withdrawnTargets(this.content?.checklist.stops ?? [], this.#raised);
  }

  get #themes(): readonly Theme[] {
    return keptThemes(this.content?.checklist.themes ?? [], this.#withdrawn);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.content !== this.#shown) this.#forgetUnknown();
    this._step = clamp(this._step, this.#themes.length + 2);
  }

  override updated(): void {
    const reveal = this.#reveal;
    this.#reveal = undefined;
    if (reveal) this.shadowRoot?.getElementById(`step-${this.#place}`)?.[reveal]();
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const { checklist, lang, dir } = pack;
    const themes = this.#themes;
    const last = themes.length + 1;
    const shows = (index: number): boolean => this.mode === 'list' || index === this._step;
    return html`<div class=${this._isLeaving ? 'base leaving' : 'base'} part="base" lang=${lang} dir=${dir}>
      <section
        class="body"
        role="group"
        aria-label=${this.label || checklist.title}
        @click=${this.#onClick}
        @input=${this.#onInput}
        @change=${this.#onChange}
      >
        ${renderExit(this.#exit, this.#onExit, this.#say)} ${renderHeading(this.headingLevel, 'title', checklist.title)}
        ${renderProgress(this.progress, this.#say)} ${shows(0) ? this.#renderStart(pack) : nothing}
        ${this.#renderHelp(pack)}
        ${themes.map((theme, i) => (shows(i + 1) ? this.#renderTheme(theme, i + 1) : nothing))}
        ${shows(last) ? this.#renderSummary(themes, last) : nothing}
        <div class="row controls end" part="navigation">${this.#renderNavigation(last, shows(last))}</div>
        ${this.#announcer.render()}
      </section>
    </div>`;
  }

  #renderStepTitle(index: number, title: string): TemplateResult {
    const position = { position: index + 1, count: this.#themes.length + 2 };
    const step = html`<span class="muted small">${this.text('step', position)}</span> `;
    return renderHeading(
      this.headingLevel + 1,
      'step-title',
      html`${this.mode === 'list' ? nothing : step}${title}`,
      `step-${index}`,
    );
  }

  #renderStart({ care, checklist }: ChecklistPack): TemplateResult {
    return html`${this.#renderStepTitle(0, this.text('beforeTitle'))}
      <p>${renderText(checklist.intro)}</p>
      <p class="muted">${renderText(care.notADiagnosis)} ${this.text('memoryOnly')}</p>
      <div class="note" part="safety">
        <p>${renderText(care.safety)}</p>
        ${renderStops(checklist.stops, this.#raised, this.#say)}
      </div>`;
  }

  /** One region for all steps, so that it keeps its place and the country that the reader chose. */
  #renderHelp(pack: ChecklistPack): TemplateResult {
    const { stops, themes } = pack.checklist;
    const kept = this.#themes;
    const away = themes.filter(theme => !kept.includes(theme)).map(theme => theme.title);
    const raised = stops.filter(({ id }) => this.#raised.has(id));
    const { country, headingLevel } = this;
    return renderHelp(raised, away, { pack, country, headingLevel: headingLevel + 1, say: this.#say });
  }

  #renderTheme({ title, statements }: Theme, index: number): TemplateResult {
    const choices = this.#choices;
    return html`${this.#renderStepTitle(index, title)}
    ${statements.map(one => renderStatement(one, choices, { answer: this.#answers.get(one.id), say: this.#say }))}`;
  }

  #renderSummary(themes: readonly Theme[], last: number): TemplateResult {
    return html`${this.#renderStepTitle(last, this.text('summaryTitle'))}
      <p>${this.text('summaryIntro')}</p>
      ${themes.map((theme, i) => this.#renderResult(theme, i + 1))}`;
  }

  #renderResult(theme: Theme, index: number): TemplateResult {
    const band = bandOf(theme, Math.max(...this.#choices.map(([value]) => value ?? 0)), this.#answers);
    const next = keptSteps(band?.next ?? [], this.#withdrawn);
    return html`<div class="card" part="result">
      ${renderHeading(this.headingLevel + 2, 'result-title', theme.title)}
      ${
        band
          ? renderGuidance(band, next, this.#say)
          : html`<p class="muted">${this.text('notEnough')}</p>
              ${this.#renderButton(index, this.text('goTo', { theme: theme.title }))}`
      }
    </div>`;
  }

  #renderNavigation(last: number, hasSummary: boolean): unknown[] {
    const step = this._step;
    const steps = this.mode !== 'list';
    const onward = step === 0 ? 'begin' : step === last - 1 ? 'toSummary' : 'next';
    return [
      steps && step ? this.#renderButton(step - 1, this.text('back')) : nothing,
      steps && step < last ? this.#renderButton(step + 1, this.text(onward), 'primary') : nothing,
      hasSummary ? this.#renderButton(0, this.text('again')) : nothing,
      hasSummary ? this.#renderButton('', this.text('clearAll'), 'plain') : nothing,
    ];
  }

  /** A button that shows a step, or clears all. */
  #renderButton(step: number | '', text: string, look = ''): TemplateResult {
    const name = step === '' ? 'reset' : 'show';
    return html`<button class="${look} controls" part="navigation-button" name=${name} value=${step}>${text}</button>`;
  }

  /** What can be chosen for each statement. */
  get #choices(): readonly Choice[] {
    const { options = [], optOut } = this.content?.checklist.scale ?? {};
    return [...options.map(({ value, label }) => [value, label] as const), [null, optOut?.label ?? '']];
  }

  get #exit(): string {
    return /^http/i.test(this.exitUrl) && isSafeUrl(this.exitUrl) ? this.exitUrl : EXIT_URL;
  }

  #forgetUnknown(): void {
    this.#shown = this.content;
    const { themes = [], stops = [] } = this.content?.checklist ?? {};
    const known = new Set([...themes.flatMap(({ statements }) => statements), ...stops].map(({ id }) => id));
    const values = new Set(this.#choices.map(([value]) => value));
    for (const [id, answer] of this.#answers) if (!known.has(id) || !values.has(answer)) this.#answers.delete(id);
    for (const id of this.#raised) if (!known.has(id)) this.#raised.delete(id);
  }

  #show(step: number, reveal: 'focus' | 'scrollIntoView'): void {
    if (this.mode !== 'list') this._step = step;
    this.#place = step;
    this.#reveal = reveal;
    this.requestUpdate();
  }

  /** Tells the page how far the reader is, and nothing else. */
  #tell(): void {
    this.requestUpdate();
    const { answered, total } = this.progress;
    this.dispatchEvent(new RekindleProgressChangeEvent(answered, total));
  }

  readonly #onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (button?.name === 'show') this.#show(Number(button.value), 'focus');
    if (button?.name === 'clear') {
      // The button goes away with the answer.
      button.closest('fieldset')?.querySelector('input')?.focus();
      this.#answers.delete(button.value);
      this.#tell();
    }
    if (button?.name === 'reset') {
      this.reset();
      this._step = Infinity;
      this.#announcer.announce(this.text('allCleared'));
      this.#tell();
    }
  };

  /** An answer stays with the reader: a native `input` event would leave the shadow root. */
  readonly #onInput = (event: Event): void => event.stopPropagation();

  readonly #onChange = (event: Event): void => {
    event.stopPropagation();
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    if (input.type === 'radio') {
      this.#answers.set(input.name, this.#choices[Number(input.value)]?.[0] ?? null);
      this.#tell();
      return;
    }
    if (input.checked) this.#raised.add(input.value);
    else this.#raised.delete(input.value);
    const stop = this.content?.checklist.stops.find(({ id }) => id === input.value);
    this.#announcer.announce(input.checked && stop ? plainText(stop.message) : '');
  };

  readonly #onExit = (event: MouseEvent): void => {
    // A new tab or window is the reader's own wish.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.reset();
    this._isLeaving = true;
    window.addEventListener('pageshow', () => (this._isLeaving = false), { once: true });
    // Not assign(): Back should not lead here.
    location.replace(this.#exit);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-checklist': RekindleChecklist;
  }
}
