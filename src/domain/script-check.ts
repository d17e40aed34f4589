import { namesIn } from './chapters.ts';
import { addTo } from './finding.ts';
import type { Finding, Page, PageElement, PageScript, Release } from './page.ts';

/** What each file has: elements, and the toolbar of the tips. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  rekindle: ['tips', 'checklist', 'activities', 'helplines', 'guide', 'toolbar'],
  'rekindle.classic': ['tips', 'checklist', 'activities', 'helplines', 'guide', 'toolbar'],
  autoload: [],
  debug: [],
  frame: [],
  tips: ['tips'],
  'tips-actions': ['tips', 'toolbar'],
  checklist: ['checklist', 'helplines'],
  activities: ['activities'],
  helplines: ['helplines'],
};
const FILE = new RegExp(
  `(?:^|/)(${Object.keys(FILES).join('|').replace('.', '\\.')}|locales/[\\w-]+)(?:\\.min)?\\.js(?:[?#]|$)`,
);
/** Where the packages of npm are served from; the rest of the address may be left out. */
const CDN =
  /^(?:https?:)?\/\/(?:[\w.-]*jsdelivr\.net\/npm|unpkg\.com|esm\.sh|[\w.-]*skypack\.dev)\/rekindle(?:@([^/?#]*))?/;

/** Our own file that a script loads: `rekindle`, `tips`, `locales/de`; undefined for another one. */
export function ownFile({ url }: PageScript): string | undefined {
  const file = FILE.exec(url)?.[1];
  return file ?? (/^\/?$/.test(url.replace(CDN, '')) && CDN.test(url) ? 'rekindle' : undefined);
}

/** Whether an address has our name in its path: a site may have a `tips.js` of its own, and even a host of that name. */
export const saysRekindle = (url: string): boolean => /rekindle/.test(url.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, ''));

/** Our scripts of a page with the name of their file, in the order of the page. */
type Files = readonly (readonly [script: PageScript, file: string])[];

/**
 * Finds our scripts: what has our name; what has elements of the page that none of those has, since a site may have a
 * `tips.js` or a `debug.js` of its own; and what stands in a folder with these.
 */
export function ownScripts({ elements, scripts }: Page): Files {
  const named = scripts.flatMap(script => {
    const file = ownFile(script);
    return file === undefined ? [] : [[script, file] as const];
  });
  const sure = named.filter(([{ url }]) => saysRekindle(url));
  const covered = new Set(sure.flatMap(([, file]) => FILES[file] ?? []));
  const tags = new Set(elements.map(one => one.tag));
  const isNeeded = (name = ''): boolean => !covered.has(name) && tags.has(`rekindle-${name}`);
  const first = named.filter(([, file]) => isNeeded(FILES[file]?.[0]));
  const isAuto = sure.length === 0 && elements.length > 0;
  const others = named.filter(([, file]) => FILES[file]?.some(isNeeded) || (isAuto && file === 'autoload'));
  const main = new Set([...sure, ...(first.length ? first : others)]);
  const folderOf = (url: string): string => url.slice(0, FILE.exec(url)?.index);
  const folders = new Set([...main].map(([{ url }]) => folderOf(url)));
  return named.filter(one => main.has(one) || (elements.length > 0 && folders.has(folderOf(one[0].url))));
}

/** Exact version in an address, or undefined. */
export function versionIn(url: string): string | undefined {
  return /\brekindle[@/-]v?(\d+\.\d+\.\d+(?:-[\w.]+)?)(?=[/?#]|$)/.exec(url)?.[1];
}

const isScript = (type: string): boolean =>
  /^(?:module|(?:text|application)\/(?:java|ecma)script)?$/i.test(type.trim());

/** Ways in which one script tag is not what the snippet had. */
function checkTag(script: PageScript, file: string): Finding[] {
  const { attributes, where } = script;
  const type = attributes.get('type') ?? '';
  const has = (name: string): boolean => attributes.has(name);
  const found: Finding[] = [];
  const add = addTo(found, where);
  if (/-(?:module|text\/javascript)$/.test(type) && !has('data-cfasync')) {
    add(
      'script-rewritten',
      'error',
      `Rocket Loader runs ${file}.js (type="${type}").`,
      'Put data-cfasync="false" before its src.',
    );
  } else if (!isScript(type)) {
    add(
      'script-type',
      'error',
      `${file}.js has type="${type}", which a browser does not run. A consent or speed plugin may hold it back.`,
      'Write type="module", and except the file there: it sets no cookie and sends nothing.',
    );
  } else if (file === 'rekindle.classic' || file === 'frame') {
    if (type === 'module') {
      add('script-type', 'hint', `${file}.js is loaded as a module.`, 'Leave out type="module", and write defer.');
    } else if (!has('defer') && !has('async')) {
      add('script-blocking', 'hint', `${file}.js holds the page up while it loads.`, 'Add defer to its tag.');
    }
  } else if (type.toLowerCase() !== 'module' && !has('defer') && !has('async')) {
    add(
      'script-type',
      'hint',
      `${file}.js is loaded without type="module", and holds the page up. An editor may have taken it away.`,
      'Write type="module".',
    );
  }
  if (file === 'debug') {
    add('debug-left', 'hint', 'debug.js is on the page.', 'It is for you: take it out before readers come.');
  }
  return found;
}

/** Whether what comes from the address is what its owner looked at. */
function checkAddress({ attributes, url, where }: PageScript, release: Release | undefined): Finding[] {
  const found: Finding[] = [];
  const add = addTo(found, where);
  const cdn = CDN.exec(url);
  const integrity = attributes.get('integrity');
  if (cdn && !versionIn(url)) {
    add(
      'version-range',
      integrity ? 'error' : 'hint',
      `${url} names no exact version${integrity ? ', and its integrity refuses the next one' : ': it changes without you'}.`,
      `Write the version in full, such as rekindle@${release?.version ?? '1.2.3'}, with the integrity of that file.`,
    );
  } else if (cdn && !integrity) {
    add(
      'integrity-missing',
      'hint',
      `${url} is loaded without integrity: the browser runs whatever comes.`,
      'Add the integrity of that version and crossorigin="anonymous".',
    );
  }
  const path = CDN.test(url) && versionIn(url) === release?.version ? /\/dist\/([^?#]+)/.exec(url)?.[1] : undefined;
  const right = path === undefined ? undefined : release?.files[path]?.integrity;
  const hashes = (integrity ?? '').split(/\s+/).filter(one => /^sha(?:256|384|512)-/.test(one));
  // Ours is SHA-384: nothing here can check another one.
  if (integrity && right && !hashes.includes(right) && hashes.every(one => one.startsWith('sha384-'))) {
    add(
      'integrity-wrong',
      'error',
      `${url} has ${hashes.length ? 'the integrity of another file, or a part of it: the browser refuses it' : 'an integrity that is none: the browser checks nothing'}.`,
      `Write integrity="${right}".`,
    );
  }
  if (
    integrity &&
    /^(?:https?:)?\/\//.test(url) &&
    attributes.get('type') !== 'module' &&
    !attributes.has('crossorigin')
  ) {
    add(
      'crossorigin-missing',
      'error',
      `${url} has integrity and no crossorigin: the browser refuses it.`,
      'Add crossorigin="anonymous".',
    );
  }
  return found;
}

/** Files that are named twice, and versions that meet. */
function checkCopies(own: Files): Finding[] {
  const found: Finding[] = [];
  const harmless = 'Harmless, the first one wins; but readers load it for nothing. Take one out.';
  // A file of a version once: a page may name it any number of times.
  const before: Files[number][] = [];
  const seen = new Set<string>();
  for (const entry of own) {
    const [{ url, where }, file] = entry;
    const add = addTo(found, where);
    const version = versionIn(url);
    const other = before.find(([one]) => version && versionIn(one.url) && versionIn(one.url) !== version);
    const same = before.find(([, one]) => one === file);
    const whole = before.find(
      ([, one]) => !same && FILES[file]?.length && FILES[file].every(name => FILES[one]?.includes(name)),
    );
    const part = before.find(
      ([, one]) => !same && FILES[one]?.length && FILES[one].every(name => FILES[file]?.includes(name)),
    );
    if (!seen.has(`${file} ${version}`)) before.push(entry);
    seen.add(`${file} ${version}`);
    if (other) {
      add(
        'version-clash',
        'error',
        `Two versions: ${String(versionIn(other[0].url))} (${other[0].where}) and ${String(version)}. Each tag is of the one that comes first.`,
        'Keep one of them, the newer one.',
      );
    } else if (same) {
      add('script-twice', 'hint', `${file}.js is here twice (before at ${same[0].where}).`, harmless);
    } else if (whole ?? part) {
      const [bigger, smaller] = whole ? [whole[1], file] : [file, part?.[1]];
      add('script-overlap', 'hint', `${bigger}.js has all that ${String(smaller)}.js has.`, harmless);
    }
  }
  return found;
}

/** What needs the toolbar of the tips; undefined when nothing of the element does. */
function needsToolbar({ tag, attributes }: PageElement): string | undefined {
  if (tag === 'rekindle-guide' && !namesIn(attributes.get('without') ?? '').includes('tips')) return 'the guide';
  if (tag !== 'rekindle-tips') return undefined;
  if (attributes.get('actions')) return 'actions';
  return /^(?:session|local)$/.test(attributes.get('storage') ?? '') ? 'storage' : undefined;
}

/** The toolbar of the tips is not in tips.js, and of two files with the tips the first one wins. */
function checkToolbar({ elements }: Page, own: Files): Finding[] {
  const small = own.findIndex(([, file]) => file === 'tips');
  const large = own.findIndex(([, file]) => FILES[file]?.includes('toolbar'));
  const [tips] = own[small] ?? [];
  const [script, file] = own[large] ?? [];
  // Nothing tells when an imported file runs.
  if (!tips || (script && (large < small || script.isImported || tips.isImported))) return [];
  const found: Finding[] = [];
  for (const element of elements) {
    const what = needsToolbar(element);
    if (!what || (element.tag === 'rekindle-guide' && !script)) continue;
    addTo(found, element.where)(
      'script-short',
      'error',
      `${what} needs the toolbar, which tips.js does not have${script ? `: it comes first (${tips.where}), and the tips of ${String(file)}.js stay unused` : ''}.`,
      script ? 'Take tips.js out.' : 'Load tips-actions.js, or rekindle.js, in its place.',
    );
  }
  return found;
}

/** Whether the script is there that the elements need. */
function checkNeeds({ elements, scripts }: Page, files: readonly string[]): Finding[] {
  const found: Finding[] = [];
  const defined = new Set(files.flatMap(file => FILES[file] ?? []));
  const isOpen = files.includes('autoload') || scripts.some(one => /rekindle/.test(one.text));
  // A bundler's file has a name of its own.
  const isMaybe = scripts.some(one => one.url && ownFile(one) === undefined && one.attributes.get('type') === 'module');
  const seen = new Set<string>();
  for (const { tag, isPlaceholder, isDefined, where } of elements) {
    if (isDefined) continue;
    const name = tag.replace('rekindle-', '');
    if (seen.has(`${name} ${isPlaceholder}`) || !FILES.rekindle?.includes(name)) continue;
    seen.add(`${name} ${isPlaceholder}`);
    if (isPlaceholder) {
      if (files.includes('rekindle.classic') || isOpen) continue;
      addTo(found, where)(
        'script-missing',
        'error',
        `Nothing makes <div data-rekindle="${name}"> an element: it stays plain text.`,
        'Add <script defer src="…/rekindle.classic.js"></script>; where scripts are stripped, take the iframe.',
      );
    } else if (!defined.has(name) && !isOpen) {
      addTo(found, where)(
        'script-missing',
        isMaybe ? 'hint' : 'error',
        `No script of the page defines <${tag}>${isMaybe ? ', unless your own bundle does' : ': it stays plain text'}.`,
        `Add <script type="module" src="…/rekindle.js"></script>. If it was there, the editor strips scripts: take the iframe.`,
      );
    }
  }
  if (elements.length === 0 && files.some(file => file !== 'debug' && file !== 'frame')) {
    addTo(found, '')(
      'element-missing',
      'error',
      'The script is here, and no element. An editor may have stripped the tag and left its text.',
      'Paste the snippet into a block for custom HTML, or take <div data-rekindle="tips"> with rekindle.classic.js.',
    );
  }
  return found;
}

/** Faults of the page's scripts: what is missing, changed, twice or of two versions. */
export function checkScripts(page: Page, release: Release | undefined): Finding[] {
  const own = ownScripts(page);
  const running = own.filter(([script]) => isScript(script.attributes.get('type') ?? ''));
  const short = checkToolbar(page, running);
  return [
    ...own.flatMap(([script, file]) =>
      script.isImported ? [] : [...checkTag(script, file), ...checkAddress(script, release)],
    ),
    ...short,
    // Who is told which of two to take out is not told to take out either.
    ...checkCopies(short.length ? own.filter(([, file]) => file !== 'tips') : own),
    ...checkNeeds(
      page,
      running.map(([, file]) => file),
    ),
  ];
}
