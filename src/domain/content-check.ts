import { pack as whole } from '../content/schema.ts';
import { ContentError, MAX_PACK_LENGTH } from '../content/validate.ts';
import { checkPack, NEEDS } from './pack-rules.ts';
import type { Messages } from './message.ts';
import type { Finding, Page, PageElement } from './page.ts';
import { reasonOf } from './reason.ts';

/** Parts that an element does not need may be there as well, and then have to be right: its words lead to them. */
const PARTS = Object.fromEntries(Object.entries(whole).filter(([name]) => name.endsWith('?')));

/** What editors put into JSON: tags, and quotes of a typesetter. */
const MANGLED = /<\/?(?:p|br)\b[^<>]*>|&(?:quot|#8220|#8221|#8243|amp);|[{[,:]\s*[\u201c\u201d\u2033]/;

type Fault = { readonly message: string; readonly mend: string };

/** What is wrong with the words of an element; undefined when they are good. */
function fault(tag: string, value: unknown, file: string, ours: Messages): Fault | undefined {
  const schema = NEEDS[tag];
  if (!schema) return undefined;
  try {
    checkPack({ ...PARTS, ...schema }, value, file, ours);
    return undefined;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const { path, reason } = error;
    return { message: `${file}: ${path || 'the pack'} ${reason}.`, mend: `Mend ${path || 'it'} in ${file}.` };
  }
}

/** The same, of their text. */
function faultOfText(tag: string, text: string, file: string, ours: Messages): Fault | undefined {
  try {
    return fault(tag, JSON.parse(text), file, ours);
  } catch (error) {
    // Most pages hold what an editor would put into JSON.
    if (/^\s*<(?:!|\?|html|head|body|title|meta|script)/i.test(text)) {
      return {
        message: `${file}: is not JSON, but a page.`,
        mend: 'Look whether the address is right and needs no login.',
      };
    }
    const mangled = MANGLED.exec(text)?.[0];
    if (mangled) {
      return {
        message: `${file}: an editor changed the JSON: it holds ${mangled}.`,
        mend: 'Put the JSON into a file of its own, and name it: src="/words.json".',
      };
    }
    return {
      message: `${file}: is not JSON (${reasonOf(error)}).`,
      mend: 'Mend the JSON: `rekindle pack` writes it.',
    };
  }
}

/** The same, of what only an address can have. */
function faultOfAnswer(text: string, file: string): Fault | undefined {
  if (text.length > MAX_PACK_LENGTH) {
    return {
      message: `${file}: is longer than ${MAX_PACK_LENGTH} characters, and so refused.`,
      mend: 'Keep the parts that the element shows.',
    };
  }
  return text.includes('\ufffd')
    ? { message: `${file}: is not UTF-8: readers see \ufffd for some letters.`, mend: 'Save it as UTF-8.' }
    : undefined;
}

function faultOfElement(
  { tag, attributes, json, pack }: PageElement,
  { contents }: Page,
  ours: Messages,
): Fault | undefined {
  if (pack !== undefined) return fault(tag, pack, 'pack property', ours);
  if (json !== undefined) return faultOfText(tag, json, 'script child', ours);
  const src = attributes.get('src') ?? '';
  const content = src ? contents.get(src) : undefined;
  if (!content) return undefined;
  if ('text' in content) return faultOfAnswer(content.text, src) ?? faultOfText(tag, content.text, src, ours);
  return {
    message: `${src}: ${content.problem}`,
    mend: 'Look whether the address is right, and open to the page (CORS) where it is on another host.',
  };
}

/** JSON in the element that it takes for a part of its fallback: our words then stand in the place of those. */
function checkUnread({ where, tag, json, unread }: PageElement): Finding[] {
  return unread.map(({ type, parent }) => {
    const isOther = type.toLowerCase() !== 'application/json';
    const isDeep = parent !== tag;
    return {
      check: 'json-unread',
      level: 'error',
      where,
      message: `The element does not read ${
        isOther ? `a script of type="${type}"` : isDeep ? `a script inside <${parent}>` : 'a second script with JSON'
      }${json === undefined ? ': our words stand in the place of those' : ''}.`,
      mend: isOther
        ? 'Write type="application/json".'
        : isDeep
          ? `Put it right into <${tag}>.`
          : 'Take one of them out.',
    };
  });
}

/** Faults of the words that the page brings, messages beside ours among them: file, place in it and mend. */
export function checkContent(page: Page, ours: Messages): Finding[] {
  return page.elements.flatMap(element => {
    const found = faultOfElement(element, page, ours);
    return [
      ...checkUnread(element),
      ...(found ? [{ check: 'content', level: 'error', where: element.where, ...found } as const] : []),
    ];
  });
}
