import { dayNumber } from './day.ts';
import { clamp, wrap } from './position.ts';

/** What a start may depend on. */
interface StartFacts {
  /** ISO 8601 date. */
  readonly today: () => string;
  /** Whether the reader has read it, on an earlier visit. */
  readonly isRead: (id: string) => boolean;
}

/**
 * The tip to begin with.
 *
 * @param start - a position from 1; an id; `daily`, another one each day, the same for every reader; `resume`, the first
 *   that was not read
 * @param ids - ids of the tips
 * @returns undefined where `start` says nothing, or nothing that is there
 */
export function startIndex(start: string, ids: readonly string[], { today, isRead }: StartFacts): number | undefined {
  if (start === 'daily') return wrap(dayNumber(today()), ids.length);
  if (start === 'resume')
    return Math.max(
      ids.findIndex(id => !isRead(id)),
      0,
    );
  if (/^\d+$/.test(start)) return clamp(Number(start) - 1, ids.length);
  const index = ids.indexOf(start);
  return index < 0 ? undefined : index;
}
