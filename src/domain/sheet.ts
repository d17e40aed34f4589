/* What the reader takes away on paper or in a file: themes, and of each its statements with her answers. */

interface SheetTheme {
  readonly title: string;
  /** Statement and answer, in words. */
  readonly lines: readonly (readonly [statement: string, answer: string])[];
  /** What the summary says of it, a line each. */
  readonly words: readonly string[];
}
export type Sheet = readonly SheetTheme[];

/** Writes a sheet as plain text. */
export function sheetText(title: string, day: string, sheet: Sheet): string {
  return [
    `${title}, ${day}`,
    ...sheet.map(theme =>
      [theme.title, ...theme.lines.map(([statement, answer]) => `- ${statement} ${answer}`), ...theme.words].join('\n'),
    ),
  ].join('\n\n');
}

/** A cell that starts like a formula is one to a spreadsheet; an apostrophe before it makes it text (OWASP). */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r\n＝＋－＠]/, "'$&").replaceAll('"', '""')}"`;

/** Writes a sheet as a table of comma-separated values, after RFC 4180. */
export function sheetCsv(head: readonly string[], sheet: Sheet): string {
  const rows = sheet.flatMap(({ title, lines }) => lines.map(line => [title, ...line]));
  return [head, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('');
}
