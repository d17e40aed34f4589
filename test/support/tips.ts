/** What the tests of the tips share: packs of their own, and what a reader sees of the element. */
import { nextFrame } from '@open-wc/testing-helpers';
import type { PackHead, Tip } from '../../src/content/model.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { inside } from './page.ts';
import { waitUntil } from './wait.ts';

/** A pack of `count` tips with the ids tip-0, tip-1 …; each is longer than the one before. */
export function tipsPack(count: number, dir: 'ltr' | 'rtl' = 'ltr'): PackHead & { tips: Tip[] } {
  return {
    format: 1,
    id: 'own',
    version: '1.0.0',
    lang: dir === 'rtl' ? 'ar' : 'en',
    dir,
    title: 'Own',
    license: 'MIT',
    care: { safety: 'Safety first.', noContact: 'No contact.', notADiagnosis: 'No diagnosis.' },
    tips: Array.from({ length: count }, (_, i) => ({
      id: `tip-${i}`,
      title: `Tip ${i + 1}`,
      points: [
        'A point. '.repeat(1 + (i % 5)),
        ['With ', { strong: 'marks' }, ', ', { em: 'more' }, ' and ', { a: 'a link', href: 'https://example.org/' }],
      ],
      step: 'A step.',
    })),
  };
}

export const status = (el: Element): string => inside(el).getByRole('status').textContent.trim();
export const button = (el: Element, name: string): HTMLElement => inside(el).getByRole('button', { name });
/** Whether the tips change by themselves, as the button says. */
export const isPlaying = (el: Element): boolean => !!inside(el).queryByRole('button', { name: 'Stop the tips' });
/** The scroller, by role and name; the element itself has the same name. */
export const track = (el: Element): HTMLElement => inside(el).getAllByRole('group', { name: 'Tips' })[1]!;
/** Where a card stands: the row has 2 px of room around it, so that no edge is cut. */
export function stage(el: Element): DOMRect {
  const { x, y, width, height } = track(el).getBoundingClientRect();
  return new DOMRect(x + 2, y + 2, width - 4, height - 4);
}
/** The tip that a screen reader finds. */
export const shown = (el: Element): string | null =>
  el.shadowRoot!.querySelector('[role=group][aria-roledescription=slide]')?.getAttribute('aria-label') ?? null;

/** Spaces the text as far as WCAG 1.4.12 lets a reader: lines, paragraphs, letters and words. */
export function spaceOut(el: Element): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p, li { margin-block-end: 2em !important }`,
  );
  el.shadowRoot!.adoptedStyleSheets.push(sheet);
}

/** Change events of the reader, as "index id cause". */
export function moves(el: RekindleTips): string[] {
  const events: string[] = [];
  el.addEventListener('rekindle-slide-change', event => events.push(`${event.index} ${event.id} ${event.cause}`));
  return events;
}

/** Resolves once the element has told of a move, and shows what follows from it: that comes after the press is painted. */
export async function moved(el: RekindleTips, events: readonly string[]): Promise<void> {
  await waitUntil(() => events.length, 'the move has come to rest');
  await el.updateComplete;
}

/** Resolves once the card of a position stands at the start of the scroller, and all around it says so. */
export async function isAt(el: RekindleTips, index: number): Promise<void> {
  await waitUntil(() => {
    const row = el.shadowRoot?.querySelector('[tabindex="0"][part=scroll-container]');
    const share = row && Math.abs(row.scrollLeft) / (row.scrollWidth - row.clientWidth || 1);
    return el.activeIndex === index && Math.abs((share ?? -1) - index / (el.length - 1)) < 0.001;
  }, `card ${index} does not come`);
  await el.updateComplete;
}

/** Resolves once a scroller has stayed where it is for ten frames: what a scroll leads to comes sooner. */
export async function isStill(row: Element): Promise<void> {
  for (let frames = 0, left = NaN; frames < 10; frames++) {
    if (row.scrollLeft !== left) frames = 0;
    left = row.scrollLeft;
    await nextFrame();
  }
}
