import { html, nothing, type TemplateResult } from 'lit';
import { FAVOURITES, NOT_DONE, TEXT, type Found, type View } from '../domain/activity-search.ts';
import type { Facet } from '../domain/facets.ts';
import type { Finder } from '../domain/finder.ts';
import { button, wordsFor, type Speaker } from './activity-words.ts';

/** What the filters need of the element that they stand in. */
interface FilterHost extends Speaker {
  apply: 'live' | 'button';
  actions: string;
  /** Which folds were open, by their parts: what was never seen is not made. */
  readonly unfolded: Set<string>;
  unfold(event: Event): void;
}

/** Filters by what the reader marked. */
const MARKS = [
  ['favourite', FAVOURITES],
  ['done', NOT_DONE],
] as const;
/** Facets of several choices that stand open; the others follow under "More filters". */
const OPEN = 3;

/** Renders the filters, with what each would give. */
export function renderFilters(
  host: FilterHost,
  finder: Pick<Finder, 'facets'>,
  { chosen }: View,
  found: Found,
): TemplateResult {
  const numbers = (id: string) => {
    const count = found.counts.get(id) ?? 0;
    const option = wordsFor(host, id);
    return { option, count, isOff: !count && !chosen.has(id), name: host.text('optionCount', { option, count }) };
  };
  // One that nothing matches stays and takes focus; the element refuses its click.
  const box = (id: string): TemplateResult => {
    const { option, count, isOff, name } = numbers(id);
    return html`<label class="button option" part="option">
      <input type="checkbox" value=${id} aria-label=${name} aria-disabled=${isOff} />
      ${option} <span class="muted" aria-hidden="true">${count}</span>
    </label>`;
  };
  const set = ({ id, options }: Facet): TemplateResult =>
    html`<fieldset>
      <legend>${wordsFor(host, id)}</legend>
      <div class="row">${options.map(option => box(option.id))}</div>
    </fieldset>`;
  const limit = ({ id, options }: Facet): TemplateResult =>
    html`<label class="limit">
      <span>${wordsFor(host, id)}</span>
      <select>
        <option value="">${host.text('any')}</option>
        ${options.map(({ id }) => {
          const { isOff, name, option: words } = numbers(id);
          // What is chosen stands in the field, which has no room for a number that is above the cards anyway.
          return html`<option value=${id} ?disabled=${isOff}>${chosen.has(id) ? words : name}</option>`;
        })}
      </select>
    </label>`;
  const fold = (part: string, title: string, content: () => TemplateResult): TemplateResult => {
    const isUnfolded = host.unfolded.has(part);
    return html`<details ?open=${isUnfolded} part=${part} @toggle=${host.unfold}>
      <summary>${title}</summary>
      ${isUnfolded ? content() : nothing}
    </details>`;
  };
  const form = (): TemplateResult => {
    const { facets } = finder;
    const sets = facets.filter(one => !one.single);
    const more = sets.slice(OPEN);
    const used = more.flatMap(one => one.options).filter(({ id }) => chosen.has(id)).length;
    const marks = MARKS.filter(([action]) => host.actions.includes(action)).map(([, id]) => id);
    return html`<form part="form">
      ${sets.slice(0, OPEN).map(set)}
      <div class="limits">
        <label class="limit">
          <span>${host.text('search')}</span>
          <input type="search" name=${TEXT} autocomplete="off" />
        </label>
        ${facets.filter(one => one.single).map(limit)}
      </div>
      ${
        more.length
          ? fold(
              'more-filters',
              used ? host.text('moreFiltersUsed', { count: used }) : host.text('moreFilters'),
              () => html`<div class="sets">${more.map(set)}</div>`,
            )
          : nothing
      }
      <div class="row last">
        ${marks.map(box)}
        ${
          host.apply === 'button'
            ? button(host, 'apply', { kind: 'primary', words: host.text('apply', { count: found.results.length }) })
            : nothing
        }
      </div>
    </form>`;
  };
  return fold('filters', host.text('filters'), form);
}

/** Brings the controls in line with the choices. Not by the template, which knows what it wrote and not what she did. */
export function showChoices(root: ParentNode, { chosen, search }: View): void {
  for (const box of root.querySelectorAll<HTMLInputElement>('.option input')) box.checked = chosen.has(box.value);
  for (const limit of root.querySelectorAll<HTMLSelectElement>('.limit select:not([name])'))
    limit.value = [...limit.options].find(({ value }) => chosen.has(value))?.value ?? '';
  const text = root.querySelector<HTMLInputElement>('[type=search]');
  if (text && text.value !== search) text.value = search;
}

/** The choices after a change of one of the controls above. */
export function choicesAfter(control: HTMLInputElement | HTMLSelectElement, chosen: ReadonlySet<string>): Set<string> {
  const after = new Set(chosen);
  const all = 'options' in control ? control.options : [control];
  for (const { value } of all) after.delete(value);
  if (control.value && (control as HTMLInputElement).checked !== false) after.add(control.value);
  return after;
}
