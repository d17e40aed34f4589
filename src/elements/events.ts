/** Every public event. They bubble and are composed; what they tell stands in read-only fields. */

import type { StorageProblem } from '../controllers/storage-controller.ts';

const init: EventInit = { bubbles: true, composed: true };

/** A pack that the page supplied cannot be used. The element shows its children, or its own pack. */
export class RekindleErrorEvent extends Event {
  /** File, place in it and mend. */
  readonly message: string;

  constructor(message: string) {
    super('rekindle-error', init);
    this.message = message;
  }
}

/** How a tip came to be shown. */
export type SlideCause = 'user' | 'find' | 'hash' | 'open' | 'autoplay' | 'api' | 'start';

/** The reader moves to another tip; cancel it, and the present one stays. */
export class RekindleSlideBeforeChangeEvent extends Event {
  /** Of the tip that would be shown; from 0. */
  readonly index: number;
  readonly id: string;
  /** `user`, `find` (find in page), `hash` (address of the page) or `open` (another element asked). */
  readonly cause: SlideCause;

  constructor(index: number, id: string, cause: SlideCause) {
    super('rekindle-slide-before-change', { ...init, cancelable: true });
    this.index = index;
    this.id = id;
    this.cause = cause;
  }
}

/** The reader moved to another tip, and it has come to rest. */
export class RekindleSlideChangeEvent extends Event {
  /** From 0. */
  readonly index: number;
  readonly id: string;
  /** `user`, `find` (find in page), `hash` (address of the page) or `open` (another element asked). */
  readonly cause: SlideCause;

  constructor(index: number, id: string, cause: SlideCause) {
    super('rekindle-slide-change', init);
    this.index = index;
    this.id = id;
    this.cause = cause;
  }
}

/** A tip was on the screen, at least half of it or filling half of the screen, for a second. Once each time that it is shown. */
export class RekindleTipViewEvent extends Event {
  /** From 0. */
  readonly index: number;
  readonly id: string;
  readonly cause: SlideCause;

  constructor(index: number, id: string, cause: SlideCause) {
    super('rekindle-tip-view', init);
    this.index = index;
    this.id = id;
    this.cause = cause;
  }
}

/** The reader kept a tip, or took it out again. */
export class RekindleTipKeepChangeEvent extends Event {
  readonly id: string;
  readonly kept: boolean;

  constructor(id: string, kept: boolean) {
    super('rekindle-tip-keep-change', init);
    this.id = id;
    this.kept = kept;
  }
}

/** The reader copies the link to a tip, shares it or prints it; cancel it to do so in your own way. */
export class RekindleTipShareEvent extends Event {
  readonly id: string;
  readonly action: 'copy' | 'share' | 'print';

  constructor(id: string, action: 'copy' | 'share' | 'print') {
    super('rekindle-tip-share', { ...init, cancelable: true });
    this.id = id;
    this.action = action;
  }
}

/** Tips are there, the first ones or others. */
export class RekindleTipsLoadEvent extends Event {
  /** Number of tips, with those that are set aside. */
  readonly length: number;

  constructor(length: number) {
    super('rekindle-tips-load', init);
    this.length = length;
  }
}

/** The carousel moves on by itself from now on. */
export class RekindleAutoplayStartEvent extends Event {
  readonly cause: 'user' | 'api';

  constructor(cause: 'user' | 'api') {
    super('rekindle-autoplay-start', init);
    this.cause = cause;
  }
}

/** The carousel no longer moves on by itself. */
export class RekindleAutoplayStopEvent extends Event {
  /** `end`: it showed the last tip. */
  readonly cause: 'user' | 'api' | 'end';

  constructor(cause: 'user' | 'api' | 'end') {
    super('rekindle-autoplay-stop', init);
    this.cause = cause;
  }
}

/** The reader switched between the carousel, the list of all tips and the tips that she kept. */
export class RekindleViewChangeEvent extends Event {
  readonly view: 'carousel' | 'list' | 'kept';

