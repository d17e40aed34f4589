import { html, type TemplateResult } from 'lit';
import type { Facet } from '../domain/facets.ts';

/** What the filters need to know of the element that they stand in. */
export interface FilterView {
  readonly chosen: ReadonlySet<string>;
  countOf(option: string): number;
  /** Words for a facet or an option. */
  say(id: string): string;
  /** Words for an option with its count. */
  sayCount(option: string, count: number): string;
}

/** Renders an option to tick. One that nothing matches stays and takes focus, but {@link refuse} stops its click. */
export function renderOption(id: string, view: FilterView): TemplateResult {
  const [option, count, isChosen] = [view.say(id), view.countOf(id), view.chosen.has(id)];
  return html`<label class="option" part="option">
    <input
      type="checkbox"
      value=${id}
      aria-label=${view.sayCount(option, count)}
      aria-disabled=${!count && !isChosen}
      .checked=${isChosen}
    />
    ${option} <span class="muted" aria-hidden="true">${count}</span>
  </label>`;
}

/** Renders a facet: options to tick, or one limit to choose. */
export function renderFacet({ id, single, options }: Facet, view: FilterView): TemplateResult {
  if (!single) {
    return html`<fieldset>
      <legend>${view.say(id)}</legend>
      <div class="row">${options.map(option => renderOption(option.id, view))}</div>
    </fieldset>`;
  }
  return html`<label class="limit">
    <span>${view.say(id)}</span>
    <select>
      <option value="">${view.say('any')}</option>
      ${options.map(option => {
        const [count, isChosen] = [view.countOf(option.id), view.chosen.has(option.id)];
        return html`<option value=${option.id} .selected=${isChosen} ?disabled=${!count && !isChosen}>
          ${view.sayCount(view.say(option.id), count)}
        </option>`;
      })}
    </select>
  </label>`;
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
  } else if (control instanceof HTMLInputElement) {
    if (control.checked) after.add(control.value);
    else after.delete(control.value);
  }
  return after;
}
