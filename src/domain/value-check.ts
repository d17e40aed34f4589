import { namesIn } from './chapters.ts';
import type { Add } from './finding.ts';
import { nearName } from './near-name.ts';
import type { AttributeKind } from './page.ts';

/** What an attribute takes, in a pattern and in words, and the mend. */
type Form<Mend> = readonly [takes: RegExp, should: string, mend: Mend];

const NUMBER: Form<string> = [/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i, 'a number', 'Write a number.'];

/** Numbers that end somewhere. */
const RANGES: Readonly<Record<string, Form<string>>> = {
  'heading-level': [/^\s*[1-6]\s*$/, 'a level of headings', 'Write 1 to 6.'],
  'slides-per-page': [/^\s*(?:[1-5](?:\.\d+)?|6)\s*$/, 'a number from 1 to 6', 'Write 1 to 6.'],
};

/** Texts that are more than any text. */
const TEXTS: Readonly<Record<string, Form<(value: string) => string>>> = {
  country: [/^[A-Z]{2}$/i, 'a country code', () => 'Write two capitals, such as NZ.'],
  'autoplay-interval': [
    /^(?:auto|\s*\d+(?:\.\d+)?\s*)$/,
    'auto, or milliseconds',
    value => (/^[\d.]+s$/.test(value) ? `Write ${parseFloat(value) * 1000}.` : 'Write auto, or a number such as 8000.'),
  ],
  'exit-shortcut': [/^shift3$/, 'shift3', () => 'Write shift3, or take it out.'],
  'exit-url': [
    /^https?:\/\/\S+$/i,
    'an absolute http(s) address, and so not where the link leads',
    value =>
      /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(value)
        ? `Write https://${value}.`
        : 'Write one, such as https://example.org/.',
  ],
};

/** Whether a value is one that the attribute takes. */
export function checkValue(name: string, value: string, kind: AttributeKind, add: Add): void {
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
    const [takes, should, mend] = RANGES[name] ?? NUMBER;
    if (!takes.test(value)) say(should, mend);
  } else if (kind === 'string') {
    const [takes, should, mend] = TEXTS[name] ?? [];
    if (value && takes && should && mend && !takes.test(value)) say(should, mend(value));
  } else {
    const isList = 'anyOf' in kind;
    if (isList && value.includes(',')) {
      say('a list with spaces between', `Write ${name}="${namesIn(value.replaceAll(',', ' ')).join(' ')}".`);
      return;
    }
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
