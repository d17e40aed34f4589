import type { OwnMessages } from './messages.ts';
import type { Block, Text } from './model.ts';
import { isDuration } from '../domain/duration.ts';
import { isLanguage } from '../domain/language.ts';
import { isSafeUrl } from '../domain/url.ts';

/*
 * The one description of a pack: the check at run time reads it (`validate.ts`), and so does the build for the published
 * JSON Schema (`src/build/json-schema.ts`). It is plain data, since it is part of every bundle: a schema is
 *
 *   LINE                   a kind of text or number
 *   [LINE]                 a list with at least one entry; [LINE, '*'] may be empty. Entries with an id are unique by it
 *   { a: …, 'b?': … }      an object; b may be left out, and keys that are not named are ignored
 *   oneOf('x', 'y')        one of these
 *
 * `model.ts` writes the same shapes out for people, and a type test holds the two together. What makes kinds is free of
 * side effects, so that a bundle carries those of its own part alone.
 */
export type Schema = Kind<unknown> | ReadonlySet<string | number> | readonly [Schema, '*'?] | SchemaFields;
export interface SchemaFields {
  readonly [key: string]: Schema;
}

/** A kind of value. */
export class Kind<Value> {
  readonly fits: (value: unknown) => value is Value;
  /** What it should be. */
  readonly mend: string;

  constructor(fits: (value: unknown) => boolean, mend: string) {
    this.fits = fits as (value: unknown) => value is Value;
    this.mend = mend;
  }
}

/* @__NO_SIDE_EFFECTS__ */
function kind<Value>(fits: (value: unknown) => boolean, mend: string): Kind<Value> {
  return new Kind<Value>(fits, mend);
}

/* @__NO_SIDE_EFFECTS__ */
function pattern(of: RegExp, mend: string): Kind<string> {
  return new Kind(value => typeof value === 'string' && of.test(value), mend);
}

/* @__NO_SIDE_EFFECTS__ */
function oneOf<const Value extends string | number>(...values: readonly Value[]): ReadonlySet<Value> {
  return new Set(values);
}

/** Longest text of one field, in characters. */
export const MAX_FIELD_LENGTH = 4000;

const isLine = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_FIELD_LENGTH;

const isInline = (run: unknown): boolean => {
  if (isLine(run)) return true;
  if (typeof run !== 'object' || run === null) return false;
  const { strong, em, a, href } = run as Record<string, unknown>;
  return isLine(strong ?? em ?? a) && (a === undefined || (typeof href === 'string' && isSafeUrl(href)));
};

const isText = (value: unknown): boolean =>
  isLine(value) || (Array.isArray(value) && value.length > 0 && value.every(isInline));

const isBlock = (value: unknown): boolean => {
  const { p, ul, ol } = (value ?? {}) as Record<string, unknown>;
  const lines = ul ?? ol;
  return isText(p) || (Array.isArray(lines) && lines.length > 0 && lines.every(isText));
};

/** The values of an object; of anything else one that fits nothing. */
const valuesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value && !Array.isArray(value) ? Object.values(value) : [0];

/** A text, or plural forms: without `other` it has an empty one, which is no text. */
const isMessage = (value: unknown): boolean =>
  isLine(value) || Object.values({ other: '', ...(value as object) }).every(isLine);

