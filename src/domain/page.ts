import { namesIn } from './chapters.ts';
import type { Messages } from './message.ts';
import { nearName } from './near-name.ts';

/*
 * A page as `rekindle doctor` and `dist/debug.js` see it: what its markup says of us, whether it was read from a file or
 * stands in a browser. The checks beside this file tell what is wrong with it.
 */

/** Something in the page. */
export interface PageNode {
  /** Where it stands, for people: `12:3` (line and column) in a file. */
  readonly where: string;
  /** By name, in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface PageScript extends PageNode {
  /** As it stands in `src`; empty for one that is written into the page. */
  readonly url: string;
  readonly text: string;
  /** Another script imported it: there is no tag. */
  readonly isImported: boolean;
}

/** An element of ours, or a `<div data-rekindle>` that stands for one. */
export interface PageElement extends PageNode {
  /** `rekindle-tips`, of a placeholder too; maybe one that there is not. */
  readonly tag: string;
  readonly isPlaceholder: boolean;
  /** Tag of a placeholder: `div`; else that of the element. */
  readonly localName: string;
  /** Nearest language, its own or of what stands around it; empty when nothing says. */
  readonly lang: string;
  /** Tag that it stands in. */
  readonly parent: string;
  /** Its text, without scripts and templates; the beginning is enough. */
  readonly text: string;
  /** Which of {@link TELLING} stand in it, however deep. */
  readonly tags: readonly string[];
  /** Slots that its children go to. */
  readonly slots: readonly string[];
  /** Text of its `<script type="application/json">`. */
  readonly json: string | undefined;
  /** Other scripts with JSON in it, which it does not read: by their type, and the tag that they stand in. */
  readonly unread: readonly { readonly type: string; readonly parent: string }[];
  /** Words that the page's script gave it; undefined when none. */
  readonly pack: unknown;
  /** Its tag is defined in the browser that tells. */
  readonly isDefined: boolean;
  /** It comes with a declarative shadow root. */
  readonly isWritten: boolean;
  /** A style keeps its height free while the script is on its way. */
  readonly isReserved: boolean;
  /** Written as `<rekindle-tips />`, which HTML does not know: all that follows stands in it. */
  readonly isSelfClosed: boolean;
  /** No closing tag of its own: left out, or a paragraph around it ended first. */
  readonly isTorn: boolean;
}

const TAGS = ['tips', 'checklist', 'activities', 'helplines', 'guide'].map(name => `rekindle-${name}`);

/** Tags that the checks look for in an element. */
export const TELLING: readonly string[] = [...TAGS, 'ul', 'ol'];

/** Whether a tag is ours, or probably meant to be: `rekindel-tips`, `rekindletips`. */
export const isOwnTag = (tag: string): boolean =>
  tag.startsWith('rekindle-') ||
  (tag.length < 32 && /^r[^-]*k[^-]*n[^-]*d/.test(tag) && nearName(tag, TAGS) !== undefined);

/** What an address gave: its text, or why there is none. */
export type PageContent = { readonly text: string } | { readonly problem: string };

export interface Page {
  /** Its address; empty for a file. */
  readonly url: string;
  /** What its relative addresses start from: its `<base>`, or its own address; of a file, its `<base>` as it stands there. */
  readonly base: string;
  readonly scripts: readonly PageScript[];
  readonly elements: readonly PageElement[];
  readonly frames: readonly PageNode[];
  /** `<style>` with rules of ours. */
  readonly styles: readonly PageNode[];
  /** What gives a {@link LENGTHS length} of ours a 0 without a unit. */
  readonly zeros: readonly { readonly where: string; readonly name: string }[];
  /** What of a snippet an editor turned into text: `<rekindle-tips>`, or the rule of `.rekindle-tips` without its `<style>`. */
  readonly escaped: readonly { readonly where: string; readonly what: string }[];
  /** Content Security Policies: of the response, and of `<meta>`. */
  readonly policies: readonly { readonly where: string; readonly text: string }[];
  /** What the `src` of its elements gave, by that `src`. */
  readonly contents: ReadonlyMap<string, PageContent>;
}

/** Something that a page should mend. */
export interface Finding {
  /** Name of the check, which stays the same: `attribute-unknown`. */
  readonly check: string;
  /** `error`: something does not work. `hint`: it works, and could be better. */
  readonly level: 'error' | 'hint';
  /** Of the node; empty for the page as a whole. */
  readonly where: string;
  readonly message: string;
  readonly mend: string;
}

/**
 * What an attribute takes: any text, a number, nothing (a boolean), one of a list, or some of a list with spaces between.
 */
export type AttributeKind = 'string' | 'number' | 'boolean' | readonly string[] | { readonly anyOf: readonly string[] };

/** Text of a page that is no text: a tag of ours, or a rule of its style. Bounded, as one of a page could take for ever. */
export const ESCAPED = /<rekindle-[a-z]+(?=[\s/>])|\.rekindle-[a-z]+(?=[^{}\n]{0,400}\{)/;

/** Whether the type of a script says that it holds JSON, rightly written or not. `application/ld+json` is for search engines. */
export const saysJson = (type: string): boolean => /json/i.test(type) && !type.includes('+');

/** Attributes by tag and name. */
export type AttributeTable = Readonly<Record<string, Readonly<Record<string, AttributeKind>>>>;

/** What attributes and slots can name of some words, by id. */
export interface Names {
  /** What goes into a guide beside the chapters. */
  readonly slots: readonly string[];
  readonly countries: readonly string[];
  readonly chapters: readonly string[];
  readonly tips: readonly string[];
}

/** Hashes of our files in one version, by their path in `dist/`. */
export interface Release {
  readonly version: string;
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
}

/** What a page is held against. */
export interface Known {
  readonly attributes: AttributeTable;
  /** Of the words in the bundles. */
  readonly names: Names;
  /** Interface text of ours. */
  readonly messages: Messages;
  /** Undefined where only a browser knows whether it takes a file. */
  readonly release?: Release;
}

/** Properties of ours that are lengths in sums: a 0 without a unit makes the sum invalid. */
export const LENGTHS = ['--rekindle-space', '--rekindle-slide-gap', '--rekindle-control-size'] as const;

/** Those of them that a style gives a 0 without a unit. */
export function zerosIn(css: string): readonly string[] {
  if (!css.includes('--rekindle-')) return [];
  const rules = css.replace(/\/\*.*?(?:\*\/|$)/gs, '');
  return LENGTHS.filter(name =>
    new RegExp(`${name}\\s*:\\s*[+-]?(?:0+(?:\\.0+)?|\\.0+)\\s*(?:!important\\s*)?(?:[;}]|$)`).test(rules),
  );
}

/**
 * The element that a frame shows, by the address of the page: `tips`; undefined for the frame of somebody else. With our class
 * the folder may have any name.
 */
export function frameName(attributes: ReadonlyMap<string, string>): string | undefined {
  const src = attributes.get('src') ?? '';
  const name = /(?:^|\/)frame\/([\w-]+)\.html/.exec(src)?.[1];
  if (namesIn(attributes.get('class') ?? '').includes('rekindle-frame'))
    return name ?? /(?:^|\/)([\w-]+)\.html(?:[?#]|$)/.exec(src)?.[1];
  return TAGS.includes(`rekindle-${name}`) ? name : undefined;
}
