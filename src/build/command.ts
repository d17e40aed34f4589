import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack as packSchema } from '../content/schema.ts';
import { ContentError, MAX_PACK_LENGTH } from '../content/validate.ts';
import type { Pack } from '../content/model.ts';
import { checkAttributes } from '../domain/element-check.ts';
import type { Add } from '../domain/finding.ts';
import { checkNamesIn, namesOf } from '../domain/names-check.ts';
import { languageOf } from '../domain/language.ts';
import { lackingForms, lackingMessages } from '../domain/messages-check.ts';
import { nearName, unknownName } from '../domain/near-name.ts';
import { checkPack } from '../domain/pack-rules.ts';
import { reasonOf } from '../domain/reason.ts';
import { messages } from '../content/packs/en.ts';
import { attributes, names } from '../content/packs/attributes.ts';
import { BUNDLED } from './bundled.ts';
import { filesTable, scripts, scriptTag, type Integrity } from './cdn.ts';
import { readCommandLine, USAGE, type CommandLine } from './command-line.ts';
import { compileHelplines, compileOwnMessages, compilePack, unreadWords } from './compile.ts';
import { declarativeSnippet, ELEMENTS, embedSnippet, embedStyle, readAttributes, wordsFor } from './embed.ts';
import { doctor, printFindings, unread } from './doctor.ts';
import type { ElementName } from './fallback.ts';
import { frameFiles, framePage, frameSnippet, oembed } from './frame.ts';
import { meant, nearPath } from './near-path.ts';
import { readText } from './read-text.ts';

/** Warns of helplines that nobody has compared with their source for a year. */
function warnStale(countries: NonNullable<Pack['helplines']>, today: number): void {
  const YEAR_MS = 365 * 24 * 3600 * 1000;
  for (const { country, emergency, services } of countries) {
    for (const { checkedOn } of [...emergency, ...services]) {
      if (today - Date.parse(checkedOn) > YEAR_MS)
        console.error(`warning: ${country}: an entry was last checked on ${checkedOn}`);
    }
  }
}

/** Warns of what stays English around words in another language, and of counts that have not all forms of theirs. */
function warnEnglish(dir: string, { messages: own, lang, ...parts }: Pack): void {
  const lacking = languageOf(lang) === 'en' ? '' : lackingMessages(parts, own, messages);
  const file = join(dir, 'messages.yaml');
  if (lacking)
    console.error(
      own
        ? `warning: ${file}: lacks messages, which stay English: ${lacking}`
        : `warning: ${file}: is not there, and so buttons and other labels stay English: ${lacking}. Begin with a copy of ours: npx rekindle messages > ${file}`,
    );
  const forms = own ? lackingForms(own, lang) : '';
  if (forms) console.error(`warning: ${file}: counts have the form "other" where ${lang} has ${forms}`);
}

/** Refuses a file in the place of a folder. @param what - names the folder on: `of the words` */
function refuseFile(dir: string, what: string): void {
  if (existsSync(dir) && !statSync(dir).isDirectory()) throw new TypeError(`${dir} is a file: name the folder ${what}`);
}

function pack(dir: string): void {
  refuseFile(dir, 'of the words');
  if (!existsSync(dir)) throw new TypeError(`there is no folder ${dir}${meant(dir)}`);
  // First: a fault may be no more than a file that was not read.
  for (const one of unreadWords(dir)) console.error(`warning: ${one}`);
  const compiled = compilePack(dir);
  const lines = join(dir, 'helplines.yaml');
  const own = existsSync(lines) ? compileHelplines(lines) : undefined;
  if (own) warnStale(own, Date.now());
  const texts = compileOwnMessages(dir, messages, compiled.lang);
  const words = { ...compiled, ...(own && { helplines: own }), ...(texts && { messages: texts }) };
  warnEnglish(dir, words);
  if (!ELEMENTS.some(name => words[partOf(name)]))
    console.error(
      `warning: ${dir}: the pack has no words to show: they stand in tips.yaml, checklist.yaml, activities.yaml, helplines.yaml and sections/`,
    );
  const json = JSON.stringify(words);
  if (json.length > MAX_PACK_LENGTH)
    console.error(
      `warning: ${dir}: the pack has ${json.length} characters, and an element that takes it from an address (src) refuses more than ${MAX_PACK_LENGTH}: keep the parts that the page shows`,
    );
  process.stdout.write(`${json}\n`);
}

function readPack(file: string): Pack {
  const text = readText(file, file);
  if (!text.trim()) throw new ContentError(file, '', 'is empty: `rekindle pack DIR` writes a pack');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ContentError(file, '', `is not JSON (${String(error)}): \`rekindle pack DIR\` writes it`);
  }
  return checkPack(packSchema, json, file, messages) as Pack;
}

