import { html, nothing, type TemplateResult } from 'lit';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Found, Sort } from '../domain/activity-search.ts';
import { renderHeading } from './text.ts';

/** What stands above the cards. */
export interface ResultsView {
  readonly level: number;
  readonly found: Found;
  readonly sort: Sort;
  /** The card of what was drawn, and its heading. */
  readonly picked: Element | undefined;
  readonly pickedTitle: string;
  /** Filters in use, each with its words. */
  readonly used: TemplateResult | typeof nothing;
  /** The note that honours a wish for space, where one of them is for two. */
  readonly note: TemplateResult | typeof nothing;
  /** Words for the choice of a facet. */
  chosenWords(facet: string): string;
  text(key: keyof ActivitiesMessages, values?: Readonly<Record<string, string | number>>): string;
}

/** Renders how many fit, in which order, and what was drawn of them. */
export function renderResults(view: ResultsView): TemplateResult {
  const { level, found, picked, text } = view;
  const count = found.results.length;
  return html`<div class="row head">
      ${renderHeading(level, 'count', text('count', { count }), 'count')}
      <label class="row controls"
        ><span class="small">${text('sort')}</span>
        <select name="sort" part="sort" .value=${view.sort}>
          <option value="suggested">${text('suggested')}</option>
          <option value="shortest">${text('shortest')}</option>
          <option value="cheapest">${text('cheapest')}</option>
          <option value="title">${text('title')}</option>
        </select></label
      >
      <button class="primary controls" name="surprise" part="surprise-button" aria-disabled=${!count}>
        ${text('surprise')}
      </button>
    </div>
    ${view.used} ${count ? nothing : renderWaysOut(view)} ${view.note}
    ${
      picked
        ? html`<div class="surprise" part="surprise">
            ${renderHeading(level, 'surprise-title', view.pickedTitle)} ${picked}
          </div>`
        : nothing
    }`;
}

/** Renders which filter to take away where nothing fits, with what that would give. */
function renderWaysOut({ found, chosenWords, text }: ResultsView): TemplateResult {
  if (!found.waysOut.length) return html`<p part="empty">${text('empty')} ${text('noWayOut')}</p>`;
  return html`<div part="empty">
    <p>${text('empty')} ${text('waysOut')}</p>
    <ul class="row ways controls" role="list">
      ${found.waysOut.map(
        ([facet, count]) =>
          html`<li>
            <button name="relax" value=${facet} part="relax-button">
              ${text('wayOut', { option: chosenWords(facet), count })}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
