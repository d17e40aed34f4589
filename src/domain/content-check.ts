import { activitiesPack, checklistPack, guidePack, helplinesPack, tipsPack, type Schema } from '../content/schema.ts';
import { ContentError, validate } from '../content/validate.ts';
import type { Finding, Page, PageElement } from './page.ts';

const SCHEMAS: Readonly<Record<string, Schema>> = {
  'rekindle-tips': tipsPack,
  'rekindle-checklist': checklistPack,
  'rekindle-activities': activitiesPack,
  'rekindle-helplines': helplinesPack,
  'rekindle-guide': guidePack,
};

/** What editors put into JSON: tags, and quotes of a typesetter. */
const MANGLED = /<\/?(?:p|br)\b[^>]*>|&(?:quot|#8220|#8221|#8243|amp);|[{[,:]\s*[\u201c\u201d\u2033]/;

/** What is wrong with a text of JSON as the words of an element; undefined when it is good. */
function fault(
  tag: string,
  text: string,
  file: string,
): { readonly message: string; readonly mend: string } | undefined {
  const schema = SCHEMAS[tag];
  if (!schema) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const mangled = MANGLED.exec(text)?.[0];
    if (mangled) {
      return {
        message: `${file}: an editor changed the JSON: it holds ${mangled}.`,
        mend: 'Put the JSON into a file of its own, and name it: src="/words.json".',
      };
    }
    const isPage = /^\s*<(?:!doctype|html|head|body)/i.test(text);
    return {
      message: `${file}: is not JSON${isPage ? ', but a page' : ` (${error instanceof Error ? error.message : ''})`}.`,
      mend: isPage
        ? 'Look whether the address is right and needs no login.'
        : 'Mend the JSON: `rekindle pack` writes it.',
    };
  }
  try {
    validate(schema, json, file);
    return undefined;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const { path, reason } = error;
    return {
      message: `${file}: ${path || 'the pack'} ${reason}.`,
      mend: `Mend ${path || 'it'} in ${file === 'JSON child' ? 'the script inside the element' : file}.`,
    };
  }
}

function checkWords({ tag, attributes, json, hasPack, where }: PageElement, { contents }: Page): Finding[] {
  const src = attributes.get('src') ?? '';
  const add = (message: string, mend: string): Finding[] => [
    { check: 'content', level: 'error', where, message, mend },
  ];
  if (hasPack) return [];
  if (json !== undefined) {
    const wrong = fault(tag, json, 'JSON child');
    return wrong ? add(wrong.message, wrong.mend) : [];
  }
  const content = src ? contents.get(src) : undefined;
  if (!content) return [];
  if ('problem' in content) {
    return add(
      `${src}: ${content.problem}`,
      'Look whether the address is right, and open to the page (CORS) where it is on another host.',
    );
  }
  const wrong = fault(tag, content.text, src);
  return wrong ? add(wrong.message, wrong.mend) : [];
}

/** Faults of the words that the page brings: file, place in it and mend. */
export function checkContent(page: Page): Finding[] {
  return page.elements.flatMap(element => checkWords(element, page));
}
