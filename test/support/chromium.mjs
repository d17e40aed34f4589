// A Chromium for the tests: CHROME_PATH, else an installed one, else (or with CHROME_PATH=npm) the binary that the npm
// package @sparticuz/chromium carries (Linux x64), unpacked once into node_modules/.cache.
import { existsSync, mkdirSync } from 'node:fs';
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

export async function chromium() {
  const asked = process.env.CHROME_PATH;
  const found = asked === 'npm' ? undefined : (asked ?? INSTALLED.find(path => existsSync(path)));
  if (found) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No Chrome found: set CHROME_PATH');
  const { TMPDIR } = process.env;
  process.env.TMPDIR = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url)); // os.tmpdir() is where it unpacks to
  mkdirSync(process.env.TMPDIR, { recursive: true });
  try {
    const { default: packed, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so')) {
      // a machine without NSS: its libraries are in the package too, but it unpacks them only on AWS
      await inflate(join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br'));
      setupLambdaEnvironment(join(process.env.TMPDIR, 'al2023', 'lib'));
    }
    return path;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
