import { readFileSync } from 'node:fs';
import { filesTable, scriptTag, type Integrity } from './cdn.ts';

/* Prints the notes of a release: its section of the changelog, the tag to paste, and its files with sizes and hashes. */

/** What the changelog says of a version. @throws TypeError when it says nothing */
export function changelogSection(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const text = sections
    .find(section => /^\[?([^\s\]]+)/.exec(section)?.[1] === version)
    ?.replace(/^.*\n/, '')
    .trim();
  if (!text) throw new TypeError(`CHANGELOG.md says nothing of ${version}`);
  return text;
}

/** The notes, as Markdown. */
export const releaseNotes = (changelog: string, integrity: Integrity): string =>
  [
    changelogSection(changelog, integrity.version),
    '',
    '## Files',
    '',
    '```html',
    scriptTag(integrity, 'rekindle.js'),
    '```',
    '',
    filesTable(integrity),
  ].join('\n');

if (import.meta.main) {
  const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Integrity;
  process.stdout.write(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), integrity));
}
