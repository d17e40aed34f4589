import {
  activitiesPack,
  checklistPack,
  guidePack,
  helplinesPack,
  Kind,
  pack as packSchema,
  tipsPack,
  type Schema,
  type SchemaFields,
} from '../content/schema.ts';
import { ContentError, validate } from '../content/validate.ts';
import type { Assessment, HelplineCountry, Pack, PackParts, Section } from '../content/model.ts';
import { addDays, isDay } from './day.ts';
import type { Messages } from './message.ts';
import { checkMessages } from './messages-check.ts';
import { isVersion } from './migration.ts';
import { nearName } from './near-name.ts';
import { isSafeUrl } from './url.ts';

/*
 * What a pack must keep beyond the shape of its parts: what scoring, references and links count on. For tools alone
 * (`rekindle`, the doctor, debug.js): at run time an element takes what it gets, so no bundle of readers may import this.
 */

/** What each element needs of a pack, by its tag. */
export const NEEDS: Readonly<Record<string, SchemaFields>> = {
  'rekindle-tips': tipsPack,
  'rekindle-checklist': checklistPack,
  'rekindle-activities': activitiesPack,
  'rekindle-helplines': helplinesPack,
  'rekindle-guide': guidePack,
};

/** Throws: `path` is the place in the pack, such as `checklist.scale.options`, and the reason reads on from it. */
export type Fail = (path: string, reason: string) => never;

type Parts = Partial<PackParts>;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Refuses keys that the schema does not know.
 *
 * @param isStrict - refuses all of them; without it only what looks like a slip of the pen for one that is missing, since
 *   JSON may carry keys of its owner's
 */
export function refuseUnknown(of: Schema, value: unknown, fail: Fail, isStrict: boolean, path = ''): void {
  if (Array.isArray(of)) {
    const [item] = of as readonly [Schema];
    if (Array.isArray(value)) value.forEach((one, i) => refuseUnknown(item, one, fail, isStrict, `${path}[${i}]`));
    return;
  }
  if (of instanceof Kind || of instanceof Set || !isFields(value)) return;
  const fields = new Map(Object.entries(of as SchemaFields).map(([name, field]) => [name.replace('?', ''), field]));
  for (const [key, one] of Object.entries(value)) {
    const at = `${path}${path && '.'}${key}`;
    const field = fields.get(key);
    if (field) {
      refuseUnknown(field, one, fail, isStrict, at);
      continue;
    }
    const near = nearName(
      key,
      [...fields.keys()].filter(name => !Object.hasOwn(value, name)),
    );
    if (near || isStrict) fail(at, `is not a key that can stand here${near ? `: write ${near}` : ''}`);
  }
}

/** What makes a text that is refused what it is, where its message cannot know: an address, a length, a number. */
function detail(value: unknown): string {
  if (typeof value === 'number') return ': write it in quotes';
  if (typeof value === 'string' && value.length > 4000) return `: it has ${value.length} characters`;
  if (typeof value !== 'object' || value === null) return '';
  if ('href' in value && typeof value.href === 'string' && !isSafeUrl(value.href))
    return `: its link leads to ${value.href.slice(0, 60)}, and has to be whole, such as https://…`;
  return Object.values(value).map(detail).find(Boolean) ?? '';
}

/** As `validate`; the message says more of what stands there. */
export function validateWords(schema: Schema, value: unknown, file: string): unknown {
  try {
    return validate(schema, value, file);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const steps = error.path.match(/\w+/g) ?? [];
    const own = steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], value);
    const reason = error.reason.replace(/that$/, Array.isArray(own) ? 'a list' : 'an object');
    throw new ContentError(file, error.path, reason + (/should be (?:text|\{p\})/.test(reason) ? detail(own) : ''));
  }
}

/** A scale and bands that can be scored, and statements that are one each: an answer belongs to an id. */
function checkScoring({ scale, themes }: Assessment, fail: Fail): void {
  const values = scale.options.map(option => option.value);
  if (values.length < 2) fail('checklist.scale.options', 'should be two or more: one alone tells nothing apart');
  if (values.some((value, i) => (i === 0 ? value !== 0 : value <= (values[i - 1] ?? 0))))
    fail('checklist.scale.options', 'should have values that start at 0 and rise');
  const statements = new Set<string>();
  themes.forEach((theme, t) => {
    const path = `checklist.themes[${t}]`;
    const mins = theme.bands.map(band => band.min);
    if (mins.some((min, i) => (i === 0 ? min !== 0 : min <= (mins[i - 1] ?? 0))))
      fail(`${path}.bands`, 'should have a min that starts at 0 and rises');
    if (theme.statements.every(({ weight }) => weight === 0))
      fail(`${path}.statements`, 'should have one with a weight above 0, or none of the bands is ever shown');
    theme.statements.forEach(({ id }, s) => {
      if (statements.has(id)) fail(`${path}.statements[${s}].id`, `stands twice: ${id}`);
      statements.add(id);
    });
  });
}

/** No migration points to a statement that is not there, takes away one that is, or is for the words that it stands in. */
function checkMigrations({ version, migrations = [], themes }: Assessment, fail: Fail): void {
  const statements = new Set(themes.flatMap(theme => theme.statements.map(({ id }) => id)));
  // What a later migration renames or drops need not be there.
  const later = new Set<string>();
  [...migrations.entries()].reverse().forEach(([m, { from, rename = [], drop = [], changed = [] }]) => {
    const path = `checklist.migrations[${m}]`;
    if (!/^<?=?\d+(\.\d+)*$/.test(from)) fail(`${path}.from`, 'should be a version, like 1.2.0, <1.2.0 or <=1.2.0');
    for (const id of [...rename.map(({ to }) => to), ...changed]) {
      if (!statements.has(id) && !later.has(id)) fail(path, `points to ${id}, which is no statement`);
    }
    const gone = [...rename.filter(one => !rename.some(({ to }) => to === one.from)).map(one => one.from), ...drop];
    for (const id of gone) if (statements.has(id)) fail(path, `takes ${id} away, which is a statement`);
    for (const id of gone) later.add(id);
    // The version was not raised: what readers kept counts as present, and nobody brings it here.
    if (isVersion(version, from))
      fail(`${path}.from`, `takes in ${version}, the version of these statements: give them a later one`);
  });
}

