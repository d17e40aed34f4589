/** What the tests of the checklist do as a reader, and a small pack. */
import { sendKeys } from '@web/test-runner-commands';
import type { Theme } from '../../src/content/model.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import { inside } from './page.ts';

/** The radio of an option of a statement. */
export const radio = (el: Element, statement: string | RegExp, option: string): HTMLInputElement => {
  const group = inside(el).getByRole('group', { name: statement });
  const label = [...group.querySelectorAll('label')].find(one => one.textContent.trim() === option);
  return label?.querySelector('input') as HTMLInputElement;
};

/** Presses a button by its name, with the keyboard. */
export async function press(el: RekindleChecklist, name: string | RegExp): Promise<void> {
  inside(el).getByRole('button', { name }).focus();
  await sendKeys({ press: 'Enter' });
  await el.updateComplete;
}

/** Clears all answers, with the keyboard. */
export async function clearAll(el: RekindleChecklist): Promise<void> {
  inside(el).getByText('Clear all answers').focus();
  await sendKeys({ press: 'Enter' });
  await press(el, 'Yes, clear them all');
}

/** Ticks or unticks a stop, with the keyboard. */
export async function tick(el: RekindleChecklist, name: string): Promise<void> {
  inside(el).getByRole('checkbox', { name }).focus();
  await sendKeys({ press: ' ' });
  await el.updateComplete;
}

/** Chooses an option of a statement. */
export async function choose(el: RekindleChecklist, statement: string | RegExp, option: string): Promise<void> {
  radio(el, statement, option).click();
  await el.updateComplete;
}

/** A theme with one statement. */
export const theme = (id: string, extra: Partial<Theme> = {}): Theme => ({
  id,
  section: 'one',
  title: `Theme ${id}`,
  minAnswered: 1,
  statements: [{ id: `${id}-1`, text: `I am ${id}.` }],
  bands: [
    {
      id: 'low',
      min: 0,
      title: 'Low',
      text: 'Low words.',
      next: [{ text: 'Write to him.', target: 'activities/two' }, { text: 'Rest.' }],
    },
  ],
  ...extra,
});
/** A small pack. */
export const pack = (themes: Theme[], more = {}): NonNullable<RekindleChecklist['pack']> => ({
  format: 1,
  id: 'test',
  version: '1.0.0',
  lang: 'en',
  dir: 'ltr',
  title: 'Test',
  license: 'MIT',
  care: { safety: 'Safety first.', noContact: 'Leave him be.', notADiagnosis: 'Not a test.' },
  checklist: {
    id: 'test',
    version: '1.0.0',
    title: 'Test',
    intro: 'Hello.',
    scale: {
      id: 'two',
      options: [
        { value: 0, label: 'No' },
        { value: 1, label: 'Yes' },
      ],
      optOut: { code: 'skip', label: 'Pass' },
    },
    themes,
    stops: [
      {
        id: 'stop',
        text: 'I stop.',
        help: ['crisis'],
        suppress: ['activities/two'],
        message: ['Stop ', { strong: 'now' }, '.'],
      },
    ],
  },
  ...more,
});
