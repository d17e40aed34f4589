import { html, nothing, type TemplateResult } from 'lit';
import type { TipsMessages } from '../content/messages.ts';
import type { Tip } from '../content/model.ts';

/** Text of the interface. */
export type Say = (key: keyof TipsMessages, values?: Readonly<Record<string, string | number>>) => string;

export type Pagination = 'fraction' | 'dots' | 'select' | 'none';

/** Most tips that a row of dots is for; beyond, a native select takes one tab stop for any number. */
const MAX_DOTS = 8;

export interface PickerView {
  readonly tips: readonly Tip[];
  /** Index of the tip that is shown. */
  readonly index: number;
  readonly pagination: Pagination;
  readonly say: Say;
}

/** What a tip is called in a list of tips. */
export function nameOf({ title }: Tip, index: number, say: Say): string {
  return title || say('untitled', { position: index + 1 });
}

/** Renders the ways to any tip: dots or a select, where the page asks for them. */
export function renderPicker({ tips, index, pagination, say }: PickerView): TemplateResult | typeof nothing {
  if (pagination === 'select' || (pagination === 'dots' && tips.length > MAX_DOTS)) {
    return html`<select class="select" part="pagination" name="go" aria-label=${say('choose')} .value=${String(index)}>
      ${tips.map((tip, i) => html`<option value=${i} .selected=${i === index}>${nameOf(tip, i, say)}</option>`)}
    </select>`;
  }
  if (pagination === 'dots') {
    return html`<span class="dots" part="pagination" role="group" aria-label=${say('choose')}>
      ${tips.map((tip, i) => {
        const isCurrent = i === index;
        return html`<button
          class="dot"
          part=${isCurrent ? 'pagination-item pagination-item-active' : 'pagination-item'}
          name="go"
          value=${i}
          aria-label=${nameOf(tip, i, say)}
          aria-current=${isCurrent ? 'true' : nothing}
        ></button>`;
      })}
    </span>`;
  }
  return nothing;
}
