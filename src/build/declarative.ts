import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { RenderInfo } from '@lit-labs/ssr/lib/render-value.js';
import type { Pack } from '../content/model.ts';
import '../bundles/rekindle.ts';
import { NEEDED_COLOR } from '../domain/floor.ts';
import { maker } from '../elements/node.ts';
import type { Written } from './embed.ts';
import { escapeHtml, policyHash } from './html.ts';
import { WrittenNode } from './written-node.ts';

maker.make = tag => WrittenNode.make(tag) as unknown as HTMLElement;

/** What the renderer writes for a boolean property that is false: as an attribute it would be true. */
const UNTRUE = / (?:checked|disabled|hidden|multiple|open|readonly|required|selected)="false"/g;

/** Elements inside are written as `div`: they look the same, and the script does not wake what it is about to replace. */
const plain = (html: string): string =>
  html
    .replace(/<!--.*?-->| defer-hydration/gs, '')
    .replace(/<(\/?)rekindle-[a-z]+/g, '<$1div')
    .replaceAll(' shadowroot="open"', '')
    .replace(UNTRUE, '')
    .replace(/\s+/g, ' ');

const CHILDREN = '{.base{display:none}.whole{display:contents}}';
/**
 * Where no script will ever run, or ours does nothing, the children say all: the element itself shows no more than its first step,
 * and its controls would be dead.
 */
const WITHOUT_SCRIPT = `.whole{display:none}@media (scripting:none)${CHILDREN}@supports not (color:${NEEDED_COLOR})${CHILDREN}`;

/**
 * Renders an element as it renders itself first, with the same classes.
 *
 * @param tag - `rekindle-tips`
 * @param attributes - by name
 * @param pack - words of the page's own; those of the bundle where it is undefined
 * @throws TypeError when the pack cannot be used
 */
export function declarative(tag: string, attributes: ReadonlyMap<string, string>, pack?: Pack): Written {
  const renderer = new LitElementRenderer(tag);
  // An address is for the page to ask.
  for (const [name, value] of attributes) if (name !== 'src') renderer.setAttribute(name, value);
  if (pack) renderer.setProperty('pack', pack);
  renderer.connectedCallback();
  const src = attributes.get('src');
  const info: RenderInfo = {
    elementRenderers: [LitElementRenderer],
    customElementInstanceStack: [renderer],
    customElementHostStack: [renderer],
    eventTargetStack: [],
    slotStack: [],
    deferHydration: false,
  };
  const shadow = plain(collectResultSync(renderer.renderShadow(info) ?? [])).replace(
    '</style>',
    `${WITHOUT_SCRIPT}</style><slot class="whole"></slot>`,
  );
  if (!shadow.includes('class="base"')) throw new TypeError(`<${tag}> has no words to show`);
  const styles = [...shadow.matchAll(/<style>(.*?)<\/style>/g)].map(match => policyHash(match[1] ?? ''));
  return {
    tag: `${tag}${collectResultSync(renderer.renderAttributes())}${src ? ` src="${escapeHtml(src)}"` : ''}`,
    template: `<template shadowrootmode="open">${shadow}</template>`,
    styles: [...new Set(styles)],
  };
}
