import type { PackHead, Section } from '../content/model.ts';

/**
 * A guide as structured data for search engines.
 *
 * @param page - address of the page, without a fragment
 */
export function articleData(head: PackHead, sections: readonly Section[], page: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: head.title,
    inLanguage: head.lang,
    url: page,
    hasPart: sections.map(({ id, title }) => ({ '@type': 'WebPageElement', name: title, url: `${page}#${id}` })),
  };
}
