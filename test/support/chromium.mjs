// A Chromium for the tests: CHROME_PATH, else an installed one, else (or with CHROME_PATH=npm) the binary that the npm
// package @sparticuz/chromium carries (Linux x64), unpacked once into node_modules/.cache.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const UNPACKED = join(CACHE, 'chromium');

/** Does something while os.tmpdir() is a folder: it is where the package unpacks to, and where it looks for fonts. */
async function within(folder, work) {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** In a folder of its own first: test files run beside each other, and none may start half a browser. */
async function unpack({ default: packed, inflate }) {
  mkdirSync(CACHE, { recursive: true });
  const own = mkdtempSync(`${UNPACKED}-`);
  await within(own, async () => {
    await packed.executablePath();
    // The libraries that a machine without NSS needs: by itself it unpacks them only on AWS.
    await inflate(join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br'));
  });
  try {
    renameSync(own, UNPACKED);
  } catch (error) {
    rmSync(own, { recursive: true });
    if (!existsSync(UNPACKED)) throw error; // else another one was faster
  }
}

export async function chromium() {
  const asked = process.env.CHROME_PATH;
  const found = asked === 'npm' ? undefined : (asked ?? INSTALLED.find(path => existsSync(path)));
  if (found) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No Chrome found: set CHROME_PATH');
  const carried = await import('@sparticuz/chromium');
  if (!existsSync(UNPACKED)) await unpack(carried);
  if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so')) {
    await within(UNPACKED, () => carried.setupLambdaEnvironment(join(UNPACKED, 'al2023/lib')));
  }
  return join(UNPACKED, 'chromium');
}
