import { Kind, type Schema, type SchemaFields } from './schema.ts';

/** Most entries of a list. */
const MAX_ENTRIES = 20_000;

/** Longest pack that is read from an address, in characters; a longer one is refused before it is parsed. */
export const MAX_PACK_LENGTH = 512 * 1024;

/** A fault in content: where it is, what is wrong, and so how to mend it. */
export class ContentError extends Error {
  readonly path: string;
  readonly reason: string;

  /**
   * @param file - the file or address that the content came from
   * @param path - the place in it, such as `tips[2].title`; empty for the whole
   * @param reason - reads on from the place: `is missing`
   */
  constructor(file: string, path: string, reason: string) {
    super(`${file}: ${path ? `${path} ` : ''}${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const quote = (value: unknown): string => (isObject(value) ? 'that' : JSON.stringify(value)?.slice(0, 60));

/** Names of fields without the mark of those that may be left out. Made once: a text that was just made is slow as a key. */
const keys = Object.create(null) as Record<string, string>;

/**
 * Checks a value against a schema.
 *
 * @param file - the file or address that the value came from, for the message
 * @returns a copy that holds only what the schema names
 * @throws ContentError that names the first fault
 */
export function validate(schema: Schema, value: unknown, file: string): unknown {
  /** Where the check is: written out for a fault alone, since most have none. */
  const at: (string | number)[] = [];
  const refuse = (reason: string): never => {
    const path = at.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${step}`)).join('');
    throw new ContentError(file, path, reason);
  };
  const inside = (step: string | number, of: Schema, own: unknown): unknown => {
    at.push(step);
    const entry = check(of, own);
    at.pop();
    return entry;
  };
  const check = (of: Schema, own: unknown): unknown => {
    const fail = (should: string): never =>
      refuse(own === undefined ? 'is missing' : `should be ${should}, not ${quote(own)}`);
    if (of instanceof Kind) return of.fits(own) ? own : fail(of.mend);
    if (of instanceof Set) return of.has(own) ? own : fail(`one of ${[...of].join(', ')}`);
    if (Array.isArray(of)) {
      const [item, mayBeEmpty] = of as readonly [Schema, '*'?];
      if (!Array.isArray(own) || own.length > MAX_ENTRIES || !(own.length || mayBeEmpty)) {
        return fail(`a list of ${mayBeEmpty ? 0 : 1} to ${MAX_ENTRIES} entries`);
      }
      const seen = new Set<unknown>();
      return own.map((one: unknown, i) => {
        const entry = inside(i, item, one);
        const id = isObject(entry) ? entry.id : undefined;
        if (id !== undefined && seen.has(id)) {
          at.push(i, 'id');
          refuse(`stands twice: ${quote(id)}`);
        }
        seen.add(id);
        return entry;
      });
    }
    if (!isObject(own) || Array.isArray(own)) return fail('an object');
    const copy: Record<string, unknown> = {};
    for (const name of Object.keys(of)) {
      const key = (keys[name] ??= name.replace('?', ''));
      const field = Object.hasOwn(own, key) ? own[key] : undefined;
      if (field !== undefined || key === name) copy[key] = inside(key, (of as SchemaFields)[name] as Schema, field);
    }
    return copy;
  };
  return check(schema, value);
}
