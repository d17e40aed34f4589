import { html, nothing, type TemplateResult } from 'lit';
import type { TipsMessages } from '../content/messages.ts';
import type { Tip } from '../content/model.ts';
import type { Speaker } from './content-mixin.ts';

export type TipsSpeaker = Speaker<TipsMessages>;

type Pagination = 'fraction' | 'dots' | 'select' | 'none';

/** Most tips that a row of dots is for; beyond, a native select takes one tab stop for any number. */
const MAX_DOTS = 8;

export interface PickerHost extends TipsSpeaker {
  /** Index of the tip that is shown. */
  readonly activeIndex: number;
  readonly pagination: Pagination;
}

/** What a tip is called in a list of tips. */
export function nameOf(host: TipsSpeaker, { title }: Tip, index: number): string {
  return title || host.text('untitled', { position: index + 1 });
}

/** Renders the ways to any tip: dots or a select, where the page asks for them. */
export function renderPicker(host: PickerHost, tips: readonly Tip[]): TemplateResult | typeof nothing {
  const { activeIndex: index, pagination } = host;
  if (pagination === 'select' || (pagination === 'dots' && tips.length > MAX_DOTS)) {
    return html`<select
      class="select"
      part="pagination"
      name="go"
      aria-label=${host.text('choose')}
      .value=${String(index)}
    >
      ${tips.map((tip, i) => html`<option value=${i} .selected=${i === index}>${nameOf(host, tip, i)}</option>`)}
    </select>`;
  }
  if (pagination === 'dots') {
    return html`<span class="dots" part="pagination" role="group" aria-label=${host.text('choose')}>
      ${tips.map((tip, i) => {
        const isCurrent = i === index;
        return html`<button
          class="dot"
          part=${isCurrent ? 'pagination-item pagination-item-active' : 'pagination-item'}
          name="go"
          value=${i}
          aria-label=${nameOf(host, tip, i)}
          aria-current=${isCurrent ? 'true' : nothing}
        ></button>`;
      })}
    </span>`;
  }
  return nothing;
}