  constructor(view: 'carousel' | 'list' | 'kept') {
    super('rekindle-view-change', init);
    this.view = view;
  }
}

/** The reader answered or cleared a statement, cleared all, or opened a saved file. Never tells which, nor what. */
export class RekindleProgressChangeEvent extends Event {
  /** Statements answered, also those that a danger withdraws: else the numbers would tell of it. */
  readonly answered: number;
  /** All statements. */
  readonly total: number;

  constructor(answered: number, total: number) {
    super('rekindle-progress-change', init);
    this.answered = answered;
    this.total = total;
  }
}

/** The reader answered the last open statement of a theme. Never tells what. */
export class RekindleThemeCompleteEvent extends Event {
  readonly themeId: string;

  constructor(themeId: string) {
    super('rekindle-theme-complete', init);
    this.themeId = themeId;
  }
}

/** The reader answered the last open statement of all. None while a danger withdraws one: it would tell of it. */
export class RekindleChecklistCompleteEvent extends Event {
  constructor() {
    super('rekindle-checklist-complete', init);
  }
}

/** Answers to an earlier version came to this one. Tells how many, and never which. */
export class RekindleChecklistMigrateEvent extends Event {
  /** Answers that moved to the new id of their statement. */
  readonly renamed: number;
  /** Answers to statements that are gone. */
  readonly dropped: number;
  /** Answers to statements that mean something else now. */
  readonly changed: number;

  constructor(renamed: number, dropped: number, changed: number) {
    super('rekindle-checklist-migrate', init);
    this.renamed = renamed;
    this.dropped = dropped;
    this.changed = changed;
  }
}

/** The reader leaves the page; all is erased already. Where it is cancelled, the page leads her away itself, at once. */
export class RekindleChecklistExitEvent extends Event {
  constructor() {
    super('rekindle-checklist-exit', { ...init, cancelable: true });
  }
}

/** The reader changed a filter, or the order. */
export class RekindleFilterChangeEvent extends Event {
  /** Activities that fit. */
  readonly count: number;

  constructor(count: number) {
    super('rekindle-filter-change', init);
    this.count = count;
  }
}

/** The reader drew an activity. */
export class RekindlePickChangeEvent extends Event {
  readonly id: string;
  /** Activities that fit and were not drawn yet. */
  readonly remaining: number;

  constructor(id: string, remaining: number) {
    super('rekindle-pick-change', init);
    this.id = id;
    this.remaining = remaining;
  }
}

/** The reader marked or unmarked one favourite. What changes her list at once (clear, add, undo) fires none: ask `favourites`. */
export class RekindleFavouriteChangeEvent extends Event {
  readonly id: string;
  readonly favourite: boolean;

  constructor(id: string, favourite: boolean) {
    super('rekindle-favourite-change', init);
    this.id = id;
    this.favourite = favourite;
  }
}

/** The reader marked an activity as done, or took that back. */
export class RekindleDoneChangeEvent extends Event {
  readonly id: string;
  readonly done: boolean;

  constructor(id: string, done: boolean) {
    super('rekindle-done-change', init);
    this.id = id;
    this.done = done;
  }
}

/** The reader puts an activity into a calendar. A page that does so in its own way calls `preventDefault()`. */
export class RekindleActivityPlanEvent extends Event {
  readonly id: string;
  /** Not `target`, which every event has already. */
  readonly to: 'ics' | 'google' | 'outlook' | 'office365' | 'yahoo' | 'copy';
  /** Local time, `2026-11-30T19:00`, or the day alone. */
  readonly start: string;

  constructor(id: string, to: RekindleActivityPlanEvent['to'], start: string) {
    super('rekindle-activity-plan', { ...init, cancelable: true });
    this.id = id;
    this.to = to;
    this.start = start;
  }
}

/** The reader shares the list. A page that does so in its own way calls `preventDefault()`. */
export class RekindleActivityShareEvent extends Event {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('rekindle-activity-share', { ...init, cancelable: true });
    this.ids = ids;
  }
}

