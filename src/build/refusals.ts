import { existsSync, statSync } from 'node:fs';
import type { Pack } from '../content/model.ts';
import { attributes, names } from '../content/packs/attributes.ts';
import { checkAttributes } from '../domain/element-check.ts';
import type { Add } from '../domain/finding.ts';
import { checkNamesIn, namesOf } from '../domain/names-check.ts';
import { unknownName } from '../domain/near-name.ts';
import type { CommandLine } from './command-line.ts';
import { ELEMENTS } from './bundles.ts';
import type { ElementName } from './fallback.ts';
import { frameParameters } from './frame.ts';

/* What a command refuses once its command line is read, and before it writes. Each throws a TypeError that names the mend. */

/** Refuses a file in the place of a folder. @param what - names the folder on: `of the words` */
export function refuseFile(dir: string, what: string): void {
  if (existsSync(dir) && !statSync(dir).isDirectory()) throw new TypeError(`${dir} is a file: name the folder ${what}`);
}

/**
 * Refuses attributes that the doctor would call an error, and warns of those that do nothing.
 *
 * @param option - that gave them
 * @param words - what the element shows; undefined where only an address tells
 */
export function refuseAttributes(
  name: ElementName,
  option: string,
  given: ReadonlyMap<string, string>,
  words: Pack | undefined,
): void {
  const element = { tag: `rekindle-${name}`, attributes: given, isPlaceholder: false, slots: [] };
  const add: Add = (_check, level, message, mend) => {
    if (level === 'error') throw new TypeError(`${option}: ${message} ${mend}`);
    console.error(`warning: ${option}: ${message} ${mend}`);
  };
  checkAttributes(element, attributes, add);
  checkNamesIn(element, namesOf(words), names.slots, add);
}

/** Refuses what the page of a frame would ignore: it takes its words from nowhere else. */
export function refuseForFrame(name: ElementName, given: ReadonlyMap<string, string>, isOurs: boolean): void {
  if (isOurs || given.has('src'))
    throw new TypeError(
      'the page of a frame has words of its own: write it with `rekindle frames DIR --pack FILE`, and name its folder with --base',
    );
  const ignored = [...given.keys()].filter(one => !frameParameters(name).includes(one));
  if (ignored.length) throw new TypeError(`the page of a frame takes no ${ignored.join(', ')}: leave it out`);
}

/** Refuses a file in place of its folder, and warns of what may be another folder than that which was meant. */
function refuseNoFolder(base: string, isOfFrames: boolean): void {
  const [, dir] = /^(.*?)[^/]*\.(?:js|html)$/i.exec(base) ?? [];
  if (dir !== undefined)
    throw new TypeError(`--base is the address of a folder, and no file: ${dir ? `write ${dir}` : 'leave it out'}`);
  const warn = (text: string): void => console.error(`warning: --base: ${text}`);
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i.test(base))
    warn(`${base} is a folder beside the page: for a host write https://${base}`);
  if (isOfFrames && !/frame[^/]*\/?$/i.test(base))
    warn(
      `the pages of frames are in the folder frame/ of a copy of dist/: is ${base.replace(/\/?$/, '/frame/')} meant?`,
    );
}

/** Refuses what is wrong whatever the words are. */
export function refuseForEmbed(name: string, options: CommandLine['options']): asserts name is ElementName {
  const { form, lang, country, base } = options;
  if (!ELEMENTS.includes(name as ElementName)) throw new TypeError(unknownName('element', name, ELEMENTS));
  if (!['children', 'declarative', 'iframe'].includes(form))
    throw new TypeError(`--form is children, declarative or iframe, not ${form}`);
  if (!options.pack && lang !== undefined && lang !== 'en')
    throw new TypeError(`no words in ${lang}: --lang is en, or bring a pack of your own`);
  if (!/^[1-6]$/.test(options['heading-level'])) throw new TypeError('--heading-level is a number from 1 to 6');
  if (country !== undefined && !/^[A-Z]{2}$/i.test(country))
    throw new TypeError('--country is a code of two letters, such as NZ');
  if (base !== undefined && (/^(?!https?:)[a-z][\w+.-]*:/i.test(base) || /[\s"<>?#]/.test(base)))
    throw new TypeError('--base is the address of a folder: http(s), or a path, without ? and #');
  if (base !== undefined) refuseNoFolder(base, form === 'iframe');
}

/** Refuses attributes that an option gives, or the snippet. */
export function refuseTwice(name: ElementName, given: ReadonlyMap<string, string>, country: string | undefined): void {
  if (given.has('heading-level'))
    throw new TypeError('the level of headings is --heading-level N, for the text inside too');
  if (given.has('class')) throw new TypeError('the snippet has a class already: add yours to it by hand');
  if (given.has('country') && country)
    throw new TypeError('the country stands twice: in --country and in --attributes');
  if (country && !attributes[`rekindle-${name}`]?.country)
    throw new TypeError(`<rekindle-${name}> has no country: leave --country out`);
}
