import { html, nothing, type TemplateResult } from 'lit';
import type { StorageMessages } from '../content/messages.ts';
import type { StorageController, StorageMode } from '../controllers/storage-controller.ts';
import { longDate } from '../domain/long-date.ts';
import { RekindleStorageEraseEvent, RekindleStorageErrorEvent, RekindleStorageSaveEvent } from './events.ts';

/** Text of the interface. */
type Say = (key: keyof StorageMessages | 'things', values?: Readonly<Record<string, string>>) => string;

export interface StorageView {
  readonly mode: StorageMode;
  /** Language of the dates. */
  readonly lang: string;
  readonly say: Say;
}

/** The event that tells the page what happened to what is kept. */
export function storageEvent(
  event: Parameters<ConstructorParameters<typeof StorageController>[1]['onEvent']>[0],
): Event {
  if (event === 'save') return new RekindleStorageSaveEvent();
  return event === 'erase' ? new RekindleStorageEraseEvent() : new RekindleStorageErrorEvent(event);
}

/** The sentence holds the focus while the button beside it changes: it is what a screen reader then says. */
const focusSentence = ({ currentTarget }: Event): void =>
  (currentTarget as Element).parentElement?.querySelector('p')?.focus();

/**
 * Renders what is kept, where, until when, who can see it, and the button that keeps or erases. Nothing where the page
 * allows no keeping.
 */
export function renderStorage(
  stored: StorageController,
  { mode, lang, say }: StorageView,
): TemplateResult | typeof nothing {
  if (mode !== 'session' && mode !== 'local') return nothing;
  const { isKept, problem, lastDay } = stored;
  const date = longDate(lastDay, lang);
  const state = problem ?? (isKept ? (`kept-${mode}` as const) : mode);
  const keep = (event: Event): void => {
    stored.keep();
    focusSentence(event);
  };
  const erase = (event: Event): void => {
    stored.erase();
    focusSentence(event);
  };
  return html`<div class="storage controls" part="storage">
    <p class="muted small" tabindex="-1">${say(state, { things: say('things'), date })}</p>
    ${
      isKept || problem === 'newer'
        ? nothing
        : html`<button part="storage-button" @click=${keep}>${say('keepHere')}</button>`
    }
    ${
      isKept || problem
        ? html`<button part="storage-button" class="plain" @click=${erase}>${say('erase')}</button>`
        : nothing
    }
  </div>`;
}
