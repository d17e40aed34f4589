import type { OwnMessages } from './messages.ts';

/**
 * The shapes of a content pack. `schema.ts` checks the same shapes at run time; a type test holds the two together.
 * Everything is plain JSON and read-only. Ids are lower-case words with hyphens and stable for ever.
 */

/** A run of text inside a line. Marks do not nest. */
export type Inline = string | { readonly strong: string } | { readonly em: string } | Link;

/** A link; `href` is https:, http:, mailto:, tel: or sms:. */
export interface Link {
  readonly a: string;
  readonly href: string;
}

/** One line (paragraph) of text. A plain string where nothing is marked. */
export type Text = string | readonly Inline[];

/** A block of body text, keyed by its HTML element. */
export type Block = { readonly p: Text } | { readonly ul: readonly Text[] } | { readonly ol: readonly Text[] };

/** What every pack says of itself. */
export interface PackHead {
  /** Version of this format. */
  readonly format: 1;
  readonly id: string;
  /** Version of the words, as in semver. */
  readonly version: string;
  /** BCP 47 language of the words. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** SPDX id of the licence of the words. */
  readonly license: string;
  readonly credit?: string;
  readonly care: Care;
  /** Text of the interface in the language of the words. What it leaves out is English. */
  readonly messages?: OwnMessages;
}

/** The texts that every element must be able to show. */
export interface Care {
  /** Safety comes before the relationship. */
  readonly safety: Text;
  /** Stands before any advice that involves contact, and on every activity for two. */
  readonly noContact: Text;
  /** The self-assessment is for reflection. */
  readonly notADiagnosis: Text;
}

/** The parts of a pack. A pack that a page supplies may leave parts out. */
export interface PackParts {
  readonly sections: readonly Section[];
  readonly tips: readonly Tip[];
  readonly checklist: Assessment;
  readonly activities: readonly Activity[];
  readonly helplines: readonly HelplineCountry[];
}

export type Pack = PackHead & Partial<PackParts>;

/** The elements that can stand in a chapter. */
export type Standing = 'tips' | 'checklist' | 'activities' | 'helplines';

/** A chapter of the guide. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** The element that stands after the last part. */
  readonly element?: Standing;
  /** The advice involves contact with him: the care note stands before it. */
  readonly contact?: boolean;
  readonly body: readonly Block[];
  readonly parts: readonly Part[];
}

/** A titled part of a chapter. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly body: readonly Block[];
}

/** One card of the carousel. */
export interface Tip {
  readonly id: string;
  readonly title: string;
  readonly contact?: boolean;
  readonly points: readonly Text[];
  /** One small thing to do today. */
  readonly step?: Text;
}

/** The self-assessment. */
export interface Assessment {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly intro: Text;
  readonly scale: Scale;
  readonly themes: readonly Theme[];
  readonly stops: readonly Stop[];
  /** How answers to earlier versions come to this one, in the order of the versions. */
  readonly migrations?: readonly Migration[];
}

/** What changed between two versions of the statements. Ids are never given to another statement. */
export interface Migration {
  /** The versions of the answers that it is for: `<1.2.0`, `<=1.2.0` or `1.2.0`. */
  readonly from: string;
  readonly rename?: readonly Rename[];
  /** Statements that are gone. */
  readonly drop?: readonly string[];
  /** Statements that mean something else now; they are open again. */
  readonly changed?: readonly string[];
}

/** A statement that means the same under another id. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

export interface Scale {
  readonly id: string;
  /** From least to most true. */
  readonly options: readonly ScaleOption[];
  readonly optOut: { readonly code: string; readonly label: string };
}

export interface ScaleOption {
  /** Points; the lowest option has 0. */
  readonly value: number;
  readonly label: string;
}

export interface Theme {
  readonly id: string;
  /** The chapter that it belongs to. */
  readonly section: string;
  readonly title: string;
  /** Share (0 to 1) of the statements that must be answered before guidance shows. */
  readonly minAnswered: number;
  readonly statements: readonly Statement[];
  /** From low to high by `min`; the first has 0. */
  readonly bands: readonly Band[];
}

