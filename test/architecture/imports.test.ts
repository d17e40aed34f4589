import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';

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

// One forbidden import a rule: a checker that does not see it would pass on anything.
const CANARIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': { 'src/domain/a.ts': "import './b.ts';", 'src/domain/b.ts': "import './a.ts';" },
  'content-imports-below': { 'src/content/a.ts': "import '../elements/b.ts';", 'src/elements/b.ts': '' },
  'domain-imports-below': { 'src/domain/a.ts': "import '../controllers/b.ts';", 'src/controllers/b.ts': '' },
  'domain-is-pure': { 'src/domain/a.ts': "import 'node:fs';" },
  'controllers-import-below': { 'src/controllers/a.ts': "import '../elements/b.ts';", 'src/elements/b.ts': '' },
  'elements-import-below': { 'src/elements/a.ts': "import '../bundles/b.ts';", 'src/bundles/b.ts': '' },
  'elements-import-no-sibling': {
    'src/elements/rekindle-a.ts': "import './rekindle-b.ts';",
    'src/elements/rekindle-b.ts': '',
  },
  'words-come-through-bundles': {
    'src/elements/a.ts': "import '../content/packs/en.ts';",
    'src/content/packs/en.ts': '',
  },
  'bundles-import-no-build': { 'src/bundles/a.ts': "import '../build/b.ts';", 'src/build/b.ts': '' },
  'declarative-imports-bundles': {
    'src/build/declarative.ts': "import '../controllers/b.ts';",
    'src/controllers/b.ts': '',
  },
  'build-imports-content-and-domain': { 'src/build/a.ts': "import '../elements/b.ts';", 'src/elements/b.ts': '' },
};

for (const [rule, files] of Object.entries(CANARIES)) {
  test(`the checker notices a breach of ${rule}`, () => {
    const root = mkdtempSync(join(process.cwd(), 'node_modules/.canary-'));
    after(() => rmSync(root, { recursive: true, force: true }));
    writeFileSync(join(root, 'package.json'), '{}');
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), `${source}\nexport {};\n`);
    }

    const { status, output } = cruise(root, RULES);

    assert.notEqual(status, 0);
    assert.match(output, new RegExp(`${rule}: src/`));
  });
}
