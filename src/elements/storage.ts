import { html, nothing, type TemplateResult } from 'lit';
import type { StorageMessages } from '../content/messages.ts';
import type { StorageController } from '../controllers/storage-controller.ts';
import { longDate } from '../domain/long-date.ts';
import type { Speaker } from './content-mixin.ts';
import { RekindleStorageEraseEvent, RekindleStorageErrorEvent, RekindleStorageSaveEvent } from './events.ts';

/** What has the words for it. */
type StorageView = Speaker<StorageMessages & { readonly things: unknown }>;

/** The event that tells the page what happened to what is kept. */
export function storageEvent(
  event: Parameters<ConstructorParameters<typeof StorageController>[1]['onEvent']>[0],
): Event {
  if (event === 'save') return new RekindleStorageSaveEvent();
  return event === 'erase' ? new RekindleStorageEraseEvent() : new RekindleStorageErrorEvent(event);
}

/**
 * Renders what is kept, where, until when, who can see it, and the button that keeps or erases. Nothing where the page
 * allows no keeping.
 *
 * @param lang - of the dates
 * @param things - what they are called
 */
export function renderStorage(
  host: StorageView,
  stored: StorageController,
  lang: string,
  things = host.text('things'),
): TemplateResult | typeof nothing {
  const { mode, isKept, problem, lastDay } = stored;
  if (mode === 'none') return nothing;
  const date = longDate(lastDay, lang);
  const state = problem ?? (isKept ? (`kept-${mode}` as const) : mode);
  // The sentence takes the focus from the button, which goes: it is what a screen reader then says. The buttons have a box of
  // their own: Orca looks for what had the focus first where it was, finds the sentence there, and takes it for said.
  const on =
    (action: 'keep' | 'erase') =>
    ({ currentTarget }: Event): void => {
      stored[action]();
      (currentTarget as Element).closest('.controls')?.querySelector('p')?.focus();
    };
  return html`<div class="controls" part="storage">
    <p class="muted small" tabindex="-1">${host.text(state, { things, date })}</p>
    <div>
      ${
        isKept || problem === 'newer'
          ? nothing
          : html`<button part="storage-button" @click=${on('keep')}>${host.text('keepHere')}</button>`
      }
      ${
        isKept || problem
          ? html`<button part="storage-button" class="plain" @click=${on('erase')}>${host.text('erase')}</button>`
          : nothing
      }
    </div>
  </div>`;
}