export interface Statement {
  readonly id: string;
  readonly text: string;
  /** Default 1. */
  readonly weight?: number;
  /** Agreeing lowers the value of the theme. */
  readonly reverse?: boolean;
}

export interface Band {
  readonly id: string;
  /** Lowest value (0 to 1, inclusive) of the theme that falls into this band. */
  readonly min: number;
  readonly title: string;
  readonly text: Text;
  readonly next: readonly NextStep[];
}

export interface NextStep {
  readonly text: Text;
  /** `tips/ID`, `sections/ID`, `activities/ID` or `helplines`. */
  readonly target?: string;
}

/** A fact that comes before all advice. Never scored, stored or reported. */
export interface Stop {
  readonly id: string;
  readonly text: string;
  readonly help: readonly HelpKind[];
  /** Targets whose advice is withdrawn: as in {@link NextStep}, and `themes/ID`, `activities/two`. */
  readonly suppress: readonly string[];
  readonly message: Text;
}

export interface Activity {
  readonly id: string;
  readonly title: string;
  readonly summary: Text;
  readonly for: readonly ('two' | 'self')[];
  /** ISO 8601 duration. */
  readonly duration: string;
  /** 0 free, 1 low, 2 medium, 3 high. */
  readonly cost: 0 | 1 | 2 | 3;
  readonly place: 'home' | 'local' | 'outdoors' | 'away' | 'online';
  /** 1 low, 2 medium, 3 high. */
  readonly energy: 1 | 2 | 3;
  /** How the two are in touch meanwhile. Default: by whom it is for, and where. */
  readonly contact?: readonly ('none' | 'remote' | 'in-person')[];
  /** How the two live. Default: any way. */
  readonly stage?: readonly ('apart' | 'talking' | 'together')[];
  /** Default: all year. */
  readonly season?: readonly ('spring' | 'summer' | 'autumn' | 'winter')[];
  /** Default: any weather. */
  readonly weather?: readonly ('dry' | 'rain' | 'snow')[];
  /** Default: any time; the first one suggests an hour for the plan. */
  readonly daypart?: readonly ('morning' | 'afternoon' | 'evening' | 'weekend')[];
  /** Default: either way. */
  readonly kids?: 'with' | 'without';
  /** Facts, as far as they are known. */
  readonly access?: readonly ('step-free' | 'seated' | 'quiet' | 'no-driving')[];
  /** Words of the owner's own to filter by. */
  readonly tags?: readonly string[];
  /** What must be there. */
  readonly needs?: readonly string[];
  /** How long before it must be booked: ISO 8601 duration. */
  readonly bookAhead?: string;
  /** A plan suggests to make it a habit. */
  readonly repeat?: 'weekly' | 'monthly';
  /** A page with more about it. */
  readonly url?: string;
}

export type ServiceKind = 'abuse' | 'crisis' | 'own-behaviour';
export type HelpKind = 'emergency' | ServiceKind;

export interface HelplineCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** English name. */
  readonly name: string;
  readonly emergency: readonly EmergencyNumber[];
  readonly services: readonly HelpService[];
}

export interface EmergencyNumber {
  readonly number: string;
  readonly note?: string;
  /** An operator's or a government's page that gives the number; our own stay in content/helplines.yaml. */
  readonly source?: string;
  /** ISO 8601 date of the last comparison with the source. */
  readonly checkedOn: string;
}

export interface HelpService {
  /** Ours stay in content/helplines.yaml. */
  readonly id?: string;
  readonly kind: ServiceKind;
  readonly name: string;
  /** The operator's own site. */
  readonly site: string;
  /** As a person would dial it. */
  readonly phone?: string;
  readonly text?: { readonly number: string; readonly body?: string };
  readonly hours?: string;
  readonly note?: string;
  readonly source?: string;
  readonly checkedOn: string;
}
