import { html, nothing, type TemplateResult } from 'lit';
import type { Care, Inline, Text } from '../content/model.ts';
import { node } from './node.ts';

const inline = (run: Inline): string | TemplateResult => {
  if (typeof run === 'string') return run;
  if ('strong' in run) return html`<strong>${run.strong}</strong>`;
  if ('em' in run) return html`<em>${run.em}</em>`;
  return html`<a href=${run.href} rel="noreferrer">${run.a}</a>`;
};

/** Renders a line of content. */
export function renderText(text: Text): string | readonly (string | TemplateResult)[] {
  return typeof text === 'string' ? text : text.map(inline);
}

/** Tag of a native heading; beyond 6 it stays 6, as HTML has no deeper one. */
export function headingTag(level: number): 'h2' {
  return `h${Math.min(Math.max(Math.trunc(level) || 2, 1), 6)}` as 'h2';
}

/** Templates by heading level: Lit needs one and the same for the same tags. */
const leveled = new WeakMap<TemplateStringsArray, TemplateStringsArray[]>();

/** Makes the `html` of templates that say `<h0>` for a native heading of a level. */
export function htmlAt(level: number): typeof html {
  return (strings, ...values) => {
    const templates = leveled.get(strings) ?? [];
    leveled.set(strings, templates);
    const template = (templates[level] ??= Object.assign(
      strings.map(text => text.replace(/h0\b/g, headingTag(level))),
      { raw: strings.raw },
    ));
    return html(template, ...values);
  };
}

/**
 * Renders a native heading.
 *
 * @param level - as in {@link headingTag}
 * @param part - name of its CSS part
 * @param content - what it says
 * @param id - id inside the shadow root; it can then take focus
 */
export function renderHeading(level: number, part: string, content: unknown, id?: string): TemplateResult {
  const html = htmlAt(level);
  return html`<h0 part=${part} id=${id ?? nothing} tabindex=${id ? -1 : nothing}>${content}</h0>`;
}

/** The nodes of a line of content. */
export function nodesOf(text: Text): (Node | string)[] {
  return [text].flat().map((run: Inline) => {
    if (typeof run === 'string') return run;
    if (!('a' in run)) return node('strong' in run ? 'strong' : 'em', {}, plainText([run]));
    return node('a', { href: run.href, rel: 'noreferrer' }, run.a);
  });
}

/** Makes the note that stands before any advice that involves contact. */
export function makeCare({ safety, noContact }: Care): HTMLElement {
  return node(
    'div',
    { className: 'note', part: 'care', role: 'note' },
    node('p', {}, ...nodesOf(safety)),
    node('p', {}, ...nodesOf(noContact)),
  );
}

/** A line of content without its marks. */
export function plainText(text: Text): string {
  const plain = (run: Inline): string =>
    typeof run === 'string' ? run : 'strong' in run ? run.strong : 'em' in run ? run.em : run.a;
  return typeof text === 'string' ? text : text.map(plain).join('');
}
