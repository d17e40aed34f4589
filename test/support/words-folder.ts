import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { head } from '../../src/content/packs/en.ts';
import { commandIn } from './command.ts';

/* A folder in which somebody with words of her own runs the command. It is there until the last test of a file is over. */

export const folder = mkdtempSync(join(tmpdir(), 'rekindle-words-'));
after(() => rmSync(folder, { recursive: true, force: true }));

export const run = commandIn(folder);

/** A file of the folder with these words as JSON. */
export const packOf = (name: string, words: object): string => {
  writeFileSync(join(folder, name), JSON.stringify(words));
  return name;
};

/** Words in a language that is not that of the page. */
export const ARABIC = {
  ...head,
  lang: 'ar',
  dir: 'rtl',
  title: 'دليل',
  tips: [{ id: 'a', title: 'تنفس', points: ['واحد'], step: 'اليوم' }],
};

/** Words with buttons and labels of their own. */
export const GERMAN = {
  ...ARABIC,
  lang: 'de',
  dir: 'ltr',
  messages: {
    tips: { label: 'Tipps', next: 'Weiter', step: 'Heute "klein" & <b>fein</b>' },
    guide: { contents: 'Inhalt' },
  },
};

/** Words that the tests need no more of. */
export const FRENCH = { ...head, lang: 'fr', id: 'fr', tips: [{ id: 'a', title: 'Respirez', points: ['Un.'] }] };
