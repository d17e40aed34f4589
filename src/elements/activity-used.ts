import { html, nothing, type TemplateResult } from 'lit';
import { TEXT } from '../domain/activity-search.ts';
import type { Finder } from '../domain/finder.ts';
import { button, wordsFor, type Speaker } from './activity-words.ts';

/** Words of a filter in use. */
const wordsOf = (host: Speaker, { view }: Finder, id: string): string =>
  id === TEXT ? `“${view.search}”` : wordsFor(host, id);

/** Renders the filters in use; each takes itself away, and a button all. Here it is in sight where the form is folded. */
export function renderUsed(host: Speaker, finder: Finder): TemplateResult | typeof nothing {
  const { used } = finder;
  if (!used.length) return nothing;
  return html`<ul class="row controls" part="used" role="list" aria-label=${host.text('used')}>
    ${used.map(id => {
      const option = wordsOf(host, finder, id);
      return html`<li>
        ${button(host, 'drop', {
          part: 'used-button',
          kind: 'small',
          value: id,
          words: option,
          label: host.text('drop', { option }),
        })}
      </li>`;
    })}
    <li>${button(host, 'clear', { kind: 'small plain' })}</li>
  </ul>`;
}

/** Renders which filter to take away where nothing fits, with what that would give. */
export function renderWaysOut(host: Speaker, finder: Finder): TemplateResult {
  const { used, found } = finder;
  const ways = found.waysOut.map(([facet, count]) => {
    const options = finder.optionsOf(facet);
    const option = used
      .filter(id => options.includes(id))
      .map(id => wordsOf(host, finder, id))
      .join(', ');
    return html`<li>${button(host, 'relax', { value: facet, words: host.text('wayOut', { option, count }) })}</li>`;
  });
  return html`<div part="empty">
    <p>${host.text('empty')} <span class="controls">${host.text(ways.length ? 'waysOut' : 'noWayOut')}</span></p>
    <ul class="row controls" role="list">
      ${ways}
    </ul>
  </div>`;
}
