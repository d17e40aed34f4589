/* ical.js as we use it. Its own declarations do not compile with TypeScript 7 (an accessor overridden by a property). */

interface Time {
  readonly isDate: boolean;
  toString(): string;
  toUnixTime(): number;
}

interface Component {
  getAllSubcomponents(name: string): Component[];
  getFirstPropertyValue(name: string): unknown;
}

export interface ReadEvent {
  readonly component: Component;
  readonly uid: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly startDate: Time;
  readonly endDate: Time;
  iterator(): { next(): Time | undefined };
}

interface Ical {
  parse(text: string): unknown;
  readonly Component: new (parsed: unknown) => Component;
  readonly Event: new (component: Component) => ReadEvent;
}

const name: string = 'ical.js';
const { default: ical } = (await import(name)) as { readonly default: Ical };

/** The events of a calendar file. @throws for what ical.js cannot read */
export function readEvents(file: string): ReadEvent[] {
  return new ical.Component(ical.parse(file)).getAllSubcomponents('vevent').map(one => new ical.Event(one));
}
