import type { Assessment } from '../content/model.ts';
import type { Origin, Values } from './migration.ts';
import type { Json } from './saved-state.ts';

/* The reader's answers as a document of her own: no name, no device, no time of day, and no stop. */

export interface RekindleResponse {
  readonly format: 'rekindle-response';
  readonly formatVersion: 1;
  readonly assessment: string;
  readonly assessmentVersion: string;
  /** Id of the scale that the values belong to. */
  readonly scale: string;
  readonly answers: Readonly<Record<string, Json>>;
  /** ISO 8601 date. */
  readonly updatedOn: string;
}

const FORMAT = 'rekindle-response';
/** Most answers of a document; far beyond any content. */
const MAX_ANSWERS = 20_000;

/** Writes a document. */
export function responseOf({ id, version, scale }: Assessment, values: Values, updatedOn: string): RekindleResponse {
  return {
    format: FORMAT,
    formatVersion: 1,
    assessment: id,
    assessmentVersion: version,
    scale: scale.id,
    answers: Object.fromEntries(values),
    updatedOn,
  };
}

/**
 * Reads a document, or its JSON.
 *
 * @param id - the assessment that it should answer
 * @returns undefined for one that is not ours, is broken, was written by a later release, or answers something else
 */
export function readResponse(document: unknown, id: string): (Origin & { readonly values: Values }) | undefined {
  let value = document;
  try {
    if (typeof value === 'string') value = JSON.parse(value);
  } catch {
    return undefined;
  }
  const { format, formatVersion, assessment, assessmentVersion, scale, answers } = (value ?? {}) as Record<
    string,
    unknown
  >;
  if (format !== FORMAT || formatVersion !== 1 || assessment !== id) return undefined;
  if (typeof assessmentVersion !== 'string' || typeof scale !== 'string' || Object(answers) !== answers)
    return undefined;
  // A list would be read as no answers.
  if (Array.isArray(answers)) return undefined;
  const list = Object.entries(answers as object);
  if (list.length > MAX_ANSWERS || !list.every(([, one]) => /^(number|string)$/.test(typeof one))) return undefined;
  return { version: assessmentVersion, scale, values: new Map(list as [string, Json][]) };
}
