import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nearName } from '../domain/near-name.ts';
import { reasonOf } from '../domain/reason.ts';
import { BUNDLED } from './bundled.ts';
import type { CommandLine } from './command-line.ts';
import { ELEMENTS } from './bundles.ts';
import { folderAddress, partOf } from './embed.ts';
import type { ElementName } from './fallback.ts';
import { frameFiles, framePage, oembed } from './frame.ts';
import { nearPath } from './near-path.ts';
import { readPack } from './read-pack.ts';
import { refuseFile } from './refusals.ts';

/* The folder of pages that `rekindle frames` writes. */

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

/** Tells what the pages of a folder lack, and which of them have other words: all that the command prints. */
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

/**
 * Writes the page of each element that has words, and with `base` its oEmbed answer.
 *
 * @param dir - the folder `frame/` of a copy of `dist/`; made where it is not there
 * @throws TypeError, or ContentError for a pack, that says what to write instead
 */
export function writeFrames(dir: string, { base, pack }: CommandLine['options']): void {
  if (base !== undefined && !/^https?:\/\/[^\s"<>?#]+$/.test(base))
    throw new TypeError('--base is an absolute http(s) address, without ? and #');
  refuseForPages(dir);
  const own = pack ? readPack(pack) : undefined;
  const source = own ? { ...BUNDLED, pack: own } : BUNDLED;
  if (own && !ELEMENTS.some(name => own[partOf(name)])) throw new TypeError(`the pack ${own.id} has no words to show`);
  const shown = ELEMENTS.filter(name => !own || own[partOf(name)]);
  const files = shown.flatMap(name => {
    const page = framePage(name, source, {
      isOwn: own !== undefined,
      ...(base && { base: folderAddress(base) }),
    });
    const answer = base ? [[join(dir, `${name}.json`), oembed(name, source, folderAddress(base))] as const] : [];
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
