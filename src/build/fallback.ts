import type {
  Activity,
  Assessment,
  Care,
  HelplineCountry,
  Pack,
  Section,
  Standing,
  Theme,
  Tip,
} from '../content/model.ts';
import { languageOf } from '../domain/language.ts';
import { hostOf } from '../domain/url.ts';
import { smsUrl, telUrl } from '../domain/phone.ts';
import { exitUrl } from '../domain/exit.ts';
import { format, ownMessage, type Messages } from '../domain/message.ts';
import { spaceKey, wordsKey } from '../domain/activity-rules.ts';
import { durationWords } from '../domain/duration.ts';
import { BUNDLED } from './bundled.ts';
import { blocksHtml, element, escapeHtml, lineHtml, type Html } from './html.ts';

export type ElementName = Standing | 'guide';

/** What a fallback is made from. */
export interface FallbackSource {
  readonly pack: Pack;
  readonly messages: Messages;
  /** Where "Leave this page" of the self-assessment leads; ours by default. */
  readonly exit?: string;
  /** Country whose numbers a self-assessment has; all of them by default. */
  readonly country?: string;
}

/**
 * The content of an element as plain semantic HTML: what stands inside its tag before the script runs, when it never
 * does, in mail, feeds and reader modes.
 *
 * @param level - level of its outermost headings
 * @throws TypeError when the pack lacks what the element shows
 */
