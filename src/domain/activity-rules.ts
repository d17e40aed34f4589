import type { Activity } from '../content/model.ts';
import { durationMinutes } from './duration.ts';
import type { FacetRule } from './facets.ts';

/** Marks an option that is a word of the owner's own. */
const TAG = '#';

/** Whether it is for the two of them. */
export function isJoint(one: Activity): boolean {
  return one.for.includes('two');
}

/** How the two are in touch meanwhile: without a word of the owner, by whom it is for, and where. */
export function contactsOf(one: Activity): readonly string[] {
  if (one.contact) return one.contact;
  const joint = one.place === 'online' ? 'remote' : 'in-person';
  return one.for.map(who => (who === 'self' ? 'none' : joint));
}

/** Key of the words for an option. `local` says where something is kept, too. */
export function wordsKey(option: string): string {
  return option === 'local' ? 'nearby' : option;
}

/** The word of the owner's own that an option is; undefined for options of ours. */
export function tagOf(option: string): string | undefined {
  return option.startsWith(TAG) ? option.slice(TAG.length) : undefined;
}

/** Any of these; an activity that says nothing matches all, unless `needsWord`. */
const some = (
  id: 'stage' | 'season' | 'weather' | 'daypart' | 'access',
  options: readonly string[],
  needsWord = false,
): FacetRule<Activity> => ({
  id,
  single: false,
  options,
  matches: (one, option) => (one[id] as readonly string[] | undefined)?.includes(option) ?? !needsWord,
});

/** What tells these activities apart, in the order of the filters. Ids are keys of messages, durations or tags. */
export function activityRules(items: readonly Activity[]): FacetRule<Activity>[] {
  const tags = new Set(items.flatMap(({ tags = [] }) => tags));
  return [
    {
      id: 'contact',
      single: false,
      options: ['none', 'remote', 'in-person'],
      matches: (one, contact) => contactsOf(one).includes(contact),
    },
    some('stage', ['apart', 'talking', 'together']),
    {
      id: 'place',
      single: false,
      options: ['home', 'local', 'outdoors', 'away', 'online'],
      matches: (one, place) => one.place === place,
    },
    {
      id: 'time',
      single: true,
      options: ['PT30M', 'PT1H', 'PT2H', 'PT4H', 'P1D'],
      matches: (one, limit) => durationMinutes(one.duration) <= durationMinutes(limit),
    },
    {
      id: 'cost',
      single: true,
      options: ['cost0', 'cost1', 'cost2'],
      matches: (one, limit) => one.cost <= Number(limit.at(-1)),
    },
    {
      id: 'energy',
      single: true,
      options: ['energy1', 'energy2'],
      matches: (one, limit) => one.energy <= Number(limit.at(-1)),
    },
    {
      id: 'tags',
      single: false,
      options: [...tags].map(tag => TAG + tag),
      matches: (one, tag) => one.tags?.includes(tag.slice(TAG.length)) ?? false,
    },
    some('daypart', ['morning', 'afternoon', 'evening', 'weekend']),
    some('weather', ['dry', 'rain', 'snow']),
    some('season', ['spring', 'summer', 'autumn', 'winter']),
    {
      id: 'kids',
      single: false,
      options: ['with', 'without'],
      matches: (one, kids) => (one.kids ?? kids) === kids,
    },
    some('access', ['step-free', 'seated', 'quiet', 'no-driving'], true),
    { id: 'who', single: false, options: ['two', 'self'], matches: (one, who) => one.for.some(each => each === who) },
  ];
}
