import { html, type TemplateResult } from 'lit';
import type { Sheet } from '../domain/sheet.ts';
import type { Say } from './checklist-safety.ts';
import { node } from './node.ts';

/** What the reader can take away. */
export type ExportKind = 'json' | 'text' | 'csv';

const KINDS: readonly ExportKind[] = ['text', 'csv', 'json'];
/** Neutral, as is the title inside: a file tells nobody what it is about. */
const FILES: Readonly<Record<ExportKind, readonly [name: string, type: string]>> = {
  text: ['notes.txt', 'text/plain'],
  csv: ['notes.csv', 'text/csv'],
  json: ['notes.json', 'application/json'],
};

/** Renders the ways to take the answers away; where they may be found stands before them, and is read once. */
export function renderExport(notice: string, say: Say): TemplateResult {
  return html`<details class="controls" part="export">
    <summary>${say('takeAway')}</summary>
    <p class="muted small">${say('takeAwayNote')}</p>
    <div class="row">
      ${KINDS.map(kind => html`<button part="export-button" name="export" value=${kind}>${say(kind)}</button>`)}
      <button part="export-button" name="export">${say('print')}</button>
      <label class="button" part="export-button"
        >${say('open')}<input class="hidden" type="file" accept=".json,application/json"
      /></label>
    </div>
    <p class="small">${notice}</p>
  </details>`;
}

/** Hands a file to the browser. */
export function saveFile(kind: ExportKind, text: string): void {
  const [download, type] = FILES[kind];
  // The mark tells Excel that the table is UTF-8.
  const href = URL.createObjectURL(new Blob([kind === 'csv' ? '\ufeff' : '', text], { type }));
  node('a', { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Prints a sheet alone, without the page around us and its title. */
export function printSheet(root: ShadowRoot, title: string, sheet: Sheet): void {
  const frame = node('iframe', { ariaHidden: 'true', tabIndex: -1, className: 'hidden' });
  root.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return frame.remove();
  const { lang = '', dir = '' } = root.querySelector<HTMLElement>('.base') ?? {};
  Object.assign(page.documentElement, { lang, dir });
  page.title = title;
  page.body.style.fontFamily = 'sans-serif';
  page.body.append(
    node('h1', {}, title),
    ...sheet.map(({ title: theme, lines, words }) => {
      const section = node(
        'section',
        {},
        node('h2', {}, theme),
        node('ul', {}, ...lines.map(line => node('li', {}, line.join(' ')))),
        ...words.map(text => node('p', {}, text)),
      );
      section.style.breakInside = 'avoid';
      return section;
    }),
  );
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
