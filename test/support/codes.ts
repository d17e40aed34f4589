/**
 * Fields of a pack that hold codes and dates, which the check holds to their kind. What any other field says is text: also one that
 * is new, which the tests of hostile words then have without being told.
 */
export const CODES: ReadonlySet<string> = new Set([
  // the pack
  ...['id', 'lang', 'dir'],
  // chapters and checklist
  ...['element', 'section', 'code', 'target', 'help', 'suppress', 'from', 'to', 'drop', 'changed'],
  // activities
  ...[
    'for',
    'duration',
    'place',
    'contact',
    'stage',
    'season',
    'weather',
    'daypart',
    'kids',
    'access',
    'bookAhead',
    'repeat',
  ],
  // helplines
  ...['country', 'kind', 'checkedOn'],
]);