const ID = pattern(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'words of a-z and 0-9 with hyphens');
const LINE = kind<string>(isLine, `text of 1 to ${MAX_FIELD_LENGTH} characters`);
// What no browser knows as a tag would throw at each date and each order.
const LANG = kind<string>(value => typeof value === 'string' && isLanguage(value), 'a language tag like en or pt-BR');
const TEXT = kind<Text>(isText, 'text, or a list of text, {strong}, {em} and {a, href: a safe address}');
const BLOCK = kind<Block>(isBlock, '{p}, {ul} or {ol}, with text as its lines');
// Of groups and keys that it does not know it takes any: a pack may be newer than the script.
const MESSAGES = kind<OwnMessages>(
  value => valuesOf(value).every(group => valuesOf(group).every(isMessage)),
  'groups of texts, or of plural forms with other',
);
const ADDRESS = kind<string>(
  value => typeof value === 'string' && isSafeUrl(value),
  'a https:, mailto:, tel: or sms: address',
);
// Some days that there are not pass here, such as the 39th; the tools refuse them (domain/pack-rules.ts).
const DAY = pattern(/^\d{4}-[01]\d-[0-3]\d$/, 'a date like 2026-11-23');
const COUNTRY = pattern(/^[A-Z]{2}$/, 'a country code like US');
const DURATION = kind<string>(value => typeof value === 'string' && isDuration(value), 'a duration like PT90M or P2D');
const TARGET = pattern(
  /^((tips|sections|activities|themes)\/[a-z0-9-]+|helplines)$/,
  'tips/…, sections/…, activities/…, themes/… or helplines',
);
const BOOLEAN = kind<boolean>(value => typeof value === 'boolean', 'true or false');
const NUMBER = kind<number>(value => typeof value === 'number' && value >= 0 && value < Infinity, 'a number from 0 up');
const SHARE = kind<number>(value => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1');

/** The kinds by name, for tools. */
export const KINDS = {
  id: ID,
  line: LINE,
  lang: LANG,
  text: TEXT,
  block: BLOCK,
  messages: MESSAGES,
  url: ADDRESS,
  day: DAY,
  country: COUNTRY,
  duration: DURATION,
  target: TARGET,
  boolean: BOOLEAN,
  number: NUMBER,
  share: SHARE,
} as const;

export const head = {
  format: oneOf(1),
  id: ID,
  version: LINE,
  lang: LANG,
  dir: oneOf('ltr', 'rtl'),
  title: LINE,
  license: LINE,
  'credit?': LINE,
  care: { safety: TEXT, noContact: TEXT, notADiagnosis: TEXT },
  'messages?': MESSAGES,
} as const;

export const tips = [{ id: ID, title: LINE, 'contact?': BOOLEAN, points: [TEXT], 'step?': TEXT }] as const;

export const sections = [
  {
    id: ID,
    title: LINE,
    'element?': oneOf('tips', 'checklist', 'activities', 'helplines'),
    'contact?': BOOLEAN,
    body: [BLOCK],
    parts: [{ id: ID, title: LINE, body: [BLOCK] }, '*'],
  },
] as const;

export const checklist = {
  id: ID,
  version: LINE,
  title: LINE,
  intro: TEXT,
  scale: {
    id: ID,
    options: [{ value: NUMBER, label: LINE }],
    optOut: { code: ID, label: LINE },
  },
  themes: [
    {
      id: ID,
      section: ID,
      title: LINE,
      minAnswered: SHARE,
      statements: [{ id: ID, text: LINE, 'weight?': NUMBER, 'reverse?': BOOLEAN }],
      bands: [{ id: ID, min: SHARE, title: LINE, text: TEXT, next: [{ text: TEXT, 'target?': TARGET }] }],
    },
  ],
  stops: [
    {
      id: ID,
      text: LINE,
      help: [oneOf('emergency', 'abuse', 'crisis', 'own-behaviour')],
      suppress: [TARGET, '*'],
      message: TEXT,
    },
    '*',
  ],
  'migrations?': [{ from: LINE, 'rename?': [{ from: ID, to: ID }], 'drop?': [ID], 'changed?': [ID] }, '*'],
} as const;

export const activities = [
  {
    id: ID,
    title: LINE,
    summary: TEXT,
    for: [oneOf('two', 'self')],
    duration: DURATION,
    cost: oneOf(0, 1, 2, 3),
    place: oneOf('home', 'local', 'outdoors', 'away', 'online'),
    energy: oneOf(1, 2, 3),
    'contact?': [oneOf('none', 'remote', 'in-person')],
    'stage?': [oneOf('apart', 'talking', 'together')],
    'season?': [oneOf('spring', 'summer', 'autumn', 'winter')],
    'weather?': [oneOf('dry', 'rain', 'snow')],
    'daypart?': [oneOf('morning', 'afternoon', 'evening', 'weekend')],
    'kids?': oneOf('with', 'without'),
    'access?': [oneOf('step-free', 'seated', 'quiet', 'no-driving')],
    'tags?': [LINE],
    'needs?': [LINE],
    'bookAhead?': DURATION,
    'repeat?': oneOf('weekly', 'monthly'),
    'url?': ADDRESS,
  },
] as const;

export const helplines = [
  {
    country: COUNTRY,
    name: LINE,
    emergency: [{ number: LINE, 'note?': LINE, 'source?': ADDRESS, checkedOn: DAY }],
    services: [
      {
        'id?': ID,
        kind: oneOf('abuse', 'crisis', 'own-behaviour'),
        name: LINE,
        site: ADDRESS,
        'phone?': LINE,
        'text?': { number: LINE, 'body?': LINE },
        'hours?': LINE,
        'note?': LINE,
        'source?': ADDRESS,
        checkedOn: DAY,
      },
      '*',
    ],
  },
] as const;

/** A whole pack: each part may be left out. */
export const pack = {
  ...head,
  'sections?': sections,
  'tips?': tips,
  'checklist?': checklist,
  'activities?': activities,
  'helplines?': helplines,
} as const;

/* What each element needs of a pack that a page supplies. */
export const tipsPack = { ...head, tips } as const;
export const checklistPack = { ...head, checklist, 'helplines?': helplines } as const;
export const activitiesPack = { ...head, activities } as const;
export const helplinesPack = { lang: LANG, dir: oneOf('ltr', 'rtl'), 'messages?': MESSAGES, helplines } as const;
export const guidePack = {
  ...head,
  sections,
  'tips?': tips,
  'checklist?': checklist,
  'activities?': activities,
  'helplines?': helplines,
} as const;
