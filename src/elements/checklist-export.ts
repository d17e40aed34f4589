import { html, nothing, type TemplateResult } from 'lit';
import { printNodes, saveFile } from '../controllers/hand-over.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { ChecklistSpeaker } from './checklist-words.ts';
import { node } from './node.ts';

/** What the reader can take away. */
export type ExportKind = 'json' | 'text' | 'csv';

const TYPES = { text: 'text/plain', csv: 'text/csv', json: 'application/json' } as const;
/** What the buttons do. */
export type ExportAction = ExportKind | 'print' | 'open';

/**
 * Renders the ways to take the answers away; where they may be found stands before them, and is read once.
 *
 * @param isLocked - no other answers may come in their place
 */
export function renderExport(host: ChecklistSpeaker, notice: string, isLocked: boolean): TemplateResult {
  return html`<details class="controls" part="export">
    <summary>${host.text('takeAway')}</summary>
    <p class="muted small">${host.text('takeAwayNote')}</p>
    <div class="row">
      <button part="export-button" name="export" value="text">${host.text('text')}</button>
      <button part="export-button" name="export" value="csv">${host.text('csv')}</button>
      <button part="export-button" name="export" value="json">${host.text('json')}</button>
      <button part="export-button" name="export" value="print">${host.text('print')}</button>
      ${isLocked ? nothing : html`<button part="export-button" name="export" value="open">${host.text('open')}</button>`}
    </div>
    <p class="small">${notice}</p>
  </details>`;
}

/** Hands a file to the browser. Its name is neutral, as is the title inside: it tells nobody what it is about. */
export function saveSheet(kind: ExportKind, text: string): void {
  // The mark tells Excel that the table is UTF-8.
  saveFile(`notes.${kind === 'text' ? 'txt' : kind}`, TYPES[kind], (kind === 'csv' ? '\ufeff' : '') + text);
}

/** Prints a sheet alone, without the page around us and its title. */
export function printSheet(root: ShadowRoot, title: string, sheet: Sheet): void {
  const { lang = '', dir = '' } = root.querySelector<HTMLElement>('.base') ?? {};
  const sections = sheet.map(({ title: theme, lines, words }) =>
    node(
      'section',
      {},
      node('h2', {}, theme),
      node('ul', {}, ...lines.map(([text, answer]) => node('li', {}, `${text} `, node('strong', {}, answer)))),
      ...words.map(text => node('p', {}, text)),
    ),
  );
  printNodes(root, { title, lang, dir, nodes: [node('h1', {}, title), ...sections] });
}
