import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { askFile } from '../controllers/hand-over.ts';
import { PrintController } from '../controllers/print-controller.ts';
import type { Theme } from '../content/model.ts';
import { clamp } from '../domain/position.ts';
import type { Answer } from '../domain/scoring.ts';
import { stepsLeft } from '../domain/stops.ts';
import { ChecklistBase } from './checklist-base.ts';
import { renderExport, saveSheet, type ExportAction } from './checklist-export.ts';
import { findPlaces, hrefOf } from './checklist-places.ts';
import { renderExit, renderHelp, renderStops } from './checklist-safety.ts';
import { makeStatements, showAnswers } from './checklist-statements.ts';
import { renderChanges, renderResult } from './checklist-summary.ts';
import type { ChecklistPack } from './checklist-words.ts';
import { RekindleChecklistCompleteEvent, RekindleOpenEvent, RekindleThemeCompleteEvent } from './events.ts';
import { countPart } from './lazy-layout.ts';
import { checklistStyles } from './rekindle-checklist.styles.ts';
import { renderStorage } from './storage.ts';
import { htmlAt, plainText, renderHeading, renderText } from './text.ts';

/**
 * A private self-assessment: statements by theme, a few words for each, and help first where the reader names a danger.
 *
 * Nothing is scored as a whole, and nothing is kept or sent unless the page allows it and the reader says so. A danger that
 * she names withdraws the advice that could harm her, and is never kept, sent or told.
 *
 * ```html
 * <rekindle-checklist country="NZ" storage="local"></rekindle-checklist>
 * ```
 *
 * @tagname rekindle-checklist
 * @slot - What the page shows before the script runs, and when it never does.
 * @slot heading - A heading in place of the title.
 * @slot intro - What stands at the start in place of the intro.
 * @slot consent - What the page says of sending, in place of ours; shown where `submit` sends anything.
 * @slot actions - Buttons of the page, after ours.
 * @slot safety - Help near the reader, in the place of help; always shown.
 * @slot summary-footer - What stands below the summary, whenever that is shown.
 * @fires {RekindleProgressChangeEvent} rekindle-progress-change - The reader answered or cleared a statement, cleared all, or opened a saved file. `answered`, `total`.
 * @fires {RekindleThemeCompleteEvent} rekindle-theme-complete - The reader answered the last open statement of a theme. `themeId`.
 * @fires {RekindleChecklistCompleteEvent} rekindle-checklist-complete - The reader answered the last open statement of all; none while a danger withdraws some.
 * @fires {RekindleChecklistMigrateEvent} rekindle-checklist-migrate - Answers to an earlier version came to this one. `renamed`, `dropped`, `changed`.
 * @fires {RekindleChecklistExitEvent} rekindle-checklist-exit - The reader leaves; cancel it to lead her away yourself, at once.
 * @fires {RekindleStorageSaveEvent} rekindle-storage-save - The reader said keep, and it worked.
 * @fires {RekindleStorageEraseEvent} rekindle-storage-erase - The answers are erased, kept or not.
 * @fires {RekindleStorageErrorEvent} rekindle-storage-error - The answers cannot be kept, or what was kept cannot be read. `reason`.
 * @fires {RekindleFindEvent} rekindle-find - Asks which of the places that next steps can lead to the page has: of all of them. `all`, `found`.
 * @fires {RekindleOpenEvent} rekindle-open - The reader follows a next step; cancel it to show the place yourself. `to`.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used. `message`.
 * @csspart base - The whole element.
 * @csspart exit - The link that leaves the page.
 * @csspart title - The title.
 * @csspart progress - The text and the bar of the progress.
 * @csspart progress-bar - The bar of the progress.
 * @csspart notice - What became of answers to an earlier version.
 * @csspart step-title - The heading of a step or theme.
 * @csspart safety - The panel before the first theme.
 * @csspart help - Where to find help, once the reader has named a danger.
 * @csspart statement - A statement with its options.
 * @csspart legend - The words of a statement.
 * @csspart option - An option of a statement, or a line of the safety panel.
 * @csspart option-input - The radio of an option.
 * @csspart error - What is missing, at a statement that needs an answer.
 * @csspart clear - The button that takes an answer back.
 * @csspart result - What the summary says of a theme.
 * @csspart result-title - The heading of a theme in the summary.
 * @csspart picture - The row of marks beside a theme in the summary, which shows its level.
 * @csspart next-link - The link of a next step.
 * @csspart navigation - The row of buttons at the end.
 * @csspart navigation-button - A button of the row at the end.
 * @csspart consent - What a form would send.
 * @csspart storage - What is kept, where, until when, and who can see it.
 * @csspart storage-button - The buttons that keep and erase.
 * @csspart export - The ways to take the answers away.
 * @csspart export-button - A button that saves or prints the answers.
 * @cssstate complete - Every statement is answered.
 * @cssstate saved - The reader keeps her answers.
 */
