import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Activity, Text } from '../content/model.ts';
import { renderHeading, renderText } from './text.ts';

/** What a card needs beside its activity. */
export interface CardOptions {
  /** Id of the heading, which can then take focus. */
  readonly id: string | undefined;
  readonly level: number;
  /** Stands on every activity for two. */
  readonly care: Text | undefined;
  readonly facts: readonly string[];
  /** Name of the favourite button, the same in both states. */
  readonly label: string;
  readonly isFavourite: boolean;
  /** Its target has the activity's id as value. */
  readonly onFavourite: (event: Event) => void;
}

const heart = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
  ${svg`<path d="M12 20.5C5 15.5 3 12.4 3 9a4.7 4.7 0 0 1 9-2 4.7 4.7 0 0 1 9 2c0 3.4-2 6.5-9 11.5Z" fill="none" stroke="currentColor" stroke-width="2" />`}
</svg>`;

/** Renders an activity. */
export function renderCard(one: Activity, options: CardOptions): TemplateResult {
  return html`<article class="card" part="card">
    ${renderHeading(options.level, 'card-title', one.title, options.id)}
    ${
      options.care && one.for.includes('two')
        ? html`<p class="care small" part="care">${renderText(options.care)}</p>`
        : nothing
    }
    <p>${renderText(one.summary)}</p>
    <ul class="row small facts" role="list">
      ${options.facts.map(fact => html`<li>${fact}</li>`)}
    </ul>
    <button
      class="favourite controls"
      part="favourite-button"
      value=${one.id}
      aria-label=${options.label}
      aria-pressed=${options.isFavourite}
      @click=${options.onFavourite}
    >
      ${heart}
    </button>
  </article>`;
}
