import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Announcer } from '../controllers/announcer.ts';
import { copyText, isInApp, saveFile } from '../controllers/hand-over.ts';
import { readerClock } from '../controllers/reader-clock.ts';
import { today } from '../controllers/today.ts';
import type { Activity } from '../content/model.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { CALENDARS, calendarLink, type CalendarName } from '../domain/calendar-links.ts';
import { calendarFile, isStart, wallClock, type CalendarEvent, type Repeat } from '../domain/calendar.ts';
import { durationMinutes } from '../domain/duration.ts';
import { suggestedStart } from '../domain/suggested-start.ts';
import { noteText, renderNote } from './activity-list.ts';
import { button, renderByHand, renderOptions, type ActivitiesPack, type Speaker } from './activity-words.ts';
import { plainText, renderHeading } from './text.ts';

const REPEATS = ['once', 'weekly', 'monthly'] as const;

/** What a plan needs of the element that it stands in. */
export interface PlanHost extends Speaker, ReactiveControllerHost {
  readonly content: ActivitiesPack | undefined;
  calendars: string;
  discreet: boolean;
}

/** What goes into a calendar of an activity. A joint one carries the note that honours a wish for space. */
export function eventOf(host: PlanHost, one: Activity, start: string, repeat?: Repeat): CalendarEvent {
  const { discreet } = host;
  // Where there is an activity, there are words.
  const content = host.content as ActivitiesPack;
  const { summary, needs, url, duration } = one;
  const joint = isJoint(one);
  const title = discreet ? host.text(joint ? 'discreetTwo' : 'discreetSelf') : one.title;
  const notes = [
    noteText([one], content),
    plainText(summary),
    needs && host.text('needs', { needs: needs.join(', ') }),
    url,
  ];
  return {
    // Who tries all our ids must not find the one of a discreet plan in its UID.
    key: `${content.id}/${discreet ? title : one.id}`,
    title,
    // Whoever sees the calendar must not learn more than the title says; the note stood in the dialog.
    notes: discreet ? '' : notes.filter(Boolean).join('\n\n'),
    start,
    minutes: durationMinutes(duration),
    isPrivate: discreet,
    repeat,
  };
}

/** The calendars on the web that the page wants, with a link that puts an event there; without one where it cannot carry that. */
function waysOf({ calendars }: PlanHost, event: CalendarEvent): (readonly [CalendarName, string | undefined])[] {
  const clock = readerClock();
  return CALENDARS.filter(name => calendars.includes(name)).map(name => [name, calendarLink(name, event, clock)]);
}

/** Those links alone. */
export function linksOf(host: PlanHost, event: CalendarEvent): Partial<Record<CalendarName, string>> {
  return Object.fromEntries(waysOf(host, event).filter(([, link]) => link));
}

/** A plan that the reader makes for an activity, and the dialog for it. */
export class Plan {
  readonly #host: PlanHost;
  readonly one: Activity;
  /** Says what was just done: the page around the dialog is inert. */
  readonly says: Announcer;
  /** What the fields say. */
  readonly #fields: { day: string; time: string; repeat: Repeat | 'once' };
  /** What to write into them. One is empty while a part of it is, and to write that would take away its other parts. */
  readonly #written: { readonly day: string; readonly time: string };
  /** The browser did not copy it: the text is there to be copied by hand. */
  #isByHand = false;

  constructor(host: PlanHost, one: Activity) {
    this.#host = host;
    this.one = one;
    this.says = new Announcer(() => host.requestUpdate());
    this.#written = suggestedStart(one, today());
    this.#fields = { ...this.#written, repeat: one.repeat ?? 'once' };
  }

  /** Takes what the reader put into a field. */
  change({ name, value }: HTMLInputElement): void {
    const change = { [name]: value };
    Object.assign(this.#fields, change);
    if (value) Object.assign(this.#written, change);
  }

  /** Local: a day, or a day and a time. */
  get start(): string {
    const { day, time } = this.#fields;
    return time ? `${day}T${time}` : day;
  }

  get event(): CalendarEvent {
    const { repeat } = this.#fields;
    return eventOf(this.#host, this.one, this.start, repeat === 'once' ? undefined : repeat);
  }

  /** The plan as a text to copy. */
  get text(): string {
    const { title, notes, start, repeat } = this.event;
    const when = new Intl.DateTimeFormat(this.#host.content?.lang, {
      dateStyle: 'full',
      timeStyle: this.#fields.time ? 'short' : undefined,
      timeZone: 'UTC',
    }).format(wallClock(start));
    return [title, when, repeat && this.#host.text(repeat), notes].filter(Boolean).join('\n\n');
  }

  /** Puts it where the reader wants it, and says so; a link is the browser's to follow. */
  async put(to: CalendarName | 'ics' | 'copy'): Promise<void> {
    const host = this.#host;
    if (to === 'ics') {
      const name = `${host.discreet ? 'plan' : this.one.id}.ics`;
      saveFile(name, 'text/calendar', calendarFile(this.event, readerClock()));
      this.says.announce(host.text('saved'));
    } else if (to === 'copy') {
      this.#isByHand = !(await copyText(this.text));
      this.says.announce(host.text(this.#isByHand ? 'copyFailed' : 'copied'));
    }
  }

  render(pack: ActivitiesPack): TemplateResult {
    const host = this.#host;
    const { day, repeat } = this.#fields;
    const isThere = isStart(day);
    return html`<dialog class="card controls" part="plan" aria-labelledby="plan-title">
      ${renderHeading(host.headingLevel + 1, 'plan-title', `${host.text('plan')}: ${this.one.title}`, 'plan-title')}
      ${renderNote([this.one], pack)}
      <p class="small muted" id="hour-note">${host.text('hourNote')}</p>
      <div class="limits">
        <label class="limit"
          ><span>${host.text('day')}</span> <input type="date" name="day" required .value=${this.#written.day}
        /></label>
        <label class="limit"
          ><span>${host.text('hour')}</span>
          <input type="time" name="time" aria-describedby="hour-note" .value=${this.#written.time}
        /></label>
        <label class="limit"
          ><span>${host.text('repeat')}</span>
          <select name="repeat">
            ${renderOptions(host, REPEATS, repeat)}
          </select></label
        >
      </div>
      ${isThere ? this.#renderWays() : nothing}
      <p role="status">${isThere ? this.says.text : host.text('noDay')}</p>
      ${isThere && this.#isByHand ? renderByHand(host.text('copy'), this.text) : nothing}
      <p>${button(host, 'close')}</p>
    </dialog>`;
  }

  #renderWays(): unknown[] {
    const host = this.#host;
    const ways = waysOf(host, this.event);
    const file = host.calendars.includes('ics')
      ? html`<p>${button(host, 'ics', { part: 'file-button', kind: 'primary', words: host.text('file') })}</p>
          <p class="small muted">${host.text('fileNote')}</p>`
      : nothing;
    const others = html`<ul role="list">
        ${ways.map(
          ([name, href]) =>
            href &&
            html`<li>
              <a href=${href} name=${name} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
                >${host.text(name)}</a
              >
            </li>`,
        )}
      </ul>
      ${ways.every(([, href]) => href) ? nothing : html`<p class="small muted">${host.text('fileOnly')}</p>`}
      <p>${button(host, 'copy')}</p>`;
    // Apps that show a page inside themselves mostly lose the file.
    return isInApp() ? [others, file] : [file, others];
  }
}
