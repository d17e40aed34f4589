import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { copyText, isInApp, saveFile } from '../controllers/hand-over.ts';
import { readerClock } from '../controllers/reader-clock.ts';
import { today } from '../controllers/today.ts';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, PackHead } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { CALENDARS, calendarLink } from '../domain/calendar-links.ts';
import { calendarFile, wallClock, type CalendarEvent, type Repeat } from '../domain/calendar.ts';
import { isDay } from '../domain/day.ts';
import { durationMinutes } from '../domain/duration.ts';
import { suggestedStart } from '../domain/plan.ts';
import { RekindleActivityPlanEvent } from './events.ts';
import { plainText, renderHeading, renderText } from './text.ts';

/** What the plan needs of the element that it stands in. */
export interface PlanHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly content: PackHead | undefined;
  calendars: string;
  discreet: boolean;
  headingLevel: number;
  text(key: keyof ActivitiesMessages, values?: Readonly<Record<string, string | number>>): string;
}

const COMPANIES = { google: 'Google', outlook: 'Microsoft', office365: 'Microsoft', yahoo: 'Yahoo' } as const;

/** What goes into a calendar of an activity. A joint one carries the note that honours a wish for space. */
export function eventOf(host: PlanHost, one: Activity, start: string, repeat?: Repeat): CalendarEvent {
  const { content, discreet } = host;
  const joint = isJoint(one);
  const notes = [
    joint && content ? plainText(content.care.noContact) : '',
    plainText(one.summary),
    one.needs ? host.text('needs', { needs: one.needs.join(', ') }) : '',
    one.url ?? '',
  ];
  return {
    key: `${content?.id}/${one.id}`,
    title: discreet ? host.text(joint ? 'discreetTwo' : 'discreetSelf') : one.title,
    // Whoever sees the calendar must not learn more than the title says; the note stood in the dialog.
    notes: discreet ? '' : notes.filter(Boolean).join('\n\n'),
    start,
    minutes: durationMinutes(one.duration),
    isPrivate: discreet,
    ...(repeat && { repeat }),
  };
}

/** The dialog that puts an activity into a calendar: one an element, made when it is first asked for. */
export class ActivityPlan {
  readonly #host: PlanHost;
  readonly #find: (id: string) => Activity | undefined;
  #one: Activity | undefined;
  #day = '';
  #time = '';
  #repeat: Repeat | undefined;
  #said = '';

  /** @param find - the activity of an id */
  constructor(host: PlanHost, find: (id: string) => Activity | undefined) {
    this.#host = host;
    this.#find = find;
  }

  /** Opens it for an activity; the browser returns the focus when it closes. */
  async open(id: string): Promise<void> {
    const one = this.#find(id);
    if (!one) return;
    const { day, time } = suggestedStart(one, today());
    this.#one = one;
    this.#day = day;
    this.#time = time;
    this.#repeat = one.repeat;
    this.#said = '';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#dialog?.isConnected && !this.#dialog.open) this.#dialog.showModal();
  }

