import { activitiesGroups, checklistGroups, guideGroups, helplinesGroups, tipsGroups } from '../content/messages.ts';
import type { OwnMessages } from '../content/messages.ts';
import type { PackParts } from '../content/model.ts';
import { MAX_FIELD_LENGTH } from '../content/schema.ts';
import { isLanguage } from './language.ts';
import type { Message, Messages, MessageTree } from './message.ts';
import { nearName } from './near-name.ts';
import type { Fail } from './pack-rules.ts';

/*
 * What the messages of a pack must keep, for tools alone: an element takes those that it knows and leaves the others. They are held
 * against ours, which whoever asks brings along: the compiler of ours has no others yet.
 */

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Groups that an element asks for the texts of a part of a pack. */
const GROUPS: Readonly<Record<keyof PackParts, readonly (keyof OwnMessages)[]>> = {
  tips: tipsGroups,
  checklist: checklistGroups,
  activities: activitiesGroups,
  helplines: helplinesGroups,
  sections: guideGroups,
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

/** What is filled in, and what looks as if: `{count}`, `{ count }`, `{{count}}`. */
const bracesIn = (message: Message): readonly string[] =>
  textsOf(message).flatMap(text => text.match(/\{+[^{}]*\}+/g) ?? []);

const listOf = (names: Iterable<string>): string => [...names].join(', ');

const rulesOf = (lang: string): Intl.PluralRules => new Intl.PluralRules(lang);

/** What is wrong with a text; undefined when it is one. */
function faultOfText(text: unknown): string | undefined {
  if (text === null || text === '') return 'is empty: write a text, or leave it out';
  if (typeof text === 'number' || typeof text === 'boolean') return `should be text, not ${text}: write it in quotes`;
  if (typeof text !== 'string') return 'should be text, or plural forms such as one and other';
  return text.length > MAX_FIELD_LENGTH
    ? `should be text of 1 to ${MAX_FIELD_LENGTH} characters: it has ${text.length}`
    : undefined;
}

/** What is wrong with plural forms in a language. */
function faultOfForms(forms: Readonly<Record<string, unknown>>, lang: string): string | undefined {
  const names = Object.keys(forms);
  const [first = ''] = names;
  // So YAML reads {count} where it stands without quotes.
  if (names.length === 1 && forms[first] === null && !FORMS.includes(first))
    return `should be text: what begins with {${first}} stands in quotes`;
  if (!names.includes('other')) return 'lacks the form "other"';
  const known = rulesOf(lang).resolvedOptions().pluralCategories;
  const odd = names.find(name => !known.includes(name as Intl.LDMLPluralRule));
  return odd === undefined ? undefined : `has a form "${odd}", which ${lang} does not have: it has ${listOf(known)}`;
}

/** What is wrong with the placeholders of a message, of which ours has these. */
function faultOfBraces(message: Message, ours: readonly string[]): string | undefined {
  if (typeof message !== 'string' && !ours.includes('{count}'))
    return 'has plural forms, and nothing here is counted: write one text';
  const odd = bracesIn(message).find(one => !ours.includes(one));
  if (odd === undefined) return undefined;
  const near = nearName(odd, ours);
  const mend = near ? `write ${near}` : ours.length ? `write one of ${listOf(new Set(ours))}` : 'leave it out';
  return `holds ${odd.slice(0, 60)}, which is not filled in here: ${mend}`;
}

/** What to write in place of a key that ours do not have. */
function mendOfKey(key: string, group: string, own: object, ours: Messages): string {
  const home = Object.keys(ours).find(name => Object.hasOwn(ours[name] ?? {}, key));
  if (home) return `it stands in the group ${home}`;
  const free = Object.keys(ours[group] ?? {}).filter(name => !Object.hasOwn(own, name));
  const near = nearName(key, free);
  return near ? `write ${near}` : 'leave it out';
}

/**
 * Checks the messages of a pack.
 *
 * @param own - of any shape
 * @param lang - of the pack
 * @param path - of the messages in their file; empty where they are all of it
 */
export function checkMessages(own: unknown, ours: Messages, lang: string, fail: Fail, path: string): void {
  const at = (...steps: readonly string[]): string => [path, ...steps].filter(Boolean).join('.');
  if (!isFields(own)) return fail(path, `should hold groups of messages: ${listOf(Object.keys(ours))}`);
  for (const [group, messages] of Object.entries(own)) {
    if (!Object.hasOwn(ours, group)) {
      const near = nearName(group, Object.keys(ours));
      fail(
        at(group),
        `is not a group of messages: ${near ? `write ${near}` : `there are ${listOf(Object.keys(ours))}`}`,
      );
    }
    if (!isFields(messages)) return fail(at(group), 'should be a group of messages, or be left out');
    const known = ours[group] as MessageTree;
    for (const [key, message] of Object.entries(messages)) {
      const say = (fault: string | undefined, form = ''): unknown => fault && fail(at(group, key, form), fault);
      if (!Object.hasOwn(known, key)) say(`is not a message of ours: ${mendOfKey(key, group, messages, ours)}`);
      if (isFields(message)) {
        say(faultOfForms(message, isLanguage(lang) ? lang : 'en'));
        for (const [form, text] of Object.entries(message)) say(faultOfText(text), form);
      } else say(faultOfText(message));
      say(faultOfBraces(message as Message, bracesIn(known[key] as Message)));
    }
  }
}

/** Names of the groups that the parts of a pack ask for. */
function groupsOf(parts: Partial<PackParts>): readonly (keyof OwnMessages)[] {
  const all = Object.entries(GROUPS).flatMap(([part, groups]) => (parts[part as keyof PackParts] ? groups : []));
  return [...new Set(all)];
}

/** The messages that the elements of a pack's parts can show; undefined where there are none. */
export function messagesFor(parts: Partial<PackParts>, own: OwnMessages = {}): OwnMessages | undefined {
  const needed = groupsOf(parts).filter(group => own[group]);
  return needed.length ? Object.fromEntries(needed.map(group => [group, own[group]])) : undefined;
}

/**
 * How many of our messages a pack leaves in English, by group, and which where they are few: `tips 1 of 17 (next)`. Empty
 * where it has all that its parts ask for.
 */
export function lackingMessages(parts: Partial<PackParts>, own: OwnMessages = {}, ours: Messages): string {
  const counts = groupsOf(parts).map(group => {
    const all = Object.keys(ours[group] ?? {});
    const lacking = all.filter(key => !Object.hasOwn(own[group] ?? {}, key));
    const few = lacking.length < 6 && lacking.length < all.length ? ` (${lacking.join(', ')})` : '';
    return lacking.length ? `${group} ${lacking.length} of ${all.length}${few}` : '';
  });
  return counts.filter(Boolean).join(', ');
}

/**
 * Forms that the language counts by, and messages that lack one of them: they stand in the form "other".
 *
 * @returns `few, many (activities.count, activities.apply)`; empty where none is lacking
 */
export function lackingForms(own: OwnMessages, lang: string): string {
  const rules = rulesOf(lang);
  // French has a form for millions, which nothing here reaches.
  const used = new Set([...Array(200).keys()].map(count => rules.select(count)));
  const found = Object.entries(own as Messages).flatMap(([group, messages]) =>
    Object.entries(messages).flatMap(([key, message]) => {
      const lacking = typeof message === 'string' ? [] : [...used].filter(form => !Object.hasOwn(message, form));
      return lacking.length ? [{ at: `${group}.${key}`, lacking }] : [];
    }),
  );
  if (!found.length) return '';
  const forms = new Set(found.flatMap(({ lacking }) => lacking));
  const more = found.length > 3 ? `, and ${found.length - 3} more` : '';
  return `${listOf(FORMS.filter(form => forms.has(form as Intl.LDMLPluralRule)))} (${listOf(found.slice(0, 3).map(({ at }) => at))}${more})`;
}
