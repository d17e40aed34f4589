import { html, nothing, type TemplateResult } from 'lit';
import type { ChecklistMessages } from '../content/messages.ts';
import type { Assessment, HelplineCountry, PackHead, Stop } from '../content/model.ts';
import { renderText } from './text.ts';

/** The safety of the checklist: the way out, the stops, and where to find help. */

export type ChecklistPack = PackHead & {
  readonly checklist: Assessment;
  readonly helplines?: readonly HelplineCountry[];
};

/** Text of the interface. */
export type Say = (key: keyof ChecklistMessages, values?: Readonly<Record<string, string | number>>) => string;

/** Renders the link that leaves the page; it works without a handler too. */
export function renderExit(
  href: string,
  onClick: (event: MouseEvent) => void,
  hasShortcut: boolean,
  say: Say,
): TemplateResult {
  return html`<div class="row controls exit">
    <a class="button" part="exit" href=${href} rel="noreferrer noopener" referrerpolicy="no-referrer" @click=${onClick}
      >${say('leave')}</a
    >
    <span class="muted small">${say('leaveLimits')} ${hasShortcut ? say('leaveShortcut') : nothing}</span>
  </div>`;
}

/** Renders the stops as plain checkboxes. */
export function renderStops(stops: readonly Stop[], raised: ReadonlySet<string>, say: Say): unknown {
  if (!stops.length) return nothing;
  return html`<fieldset class="controls" aria-describedby="hint">
    <legend>${say('stopsLegend')}</legend>
    <p class="muted small" id="hint">${say('stopsHint')}</p>
    <div class="options">
      ${stops.map(
        ({ id, text }) =>
          html`<label class="option" part="option"
            ><input type="checkbox" value=${id} .checked=${raised.has(id)} />${text}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

export interface HelpOptions {
  readonly pack: ChecklistPack;
  readonly country: string;
  readonly headingLevel: number;
  /** The reader asked for help of any kind, by a next step. */
  readonly isAsked: boolean;
  readonly say: Say;
}

/** All kinds: who asks for help has not said of which. */
const KINDS = 'emergency abuse crisis own-behaviour';

/**
 * Renders the place of help, empty until a stop is raised. The helplines in it are a region by the name of it.
 *
 * @param away - titles of the themes that are withdrawn
 */
export function renderHelp(raised: readonly Stop[], away: readonly string[], options: HelpOptions): TemplateResult {
  const { pack, country, headingLevel, isAsked, say } = options;
  return html`<div class="controls" part="help" id="help" tabindex="-1">
    ${raised.map(({ message }) => html`<p class="note">${renderText(message)}</p>`)}
    ${
      raised.length || isAsked
        ? html`<rekindle-helplines
            kinds=${isAsked ? KINDS : raised.flatMap(({ help }) => help).join(' ')}
            country=${country}
            heading-level=${headingLevel}
            label=${say('helpTitle')}
            .pack=${pack.helplines ? pack : undefined}
          ></rekindle-helplines>`
        : nothing
    }
    <slot name="safety"></slot>
    ${
      away.length
        ? html`<p class="aside">
            <strong>${say('setAsideTitle')}.</strong> ${say('setAside', { themes: away.join(', ') })}
          </p>`
        : nothing
    }
  </div>`;
}
