import { byText } from './by-text.ts';

/** Plural forms of a message by the categories of CLDR; `other` must be there. */
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A text with `{placeholders}`; where its words depend on a number, one text for each form. */
export type Message = string | PluralForms;

export type MessageTree = Readonly<Record<string, Message>>;

/** Messages in groups, as content/en/messages.yaml has them. */
export type Messages = Readonly<Record<string, MessageTree>>;

const rulesOf = byText(lang => new Intl.PluralRules(lang));

/**
 * Fills the placeholders of a message.
 *
 * @param message - a text, or plural forms chosen by `values.count`
 * @param values - by placeholder; one that is not given stays as it is
 * @param lang - BCP 47 language, for the plural rule
 */
export function format(message: Message, values?: Readonly<Record<string, string | number>>, lang = 'en'): string {
  if (typeof message === 'string' && !values) return message;
  const text =
    typeof message === 'string' ? message : (message[rulesOf(lang).select(Number(values?.count))] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values?.[name] ?? placeholder));
}

/**
 * A message of a pack; undefined where it has none.
 *
 * @param messages - of the pack; most have none, and each label asks
 * @param groups - where to look for it, in this order
 */
export function ownMessage(
  messages: Partial<Messages> | undefined,
  groups: readonly string[],
  key: string,
): Message | undefined {
  return messages && groups.map(name => messages[name]).find(group => group && Object.hasOwn(group, key))?.[key];
}

/** What runs from left to right, a number as it is dialled for one, kept whole among words of a direction (UAX #9). */
export function leftToRight(dir: string | undefined, text: string): string {
  return dir === 'rtl' ? `\u2066${text}\u2069` : text;
}

/** Latin words with something other than a letter of theirs at one end, which changes places among words from right to left. */
const HAS_LOOSE_END = /^(\P{L}+\p{sc=Latin}|\p{sc=Latin}.*\P{sc=Latin}$)/u;

/** A message, which may be in English, among words of a direction: it keeps its order. */
export function messageIn(dir: string | undefined, text: string): string {
  return dir === 'rtl' && HAS_LOOSE_END.test(text) ? leftToRight(dir, text) : text;
}
