import { html, nothing, type TemplateResult } from 'lit';
import type { Tip } from '../content/model.ts';
import { renderPicker, type PickerHost, type TipsSpeaker } from './tips-picker.ts';

export interface ControlsHost extends PickerHost {
  readonly navigation: 'buttons' | 'none';
  readonly view: 'carousel' | 'list' | 'kept';
}

/** The buttons of the tips. The element listens for all of them at once, by their names. */
interface ControlsView {
  readonly tips: readonly Tip[];
  /** The tips that are seen at once. */
  readonly seen: readonly Tip[];
  /** "2 of 6". */
  readonly position: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Undefined without autoplay. */
  readonly isPlaying: boolean | undefined;
  /** How many tips the reader kept. */
  readonly kept: number;
}

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;

/** Its name says what it does: a pressed state beside that would say it twice. */
const renderRotation = (host: TipsSpeaker, isPlaying: boolean): TemplateResult =>
  html`<button part="rotation-control" name="rotate" aria-label=${host.text(isPlaying ? 'pause' : 'play')}>
    <slot name="pause-icon" ?hidden=${!isPlaying}>${icon('M5 3v10M11 3v10')}</slot
    ><slot name="play-icon" ?hidden=${isPlaying}>${icon('M5 3v10l8-5z')}</slot>
  </button>`;

const renderView = (view: string, text: string): TemplateResult =>
  html`<button class="plain" part="view-button" name="view" value=${view}>${text}</button>`;

const renderKept = (host: TipsSpeaker, kept: number): TemplateResult | typeof nothing =>
  kept ? renderView('kept', host.text('showKept', { count: kept })) : nothing;

/**
 * Renders the controls of the carousel. They stand before the cards: what moves a thing is read before it. The ends are
 * not `disabled`: the button would lose the focus.
 */
export function renderControls(host: ControlsHost, view: ControlsView): TemplateResult {
  const { tips, seen, position, isFirst, isLast, isPlaying, kept } = view;
  const picker = renderPicker(host, tips, seen);
  const hasPosition = picker === nothing && host.pagination !== 'none';
  const without = `${host.navigation === 'none' ? 'no-steps' : ''} ${hasPosition ? '' : 'no-position'}`;
  // No blank between the tags: each would be a node.
  return html`<div class="controls row ${without}" part="navigation" role="group" aria-label=${host.text('controls')}>
    ${isPlaying === undefined ? nothing : renderRotation(host, isPlaying)}<button
      part="navigation-button navigation-button-previous"
      name="previous"
      aria-label=${host.text('previous')}
      aria-disabled=${isFirst}
    >
      <slot name="previous-icon"
        ><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3 5 8l5 5" /></svg
      ></slot></button
    ><span class="position" part="pagination position">${position}</span
    ><button
      part="navigation-button navigation-button-next"
      name="next"
      aria-label=${host.text('next')}
      aria-disabled=${isLast}
    >
      <slot name="next-icon"
        ><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m6 3 5 5-5 5" /></svg
      ></slot></button
    >${picker}<button class="plain" part="view-button" name="view" value="list">${host.text('showAll')}</button
    >${renderKept(host, kept)}
  </div>`;
}

/** Renders the controls of a list: the ways to the other views. */
export function renderListControls(host: ControlsHost, kept: number): TemplateResult {
  return html`<div class="controls row" part="navigation" role="group" aria-label=${host.text('controls')}>
    ${renderView('carousel', host.text('showOne'))}${host.view === 'kept' ? renderView('list', host.text('showAll')) : renderKept(host, kept)}
  </div>`;
}
