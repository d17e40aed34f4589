import type { Assessment } from '../content/model.ts';
import { fittingValues, migrateAnswers, type Migrated } from '../domain/migration.ts';
import { readResponse, responseOf, type RekindleResponse } from '../domain/response.ts';
import { valuesOf, type Entries, type Json } from '../domain/saved-state.ts';
import type { Answer, Answers } from '../domain/scoring.ts';
import { StorageController, type StorageHost, type StorageOptions } from './storage-controller.ts';
import { today } from './today.ts';

/** What became of answers to an earlier version. */
interface Changes {
  /** What the reader chose, in words, by the id of a statement that changed. */
  readonly changed: ReadonlyMap<string, string>;
  /** How many answers have no statement any more that could name them. */
  readonly dropped: number;
}

export interface AnswerOptions extends Pick<StorageOptions, 'onEvent'> {
  /**
   * The answers changed, and the reader did not choose them here and now.
   *
   * @param isForgotten - they were erased, here or in another tab, or someone else may be reading now
   */
  readonly onReplace: (isForgotten: boolean) => void;
  /** Answers of another version came to this one. */
  readonly onMigrate: (migrated: Migrated) => void;
}

const NO_CHANGES: Changes = { changed: new Map(), dropped: 0 };

/** The answers: values as they are stored, read by the scale of the assessment. Stops never come here. */
export class AnswerController {
  readonly stored: StorageController;
  /** What the reader must be told of an earlier version. */
  changes = NO_CHANGES;
  readonly #options: AnswerOptions;
  #assessment: Assessment | undefined;
  #answers: Answers = new Map();
  /** What `#answers` was made from. */
  #source: unknown;

  constructor(host: StorageHost, options: AnswerOptions) {
    this.#options = options;
    this.stored = new StorageController(host, {
      element: 'checklist',
      migrate: (entries, from) => {
        const at = from.lastIndexOf(' ');
        const scale = from.slice(at + 1);
        const origin = { version: from.slice(0, at), scale };
        return this.#accept(migrateAnswers(entries, origin, this.#assessment as Assessment), scale);
      },
      onChange: () => {
        if (!this.stored.isKept) this.changes = NO_CHANGES;
        options.onReplace(!this.stored.isKept);
      },
      onEvent: options.onEvent,
    });
  }

  /** The answers to statements that there are, by values that the scale has. */
  get answers(): Answers {
    const { values } = this.stored;
    const assessment = this.#assessment;
    if (values === this.#source || !assessment) return this.#answers;
    this.#source = values;
    const { code } = assessment.scale.optOut;
    const all = [...fittingValues(assessment, values)];
    this.#answers = new Map(all.map(([id, value]) => [id, value === code ? null : (value as number)]));
    return this.#answers;
  }

  /** Reads what was kept; call it in `willUpdate`, once the content is known. */
  open(assessment: Assessment): void {
    if (assessment !== this.#assessment) this.#source = undefined;
    this.#assessment = assessment;
    this.stored.open(assessment.id, `${assessment.version} ${assessment.scale.id}`);
  }

  /** @param answer - undefined takes the answer back */
  set(id: string, answer: Answer | undefined): void {
    this.stored.set([[id, answer === null ? (this.#assessment?.scale.optOut.code ?? null) : answer]]);
  }

  /** Forgets the answers. @param inMemory - as in {@link StorageController.replace} */
  clear(inMemory = false): void {
    this.changes = NO_CHANGES;
    this.stored.replace(new Map(), inMemory);
    this.#options.onReplace(false);
  }

  /** The answers to statements that there are, also those that a danger withdraws: a gap would tell of it. */
  response(): RekindleResponse | undefined {
    const assessment = this.#assessment;
    return assessment && responseOf(assessment, fittingValues(assessment, this.stored.values), today());
  }

  /**
   * Puts the answers of a document in the place of those that are here; false, and no change, where it does not fit.
   *
   * @param inMemory - as in {@link StorageController.replace}
   */
  load(document: unknown, inMemory = false): boolean {
    const assessment = this.#assessment;
    const read = assessment && readResponse(document, assessment.id);
    if (!read) return false;
    const { version, scale, values } = read;
    const entries: Entries = new Map([...values].map(([id, value]) => [id, [1, value]]));
    const migrated = migrateAnswers(entries, read, assessment);
    const { size } = fittingValues(assessment, valuesOf(migrated.entries));
    // Of the present version all must be known here; of another one something, unless it is empty.
    const isPresent = version === assessment.version && scale === assessment.scale.id;
    const known = size + migrated.changed.size + migrated.dropped.length;
    if (isPresent ? size < values.size : values.size && !known) return false;
    this.stored.replace(valuesOf(this.#accept(migrated, scale)), inMemory);
    this.#options.onReplace(false);
    return true;
  }

  /** Says what became of answers on a scale, and gives them as they are now. */
  #accept(migrated: Migrated, scale: string): Entries {
    const { id, options, optOut } = (this.#assessment as Assessment).scale;
    const { changed, dropped, entries } = migrated;
    // Of another scale no more than its numbers are known.
    const words = new Map<Json, string>([[optOut.code, optOut.label]]);
    if (scale === id) for (const { value, label } of options) words.set(value, label);
    this.changes = {
      changed: new Map([...changed].map(([statement, value]) => [statement, words.get(value) ?? `${value as number}`])),
      dropped: dropped.length,
    };
    this.#options.onMigrate(migrated);
    return entries;
  }
}
