import * as v from 'valibot';

/** A fault in content: where it is, what is wrong, and so how to mend it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly file: string;
  readonly path: string;
  readonly reason: string;

  /**
   * @param file - the file or address that the content came from
   * @param path - the place in it, such as `tips[2].title`; empty for the whole
   * @param reason - reads on from the place: `is empty`
   */
  constructor(file: string, path: string, reason: string) {
    super(`${file}: ${path ? `${path} ` : ''}${reason}`);
    this.file = file;
    this.path = path;
    this.reason = reason;
  }
}

const reason = (issue: v.BaseIssue<unknown>): string => {
  if (issue.kind !== 'schema') return issue.message;
  if (issue.received === 'undefined') return 'is missing';
  return `should be ${issue.expected ?? 'something else'}, not ${issue.received}`;
};

/** The deepest fault tells most: of a union, look into the branch that came furthest. */
const deepest = (issue: v.BaseIssue<unknown>, trail: readonly unknown[] = []): [string, readonly unknown[]] => {
  const path = [...trail, ...(issue.path ?? []).map(item => (item as { key: unknown }).key)];
  const inner = issue.issues?.filter(one => one.path?.length);
  return inner?.[0] ? deepest(inner[0], path) : [reason(issue), path];
};

const spell = (path: readonly unknown[]): string =>
  path.reduce<string>((spelt, key) => spelt + (typeof key === 'number' ? `[${key}]` : `${spelt && '.'}${String(key)}`), '');

/**
 * Checks a value against a schema.
 *
 * @returns the value, with unknown keys left out
 * @throws ContentError that names the first fault
 */
export function validate<const S extends v.GenericSchema>(schema: S, value: unknown, file: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [why, path] = deepest(result.issues[0]);
  throw new ContentError(file, spell(path), why);
}
