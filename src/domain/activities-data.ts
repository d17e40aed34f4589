import type { Activity } from '../content/model.ts';

/** Activities in the words of schema.org: an `ItemList` of `HowTo`. There is no date before a plan, so no `Event`. */
export function activitiesData(items: readonly Activity[], lang: string, textOf: (one: Activity) => string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: items.map((one, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      item: {
        '@type': 'HowTo',
        name: one.title,
        inLanguage: lang,
        totalTime: one.duration,
        isAccessibleForFree: one.cost === 0,
        supply: one.needs?.map(name => ({ '@type': 'HowToSupply', name })),
        keywords: one.tags,
        url: one.url,
        step: [{ '@type': 'HowToStep', text: textOf(one) }],
      },
    })),
  };
}
