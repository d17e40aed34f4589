import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readCommandLine } from '../../src/build/command-line.ts';
import { head, tips } from '../../src/content/packs/en.ts';
import { folder, packOf, run } from '../support/words-folder.ts';

/* The built command, whatever it is asked for. */

// Windows has no such mode.
if (process.platform !== 'win32') {
  test('npx may run the command in a clone after each build', () => {
    assert.equal(statSync('dist/bin/rekindle.js').mode & 0o111, 0o111);
  });
}

test('rekindle --version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  assert.equal(run('--version').stdout, `${version}\n`);
});

test('help is what was asked for, not a mistake', () => {
  for (const ask of ['--help', '-h', 'help']) {
    const { status, stdout, stderr } = run(ask);

    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /rekindle pack DIR/);
  }
  assert.equal(run('embed', '--help').status, 0);
});

test('help names the options that each command takes, and no other', () => {
  const usage = run('--help').stdout;
  const optionsIn = (text: string): string[] => [...text.matchAll(/^ {6}(--[\w-]+)/gm)].map(([, name = '']) => name);
  const isTaken = (command: string, option: string): boolean => {
    try {
      readCommandLine([command, option, 'x']);
    } catch (error) {
      return !/takes no --/.test(String(error));
    }
    return true;
  };
  const all = [...new Set(optionsIn(usage))].sort();
  const commands = usage.split(/^ {2}rekindle (?!--)/m).slice(1);

  assert.equal(commands.length, 7);
  for (const text of commands) {
    const command = /^\w+/.exec(text)?.[0] ?? '';
    assert.deepEqual(
      optionsIn(text).sort(),
      all.filter(option => isTaken(command, option)),
      command,
    );
  }
});

test('whoever reads what it prints may stop: no stack trace', () => {
  const command = `"${process.execPath}" "${join(process.cwd(), 'dist/bin/rekindle.js')}" embed guide --form declarative | head -1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });

  assert.match(stdout, /^<!-- A strict style-src needs: /);
  assert.equal(stderr, '');
});

test('rekindle doctor names a fault in the messages of a page', () => {
  const pack = JSON.stringify({ ...head, tips, messages: { tips: { nxt: 'Weiter' } } });
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><html lang="en"><script type="module" src="tips.js"></script><rekindle-tips><script type="application/json">${pack}</script></rekindle-tips>`,
  );
  const { status, stdout } = run('doctor', 'page.html');

  assert.equal(status, 1);
  assert.match(stdout, /error {2}script child: messages\.tips\.nxt is not a message of ours: write next\. \(content\)/);
});

test('a message names what a pack of others says without its control characters', () => {
  const file = packOf('terminal.json', {
    ...head,
    tips: [{ ...tips[0], step: undefined, 'st\u001b[2Jp': 'x', setp: 'x' }],
  });
  const other = packOf('other.json', { ...head, tips: [{ ...tips[0], title: 7, id: '\u009b2J' }] });

  for (const name of [file, other]) assert.doesNotMatch(run('embed', 'tips', '--pack', name).stderr, /[^\P{Cc}\n]/u);
  assert.match(run('embed', 'tips', '--pack', other).stderr, /\ufffd2J/);
});
