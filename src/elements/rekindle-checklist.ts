import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { withdrawAdvice } from '../controllers/withdrawal.ts';
import type { Theme } from '../content/model.ts';
import { clamp } from '../domain/position.ts';
import { type Answer } from '../domain/scoring.ts';
import { keptSteps } from '../domain/stops.ts';
import { renderExport, saveSheet, type ExportKind } from './checklist-export.ts';
import { renderExit, renderHelp, renderStops, type ChecklistPack } from './checklist-safety.ts';
import { renderChanges, renderResult } from './checklist-summary.ts';
import { cardMaker, renderProgress, showAnswers } from './checklist-theme.ts';
import { ChecklistBase } from './checklist-base.ts';
import {
  RekindleChecklistCompleteEvent,
  RekindleFindEvent,
  RekindleOpenEvent,
  RekindleThemeCompleteEvent,
} from './events.ts';
import { checklistStyles } from './rekindle-checklist.styles.ts';
import { node } from './node.ts';
import { renderStorage } from './storage.ts';
import { plainText, renderHeading, renderText } from './text.ts';

/** From this number of statements on, those far from the screen have no layout. */
const MANY = 100;

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
 * @slot safety - Help near the reader, in the place of help; always shown.
 * @slot summary-footer - What stands below the summary, whenever that is shown.
 * @fires {RekindleProgressChangeEvent} rekindle-progress-change - The reader answered or cleared a statement.
 * @fires {RekindleThemeCompleteEvent} rekindle-theme-complete - The reader answered the last open statement of a theme.
 * @fires {RekindleChecklistCompleteEvent} rekindle-checklist-complete - The reader answered the last open statement of all.
 * @fires {RekindleChecklistMigrateEvent} rekindle-checklist-migrate - Answers to an earlier version came to this one.
 * @fires {RekindleChecklistExitEvent} rekindle-checklist-exit - The reader leaves; cancel it to lead her away yourself, at once.
 * @fires {RekindleStorageSaveEvent} rekindle-storage-save - The reader said keep, and it worked.
 * @fires {RekindleStorageEraseEvent} rekindle-storage-erase - The answers are erased, kept or not.
 * @fires {RekindleStorageErrorEvent} rekindle-storage-error - The answers cannot be kept, or what was kept cannot be read.
 * @fires {RekindleFindEvent} rekindle-find - Asks which of the places that next steps can lead to the page has: of all of them.
 * @fires {RekindleOpenEvent} rekindle-open - The reader follows a next step; cancel it to show the place yourself.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used.
 * @csspart base - The whole element.
 * @csspart exit - The link that leaves the page.
 * @csspart title - The title.
 * @csspart progress - The text and the bar of the progress.
 * @csspart progress-bar - The bar alone.
 * @csspart notice - What became of answers to an earlier version.
 * @csspart step-title - The heading of a step or theme.
 * @csspart safety - The panel before the first theme.
 * @csspart help - Where to find help, once the reader has named a danger.
 * @csspart statement - A statement with its options.
 * @csspart legend - The words of a statement.
 * @csspart option - An option of a statement, or a line of the safety panel.
 * @csspart option-input - The radio of an option.
 * @csspart error - What a statement without its answer says, where one is required.
 * @csspart clear - The button that takes an answer back.
 * @csspart result - What the summary says of a theme.
 * @csspart result-title - The heading of that.
 * @csspart picture - The marks beside it: how far along its guidance the theme is.
 * @csspart next-link - The link of a next step.
 * @csspart navigation - The row of buttons at the end.
 * @csspart navigation-button - A button of that row.
 * @csspart consent - What a form would send.
 * @csspart storage - What is kept, where, until when, and who can see it.
 * @csspart storage-button - The buttons that keep and erase.
 * @csspart export - The ways to take the answers away.
 * @csspart export-button - A button of these.
 * @cssstate complete - Every statement is answered.
 * @cssstate saved - The reader keeps her answers.
 */
export class RekindleChecklist extends ChecklistBase {
  static override styles = checklistStyles;

