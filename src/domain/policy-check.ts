import type { Finding, Page } from './page.ts';
import { ownScripts } from './script-check.ts';

/** Directives of a Content Security Policy; the first of a name counts. */
function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !all.has(name.toLowerCase())) all.set(name.toLowerCase(), sources);
  }
  return all;
}

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
}

/** Scheme, host and path of an absolute address; undefined for one that belongs to the page. */
function parse(url: string, base: string): Address | undefined {
  const match = /^(?:([a-z][a-z+.-]*):)?\/\/([^/?#]*)([^?#]*)/i.exec(url);
  if (!match) return undefined;
  const [, scheme = /^\w+(?=:)/.exec(base)?.[0] ?? 'https', host = '', path = ''] = match;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path: path || '/' };
}

function matches(source: string, { scheme, host, path }: Address): boolean {
  if (source === '*') return /^https?$/.test(scheme);
  if (/^[a-z][a-z+.-]*:$/i.test(source))
    return source.toLowerCase() === `${scheme}:` || (source === 'http:' && scheme === 'https');
  const match = /^(?:([a-z][a-z+.-]*):\/\/)?([^/]+)(\/.*)?$/i.exec(source);
  if (!match || source.startsWith("'")) return false;
  const [, ofScheme, ofHost = '', ofPath] = match;
  if (ofScheme && ofScheme !== scheme && !(ofScheme === 'http' && scheme === 'https')) return false;
  const name = ofHost.toLowerCase().replace(/:\*$/, '');
  const isHost = name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name;
  return isHost && (!ofPath || (ofPath.endsWith('/') ? path.startsWith(ofPath) : path === ofPath));
}

/** Where an address of a page leads; undefined for what is relative in a file, which does not tell its host. */
function addressOf(url: string, { base, url: page }: Page): Address | undefined {
  const start = parse(base, page);
  const path = url.startsWith('/') ? (/^[^?#]*/.exec(url)?.[0] ?? '') : (start?.path ?? '');
  return parse(url, page || base) ?? (start && { ...start, path });
}

/** Whether an address is on the page's own host. */
function isOwn(url: string, page: Page): boolean {
  const address = addressOf(url, page);
  const own = parse(page.url || page.base, page.url);
  return address === undefined || (address.host === own?.host && address.scheme === own.scheme);
}

/** Whether a list of sources lets a page load an address. */
function allows(sources: readonly string[], url: string, page: Page): boolean {
  const address = addressOf(url, page);
  return sources.some(source =>
    source.toLowerCase() === "'self'" ? isOwn(url, page) : address !== undefined && matches(source, address),
  );
}

/** Names of the Trusted Types policies that a file of ours makes: it does nothing when it may not. */
const policyOf = (file: string): string => (file.startsWith('rekindle') ? 'rekindle' : `rekindle-${file}`);

/** What the page's Content Security Policies keep from us. */
export function checkPolicies(page: Page): Finding[] {
  const found: Finding[] = [];
  for (const { where: whose, text } of page.policies) {
    const of = directives(text);
    const rule = (...names: readonly string[]): readonly [string, readonly string[]] | undefined => {
      const name = [...names, 'default-src'].find(one => of.has(one));
      return name === undefined ? undefined : [name, of.get(name) ?? []];
    };
    const add = (check: string, level: Finding['level'], where: string, message: string, mend: string): void => {
      found.push({ check, level, where, message: `Content Security Policy (${whose}): ${message}`, mend });
    };
    const names = of.get('trusted-types');
    const [scriptRule, scriptSources = []] = rule('script-src-elem', 'script-src') ?? [];
    for (const [script, file] of ownScripts(page)) {
      const { url, where, attributes } = script;
      const nonce = attributes.get('nonce');
      const hashes = (attributes.get('integrity') ?? '').split(/\s+/).filter(Boolean);
      const isNamed =
        (nonce !== undefined && nonce !== '' && scriptSources.includes(`'nonce-${nonce}'`)) ||
        (hashes.length > 0 && hashes.every(one => scriptSources.includes(`'${one}'`)));
      const isStrict = scriptSources.includes("'strict-dynamic'");
      if (scriptRule && !isNamed && (isStrict || !allows(scriptSources, url, page))) {
        const host = isOwn(url, page) ? undefined : addressOf(url, page);
        const source =
          isStrict || !host ? 'the nonce of the page on its tag' : `${host.scheme}://${host.host} in ${scriptRule}`;
        add(
          'csp-script',
          'error',
          where,
          `${scriptRule} refuses ${url}.`,
          `Allow it: ${isStrict || host ? source : `'self' in ${scriptRule}, or ${source}`}.`,
        );
      }
      const policy = policyOf(file);
      if (
        names &&
        !names.includes(policy) &&
        !names.includes('*') &&
        !['autoload', 'debug'].includes(file) &&
        !file.startsWith('locales')
      ) {
        add(
          'csp-trusted-types',
          'error',
          where,
          `trusted-types does not name ${policy}: ${file}.js then does nothing.`,
          `Add ${policy} to trusted-types.`,
        );
      }
    }
    const style = rule('style-src-elem', 'style-src');
    const isLoose = style?.[1].some(one => one === "'unsafe-inline'" || /^'sha\d+-/.test(one));
    for (const { where, attributes } of page.styles) {
      if (!style || isLoose || style[1].includes(`'nonce-${attributes.get('nonce') ?? ''}'`)) continue;
      add(
        'csp-style',
        'hint',
        where,
        `${style[0]} refuses the <style> that keeps the height free: the page moves.`,
        'Put its rules into a style sheet of the page, or give it the nonce.',
      );
    }
    const connect = rule('connect-src');
    for (const { where, attributes } of page.elements) {
      const src = attributes.get('src');
      if (!src || !connect || allows(connect[1], src, page)) continue;
      add(
        'csp-connect',
        'error',
        where,
        `${connect[0]} refuses the words at ${src}.`,
        `Allow them: their host, or 'self', in connect-src.`,
      );
    }
    const frame = rule('frame-src', 'child-src');
    for (const { where, attributes } of page.frames) {
      const src = attributes.get('src') ?? '';
      if (!frame || allows(frame[1], src, page)) continue;
      add('csp-frame', 'error', where, `${frame[0]} refuses the frame ${src}.`, `Allow its host in frame-src.`);
    }
  }
  return found;
}