export class RekindleChecklist extends ChecklistBase {
  static override styles = checklistStyles;

  /** The statements of a theme, once it was shown. */
  readonly #cards = new Map<Theme, HTMLElement>();
  #shown: ChecklistPack | undefined;
  /** The themes of the last render, by which the step counts. */
  #themes: readonly Theme[] = [];
  /** Statements in which the reader pressed something. */
  readonly #pressed = new Set<HTMLFieldSetElement>();
  /** The places that the page has; undefined before a next step leads to one. */
  #places: ReadonlySet<string> | undefined;
  readonly #print = new PrintController(this);

  override firstUpdated(): void {
    for (const type of ['click', 'input', 'change', 'focusin']) this.renderRoot.addEventListener(type, this);
  }

  /** @internal */
  handleEvent(event: Event): void {
    // What the page slotted in is its own.
    if (!this.renderRoot.contains(event.target as Node)) return;
    if (event.type === 'focusin') return this._onFocus();
    if (event.type === 'click') return this.#onClick(event as MouseEvent);
    // What she chooses stays with her: a native event would leave the shadow root.
    event.stopPropagation();
    if (event.type === 'change') this.#onChange(event.target as HTMLInputElement);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A form reads attributes. The browser answers at once that it is disabled.
    this.toggleAttribute('disabled', this.disabled);
    this.toggleAttribute('readonly', this.readOnly);
    if (this.name !== (this.getAttribute('name') ?? '')) this.setAttribute('name', this.name);
    const { content } = this;
    const isOther = content !== this.#shown;
    // Other words: what was made from the old ones goes.
    if (isOther) {
      this.#shown = content;
      this.#cards.clear();
      this.#places = undefined;
      // With answers that were kept, what stands below in the page is asked for its places before it has its words.
      setTimeout(() => this.#askAgain());
    }
    if (content) {
      this._stops.open(content.checklist.id, content.checklist.stops);
      this._answering.open(content.checklist);
      if (isOther) this._answering.load(this._held, true);
      this._held = undefined;
      // Themes came or went: she stays in hers, or in the summary.
      const themes = this._themes;
      const theme = this.#themes[this._step - 1];
      if (theme) this._step = themes.findIndex(({ id }) => id === theme.id) + 1 || this._step;
      else if (this._step) this._step = Infinity;
      this.#themes = themes;
      this._step = clamp(this._step, this._last + 1);
    }
    // What is not asked for any more is not missing.
    if (!this.required || this._isLocked) this._isReported = false;
    if (this._isStale || changed.has('readOnly') || changed.has('required'))
      this.#cards.forEach(cards => showAnswers(this, cards.querySelectorAll('fieldset')));
    else showAnswers(this, this.#pressed);
    this._isStale = false;
    this.#pressed.clear();
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const { checklist, lang, dir } = pack;
    const themes = this._themes;
    const last = this._last;
    const isEnd = this.#shows(last);
    const statements = themes.flatMap(theme => theme.statements);
    const away = checklist.themes.filter(theme => !themes.includes(theme)).map(theme => theme.title);
    // Paper to fill in by hand has none.
    const isBlank = this.#print.isPrinting && !themes.some(theme => this._bandOf(theme));
    const hasSummary = this.summary !== 'off' && isEnd && !isBlank;
    return html`<div class="base" part="base" lang=${lang} dir=${dir}>
      <section class="body" role="group" aria-label=${this.label || checklist.title}>
        ${this._way.isShown ? renderExit(this, this._way) : nothing}
        <slot name="heading">${renderHeading(this.headingLevel, 'title', checklist.title)}</slot>
        ${this.#renderProgress()} ${renderChanges(this, statements, this._answering)}
        ${this._isLocked ? html`<p class="muted small">${this.text('readOnly')}</p>` : nothing}
        ${this.#shows(0) ? this.#renderStart(pack) : nothing}
        ${renderHelp(this, this._stops.raised, away, this._isHelpAsked)}
        ${themes.map((theme, i) => (this.#shows(i + 1) ? this.#renderTheme(theme, i + 1) : nothing))}
        ${hasSummary ? this.#renderSummary(themes, last) : nothing}
        <div ?hidden=${!hasSummary}><slot name="summary-footer"></slot></div>
        <div class="row controls" part="navigation">
          ${this.#renderNavigation(last, isEnd)}<slot name="actions"></slot>
        </div>
        ${this.mode === 'list' ? nothing : this.#renderKeeping(lang)}
        ${this._answering.stored.problem ? html`<p class="small controls">${this.text('notSaved')}</p>` : nothing}
        ${isEnd ? renderExport(this, this._notice, this._isLocked) : nothing}
        ${isEnd && !this._isLocked ? this.#renderClearAll() : nothing}
        <div class="hidden" role="status"></div>
      </section>
    </div>`;
  }

  /** On paper, too, all themes stand below each other. */
  get #isList(): boolean {
    return this.mode === 'list' || this.#print.isPrinting;
  }

  /** @internal No answer can change. */
  get _isLocked(): boolean {
    return this.readOnly || this._isDisabled;
  }

  #shows(index: number): boolean {
    return this.#isList || index === this._step;
  }

