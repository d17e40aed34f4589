import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromium } from './support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// One plain closing line, and a failure when nothing ran or nothing was covered (the stock reporters call both a success).
const flat = suite => (suite ? [...suite.tests, ...suite.suites.flatMap(flat)] : []);
const summary = () => ({
  onTestRunFinished({ sessions, testCoverage }) {
    const all = sessions.flatMap(session => flat(session.testResults));
    const passed = all.filter(test => test.passed).length;
    const skipped = all.filter(test => test.skipped).length;
    const nothing = !passed || (testCoverage && !Object.keys(testCoverage.coverageMap?.data ?? {}).length);
    process.on('exit', () => {
      console.log(`${passed} passed, ${all.length - passed - skipped} failed, ${skipped} skipped`);
      if (nothing || skipped) process.exitCode ||= 1;
    });
  },
});

// Media features that emulateMedia() of @web/test-runner-commands does not reach (forced-colors, prefers-contrast).
const media = {
  name: 'media',
  async executeCommand({ command, payload, session }) {
    if (command !== 'media') return undefined;
    const cdp = await session.browser.getPage(session.id).createCDPSession();
    await cdp.send('Emulation.setEmulatedMedia', payload);
    return true;
  },
};

// The browser's whole accessibility tree: a11ySnapshot() leaves out groups.
const accessibility = {
  name: 'accessibility',
  async executeCommand({ command, session }) {
    if (command !== 'accessibility') return undefined;
    const cdp = await session.browser.getPage(session.id).createCDPSession();
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    return nodes;
  },
};

export const chrome = async () =>
  chromeLauncher({
    launchOptions: { executablePath: await chromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  });

// Every page of the element tests enforces Trusted Types: only Lit's own policy may make HTML.
const trustedTypes = async (context, next) => {
  await next();
  if (context.response.is('html')) {
    context.set('Content-Security-Policy', "require-trusted-types-for 'script'; trusted-types lit-html");
  }
};

// What `rekindle embed --form declarative` prints, on a page that loads the built script when it is told to.
const snippets = new Map();
const written = async (context, next) => {
  const name = /^\/written\/(\w+)\.html$/.exec(context.path)?.[1];
  if (!name) return next();
  const args = ['dist/bin/rekindle.js', 'embed', name, '--form', 'declarative'];
  if (!snippets.has(name)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e7,
    });
    if (status !== 0) throw new Error(`rekindle embed ${name} failed: npm run build makes it.\n${stderr}`);
    snippets.set(name, stdout);
  }
  context.type = 'html';
  context.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
    <script>function load() { return import('/dist/rekindle.js'); }</script>
    <p>Above.</p>${snippets.get(name).replace(/<script.*?<\/script>/, '')}<p id="below">Below.</p></html>`;
};

// What a failed comparison compared is written out by mocha, key by key. Of an element that takes minutes, and the whole file
// would end without a word of what failed.
function tellable() {
  const { Runner } = globalThis.Mocha;
  const { fail } = Runner.prototype;
  const told = (_key, value) => (value instanceof Node ? `<${value.nodeName.toLowerCase()}>` : value);
  Runner.prototype.fail = function (test, error, ...rest) {
    for (const side of ['actual', 'expected'])
      if (error?.[side] instanceof Object) error[side] = JSON.stringify(error[side], told, 2);
    return fail.call(this, test, error, ...rest);
  };
}

export default {
  rootDir: root,
  files: 'test/elements/*.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  middleware: [written, trustedTypes],
  plugins: [
    media,
    accessibility,
    a11ySnapshotPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}/tsconfig.json` }),
  ],
  browsers: [await chrome()],
  reporters: [defaultReporter(), summary()],
  // axe on a whole guide takes WebKit five seconds where the machine has other work.
  testFramework: { config: { forbidOnly: true, timeout: 15000 } },
  // A rejection that nothing awaits is only logged by mocha: make it fail the test.
  testRunnerHtml: path => `<!doctype html><html lang="en"><head><title>test</title></head><body>
    <script>addEventListener('unhandledrejection', e => setTimeout(() => { throw e.reason; }));</script>
    <script type="module" src="${path}"></script>
    <script type="module">(${tellable})();</script></body></html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['src/content/packs/**'],
    reporters: ['text-summary', 'lcovonly'],
    reportDir: `${root}/coverage/elements`,
    threshold: { statements: 90, branches: 80, functions: 90, lines: 90 },
  },
};
