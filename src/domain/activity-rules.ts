import type { Activity } from '../content/model.ts';
import { durationMinutes } from './duration.ts';
import type { FacetRule } from './facets.ts';

/** Marks an option that is a word of the owner's own. */
const TAG = '#';

/** Whether it is for the two of them. */
export function isJoint(one: Activity): boolean {
  return one.for.includes('two');
}

/** Key of the line that honours a wish for space, for an idea for two; one that is hers alone too says so. */
export function spaceKey(one: Activity): 'space' | 'spaceAlone' | undefined {
  if (!isJoint(one)) return undefined;
  return one.for.includes('self') ? 'spaceAlone' : 'space';
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

type Matches = (one: Activity, option: string) => boolean;

/** The field of that name says so; an activity that says nothing matches all. */
const says =
  (field: keyof Activity): Matches =>
  (one, option) =>
    one[field] === undefined || [one[field]].flat().includes(option);

/** What tells these activities apart, in the order of the filters. Ids are keys of messages, durations or tags. */
export function activityRules(items: readonly Activity[]): FacetRule<Activity>[] {
  const rule = (id: string, options: readonly string[], matches: Matches, single = false) => ({
    id,
    options,
    matches,
    single,
  });
  const tags = new Set(items.flatMap(({ tags = [] }) => tags));
  return [
    rule('contact', ['none', 'remote', 'in-person'], (one, contact) => contactsOf(one).includes(contact)),
    rule('stage', ['apart', 'talking', 'together'], says('stage')),
    rule('place', ['home', 'local', 'outdoors', 'away', 'online'], says('place')),
    rule(
      'time',
      ['PT30M', 'PT1H', 'PT2H', 'PT4H', 'P1D'],
      (one, limit) => durationMinutes(one.duration) <= durationMinutes(limit),
      true,
    ),
    rule('cost', ['cost0', 'cost1', 'cost2'], (one, limit) => `cost${one.cost}` <= limit, true),
    rule('energy', ['energy1', 'energy2'], (one, limit) => `energy${one.energy}` <= limit, true),
    rule(
      'tags',
      [...tags].map(tag => TAG + tag),
      (one, tag) => !!one.tags?.includes(tag.slice(TAG.length)),
    ),
    rule('daypart', ['morning', 'afternoon', 'evening', 'weekend'], says('daypart')),
    rule('weather', ['dry', 'rain', 'snow'], says('weather')),
    rule('season', ['spring', 'summer', 'autumn', 'winter'], says('season')),
    rule('kids', ['with', 'without'], says('kids')),
    // Of what makes it easy, silence promises nothing.
    rule(
      'access',
      ['step-free', 'seated', 'quiet', 'no-driving'],
      (one, option) => one.access !== undefined && says('access')(one, option),
    ),
    rule('who', ['two', 'self'], says('for')),
  ];
}
