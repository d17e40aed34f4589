import { html, nothing, type TemplateResult } from 'lit';
import type { Band, NextStep, Theme } from '../content/model.ts';
import type { Changes } from '../controllers/answer-controller.ts';
import type { ChecklistMessages } from '../content/messages.ts';
import type { Say } from './checklist-safety.ts';
import { renderHeading, renderText } from './text.ts';

export interface ResultView {
  readonly headingLevel: number;
  readonly say: Say;
  /** The band that fits; undefined where there are not enough answers. */
  readonly band: Band | undefined;
  /** The next steps that are not withdrawn. */
  readonly next: readonly NextStep[];
  /** Address of what a next step leads to; undefined where nothing has it. */
  readonly href: (target: string) => string | undefined;
  /** Leads back to the theme. */
  readonly back: unknown;
}

function renderStep({ text, target = '' }: NextStep, { href, say }: ResultView): TemplateResult {
  const url = href(target);
  const kind = target.split('/')[0] as keyof ChecklistMessages;
  return html`<li>
    ${renderText(text)}
    ${url === undefined ? nothing : html`<a part="next-link" class="controls" href=${url} data-to=${target}>${say(kind)}</a>`}
  </li>`;
}

/** Renders the few words that fit a theme, and beside its title how far along the bands it is, as marks that print. */
export function renderResult({ title, bands }: Theme, view: ResultView): TemplateResult {
  const { band, next, say, headingLevel } = view;
  const count = bands.length;
  const position = band ? bands.indexOf(band) + 1 : 0;
  return html`<div class="card" part="result">
    <div class="row">
      ${renderHeading(headingLevel, 'result-title', title)}
      <span part="picture" role="img" aria-hidden=${!band} aria-label=${say('picture', { position, count })}
        >${'●'.repeat(position)}${'○'.repeat(count - position)}</span
      >
    </div>
    ${
      band
        ? html`<p><strong>${band.title}.</strong> ${renderText(band.text)}</p>
            ${
              next.length
                ? html`<p class="muted small">${say('nextSteps')}</p>
                    <ul>
                      ${next.map(step => renderStep(step, view))}
                    </ul>`
                : nothing
            }`
        : html`<p class="muted">${say('notEnough')}</p>
            ${view.back}`
    }
  </div>`;
}

/** Renders what the reader must be told of answers to an earlier version. */
export function renderChanges(
  changed: readonly (readonly [string, string])[],
  { dropped }: Changes,
  say: Say,
): unknown {
  const count = changed.length + dropped;
  if (!count) return nothing;
  return html`<div class="note" part="notice">
    <p>${say('changed', { count })}</p>
    <ul>
      ${changed.map(([text, answer]) => html`<li>${text} <em>${say('chosen', { answer })}</em></li>`)}
    </ul>
  </div>`;
}
