import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnswerController } from '../controllers/answer-controller.ts';
import { Announcer, inRegion } from '../controllers/announcer.ts';
import { setState } from '../controllers/custom-states.ts';
import { ExitController } from '../controllers/exit-controller.ts';
import type { StorageController, StorageProblem } from '../controllers/storage-controller.ts';
import { StopsController } from '../controllers/stops-controller.ts';
import { today } from '../controllers/today.ts';
import { checklistGroups, type ChecklistMessages } from '../content/messages.ts';
import type { Band, Theme } from '../content/model.ts';
import { checklistPack } from '../content/schema.ts';
import type { RekindleResponse } from '../domain/response.ts';
import { bandOf, progressOf, type Answer, type Progress } from '../domain/scoring.ts';
import { sheetCsv, sheetText, type Sheet } from '../domain/sheet.ts';
import { stepsLeft, themesLeft } from '../domain/stops.ts';
import { printSheet, type ExportKind } from './checklist-export.ts';
import type { ChecklistPack } from './checklist-words.ts';
import type { Choice } from './checklist-statements.ts';
import { ContentMixin } from './content-mixin.ts';
import { RekindleChecklistExitEvent, RekindleChecklistMigrateEvent, RekindleProgressChangeEvent } from './events.ts';
import { StorageMixin } from './storage-mixin.ts';
import { storageEvent } from './storage.ts';
import { plainText } from './text.ts';