/** The reader said keep, and it worked. Never tells what is kept. */
export class RekindleStorageSaveEvent extends Event {
  constructor() {
    super('rekindle-storage-save', init);
  }
}

/** All that the reader did in the element is erased, kept or not, by her or by the page. */
export class RekindleStorageEraseEvent extends Event {
  constructor() {
    super('rekindle-storage-erase', init);
  }
}

/** Nothing can be kept, or what was kept cannot be read; the element goes on in memory. */
export class RekindleStorageErrorEvent extends Event {
  /** `denied`: the browser refuses. `quota`: it is full. `parse`: what lies there cannot be read. `newer`: a later release wrote it. */
  readonly reason: StorageProblem;

  constructor(reason: StorageProblem) {
    super('rekindle-storage-error', init);
    this.reason = reason;
  }
}

/**
 * The reader asks for a tip, an activity or a chapter that stands elsewhere. The element on the page that has it brings it
 * into view and calls `preventDefault()`; so may the page, to show it in its own way. Uncancelled, the link is followed.
 */
export class RekindleOpenEvent extends Event {
  /** `tips/ID`, `sections/ID`, `activities/ID` or `helplines`. Not `target`, which every event has already. */
  readonly to: string;

  constructor(to: string) {
    super('rekindle-open', { ...init, cancelable: true });
    this.to = to;
  }
}

/**
 * Asks which tips, activities and chapters the page has, so that no link leads nowhere. It carries all that could ever be
 * linked, whatever the reader answered; who has one of them adds it to `found`.
 */
export class RekindleFindEvent extends Event {
  /** As in {@link RekindleOpenEvent.to}. */
  readonly all: readonly string[];
  readonly found = new Set<string>();

  constructor(all: readonly string[]) {
    super('rekindle-find', init);
    this.all = all;
  }
}

/** Events by name. */
export interface RekindleEventMap {
  'rekindle-error': RekindleErrorEvent;
  'rekindle-slide-before-change': RekindleSlideBeforeChangeEvent;
  'rekindle-slide-change': RekindleSlideChangeEvent;
  'rekindle-tip-view': RekindleTipViewEvent;
  'rekindle-tip-keep-change': RekindleTipKeepChangeEvent;
  'rekindle-tip-share': RekindleTipShareEvent;
  'rekindle-tips-load': RekindleTipsLoadEvent;
  'rekindle-autoplay-start': RekindleAutoplayStartEvent;
  'rekindle-autoplay-stop': RekindleAutoplayStopEvent;
  'rekindle-view-change': RekindleViewChangeEvent;
  'rekindle-progress-change': RekindleProgressChangeEvent;
  'rekindle-theme-complete': RekindleThemeCompleteEvent;
  'rekindle-checklist-complete': RekindleChecklistCompleteEvent;
  'rekindle-checklist-migrate': RekindleChecklistMigrateEvent;
  'rekindle-checklist-exit': RekindleChecklistExitEvent;
  'rekindle-filter-change': RekindleFilterChangeEvent;
  'rekindle-pick-change': RekindlePickChangeEvent;
  'rekindle-favourite-change': RekindleFavouriteChangeEvent;
  'rekindle-done-change': RekindleDoneChangeEvent;
  'rekindle-activity-plan': RekindleActivityPlanEvent;
  'rekindle-activity-share': RekindleActivityShareEvent;
  'rekindle-storage-save': RekindleStorageSaveEvent;
  'rekindle-storage-erase': RekindleStorageEraseEvent;
  'rekindle-storage-error': RekindleStorageErrorEvent;
  'rekindle-open': RekindleOpenEvent;
  'rekindle-find': RekindleFindEvent;
}

declare global {
  // They bubble, and a page may listen for those of all its elements at once. An interface is the only way to add to these two.
  /* eslint-disable @typescript-eslint/no-empty-object-type */
  interface DocumentEventMap extends RekindleEventMap {}
  interface HTMLElementEventMap extends RekindleEventMap {}
  /* eslint-enable */
}
