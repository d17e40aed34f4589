import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { after } from 'node:test';
import { doctor, folder, json, PACK, page, run, SCRIPT, STYLE, TIPS, tipsWith, visit } from '../support/doctor.ts';
import { serve } from '../support/server.ts';

/* How `rekindle doctor` tells what it finds, what it asks for, and which pages it can read. */

const served = await serve();
after(() => served.close());

test('prints place, level, fault and mend, and ends with status 1 on an error', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('pagination="dot"', '')));

  const { status, stdout } = await run('doctor', 'page.html');

  assert.equal(
    stdout,
    `page.html:3:1  error  pagination="dot" is not one of fraction, dots, select, none. (attribute-value)
    Mend: Write dots for dot.
page.html:3:1  hint  Nothing stands in the element: without script, in mail and in feeds there is nothing to read. (fallback-missing)
    Mend: Paste what \`npx rekindle embed tips\` prints.
page.html: 1 error, 1 hint
`,
  );
  assert.equal(status, 1);
});

test('what a page says reaches a terminal as text: no control, no line of its own', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('view="\u001b]0;x\u0007\n::error::y\u009b2J" \u001b[2J')));

  const { stdout } = await run('doctor', 'page.html');

  assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  assert.match(stdout, /error {2}view="\ufffd\]0;x\ufffd\ufffd::error::y\ufffd2J" is not one of/);
  assert.doesNotMatch(stdout, /^::error/m);
});

test('a page that nothing of ours stands in does not pass for a good one', async () => {
  // Not even the script of a host that has a tips.js of its own is taken for ours.
  writeFileSync(join(folder, 'page.html'), page('<p>A cocktail bar.</p>', '<script src="/js/tips.js"></script>'));
  writeFileSync(join(folder, 'bare.html'), '<!doctype html>');

  for (const file of ['page.html', 'bare.html']) {
    const { status, stdout } = await run('doctor', file);
    assert.match(stdout, /hint {2}No element of ours stands in the page/);
    assert.match(stdout, /0 errors, 1 hint\n$/);
    assert.equal(status, 0);
  }
});

test('ends with status 0 on hints alone', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('', '')));

  const { status, stdout } = await run('doctor', 'page.html');

  assert.match(stdout, /0 errors, 1 hint\n$/);
  assert.equal(status, 0);
});

test('reads a URL: its response header, its words, and nothing else', async () => {
  served.page(
    '/visit/page.html',
    page(tipsWith('src="words.json"') + tipsWith('src="/visit/nowhere.json"'), SCRIPT + STYLE),
    {
      'content-security-policy': "script-src https://cdn.example; style-src 'unsafe-inline', trusted-types own",
    },
  );
  served.page('/visit/words.json', PACK, { 'content-type': 'application/json' });

  const found = await doctor(`${served.url}/visit/page.html`);

  assert.deepEqual(
    found.map(({ check, message }) => `${check}: ${message}`),
    [
      'csp-script: Content Security Policy (response header): script-src refuses rekindle.js.',
      'csp-trusted-types: Content Security Policy (response header): trusted-types does not name rekindle: rekindle.js then does nothing.',
      'content: /visit/nowhere.json: cannot be loaded: the server answered 404.',
    ],
  );
});

test('a URL under a policy that allows it is clean', async () => {
  served.page('/visit/good.html', page(), {
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'",
  });

  assert.deepEqual(await doctor(`${served.url}/visit/good.html`), []);
});

test('addresses start from the base of the page', async () => {
  const far = served.url.replace('localhost', '127.0.0.1');
  served.page('/visit/base/words.json', PACK);
  served.page('/visit/based.html', page(tipsWith('src="words.json"'), `<base href="base/">${SCRIPT}${STYLE}`));
  const policy = { 'content-security-policy': "script-src 'self'; style-src 'unsafe-inline'" };
  served.page('/visit/far-base.html', page(TIPS, `<base href="${far}/">${SCRIPT}${STYLE}`), policy);

  assert.deepEqual(await doctor(`${served.url}/visit/based.html`), []);
  const [refused, ...rest] = await doctor(`${served.url}/visit/far-base.html`);
  assert.equal(refused?.mend, `Allow it: ${far} in script-src.`);
  assert.deepEqual(rest, []);
});

