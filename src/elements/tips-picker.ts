import { html, nothing, type TemplateResult } from 'lit';
import type { TipsMessages } from '../content/messages.ts';
import type { Tip } from '../content/model.ts';
import type { Speaker } from './content-mixin.ts';
import { node } from './node.ts';

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

/** The select of an element, and the tips that it was made for. */
const selects = new WeakMap<PickerHost, readonly [of: readonly Tip[], select: HTMLSelectElement]>();

/** A select is made once for its tips, of plain nodes: a move then costs the same for any number of options. */
function selectOf(host: PickerHost, tips: readonly Tip[]): HTMLSelectElement {
  const { activeIndex: index } = host;
  const [of, known] = selects.get(host) ?? [];
  const ariaLabel = host.text('choose');
  if (known && of === tips && known.ariaLabel === ariaLabel) {
    // Only where it differs: it may be open.
    if (known.selectedIndex !== index) known.selectedIndex = index;
    return known;
  }
  const select = node(
    'select',
    { className: 'select', part: 'pagination', name: 'go', ariaLabel },
    ...tips.map((tip, i) => node('option', { value: i, selected: i === index }, nameOf(host, tip, i))),
  );
  selects.set(host, [tips, select]);
  return select;
}

/** Renders the ways to any tip: dots or a select, where the page asks for them. */
export function renderPicker(
  host: PickerHost,
  tips: readonly Tip[],
  seen: readonly Tip[],
): TemplateResult | HTMLSelectElement | typeof nothing {
  const { pagination } = host;
  if (pagination === 'select' || (pagination === 'dots' && tips.length > MAX_DOTS)) return selectOf(host, tips);
  if (pagination === 'dots') {
    return html`<span class="dots" part="pagination" role="group" aria-label=${host.text('choose')}>
      ${tips.map(
        (tip, i) =>
          html`<button
            class="dot"
            part="pagination-item ${seen.includes(tip) ? 'pagination-item-active' : ''}"
            name="go"
            value=${i}
            aria-label=${nameOf(host, tip, i)}
            aria-current=${tip === seen[0] ? 'true' : nothing}
          ></button>`,
      )}
    </span>`;
  }
  return nothing;
}
