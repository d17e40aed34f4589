import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { after, before } from 'node:test';
import { ELEMENTS } from '../../src/build/embed.ts';
import { checklist, head, tips } from '../../src/content/packs/en.ts';
import type { Finding } from '../../src/domain/page.ts';
import { serve, type Served } from '../support/server.ts';

/* `rekindle doctor`, as its user runs it: the built command, on pages in a folder, and on pages that a server sends. */

const folder = mkdtempSync(join(tmpdir(), 'rekindle-doctor-'));
const COMMAND = join(process.cwd(), 'dist/bin/rekindle.js');
let served: Served;
before(async () => {
  served = await serve();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await served.close();
});

interface Visit {
  readonly page: string;
  readonly findings: readonly Finding[];
}

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not spawnSync: the server that it asks lives in this process. */
const run = (...args: string[]): Promise<Run> =>
  new Promise(resolve => {
    // What takes longer hangs: the longest takes 4 seconds, and 40 where ten others share a core.
    const options = { cwd: folder, maxBuffer: 1e8, timeout: 60_000 };
    execFile(process.execPath, [COMMAND, ...args], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

const visit = async (...pages: readonly string[]): Promise<readonly Visit[]> => {
  const { stdout, stderr } = await run('doctor', ...pages, '--json');
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Visit[];
};
const doctor = async (from: string): Promise<readonly Finding[]> => (await visit(from))[0]?.findings ?? [];

/** Pages of a table, told of in one run of the command. */
const table = (
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

const SCRIPT = '<script type="module" src="rekindle.js"></script>';
const STYLE = '<style>.rekindle-tips { min-block-size: 500px }</style>';
const OL = '<ol><li>One.</li></ol>';
const TIPS = `<rekindle-tips class="rekindle-tips">${OL}</rekindle-tips>`;
const CDN = 'https://cdn.jsdelivr.net/npm/rekindle';
/** Hash of a file of this version. */
const HASH = (
  JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { files: Record<string, { integrity: string }> }
).files;
const hash = (file: string): string => HASH[file]?.integrity ?? '';
const CLASSIC = '<script defer src="rekindle.classic.js"></script>';
const FRAME = '<script defer src="frame.js"></script>';
const PACK = JSON.stringify({ ...head, tips });
const GUIDE_PACK = JSON.stringify({
  ...head,
  sections: [{ id: 'seek-hope', title: 'Hope', body: [{ p: 'There is hope.' }], parts: [] }],
});
const UNSCORED = JSON.stringify({
  ...head,
  checklist: { ...checklist, scale: { ...checklist.scale, options: checklist.scale.options.slice(1) } },
});
const BAD_PACK = JSON.stringify({ ...head, tips: [tips[0], { ...tips[1], title: 7 }] });

/** A page whose first line ends before `top`, so that the places are easy to read: top is line 2, body line 3. */
const page = (body = TIPS, top = SCRIPT + STYLE, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>\n${top}</head><body>\n${body}</body></html>\n`;
const tipsWith = (attributes: string, inside = OL): string =>
  `<rekindle-tips class="rekindle-tips" ${attributes}>${inside}</rekindle-tips>`;
const checklistWith = (attributes: string): string =>
  `<rekindle-checklist style="min-block-size: 9em" ${attributes}>${OL}</rekindle-checklist>`;
const frame = (address: string): string =>
  `<iframe class="rekindle-frame" title="Tips" src="/frame/${address}"></iframe>`;
const json = (text: string): string => `<script type="application/json">${text}</script>${OL}`;
/** Its page has one line more: what follows it begins line 3, and the body line 4. */
const csp = (policy: string): string => `<meta http-equiv="content-security-policy" content="${policy}">\n`;

/** `check level where`, and words that its message and mend hold. */
type Expected = readonly [finding: string, says: RegExp];

const FAULTY: readonly (readonly [name: string, html: string, ...expected: readonly Expected[]])[] = [
  // Scripts
  ['no script', page(TIPS, STYLE), ['script-missing error 3:1', /No script.*type="module" src="…\/rekindle\.js"/s]],
  [
    'no script, but one of a bundler',
    page(TIPS, `${STYLE}<script type="module" src="/assets/index-3f2a.js"></script>`),
    ['script-missing hint 3:1', /unless your own bundle does/],
  ],
  [
    'the file of another element',
    page(TIPS, `<script type="module" src="checklist.js"></script>${STYLE}`),
    ['script-missing error 3:1', /defines <rekindle-tips>/],
  ],
  [
    'the same file twice',
    page(TIPS, `${SCRIPT}${STYLE}\n${SCRIPT}`),
    ['script-twice hint 3:1', /rekindle\.js is here twice/],
  ],
  [
    'the bundle and one of its elements',
    page(TIPS, `<script type="module" src="tips.js"></script>${STYLE}${SCRIPT}`),
    ['script-overlap hint 2:101', /rekindle\.js has all that tips\.js has/],
  ],
  [
    'two versions',
    page(
      TIPS,
      ['0.1.0', '0.2.0']
        .map(
          one =>
            `<script type="module" integrity="${hash('rekindle.js')}" src="${CDN}@${one}/dist/rekindle.js"></script>\n`,
        )
        .join('') + STYLE,
    ),
    ['version-clash error 3:1', /0\.1\.0 \(2:1\) and 0\.2\.0.*Keep one/s],
  ],
  [
    'a range of versions',
    page(TIPS, `<script type="module" src="${CDN}@^0.1/dist/rekindle.js"></script>${STYLE}`),
    ['version-range hint 2:1', /no exact version: it changes without you.*rekindle@0\.1\.0/s],
  ],
  [
    'the latest version, with the integrity of today',
    page(TIPS, `<script type="module" src="https://unpkg.com/rekindle@latest" integrity="sha384-x"></script>${STYLE}`),
    ['version-range error 2:1', /its integrity refuses the next one/],
  ],
  [
    'no version at all',
    page(TIPS, `<script type="module" src="${CDN}/dist/tips.js"></script>${STYLE}`),
    ['version-range hint 2:1', /no exact version/],
  ],
  [
    'no integrity',
    page(TIPS, `<script type="module" src="${CDN}@0.1.0/dist/rekindle.js"></script>${STYLE}`),
    ['integrity-missing hint 2:1', /Add the integrity/],
  ],
  [
    'integrity that is cut off',
    page(
      TIPS,
      `<script type="module" integrity="${hash('rekindle.js').slice(0, 30)}" src="${CDN}@0.1.0/dist/rekindle.js"></script>${STYLE}`,
    ),
    ['integrity-wrong error 2:1', /the browser refuses it.*Write integrity="sha384-.{64}"\./s],
  ],
  [
    'integrity of another file',
    page(
      TIPS,
      `<script type="module" integrity="${hash('tips.js')}" src="${CDN}@0.1.0/dist/rekindle.js"></script>${STYLE}`,
    ),
    ['integrity-wrong error 2:1', /the integrity of another file/],
  ],
  [
    'integrity without its kind',
    page(
      TIPS,
      `<script type="module" integrity="${hash('tips.js').slice(7)}" src="${CDN}@0.1.0/dist/tips.js"></script>${STYLE}`,
    ),
    ['integrity-wrong error 2:1', /an integrity that is none: the browser checks nothing/],
  ],
  [
    'integrity of a classic script without crossorigin',
    page(
      TIPS,
      `<script defer src="${CDN}@0.1.0/dist/rekindle.classic.js" integrity="${hash('rekindle.classic.js')}"></script>${STYLE}`,
    ),
    ['crossorigin-missing error 2:1', /crossorigin="anonymous"/],
  ],
  [
    'type="module" stripped',
    page(TIPS, `<script src="rekindle.js"></script>${STYLE}`),
    ['script-type hint 2:1', /Write type="module"/],
  ],
  [
    'type="module" stripped from the autoloader',
    page(TIPS, `<script src="autoload.js"></script>${STYLE}`),
    ['script-type hint 2:1', /Write type="module"/],
  ],
  [
    'a consent plugin that holds the script back',
    page(TIPS, `<script type="text/plain" src="rekindle.js"></script>${STYLE}`),
    ['script-type error 2:1', /consent or speed plugin/],
    ['script-missing error 3:1', /No script/],
  ],
  [
    'Rocket Loader',
    page(TIPS, `<script type="9f2c1-module" src="rekindle.js"></script>${STYLE}`),
    ['script-rewritten error 2:1', /data-cfasync="false" before its src/],
    ['script-missing error 3:1', /No script/],
  ],
  [
    'defer stripped',
    page('<div data-rekindle="tips"><p>Tips.</p></div>', `<script src="rekindle.classic.js"></script>${STYLE}`),
    ['script-blocking hint 2:1', /Add defer/],
  ],
  [
    'the script of this diagnosis, left behind',
    page(TIPS, `${SCRIPT}${STYLE}\n<script type="module" src="debug.js"></script>`),
    ['debug-left hint 3:1', /take it out/],
  ],
  [
    'the tag stripped, its text left',
    page(OL),
    ['element-missing error ', /stripped the tag.*<div data-rekindle="tips">/s],
  ],
  [
    'a placeholder without the classic script',
    page('<div data-rekindle="tips"><p>Tips.</p></div>'),
    ['script-missing error 3:1', /rekindle\.classic\.js.*iframe/s],
  ],
  // Policies
  [
    'a policy of other hosts',
    page(
      TIPS,
      `${csp("script-src 'self' https://cdn.example")}<script type="module" integrity="${hash('rekindle.js')}" src="${CDN}@0.1.0/dist/rekindle.js"></script>${STYLE}`,
    ),
    ['csp-script error 3:1', /meta at 2:1.*Allow it: https:\/\/cdn\.jsdelivr\.net in script-src/s],
  ],
  [
    'a policy that wants a nonce',
    page(TIPS, `${csp("script-src 'nonce-a' 'strict-dynamic' 'self'")}${SCRIPT}${STYLE}`),
    ['csp-script error 3:1', /the nonce of the page on its tag/],
  ],
  [
    'a nonce that is another one',
    page(
      TIPS,
      `${csp("default-src 'none'; script-src 'nonce-a'; style-src *")}<script type="module" nonce="b" src="rekindle.js"></script>`,
    ),
    ['csp-script error 3:1', /script-src refuses rekindle\.js/],
    ['reserve-missing hint 4:1', /rekindle embed tips/],
  ],
  [
    'Trusted Types of the page alone',
    page(
      TIPS,
      `${csp("require-trusted-types-for 'script'; trusted-types own")}<script type="module" src="tips.js"></script>${STYLE}`,
    ),
    ['csp-trusted-types error 3:1', /Add rekindle-tips to trusted-types/],
  ],
  [
    'a strict style-src',
    page(TIPS, `${csp("style-src 'self'")}${STYLE}${SCRIPT}`),
    ['csp-style hint 3:1', /style-src refuses the <style>/],
  ],
  [
    'words that connect-src refuses',
    page(tipsWith('src="https://words.example/tips.json"'), `${csp("connect-src 'self'")}${SCRIPT}${STYLE}`),
    ['csp-connect error 4:1', /refuses the words at https:\/\/words\.example/],
    ['content error 4:1', /words\.example\/tips\.json: cannot be loaded/],
  ],
  [
    'a frame that frame-src refuses',
    page(
      '<iframe class="rekindle-frame" title="Tips" src="https://example.org/frame/tips.html"></iframe>',
      csp("frame-src 'self'") + FRAME,
    ),
    ['csp-frame error 4:1', /frame-src refuses the frame/],
  ],
  // Elements
  [
    'a tag that there is not',
    page(`<rekindle-tip>${OL}</rekindle-tip>`),
    ['element-unknown error 3:1', /no <rekindle-tip>.*Write rekindle-tips/s],
  ],
  [
    'a placeholder for what there is not',
    page('<div data-rekindle="help-lines"><p>Help.</p></div>', CLASSIC),
    ['element-unknown error 3:1', /data-rekindle="help-lines" names no element.*Write data-rekindle="helplines"/s],
  ],
  [
    'a placeholder that names the tag',
    page('<div data-rekindle="rekindle-tips"><p>Tips.</p></div>', CLASSIC),
    ['element-unknown error 3:1', /Write data-rekindle="tips"/],
  ],
  [
    'a slip of the pen in our name',
    page(`<rekindel-tips>${OL}</rekindel-tips>`),
    ['element-unknown error 3:1', /no <rekindel-tips>.*Write rekindle-tips/s],
  ],
  [
    'a tag without its hyphen',
    page(`<rekindletips>${OL}</rekindletips>`),
    ['element-unknown error 3:1', /Write rekindle-tips/],
  ],
  [
    'commas in a list',
    page(tipsWith('actions="copy, share"')),
    ['attribute-value error 3:1', /not a list with spaces between.*Write actions="copy share"/s],
  ],
  [
    'a slip of the pen in an attribute',
    page(tipsWith('pagnation="dots"')),
    ['attribute-unknown error 3:1', /no attribute pagnation.*Write pagination/s],
  ],
  [
    'an attribute as the property is called',
    page(tipsWith('activeIndex="2"')),
    ['attribute-unknown error 3:1', /Write active-index/],
  ],
  [
    'the height of the active tip, with autoplay',
    page(tipsWith('height="active" autoplay')),
    ['attribute-unused hint 3:1', /height="active" does nothing with autoplay: .*Take one of the two out/s],
  ],
  [
    'the same of a placeholder',
    page(
      '<div data-rekindle="tips" class="rekindle-tips" data-height="active" data-autoplay><p>Tips.</p></div>',
      CLASSIC + STYLE,
    ),
    ['attribute-unused hint 3:1', /data-height="active" does nothing with data-autoplay: /],
  ],
  ['an attribute of nobody', page(tipsWith('colour="red"')), ['attribute-unknown hint 3:1', /Take it out/]],
  [
    'a slip in a data attribute',
    page(
      '<div data-rekindle="tips" data-view="list" data-autplay data-post-id="7"><p>Tips.</p></div>',
      CLASSIC + STYLE,
    ),
    ['attribute-unknown error 3:1', /no attribute data-autplay.*Write data-autoplay/s],
  ],
  [
    'a value that there is not',
    page(tipsWith('pagination="dot"')),
    ['attribute-value error 3:1', /fraction, dots, select, none.*Write dots/s],
  ],
  ['a boolean that is "false"', page(tipsWith('loop="false"')), ['attribute-value error 3:1', /is on.*Take loop out/s]],
  [
    'a toolbar that its file does not have',
    page(tipsWith('actions="copy"'), `<script type="module" src="tips.js"></script>${STYLE}`),
    ['script-short error 3:1', /tips-actions\.js/],
  ],
  [
    'storage for tips that their file does not keep',
    page(tipsWith('storage="local"'), `<script type="module" src="tips.js"></script>${STYLE}`),
    ['script-short error 3:1', /storage needs the toolbar.*tips-actions\.js/s],
  ],
  [
    'a toolbar whose file comes second',
    page(
      tipsWith('actions="copy"'),
      `<script type="module" src="tips.js"></script>${STYLE}<script type="module" src="tips-actions.js"></script>`,
    ),
    [
      'script-short error 3:1',
      /it comes first \(2:1\), and the tips of tips-actions\.js stay unused.*Take tips\.js out/s,
    ],
  ],
  [
    'the toolbar in a guide whose file comes second',
    page(
      `<rekindle-guide>${OL}</rekindle-guide>\n<rekindle-guide without="tips">${OL}</rekindle-guide>`,
      `<script type="module" src="tips.js"></script>${STYLE}${SCRIPT}`,
    ),
    ['script-short error 3:1', /the guide needs the toolbar.*Take tips\.js out/s],
  ],
  [
    'a file that comes second, where nothing needs the toolbar',
    page(
      TIPS,
      `<script type="module" src="tips.js"></script>${STYLE}<script type="module" src="tips-actions.js"></script>`,
    ),
    ['script-overlap hint 2:101', /tips-actions\.js has all that tips\.js has.*Harmless/s],
  ],
  ['an attribute of the owner, left behind', page(tipsWith('debug')), ['debug-left hint 3:1', /take it out/]],
  ['a number in words', page(tipsWith('slides-per-page="two"')), ['attribute-value error 3:1', /not a number/]],
  ['a heading level of 7', page(tipsWith('heading-level="7"')), ['attribute-value error 3:1', /Write 1 to 6/]],
  [
    'one word of a list',
    page(tipsWith('actions="copy prnt"')),
    ['attribute-value error 3:1', /copy, share, print, keep.*Write print for prnt/s],
  ],
  [
    'a country in words',
    page(`<rekindle-guide country="France">${OL}</rekindle-guide>`),
    ['attribute-value error 3:1', /two capitals/],
  ],
  [
    'a code that is no country',
    page(`<rekindle-guide country="UK">${OL}</rekindle-guide>`),
    ['country-missing error 3:1', /no helplines for it.*Write GB for UK/s],
  ],
  [
    'a country without helplines',
    page(`<rekindle-guide country="it">${OL}</rekindle-guide>`),
    ['country-missing hint 3:1', /country="IT".*There are AU, CA/s],
  ],
  [
    'chapters that there are not',
    page(`<rekindle-guide chapters="six-tips seek-helps own">${OL}</rekindle-guide>`),
    ['chapter-missing error 3:1', /no chapter seek-helps.*Write seek-help for seek-helps/s],
    ['chapter-missing error 3:1', /no chapter own.*One of: introduction, six-tips/s],
  ],
  [
    'a slot of a chapter that there is not',
    page(`<rekindle-guide><p slot="seek-helps">More.</p>${OL}</rekindle-guide>`),
    ['slot-missing error 3:1', /shows nothing of it.*Write seek-help for seek-helps/s],
  ],
  [
    'slots of what is left out',
    page(
      `<rekindle-guide chapters="six-tips" without="tips"><p slot="tips">Ours.</p><p slot="seek-help">More.</p>${OL}</rekindle-guide>`,
    ),
    ['slot-left-out error 3:1', /slot="tips": without leaves.*Take tips out of without/s],
    ['slot-left-out error 3:1', /slot="seek-help": chapters leaves.*Add seek-help to chapters/s],
  ],
  [
    'chapters of other words',
    page(
      `<rekindle-guide chapters="seek-help"><script type="application/json">${GUIDE_PACK}</script>${OL}</rekindle-guide>`,
    ),
    ['chapter-missing error 3:1', /no chapter seek-help.*Write seek-hope for seek-help/s],
  ],
  [
    'a start that there is not',
    page(tipsWith('start="last"')),
    ['attribute-value error 3:1', /no position, no id of a tip.*One of: daily, resume, focus-on-yourself/s],
  ],
  [
    'seconds in place of milliseconds',
    page(tipsWith('autoplay autoplay-interval="5s"')),
    ['attribute-value error 3:1', /auto, or milliseconds.*Write 5000\./s],
  ],
  [
    'more tips side by side than there can be',
    page(tipsWith('slides-per-page="9"')),
    ['attribute-value error 3:1', /Write 1 to 6/],
  ],
  [
    'a shortcut that there is not',
    page(checklistWith('exit-shortcut="esc"')),
    ['attribute-value error 3:1', /exit-shortcut="esc" is not shift3/],
  ],
  [
    'a way out without its scheme',
    page(checklistWith('exit-url="www.example.org"')),
    ['attribute-value error 3:1', /not where the link leads.*Write https:\/\/www\.example\.org\./s],
  ],
  [
    'a way out that is a script',
    page(checklistWith('exit-url="javascript:close()"')),
    ['attribute-value error 3:1', /not where the link leads.*Write one, such as https:/s],
  ],
  [
    'a placeholder that is no div',
    page('<span data-rekindle="tips">Tips.</span>', CLASSIC + STYLE),
    ['placeholder-tag error 3:1', /<span data-rekindle> stays plain text.*Write <div>/s],
  ],
  [
    'an element in itself',
    page(tipsWith('', TIPS)),
    ['element-nested error 3:1', /stands in another one.*beside each other/s],
  ],
  [
    'lengths without a unit, in a style sheet and on an element',
    page(
      `<div style="--rekindle-slide-gap:0">${TIPS}</div>`,
      `${SCRIPT}${STYLE}<style>main { --rekindle-space: 0; } .a { --rekindle-control-size: 0px; --rekindle-radius: 0 }</style>`,
    ),
    ['length-unit error 2:105', /--rekindle-space is a 0 without a unit.*Write --rekindle-space: 0px/s],
    ['length-unit error 3:1', /Write --rekindle-slide-gap: 0px/],
  ],
  [
    'a page in a language without words',
    page(TIPS, SCRIPT + STYLE, 'de-AT'),
    ['locale-missing hint 3:1', /in de-AT.*src="\/words\.json"/s],
  ],
  ['a part in another language', page(`<div lang="fr">${TIPS}</div>`), ['locale-missing hint 3:16', /in fr/]],
  ['nothing inside', page(tipsWith('', '')), ['fallback-missing hint 3:1', /rekindle embed tips/]],
  [
    'no list where the children are the tips',
    page(tipsWith('content="children"', '<p>Tips.</p>')),
    ['fallback-list error 3:1', /<ul> or <ol>/],
  ],
  [
    'no rule that keeps the height',
    page(`<rekindle-tips>${OL}</rekindle-tips>`, SCRIPT),
    ['reserve-missing hint 3:1', /class="rekindle-tips"/],
  ],
  [
    'a tag that closes itself',
    page('<rekindle-tips class="rekindle-tips" /><p>More.</p>'),
    ['element-self-closed error 3:1', /Write <rekindle-tips><\/rekindle-tips>/],
  ],
  ['a paragraph around it', page(`<p>${TIPS}</p>`), ['element-torn error 3:4', /paragraph.*custom HTML/s]],
  [
    'no closing tag',
    page('<div><rekindle-tips class="rekindle-tips"><p>Tips.</p></div>'),
    ['element-torn error 3:6', /Write <\/rekindle-tips>/],
  ],
  [
    'tags that became text',
    page(`<p>&lt;rekindle-tips&gt;</p>${TIPS}`),
    ['markup-escaped error 3:4', /<rekindle-tips> is text.*custom HTML/s],
  ],
  [
    'a snippet of which WordPress left an author the text',
    page('<p>.rekindle-tips { min-block-size: 500px }</p><ol><li>One.</li></ol>', ''),
    ['markup-escaped error 3:4', /rule of \.rekindle-tips.*<div data-rekindle>, the iframe or the plugin/s],
  ],
  // Words
  [
    'a pack with a fault',
    page(tipsWith('', json(BAD_PACK))),
    ['content error 3:1', /script child: tips\[1\]\.title should be text.*not 7.*Mend tips\[1\]\.title/s],
  ],
  [
    'a pack of the right shape that cannot be scored',
    page(
      `<rekindle-checklist class="rekindle-checklist" style="min-block-size: 500px">${json(UNSCORED)}</rekindle-checklist>`,
    ),
    ['content error 3:1', /checklist\.scale\.options should have values that start at 0 and rise/],
  ],
  [
    'a pack with a slip in a key',
    page(tipsWith('', json(JSON.stringify({ ...head, tips: [{ ...tips[1], setp: 'Breathe.', step: undefined }] })))),
    ['content error 3:1', /tips\[0\]\.setp is not a key that can stand here: write step/],
  ],
  [
    'a pack that WordPress put paragraphs into',
    page(tipsWith('', json(PACK.replace(',', ',</p>\n<p>')))),
    ['content error 3:1', /an editor changed the JSON.*<\/p>.*src="\/words\.json"/s],
  ],
  [
    'a pack with quotes of a typesetter',
    page(tipsWith('', json(PACK.replaceAll('"', '\u201d')))),
    ['content error 3:1', /an editor changed/],
  ],
  [
    'a pack that is cut off',
    page(tipsWith('', json(PACK.slice(0, -9)))),
    ['content error 3:1', /script child: is not JSON/],
  ],
  [
    'a pack whose script was stripped',
    page(tipsWith('', PACK)),
    ['script-stripped error 3:1', /took the <script> tag away/],
  ],
  [
    'a pack of another type',
    page(tipsWith('', json(PACK).replace('application', 'text')), SCRIPT + STYLE, 'fr'),
    ['json-unread error 3:1', /type="text\/json": our words stand.*Write type="application\/json"/s],
  ],
  [
    'a pack of that type and more',
    page(tipsWith('', json(PACK).replace('/json', '/json; charset=utf-8'))),
    ['json-unread error 3:1', /type="application\/json; charset=utf-8"/],
  ],
  [
    'a pack inside of something else',
    page(tipsWith('', `<div>${json(PACK)}</div>`)),
    ['json-unread error 3:1', /a script inside <div>: our words stand.*Put it right into <rekindle-tips>/s],
  ],
  [
    'a second pack',
    page(tipsWith('', json(PACK) + json(PACK))),
    ['json-unread error 3:1', /a second script with JSON\.\nTake one of them out/],
  ],
  [
    'words that are not there',
    page(tipsWith('src="nowhere.json"')),
    ['content error 3:1', /nowhere\.json: cannot be loaded: ENOENT/],
  ],
  [
    'words with a fault',
    page(tipsWith('src="bad.json"')),
    ['content error 3:1', /bad\.json: tips\[1\]\.title should be text/],
  ],
  [
    'a page in place of words',
    page(tipsWith('src="login.json"')),
    ['content error 3:1', /not JSON, but a page.*login/s],
  ],
  [
    'the page of a site in place of words',
    page(tipsWith('src="home.json"')),
    ['content error 3:1', /not JSON, but a page/],
  ],
  [
    'words that are too long',
    page(tipsWith('src="long.json"')),
    ['content error 3:1', /longer than 524288 characters, and so refused.*Keep the parts/s],
  ],
  ['words in Latin-1', page(tipsWith('src="latin.json"')), ['content error 3:1', /not UTF-8.*Save it as UTF-8/s]],
  // Frames
  [
    'a frame that may not run scripts, without a title, where pages are plain text',
    page(`<iframe class="rekindle-frame" sandbox="" src="${CDN}@0.1.0/dist/frame/tips.html"></iframe>`, FRAME),
    ['frame-sandbox error 3:1', /allow-scripts/],
    ['frame-host error 3:1', /plain text/],
    ['frame-title hint 3:1', /no title/],
  ],
  [
    'a frame that nothing gives its height',
    page('<iframe class="rekindle-frame" title="Tips" src="/frame/tips.html"></iframe>', ''),
    ['frame-height hint 3:1', /frame\.js/],
  ],
  [
    'parameters of a frame that its page does not take',
    page(frame('tips.html?vieww=list&view=lsit&utm_source=mail&src=%2Fwords.json'), FRAME),
    ['frame-parameter error 3:1', /no parameter vieww.*Write view/s],
    ['attribute-value error 3:1', /view="lsit".*Write list for lsit/s],
    ['frame-parameter error 3:1', /src does not count in a frame.*rekindle frames/s],
  ],
  [
    'the same in the frame that the command prints',
    page('<iframe class="rekindle-frame" title="Tips" src="frame/tips.html?vieww=list" sandbox></iframe>', FRAME),
    ['frame-parameter error 3:1', /no parameter vieww/],
    ['frame-sandbox error 3:1', /allow-scripts/],
  ],
  [
    'the same in a folder of another name',
    page('<iframe class="rekindle-frame" title="Tips" src="/x/tips.html?vieww=list"></iframe>', FRAME),
    ['frame-parameter error 3:1', /no parameter vieww/],
  ],
  [
    'a page for frames that there is not',
    page(frame('tip.html'), FRAME),
    ['frame-unknown error 3:1', /no page tip\.html.*Write tips\.html/s],
  ],
];

writeFileSync(join(folder, 'bad.json'), BAD_PACK);
writeFileSync(join(folder, 'good.json'), PACK);
writeFileSync(join(folder, 'home.json'), '<!doctype html><title>Home</title><p>Welcome.</p>');
writeFileSync(join(folder, 'long.json'), JSON.stringify({ ...head, tips, more: 'x'.repeat(512 * 1024) }));
writeFileSync(join(folder, 'latin.json'), Buffer.from(PACK.replace('"title":"', '"title":"\u00e9'), 'latin1'));
writeFileSync(join(folder, 'marked.json'), `\ufeff${PACK}`);
mkdirSync(join(folder, 'words'));
writeFileSync(join(folder, 'words', 'inner.json'), PACK);
writeFileSync(join(folder, 'login.json'), '<!doctype html><title>Log in</title>');

const faulty = table('faulty', FAULTY);
for (const [i, [name, , ...expected]] of FAULTY.entries()) {
  test(`finds ${name}`, async () => {
    const found = await faulty(i);

    assert.deepEqual(
      found.map(({ check, level, where }) => `${check} ${level} ${where}`),
      expected.map(([finding]) => finding),
      JSON.stringify(found, null, 1),
    );
    found.forEach(({ message, mend }, i) => assert.match(`${message}\n${mend}`, expected[i]?.[1] ?? /^$/));
  });
}

const CLEAN: readonly (readonly [name: string, html: string])[] = [
  ['the element with its text', page()],
  ['words in a script', page(tipsWith('', json(PACK)))],
  [
    'JSON of others: of what stands in a slot, and for search engines',
    page(
      `<rekindle-guide>${tipsWith('slot="tips"', json(PACK))}<their-chart slot="tips"><script type="application/json">{}</script></their-chart><script type="application/ld+json">{}</script></rekindle-guide>`,
    ),
  ],
  ['words in a file', page(tipsWith('src="good.json"'), SCRIPT + STYLE, 'de')],
  ['words with a byte order mark', page(tipsWith('src="marked.json"'))],
  ['words below the base of the page', page(tipsWith('src="inner.json"'), `<base href="words/">${SCRIPT}${STYLE}`)],
  [
    'words below a base that a file does not tell',
    page(tipsWith('src="inner.json"'), `<base href="/words/">${SCRIPT}${STYLE}`),
  ],
  ['words at the root of a site that a file does not tell', page(tipsWith('src="/words.json"'))],
  [
    'another language with its words',
    page(TIPS, `${SCRIPT}${STYLE}<script type="module" src="dist/locales/de.js"></script>`, 'de'),
  ],
  [
    'every global attribute, and those of frameworks',
    page(
      tipsWith('id="a" style="--rekindle-accent: red" data-x="1" aria-busy="true" v-if="x" @click="y" slot="z" hidden'),
    ),
  ],
  [
    'attributes of Livewire, Svelte, Google and Blazor',
    page(tipsWith('wire:ignore wire:key="a" sveltekit:prefetch client:load jsaction="x" jsname="y" b-3xxtam6d07')),
  ],
  [
    "the site's own tips.js, checklist.js, frame.js and debug.js",
    page(
      `<rekindle-helplines class="rekindle-helplines"><p>Help.</p></rekindle-helplines>`,
      `<script src="/js/tips.js"></script><script src="/js/checklist.js"></script><script src="/js/frame.js"></script>
       <script src="https://rekindle.example/js/debug.js"></script><script type="module" src="/us/helplines.js"></script>
       ${STYLE.replace('tips', 'helplines')}`,
    ),
  ],
  [
    'files of ours from two places',
    page(
      TIPS + checklistWith(''),
      `<script type="module" src="/rekindle/tips.js"></script><script type="module" src="/js/checklist.js"></script>${STYLE}`,
    ),
  ],
  [
    "the site's own activities.js beside ours, under a policy that refuses it",
    page(
      `${TIPS}<rekindle-activities>${OL}</rekindle-activities>`,
      `${csp("script-src https://cdn.example; style-src 'unsafe-inline'")}${STYLE}
       <script src="/js/activities.js"></script><script type="module" src="https://cdn.example/rekindle.js"></script>`,
    ),
  ],
  [
    'tags of others',
    page(`${TIPS}<rockandroll-tips></rockandroll-tips><rewind-tips></rewind-tips><kindle-tips></kindle-tips>`),
  ],
  [
    'values that take more than one form',
    page(
      tipsWith('autoplay-interval="8000" start="avoid-desperate-measures" slides-per-page="2.5" active-index=" 2 "') +
        tipsWith('autoplay-interval="auto" start="3"') +
        tipsWith('content="children" start="own"') +
        checklistWith('exit-url="https://example.org/" exit-shortcut="shift3" country="nz"') +
        `<rekindle-guide chapters="six-tips seek-help" without="tips"><p slot="heading">A</p><p slot="seek-help">B</p>${TIPS.replace(' ', ' slot="six-tips" ')}</rekindle-guide>`,
    ),
  ],
  [
    'names of words that a script gives',
    page(
      `<rekindle-guide chapters="own" country="IT"><p slot="own">A</p></rekindle-guide>`,
      `${SCRIPT}<script>document.querySelector('rekindle-guide').pack = { };</script>`,
    ),
  ],
  [
    'a length of 0px, and a 0 that is none',
    page(
      `<div style="--rekindle-space: 0px; --rekindle-radius: 0">${TIPS}</div>`,
      `${SCRIPT}${STYLE}<style>/* a { --rekindle-space: 0; } */ a { gap: var(--rekindle-space, 0) }</style>`,
    ),
  ],
  ['parameters of a frame', page(frame('tips.html?view=list&actions=copy+print&loop=&v=3#a'), FRAME)],
  ['an example of the tag', page(`${TIPS}<pre><code>&lt;rekindle-tips&gt;</code></pre>`)],
  [
    'the strictest policy',
    page(
      TIPS,
      csp(
        "default-src 'none'; script-src 'nonce-a' 'strict-dynamic'; style-src 'nonce-b'; require-trusted-types-for 'script'; trusted-types rekindle",
      ) +
        STYLE.replace('<style', '<style nonce="b"') +
        SCRIPT.replace('<script', '<script nonce="a"'),
    ),
  ],
  [
    'a script by its hash and a host with a wildcard',
    page(
      tipsWith('src="https://127.0.0.1:1/x.json"').replace(/ src="[^"]*"/, ''),
      `${csp("script-src 'self' *.jsdelivr.net; style-src 'unsafe-inline'")}<script type="module" integrity="${hash('rekindle.js')}" src="${CDN}@0.1.0/dist/rekindle.js"></script>${STYLE}`,
    ),
  ],
  [
    'a placeholder with the classic script',
    page('<div data-rekindle="tips" data-view="list" data-post-id="7"><p>Tips.</p></div>', CLASSIC + STYLE),
  ],
  ['a file of an element as a deferred script', page(TIPS, `<script defer src="tips.js"></script>${STYLE}`)],
  [
    'a toolbar whose file comes first',
    page(tipsWith('actions="copy" storage="local"'), `<script type="module" src="tips-actions.js"></script>${STYLE}`),
  ],
  ['the autoloader', page(TIPS, `<script type="module" src="autoload.js"></script>${STYLE}`)],
  ['an import in a module of the page', page(TIPS, `<script type="module">import 'rekindle';</script>${STYLE}`)],
  [
    'a frame',
    page('<iframe class="rekindle-frame" title="Tips" sandbox="allow-scripts" src="/frame/tips.html"></iframe>', FRAME),
  ],
];

const clean = table('clean', CLEAN);
for (const [i, [name]] of CLEAN.entries()) {
  test(`finds nothing in ${name}`, async () => {
    assert.deepEqual(await clean(i), []);
  });
}

test('every demo page is clean', async () => {
  const pages = readdirSync('demo')
    .filter(name => name.endsWith('.html'))
    .map(name => join(process.cwd(), 'demo', name));
  assert.ok(pages.length > 3);

  const { status, stdout } = await run('doctor', ...pages);

  assert.equal(
    stdout,
    pages
      .map(
        one => `${one}: nothing to mend
`,
      )
      .join(''),
  );
  assert.equal(status, 0);
});

const EMBEDS = await Promise.all(
  ELEMENTS.flatMap(name =>
    ['children', 'declarative', 'iframe', 'iframe --base /x/'].map(form => `${name} --form ${form}`),
  ).map(async options => [options, page((await run('embed', ...options.split(' '))).stdout, '')] as const),
);
const embedded = table('embed', EMBEDS);
for (const [i, [options]] of EMBEDS.entries()) {
  test(`what rekindle embed ${options} prints is clean`, async () => {
    assert.deepEqual(await embedded(i), []);
  });
}

test('prints place, level, fault and mend, and ends with status 1 on an error', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('pagination="dot"', '')));

  const { status, stdout } = await run('doctor', 'page.html');

  assert.equal(
    stdout,
    `page.html:3:1  error  pagination="dot" is not one of fraction, dots, select, none. (attribute-value)
    Mend: Write dots for dot.
page.html:3:1  hint  Nothing stands in the element: without script, in mail and in feeds there is nothing to read. (fallback-missing)
    Mend: Paste what \`npx rekindle embed tips\` prints.
page.html: 1 error, 1 hint
`,
  );
  assert.equal(status, 1);
});

test('what a page says reaches a terminal as text: no control, no line of its own', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('view="\u001b]0;x\u0007\n::error::y\u009b2J" \u001b[2J')));

  const { stdout } = await run('doctor', 'page.html');

  assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  assert.match(stdout, /error {2}view="\ufffd\]0;x\ufffd\ufffd::error::y\ufffd2J" is not one of/);
  assert.doesNotMatch(stdout, /^::error/m);
});