  /** The calendar file of an activity. */
  file(id: string, start: string, repeat?: Repeat): string | undefined {
    const one = this.#find(id);
    return one && calendarFile(eventOf(this.#host, one, start, repeat), readerClock());
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  get #start(): string {
    return this.#time ? `${this.#day}T${this.#time}` : this.#day;
  }

  render(): TemplateResult | typeof nothing {
    const one = this.#one;
    if (!one) return nothing;
    const { text, headingLevel, content } = this.#host;
    const say: PlanHost['text'] = (key, values) => text.call(this.#host, key, values);
    return html`<dialog part="plan" aria-labelledby="plan-title" @change=${this.#onChange} @click=${this.#onClick}>
      ${renderHeading(headingLevel + 1, 'plan-title', `${say('plan')}: ${one.title}`, 'plan-title')}
      ${isJoint(one) && content ? html`<p class="note" role="note">${renderText(content.care.noContact)}</p>` : nothing}
      <div class="limits">
        <label class="limit"
          ><span>${say('day')}</span> <input type="date" name="day" required .value=${this.#day}
        /></label>
        <label class="limit"
          ><span>${say('hour')}</span> <input type="time" name="time" aria-describedby="hour-note" .value=${this.#time}
        /></label>
        <label class="limit"
          ><span>${say('repeat')}</span>
          <select name="repeat">
            ${(['once', 'weekly', 'monthly'] as const).map(
              key => html`<option value=${key} .selected=${key === (this.#repeat ?? 'once')}>${say(key)}</option>`,
            )}
          </select></label
        >
      </div>
      <p class="small muted" id="hour-note">${say('hourNote')}</p>
      ${isDay(this.#day) ? this.#renderWays(one, say) : html`<p>${say('noDay')}</p>`}
      <p role="status">${this.#said}</p>
      <button name="close" type="button">${say('close')}</button>
    </dialog>`;
  }

  #renderWays(one: Activity, say: PlanHost['text']): TemplateResult {
    const file = html`<p><button name="ics" part="file-button" class="primary">${say('file')}</button></p>
      <p class="small muted">${say('fileNote')}</p>`;
    const allowed = this.#host.calendars.split(/\s+/);
    const [event, clock] = [eventOf(this.#host, one, this.#start, this.#repeat), readerClock()];
    const links = CALENDARS.filter(name => allowed.includes(name)).flatMap(name => {
      const href = calendarLink(name, event, clock);
      if (!href) return [];
      const words = say('link', { calendar: say(name), company: COMPANIES[name] });
      return html`<li>
        <a href=${href} data-to=${name} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
          >${words}</a
        >
      </li>`;
    });
    const others = html`${
        links.length
          ? html`<ul>
              ${links}
            </ul>`
          : nothing
      }
      <p><button name="copy" part="copy-button">${say('copy')}</button></p>`;
    const first = allowed.includes('ics') ? file : nothing;
    // Apps that show a page inside themselves mostly lose the file.
    return isInApp() ? html`${others}${first}` : html`${first}${others}`;
  }

  readonly #onChange = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'day') this.#day = value;
    else if (name === 'time') this.#time = /^\d\d:\d\d/.exec(value)?.[0] ?? '';
    else this.#repeat = value === 'once' ? undefined : (value as Repeat);
    this.#host.requestUpdate();
  };

  readonly #onClick = async (event: Event): Promise<void> => {
    const control = (event.target as Element).closest<HTMLElement>('button, a');
    const one = this.#one;
    if (!control || !one) return;
    const to = control instanceof HTMLButtonElement ? control.name : (control.dataset.to ?? '');
    if (to === 'close') return this.#dialog?.close();
    const isAllowed = this.#host.dispatchEvent(
      new RekindleActivityPlanEvent(one.id, to as RekindleActivityPlanEvent['to'], this.#start),
    );
    if (!isAllowed) return event.preventDefault();
    const plan = eventOf(this.#host, one, this.#start, this.#repeat);
    if (to === 'ics') {
      saveFile(`${plan.isPrivate ? 'plan' : one.id}.ics`, 'text/calendar', calendarFile(plan, readerClock()));
      this.#say('saved');
    } else if (to === 'copy') {
      this.#say(
        (await copyText([plan.title, this.#when, plan.notes].filter(Boolean).join('\n\n'))) ? 'copied' : 'copyFailed',
      );
    }
  };

  /** The start in words. */
  get #when(): string {
    const hour = this.#time ? ({ timeStyle: 'short' } as const) : {};
    const style = { dateStyle: 'full', ...hour, timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.#host.content?.lang, style).format(wallClock(this.#start));
  }

  #say(key: 'saved' | 'copied' | 'copyFailed'): void {
    const words = this.#host.text(key);
    // The same words twice are said twice, since they then differ by a space.
    this.#said = words === this.#said ? `${words}\u00a0` : words;
    this.#host.requestUpdate();
  }
}
