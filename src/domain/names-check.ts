import { namesIn } from './chapters.ts';
import { addTo, type Add } from './finding.ts';
import { mendOf } from './near-name.ts';
import type { Finding, Names, Page, PageElement } from './page.ts';
import { ownFile } from './script-check.ts';

/** Elements with helplines. */
const HELP = ['rekindle-checklist', 'rekindle-helplines', 'rekindle-guide'];

/** What a pack names, as far as it is one; undefined for a part that it has not. */
export function namesOf(pack: unknown): Partial<Names> {
  const ids = (part: string, key: string): readonly string[] | undefined => {
    const list: unknown = (pack as Record<string, unknown> | null)?.[part];
    return Array.isArray(list) ? list.map(one => String((one as Record<string, unknown> | null)?.[key])) : undefined;
  };
  return { countries: ids('helplines', 'country'), chapters: ids('sections', 'id'), tips: ids('tips', 'id') };
}

/** What words as JSON name. */
function namesInJson(text: string): Partial<Names> {
  try {
    return namesOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Whether a script of the page may give words: in a file nothing tells of them. */
const mayGive = ({ scripts }: Page): boolean =>
  scripts.some(
    one => /\bpack\b/.test(one.text) || (one.attributes.get('type') === 'module' && one.url && !ownFile(one)),
  );

/**
 * Names in a tag that the words of its element do not have: a country, chapters, the tip to begin with.
 *
 * @param names - of those words; nothing where nobody tells
 * @param places - slots of a guide beside its chapters
 */
export function checkNamesIn(
  { tag, attributes, slots }: Pick<PageElement, 'tag' | 'attributes' | 'slots'>,
  { countries, chapters, tips }: Partial<Names>,
  places: readonly string[],
  add: Add,
): void {
  const write = (one: string, all: readonly string[]): string => mendOf(one, all, near => `${near} for ${one}`);

  const country = (attributes.get('country') ?? '').toUpperCase();
  if (countries && HELP.includes(tag) && /^[A-Z]{2}$/.test(country) && !countries.includes(country)) {
    const message = `country="${country}": there are no helplines for it, and the reader has to choose another country.`;
    if (country === 'UK') add('country-missing', 'error', message, 'Write GB for UK.');
    else
      add(
        'country-missing',
        'hint',
        message,
        `Take it out, or bring words with its helplines. There are ${countries.join(', ')}.`,
      );
  }

  if (tag === 'rekindle-guide' && chapters) {
    const named = namesIn(attributes.get('chapters') ?? '');
    for (const one of named.filter(one => !chapters.includes(one)))
      add('chapter-missing', 'error', `chapters: the guide has no chapter ${one}.`, write(one, chapters));
    const all = [...places, ...chapters];
    for (const one of slots.filter(slot => !all.includes(slot)))
      add(
        'slot-missing',
        'error',
        `slot="${one}": the guide has no such place, and shows nothing of it.`,
        write(one, all),
      );
    const isChosen = named.some(one => chapters.includes(one));
    for (const one of new Set(slots)) {
      const by = namesIn(attributes.get('without') ?? '').includes(one)
        ? 'without'
        : isChosen && chapters.includes(one) && !named.includes(one)
          ? 'chapters'
          : '';
      if (by)
        add(
          'slot-left-out',
          'error',
          `slot="${one}": ${by} leaves that place out, and the guide shows nothing of it.`,
          by === 'without' ? `Take ${one} out of without.` : `Add ${one} to chapters.`,
        );
    }
  }

  const start = attributes.get('start') ?? '';
  const starts = ['daily', 'resume', ...(tips ?? [])];
  const isId = tag === 'rekindle-tips' && start && !/^\d+$/.test(start) && attributes.get('content') !== 'children';
  if (isId && tips && !starts.includes(start))
    add(
      'attribute-value',
      'error',
      `start="${start}" is no position, no id of a tip, and not daily or resume.`,
      write(start, starts),
    );
}

/** Names that the words of an element do not have, in a page. */
export function checkNames(page: Page, bundled: Names): Finding[] {
  const found: Finding[] = [];
  // Words of another language may name others.
  if (page.scripts.some(({ url }) => /\/locales\//.test(url))) return found;
  const isGiven = mayGive(page);
  // Many elements may have the words of one address.
  const read = new Map<string, Partial<Names>>();
  /** What the words of an element name; nothing where nobody tells. */
  const namesOfElement = ({ json, pack, attributes, isDefined }: PageElement): Partial<Names> => {
    if (pack !== undefined) return namesOf(pack);
    const src = attributes.get('src');
    if (json === undefined && !src) return isGiven && !isDefined ? {} : bundled;
    const content = src ? page.contents.get(src) : undefined;
    const text = json ?? (content && 'text' in content ? content.text : '');
    const names = read.get(text) ?? namesInJson(text);
    read.set(text, names);
    return names;
  };
  for (const element of page.elements) {
    checkNamesIn(element, namesOfElement(element), bundled.slots, addTo(found, element.where));
  }
  return found;
}
