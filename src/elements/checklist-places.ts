import type { Theme } from '../content/model.ts';
import { RekindleFindEvent } from './events.ts';
import { node } from './node.ts';

/** Asks which places the page has. For all that there are: to ask for those alone that fit would tell the answers. */
export function findPlaces(host: Element, themes: readonly Theme[]): ReadonlySet<string> {
  const targets = themes.flatMap(theme => theme.bands.flatMap(({ next }) => next.flatMap(step => step.target ?? [])));
  const event = new RekindleFindEvent([...new Set(targets)]);
  host.dispatchEvent(event);
  return event.found;
}

/**
 * Where a next step leads: to the page of the guide, where there is one, or to what this page has. Helplines are never far:
 * they come here, whatever the page has or names.
 *
 * @param target - such as `tips/one`
 * @param has - whether this page has it
 * @returns undefined where nothing has it
 */
export function hrefOf(target: string, guideUrl: string, has: (target: string) => boolean): string | undefined {
  const hash = `#${target.replace(/.*\//, '')}`;
  if (target === 'helplines') return hash;
  const link = node('a', { href: guideUrl, hash });
  if (guideUrl && /^https?:$/.test(link.protocol)) return link.href;
  return has(target) ? hash : undefined;
}
