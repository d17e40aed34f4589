import { html, nothing, type TemplateResult } from 'lit';
import type { Band, NextStep, Statement, Theme } from '../content/model.ts';
import type { AnswerController } from '../controllers/answer-controller.ts';
import type { ChecklistMessages } from '../content/messages.ts';
import type { ChecklistSpeaker } from './checklist-words.ts';
import { renderHeading, renderText } from './text.ts';

/** A next step, and the address of what it leads to where something has it. */
type LinkedStep = readonly [step: NextStep, href: string | undefined];

function renderNext(host: ChecklistSpeaker, [{ text, target = '' }, href]: LinkedStep): TemplateResult {
  const kind = target.split('/')[0] as keyof ChecklistMessages;
  return html`<li>
    ${renderText(text)}
    ${href ? html`<a part="next-link" class="controls" href=${href} data-to=${target}>${host.text(kind)}</a>` : nothing}
  </li>`;
}

/**
 * Renders the few words that fit a theme, with how far along the bands they are, as marks that print.
 *
 * @param next - the next steps that are not withdrawn
 */
export function renderResult(
  host: ChecklistSpeaker & { readonly headingLevel: number },
  { title, bands }: Theme,
  band: Band,
  next: readonly LinkedStep[],
): TemplateResult {
  const count = bands.length;
  const position = bands.indexOf(band) + 1;
  return html`<div class="card" part="result">
    ${renderHeading(host.headingLevel + 2, 'result-title', title)}
    <p>
      <strong>${band.title}.</strong>
      <span part="picture" role="img" aria-label=${host.text('picture', { position, count })}
        >${'●'.repeat(position)}${'○'.repeat(count - position)}</span
      >
      ${renderText(band.text)}
    </p>
    ${
      next.length
        ? html`<p class="muted small">${host.text('nextSteps')}</p>
            <ul>
              ${next.map(one => renderNext(host, one))}
            </ul>`
        : nothing
    }
  </div>`;
}

/**
 * Renders what the reader must be told of answers to an earlier version.
 *
 * @param statements - those that are shown
 */
export function renderChanges(
  host: ChecklistSpeaker,
  statements: readonly Statement[],
  { changes: { changed, dropped }, answers }: AnswerController,
): unknown {
  const open = statements.filter(({ id }) => changed.has(id) && !answers.has(id));
  const count = open.length + dropped;
  if (!count) return nothing;
  return html`<div class="note" part="notice">
    <p>${host.text('changed', { count })}</p>
    <ul>
      ${open.map(({ id, text }) => html`<li>${text} <em>${host.text('chosen', { answer: changed.get(id) ?? '' })}</em></li>`)}
    </ul>
  </div>`;
}
