// What the tests of the built files on pages of strangers need, whichever browsers run them.
import { readFile } from 'node:fs/promises';
import { hostPage } from './host-page.mjs';
import { wordpressSheet } from './wordpress-sheet.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

// The built files as another version would be.
const other = async (context, next) => {
  const name = /^\/other\/([\w.-]+\.js)$/.exec(context.path)?.[1];
  if (!name) return next();
  context.type = 'text/javascript; charset=utf-8';
  context.body = (await readFile(`dist/${name}`, 'utf8')).replaceAll(version, '9.9.9');
};

// The autoloader where the files that it loads are not.
const alone = (context, next) => {
  if (context.path === '/alone/autoload.js') context.path = '/dist/autoload.js';
  return next();
};

const wordpress = await wordpressSheet();
const sheet = async (context, next) => {
  if (context.path !== '/sheets/wordpress.css') return next();
  context.type = 'text/css';
  context.body = await readFile(wordpress, 'utf8');
};

export default {
  files: 'test/embed/*.test.ts',
  middleware: [hostPage, other, alone, sheet],
  coverage: false,
  // WebKit takes twenty seconds to compute the styles of Bulma where the machine has other work.
  testFramework: { config: { forbidOnly: true, timeout: 60000 } },
  testsFinishTimeout: 600000,
};
