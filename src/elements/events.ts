/** Every public event. They bubble and are composed; what they tell stands in read-only fields. */

const init: EventInit = { bubbles: true, composed: true };

/** A pack that the page supplied cannot be used. The element shows its children, or its own pack. */
export class RekindleErrorEvent extends Event {
  static readonly type = 'rekindle-error';
  /** File, place in it and mend. */
  readonly message: string;

  constructor(message: string) {
    super(RekindleErrorEvent.type, init);
    this.message = message;
  }
}

/** The reader moved to another tip. */
export class RekindleSlideChangeEvent extends Event {
  static readonly type = 'rekindle-slide-change';
  /** From 0. */
  readonly index: number;
  readonly id: string;

  constructor(index: number, id: string) {
    super(RekindleSlideChangeEvent.type, init);
    this.index = index;
    this.id = id;
  }
}

/** The reader switched between the carousel and the list. */
export class RekindleViewChangeEvent extends Event {
  static readonly type = 'rekindle-view-change';
  readonly view: 'carousel' | 'list';

  constructor(view: 'carousel' | 'list') {
    super(RekindleViewChangeEvent.type, init);
    this.view = view;
  }
}

/** The reader answered or cleared a statement. Never tells which, nor what. */
export class RekindleProgressChangeEvent extends Event {
  static readonly type = 'rekindle-progress-change';
  /** Statements answered, of those that are not withdrawn. */
  readonly answered: number;
  /** Statements that are not withdrawn. */
  readonly total: number;

  constructor(answered: number, total: number) {
    super(RekindleProgressChangeEvent.type, init);
    this.answered = answered;
    this.total = total;
  }
}

/** The reader changed a filter. */
export class RekindleFilterChangeEvent extends Event {
  static readonly type = 'rekindle-filter-change';
  /** Activities that fit. */
  readonly count: number;

  constructor(count: number) {
    super(RekindleFilterChangeEvent.type, init);
    this.count = count;
  }
}

/** The reader drew an activity. */
export class RekindlePickChangeEvent extends Event {
  static readonly type = 'rekindle-pick-change';
  readonly id: string;
  /** Activities that fit and were not drawn yet. */
  readonly remaining: number;

  constructor(id: string, remaining: number) {
    super(RekindlePickChangeEvent.type, init);
    this.id = id;
    this.remaining = remaining;
  }
}

/** The reader marked or unmarked a favourite. */
export class RekindleFavouriteChangeEvent extends Event {
  static readonly type = 'rekindle-favourite-change';
  readonly id: string;
  readonly favourite: boolean;

  constructor(id: string, favourite: boolean) {
    super(RekindleFavouriteChangeEvent.type, init);
    this.id = id;
    this.favourite = favourite;
  }
}

declare global {
  interface HTMLElementEventMap {
    'rekindle-error': RekindleErrorEvent;
    'rekindle-slide-change': RekindleSlideChangeEvent;
    'rekindle-view-change': RekindleViewChangeEvent;
    'rekindle-progress-change': RekindleProgressChangeEvent;
    'rekindle-filter-change': RekindleFilterChangeEvent;
    'rekindle-pick-change': RekindlePickChangeEvent;
    'rekindle-favourite-change': RekindleFavouriteChangeEvent;
  }
}