test('a page that nothing of ours stands in does not pass for a good one', async () => {
  // Not even the script of a host that has a tips.js of its own is taken for ours.
  writeFileSync(join(folder, 'page.html'), page('<p>A cocktail bar.</p>', '<script src="/js/tips.js"></script>'));
  writeFileSync(join(folder, 'bare.html'), '<!doctype html>');

  for (const file of ['page.html', 'bare.html']) {
    const { status, stdout } = await run('doctor', file);
    assert.match(stdout, /hint {2}No element of ours stands in the page/);
    assert.match(stdout, /0 errors, 1 hint\n$/);
    assert.equal(status, 0);
  }
});

test('ends with status 0 on hints alone', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('', '')));

  const { status, stdout } = await run('doctor', 'page.html');

  assert.match(stdout, /0 errors, 1 hint\n$/);
  assert.equal(status, 0);
});

test('reads a URL: its response header, its words, and nothing else', async () => {
  served.page(
    '/visit/page.html',
    page(tipsWith('src="words.json"') + tipsWith('src="/visit/nowhere.json"'), SCRIPT + STYLE),
    {
      'content-security-policy': "script-src https://cdn.example; style-src 'unsafe-inline', trusted-types own",
    },
  );
  served.page('/visit/words.json', PACK, { 'content-type': 'application/json' });

  const found = await doctor(`${served.url}/visit/page.html`);

  assert.deepEqual(
    found.map(({ check, message }) => `${check}: ${message}`),
    [
      'csp-script: Content Security Policy (response header): script-src refuses rekindle.js.',
      'csp-trusted-types: Content Security Policy (response header): trusted-types does not name rekindle: rekindle.js then does nothing.',
      'content: /visit/nowhere.json: cannot be loaded: the server answered 404.',
    ],
  );
});

