import { html, nothing, type TemplateResult } from 'lit';
import { printNodes } from '../controllers/hand-over.ts';
import type { Activity } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { makeCard, type CardHost } from './activity-card.ts';
import { button, factLine, factsOf, renderByHand, type ActivitiesPack, type Speaker } from './activity-words.ts';
import { node } from './node.ts';
import { plainText, renderHeading, renderText } from './text.ts';

/** Renders the note that honours a wish for space, where one of some activities is for two. */
export function renderNote(all: readonly Activity[], pack: ActivitiesPack): TemplateResult | typeof nothing {
  return all.some(isJoint)
    ? html`<p class="note" part="care" role="note">${renderText(pack.care.noContact)}</p>`
    : nothing;
}

/** That note as a text; empty where none is for two. */
export const noteText = (all: readonly Activity[], { care }: ActivitiesPack): string =>
  all.some(isJoint) ? plainText(care.noContact) : '';

/** What "my list" shows. */
export interface ListView {
  readonly favourites: readonly Activity[];
  /** What to say where there are none: she marked none, or they are set aside. */
  readonly none: 'listEmpty' | 'listAside';
  readonly isDone: (one: Activity) => boolean;
  readonly canUndo: boolean;
  /** What became of sharing it, and the link to copy by hand where the browser did not copy. */
  readonly outcome: { readonly text: string; readonly link?: string } | undefined;
  /** What is kept, or a line that nothing is. */
  readonly storage: unknown;
}

/** Renders "my list": the favourites, and what can be done with them. */
export function renderList(
  host: Speaker & { actions: string },
  pack: ActivitiesPack,
  { favourites, none, isDone, canUndo, outcome, storage }: ListView,
): TemplateResult {
  const part = 'list-button';
  return html`<section class="ours ${favourites.length ? '' : 'controls'}" part="our-list" aria-labelledby="list-title">
    ${renderHeading(host.headingLevel + 1, 'list-title', host.text('list'), 'list-title')}
    ${
      favourites.length
        ? html`${renderNote(favourites, pack)}
            <ul>
              ${favourites.map(
                one =>
                  html`<li>
                    ${button(host, 'show', { kind: 'plain', value: one.id, words: one.title })}
                    <span class="small muted">${factLine(host, one, ...(isDone(one) ? [host.text('done')] : []))}</span>
                  </li>`,
              )}
            </ul>`
        : html`<p>${host.text(none)}</p>`
    }
    ${
      favourites.length || canUndo
        ? html`<div class="row controls">
            ${['share', 'print', 'clearList']
              .filter(name => favourites.length && `${host.actions} clearList`.includes(name))
              .map(name => button(host, name, { part }))}
            ${button(host, 'undo', { part, isOff: !canUndo })}
          </div>`
        : nothing
    }
    ${
      outcome
        ? html`<div class="controls" part="status">
            <p class="small">${outcome.text}</p>
            ${outcome.link ? renderByHand(host.text('link'), outcome.link) : nothing}
          </div>`
        : nothing
    }
    ${storage}
  </section>`;
}

/** Renders a list that came in a link: titles, and the choice to take it over. */
export function renderShared(
  host: Speaker,
  all: readonly Activity[],
  pack: ActivitiesPack,
): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  return html`<section class="card shared" part="shared-list" aria-labelledby="shared-title">
    ${renderHeading(host.headingLevel + 1, 'list-title', host.text('sharedList'), 'shared-title')}
    ${renderNote(all, pack)}
    <ul>
      ${all.map(one => html`<li>${one.title}</li>`)}
    </ul>
    <div class="row controls">${button(host, 'accept', { kind: 'primary' })} ${button(host, 'dismiss')}</div>
  </section>`;
}

/** Opens the browser's print dialog for some activities alone. */
export function printList(host: CardHost, root: Node, all: readonly Activity[], pack: ActivitiesPack): void {
  const { lang, dir } = pack;
  const title = host.text('list');
  const nodes = [node('h1', {}, title), node('p', {}, noteText(all, pack)), ...all.map(one => makeCard(host, one))];
  printNodes(root, { title, lang, dir, nodes });
}

/** Some activities as a text to share. */
export function listText(host: Speaker, all: readonly Activity[], pack: ActivitiesPack): string {
  const lines = all.map(one => `${one.title} (${factsOf(host, one).join(', ')})`);
  return [noteText(all, pack), ...lines].filter(Boolean).join('\n');
}
