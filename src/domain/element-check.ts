import { addTo, type Add } from './finding.ts';
import { mendOf, nearName } from './near-name.ts';
import type { AttributeTable, Finding, Page, PageElement } from './page.ts';
import { checkValue } from './value-check.ts';

/** What any element may have, and what tools put on all of them: most have a prefix, ours never a colon. */
const GLOBAL =
  /^(?:id|class|style|lang|dir|hidden|slot|title|role|part|exportparts|tabindex|translate|inert|is|nonce|accesskey|draggable|spellcheck|contenteditable|enterkeyhint|inputmode|autocapitalize|autofocus|popover|anchor|item(?:scope|type|prop|id|ref)|property|typeof|vocab|resource|about|key|defer-hydration|xmlns|elementtiming|writingsuggestions|autocorrect|virtualkeyboardpolicy|heading(?:offset|reset)|js(?:action|controller|data|model|name|shadow|slot)|on[a-z]+|[^:]*:.*|(?:aria|data|v|x|ng|hx|wire|astro|b|fs|sse|uk|up|ws|_ng\w*)-.*|[@#.*([].*)$/;

/** Elements whose snippet keeps their height free. */
const RESERVED = ['rekindle-tips', 'rekindle-checklist', 'rekindle-helplines'];

/** Faults of the tag: its name, its attributes and their values. */
export function checkAttributes(
  element: Pick<PageElement, 'tag' | 'attributes' | 'isPlaceholder'>,
  table: AttributeTable,
  add: Add,
): void {
  const known = table[element.tag];
  if (!known) {
    const tags = Object.keys(table);
    if (element.isPlaceholder) {
      const names = tags.map(tag => tag.replace('rekindle-', ''));
      const name = element.tag.replace('rekindle-', '');
      const mend = mendOf(name.replace(/^rekindle\W*/, ''), names, near => `data-rekindle="${near}"`);
      add('element-unknown', 'error', `data-rekindle="${name}" names no element.`, mend);
      return;
    }
    add('element-unknown', 'error', `There is no <${element.tag}>.`, mendOf(element.tag, tags));
    return;
  }
  const prefix = element.isPlaceholder ? 'data-' : '';
  for (const [name, value] of element.attributes) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind) checkValue(name, value, kind, add);
    if (kind || (GLOBAL.test(name) && !element.isPlaceholder)) continue;
    const near = nearName(name, Object.keys(known));
    // Other tools have data attributes of their own.
    if (element.isPlaceholder && !near) continue;
    add(
      'attribute-unknown',
      near ? 'error' : 'hint',
      `<${element.tag}> has no attribute ${prefix}${name}.`,
      near ? `Write ${prefix}${near}.` : 'Take it out: it does nothing.',
    );
  }
  // Only tips have the two.
  if (known.height && element.attributes.get('height') === 'active' && element.attributes.has('autoplay')) {
    add(
      'attribute-unused',
      'hint',
      `${prefix}height="active" does nothing with ${prefix}autoplay: the row is as tall as its tallest tip, so that the page does not move by itself.`,
      'Take one of the two out.',
    );
  }
}

function checkInside(element: PageElement, add: Add): void {
  const { tag, text, tags, parent, localName } = element;
  if (element.isPlaceholder && localName !== 'div') {
    add(
      'placeholder-tag',
      'error',
      `<${localName} data-rekindle> stays plain text: only a div becomes an element.`,
      'Write <div> for it.',
    );
  }
  if (element.isSelfClosed) {
    add(
      'element-self-closed',
      'error',
      `<${tag} /> is not closed: what follows stands in it, and gives way.`,
      `Write <${tag}></${tag}>.`,
    );
    return;
  }
  if (/^\s*\{\s*["\u201c]?(?:format|id|version|lang)\b/.test(text)) {
    add(
      'script-stripped',
      'error',
      'The text of the element is JSON: an editor took the <script> tag away around it.',
      'Put the JSON into a file of its own, and name it: src="/words.json".',
    );
    return;
  }
  if (element.isTorn) {
    add(
      'element-torn',
      'error',
      parent === 'p'
        ? `<${tag}> stands in a paragraph, which an editor put around it: it ends where its first block begins.`
        : `<${tag}> has no closing tag of its own.`,
      parent === 'p' ? 'Paste the snippet into a block for custom HTML.' : `Write </${tag}> where it ends.`,
    );
    return;
  }
  if (tags.includes(tag)) {
    add(
      'element-nested',
      'error',
      `<${tag}> stands in another one, which takes the place of all that is in it.`,
      'Put the two beside each other.',
    );
    return;
  }
  if (element.attributes.get('content') === 'children' && !tags.includes('ul') && !tags.includes('ol')) {
    add(
      'fallback-list',
      'error',
      'content="children" finds no list among the children.',
      'Put the tips into <ul> or <ol>.',
    );
  } else if (!text.trim() && !element.isWritten) {
    add(
      'fallback-missing',
      'hint',
      'Nothing stands in the element: without script, in mail and in feeds there is nothing to read.',
      `Paste what \`npx rekindle embed ${tag.replace('rekindle-', '')}\` prints.`,
    );
  }
}

/** Languages that the page brings words for. */
const locales = (page: Page): readonly string[] =>
  page.scripts.flatMap(({ url }) => /\/locales\/([a-z]{2,3})[\w-]*\.js/.exec(url)?.[1] ?? []);

/** Faults of the elements themselves: names, values, what stands in them. */
export function checkElements(page: Page, table: AttributeTable): Finding[] {
  const found: Finding[] = [];
  const known = ['en', ...locales(page)];
  for (const element of page.elements) {
    const { where, tag, lang } = element;
    const add = addTo(found, where);
    checkAttributes(element, table, add);
    if (!Object.hasOwn(table, tag)) continue;
    checkInside(element, add);
    if (element.attributes.has('debug'))
      add('debug-left', 'hint', 'debug is on the element.', 'It is for you: take it out before readers come.');
    const hasOwn =
      element.json !== undefined ||
      element.unread.length > 0 ||
      element.pack !== undefined ||
      element.attributes.has('src');
    const language = lang.toLowerCase().split('-')[0] ?? '';
    if (language && !hasOwn && !known.includes(language) && element.attributes.get('content') !== 'children') {
      add(
        'locale-missing',
        'hint',
        `The page is in ${lang} here; there are no words in it, and so <${tag}> is in English.`,
        'Bring words of your own: src="/words.json" (`rekindle pack` makes them).',
      );
    }
    const { attributes } = element;
    if (attributes.get('url-state') === 'hash' && page.elements.some(one => one.attributes.has('hash'))) {
      add(
        'fragment-shared',
        'error',
        'url-state="hash": tips of this page have hash, and each writes over what the other put into the address.',
        'Write url-state="query".',
      );
    }
    if (RESERVED.includes(tag) && !element.isReserved && !element.isWritten) {
      add(
        'reserve-missing',
        'hint',
        'Nothing keeps its height free: what stands below moves when the script comes.',
        `Add class="${tag}" and the rule that \`npx rekindle embed ${tag.replace('rekindle-', '')}\` prints.`,
      );
    }
  }
  return found;
}
