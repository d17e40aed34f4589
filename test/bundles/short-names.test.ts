import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { shortNames } from '../../src/build/short-names.ts';

/** What the plugin makes of a bundle, in whose function `code` stands; it returns what `code` does. */
function shortened(code: string): { text: string; result: unknown } {
  const renderChunk = shortNames(/^_/).renderChunk as (this: unknown, code: string) => { code: string };
  const error = (message: string): never => {
    throw new Error(message);
  };
  const text = renderChunk.call({ parse: parseAst, error }, `result = (() => {${code}})();`).code;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- our own output
  return { text, result: new Function(`let ${text} return result;`)() };
}

test('fields, methods and accessors that are private become properties, and do what they did', () => {
  const { text, result } = shortened(`
    class A {
      #count = 1; #none; static #all = 5;
      get #double() { return this.#count * 2; }
      set #double(value) { this.#count = value / 2; }
      #add(by) { this.#count += by; return this; }
      run(other) { this.#double = 8; other?.#add(2); return [this.#add(3).#count, this.#none, this.#double, A.#all, other?.#count]; }
    }
    return new A().run(new A());`);
  assert.deepEqual(result, [7, undefined, 14, 5, 3]);
  assert.doesNotMatch(text, /#|none/);
});

test('names that begin with an underscore are shortened wherever they are named, but not where one is text', () => {
  const { text, result } = shortened(`
    const of = ({ _one, _two = 5, _three: three }) => { const _four = 4; return { _one, _two, three, _four }; };
    const { _one, _two, three, _four } = of({ _one: 1, _three: 3 });
    return [_one, _two, three, _four, Object.keys({ _text: 1, _plain: 2 }), '_text'];`);
  assert.deepEqual((result as unknown[]).slice(0, 4), [1, 5, 3, 4]);
  assert.match(JSON.stringify((result as unknown[])[4]), /^\["_text","\w"\]$/);
  assert.match(text, /const _four = 4/);
});

test('a class and what it extends, by name or as a mixin, have no private name in common', () => {
  const { result } = shortened(`
    const mixin = Base => class extends Base { #x = 1; #y = 2; mixed() { return [this.#x, this.#y]; } };
    const other = Base => { class Inner extends Base { #x = 3; inner() { return this.#x; } } return Inner; };
    class Base { #x = 4; #z = 5; base() { return [this.#x, this.#z]; } }
    class Leaf extends Base { #x = 6; #w = 7; leaf() { return [this.#x, this.#w]; } }
    class Mixed extends other(mixin(Base)) { #x = 8; #v = 9; own() { return [this.#x, this.#v]; } }
    const leaf = new Leaf();
    const mixed = new Mixed();
    return [leaf.base(), leaf.leaf(), mixed.base(), mixed.mixed(), mixed.inner(), mixed.own()];`);
  assert.deepEqual(result, [[4, 5], [6, 7], [4, 5], [1, 2], 3, [8, 9]]);
});

test('classes that none extends share names, the most used first', () => {
  const { text } = shortened(`
    class A { #rare = 1; #often = 2; run() { return this.#often + this.#often + this.#rare; } }
    class B { #host; constructor(host) { this.#host = host; } get host() { return this.#host; } }
    return 0;`);
  assert.match(text, /this\.t \+ this\.t \+ this\.i/);
  assert.match(text, /this\.t = host/);
});

test('names that are there already, and those that pages give to elements, are not given again', () => {
  const { result } = shortened(`
    class A { #a = 1; #b = 2; #c = 3; t = 4; keys() { return [...Object.keys(this), this.#a, this.#b, this.#c, 'i']; } }
    return new A().keys();`);
  const keys = (result as unknown[]).slice(0, 4);
  assert.equal(new Set(keys).size, 4);
  assert.ok(!keys.includes('i') && !keys.includes('l') && !keys.includes('id'));
});

test('what a class extends has to be told', () => {
  assert.throws(
    () => shortened('const all = { A: class {} }; class B extends all.A { #x = 1; } return 0;'),
    /B extends/,
  );
});

test('the bundles have no private name left', () => {
  for (const file of ['tips', 'tips-actions', 'checklist', 'activities', 'helplines', 'rekindle', 'rekindle.classic'])
    assert.doesNotMatch(readFileSync(`dist/${file}.js`, 'utf8'), /this\.#|\bthis\.l\b/, file);
});
