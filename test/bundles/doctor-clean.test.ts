import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ELEMENTS } from '../../src/build/bundles.ts';
import {
  CDN,
  checklistWith,
  CLASSIC,
  csp,
  FRAME,
  frame,
  hash,
  json,
  OL,
  PACK,
  page,
  run,
  SCRIPT,
  STYLE,
  table,
  TIPS,
  tipsWith,
} from '../support/doctor.ts';

/* Pages in which `rekindle doctor` finds nothing. */

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
