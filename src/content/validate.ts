import { Kind, type Schema } from './schema.ts';

/** Most entries of a list. */
const MAX_ENTRIES = 20_000;

/** A fault in content: where it is, what is wrong, and so how to mend it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly file: string;
  readonly path: string;
  readonly reason: string;

  /**
   * @param file - the file or address that the content came from
   * @param path - the place in it, such as `tips[2].title`; empty for the whole
   * @param reason - reads on from the place: `is missing`
   */
  constructor(file: string, path: string, reason: string) {
    super(`${file}: ${path ? `${path} ` : ''}${reason}`);
    this.file = file;
    this.path = path;
    this.reason = reason;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const quote = (value: unknown): string => (isObject(value) ? 'that' : JSON.stringify(value)?.slice(0, 60));

/**
 * Checks a value against a schema.
 *
 * @param file - the file or address that the value came from, for the message
 * @param path - where the value stands in it; empty for the whole
 * @returns a copy that holds only what the schema names
 * @throws ContentError that names the first fault
 */
export function validate(schema: Schema, value: unknown, file: string, path = ''): unknown {
  const fail = (should: string): never => {
    throw new ContentError(file, path, value === undefined ? 'is missing' : `should be ${should}, not ${quote(value)}`);
  };
  if (schema instanceof Kind) return schema.fits(value) ? value : fail(schema.mend);
  if (schema instanceof Set) {
    return schema.has(value) ? value : fail(`one of ${[...schema].join(', ')}`);
  }
  if (Array.isArray(schema)) {
    const [item, mayBeEmpty] = schema as readonly [Schema, '*'?];
    if (!Array.isArray(value) || value.length > MAX_ENTRIES || !(value.length || mayBeEmpty)) {
      return fail(`a list of ${mayBeEmpty ? 0 : 1} to ${MAX_ENTRIES} entries`);
    }
    const seen = new Set<unknown>();
    return value.map((one: unknown, i) => {
      const entry = validate(item, one, file, `${path}[${i}]`);
      const id = isObject(entry) ? entry.id : undefined;
      if (id !== undefined && seen.has(id))
        throw new ContentError(file, `${path}[${i}].id`, `stands twice: ${quote(id)}`);
      seen.add(id);
      return entry;
    });
  }
  if (!isObject(value) || Array.isArray(value)) return fail('an object');
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema)) {
    const key = name.replace('?', '');
    const own = Object.hasOwn(value, key) ? value[key] : undefined;
    if (own !== undefined || key === name)
      copy[key] = validate(field as Schema, own, file, `${path}${path && '.'}${key}`);
  }
  return copy;
}
