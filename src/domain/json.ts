/**
 * Writes JSON as `JSON.stringify()` does, but takes each value as it is: Prototype.js 1.6 adds a `toJSON` to all lists, which
 * makes a text of them.
 */
export function jsonOf(value: object, indent?: number): string {
  return JSON.stringify(
    value,
    function (this: Readonly<Record<string, unknown>>, key) {
      return this[key];
    },
    indent,
  );
}
