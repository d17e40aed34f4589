import { html, nothing, type TemplateResult } from 'lit';
import type { ActivitiesMessages } from '../content/messages.ts';
import { FAVOURITES, NOT_DONE, TEXT } from '../domain/activity-search.ts';
import type { Facet } from '../domain/facets.ts';

/** What the filters need to know of the element that they stand in. */
export interface FilterView {
  readonly facets: readonly Facet[];
  readonly chosen: ReadonlySet<string>;
  readonly search: string;
  readonly counts: ReadonlyMap<string, number>;
  /** Ideas that a press on the button would show; undefined where each change shows them at once. */
  readonly toApply: number | undefined;
  /** Words for a facet or an option. */
  say(id: string): string;
  text(key: keyof ActivitiesMessages, values?: Readonly<Record<string, string | number>>): string;
}

/** Facets of several choices that stand open; the others follow under "More filters". */
const OPEN = 3;

/** Renders an option to tick. One that nothing matches stays and takes focus, but {@link refuse} stops its click. */
function renderOption(id: string, { say, text, counts, chosen }: FilterView): TemplateResult {
  const [option, count, isChosen] = [say(id), counts.get(id) ?? 0, chosen.has(id)];
  return html`<label class="option" part="option">
    <input
      type="checkbox"
      value=${id}
      aria-label=${text('optionCount', { option, count })}
      aria-disabled=${!count && !isChosen}
      .checked=${isChosen}
    />
    ${option} <span class="muted" aria-hidden="true">${count}</span>
  </label>`;
}

/** Renders a facet of several choices. */
function renderFacet({ id, options }: Facet, view: FilterView): TemplateResult {
  return html`<fieldset>
    <legend>${view.say(id)}</legend>
    <div class="row">${options.map(option => renderOption(option.id, view))}</div>
  </fieldset>`;
}

/** Renders a facet of which one limit is chosen. */
function renderLimit({ id, options }: Facet, { say, text, counts, chosen }: FilterView): TemplateResult {
  return html`<label class="limit">
    <span>${say(id)}</span>
    <select>
      <option value="">${text('any')}</option>
      ${options.map(option => {
        const [count, isChosen] = [counts.get(option.id) ?? 0, chosen.has(option.id)];
        return html`<option value=${option.id} .selected=${isChosen} ?disabled=${!count && !isChosen}>
          ${text('optionCount', { option: say(option.id), count })}
        </option>`;
      })}
    </select>
  </label>`;
}

/** Renders the fields of the filters. */
export function renderFilters(view: FilterView): TemplateResult {
  const { facets, chosen, search, text, toApply } = view;
  const sets = facets.filter(one => !one.single);
  const more = sets.slice(OPEN);
  const used = more.flatMap(one => one.options).filter(({ id }) => chosen.has(id)).length;
  return html`${sets.slice(0, OPEN).map(one => renderFacet(one, view))}
    <div class="limits">
      <label class="limit">
        <span>${text('search')}</span>
        <input type="search" name=${TEXT} autocomplete="off" .value=${search} />
      </label>
      ${facets.filter(one => one.single).map(one => renderLimit(one, view))}
    </div>
    ${
      more.length
        ? html`<details part="more-filters">
            <summary>${used ? text('moreFiltersUsed', { count: used }) : text('moreFilters')}</summary>
            <div class="sets">${more.map(one => renderFacet(one, view))}</div>
          </details>`
        : nothing
    }
    <div class="row last">
      ${[FAVOURITES, NOT_DONE].map(id => renderOption(id, view))}
      <button class="plain" name="clear" part="clear-button" type="button" aria-disabled=${!chosen.size && !search}>
        ${text('clear')}
      </button>
      ${
        toApply === undefined
          ? nothing
          : html`<button class="primary" part="apply-button">${text('apply', { count: toApply })}</button>`
      }
    </div>`;
}

/** Renders the filters in use, each with a button that takes it away. `names` are pairs of an id and its words. */
export function renderUsed(
  names: readonly (readonly [id: string, words: string])[],
  text: FilterView['text'],
): TemplateResult | typeof nothing {
  if (!names.length) return nothing;
  return html`<ul class="row used controls" part="used" role="list" aria-label=${text('used')}>
    ${names.map(
      ([id, option]) =>
        html`<li>
          <button name="drop" value=${id} part="used-button" class="small" aria-label=${text('drop', { option })}>
            ${option}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** Keeps a click away from an option that nothing matches. */
export function refuse(event: Event): void {
  if (event.target instanceof HTMLInputElement && event.target.ariaDisabled === 'true') event.preventDefault();
}

/** The choices after a change of one of the controls above. */
export function choicesAfter(control: EventTarget | null, chosen: ReadonlySet<string>): Set<string> {
  const after = new Set(chosen);
  if (control instanceof HTMLSelectElement) {
    for (const { value } of control.options) after.delete(value);
    if (control.value) after.add(control.value);
  } else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked) after.add(control.value);
    else after.delete(control.value);
  }
  return after;
}
