import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test, { after, before, describe } from 'node:test';

const cruise = (cwd: string, rules: string): { status: number | null; output: string } => {
  const bin = join(process.cwd(), 'node_modules/.bin/depcruise');
  const args = [bin, 'src', '--config', rules, '--output-type', 'err'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

const RULES = join(process.cwd(), 'test/architecture/rules.cjs');

test('imports point up the layers only', () => {
  const { status, output } = cruise(process.cwd(), RULES);

  assert.equal(status, 0, output);
});

/** One forbidden import a rule: a checker that does not see it would pass on anything. The first file is the one at fault. */
const CANARIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': { 'src/domain/ring.ts': "import './link.ts';", 'src/domain/link.ts': "import './ring.ts';" },
  'content-imports-below': { 'src/content/down.ts': "import '../elements/a.ts';", 'src/elements/a.ts': '' },
  'domain-imports-below': { 'src/domain/down.ts': "import '../controllers/a.ts';", 'src/controllers/a.ts': '' },
  'domain-is-pure': { 'src/domain/impure.ts': "import 'node:fs';" },
  'controllers-import-below': { 'src/controllers/down.ts': "import '../elements/b.ts';", 'src/elements/b.ts': '' },
  'elements-import-below': { 'src/elements/down.ts': "import '../bundles/a.ts';", 'src/bundles/a.ts': '' },
  'elements-import-no-sibling': {
    'src/elements/rekindle-a.ts': "import './rekindle-b.ts';",
    'src/elements/rekindle-b.ts': '',
  },
  'words-come-through-bundles': {
    'src/elements/words.ts': "import '../content/packs/en.ts';",
    'src/content/packs/en.ts': '',
  },
  'bundles-import-no-build': { 'src/bundles/down.ts': "import '../build/a.ts';", 'src/build/a.ts': '' },
  'declarative-imports-bundles': {
    'src/build/declarative.ts': "import '../controllers/b.ts';",
    'src/controllers/b.ts': '',
  },
  'build-imports-content-and-domain': { 'src/build/up.ts': "import '../elements/c.ts';", 'src/elements/c.ts': '' },
};

describe('the checker', () => {
  let status: number | null;
  let output: string;
  before(() => {
    const root = mkdtempSync(join(process.cwd(), 'node_modules/.canary-'));
    after(() => rmSync(root, { recursive: true, force: true }));
    writeFileSync(join(root, 'package.json'), '{}');
    for (const [file, source] of Object.values(CANARIES).flatMap(files => Object.entries(files))) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), `${source}\nexport {};\n`);
    }
    ({ status, output } = cruise(root, RULES));
  });

  test('has a canary for each rule', () => {
    const { forbidden } = createRequire(RULES)(RULES) as { forbidden: readonly { name: string }[] };

    assert.deepEqual(Object.keys(CANARIES).sort(), forbidden.map(({ name }) => name).sort());
  });

  for (const [rule, files] of Object.entries(CANARIES)) {
    test(`notices a breach of ${rule}`, () => {
      assert.notEqual(status, 0);
      // Of a ring either file may be the first.
      const at = rule === 'no-cycles' ? Object.keys(files).join('|') : Object.keys(files)[0];
      assert.match(output, new RegExp(`error ${rule}: (${at}) →`));
    });
  }
});
