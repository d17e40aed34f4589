import { parseArgs } from 'node:util';
import { nearName } from '../domain/near-name.ts';
import { ELEMENTS } from './bundles.ts';

/* What `rekindle` takes on the command line. A slip in it is refused before anything is read or written. */

export const USAGE = `rekindle: content packs, snippets, and a look at your page

  rekindle pack DIR             checks a folder of words, and prints it as a pack (JSON):
                                rekindle pack my-words > my-words.json
  rekindle messages             prints our buttons and labels (YAML), to begin your own with:
                                rekindle messages > my-words/messages.yaml
  rekindle files                lists the files of this version, with sizes and hashes (SRI), as Markdown
      --host HOST               jsdelivr (the default) or unpkg
  rekindle script [FILE]        prints the script tag of a file, or of all, with exact version and hash
      --host HOST               jsdelivr (the default) or unpkg
  rekindle embed ELEMENT        prints the snippet to paste, with its text inside:
                                rekindle embed tips --base /rekindle/
      --form FORM               children (the default): the text inside as plain HTML
                                declarative: the element as it will look (declarative shadow DOM), and the text
                                iframe: a frame that shows a page of its own
      --base URL                folder that has rekindle.js; with --form iframe, the folder frame/ (default: beside the page)
      --lang CODE               language of the words: en, or that of --pack
      --pack FILE               words of your own, as JSON; they go into the snippet, unless --attributes names their src
      --heading-level N         level of the first heading, 1 to 6 (2)
      --country CODE            country of the helplines, such as NZ
      --attributes TEXT         more attributes, as in a tag: 'collapsed without="tips"'
  rekindle frames DIR           writes the pages for iframes into DIR, the folder frame/ of your copy of dist/
      --base URL                absolute address of that folder; writes oEmbed answers too
      --pack FILE               words of your own, as JSON
  rekindle doctor URL|FILE …    finds what to mend in a page; asks for the page and the words that it names, nothing else
      --json                    as JSON: pages with their findings (check, level, where, message, mend)
                                ends with status 1 where there is an error, 0 where there are hints alone
  rekindle --help               this text; --version tells the version

ELEMENT is one of: ${ELEMENTS.join(' ')}
A slip ends with status 1, and says what to write instead.
`;

/** Options of `rekindle embed`. */
const EMBED = {
  form: { type: 'string', default: 'children' },
  lang: { type: 'string' },
  pack: { type: 'string' },
  'heading-level': { type: 'string', default: '2' },
  country: { type: 'string' },
  attributes: { type: 'string', default: '' },
  base: { type: 'string' },
} as const;

const OPTIONS = {
  ...EMBED,
  host: { type: 'string', default: 'jsdelivr' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

interface Takes {
  /** What its names are called in {@link USAGE}. */
  readonly name: string;
  /** How many names there are at least, and at most. */
  readonly least: number;
  readonly most: number;
  readonly options: readonly string[];
}

const COMMANDS: Readonly<Record<string, Takes>> = {
  pack: { name: 'DIR', least: 1, most: 1, options: [] },
  messages: { name: 'name', least: 0, most: 0, options: [] },
  files: { name: 'name', least: 0, most: 0, options: ['host'] },
  script: { name: 'FILE', least: 0, most: 1, options: ['host'] },
  embed: { name: 'ELEMENT', least: 1, most: 1, options: Object.keys(EMBED) },
  frames: { name: 'DIR', least: 1, most: 1, options: ['base', 'pack'] },
  doctor: { name: 'URL|FILE', least: 1, most: Infinity, options: ['json'] },
};

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/** A command that there is, with what it takes. */
export interface CommandLine {
  readonly command: string;
  readonly names: readonly string[];
  readonly options: ReturnType<typeof parse>['values'];
}

function refuseCommand(command: string): never {
  if (!command) throw new TypeError(USAGE);
  const near = nearName(command, [...Object.keys(COMMANDS), '--help', '--version']);
  throw new TypeError(`no command ${command}${near ? `: write rekindle ${near}` : `\n\n${USAGE}`}`);
}

function refuseNames(command: string, { name, least, most }: Takes, names: readonly string[]): void {
  const own = `rekindle ${command}`;
  if (names.includes('')) throw new TypeError(`${own}: the name is empty`);
  if (names.length < least) {
    const some = name === 'ELEMENT' ? `, one of ${ELEMENTS.join(', ')}` : '';
    throw new TypeError(`${own} ${name}: ${name} is missing${some}\n\n${USAGE}`);
  }
  if (names.length > most) throw new TypeError(`${own} takes ${most || 'no'} ${name}: leave ${names[most]} out`);
}

/**
 * Reads the command line.
 *
 * @throws TypeError that names a slip in it
 */
export function readCommandLine(args: readonly string[]): CommandLine | 'help' | 'version' {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    // Its own messages name no option that is near.
    strict: false,
    tokens: true,
  });
  const [command = '', ...names] = positionals;
  if (values.help || command === 'help') return 'help';
  if (values.version) return 'version';
  const takes = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (command && !takes) refuseCommand(command);
  const known = takes?.options ?? Object.keys(OPTIONS);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!known.includes(name)) {
      const near = nearName(name, [...known, 'help', 'version']);
      throw new TypeError(`rekindle ${command && `${command} `}takes no ${rawName}${near ? `: write --${near}` : ''}`);
    }
    if (seen.has(name)) throw new TypeError(`${rawName} stands twice: take one out`);
    // As where a script has a variable that is not set. Further attributes may be none.
    if (value === '' && name !== 'attributes')
      throw new TypeError(`${rawName} is empty: give it a value, or leave it out`);
    seen.add(name);
  }
  if (!takes) return refuseCommand(command);
  refuseNames(command, takes, names);
  return { command, names, options: parse(args).values };
}
