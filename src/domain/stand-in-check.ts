import { namesIn } from './chapters.ts';
import { addTo, type Add } from './finding.ts';
import { mendOf, nearName } from './near-name.ts';
import { frameName, type AttributeTable, type Finding, type Page } from './page.ts';
import { checkValue } from './value-check.ts';

/** Text of an address; as it stands where it cannot be read. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names and values in the query of an address. */
function parametersOf(address: string): readonly (readonly [name: string, value: string])[] {
  const query = /\?([^#]*)/.exec(address)?.[1] ?? '';
  return query
    .split('&')
    .filter(Boolean)
    .map(one => {
      const [name = '', value = ''] = one.replaceAll('+', ' ').split('=').map(decode);
      return [name, value];
    });
}

/** Parameters in the address of a frame that its page does not take. */
function checkParameters(src: string, name: string, table: AttributeTable, add: Add): void {
  const known = table[`rekindle-${name}`];
  if (!known) {
    const names = Object.keys(table).map(tag => tag.replace('rekindle-', ''));
    add(
      'frame-unknown',
      'error',
      `There is no page ${name}.html.`,
      mendOf(name, names, near => `${near}.html`),
    );
    return;
  }
  for (const [key, value] of parametersOf(src)) {
    const kind = Object.hasOwn(known, key) ? known[key] : undefined;
    const near = kind ? undefined : nearName(key, Object.keys(known));
    if (key === 'src') {
      const mend = 'Write pages of your own words: `npx rekindle frames DIR --pack FILE`.';
      add('frame-parameter', 'error', 'src does not count in a frame: any link could show words of anyone.', mend);
    } else if (kind) checkValue(key, value, kind, add);
    // Anything else may be for others: the page ignores it.
    else if (near) add('frame-parameter', 'error', `The page takes no parameter ${key}.`, `Write ${near}.`);
  }
}

/** Faults of what stands for an element, or around it: tags that became text, frames, styles. */
export function checkStandIns({ escaped, frames, scripts, zeros }: Page, table: AttributeTable): Finding[] {
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
    const add = addTo(found, where);
    checkParameters(src, frameName(attributes) ?? '', table, add);
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
  for (const { where, name } of zeros) {
    addTo(found, where)(
      'length-unit',
      'error',
      `${name} is a 0 without a unit: sums with it are invalid, and sizes and places wrong.`,
      `Write ${name}: 0px.`,
    );
  }
  return found;
}
