import { namesIn } from './chapters.ts';
import { nearName } from './near-name.ts';
import type { AttributeKind, AttributeTable, Finding, Page, PageElement } from './page.ts';

/** What any element may have, and what tools put on all of them. */
const GLOBAL =
  /^(?:id|class|style|lang|dir|hidden|slot|title|role|part|exportparts|tabindex|translate|inert|is|nonce|accesskey|draggable|spellcheck|contenteditable|enterkeyhint|inputmode|autocapitalize|autofocus|popover|anchor|item(?:scope|type|prop|id|ref)|property|typeof|vocab|resource|about|key|defer-hydration|xmlns|on[a-z]+|xml:.*|(?:aria|data|v|x|ng|hx|wire|astro|_ng\w*)-.*|[@:#.*([].*)$/;

/** Elements whose snippet keeps their height free. */
const RESERVED = ['rekindle-tips', 'rekindle-checklist', 'rekindle-helplines'];

type Add = (check: string, level: Finding['level'], message: string, mend: string) => void;

/** Whether a value is one that the attribute takes. */
function checkValue(name: string, value: string, kind: AttributeKind, add: Add): void {
  const say = (should: string, mend: string): void =>
    add('attribute-value', 'error', `${name}="${value}" is not ${should}.`, mend);
  if (kind === 'boolean') {
    if (/^(?:false|no|off|0)$/i.test(value)) {
      add(
        'attribute-value',
        'error',
        `${name}="${value}" is on: an attribute that is there counts as yes.`,
        `Take ${name} out.`,
      );
    }
  } else if (kind === 'number') {
    if (name === 'heading-level' ? !/^\s*[1-6]\s*$/.test(value) : value.trim() === '' || Number.isNaN(Number(value))) {
      say(
        name === 'heading-level' ? 'a level of headings' : 'a number',
        name === 'heading-level' ? 'Write 1 to 6.' : 'Write a number.',
      );
    }
  } else if (kind === 'string') {
    if (name === 'country' && value && !/^[A-Z]{2}$/.test(value))
      say('a country code', 'Write two capitals, such as NZ.');
  } else {
    const isList = 'anyOf' in kind;
    const all = isList ? kind.anyOf : kind;
    for (const one of isList ? namesIn(value) : [value]) {
      if (all.includes(one) || one === '') continue;
      const near = nearName(one, all);
      say(
        `${isList ? 'made of' : 'one of'} ${all.join(', ')}`,
        near ? `Write ${near} for ${one}.` : 'Write one of them.',
      );
    }
  }
}

/** Faults of the tag: its name, its attributes and their values. */
export function checkAttributes(
  element: Pick<PageElement, 'tag' | 'attributes' | 'isPlaceholder'>,
  table: AttributeTable,
  add: Add,
): void {
  const known = table[element.tag];
  if (!known) {
    const near = nearName(element.tag, Object.keys(table));
    const message = `There is no <${element.tag}>.`;
    add('element-unknown', 'error', message, near ? `Write ${near}.` : `One of: ${Object.keys(table).join(', ')}.`);
    return;
  }
  for (const [name, value] of element.attributes) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind) checkValue(name, value, kind, add);
    if (kind || (GLOBAL.test(name) && !element.isPlaceholder)) continue;
    const near = nearName(name, Object.keys(known));
    const prefix = element.isPlaceholder ? 'data-' : '';
    // Other tools have data attributes of their own.
    if (element.isPlaceholder && !near) continue;
    add(
      'attribute-unknown',
      near ? 'error' : 'hint',
      `<${element.tag}> has no attribute ${prefix}${name}.`,
      near ? `Write ${prefix}${near}.` : 'Take it out: it does nothing.',
    );
  }
}

function checkInside(element: PageElement, add: Add): void {
  const { tag, text, tags, parent } = element;
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
    const add: Add = (check, level, message, mend) => void found.push({ check, level, where, message, mend });
    checkAttributes(element, table, add);
    if (!Object.hasOwn(table, tag)) continue;
    checkInside(element, add);
    if (element.attributes.has('debug'))
      add('debug-left', 'hint', 'debug is on the element.', 'It is for you: take it out before readers come.');
    const hasOwn = element.json !== undefined || element.pack !== undefined || element.attributes.has('src');
    const language = lang.toLowerCase().split('-')[0] ?? '';
    if (language && !hasOwn && !known.includes(language) && element.attributes.get('content') !== 'children') {
      add(
        'locale-missing',
        'hint',
        `The page is in ${lang} here; there are no words in it, and so <${tag}> is in English.`,
        'Bring words of your own: src="/words.json" (`rekindle pack` makes them).',
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

/** Faults of what stands for an element: tags that became text, frames. */
export function checkStandIns({ escaped, frames, scripts }: Page): Finding[] {
  const found: Finding[] = escaped.map(({ where, what }) => ({
    check: 'markup-escaped',
    level: 'error',
    where,
    message: what.startsWith('<')
      ? `${what}> is text of the page: the editor took it for words.`
      : `The rule of ${what} is text of the page: the editor took its <style> away, and maybe more.`,
    mend: 'Paste the snippet into a block for custom HTML; where tags are stripped, take <div data-rekindle>, the iframe or the plugin.',
  }));
  const hasHeight = scripts.some(
    ({ url, text }) => /(?:^|\/)frame\.js(?:[?#]|$)/.test(url) || /addEventListener\(.message/.test(text),
  );
  for (const { where, attributes } of frames) {
    const sandbox = attributes.get('sandbox');
    const src = attributes.get('src') ?? '';
    const add: Add = (check, level, message, mend) => void found.push({ check, level, where, message, mend });
    if (sandbox !== undefined && !namesIn(sandbox.toLowerCase()).includes('allow-scripts')) {
      add(
        'frame-sandbox',
        'error',
        'The sandbox of the frame allows no scripts: it stays plain text of a fixed height.',
        'Write sandbox="allow-scripts".',
      );
    }
    if (!hasHeight || !namesIn(attributes.get('class') ?? '').includes('rekindle-frame')) {
      add(
        'frame-height',
        'hint',
        'Nothing gives the frame the height of its content: it scrolls inside.',
        'Add class="rekindle-frame" and <script defer src="…/frame.js"></script>, where the host keeps scripts.',
      );
    }
    if (/jsdelivr\.net/.test(src)) {
      add(
        'frame-host',
        'error',
        'jsDelivr sends pages as plain text: the frame shows their source.',
        'Put dist/frame/ on a host of your own.',
      );
    }
    if (!attributes.get('title')?.trim()) {
      add(
        'frame-title',
        'hint',
        'The frame has no title: a screen reader cannot say what it is.',
        'Add title="Tips", or what it holds.',
      );
    }
  }
  return found;
}
