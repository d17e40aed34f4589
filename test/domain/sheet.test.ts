import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../support/properties.ts';
import { sheetCsv, sheetText, type Sheet } from '../../src/domain/sheet.ts';

const sheet: Sheet = [
  {
    title: 'Rest',
    lines: [
      ['I sleep, and "rest".', 'Yes'],
      ['I eat.', ''],
    ],
    words: ['Good.', 'Walk a little.'],
  },
  { title: 'Talk', lines: [['I listen.', 'No']], words: [] },
];

test('a table is RFC 4180: every cell in quotes, every line ends with CRLF', () => {
  assert.equal(
    sheetCsv(['Theme', 'Statement', 'Answer'], sheet),
    '"Theme","Statement","Answer"\r\n"Rest","I sleep, and ""rest"".","Yes"\r\n"Rest","I eat.",""\r\n"Talk","I listen.","No"\r\n',
  );
});

test('a table never holds a formula', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
  fc.assert(
    fc.property(start, fc.string(), (sign, rest) => {
      const [cell] = sheetCsv([sign + rest], []).split(/(?<=")\r\n$/);
      assert.ok(cell?.startsWith(`"'${sign}`), cell);
    }),
  );
});

test('a table read back gives the same cells', () => {
  const plain = fc.string().filter(text => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
  fc.assert(
    fc.property(plain, plain, plain, (title, statement, answer) => {
      const text = sheetCsv(['a'], [{ title, lines: [[statement, answer]], words: [] }]).slice('"a"\r\n'.length, -2);
      const cells = [...text.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
      assert.deepEqual(cells, [title, statement, answer]);
    }),
  );
});

test('a text has a neutral title, the day, and each theme with its answers and words', () => {
  assert.equal(
    sheetText('My notes', '2026-11-23', sheet),
    'My notes, 2026-11-23\n\nRest\n- I sleep, and "rest". Yes\n- I eat. \nGood.\nWalk a little.\n\nTalk\n- I listen. No',
  );
});
