import { html, nothing, type TemplateResult } from 'lit';
import type { Band, NextStep, Statement } from '../content/model.ts';
import type { Answer, Progress } from '../domain/scoring.ts';
import type { Say } from './checklist-safety.ts';
import { renderText } from './text.ts';

/** What can be chosen for a statement: its value, and its words. */
export type Choice = readonly [Answer, string];

export interface StatementOptions {
  /** Undefined where nothing is chosen. */
  readonly answer: Answer | undefined;
  readonly say: Say;
}

/** Renders how far the reader is, in words first; the bar takes its values from the same numbers. */
export function renderProgress({ answered, total }: Progress, say: Say): TemplateResult {
  const text = say('progress', { answered, count: total });
  return html`<div class="row progress" part="progress">
    <span class="muted small">${text}</span>
    <progress
      part="progress-bar"
      aria-label=${say('progressLabel')}
      aria-valuetext=${text}
      max=${total || 1}
      .value=${answered}
    ></progress>
  </div>`;
}

/** Renders a statement. The value of a radio is the index of its choice. */
export function renderStatement(
  { id, text }: Statement,
  choices: readonly Choice[],
  { answer, say }: StatementOptions,
): TemplateResult {
  return html`<div class="card" part="statement">
    <fieldset>
      <legend>${text}</legend>
      <div class="options">
        ${choices.map(
          ([value, label], i) =>
            html`<label class="option" part="option"
              ><input type="radio" .checked=${answer === value} name=${id} value=${i} />${label}</label
            >`,
        )}
      </div>
      ${
        answer === undefined
          ? nothing
          : html`<button
              class="plain small controls"
              part="clear"
              name="clear"
              value=${id}
              aria-label=${say('clearStatement', { statement: text })}
            >
              ${say('clear')}
            </button>`
      }
    </fieldset>
  </div>`;
}

/** Renders the few words that fit a theme. */
export function renderGuidance({ title, text }: Band, next: readonly NextStep[], say: Say): TemplateResult {
  return html`<p><strong>${title}.</strong> ${renderText(text)}</p>
    ${
      next.length
        ? html`<p class="muted small">${say('nextSteps')}</p>
            <ul>
              ${next.map(step => html`<li>${renderText(step.text)}</li>`)}
            </ul>`
        : nothing
    }`;
}
