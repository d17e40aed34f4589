import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { attributes, names } from '../content/packs/attributes.ts';
import { messages } from '../content/packs/en.ts';
import { diagnose } from '../domain/diagnosis.ts';
import type { Finding, Page, PageContent, Release } from '../domain/page.ts';
import { reasonOf } from '../domain/reason.ts';
import { nearPath } from './near-path.ts';
import { readPage } from './page-reader.ts';

/** Longest answer that is read, in bytes: more than any page, and than any pack. */
const MAX_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** @throws TypeError when it does not answer */
async function ask(url: string): Promise<Response> {
  try {
    const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
    return response;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    throw new TypeError(`${reasonOf(error)}${cause}`);
  }
}

async function bytesOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Piece by piece: one that does not end would fill the memory.
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) throw new TypeError(`it is longer than ${MAX_BYTES} bytes`);
  }
  return Buffer.concat(chunks);
}

/** Words as an element reads them: as UTF-8, without a byte order mark. */
const wordsIn = (bytes: Buffer): string => new TextDecoder().decode(bytes);

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

/** Encodings by their byte order mark. */
const MARKS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };

/**
 * A page as a browser reads it: in UTF-16 where a byte order mark says so. All else is taken for UTF-8: what is ours in a
 * page is the same in any other.
 *
 * @throws TypeError when it is no page
 */
function pageIn(bytes: Buffer): string {
  const text = new TextDecoder(MARKS[bytes.toString('hex', 0, 2)] ?? 'utf-8').decode(bytes);
  if (!text.trim()) throw new TypeError('it is empty');
  if (text.includes('\0')) throw new TypeError('it is no text, or in UTF-16 without a byte order mark');
  if (isJson(text)) throw new TypeError('it is JSON, and no page');
  return text;
}

/** Where an editor took all of a snippet away, or the address is that of another page, all would seem well. */
const NOTHING: Finding = {
  check: 'element-missing',
  level: 'hint',
  where: '',
  message: 'No element of ours stands in the page as the server sends it.',
  mend: 'See whether this is the page, and whether its editor keeps the snippet; what a script adds, debug.js sees in the browser.',
};

/** What to do about a page that cannot be read. */
function mendOf(from: string): string {
  const usual = 'See whether its name or address is right, and whether it opens without logging in.';
  if (isAddress(from)) return usual;
  if (/^[a-z][\w+.-]*:\/\//i.test(from)) return 'Write an address that begins with https://, or the path of a file.';
  if (existsSync(from))
    return statSync(from).isDirectory() ? `Name a file in it, such as ${join(from, 'index.html')}.` : usual;
  const near = nearPath(from);
  if (near !== undefined) return `Write ${near}.`;
  if (/^[\w.-]+:\d+(?:\/|$)/.test(from)) return `Write http://${from}.`;
  return /^(?:www\.|[\w.-]+\.[a-z]+\/)/i.test(from) ? `Write https://${from}.` : usual;
}

/** What there is to say of a page that cannot be read. */
export const unread = (from: string, error: unknown): readonly Finding[] => [
  {
    check: 'page-unread',
    level: 'error',
    where: '',
    message: `The page cannot be read: ${reasonOf(error)}.`,
    mend: mendOf(from),
  },
];

/** What the `src` of an element gives, read as the browser would. */
async function contentOf(src: string, { url: page, base }: Page, from: string): Promise<PageContent> {
  try {
    const url = new URL(src, new URL(base, page || pathToFileURL(resolve(from))));
    // No page of a server may name a file of this machine.
    if (!page && url.protocol === 'file:') return { text: wordsIn(readFileSync(url)) };
    const response = await ask(url.href);
    const allowed = response.headers.get('access-control-allow-origin');
    const origin = page && new URL(page).origin;
    if (origin && url.protocol !== 'data:' && url.origin !== origin && allowed !== '*' && allowed !== origin)
      return { problem: 'is on another host, which does not open it to the page (Access-Control-Allow-Origin).' };
    return { text: wordsIn(await bytesOf(response)) };
  } catch (error) {
    return { problem: `cannot be loaded: ${reasonOf(error)}.` };
  }
}

/** Reads a page, and the words that its elements name; nothing else is asked for. */
async function load(from: string): Promise<Page> {
  const response = isAddress(from) ? await ask(from) : undefined;
  // After redirects.
  const at = response?.url ?? from;
  const page = readPage(pageIn(response ? await bytesOf(response) : readFileSync(from)), response ? at : '');
  const header = response?.headers.get('content-security-policy');
  // A file does not tell where the root of its site is.
  const sources = page.elements
    .map(one => one.attributes.get('src') ?? '')
    .filter(
      src =>
        src &&
        (response || isAddress(src) || isAddress(page.base) || !(src.startsWith('/') || page.base.startsWith('/'))),
    );
  const contents = await Promise.all(
    [...new Set(sources)].map(async src => [src, await contentOf(src, page, from)] as const),
  );
  return {
    ...page,
    policies: [
      // Several headers come as one, with commas between; no directive holds one.
      ...(header ?? '')
        .split(',')
        .filter(Boolean)
        .map(text => ({ where: 'response header', text })),
      ...page.policies,
    ],
    contents: new Map(contents),
  };
}

/**
 * What a page should mend.
 *
 * @param from - file or address of the page
 * @param release - the hashes that we know
 * @throws TypeError, or an error of the file system, when it cannot be read
 */
export async function doctor(from: string, release: Release): Promise<readonly Finding[]> {
  const page = await load(from);
  const findings = diagnose(page, { attributes, names, messages, release });
  const isEmpty = findings.length === 0 && page.elements.length + page.frames.length === 0;
  return isEmpty ? [NOTHING] : findings;
}

const count = (many: number, word: string): string => `${many} ${word}${many === 1 ? '' : 's'}`;

/** What a page says, for a terminal: no sequence of its own can clear the screen, and none of its lines pass for ours. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

/** Findings as text: place, level, what, and below it the mend. */
export function printFindings(page: string, findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ where, level, check, message, mend }) =>
      plain(`${page}${where && `:${where}`}  ${level}  ${message} (${check})`) + `\n    Mend: ${plain(mend)}`,
  );
  const errors = findings.filter(one => one.level === 'error').length;
  const sum = findings.length
    ? `${count(errors, 'error')}, ${count(findings.length - errors, 'hint')}`
    : 'nothing to mend';
  return `${[...lines, `${page}: ${sum}`].join('\n')}\n`;
}
