import { html, nothing, render, type TemplateResult } from 'lit';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { renderHeading, renderText } from './text.ts';

/** What a card needs beside its activity. */
export interface CardView {
  readonly level: number;
  facts(one: Activity): readonly string[];
  /** A duration in words. */
  duration(iso: string): string;
  text(key: keyof ActivitiesMessages, values?: Readonly<Record<string, string | number>>): string;
}

/** Buttons of a card: `name` says what it does, `value` to which activity; who listens is the element. */
const BUTTONS = ['favourite', 'done', 'plan'] as const;

/** Renders an activity. Favourite and done are marked by {@link markPressed}. */
export function renderCard(one: Activity, view: CardView, id?: string): TemplateResult {
  const { title, needs, bookAhead, url } = one;
  return html`<article class="card" part="card">
    ${renderHeading(view.level, 'card-title', title, id)}
    ${isJoint(one) ? html`<p class="care small" part="care">${view.text('space')}</p>` : nothing}
    <p>${renderText(one.summary)}</p>
    ${needs ? html`<p class="small">${view.text('needs', { needs: needs.join(', ') })}</p>` : nothing}
    ${bookAhead ? html`<p class="small">${view.text('book', { time: view.duration(bookAhead) })}</p>` : nothing}
    ${
      url
        ? html`<p class="small">
            <a href=${url} aria-label=${view.text('about', { title })} rel="noopener noreferrer"
              >${view.text('aboutShort')}</a
            >
          </p>`
        : nothing
    }
    <p class="small muted facts" part="facts">${view.facts(one).join(' · ')}</p>
    <div class="row controls">
      ${BUTTONS.map(
        name =>
          html`<button
            name=${name}
            value=${one.id}
            part=${`${name}-button`}
            class="small"
            aria-pressed=${name === 'plan' ? nothing : 'false'}
            aria-label=${view.text(name, { title })}
          >
            ${view.text(`${name}Short`)}
          </button>`,
      )}
    </div>
  </article>`;
}

/** Marks the toggle buttons below a node. */
export function markPressed(root: ParentNode, has: (name: string, id: string) => boolean): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[aria-pressed]'))
    button.setAttribute('aria-pressed', String(has(button.name, button.value)));
}

/**
 * Makes a list hold the cards of some activities, in their order. A card is rendered once and then let go: what Lit would
 * keep for each of its parts is several times the card. One that is there already stays, with the focus in it.
 */
export function syncCards(list: Element, items: readonly Activity[], view: CardView): void {
  const wanted = new Set(items.map(one => one.id));
  const there = new Map<string, Element>();
  for (const card of [...list.children] as HTMLElement[]) {
    const id = card.dataset.id ?? '';
    if (wanted.has(id)) there.set(id, card);
    else card.remove();
  }
  items.forEach((one, i) => {
    const next = list.children[i] ?? null;
    const card = there.get(one.id) ?? makeCard(one, view);
    if (card !== next) list.insertBefore(card, next);
  });
}

function makeCard(one: Activity, view: CardView): HTMLElement {
  const item = document.createElement('li');
  const holder = document.createElement('div');
  render(renderCard(one, view, `card-${one.id}`), holder);
  item.dataset.id = one.id;
  if (holder.firstElementChild) item.append(holder.firstElementChild);
  return item;
}