test('a page of a server cannot name a file of this machine', async () => {
  writeFileSync(join(folder, 'secret.json'), 'a secret');
  const address = pathToFileURL(join(folder, 'secret.json')).href;
  served.page('/visit/file.html', page(tipsWith(`src="${address}"`)));
  writeFileSync(join(folder, 'page.html'), page(tipsWith(`src="${address}"`)));

  const [found] = await doctor(`${served.url}/visit/file.html`);
  assert.ok(found?.message.startsWith(`${address}: cannot be loaded: `), found?.message);
  assert.doesNotMatch(JSON.stringify(found), /a secret/);
  // A file may.
  assert.match(JSON.stringify(await doctor('page.html')), /is not JSON/);
});

test('an answer that does not end is not read to its end', async () => {
  const server = createServer((_request, response) => {
    const more = (): void => {
      while (response.write('x'.repeat(1 << 20)));
      response.once('drain', more);
    };
    more();
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const [found] = await doctor(`http://localhost:${port}/`);
  server.closeAllConnections();
  server.close();

  assert.match(found?.message ?? '', /cannot be read: it is longer than 8388608 bytes/);
});

test('a page that a browser takes is read: a base that is no address, tags in 20,000 others', async () => {
  served.page('/visit/base-none.html', page(TIPS, `<base href="http://[">${SCRIPT}${STYLE}`));
  const many = 20_000;
  writeFileSync(
    join(folder, 'page.html'),
    page(`${'<div>'.repeat(many)}<p>&lt;rekindle-tips&gt;</p>${TIPS}${'</div>'.repeat(many)}`),
  );

  assert.deepEqual(await doctor(`${served.url}/visit/base-none.html`), []);
  assert.deepEqual(
    (await doctor('page.html')).map(({ check }) => check),
    ['markup-escaped'],
  );
  writeFileSync(join(folder, 'page.html'), page(tipsWith('', `${'<b>'.repeat(many)}Tips.`)));
  assert.deepEqual(await doctor('page.html'), []);
});

test('words on another host have to be open to the page', async () => {
  const other = served.url.replace('localhost', '127.0.0.1');
  const body = ['closed', 'open'].map(name => tipsWith(`src="${other}/visit/${name}.json"`)).join('\n');
  served.page('/visit/closed.json', PACK);
  served.page('/visit/open.json', PACK, { 'access-control-allow-origin': '*' });
  served.page('/visit/far.html', page(body));

  const found = await doctor(`${served.url}/visit/far.html`);

  assert.deepEqual(
    found.map(({ where, message }) => `${where} ${message.replace(other, '')}`),
    ['3:1 /visit/closed.json: is on another host, which does not open it to the page (Access-Control-Allow-Origin).'],
  );
});

for (const [name, from, says] of [
  [
    'a file that is not there',
    'nowhere.html',
    /^nowhere\.html {2}error {2}The page cannot be read: ENOENT.*\(page-unread\)/,
  ],
  [
    'an address that nobody answers',
    'http://127.0.0.1:9/',
    /^http.* {2}error {2}The page cannot be read: fetch failed/,
  ],
] as const) {
  test(`${name} ends with status 1 and says so`, async () => {
    const { status, stdout, stderr } = await run('doctor', from);

    assert.equal(stderr, '');
    assert.match(stdout, says);
    assert.doesNotMatch(stdout, /\n {4}at /);
    assert.equal(status, 1);
  });
}

for (const [name, text, reason] of [
  ['an empty file', ' \n', 'it is empty'],
  ['words in place of a page', '{"format": 1}', 'it is JSON, and no page'],
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    'it is no text, or in UTF-16 without a byte order mark',
  ],
] as const) {
  test(`${name} is no page without faults`, async () => {
    writeFileSync(join(folder, 'other.html'), text);
    const [found] = await visit('other.html');

    assert.deepEqual(
      found?.findings.map(({ check, message }) => `${check}: ${message}`),
      [`page-unread: The page cannot be read: ${reason}.`],
    );
  });
}

for (const [from, mend] of [
  ['www.example.org/a', 'Write https://www.example.org/a.'],
  ['example.org/', 'Write https://example.org/.'],
  ['localhost:8000/demo/', 'Write http://localhost:8000/demo/.'],
  ['file:///srv/page.html', 'Write an address that begins with https://, or the path of a file.'],
  ['.', 'Name a file in it, such as index.html.'],
  ['neer.html', 'Write near.html.'],
  ['nowhere.html', 'See whether its name or address is right, and whether it opens without logging in.'],
] as const) {
  test(`the mend of a page that is not there: ${from}`, async () => {
    writeFileSync(join(folder, 'near.html'), page(''));

    assert.equal((await visit(from))[0]?.findings[0]?.mend, mend);
  });
}

/** Pages that would take minutes, or more than the stack, by a search that starts again at each place. */
const ENDLESS: Readonly<Record<string, string>> = {
  'many children of one node': '<br>'.repeat(200_000),
  'elements in each other': '<rekindle-tips>'.repeat(20_000),
  'a selector without its rule': `<style>${'.rekindle-tips '.repeat(100_000)}</style>${TIPS}`,
  'such a selector as text': `<p>${'.rekindle-a'.repeat(60_000)}</p>`,
  'many scripts': '<script src="rekindle.js"></script>'.repeat(50_000),
  'many scripts that may be ours': Array.from(
    { length: 50_000 },
    (_, i) => `<script src="/${i}/tips.js"></script>`,
  ).join(TIPS),
  'a long number': `<style>.a { --rekindle-space: ${'0'.repeat(200_000)}1 }</style>`,
  'comments that do not end': `<style>--rekindle-${'/* '.repeat(400_000)}</style>`,
  'a long tag': `<r${'k'.repeat(3_000)}${'n'.repeat(3_000)}>`,
  'tags in JSON': `<rekindle-tips>${json(`{${'<p '.repeat(200_000)}`)}</rekindle-tips>`,
};
for (const [name, body] of Object.entries(ENDLESS)) {
  test(`a page with ${name} is read`, async () => {
    writeFileSync(join(folder, 'endless.html'), page(body, SCRIPT));

    assert.ok((await doctor('endless.html')).every(({ check }) => check !== 'page-unread'));
  });
}

test('a page in UTF-16 with a byte order mark is read as a browser does', async () => {
  const findings = async (text: string | Buffer): Promise<unknown> => {
    writeFileSync(join(folder, 'page.html'), text);
    return (await visit('page.html'))[0]?.findings;
  };
  const html = page(tipsWith('pagination="dot"'));
  const wide = Buffer.from(`\ufeff${html}`, 'utf16le');

  const expected = await findings(html);
  assert.deepEqual(await findings(wide), expected);
  assert.deepEqual(await findings(wide.swap16()), expected);
});

test('a page that cannot be read keeps back nothing of the others', async () => {
  writeFileSync(join(folder, 'page.html'), page(tipsWith('pagination="dot"')));

  assert.deepEqual(
    (await visit('nowhere.html', 'page.html')).map(one => [one.page, ...one.findings.map(({ check }) => check)]),
    [
      ['nowhere.html', 'page-unread'],
      ['page.html', 'attribute-value'],
    ],
  );
});

test('a page that answers 404 says so', async () => {
  const { status, stdout } = await run('doctor', `${served.url}/visit/none.html`);

  assert.match(stdout, /none\.html {2}error {2}The page cannot be read: the server answered 404/);
  assert.equal(status, 1);
});