test('a URL under a policy that allows it is clean', async () => {
  served.page('/visit/good.html', page(), {
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'",
  });

  assert.deepEqual(await doctor(`${served.url}/visit/good.html`), []);
});

test('addresses start from the base of the page', async () => {
  const far = served.url.replace('localhost', '127.0.0.1');
  served.page('/visit/base/words.json', PACK);
  served.page('/visit/based.html', page(tipsWith('src="words.json"'), `<base href="base/">${SCRIPT}${STYLE}`));
  const policy = { 'content-security-policy': "script-src 'self'; style-src 'unsafe-inline'" };
  served.page('/visit/far-base.html', page(TIPS, `<base href="${far}/">${SCRIPT}${STYLE}`), policy);

  assert.deepEqual(await doctor(`${served.url}/visit/based.html`), []);
  const [refused, ...rest] = await doctor(`${served.url}/visit/far-base.html`);
  assert.equal(refused?.mend, `Allow it: ${far} in script-src.`);
  assert.deepEqual(rest, []);
});

test('a page of a server cannot name a file of this machine', async () => {
  writeFileSync(join(folder, 'secret.json'), 'a secret');
  const address = pathToFileURL(join(folder, 'secret.json')).href;
  served.page('/visit/file.html', page(tipsWith(`src="${address}"`)));
  writeFileSync(join(folder, 'page.html'), page(tipsWith(`src="${address}"`)));

  const [found] = await doctor(`${served.url}/visit/file.html`);
  assert.ok(found?.message.startsWith(`${address}: cannot be loaded: `), found?.message);
  assert.doesNotMatch(JSON.stringify(found), /a secret/);
  // A file may.
  assert.match(JSON.stringify(await doctor('page.html')), /is not JSON/);
});