  /** The statements of a theme, once it was shown. */
  #withdrawnElsewhere = '';
  readonly #cards = new Map<Theme, HTMLElement>();
  #shown: ChecklistPack | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { content } = this;
    if (content !== this.#shown || changed.has('required')) this.#renew();
    if (content) this._answering.open(content.checklist);
    this._step = clamp(this._step, this._last + 1);
  }

  override updated(): void {
    this.#spreadWithdrawal();
    if (this._isStale) for (const cards of this.#cards.values()) this.#showAnswers(cards);
    this._isStale = false;
    const reveal = this._reveal;
    this._reveal = undefined;
    if (reveal) this.shadowRoot?.getElementById(this._place)?.[reveal]();
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const { checklist, lang, dir } = pack;
    const themes = this._themes;
    const last = this._last;
    const hasSummary = this.summary !== 'off' && this.#shows(last);
    const isLocked = this.readOnly || this._isDisabled;
    return html`<div class=${this._way.isLeaving ? 'base leaving' : 'base'} part="base" lang=${lang} dir=${dir}>
      <section
        class="body ${isLocked ? 'locked' : ''} ${this._isReported ? 'reported' : ''}"
        role="group"
        aria-label=${this.label || checklist.title}
        @click=${this.#onClick}
        @input=${this.#onInput}
        @change=${this.#onChange}
      >
        ${this._way.isShown ? renderExit(this._way.url, this._way.onClick, this._way.hasShortcut, this._say) : nothing}
        <slot name="heading">${renderHeading(this.headingLevel, 'title', checklist.title)}</slot>
        ${renderProgress(this.progress, this._say)} ${this.#renderChanges()}
        ${isLocked ? html`<p class="muted small">${this.text('readOnly')}</p>` : nothing}
        ${this.#shows(0) ? this.#renderStart(pack) : nothing} ${this.#renderHelp(pack)}
        ${themes.map((theme, i) => (this.#shows(i + 1) ? this.#renderTheme(theme, i + 1) : nothing))}
        ${hasSummary ? this.#renderSummary(themes, last) : nothing}
        <div ?hidden=${!hasSummary}><slot name="summary-footer"></slot></div>
        <div class="row controls end" part="navigation">${this.#renderNavigation(last, this.#shows(last))}</div>
        ${this.mode === 'list' ? nothing : this.#renderKeeping(lang)}
        ${this.#shows(last) ? renderExport(this._notice, this._say) : nothing} ${this._announcer.render()}
      </section>
    </div>`;
  }

  #shows(index: number): boolean {
    return this.mode === 'list' || index === this._step;
  }

