// What the projects of test/consumers built, in three engines: `npm run test:consumers`, whose first half builds it.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import all from './web-test-runner.all.config.mjs';
import { hostPage } from './support/host-page.mjs';

const BUILT = 'node_modules/.cache/rekindle-consumers';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

if (!existsSync(BUILT)) throw new Error(`${BUILT} is not there: node --test "test/consumers/*.test.ts" builds it.`);

// As it was built: the dev server would resolve and compile what lies in node_modules.
const built = async (context, next) => {
  if (!context.path.startsWith('/consumers/')) return next();
  const file = join(BUILT, normalize(context.path.slice('/consumers'.length)));
  if (!existsSync(file)) return next();
  context.type = `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`;
  context.body = await readFile(file, 'utf8');
};

export default { ...all, files: 'test/consumers/*.browser.ts', middleware: [hostPage, built], coverage: false };
