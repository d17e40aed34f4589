import { html, nothing, type TemplateResult } from 'lit';
import type { Stop } from '../content/model.ts';
import type { ExitController } from '../controllers/exit-controller.ts';
import type { StopsController } from '../controllers/stops-controller.ts';
import type { ChecklistPack, ChecklistSpeaker } from './checklist-words.ts';
import { renderText } from './text.ts';

/** The safety of the checklist: the way out, the stops, and where to find help. */

/** Renders the link that leaves the page; it works without a handler too. */
export function renderExit(host: ChecklistSpeaker, { url, hasShortcut }: ExitController): TemplateResult {
  return html`<div class="exit">
    <a class="button" part="exit" href=${url} rel="noreferrer">${host.text('leave')}</a>
    <span class="muted small"
      >${host.text('leaveErases')} ${host.text('leaveLimits')}
      ${hasShortcut ? host.text('leaveShortcut') : nothing}</span
    >
  </div>`;
}

/** Renders the stops as plain checkboxes. */
export function renderStops(host: ChecklistSpeaker, { all, raised }: StopsController): unknown {
  if (!all.length) return nothing;
  return html`<fieldset class="controls">
    <legend>
      ${host.text('stopsLegend')}
      <span class="muted small">${host.text('stopsHint')}</span>
    </legend>
    ${all.map(
      stop =>
        html`<label part="option"
          ><input type="checkbox" value=${stop.id} .checked=${raised.includes(stop)} />${stop.text}</label
        >`,
    )}
  </fieldset>`;
}

/** What the page says of help. */
interface HelpHost extends ChecklistSpeaker {
  readonly content: ChecklistPack | undefined;
  readonly country: string;
  readonly headingLevel: number;
}

/**
 * Renders the place of help, empty until a stop is raised; one for all steps, so that it keeps its place and the country
 * that the reader chose. The helplines in it are a region by the name of it.
 *
 * @param away - titles of the themes that are withdrawn
 * @param isAsked - the reader asked for help, by a next step, and has not said of which kind
 */
export function renderHelp(
  host: HelpHost,
  raised: readonly Stop[],
  away: readonly string[],
  isAsked: boolean,
): TemplateResult {
  const { content, country, headingLevel } = host;
  // Empty it takes no focus: screen readers stop at what could, and say "blank".
  const isHelp = isAsked || raised.length > 0;
  return html`<div class="controls" part="help" id="help" tabindex=${isHelp ? -1 : nothing}>
    ${raised.map(({ message }) => html`<p class="note">${renderText(message)}</p>`)}
    ${
      isHelp
        ? html`<rekindle-helplines
            kinds=${isAsked ? 'emergency abuse crisis own-behaviour' : raised.flatMap(({ help }) => help).join(' ')}
            country=${country}
            heading-level=${headingLevel + 1}
            label=${host.text('helpTitle')}
            .pack=${content?.helplines && content}
          ></rekindle-helplines>`
        : nothing
    }
    <slot name="safety"></slot>
    ${away.length ? html`<p>${host.text('setAside', { themes: away.join(', ') })}</p>` : nothing}
  </div>`;
}
