import { html, nothing, type TemplateResult } from 'lit';
import type { Text, Tip } from '../content/model.ts';
import { plainText, renderText } from './text.ts';

export interface CardView {
  /** Knows the level of the headings. */
  readonly html: typeof html;
  /** What stands above the small step. */
  readonly step: string;
}

const renderStep = (step: Text, label: string): TemplateResult =>
  html`<p class="step" part="step"><strong>${label}</strong> ${renderText(step)}</p>`;

/**
 * Renders a card. Few parts and no blank text: a page may have hundreds.
 *
 * @param end - what stands at its end
 */
export function renderCard({ title, points, step }: Tip, view: CardView, end?: unknown): TemplateResult {
  const { html } = view;
  const [only] = points;
  if (title && points.length === 1 && only && !step && !end) {
    return html`<div class="card" part="slide">
      <h0 part="title">${title}</h0>
      <p>${renderText(only)}</p>
    </div>`;
  }
  return html`<div class="card" part="slide">
    ${title ? html`<h0 part="title">${title}</h0>` : nothing}
    <ul class="points" role="list">
      ${points.map(point => html`<li>${renderText(point)}</li>`)}
    </ul>
    ${step ? renderStep(step, view.step) : nothing}${end ?? nothing}
  </div>`;
}

/** Everything that a tip says, as plain text. */
export function tipText({ title, points, step = '' }: Tip): string {
  return [title, ...points.map(plainText), plainText(step)].join('\n').trim();
}

/** About how many lines a tip fills in a narrow card: what decides which card is the tallest. */
export function linesOf({ title, points, step = '' }: Tip): number {
  const lines = (text: Text, length: number): number => Math.ceil(plainText(text).length / length);
  return lines(title, 28) + points.reduce((sum, point) => sum + lines(point, 36) + 0.4, lines(step, 36));
}
