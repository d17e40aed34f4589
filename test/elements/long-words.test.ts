import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing-helpers';
import type { LitElement } from 'lit';
import '../../src/bundles/rekindle.ts';

const LONG = 'Kommunikationsschwierigkeiten';

/** Words with a very long one before each text that a reader sees. */
const stretched = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string')
    return /^(title|summary|label|text|name|note|hours|intro|message)$/.test(key) ? `${LONG} ${value}` : value;
  if (Array.isArray(value)) return value.map(one => stretched(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, stretched(own, name)]));
};

/** Text that reaches beyond an edge, in what an element shows and in those inside it. */
function beyond(root: ParentNode, edge: number): string[] {
  return [...root.querySelectorAll('*')].flatMap(one => {
    // What scrolls, and what only a screen reader sees.
    if (one.closest('.track, .hidden, dialog, select')) return [];
    const range = document.createRange();
    const lines = [...one.childNodes].filter(node => {
      if (node.nodeType !== Node.TEXT_NODE) return false;
      range.selectNode(node);
      return range.getBoundingClientRect().right > edge + 1;
    });
    return [
      ...lines.map(line => `${one.localName}: ${line.textContent?.trim()}`),
      ...(one.shadowRoot ? beyond(one.shadowRoot, edge) : []),
    ];
  });
}

describe('a word that is longer than a narrow box', () => {
  for (const name of ['tips', 'checklist', 'activities', 'helplines', 'guide']) {
    it(`breaks in rekindle-${name}, on a wide window too`, async () => {
      const box = await fixture<HTMLElement>(html`<div style="inline-size: 240px"></div>`);
      const el = document.createElement(`rekindle-${name}`) as LitElement & { pack: unknown; content: unknown };
      Object.assign(el, { mode: 'list', country: 'NZ' });
      box.append(el);
      await el.updateComplete;
      el.pack = stretched(el.content);
      await el.updateComplete;
      for (const fold of el.shadowRoot!.querySelectorAll('details')) fold.open = true;
      await el.updateComplete;

      expect(el.shadowRoot!.textContent).to.contain(LONG);
      expect(beyond(el.shadowRoot!, el.getBoundingClientRect().right)).to.deep.equal([]);
    });
  }
});
