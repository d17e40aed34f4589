import { Kind, KINDS, MAX_FIELD_LENGTH, type Schema } from '../content/schema.ts';
import type { Message, Messages } from '../domain/message.ts';

type Json = Readonly<Record<string, unknown>>;

const LINE = { type: 'string', minLength: 1, maxLength: MAX_FIELD_LENGTH };
const INLINE = {
  anyOf: [
    LINE,
    { type: 'object', properties: { strong: LINE }, required: ['strong'] },
    { type: 'object', properties: { em: LINE }, required: ['em'] },
    { type: 'object', properties: { a: LINE, href: { $ref: '#/$defs/url' } }, required: ['a', 'href'] },
  ],
};
const lines = (tag: string): Json => ({
  type: 'object',
  properties: { [tag]: { type: 'array', minItems: 1, items: { $ref: '#/$defs/text' } } },
  required: [tag],
});

/** An object with any names, and some of them for an editor to offer. */
const mapOf = (values: Json, properties: Json = {}): Json => ({
  type: 'object',
  properties,
  additionalProperties: values,
});
const MESSAGE = { anyOf: [LINE, { ...mapOf(LINE), required: ['other'] }] };
const MESSAGE_REF = { $ref: '#/$defs/message' };

/** The groups of messages, with the names of ours, and what ours say. */
function groupsLike(ours: Messages): Json {
  const like = (message: Message): Json => ({
    ...MESSAGE_REF,
    description: typeof message === 'string' ? message : message.other,
  });
  const each = (of: object, to: (one: never) => Json): Json =>
    Object.fromEntries(Object.entries(of).map(([name, one]) => [name, to(one as never)]));
  return mapOf(
    mapOf(MESSAGE_REF),
    each(ours, (group: object) => mapOf(MESSAGE_REF, each(group, like))),
  );
}

/**
 * A language tag, as far as a pattern can say it: language, script, region, variants, extensions, private use. That no variant
 * stands twice, and what goes into `-t-` and `-u-`, only the check knows.
 */
const LANGUAGE =
  '^([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z]{4})?(-([A-Za-z]{2}|\\d{3}))?(-([A-Za-z\\d]{5,8}|\\d[A-Za-z\\d]{3}))*' +
  '(-[A-WYZa-wyz\\d](-[A-Za-z\\d]{2,8})+)*(-[Xx](-[A-Za-z\\d]{1,8})+)?$';

/** The kinds of `src/content/schema.ts` in the words of JSON Schema, whose patterns have no flags; a test compares the two. */
const DEFS: Readonly<Record<Exclude<keyof typeof KINDS, 'messages'>, Json>> = {
  id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  line: LINE,
  lang: { type: 'string', pattern: LANGUAGE },
  text: { anyOf: [LINE, { type: 'array', minItems: 1, items: INLINE }] },
  block: {
    anyOf: [{ type: 'object', properties: { p: { $ref: '#/$defs/text' } }, required: ['p'] }, lines('ul'), lines('ol')],
  },
  url: {
    type: 'string',
    pattern: '^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:|[Ss][Mm][Ss]:)\\S+$',
  },
  day: { type: 'string', pattern: '^\\d{4}-[01]\\d-[0-3]\\d$' },
  country: { type: 'string', pattern: '^[A-Z]{2}$' },
  duration: { type: 'string', pattern: '^P(?!T?(0+[DHM])*$)(\\d{1,3}D|T(\\d{1,2}H)?(\\d{1,4}M)?)$' },
  target: { type: 'string', pattern: '^((tips|sections|activities|themes)/[a-z0-9-]+|helplines)$' },
  boolean: { type: 'boolean' },
  number: { type: 'number', minimum: 0 },
  share: { type: 'number', minimum: 0, maximum: 1 },
};

function convert(schema: Schema): Json {
  if (schema instanceof Kind) {
    const name = Object.entries(KINDS).find(([, kind]) => kind === schema)?.[0] ?? '';
    return { $ref: `#/$defs/${name}` };
  }
  if (schema instanceof Set) return { enum: [...(schema as ReadonlySet<unknown>)] };
  if (Array.isArray(schema)) {
    const [item, mayBeEmpty] = schema as readonly [Schema, '*'?];
    return { type: 'array', minItems: mayBeEmpty ? 0 : 1, maxItems: 20000, items: convert(item) };
  }
  const fields = Object.entries(schema as Readonly<Record<string, Schema>>);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name.replace('?', ''), convert(field)])),
    required: fields.map(([name]) => name).filter(name => !name.endsWith('?')),
  };
}

/**
 * A schema of ours as JSON Schema 2020-12, for editors and other tools. Uniqueness of ids cannot be said in it.
 *
 * @param messages - ours
 */
export function jsonSchema(schema: Schema, title: string, messages: Messages): Json {
  const defs = { ...DEFS, messages: groupsLike(messages) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...convert(schema),
    $defs: {
      ...Object.fromEntries(
        Object.entries(KINDS).map(([kind, { mend }]) => [
          kind,
          { description: mend, ...defs[kind as keyof typeof KINDS] },
        ]),
      ),
      message: MESSAGE,
    },
  };
}
