import { attributes } from '../content/packs/attributes.ts';
import type { Bundle } from './bundles.ts';
import { embedElement, frameReserve, packElement, readAttributes, wordsFor } from './embed.ts';
import { ownMessage } from '../domain/message.ts';
import { escapeHtml, policyHash, printHtml } from './html.ts';
import type { ElementName, FallbackSource } from './fallback.ts';

/* Pages that show one element, for an `<iframe>`, and what tells other sites of them by oEmbed. */

/** What the page of an element loads: with everything that its attributes can ask for. */
const LOADED: Readonly<Record<ElementName, Bundle>> = {
  tips: 'tips-actions',
  checklist: 'checklist',
  activities: 'activities',
  helplines: 'helplines',
  guide: 'rekindle',
};

/** Attributes that the address of a frame may set. Words from it would let a link show the words of anyone on this host. */
export const frameParameters = (name: ElementName): readonly string[] =>
  Object.keys(attributes[`rekindle-${name}`] ?? {}).filter(one => one !== 'src' && one !== 'debug');

/** Widths that an oEmbed answer has to name: most consumers scale the frame to their own. */
const OEMBED_PX = { width: 640, height: 720 } as const;

/** Files that a page loads, beside it and beside its folder. */
export const frameFiles = (name: ElementName): readonly string[] => ['page.js', `../${LOADED[name]}.js`];

/** How the text looks where no script runs, and what the element takes its font from. */
const STYLE =
  'html{color-scheme:light dark}body{display:flow-root;margin:0;font:1em/1.55 system-ui,sans-serif;overflow-wrap:break-word}';

/** What the frame of an element is called. */
function title(name: ElementName, { pack, messages }: FallbackSource): string {
  if (name === 'guide') return pack.title;
  if (name === 'checklist') return pack.checklist?.title ?? pack.title;
  const label = ownMessage(pack.messages, [name], 'label') ?? messages[name]?.['label'];
  return typeof label === 'string' ? label : pack.title;
}

export interface FramePageOptions {
  /** Absolute address of the folder that the pages will stand in. With it they tell of their oEmbed answers. */
  readonly base?: string;
  /** The words are not those of the bundle: the page brings them. */
  readonly isOwn?: boolean;
}

/** The page of an element, for a folder beside the bundles. */
export function framePage(
  name: ElementName,
  source: FallbackSource,
  { base, isOwn = false }: FramePageOptions = {},
): string {
  const { pack } = source;
  const bundle = LOADED[name];
  const policy = [
    "default-src 'none'",
    // Not 'self': to WebKit a sandboxed page without an origin has none. The page is static, so a fixed nonce will do.
    "script-src 'nonce-rekindle'",
    `style-src ${policyHash(STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${bundle === 'rekindle' ? bundle : `rekindle-${bundle}`}`,
  ].join('; ');
  const text = escapeHtml(title(name, source));
  const words = isOwn ? printHtml(packElement(wordsFor(name, pack)), '  ') : '';
  // Inside a frame a link of the text would lead to a page that may refuse to be framed.
  const written = embedElement(name, source).replaceAll('<a href="http', '<a target="_top" href="http');
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(pack.lang)}" dir="${pack.dir}">`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<meta name="rekindle-parameters" content="${frameParameters(name).join(' ')}">`,
    `<title>${text}</title>`,
    ...(base
      ? [
          `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${base}${name}.json`)}" title="${text}">`,
        ]
      : []),
    `<style>${STYLE}</style>`,
    // As in `embed.ts`. Here Rocket Loader's own script would be refused, and nothing would run.
    '<script defer nonce="rekindle" data-cfasync="false" src="page.js"></script>',
    `<script defer nonce="rekindle" data-cfasync="false" src="../${bundle}.js"></script>`,
    '<body>',
    written.replace(/<\/rekindle-[a-z]+>$/, end => `${words && `${words}\n`}${end}`),
    '',
  ].join('\n');
}

/** The oEmbed answer for the page of an element. @see https://oembed.com */
export function oembed(name: ElementName, source: FallbackSource, base: string): string {
  const text = title(name, source);
  const { width, height } = OEMBED_PX;
  const html = `<iframe class="rekindle-frame" src="${escapeHtml(`${base}${name}.html`)}" title="${escapeHtml(text)}" width="${width}" height="${height}" frameborder="0" loading="lazy"></iframe>`;
  const answer = { version: '1.0', type: 'rich', title: text, provider_name: source.pack.title, width, height, html };
  return `${JSON.stringify({ ...answer, provider_url: base }, null, 2)}\n`;
}

export interface FrameSnippetOptions {
  /** Attributes of the element, as in its tag. They go into the address. */
  readonly attributes?: string;
  readonly headingLevel?: number;
  /** Address of the folder of the pages. Default: `frame/`, beside `frame.js`. */
  readonly base?: string;
}

/** Everything that a page needs to show the page of an element. */
export function frameSnippet(
  name: ElementName,
  source: FallbackSource,
  { attributes = '', headingLevel = 2, base = 'frame/' }: FrameSnippetOptions = {},
): string {
  const parameters = new URLSearchParams([...readAttributes(attributes)]);
  if (headingLevel !== 2) parameters.set('heading-level', String(headingLevel));
  const query = parameters.size ? `?${parameters.toString()}` : '';
  return `<style>
  .rekindle-frame { display: block; inline-size: 100%; min-block-size: ${frameReserve(name)}; border: 0; }
</style>
<script defer data-cfasync="false" src="${escapeHtml(base.replace(/frame\/$/, ''))}frame.js"></script>
<iframe class="rekindle-frame" src="${escapeHtml(`${base}${name}.html${query}`)}" title="${escapeHtml(title(name, source))}" loading="lazy" allow="clipboard-write"></iframe>
`;
}
