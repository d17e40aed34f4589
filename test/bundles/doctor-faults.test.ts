import assert from 'node:assert/strict';
import test from 'node:test';
import { head, tips } from '../../src/content/packs/en.ts';
import {
  BAD_PACK,
  CDN,
  checklistWith,
  CLASSIC,
  csp,
  FRAME,
  frame,
  GUIDE_PACK,
  hash,
  json,
  OL,
  PACK,
  page,
  SCRIPT,
  STYLE,
  table,
  TIPS,
  tipsWith,
  UNSCORED,
} from '../support/doctor.ts';

/* What `rekindle doctor` finds, by the page that has it. */

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
    'filters and a tip in the same fragment',
    page(
      `<rekindle-activities style="min-block-size: 9em" url-state="hash">${OL}</rekindle-activities>\n${tipsWith('hash')}`,
    ),
    ['fragment-shared error 3:1', /each writes over .*Write url-state="query"/s],
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
