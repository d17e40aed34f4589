import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_PACK_LENGTH } from '../content/validate.ts';
import type { Pack } from '../content/model.ts';
import { languageOf } from '../domain/language.ts';
import { lackingForms, lackingMessages } from '../domain/messages-check.ts';
import { reasonOf } from '../domain/reason.ts';
import { messages } from '../content/packs/en.ts';
import { BUNDLED } from './bundled.ts';
import { filesTable, scripts, scriptTag, type Integrity } from './cdn.ts';
import { readCommandLine, USAGE, type CommandLine } from './command-line.ts';
import { compileHelplines, compileOwnMessages, compilePack, unreadWords } from './compile.ts';
import { ELEMENTS } from './bundles.ts';
import {
  declarativeSnippet,
  embedSnippet,
  embedStyle,
  folderAddress,
  partOf,
  readAttributes,
  wordsFor,
} from './embed.ts';
import { doctor, printFindings, unread } from './doctor.ts';
import { frameSnippet } from './frame.ts';
import { writeFrames } from './frame-pages.ts';
import { meant } from './near-path.ts';
import { readPack } from './read-pack.ts';
import { readText } from './read-text.ts';
import { refuseAttributes, refuseFile, refuseForEmbed, refuseForFrame, refuseTwice } from './refusals.ts';

/* The `rekindle` command: what each of its commands prints. */

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

/** Warns of an id that names two places of a guide. */
function warnPlaces(dir: string, { sections = [], tips = [], activities = [] }: Pack): void {
  const parts = sections.flatMap(one => one.parts);
  const places = { 'a chapter': sections, 'a part of a chapter': parts, 'a tip': tips, 'an activity': activities };
  const known = new Map<string, string>();
  for (const [kind, all] of Object.entries(sections.length ? places : {})) {
    for (const { id } of all) {
      const first = known.get(id);
      if (first === undefined) known.set(id, kind);
      else
        console.error(
          `warning: ${dir}: ${id} is ${first} and ${kind}: a link to #${id} leads to the first. Give one of them another id, unless it is published`,
        );
    }
  }
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
  warnPlaces(dir, words);
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
  const snippet = { headingLevel, attributes: all, isOwn, words, ...(base && { base: folderAddress(base) }) };
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
  else if (command === 'frames') writeFrames(name, options);
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