export function fallback(
  name: ElementName,
  { pack, messages, exit = '', country: code = '' }: FallbackSource,
  level: number,
): Html[] {
  type Values = Readonly<Record<string, string | number>>;
  const own = (group: string, key: string, values?: Values): string | undefined => {
    const message = ownMessage(pack.messages, [group], key);
    return message && format(message, values, pack.lang);
  };
  const plain = (group: string, key: string, values?: Values): string => {
    const message = messages[group]?.[key];
    if (message === undefined) throw new TypeError(`messages.yaml: ${group}.${key} is missing`);
    return own(group, key, values) ?? format(message, values);
  };
  /** Interface text as HTML: what is not the pack's own is English, and says so among words in another language. */
  const say = (group: string, key: string, values?: Values): string => {
    const text = escapeHtml(plain(group, key, values));
    const isIn = own(group, key) !== undefined || languageOf(pack.lang) === 'en';
    return isIn ? text : `<span lang="en" dir="ltr">${text}</span>`;
  };
  const heading = (depth: number, text: string, id?: string): Html =>
    element(`h${Math.min(level + depth, 6)}${id ? ` id="${id}"` : ''}`, text);
  const paragraph = (text: string): Html => element('p', text);
  const care = ({ safety, noContact }: Care): Html =>
    element('blockquote', paragraph(lineHtml(safety)), paragraph(lineHtml(noContact)));

  const tips = (all: readonly Tip[], depth: number): Html[] => [
    ...(all.some(tip => tip.contact) ? [care(pack.care)] : []),
    element(
      'ol',
      ...all.map(tip =>
        element(
          'li',
          heading(depth, escapeHtml(tip.title)),
          element('ul', ...tip.points.map(point => element('li', lineHtml(point)))),
          ...(tip.step ? [paragraph(`<strong>${say('tips', 'step')}:</strong> ${lineHtml(tip.step)}`)] : []),
        ),
      ),
    ),
  ];

  const theme = ({ title, statements, bands }: Theme, depth: number): Html[] => [
    heading(depth, escapeHtml(title)),
    element('ul', ...statements.map(({ text }) => element('li', escapeHtml(text)))),
    ...bands.flatMap(band => [
      paragraph(`<strong>${escapeHtml(band.title)}.</strong> ${lineHtml(band.text)}`),
      element('ul', ...band.next.map(step => element('li', lineHtml(step.text)))),
    ]),
  ];

  /** @param help - what stands beside the dangers that are named there */
  const checklist = ({ title, intro, scale, themes, stops }: Assessment, depth: number, help: Html[] = []): Html[] => [
    paragraph(
      `<a href="${escapeHtml(exitUrl(exit))}" rel="noreferrer noopener">${say('checklist', 'leave')}</a> ${say('checklist', 'leaveLimits')}`,
    ),
    heading(depth, escapeHtml(title)),
    paragraph(lineHtml(pack.care.safety)),
    paragraph(lineHtml(pack.care.notADiagnosis)),
    ...(stops.length ? [paragraph(say('checklist', 'stopsLegend'))] : []),
    ...(stops.length
      ? [
          element(
            'ul',
            ...stops.map(stop => element('li', `<strong>${escapeHtml(stop.text)}</strong> ${lineHtml(stop.message)}`)),
          ),
        ]
      : []),
    ...help,
    paragraph(lineHtml(intro)),
    paragraph([...scale.options.map(option => option.label), scale.optOut.label].map(escapeHtml).join(' · ')),
    ...themes.flatMap(one => theme(one, depth + 1)),
  ];

  const activity = (one: Activity, depth: number): Html => {
    const space = spaceKey(one);
    const time = (duration: string, to = say): string =>
      durationWords(duration, (key, count) => to('activities', key, { count }));
    const facts = [
      time(one.duration),
      say('activities', `cost${one.cost}`),
      say('activities', wordsKey(one.place)),
      say('activities', `energy${one.energy}`),
    ];
    return element(
      'li',
      heading(depth, escapeHtml(one.title)),
      ...(space ? [paragraph(`<em>${say('activities', space)}</em>`)] : []),
      paragraph(lineHtml(one.summary)),
      ...(one.needs ? [paragraph(say('activities', 'needs', { needs: one.needs.join(', ') }))] : []),
      ...(one.bookAhead ? [paragraph(say('activities', 'book', { time: time(one.bookAhead, plain) }))] : []),
      ...(one.url ? [paragraph(`<a href="${escapeHtml(one.url)}">${say('activities', 'about')}</a>`)] : []),
      paragraph([...one.for.map(who => say('activities', who)), ...facts].join(' · ')),
    );
  };

  const activities = (all: readonly Activity[], depth: number): Html[] => [
    heading(depth, say('activities', 'label')),
    ...(all.some(one => one.for.includes('two'))
      ? [element('blockquote', paragraph(lineHtml(pack.care.noContact)))]
      : []),
    element('ul', ...all.map(one => activity(one, depth + 1))),
  ];

  const country = ({ name, emergency, services }: HelplineCountry, depth: number): Html[] => [
    heading(depth, escapeHtml(name)),
    element(
      'ul',
      ...emergency.map(({ number, note }) =>
        element(
          'li',
          `${say('helplines', 'emergency')}: <a href="${telUrl(number)}">${escapeHtml(number)}</a>${note ? `. ${escapeHtml(note)}` : ''}`,
        ),
      ),
      ...services.map(({ kind, name: service, site, phone, text, hours, note, checkedOn }) =>
        element(
          'li',
          [
            `<strong>${escapeHtml(service)}</strong> (${say('helplines', kind)})`,
            phone && `<a href="${telUrl(phone)}">${say('helplines', 'call', { number: phone })}</a>`,
            text &&
              `<a href="${escapeHtml(smsUrl(text.number, text.body))}">${say('helplines', text.body ? 'textBody' : 'textNumber', { number: text.number, body: text.body ?? '' })}</a>`,
            hours && escapeHtml(hours),
            note && escapeHtml(note.replace(/\.$/, '')),
            `<a href="${escapeHtml(site)}">${escapeHtml(hostOf(site))}</a>`,
            say('helplines', 'checked', { date: checkedOn }),
          ]
            .filter(Boolean)
            .join('. '),
        ),
      ),
    ),
  ];

  const helplines = (countries: readonly HelplineCountry[], depth: number): Html[] => [
    heading(depth, say('helplines', 'label')),
    paragraph(`<strong>${say('helplines', 'dangerTitle')}</strong> ${say('helplines', 'danger')}`),
    paragraph(say('helplines', 'trace')),
    ...countries.flatMap(one => country(one, depth + 1)),
    paragraph(say('helplines', 'notListed')),
  ];

  const chapter = ({ id, title, element: standing, contact, body, parts }: Section, depth: number): Html =>
    element(
      `section id="${id}"`,
      heading(depth, escapeHtml(title)),
      ...(contact ? [care(pack.care)] : []),
      ...blocksHtml(body),
      ...parts.flatMap(part => [heading(depth + 1, escapeHtml(part.title), part.id), ...blocksHtml(part.body)]),
      ...(standing && pack[standing] ? stand(standing, depth + 1) : []),
    );

  const need = <Key extends keyof Pack>(key: Key): NonNullable<Pack[Key]> => {
    const part = pack[key];
    if (part === undefined || part === null) throw new TypeError(`the pack ${pack.id} has no ${key}`);
    return part;
  };

  const stand = (standing: Standing, depth: number): Html[] => {
    switch (standing) {
      case 'tips':
        return tips(need('tips'), depth);
      case 'checklist':
        return checklist(need('checklist'), depth);
      case 'activities':
        return activities(need('activities'), depth);
      case 'helplines':
        return helplines(need('helplines'), depth);
    }
  };

  if (name === 'checklist') {
    // Alone on its page it has the numbers too, ours where the pack has none, as the element has. In the guide they have a chapter.
    const mark = pack.helplines || languageOf(pack.lang) === 'en' ? '' : ' lang="en" dir="ltr"';
    const source = pack.helplines ? { pack, messages } : BUNDLED;
    const all = source.pack.helplines ?? [];
    const chosen = all.filter(one => one.country === code.toUpperCase());
    const shown = { ...source, pack: { ...source.pack, helplines: chosen.length ? chosen : all } };
    // Pages give sections room of their own.
    const help = element(`div${mark}`, ...fallback('helplines', shown, level + 1));
    return checklist(need('checklist'), 0, [help]);
  }
  if (name !== 'guide') return stand(name, 0);
  return [
    heading(0, escapeHtml(pack.title)),
    care(pack.care),
    ...need('sections')
      .filter(section => section.element === 'helplines' && pack.helplines)
      .map(({ id }) => paragraph(`<a href="#${id}">${say('guide', 'help')}</a>`)),
    element(
      'ol',
      ...need('sections').map(({ id, title }) => element('li', `<a href="#${id}">${escapeHtml(title)}</a>`)),
    ),
    ...need('sections').map(section => chapter(section, 1)),
  ];
}