  #renderStepTitle(index: number, title: string): TemplateResult {
    const position = { position: index + 1, count: this._last + 1 };
    const step = html`<span class="muted small">${this.text('step', position)}</span> `;
    return renderHeading(
      this.headingLevel + 1,
      'step-title',
      html`${this.mode === 'list' ? nothing : step}${title}`,
      `step-${index}`,
    );
  }

  #renderStart({ care, checklist, lang }: ChecklistPack): TemplateResult {
    const isMemory = this.storage === 'none' && this.submit === 'none';
    return html`${this.#renderStepTitle(0, this.text('beforeTitle'))}
      <p>${renderText(checklist.intro)}</p>
      <p class="muted">${renderText(care.notADiagnosis)} ${isMemory ? this.text('memoryOnly') : nothing}</p>
      ${this.mode === 'list' ? this.#renderKeeping(lang) : nothing}
      <div class="note" part="safety">
        <p>${renderText(care.safety)}</p>
        ${renderStops(checklist.stops, this._raised, this._say)}
      </div>`;
  }

  /** What is kept, and what a form would send. */
  #renderKeeping(lang: string): unknown[] {
    const { submit, storage } = this;
    return [
      submit === 'answers' || submit === 'completion'
        ? html`<p class="small" part="consent">
            ${this.text(submit === 'answers' ? 'sentAnswers' : 'sentCompletion')}
          </p>`
        : nothing,
      renderStorage(this._answering.stored, { mode: storage, lang, say: this._say }),
    ];
  }

  #renderChanges(): unknown {
    const { changes, answers } = this._answering;
    const open = this._themes.flatMap(({ statements }) =>
      statements.flatMap(({ id, text }) => {
        const chosen = changes.changed.get(id);
        return chosen === undefined || answers.has(id) ? [] : [[text, chosen] as const];
      }),
    );
    return renderChanges(open, changes, this._say);
  }

  /** One region for all steps, so that it keeps its place and the country that the reader chose. */
  #renderHelp(pack: ChecklistPack): TemplateResult {
    const { stops, themes } = pack.checklist;
    const kept = this._themes;
    const away = themes.filter(theme => !kept.includes(theme)).map(theme => theme.title);
    const raised = stops.filter(({ id }) => this._raised.has(id));
    const { country, headingLevel } = this;
    const isAsked = this._isHelpAsked;
    return renderHelp(raised, away, { pack, country, headingLevel: headingLevel + 1, isAsked, say: this._say });
  }

  /** What a danger sets aside here, it sets aside in every element of the page, as long as it stands. */
  #spreadWithdrawal(): void {
    const withdrawn = this._withdrawn;
    const all = [...withdrawn].join();
    if (all === this.#withdrawnElsewhere) return;
    this.#withdrawnElsewhere = all;
    withdrawAdvice(this, withdrawn);
  }

  #renderTheme(theme: Theme, index: number): TemplateResult {
    let cards = this.#cards.get(theme);
    if (!cards) {
      cards = node(
        'div',
        { className: this.progress.total > MANY ? 'cards many' : 'cards' },
        ...theme.statements.map(cardMaker(this._choices, this.required, this._say)),
      );
      this.#showAnswers(cards);
      this.#cards.set(theme, cards);
    }
    const isLive = this.summary === 'live' && this._bandOf(theme);
    return html`${this.#renderStepTitle(index, theme.title)} ${cards}
    ${isLive ? this.#renderResult(theme, index) : nothing}`;
  }

  #renderSummary(themes: readonly Theme[], last: number): TemplateResult {
    return html`${this.#renderStepTitle(last, this.text('summaryTitle'))}
      <p>${this.text('summaryIntro')}</p>
      ${themes.map((theme, i) => this.#renderResult(theme, i + 1))}`;
  }

  #renderResult(theme: Theme, index: number): TemplateResult {
    const band = this._bandOf(theme);
    return renderResult(theme, {
      headingLevel: this.headingLevel + 2,
      say: this._say,
      band,
      next: keptSteps(band?.next ?? [], this._withdrawn),
      href: target => this.#hrefOf(target),
      back: this.#renderButton(index, this.text('goTo', { theme: theme.title })),
    });
  }

  #renderNavigation(last: number, isEnd: boolean): unknown[] {
    const step = this._step;
    const steps = this.mode !== 'list';
    const onward = step === 0 ? 'begin' : step === last - 1 && this.summary !== 'off' ? 'toSummary' : 'next';
    return [
      steps && step ? this.#renderButton(step - 1, this.text('back')) : nothing,
      steps && step < last ? this.#renderButton(step + 1, this.text(onward), 'primary') : nothing,
      isEnd ? this.#renderButton(0, this.text('again')) : nothing,
      isEnd ? this.#renderButton('', this.text('clearAll'), 'plain') : nothing,
    ];
  }

  /** A button that shows a step, or clears all. */
  #renderButton(step: number | '', text: string, look = ''): TemplateResult {
    const name = step === '' ? 'reset' : 'show';
    return html`<button class="${look} controls" part="navigation-button" name=${name} value=${step}>${text}</button>`;
  }

  #hrefOf(target: string): string | undefined {
    const link = node('a', { href: this.guideUrl, hash: target.replace(/.*\//, '') });
    if (this.guideUrl && /^https?:$/.test(link.protocol)) return link.href;
    // Helplines are never far: where the page has none, ours come.
    return target === 'helplines' || this.#has(target) ? `#${target.replace(/.*\//, '')}` : undefined;
  }

  /** Asks for all places that there are: to ask for those alone that fit would tell the answers. */
  #has(target: string): boolean {
    if (!this._found) {
      const bands = this.content?.checklist.themes.flatMap(theme => theme.bands) ?? [];
      const event = new RekindleFindEvent([
        ...new Set(bands.flatMap(({ next }) => next.flatMap(step => step.target ?? []))),
      ]);
      this._found = event.found;
      this.dispatchEvent(event);
    }
    return this._found.has(target);
  }

  #showAnswers(cards: ParentNode): void {
    showAnswers(cards, this._choices, this._answering.answers, this._isDisabled);
  }

  /** Other words: what was made from the old ones goes. */
  #renew(): void {
    this.#shown = this.content;
    this.#cards.clear();
    this._found = undefined;
    const known = new Set(this.content?.checklist.stops.map(({ id }) => id));
    for (const id of this._raised) if (!known.has(id)) this._raised.delete(id);
  }

  #answer(id: string, answer: Answer | undefined): void {
    const isNew = !this._answering.answers.has(id);
    this._answering.set(id, answer);
    this._tell();
    const { answers } = this._answering;
    const theme = this._themes.find(({ statements }) => statements.some(one => one.id === id));
    if (!isNew || !theme?.statements.every(one => answers.has(one.id))) return;
    this._announcer.announce(this.text('themeDone', { theme: theme.title }));
    this.dispatchEvent(new RekindleThemeCompleteEvent(theme.id));
    if (this._isComplete) this.dispatchEvent(new RekindleChecklistCompleteEvent());
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>('[data-to]');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey))
      this.#open(link.dataset.to ?? '', event);
    const button = target.closest('button');
    if (button?.name === 'show') this._show(Number(button.value), 'focus');
    if (button?.name === 'clear' && !this.readOnly) {
      // The button goes away with the answer.
      const fieldset = button.closest('fieldset');
      fieldset?.querySelector('input')?.focus();
      this.#answer(button.value, undefined);
      this._isStale = true;
    }
    if (button?.name === 'export') {
      const kind = button.value as ExportKind | '';
      if (kind) saveSheet(kind, this.exportAs(kind));
      else this.print();
    }
    if (button?.name === 'reset') {
      this._answering.clear();
      this._restart();
      this._step = Infinity;
      this._announcer.announce(this.text('allCleared'));
      this._tell();
    }
  };

  #open(to: string, event: Event): void {
    if (!this.dispatchEvent(new RekindleOpenEvent(to))) event.preventDefault();
    else if (to === 'helplines' && !this.guideUrl) {
      event.preventDefault();
      this._isHelpAsked = true;
      this._place = 'help';
      this._reveal = 'focus';
      this.requestUpdate();
    }
  }

  /** An answer stays with the reader: a native `input` event would leave the shadow root. */
  readonly #onInput = (event: Event): void => event.stopPropagation();

  readonly #onChange = (event: Event): void => {
    event.stopPropagation();
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    if (input.type === 'file') return void this.#openFile(input);
    if (input.type === 'radio') {
      if (this.readOnly) this._isStale = true;
      else {
        input.closest('fieldset')?.classList.add('answered');
        this.#answer(input.name, this._choices[Number(input.value)]?.[0] ?? null);
      }
      return this.requestUpdate();
    }
    if (input.checked) this._raised.add(input.value);
    else this._raised.delete(input.value);
    const stop = this.content?.checklist.stops.find(({ id }) => id === input.value);
    this._announcer.announce(input.checked && stop ? plainText(stop.message) : '');
  };

  async #openFile(input: HTMLInputElement): Promise<void> {
    const text = await input.files?.[0]?.text().catch(() => '');
    if (text === undefined) return;
    input.value = '';
    const isOpen = this.load(text);
    this._notice = this.text(isOpen ? 'opened' : 'unfit');
    this._announcer.announce(this._notice);
    if (isOpen) this._tell();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-checklist': RekindleChecklist;
  }
}
