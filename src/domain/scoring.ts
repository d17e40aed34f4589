import type { Band, Scale, Statement, Theme } from '../content/model.ts';

/** Value of the chosen option; null where the reader would rather not say. */
export type Answer = number | null;
/** By the id of the statement; no entry where nothing is chosen. */
export type Answers = ReadonlyMap<string, Answer>;

/** Sums of tenths may end a hair below the `min` that they meet on paper. */
const TOLERANCE = 1e-9;

/** How far the reader is. */
export interface Progress {
  /** Statements with an answer; to rather not say is one. */
  readonly answered: number;
  readonly total: number;
}

/**
 * How strongly the statements hold, 0 to 1: Σ weight · v′ / Σ weight · max over the scored ones, where v′ = max − v for a
 * reversed statement. Statements that are open or opted out of are not scored.
 *
 * @param max - value of the highest option
 * @returns undefined where nothing that weighs is scored
 */
export function themeValue(statements: readonly Statement[], max: number, answers: Answers): number | undefined {
  let sum = 0;
  let most = 0;
  for (const { id, weight = 1, reverse } of statements) {
    const value = answers.get(id) ?? undefined;
    if (value === undefined) continue;
    sum += weight * (reverse ? max - value : value);
    most += weight * max;
  }
  return most > 0 ? sum / most : undefined;
}

/**
 * The guidance that fits; the `min` of a band belongs to it.
 *
 * @returns undefined where fewer than the theme's `minAnswered` are scored
 */
export function bandOf(
  { statements, minAnswered, bands }: Theme,
  { options }: Pick<Scale, 'options'>,
  answers: Answers,
): Band | undefined {
  const max = Math.max(...options.map(({ value }) => value));
  const scored = statements.filter(({ id }) => typeof answers.get(id) === 'number').length;
  const value = themeValue(statements, max, answers);
  if (value === undefined || scored / statements.length < minAnswered) return undefined;
  return bands.findLast(({ min }) => min <= value + TOLERANCE);
}

/** Counts the answers of these themes. */
export function progressOf(themes: readonly Pick<Theme, 'statements'>[], answers: Answers): Progress {
  const statements = themes.flatMap(theme => theme.statements);
  return { answered: statements.filter(({ id }) => answers.has(id)).length, total: statements.length };
}
