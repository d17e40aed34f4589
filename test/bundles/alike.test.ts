import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { alike } from '../../src/build/alike.ts';

function together(code: string): string[] {
  const renderChunk = alike().renderChunk as (this: unknown, code: string) => { code: string };
  return renderChunk
    .call({ parse: parseAst }, code)
    .code.split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

test('templates, then style sheets, stand where the first style sheet was; all else keeps its order', () => {
  const code = `(() => {
    const words = ['const'];
    const css = strings => strings[0];
    const a = css\`a\`;
    class A {}
    const rekindleTemplate1 = template('<p></p>');
    for (const x of words) { const inner = css\`x\`; }
    const b = css\`\${a} b\`;
    const rekindleTemplate1$1 = template('<i></i>');
  })();`;
  assert.deepEqual(together(code), [
    '(() => {',
    "let words = ['const'];",
    'let css = strings => strings[0];',
    "let rekindleTemplate1 = template('<p></p>');let rekindleTemplate1$1 = template('<i></i>');let a = css`a`;let b = css`${a} b`;",
    'class A {}',
    'for (let x of words) { let inner = css`x`; }',
    '})();',
  ]);
});
