/** The reader's own lists, as they travel in a file. */
export interface ActivityLists {
  readonly favourites: readonly string[];
  readonly done: readonly string[];
}

const FORMAT = 1;
const MAX_ENTRIES = 20_000;

const ids = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length <= MAX_ENTRIES && value.every(one => typeof one === 'string')
    ? value
    : undefined;

/** Writes lists as JSON. */
export function encodeLists({ favourites, done }: ActivityLists): string {
  return JSON.stringify({ format: FORMAT, favourites, done }, null, 2);
}

/** Reads lists that {@link encodeLists} wrote; undefined where the text is something else. */
export function decodeLists(text: string): ActivityLists | undefined {
  try {
    const { format, ...lists } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const [favourites, done] = [ids(lists.favourites), ids(lists.done)];
    return format === FORMAT && favourites && done ? { favourites, done } : undefined;
  } catch {
    return undefined;
  }
}
