import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { templates } from '../../src/build/templates.ts';

/** What the plugin makes of a module: its templates by their calls, or why it stopped. */
function prepared(code: string): unknown[][] {
  const transform = templates().transform as (this: unknown, code: string, id: string) => { code: string } | null;
  const error = (message: string): never => {
    throw new Error(message);
  };
  const made = transform.call({ parse: parseAst, error }, code, 'element.js')?.code ?? '';
  const body = made.replace(/^import .*$/gm, '').replace(/^export /gm, '');
  const calls: unknown[][] = [];
  const html = (template: unknown[], ...values: unknown[]): unknown => {
    calls.push([...template, ...values]);
    return values;
  };
  const template = (...parts: unknown[]): unknown[] => parts;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- our own output
  new Function('html', 'template', `${body}\nrender();`)(html, template);
  return calls;
}

test('a template becomes plain HTML and the steps from one place of an expression to the next', () => {
  const code = 'export const render = () => html`<ul><li class=${"a"}>${"b"}</li><li>c</li></ul><p>${"d"}</p>`;';
  assert.deepEqual(prepared(code), [
    ['<ul><li><?></li><li>c</li></ul><p><?></p>', [2, 'class'], [1], [3], 'a', 'b', 'd'],
  ]);
});

test('properties, switches and listeners keep their kind and the case of their name', () => {
  const code =
    'export const render = () => html`<input .selectionStart=${1} ?disabled=${true} @keyDown=${3} type="radio" class="a ${4} b ${5}">`;';
  assert.deepEqual(prepared(code), [
    [
      '<input type="radio">',
      [1, 'selectionStart', 1],
      [0, 'disabled', 2],
      [0, 'keyDown', 3],
      [0, 'class', 0, ['a ', ' b ', '']],
      1,
      true,
      3,
      4,
      5,
    ],
  ]);
});

test('templates inside templates, also with an html of their own, are prepared each', () => {
  const code =
    'export const render = () => { const at = html; const one = html => html`<i>${2}</i>`; return html`<p>${one(at)}${((1, 7))}</p>`; };';
  assert.deepEqual(prepared(code), [
    ['<i><?></i>', [2], 2],
    ['<p><?><?></p>', [2], [1], [2], 7],
  ]);
});

test('what already is a comment counts as a node', () => {
  assert.deepEqual(prepared('export const render = () => html`<!-- a --><b></b>${1}`;'), [
    // The comment after it is Lit's: the end of the place.
    ['<!-- a --><b></b><?><?>', [3], 1],
  ]);
});

test('an expression in raw text or in a tag stops the build', () => {
  for (const markup of ['<textarea>${1}</textarea>', '<${1}></p>', '<!-- ${1} -->', '<p ${1}></p>']) {
    assert.throws(() => prepared(`export const render = () => html\`${markup}\`;`), /no part for it/, markup);
  }
});
