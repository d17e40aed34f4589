import { pack as whole } from '../content/schema.ts';
import { ContentError } from '../content/validate.ts';
import { checkPack, NEEDS } from './pack-rules.ts';
import type { Finding, Page, PageElement } from './page.ts';

/** Parts that an element does not need may be there as well, and then have to be right: its words lead to them. */
const PARTS = Object.fromEntries(Object.entries(whole).filter(([name]) => name.endsWith('?')));

/** What editors put into JSON: tags, and quotes of a typesetter. */
const MANGLED = /<\/?(?:p|br)\b[^>]*>|&(?:quot|#8220|#8221|#8243|amp);|[{[,:]\s*[\u201c\u201d\u2033]/;

type Fault = { readonly message: string; readonly mend: string };

/** What is wrong with the words of an element; undefined when they are good. */
function fault(tag: string, value: unknown, file: string): Fault | undefined {
  const schema = NEEDS[tag];
  if (!schema) return undefined;
  try {
    checkPack({ ...PARTS, ...schema }, value, file);
    return undefined;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const { path, reason } = error;
    return { message: `${file}: ${path || 'the pack'} ${reason}.`, mend: `Mend ${path || 'it'} in ${file}.` };
  }
}

/** The same, of their text. */
function faultOfText(tag: string, text: string, file: string): Fault | undefined {
  try {
    return fault(tag, JSON.parse(text), file);
  } catch (error) {
    const mangled = MANGLED.exec(text)?.[0];
    if (mangled) {
      return {
        message: `${file}: an editor changed the JSON: it holds ${mangled}.`,
        mend: 'Put the JSON into a file of its own, and name it: src="/words.json".',
      };
    }
    if (/^\s*<(?:!doctype|html|head|body)/i.test(text)) {
      return {
        message: `${file}: is not JSON, but a page.`,
        mend: 'Look whether the address is right and needs no login.',
      };
    }
    return {
      message: `${file}: is not JSON (${error instanceof Error ? error.message : String(error)}).`,
      mend: 'Mend the JSON: `rekindle pack` writes it.',
    };
  }
}

function faultOfElement({ tag, attributes, json, pack }: PageElement, { contents }: Page): Fault | undefined {
  if (pack !== undefined) return fault(tag, pack, 'pack property');
  if (json !== undefined) return faultOfText(tag, json, 'script child');
  const src = attributes.get('src') ?? '';
  const content = src ? contents.get(src) : undefined;
  if (!content) return undefined;
  if ('text' in content) return faultOfText(tag, content.text, src);
  return {
    message: `${src}: ${content.problem}`,
    mend: 'Look whether the address is right, and open to the page (CORS) where it is on another host.',
  };
}

/** Faults of the words that the page brings: file, place in it and mend. */
export function checkContent(page: Page): Finding[] {
  return page.elements.flatMap(element => {
    const found = faultOfElement(element, page);
    return found ? [{ check: 'content', level: 'error', where: element.where, ...found }] : [];
  });
}
