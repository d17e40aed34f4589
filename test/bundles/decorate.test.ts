import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decorate } from '../../src/build/decorate.ts';

type Hooks = Readonly<Record<'transform' | 'load' | 'resolveId', (this: unknown, text: string) => unknown>>;
const { transform, load, resolveId } = decorate() as unknown as Hooks;

/** What the plugin makes of a module, or why it stopped. */
function decorated(code: string): string {
  const error = (message: string): never => {
    throw new Error(message);
  };
  return (transform.call({ error }, code) as { code: string } | null)?.code ?? code;
}

/** As tsc writes a decorated property. */
const property = (decorator: string, name: string, of = 'A'): string =>
  `__decorate([\n    ${decorator}\n], ${of}.prototype, "${name}", void 0);\n`;

test('the properties of a class become one call, those of two classes two', () => {
  const code = [
    'class A {}\n',
    property('property()', 'tips'),
    property("property({ type: Number, attribute: 'active-index' })", 'activeIndex'),
    property('state()', '_open'),
    'class B {}\n',
    property('state()', '_open', 'B'),
  ].join('');

  assert.equal(
    decorated(code),
    "class A {}\n__decorate(A, { tips: {}, activeIndex: { type: Number, attribute: 'active-index' }, _open: { attribute: false } });\nclass B {}\n__decorate(B, { _open: { attribute: false } });\n",
  );
});

test('the call declares each property, in its order', async () => {
  const code = load.call({}, resolveId.call({}, 'tslib') as string) as string;
  const { __decorate } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    __decorate: (of: unknown, properties: unknown) => void;
  };
  const declared: unknown[] = [];

  __decorate({ createProperty: (...all: unknown[]) => declared.push(all) }, { tips: {}, _open: { attribute: false } });

  assert.deepEqual(declared, [
    ['tips', {}],
    ['_open', { attribute: false }],
  ]);
});

test('a module without properties stays as it is, and so do other imports', () => {
  assert.equal(transform.call({}, 'class A {}'), null);
  assert.equal(resolveId.call({}, 'lit'), null);
});

test('what it does not know stops the build', () => {
  for (const [code, reason] of [
    [property("query('.row')", 'row'), /a decorator that is not one of a property/],
    [property('property({ converter: make() })', 'kinds'), /a decorator that is not one of a property/],
    [`__decorate([\n    customElement('a-b')\n], A);`, /a decorator that is not one of a property/],
    ["changed.has('_open')", /the name of a private property as text/],
  ] as const)
    assert.throws(() => decorated(code), reason, code);
});
