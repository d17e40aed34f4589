// The element tests, and the built files on pages of strangers, in the oldest Chromium that we say we support, which an npm package carries (Linux x64).
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromeLauncher } from '@web/test-runner-chrome';
import embed from './support/embed.mjs';
import base from './web-test-runner.config.mjs';

const CACHE = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
const require = createRequire(import.meta.url);
const { version } = require('chromium-oldest/package.json');
const UNPACKED = join(CACHE, `chromium-${version}`);

async function oldest() {
  if (existsSync(UNPACKED)) return UNPACKED;
  const packed = join(dirname(require.resolve('chromium-oldest')), '../bin/chromium.br');
  mkdirSync(CACHE, { recursive: true });
  // Under another name first: half a browser is not started.
  const part = `${UNPACKED}-${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  renameSync(part, UNPACKED);
  return UNPACKED;
}

/** What it does not have, and README says so. Every other test holds in it. */
const NEWER = [
  /tells CSS what it shows|^custom states of tips/, // :state(), from 125
  /a colour that stands out, whatever the accent|has words on #|a ground that this can be read on/, // colours from others, 131
];

// A test that mocha itself leaves out would count as failed.
function without(newer) {
  const { Suite } = globalThis.Mocha;
  const { addTest } = Suite.prototype;
  Suite.prototype.addTest = function (test) {
    return newer.test(`${this.fullTitle()} ${test.title}`) ? this : addTest.call(this, test);
  };
}
const script = `<script type="module">(${without})(${new RegExp(NEWER.map(({ source }) => source).join('|'))});</script>`;

export default {
  ...base,
  ...embed,
  files: [base.files, embed.files],
  // Not the Trusted Types of the element tests: to this browser the data that they put on their pages is a script.
  middleware: [...base.middleware.slice(0, 1), ...embed.middleware],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: await oldest(), headless: 'shell', args: ['--no-sandbox'] } }),
  ],
  testRunnerHtml: path => base.testRunnerHtml(path).replace('</body>', `${script}</body>`),
};
