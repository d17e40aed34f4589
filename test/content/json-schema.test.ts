import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonSchema } from '../../src/build/json-schema.ts';
import { messages } from '../../src/content/packs/en.ts';
import { pack } from '../../src/content/schema.ts';

const schema = JSON.stringify(jsonSchema(pack, 'a pack', messages));
const { properties, $defs } = JSON.parse(schema) as {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly $defs: Readonly<Record<string, unknown>>;
};

test('each kind that the JSON Schema names is described in it', () => {
  const names = [...schema.matchAll(/"#\/\$defs\/(\w*)"/g)].map(match => match[1] ?? '');

  assert.ok(names.length > 50);
  for (const name of names) assert.ok($defs[name], name);
});

test('an editor can offer the groups and keys of the messages, with what ours say', () => {
  const { tips, activities } = ($defs.messages as { readonly properties: Record<string, typeof $defs> }).properties;
  const like = (of: unknown, key: string): unknown => (of as { readonly properties: typeof $defs }).properties[key];

  assert.deepEqual(properties.messages, { $ref: '#/$defs/messages' });
  assert.deepEqual(like(tips, 'next'), { $ref: '#/$defs/message', description: 'Next tip' });
  assert.deepEqual(like(activities, 'count'), { $ref: '#/$defs/message', description: '{count} ideas' });
});