/** Address of a folder, with the slash at its end. */
function folder(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

/** Part of a pack that an element shows. */
const partOf = (name: ElementName): 'sections' | Exclude<ElementName, 'guide'> =>
  name === 'guide' ? 'sections' : name;

/** Attributes that the address of a frame may set. Words from it would let a link show the words of anyone on this host. */
const parametersOf = (name: ElementName): string[] =>
  Object.keys(attributes[`rekindle-${name}`] ?? {}).filter(one => one !== 'src' && one !== 'debug');

/** Whether a file is a page or an oEmbed answer of ours: an owner may have a tips.html of another kind, a folder even. */
function isFromFrames(file: string): boolean {
  const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  return (
    text.includes('name="rekindle-parameters"') || (text.includes('"provider_url"') && text.includes('rekindle-frame'))
  );
}

/** Refuses a folder that pages of frames do not belong into, and one that is a slip: it would be made. */
function refuseForPages(dir: string): void {
  refuseFile(dir, 'that the pages belong into');
  if (existsSync(join(dir, 'frame', 'page.js')))
    throw new TypeError(`${dir} holds the folder that the pages belong into: rekindle frames ${join(dir, 'frame')}`);
  if (existsSync(join(dir, 'pack.yaml')))
    throw new TypeError(`${dir} holds words: name the folder that the pages belong into`);
  if (existsSync(dir)) return;
  const near = nearPath(dir);
  if (near !== undefined && existsSync(join(near, 'page.js')))
    throw new TypeError(
      `there is no folder ${dir}, and ${near} has what the pages load: write that, or make ${dir} first`,
    );
  const element = nearName(dir, ELEMENTS);
  if (element && basename(dir) === dir)
    throw new TypeError(
      `there is no folder ${dir}, and ${element} is an element: all of them get their pages. Name the folder that these belong into, or make ${dir} first`,
    );
}

function frames(dir: string, { base, pack }: CommandLine['options']): void {
  if (base !== undefined && !/^https?:\/\/[^\s"<>?#]+$/.test(base))
    throw new TypeError('--base is an absolute http(s) address, without ? and #');
  refuseForPages(dir);
  const own = pack ? readPack(pack) : undefined;
  const source = own ? { ...BUNDLED, pack: own } : BUNDLED;
  if (own && !ELEMENTS.some(name => own[partOf(name)])) throw new TypeError(`the pack ${own.id} has no words to show`);
  const shown = ELEMENTS.filter(name => !own || own[partOf(name)]);
  const files = shown.flatMap(name => {
    const page = framePage(name, source, {
      parameters: parametersOf(name),
      isOwn: own !== undefined,
      ...(base && { base: folder(base) }),
    });
    const answer = base ? [[join(dir, `${name}.json`), oembed(name, source, folder(base))] as const] : [];
    return [[join(dir, `${name}.html`), page] as const, ...answer];
  });
  const other = files.find(([file]) => existsSync(file) && !isFromFrames(file))?.[0];
  if (other)
    throw new TypeError(
      `${other} is not from this command, which would write over it: name a folder of their own, such as ${join(dir, 'rekindle', 'frame')}`,
    );
  try {
    mkdirSync(dir, { recursive: true });
    for (const [file, text] of files) writeFileSync(file, text);
  } catch (error) {
    throw new TypeError(`${dir}: cannot be written: ${reasonOf(error)}`);
  }
  tellOfFrames(dir, shown, base);
}

/** Tells what the pages of a folder lack, and which of them have other words. It prints nothing else, so this is its answer. */
function tellOfFrames(dir: string, shown: readonly ElementName[], base: string | undefined): void {
  const lacks = [...new Set(shown.flatMap(frameFiles))].filter(file => !existsSync(join(dir, file)));
  if (lacks.length)
    process.stdout.write(
      `${dir} has the pages, but not the files that they load: ${lacks.join(', ')}. Without them they show their text alone. Name the folder frame/ in a copy of dist/.\n`,
    );
  const others = ELEMENTS.map(name => `${name}.html`).filter(
    (file, i) => !shown.includes(ELEMENTS[i] ?? 'tips') && existsSync(join(dir, file)),
  );
  if (others.length)
    process.stdout.write(
      `${dir} still has pages with other words, since the pack has none for these: ${others.join(', ')}. Take them out.\n`,
    );
  const answers = base
    ? []
    : shown.map(name => `${name}.json`).filter(file => existsSync(join(dir, file)) && isFromFrames(join(dir, file)));
  if (answers.length)
    process.stdout.write(
      `${dir} still has oEmbed answers of an earlier run, which no page leads to: ${answers.join(', ')}. Take them out, or name their address with --base\n`,
    );
}

/** @param all - files and addresses of pages */
async function visit(all: readonly string[], asJson: boolean): Promise<void> {
  const pages = [];
  const release = readIntegrity();
  // One that cannot be read keeps back nothing of the others.
  for (const page of all)
    pages.push({ page, findings: await doctor(page, release).catch(error => unread(page, error)) });
  const text = pages.map(({ page, findings }) => printFindings(page, findings)).join('');
  process.stdout.write(asJson ? `${JSON.stringify(pages, null, 2)}\n` : text);
  if (pages.some(({ findings }) => findings.some(one => one.level === 'error'))) process.exitCode = 1;
}

/**
 * Refuses attributes that the doctor would call an error, and warns of those that do nothing.
 *
 * @param option - that gave them
 * @param words - what the element shows; undefined where only an address tells
 */
function refuseAttributes(
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
function refuseForFrame(name: ElementName, given: ReadonlyMap<string, string>, isOurs: boolean): void {
  if (isOurs || given.has('src'))
    throw new TypeError(
      'the page of a frame has words of its own: write it with `rekindle frames DIR --pack FILE`, and name its folder with --base',
    );
  const ignored = [...given.keys()].filter(one => !parametersOf(name).includes(one));
  if (ignored.length) throw new TypeError(`the page of a frame takes no ${ignored.join(', ')}: leave it out`);
}

/** Refuses what is wrong whatever the words are. */
function refuseForEmbed(name: string, options: CommandLine['options']): asserts name is ElementName {
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
}

/** Refuses attributes that an option gives, or the snippet. */
function refuseTwice(name: ElementName, given: ReadonlyMap<string, string>, country: string | undefined): void {
  if (given.has('heading-level'))
    throw new TypeError('the level of headings is --heading-level N, for the text inside too');
  if (given.has('class')) throw new TypeError('the snippet has a class already: add yours to it by hand');
  if (given.has('country') && country)
    throw new TypeError('the country stands twice: in --country and in --attributes');
  if (country && !attributes[`rekindle-${name}`]?.country)
    throw new TypeError(`<rekindle-${name}> has no country: leave --country out`);
}

async function embed(name: string, options: CommandLine['options']): Promise<void> {
  refuseForEmbed(name, options);
  const { form, lang, base } = options;
  const country = options.country?.toUpperCase();
  const headingLevel = Number(options['heading-level']);
  const own = options.pack ? readPack(options.pack) : undefined;
  if (own && lang !== undefined && lang !== own.lang)
    throw new TypeError(`the words of ${options.pack} are in ${own.lang}, not in ${lang}: leave --lang out`);
  if (own && !own[partOf(name)]) throw new TypeError(`the pack ${own.id} has no ${partOf(name)}`);
  const given = readAttributes(options.attributes);
  refuseTwice(name, given, country);
  const shown = own ?? (given.has('src') ? undefined : BUNDLED.pack);
  if (country) refuseAttributes(name, '--country', new Map([['country', country]]), shown);
  refuseAttributes(name, '--attributes', given, shown);
  if (form === 'iframe') refuseForFrame(name, given, own !== undefined && base === undefined);
  if (own && form === 'children' && embedStyle(name).includes('min-block-size'))
    console.error('hint: the heights in the rule are those of our words; measure yours, or take --form declarative');
  const source = own ? { ...BUNDLED, pack: own } : BUNDLED;
  const all = [country && `country="${country}"`, options.attributes].filter(Boolean).join(' ');
  // Without its words in the page the script would put ours in their place.
  const words = own && !given.has('src') ? wordsFor(name, own) : undefined;
  const isOwn = own !== undefined;
  const snippet = { headingLevel, attributes: all, isOwn, words, ...(base && { base: folder(base) }) };
  if (form === 'children') {
    process.stdout.write(embedSnippet(name, source, snippet));
    return;
  }
  if (form === 'iframe') {
    process.stdout.write(frameSnippet(name, source, snippet));
    return;
  }
  const tag = new Map([['class', `rekindle-${name}`], ...readAttributes(all)]);
  if (headingLevel !== 2) tag.set('heading-level', String(headingLevel));
  const { declarative } = await import('./declarative.ts');
  const written = declarative(`rekindle-${name}`, tag, own);
  process.stdout.write(declarativeSnippet(name, source, written, snippet));
}

/** What the build wrote beside the command. */
const readIntegrity = (): Integrity =>
  JSON.parse(readFileSync(new URL('../integrity.json', import.meta.url), 'utf8')) as Integrity;

/** Where the package has our interface text. */
const MESSAGES = new URL('../../content/en/messages.yaml', import.meta.url);

/** @param file - all of them where it is empty */
function script(file: string, host: string): void {
  const integrity = readIntegrity();
  for (const one of file ? [file] : scripts(integrity)) process.stdout.write(`${scriptTag(integrity, one, host)}\n`);
}

async function main(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2));
  if (line === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  if (line === 'version') {
    process.stdout.write(`${readIntegrity().version}\n`);
    return;
  }
  const { command, names, options } = line;
  const [name = ''] = names;
  if (command === 'script') script(name, options.host);
  else if (command === 'files') process.stdout.write(filesTable(readIntegrity(), options.host));
  else if (command === 'messages') process.stdout.write(readText(fileURLToPath(MESSAGES), 'content/en/messages.yaml'));
  else if (command === 'pack') pack(name);
  else if (command === 'embed') await embed(name, options);
  else if (command === 'frames') frames(name, options);
  else if (command === 'doctor') await visit(names, options.json);
}

// Whoever reads may stop when there is enough: `rekindle script | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await main();
} catch (error) {
  // It may name what a pack of others says: no sequence of theirs reaches the terminal.
  console.error(reasonOf(error).replace(/[^\P{Cc}\n]/gu, '\ufffd'));
  process.exitCode = 1;
}
