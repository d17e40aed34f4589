import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';

/* What runs elsewhere in our name: pinned, with no more rights than it needs. */

interface Job {
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const { devDependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
  Record<'devDependencies' | 'scripts', Readonly<Record<string, string>>>
>;
const FOLDER = '.github/workflows';

for (const file of readdirSync(FOLDER)) {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const { permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap(job => job.steps);

  test(`${file} pins every action by its commit, with the version beside it`, () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, used]) => used ?? '');

    assert.ok(uses.length > 0);
    for (const used of uses) assert.match(used, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file} may read by default, and leaves no token behind`, () => {
    assert.ok(permissions && Object.values(permissions).every(right => right === 'read'), 'permissions stand on top');
    for (const { uses, with: options } of steps) {
      if (uses?.startsWith('actions/checkout@')) assert.equal(options?.['persist-credentials'], false);
    }
    for (const { environment, permissions: own = {}, steps: done } of Object.values(jobs)) {
      if (!Object.values(own).includes('write')) continue;
      assert.ok(environment, 'a job that may write waits for a maintainer');
      for (const { run = '' } of done) if (run.startsWith('npm ci')) assert.match(run, /--ignore-scripts/);
    }
  });
}

test('the release builds with the Node of the checked build', () => {
  const { publish } = (parse(readFileSync(`${FOLDER}/release.yml`, 'utf8')) as Workflow).jobs;

  const [version] = publish?.steps.flatMap(step => step.with?.['node-version'] ?? []) ?? [];
  assert.equal(version, devDependencies['node']);
});

/** What a command line runs in the end, each script of package.json taken apart. */
const commands = (line: string): readonly string[] =>
  line.split(' && ').flatMap(one => {
    const script = scripts[/^npm (?:run )?([\w:]+)$/.exec(one)?.[1] ?? ''];
    return script === undefined ? [one] : commands(script);
  });

test('CI runs all that the commands of CONTRIBUTING run', () => {
  const done = readFileSync('.ci/run', 'utf8')
    .split('\n')
    .flatMap(line => /^(npm .+)$/.exec(line)?.[1] ?? [])
    .flatMap(commands);

  assert.equal(done[0], 'npm ci');
  for (const documented of ['test', 'check', 'test:all', 'test:embed', 'test:consumers'])
    for (const command of commands(`npm run ${documented}`))
      assert.ok(done.includes(command), `${documented}: ${command}`);
});
