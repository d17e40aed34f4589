import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import type { LitElement } from 'lit';
import '../../src/bundles/rekindle.ts';
import { RekindleActivities } from '../../src/elements/rekindle-activities.ts';

/** The lines of a text as they stand on the screen, from left to right. */
function linesOf(node: Text): string[] {
  const range = document.createRange();
  const lines: { middle: number; glyphs: { left: number; letter: string }[] }[] = [];
  [...node.data].forEach((letter, i) => {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const { top, left, width, height } = range.getBoundingClientRect();
    // WebKit gives the marks of direction a width.
    if (!width || /[\u2066-\u2069]/.test(letter)) return;
    const middle = top + height / 2;
    // Letters of two scripts may come from two fonts, of other heights.
    let line = lines.find(one => Math.abs(one.middle - middle) < 8);
    if (!line) lines.push((line = { middle, glyphs: [] }));
    line.glyphs.push({ left, letter });
  });
  return lines.map(({ glyphs }) => {
    const shown = glyphs.sort((a, b) => a.left - b.left).map(({ letter }) => letter);
    return shown.join('').replace(/\s+/g, ' ').trim();
  });
}

/** All lines that an element shows, as they stand on the screen. */
function linesIn(el: Element): string[] {
  const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
  const lines: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) lines.push(...linesOf(node as Text));
  return lines;
}

const ARABIC = 'كلمات عربية';

/** The bundled words of an element as if they were Arabic. */
const arabic = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string')
    return /^(title|summary|label|text|name|intro|step|safety)$/.test(key) ? ARABIC : value;
  if (Array.isArray(value)) return value.map(one => arabic(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, arabic(own, name)]));
};

type WithWords = LitElement & { pack: unknown; content: object };

async function inArabic(name: string): Promise<WithWords> {
  const box = await fixture<HTMLElement>(html`<div dir="rtl" style="inline-size: 700px"></div>`);
  const el = document.createElement(name) as WithWords;
  box.append(el);
  await el.updateComplete;
  el.pack = { ...(arabic(el.content) as object), lang: 'ar', dir: 'rtl' };
  await el.updateComplete;
  return el;
}

describe('labels in English around words that run from right to left', () => {
  for (const [name, ...lines] of [
    ['rekindle-tips', '1 of 6', 'Show all tips'],
    ['rekindle-checklist', '0 of 38 answered', 'Step 1 of 10', 'It is not scored, saved or sent.'],
    ['rekindle-activities', '37 ideas', '2 hours · Low cost · Outdoors · Little'],
  ] as const) {
    it(`are read as they are written, numbers and full stops in their places, in ${name}`, async () => {
      const shown = linesIn(await inArabic(name)).join('\n');

      for (const line of lines) expect(shown).to.contain(line);
    });
  }

  it('stand on the right', async () => {
    const el = await inArabic('rekindle-activities');
    const heading = [...el.shadowRoot!.querySelectorAll('h3')].find(one => /ideas/.test(one.textContent))!;
    const range = document.createRange();
    range.selectNodeContents(heading);

    expect(range.getBoundingClientRect().right).to.be.closeTo(heading.getBoundingClientRect().right, 1);
  });

  it('run from right to left where the owner gives them in Arabic', async () => {
    class ArabicActivities extends RekindleActivities {
      static override messages = { ...RekindleActivities.messages, count: { other: '{count} فكرة' } };
    }
    customElements.define('arabic-activities', ArabicActivities);
    const line = linesIn(await inArabic('arabic-activities')).find(one => one.includes('ف 37'));

    expect(line).to.match(/^ة.*ف 37$/);
  });
});