test('an answer that does not end is not read to its end', async () => {
  const server = createServer((_request, response) => {
    const more = (): void => {
      while (response.write('x'.repeat(1 << 20)));
      response.once('drain', more);
    };
    more();
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const [found] = await doctor(`http://localhost:${port}/`);
  server.closeAllConnections();
  server.close();

  assert.match(found?.message ?? '', /cannot be read: it is longer than 8388608 bytes/);
});

test('a page that a browser takes is read: a base that is no address, tags in 20,000 others', async () => {
  served.page('/visit/base-none.html', page(TIPS, `<base href="http://[">${SCRIPT}${STYLE}`));
  const many = 20_000;
  writeFileSync(
    join(folder, 'page.html'),
    page(`${'<div>'.repeat(many)}<p>&lt;rekindle-tips&gt;</p>${TIPS}${'</div>'.repeat(many)}`),
  );

  assert.deepEqual(await doctor(`${served.url}/visit/base-none.html`), []);
  assert.deepEqual(
    (await doctor('page.html')).map(({ check }) => check),
    ['markup-escaped'],
  );
  writeFileSync(join(folder, 'page.html'), page(tipsWith('', `${'<b>'.repeat(many)}Tips.`)));
  assert.deepEqual(await doctor('page.html'), []);
});

test('words on another host have to be open to the page', async () => {
  const other = served.url.replace('localhost', '127.0.0.1');
  const body = ['closed', 'open'].map(name => tipsWith(`src="${other}/visit/${name}.json"`)).join('\n');
  served.page('/visit/closed.json', PACK);
  served.page('/visit/open.json', PACK, { 'access-control-allow-origin': '*' });
  served.page('/visit/far.html', page(body));

  const found = await doctor(`${served.url}/visit/far.html`);

  assert.deepEqual(
    found.map(({ where, message }) => `${where} ${message.replace(other, '')}`),
    ['3:1 /visit/closed.json: is on another host, which does not open it to the page (Access-Control-Allow-Origin).'],
  );
});

for (const [name, from, says] of [
  [
    'a file that is not there',
    'nowhere.html',
    /^nowhere\.html {2}error {2}The page cannot be read: ENOENT.*\(page-unread\)/,
  ],
  [
    'an address that nobody answers',
    'http://127.0.0.1:9/',
    /^http.* {2}error {2}The page cannot be read: fetch failed/,
  ],
] as const) {
  test(`${name} ends with status 1 and says so`, async () => {
    const { status, stdout, stderr } = await run('doctor', from);

    assert.equal(stderr, '');
    assert.match(stdout, says);
    assert.doesNotMatch(stdout, /\n {4}at /);
    assert.equal(status, 1);
  });
}

for (const [name, text, reason] of [
  ['an empty file', ' \n', 'it is empty'],
  ['words in place of a page', '{"format": 1}', 'it is JSON, and no page'],
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    'it is no text, or in UTF-16 without a byte order mark',
  ],
] as const) {
  test(`${name} is no page without faults`, async () => {
    writeFileSync(join(folder, 'other.html'), text);
    const [found] = await visit('other.html');

    assert.deepEqual(
      found?.findings.map(({ check, message }) => `${check}: ${message}`),
      [`page-unread: The page cannot be read: ${reason}.`],
    );
  });
}

for (const [from, mend] of [
  ['www.example.org/a', 'Write https://www.example.org/a.'],
  ['example.org/', 'Write https://example.org/.'],
  ['file:///srv/page.html', 'Write an address that begins with https://, or the path of a file.'],
  ['.', 'Name a file in it, such as index.html.'],
  ['neer.html', 'Write near.html.'],
  ['nowhere.html', 'See whether its name or address is right, and whether it opens without logging in.'],
] as const) {
  test(`the mend of a page that is not there: ${from}`, async () => {
    writeFileSync(join(folder, 'near.html'), page(''));

    assert.equal((await visit(from))[0]?.findings[0]?.mend, mend);
  });
}

/** Pages that would take minutes, or more than the stack, by a search that starts again at each place. */
const ENDLESS: Readonly<Record<string, string>> = {
  'many children of one node': '<br>'.repeat(200_000),
  'elements in each other': '<rekindle-tips>'.repeat(20_000),
  'a selector without its rule': `<style>${'.rekindle-tips '.repeat(100_000)}</style>${TIPS}`,
  'such a selector as text': `<p>${'.rekindle-a'.repeat(60_000)}</p>`,
  'many scripts': '<script src="rekindle.js"></script>'.repeat(50_000),
  'many scripts that may be ours': Array.from(
    { length: 50_000 },
    (_, i) => `<script src="/${i}/tips.js"></script>`,
  ).join(TIPS),
  'a long number': `<style>.a { --rekindle-space: ${'0'.repeat(200_000)}1 }</style>`,
  'comments that do not end': `<style>--rekindle-${'/* '.repeat(400_000)}</style>`,
  'a long tag': `<r${'k'.repeat(3_000)}${'n'.repeat(3_000)}>`,
  'tags in JSON': `<rekindle-tips>${json(`{${'<p '.repeat(200_000)}`)}</rekindle-tips>`,
};
for (const [name, body] of Object.entries(ENDLESS)) {
  test(`a page with ${name} is read`, async () => {
    writeFileSync(join(folder, 'endless.html'), page(body, SCRIPT));

    assert.ok((await doctor('endless.html')).every(({ check }) => check !== 'page-unread'));
  });
}

test('a page in UTF-16 with a byte order mark is read as a browser does', async () => {
  const findings = async (text: string | Buffer): Promise<unknown> => {
    writeFileSync(join(folder, 'page.html'), text);
    return (await visit('page.html'))[0]?.findings;
  };
  const html = page(tipsWith('pagination="dot"'));
  const wide = Buffer.from(`\ufeff${html}`, 'utf16le');

  const expected = await findings(html);
  assert.deepEqual(await findings(wide), expected);
  assert.deepEqual(await findings(wide.swap16()), expected);
});

test('a page that cannot be read keeps back nothing of the others', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('pagination="dot"')));

  assert.deepEqual(
    (await visit('nowhere.html', 'page.html')).map(one => [one.page, ...one.findings.map(({ check }) => check)]),
    [
      ['nowhere.html', 'page-unread'],
      ['page.html', 'attribute-value'],
    ],
  );
});

test('a page that answers 404 says so', async () => {
  const { status, stdout } = await run('doctor', `${served.url}/visit/none.html`);

  assert.match(stdout, /none\.html {2}error {2}The page cannot be read: the server answered 404/);
  assert.equal(status, 1);
});