  /** How far the reader is, in words; the bar is for the eyes: screen readers say "2 percent", or beep, after each answer. */
  #renderProgress(): TemplateResult {
    const { answered, total } = this.progress;
    return html`<div class="row controls" part="progress" role="group" aria-label=${this.text('progressLabel')}>
      <span class="muted small">${this.text('progress', { answered, count: total })}</span>
      <progress part="progress-bar" aria-hidden="true" max=${total || 1} .value=${answered}></progress>
    </div>`;
  }

  /** @param content - what stands below the title */
  #renderStep(index: number, title: string, content: unknown): TemplateResult {
    const position = { position: index + 1, count: this._last + 1 };
    const html = htmlAt(this.headingLevel + 1);
    return html`<h0 part="step-title" tabindex="-1"
        >${this.#isList ? title : [html`<span class="muted small">${this.text('step', position)}</span> `, title]}</h0
      >${content}`;
  }

  #renderStart({ care, checklist, lang }: ChecklistPack): TemplateResult {
    const memory = this.submit === 'none' ? 'memoryOnly' : 'memoryUntilSent';
    const content = html`<slot name="intro"><p>${renderText(checklist.intro)}</p></slot>
      <p class="muted">
        ${renderText(care.notADiagnosis)} ${this.stored.mode === 'none' ? this.text(memory) : nothing}
      </p>
      ${this.mode === 'list' ? this.#renderKeeping(lang) : nothing}
      <div class="note" part="safety">
        <p>${renderText(care.safety)}</p>
        ${renderStops(this, this._stops)}
      </div>`;
    return this.#renderStep(0, this.text('beforeTitle'), content);
  }

  /** What is kept, and what a form would send. */
  #renderKeeping(lang: string): unknown {
    const sent = this.text(`sent-${this.submit as 'answers'}`);
    const kept = renderStorage(this, this._answering.stored, lang);
    return sent ? [html`<p class="small" part="consent"><slot name="consent">${sent}</slot></p>`, kept] : kept;
  }

  #renderTheme(theme: Theme, index: number): TemplateResult {
    let cards = this.#cards.get(theme);
    if (!cards) {
      cards = makeStatements(theme.statements, this._choices);
      // What is written out has the same size before and after: see src/README.md.
      if (!isServer && !this.isWritten && countPart(theme.statements.length)) cards.className = 'far';
      this.#cards.set(theme, cards);
      // As they are made, nothing is answered.
      if (this._isDisabled || this._isReported || this._answering.answers.size)
        showAnswers(this, cards.querySelectorAll('fieldset'));
    }
    const isLive = this.summary === 'live';
    return this.#renderStep(index, theme.title, isLive ? [cards, ...this.#renderResults([theme])] : cards);
  }

  #renderSummary(themes: readonly Theme[], last: number): TemplateResult {
    const open = themes.flatMap((theme, i) => (this._bandOf(theme) ? [] : this.#renderButton(theme.title, i + 1)));
    const content = html`<p>${this.text('summaryIntro')}</p>
      ${this.#renderResults(themes)}
      ${
        open.length
          ? html`<p class="muted controls">${this.text('notEnough')}</p>
              <div class="row controls">${open}</div>`
          : nothing
      }`;
    return this.#renderStep(last, this.text('summaryTitle'), content);
  }

  /** What fits the themes that have answers enough. */
  #renderResults(themes: readonly Theme[]): TemplateResult[] {
    return themes.flatMap(theme => {
      const band = this._bandOf(theme);
      if (!band) return [];
      const next = stepsLeft(band.next, this._stops.withdrawn).map(
        step => [step, step.target && this.#hrefOf(step.target)] as const,
      );
      return renderResult(this, theme, band, next);
    });
  }

  #hrefOf(target: string): string | undefined {
    return hrefOf(target, this.guideUrl, to => {
      this.#places ??= findPlaces(this, this._all);
      return this.#places.has(to);
    });
  }

  /** The page may have other places now. By the reader's answers, never by a render: one for a danger would tell of it. */
  #askAgain(): void {
    if (!this.#places) return;
    this.#places = findPlaces(this, this._all);
    this.requestUpdate();
  }

  #renderNavigation(last: number, isEnd: boolean): unknown[] {
    const step = this._step;
    const steps = !this.#isList;
    const onward = step === 0 ? 'begin' : step === last - 1 && this.summary !== 'off' ? 'toSummary' : 'next';
    return [
      steps && step ? this.#renderButton(this.text('back'), step - 1) : nothing,
      steps && step < last
        ? html`<button class="primary" part="navigation-button" name="show" value=${step + 1}>
            ${this.text(onward)}
          </button>`
        : nothing,
      isEnd ? this.#renderButton(this.text('again'), 0) : nothing,
    ];
  }

  /** Nothing brings answers back: one press more, by a native `details`. */
  #renderClearAll(): TemplateResult {
    return html`<details class="controls">
      <summary>${this.text('clearAll')}</summary>
      <p class="small">${this.text('clearAllNote')}</p>
      <button part="navigation-button" name="reset">${this.text('clearNow')}</button>
    </details>`;
  }

  /** A button that shows a step. */
  #renderButton(text: string, step: number): TemplateResult {
    return html`<button part="navigation-button" name="show" value=${step}>${text}</button>`;
  }

  /** @param control - what she pressed */
  #answer(id: string, answer: Answer | undefined, control: Element): void {
    const isNew = !this._answering.answers.has(id);
    if (!this.readOnly) this._answering.set(id, answer);
    this.#askAgain();
    this.#pressed.add(control.closest('fieldset') as HTMLFieldSetElement);
    this.requestUpdate();
    if (this.readOnly) return;
    // Before the page hears of it: it may send the form at once.
    this._inform();
    const isAll = this._tell();
    const { answers } = this._answering;
    const theme = this._themes.find(({ statements }) => statements.some(one => one.id === id));
    if (!isNew || !theme?.statements.every(one => answers.has(one.id))) return;
    this._announcer.announce(this.text('themeDone', { theme: theme.title }));
    this.dispatchEvent(new RekindleThemeCompleteEvent(theme.id));
    if (isAll) this.dispatchEvent(new RekindleChecklistCompleteEvent());
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    // A new tab or window is the reader's own wish.
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link = target.closest<HTMLAnchorElement>('a');
    if (link?.part.contains('exit') && isPlain) {
      event.preventDefault();
      this.leave();
    }
    if (link?.dataset.to && isPlain) this.#open(link.dataset.to, event);
    const { name, value = '' } = target.closest('button') ?? {};
    if (name === 'export') this.#takeAway(value as ExportAction);
    if (name === 'clear') {
      // The button goes away with the answer.
      target.closest('fieldset')?.querySelector('input')?.focus();
      this.#answer(value, undefined, target);
    }
    if (name === 'reset') this.#clearAll(target.closest('details'));
    if (name === 'show') {
      this.#askAgain();
      void this._show(Number(value), 'focus');
    }
  }

  #clearAll(fold: HTMLDetailsElement | null): void {
    fold?.querySelector('summary')?.focus();
    fold?.removeAttribute('open');
    this._answering.clear();
    this._stops.clear();
    this._restart();
    this._step = Infinity;
    this._announcer.announce(this.text('allCleared'));
    this._tell();
  }

  #open(to: string, event: Event): void {
    if (!this.dispatchEvent(new RekindleOpenEvent(to))) event.preventDefault();
    else if (to === 'helplines') {
      event.preventDefault();
      void this.#showHelp();
    }
  }

  async #showHelp(): Promise<void> {
    this._isHelpAsked = true;
    this.requestUpdate();
    await this.updateComplete;
    this.shadowRoot?.getElementById('help')?.focus();
  }

  #onChange(input: HTMLInputElement): void {
    const { name, value, checked, type } = input;
    // A radio shows by itself that it was pressed; a danger is answered at once.
    this._isPressed = type === 'radio';
    if (this._isPressed) return this.#answer(name, this._choices[Number(value)]?.[0] ?? null, input);
    this._stops.set(value, checked);
    const stop = this._stops.raised.find(({ id }) => id === value);
    this._announcer.announce(stop ? plainText(stop.message) : '');
  }

  #takeAway(action: ExportAction): void {
    if (action === 'print') this.print();
    else if (action === 'open') askFile('.json,application/json', file => void this.#openFile(file));
    else saveSheet(action, this.exportAs(action));
  }

  async #openFile(file: File): Promise<void> {
    const isOpen = this.load(await file.text().catch(() => ''));
    this._notice = this.text(isOpen ? 'opened' : 'unfit');
    this._announcer.announce(this._notice);
    this.requestUpdate();
    if (isOpen) this._tell();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-checklist': RekindleChecklist;
  }
}
