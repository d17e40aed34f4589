import * as v from 'valibot';
import { isSafeUrl } from '../domain/url.ts';
import { isDuration } from '../domain/duration.ts';

/*
 * The one description of a pack: the check at run time, and the source of the published JSON Schema. `model.ts` writes the
 * same shapes out for people. Elements import only the schema of their part, so that a bundle carries no other.
 */

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not lower-case words with hyphens'));
const line = v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(4000, 'is longer than 4000 characters'));
const url = v.pipe(v.string(), v.check(isSafeUrl, 'is not an https:, http:, mailto:, tel: or sms: address'));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'is not a date like 2026-11-23'));
const share = v.pipe(v.number(), v.minValue(0, 'is below 0'), v.maxValue(1, 'is above 1'));

const list = <const S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item), v.minLength(1, 'is empty'), v.maxLength(20000, 'has more than 20000 entries'), v.readonly());

const inline = v.union([
  v.string(),
  v.object({ strong: v.string() }),
  v.object({ em: v.string() }),
  v.object({ a: v.string(), href: url }),
]);
const text = v.union([line, list(inline)]);
const block = v.union([v.object({ p: text }), v.object({ ul: list(text) }), v.object({ ol: list(text) })]);

const byId = <T extends { id: string }>(entries: readonly T[]): boolean =>
  new Set(entries.map(entry => entry.id)).size === entries.length;
const unique = 'has two entries with one id';

export const head = {
  format: v.literal(1),
  id,
  version: line,
  lang: line,
  dir: v.picklist(['ltr', 'rtl']),
  title: line,
  license: line,
  credit: v.optional(line),
  care: v.object({ safety: text, noContact: text, notADiagnosis: text }),
};

const part = v.object({ id, title: line, body: list(block) });
const standing = v.picklist(['tips', 'checklist', 'activities', 'helplines']);
export const sections = v.pipe(
  list(
    v.object({
      id,
      title: line,
      element: v.optional(standing),
      contact: v.optional(v.boolean()),
      body: list(block),
      parts: v.pipe(v.array(part), v.check(byId, unique), v.readonly()),
    }),
  ),
  v.check(byId, unique),
);

export const tips = v.pipe(
  list(v.object({ id, title: line, contact: v.optional(v.boolean()), points: list(text), step: text })),
  v.check(byId, unique),
);

const target = v.pipe(
  v.string(),
  v.regex(/^(?:(?:tips|sections|activities|themes)\/[a-z0-9-]+|helplines)$/, 'is not tips/…, sections/…, activities/… or helplines'),
);
const statement = v.object({
  id,
  text: line,
  weight: v.optional(v.pipe(v.number(), v.minValue(0, 'is below 0'))),
  reverse: v.optional(v.boolean()),
});
const band = v.object({
  id,
  min: share,
  title: line,
  text,
  next: list(v.object({ text, target: v.optional(target) })),
});
const theme = v.object({
  id,
  section: id,
  title: line,
  minAnswered: share,
  statements: v.pipe(list(statement), v.check(byId, unique)),
  bands: v.pipe(
    list(band),
    v.check(
      bands => bands[0]?.min === 0 && bands.every((one, i) => i === 0 || one.min > (bands[i - 1]?.min ?? 0)),
      'does not start at min 0 and rise',
    ),
  ),
});
const stop = v.object({
  id,
  text: line,
  help: list(v.picklist(['emergency', 'abuse', 'crisis', 'own-behaviour'])),
  suppress: v.pipe(v.array(target), v.readonly()),
  message: text,
});
export const checklist = v.object({
  id,
  version: line,
  title: line,
  intro: text,
  scale: v.object({
    id,
    options: v.pipe(
      list(v.object({ value: v.pipe(v.number(), v.minValue(0, 'is below 0')), label: line })),
      v.check(options => new Set(options.map(one => one.value)).size === options.length, 'has one value twice'),
      v.check(options => options.some(one => one.value > 0), 'has no option above 0'),
    ),
    optOut: v.object({ code: id, label: line }),
  }),
  themes: v.pipe(
    list(theme),
    v.check(byId, unique),
    v.check(themes => byId(themes.flatMap(one => one.statements)), 'has one statement id twice'),
  ),
  stops: v.pipe(v.array(stop), v.check(byId, unique), v.readonly()),
});

export const activities = v.pipe(
  list(
    v.object({
      id,
      title: line,
      summary: text,
      for: list(v.picklist(['two', 'self'])),
      duration: v.pipe(v.string(), v.check(isDuration, 'is not a duration like PT90M or P2D')),
      cost: v.picklist([0, 1, 2, 3]),
      place: v.picklist(['home', 'local', 'outdoors', 'away', 'online']),
      energy: v.picklist([1, 2, 3]),
    }),
  ),
  v.check(byId, unique),
);

export const helplines = list(
  v.object({
    country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is not a country code like US')),
    name: line,
    emergency: list(v.object({ number: line, note: v.optional(line), source: v.optional(url), checkedOn: day })),
    services: v.pipe(
      v.array(
        v.object({
          id,
          kind: v.picklist(['abuse', 'crisis', 'own-behaviour']),
          name: line,
          site: url,
          phone: v.optional(line),
          text: v.optional(v.object({ number: line, body: v.optional(line) })),
          hours: v.optional(line),
          note: v.optional(line),
          source: v.optional(url),
          checkedOn: day,
        }),
      ),
      v.readonly(),
    ),
  }),
);

/** A whole pack: each part may be left out. */
export const pack = v.object({
  ...head,
  sections: v.optional(sections),
  tips: v.optional(tips),
  checklist: v.optional(checklist),
  activities: v.optional(activities),
  helplines: v.optional(helplines),
});

/* What each element needs of a pack that a page supplies. */
export const tipsPack = v.object({ ...head, tips });
export const checklistPack = v.object({ ...head, checklist, helplines: v.optional(helplines) });
export const activitiesPack = v.object({ ...head, activities });
export const helplinesPack = v.object({ ...head, helplines });
export const guidePack = v.object({ ...pack.entries, sections });