/** What the checklist knows and what a page can do with it. What it shows, and what the reader does, is in the element. */
export class ChecklistBase extends StorageMixin(
  ContentMixin<ChecklistPack, ChecklistMessages>(LitElement, checklistPack, checklistGroups),
) {
  static formAssociated = true;

  /** One theme at a time, or all of them on one page. */
  @property() mode: 'steps' | 'list' = 'steps';

  /** Where the words for each theme stand: `end`, after the last theme; `live`, also in the theme, once enough of it is answered; `off`, nowhere. */
  @property() summary: 'end' | 'live' | 'off' = 'end';

  /** Country of the helplines, as an ISO 3166-1 alpha-2 code. Without it the reader chooses. */
  @property() country = '';

  /** Address of the page with the guide. Next steps whose place is not on this page lead there, to `#` and its id. Helplines never do. */
  @property({ attribute: 'guide-url' }) guideUrl = '';

  /** Who shows "Leave this page": the element, or the page around it, which then must, as long as there are stops. */
  @property() exit: 'auto' | 'host' = 'auto';

  /** Where "Leave this page" leads: an http: or https: address. Where it is empty or anything else: https://www.bbc.com/weather. */
  @property({ attribute: 'exit-url' }) exitUrl = '';

  /** `shift3`: three presses of Shift leave too, wherever the focus is but in a field of text. Off unless it is set. */
  @property({ attribute: 'exit-shortcut' }) exitShortcut = '';

  /** Name under which a form around it sends what `submit` allows. */
  @property() name = '';

  /**
   * What a form sends: `none`, nothing; `completion`, the word `complete` once all is answered; `answers`, the answers as
   * JSON. The reader is told first.
   */
  @property() submit: 'none' | 'completion' | 'answers' = 'none';

  /** Every statement needs an answer before the form can be sent; to rather not say is one. */
  @property({ type: Boolean }) required = false;

  /** No answer can be given. What is about safety still works. */
  @property({ type: Boolean }) disabled = false;

  /** The answers can be read, and not changed. */
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;

  /** @internal What the reader keeps. */
  get stored(): StorageController {
    return this._answering.stored;
  }

  /** How far the reader is: `answered` and `total` of the statements that she sees. They change when she names a danger: do not send them on. */
  get progress(): Progress {
    return progressOf(this._themes, this._answering.answers);
  }

  /**
   * A copy of the answers, without stops. Undefined while there are no words. To set it is to `load()` it, in memory: what the
   * reader keeps stays until her next answer. Back from the browser's cache it is empty, as somebody else may look: set it again on
   * `pageshow`.
   */
  get response(): RekindleResponse | undefined {
    return this._answering.response();
  }

  set response(response: RekindleResponse | undefined) {
    // Frameworks set it before there are words that it could answer, or in one go with other words.
    this._held = response;
    this._answering.load(response, true);
  }

  /** Whether the form can be sent; shows nothing. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** Whether the form can be sent; shows what is wrong, and moves the focus to a radio of the first open statement. */
  reportValidity(): boolean {
    const isValid = this.#internals.reportValidity();
    // In a window that is not in front nothing hears of the focus.
    this._onFocus();
    return isValid;
  }

  /** Brings a theme into view. Does nothing for one that is unknown or withdrawn. */
  goTo(themeId: string): void {
    const index = this._themes.findIndex(({ id }) => id === themeId);
    if (index >= 0) void this._show(index + 1, 'scrollIntoView');
  }

  /**
   * Forgets the answers in memory, and returns to the start. What the reader keeps stays until her next answer, and a danger
   * that she named until she takes it back.
   */
  reset(): void {
    this._answering.clear(true);
    this._restart();
  }

  /** Forgets all answers, kept or not, in other tabs too, and returns to the start. A danger stays, as with `reset()`. */
  erase(): void {
    this._answering.stored.erase();
    this._announcer.announce(this.text('allCleared'));
  }

  /** Erases everything and leaves the page, as "Leave this page" does. */
  leave(): void {
    this._way.leave();
  }

  /** The answers as `text`, as a table (`csv`), or as `json` that `load()` reads; `null` before there are words. No stops, and a neutral title. */
  exportAs(kind: ExportKind): string {
    if (kind === 'json') return JSON.stringify(this.response ?? null, null, 1);
    return kind === 'csv'
      ? sheetCsv([this.text('theme'), this.text('statement'), this.text('answer')], this.#sheet)
      : sheetText(this.text('notes'), today(), this.#sheet);
  }

  /**
   * Puts saved answers, JSON or an object, in the place of those that are here, kept ones too. False, and no change, if they
   * do not fit.
   */
  load(response: unknown): boolean {
    return this._answering.load(response);
  }

  /** Prints the answers and the words for them, and nothing else of the page. */
  print(): void {
    if (this.shadowRoot) printSheet(this.shadowRoot, this.text('notes'), this.#sheet);
  }

  /** @internal The reader leaves the page, or erases all that she did on it. */
  forgetDangers(): void {
    this._stops.forget();
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this._isDisabled = isDisabled;
    this._isStale = true;
    this.requestUpdate();
  }

  /** 0 is the start, the last one the summary, and the themes are in between. */
  @state() protected _step = 0;
  /** @internal */
  _isDisabled = false;
  /** @internal A form around it could not be sent. */
  _isReported = false;
  protected _isHelpAsked = false;
  /** Answers that the page set since the last render: if that brings other words, they are meant for those. */
  protected _held: RekindleResponse | undefined;
  /** What became of a saved file. */
  protected _notice = '';
  /** The cards differ from the answers. */
  protected _isStale = false;
  protected readonly _announcer = new Announcer(inRegion(this));
  protected readonly _stops = new StopsController(this);
  protected readonly _way = new ExitController(this, () => this.dispatchEvent(new RekindleChecklistExitEvent()));
  /** @internal */
  readonly _answering = new AnswerController(this, {
    onReplace: isForgotten => {
      this._isStale = true;
      if (isForgotten) this._restart();
    },
    onMigrate: ({ renamed, dropped, changed }) => {
      const event = new RekindleChecklistMigrateEvent(renamed, dropped.length, changed.size);
      // Not during the update that read them: a listener may set properties.
      if (renamed + dropped.length + changed.size) queueMicrotask(() => this.dispatchEvent(event));
    },
    onEvent: (event, isLate) => {
      this.dispatchEvent(storageEvent(event));
      // Where it is told may be far from where she is. What she pressed herself tells her there.
      if (isLate) this._announcer.announce(`${this.text(event as StorageProblem)} ${this.text('notSaved')}`);
    },
  });
  readonly #internals = this.attachInternals();
  readonly #states = this.#internals.states;
  /** The form cannot be sent, and the browser has just told so. */
  #isInvalid = false;

  constructor() {
    super();
    // No property of Lit's, which takes over what a page set before the class was here.
    if (Object.hasOwn(this, 'response')) {
      this._held = this.response;
      Reflect.deleteProperty(this, 'response');
    }
    // The page may only have asked. Where the reader is to be told, the browser moves the focus here, before the next task.
    this.addEventListener('invalid', () => {
      this.#isInvalid = true;
      setTimeout(() => (this.#isInvalid = false));
    });
  }

  protected override updated(): void {
    this._inform();
  }

  /** Tells the form around it, and the page's CSS. */
  protected _inform(): void {
    const internals = this.#internals;
    const { answered, total } = this.progress;
    const isComplete = total > 0 && answered === total;
    const { answers, stored } = this._answering;
    let sent = this.submit === 'completion' && isComplete ? 'complete' : null;
    if (this.submit === 'answers' && answers.size) sent = this.exportAs('json');
    // No state: the browser would fill it in again after Back, for whoever sits there then.
    internals.setFormValue(sent, null);
    // Where there is nothing to answer, as words that do not come, the form goes. Where no such radio is rendered, the browser
    // can move the focus to the title of the step.
    if (this.required && answered < total)
      internals.setValidity(
        { valueMissing: true },
        this.text('missing', { count: total - answered }),
        this.#firstOpen ?? this.#find('[part=step-title]'),
      );
    else internals.setValidity({});
    setState(this.#states, 'complete', isComplete);
    setState(this.#states, 'saved', stored.isKept);
  }

  #find(selector: string): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** A radio of the first statement without an answer, where it is rendered. */
  get #firstOpen(): HTMLElement | undefined {
    return this.#find('[part=statement]:not(:has(:checked)) input');
  }

  /** All themes, also those that a danger withdraws. */
  protected get _all(): readonly Theme[] {
    return this.content?.checklist.themes ?? [];
  }

  protected get _themes(): readonly Theme[] {
    return themesLeft(this._all, this._stops.withdrawn);
  }

  /** Index of the last step. */
  protected get _last(): number {
    return this._themes.length + (this.summary === 'off' ? 0 : 1);
  }

  /** @internal What can be chosen for each statement. */
  get _choices(): readonly Choice[] {
    const { options = [], optOut } = this.content?.checklist.scale ?? {};
    return [...options.map(({ value, label }) => [value, label] as const), [null, optOut?.label ?? '']];
  }

  /** All answers: a danger takes only words away, and a gap would tell of it. */
  get #sheet(): Sheet {
    const labels = new Map<Answer | undefined, string>(this._choices);
    const { answers } = this._answering;
    const themes = this.summary === 'off' ? [] : this._themes;
    return this._all.map(theme => {
      const band = themes.includes(theme) ? this._bandOf(theme) : undefined;
      const next = stepsLeft(band?.next ?? [], this._stops.withdrawn);
      return {
        title: theme.title,
        lines: theme.statements.map(({ id, text }) => [text, labels.get(answers.get(id)) ?? ''] as const),
        words: band ? [`${band.title}. ${plainText(band.text)}`, ...next.map(step => plainText(step.text))] : [],
      };
    });
  }

  protected _bandOf(theme: Theme): Band | undefined {
    return this.content && bandOf(theme, this.content.checklist.scale, this._answering.answers);
  }

  protected _restart(): void {
    this._announcer.announce('');
    this._step = 0;
    this._isReported = false;
    this._isHelpAsked = false;
    this._notice = '';
  }

  /** Shows a step, and does this with its heading. */
  protected async _show(step: number, reveal: 'focus' | 'scrollIntoView'): Promise<void> {
    if (this.mode !== 'list') this._step = step;
    await this.updateComplete;
    const titles = this.shadowRoot?.querySelectorAll<HTMLElement>('[part=step-title]');
    titles?.[this.mode === 'list' ? step : 0]?.[reveal]();
  }

  /** Something here has the focus: if the browser moved it, shows what is missing. */
  protected _onFocus(): void {
    if (!this.#isInvalid) return;
    this.#isInvalid = false;
    const { answers } = this._answering;
    this._isReported = true;
    this._isStale = true;
    this._step = this._themes.findIndex(({ statements }) => statements.some(({ id }) => !answers.has(id))) + 1;
    this._announcer.announce(this.#internals.validationMessage);
    this.requestUpdate();
    this.performUpdate();
    const radio = this.#firstOpen;
    radio?.focus();
    // The browser scrolls no further than to the radio.
    radio?.closest('fieldset')?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Tells the page how far the reader is, and nothing else: of all themes, since a number that changes with what is withdrawn
   * tells the danger. Returns whether all is answered.
   */
  protected _tell(): boolean {
    const { answered, total } = progressOf(this._all, this._answering.answers);
    this.dispatchEvent(new RekindleProgressChangeEvent(answered, total));
    return answered === total;
  }
}
