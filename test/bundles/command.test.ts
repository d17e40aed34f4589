import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { checklist, head, tips } from '../../src/content/packs/en.ts';

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

/** Words in a language that is not that of the page. */
const ARABIC = {
  ...head,
  lang: 'ar',
  dir: 'rtl',
  title: 'دليل',
  tips: [{ id: 'a', title: 'تنفس', points: ['واحد'], step: 'اليوم' }],
};

for (const form of ['children', 'declarative']) {
  test(`${form}: the text of a pack of your own says its language and direction, on whatever page it stands`, () => {
    const file = packOf('ar.json', ARABIC);
    for (const named of [[], ['--attributes', 'src="/ar.json"']]) {
      const { stdout } = run('embed', 'tips', '--form', form, '--pack', file, ...named);
      const text = /<div lang="ar" dir="rtl">\n([\s\S]*)<\/div>/.exec(
        stdout.replace(/<template.*<\/template>/s, ''),
      )?.[1];

      assert.match(text ?? '', /<h2>تنفس<\/h2>/);
      // What is ours is English.
      assert.match(text ?? '', /<strong><span lang="en" dir="ltr">[A-Za-z ]+<\/span>:<\/strong> اليوم/);
    }
  });
}

test('what is ours in a frame of words in another language says that it is English', () => {
  assert.equal(run('frames', 'arabic', '--pack', packOf('ar.json', ARABIC)).stderr, '');
  const page = readFileSync(join(folder, 'arabic/tips.html'), 'utf8');

  assert.match(page, /<html lang="ar" dir="rtl">/);
  assert.match(page, /<strong><span lang="en" dir="ltr">/);
});

test('our own text carries no language: it is the one of most pages', () => {
  assert.doesNotMatch(run('embed', 'tips').stdout, /lang=/);
  assert.match(
    run('embed', 'tips', '--pack', packOf('own.json', { ...head, tips })).stdout,
    /<div lang="en" dir="ltr">/,
  );
});

test('whoever reads what it prints may stop: no stack trace', () => {
  const command = `"${process.execPath}" "${join(process.cwd(), 'dist/bin/rekindle.js')}" embed guide --form declarative | head -1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });

  assert.match(stdout, /^<!-- A strict style-src needs: /);
  assert.equal(stderr, '');
});

test('rekindle pack warns of a file that it does not read before it stops at what is missing for it', () => {
  cpSync('content/en', join(folder, 'words'), { recursive: true });
  renameSync(join(folder, 'words/tips.yaml'), join(folder, 'words/tips.yml'));
  const { status, stderr } = run('pack', 'words');

  assert.equal(status, 1);
  assert.match(stderr, /^warning: words\/tips\.yml: is not read; .*\nwords\/checklist\.yaml: .* points to tips\//);
});