/** The names of what is in the pack, by the part that they are looked for in; none of a part that it leaves out. */
function namesOf({ sections, tips, activities, checklist }: Parts): Map<string, ReadonlySet<string>> {
  const names = new Map<string, ReadonlySet<string>>();
  for (const [part, all] of Object.entries({ sections, tips, activities, themes: checklist?.themes })) {
    if (all) names.set(part, new Set(all.map(({ id }) => id)));
  }
  return names;
}

/** What a self-assessment names is there: `isWhole` as for {@link checkRules}. */
function checkReferences({ themes, stops }: Assessment, pack: Parts, fail: Fail, isWhole: boolean): void {
  const names = namesOf(pack);
  const need = (target: string, path: string): void => {
    const [part = '', id = ''] = target.split('/');
    if (!(names.get(part)?.has(id) ?? !isWhole)) fail(path, `points to ${target}, which is not in the pack`);
  };
  themes.forEach((theme, t) => {
    need(`sections/${theme.section}`, `checklist.themes[${t}].section`);
    theme.bands.forEach((band, b) => {
      band.next.forEach(({ target = 'helplines' }, n) => {
        const path = `checklist.themes[${t}].bands[${b}].next[${n}].target`;
        if (target === 'helplines') return;
        if (target === 'activities/two' || target.startsWith('themes/'))
          fail(path, `should be a tip, a chapter, one activity or the helplines: ${target} is no place to lead to`);
        need(target, path);
      });
    });
  });
  stops.forEach((stop, s) => {
    stop.suppress.forEach((target, i) => {
      if (target !== 'helplines' && target !== 'activities/two') need(target, `checklist.stops[${s}].suppress[${i}]`);
    });
  });
}

/** Chapters and their parts are places of one page: each has an id of its own. */
function checkPlaces(sections: readonly Section[], fail: Fail): void {
  const taken = new Set(sections.map(({ id }) => id));
  sections.forEach(({ parts }, s) => {
    parts.forEach(({ id }, p) => {
      if (taken.has(id)) fail(`sections[${s}].parts[${p}].id`, `stands twice in the guide: ${id}`);
      taken.add(id);
    });
  });
}

/** A country stands once, numbers can be dialled, and the days are days. */
function checkHelplines(countries: readonly HelplineCountry[], fail: Fail): void {
  const seen = new Set<string>();
  countries.forEach(({ country, emergency, services }, c) => {
    const path = `helplines[${c}]`;
    if (seen.has(country)) fail(`${path}.country`, `stands twice: ${country}`);
    seen.add(country);
    const checkDay = (at: string, day: string): void => {
      if (!isDay(day) || addDays(day, 0) !== day)
        fail(`${path}.${at}.checkedOn`, `is not a day of the calendar: ${day}`);
    };
    const checkNumber = (at: string, number = '0'): void => {
      if (!/\d/.test(number)) fail(`${path}.${at}`, `should be a number to dial, not ${JSON.stringify(number)}`);
    };
    emergency.forEach(({ number, checkedOn }, e) => {
      checkNumber(`emergency[${e}].number`, number);
      checkDay(`emergency[${e}]`, checkedOn);
    });
    services.forEach(({ phone, text, checkedOn }, s) => {
      checkNumber(`services[${s}].phone`, phone);
      checkNumber(`services[${s}].text.number`, text?.number);
      checkDay(`services[${s}]`, checkedOn);
    });
  });
}

/**
 * Checks parts whose shape is right.
 *
 * @param isWhole - what a self-assessment names must be there; without it, in a part that the pack leaves out it may be
 *   the page's
 */
export function checkRules(pack: Parts & Partial<Pick<Pack, 'lang'>>, fail: Fail, isWhole: boolean): void {
  const { lang = '', checklist, sections, helplines } = pack;
  // The form of a tag, and no language: dates and plural forms would be those of the reader's browser.
  if (/^[a-z]{4,}/i.test(lang)) fail('lang', `should be the code of a language, such as de or pt-BR, not "${lang}"`);
  if (sections) checkPlaces(sections, fail);
  if (checklist) {
    checkScoring(checklist, fail);
    checkMigrations(checklist, fail);
    checkReferences(checklist, pack, fail, isWhole);
  }
  if (helplines) checkHelplines(helplines, fail);
}

/**
 * Checks a pack that came as JSON: its shape, and what it must keep beyond that.
 *
 * @param schema - what must be there
 * @param file - the file or address that it came from, for the message
 * @param messages - ours, which its own stand in place of
 * @returns a copy that holds only what the schema names
 * @throws ContentError that names the first fault
 */
export function checkPack(schema: SchemaFields, value: unknown, file: string, messages: Messages): unknown {
  const fail: Fail = (path, reason) => {
    throw new ContentError(file, path, reason);
  };
  // First: what is missing may be no more than a slip in its name; and to the schema messages are one value, whose fault has no place.
  if (isFields(value) && value.messages !== undefined)
    checkMessages(value.messages, messages, String(value.lang), fail, 'messages');
  refuseUnknown(packSchema, value, fail, false);
  const pack = validateWords(schema, value, file) as Parts;
  checkRules(pack, fail, false);
  return pack;
}
