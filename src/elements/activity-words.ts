import { html, nothing, type TemplateResult } from 'lit';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, PackHead } from '../content/model.ts';
import { tagOf, wordsKey } from '../domain/activity-rules.ts';
import { durationWords } from '../domain/duration.ts';
import { messageIn } from '../domain/message.ts';
import type { Speaker as ContentSpeaker } from './content-mixin.ts';

export type ActivitiesPack = PackHead & { readonly activities: readonly Activity[] };

/** What the parts of the element need of it for their words. */
export interface Speaker extends ContentSpeaker<ActivitiesMessages> {
  readonly content: ActivitiesPack | undefined;
  headingLevel: number;
}

/** Words for an option, a duration or a facet. */
export function wordsFor(host: Speaker, id: string): string {
  return (
    tagOf(id) ??
    (durationWords(id, (unit, count) => host.text(unit, { count })) ||
      host.text(wordsKey(id) as keyof ActivitiesMessages))
  );
}

/** Time, cost, place and energy of an activity. */
export function factsOf(host: Speaker, { duration, cost, place, energy }: Activity): string[] {
  return [duration, `cost${cost}`, place, `energy${energy}`].map(id => wordsFor(host, id));
}

/** The facts in a line, and more of their kind. No line begins with the dot between them. */
export function factLine(host: Speaker, one: Activity, ...more: string[]): string {
  return messageIn(host.content?.dir, [...factsOf(host, one), ...more].join('\u00a0· '));
}

/** Renders the options of a native select; their values are the keys of their words. */
export function renderOptions<Key extends keyof ActivitiesMessages>(
  host: Speaker,
  keys: readonly Key[],
  selected: Key,
): TemplateResult[] {
  return keys.map(key => html`<option value=${key} .selected=${key === selected}>${host.text(key)}</option>`);
}

/** Renders a text that the browser did not copy, to be copied by hand. */
export const renderByHand = (label: string, text: string): TemplateResult =>
  html`<label class="limit"><span>${label}</span> <textarea rows="4" readonly .value=${text}></textarea></label>`;

/** Renders a button that says by its name, and its value, what it does; the element listens once for all. */
export function button(
  host: Speaker,
  name: string,
  {
    part = `${name}-button`,
    kind = '',
    isOff,
    value = '',
    words = host.text(name as keyof ActivitiesMessages),
    label,
  }: { part?: string; kind?: string; isOff?: boolean; value?: string; words?: string; label?: string } = {},
): TemplateResult {
  return html`<button
    type="button"
    name=${name}
    value=${value}
    part=${part}
    class=${kind}
    aria-label=${label ?? nothing}
    aria-disabled=${isOff || nothing}
  >
    ${words}
  </button>`;
}
