import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { checklist, head } from '../../src/content/packs/en.ts';

/* The built command, as somebody with words of her own runs it: what it prints, and what it refuses. */

const folder = mkdtempSync(join(tmpdir(), 'rekindle-command-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(process.cwd(), 'dist/bin/rekindle.js'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1e7,
  });

/** A file of the folder with these words as JSON. */
const packOf = (name: string, words: object): string => {
  writeFileSync(join(folder, name), JSON.stringify(words));
  return name;
};

for (const command of [
  ['embed', 'checklist'],
  ['frames', 'pages'],
]) {
  test(`rekindle ${command[0]} --pack refuses words as JSON that \`rekindle pack\` would refuse`, () => {
    const [theme] = checklist.themes;
    const file = packOf('twice.json', {
      ...head,
      checklist: { ...checklist, themes: [theme, { ...checklist.themes[1], statements: theme.statements }] },
    });
    const { status, stdout, stderr } = run(...command, '--pack', file);

    assert.deepEqual(
      [status, stdout, stderr],
      [1, '', `twice.json: checklist.themes[1].statements[0].id stands twice: ${theme.statements[0].id}\n`],
    );
  });
}
