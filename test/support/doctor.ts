import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { checklist, head, tips } from '../../src/content/packs/en.ts';
import type { Finding } from '../../src/domain/page.ts';

/* `rekindle doctor` as its user runs it, the built command in a folder of pages, and what these pages are made of. */

export const folder = mkdtempSync(join(tmpdir(), 'rekindle-doctor-'));
const COMMAND = join(process.cwd(), 'dist/bin/rekindle.js');
after(() => rmSync(folder, { recursive: true, force: true }));

export interface Visit {
  readonly page: string;
  readonly findings: readonly Finding[];
}

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not spawnSync: the server that it asks lives in this process. */
export const run = (...args: string[]): Promise<Run> =>
  new Promise(resolve => {
    // What takes longer hangs: the longest takes 4 seconds, and 40 where ten others share a core.
    const options = { cwd: folder, maxBuffer: 1e8, timeout: 60_000 };
    execFile(process.execPath, [COMMAND, ...args], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

export const visit = async (...pages: readonly string[]): Promise<readonly Visit[]> => {
  const { stdout, stderr } = await run('doctor', ...pages, '--json');
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Visit[];
};
export const doctor = async (from: string): Promise<readonly Finding[]> => (await visit(from))[0]?.findings ?? [];

/** Pages of a table, told of in one run of the command. */
export const table = (
  name: string,
  pages: readonly (readonly [name: string, html: string, ...rest: readonly unknown[]])[],
) => {
  const files = pages.map((_, i) => `${name}-${i}.html`);
  pages.forEach(([, html], i) => writeFileSync(join(folder, files[i] ?? ''), html));
  let visits: Promise<readonly Visit[]> | undefined;
  return async (i: number): Promise<readonly Finding[]> => {
    const one = (await (visits ??= visit(...files)))[i];
    assert.equal(one?.page, files[i]);
    return one?.findings ?? [];
  };
};

export const SCRIPT = '<script type="module" src="rekindle.js"></script>';
export const STYLE = '<style>.rekindle-tips { min-block-size: 500px }</style>';
export const OL = '<ol><li>One.</li></ol>';
export const TIPS = `<rekindle-tips class="rekindle-tips">${OL}</rekindle-tips>`;
export const CDN = 'https://cdn.jsdelivr.net/npm/rekindle';
/** Hash of a file of this version. */
export const HASH = (
  JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { files: Record<string, { integrity: string }> }
).files;
export const hash = (file: string): string => HASH[file]?.integrity ?? '';
export const CLASSIC = '<script defer src="rekindle.classic.js"></script>';
export const FRAME = '<script defer src="frame.js"></script>';
export const PACK = JSON.stringify({ ...head, tips });
export const GUIDE_PACK = JSON.stringify({
  ...head,
  sections: [{ id: 'seek-hope', title: 'Hope', body: [{ p: 'There is hope.' }], parts: [] }],
});
export const UNSCORED = JSON.stringify({
  ...head,
  checklist: { ...checklist, scale: { ...checklist.scale, options: checklist.scale.options.slice(1) } },
});
export const BAD_PACK = JSON.stringify({ ...head, tips: [tips[0], { ...tips[1], title: 7 }] });

/** A page whose first line ends before `top`, so that the places are easy to read: top is line 2, body line 3. */
export const page = (body = TIPS, top = SCRIPT + STYLE, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>\n${top}</head><body>\n${body}</body></html>\n`;
export const tipsWith = (attributes: string, inside = OL): string =>
  `<rekindle-tips class="rekindle-tips" ${attributes}>${inside}</rekindle-tips>`;
export const checklistWith = (attributes: string): string =>
  `<rekindle-checklist style="min-block-size: 9em" ${attributes}>${OL}</rekindle-checklist>`;
export const frame = (address: string): string =>
  `<iframe class="rekindle-frame" title="Tips" src="/frame/${address}"></iframe>`;
export const json = (text: string): string => `<script type="application/json">${text}</script>${OL}`;
/** Its page has one line more: what follows it begins line 3, and the body line 4. */
export const csp = (policy: string): string => `<meta http-equiv="content-security-policy" content="${policy}">\n`;

// What the pages name as their words.
writeFileSync(join(folder, 'bad.json'), BAD_PACK);
writeFileSync(join(folder, 'good.json'), PACK);
writeFileSync(join(folder, 'home.json'), '<!doctype html><title>Home</title><p>Welcome.</p>');
writeFileSync(join(folder, 'long.json'), JSON.stringify({ ...head, tips, more: 'x'.repeat(512 * 1024) }));
writeFileSync(join(folder, 'latin.json'), Buffer.from(PACK.replace('"title":"', '"title":"\u00e9'), 'latin1'));
writeFileSync(join(folder, 'marked.json'), `\ufeff${PACK}`);
mkdirSync(join(folder, 'words'));
writeFileSync(join(folder, 'words', 'inner.json'), PACK);
writeFileSync(join(folder, 'login.json'), '<!doctype html><title>Log in</title>');
