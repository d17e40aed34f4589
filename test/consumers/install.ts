import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pack } from '../support/tarball.ts';

/* Projects of other people, in a folder of their own: nothing of ours lies above it, so they have only what they install. */

const HERE = 'test/consumers';

/** Where what was built waits for the browsers: see built.browser.ts. */
export const BUILT = 'node_modules/.cache/rekindle-consumers';

/** Folders beside this file that are projects. */
export const PROJECTS: readonly string[] = readdirSync(HERE, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

export interface Lock {
  readonly packages: Record<string, { version?: string; resolved?: string; integrity?: string }>;
}

export interface Consumers {
  readonly folder: string;
  /** Installs what the lockfile of a project says, and the package as it is built now. */
  install(project: string): void;
  /** Writes the lockfile of a project anew. */
  lock(project: string): void;
  remove(): void;
}

const NPM = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

/** Packs what is built. */
export function consumers(): Consumers {
  const folder = mkdtempSync(join(tmpdir(), 'rekindle-consumers-'));
  const { file } = pack(folder);
  const copy = (project: string): string => {
    cpSync(join(HERE, project), join(folder, project), { recursive: true });
    cpSync(file, join(folder, project, 'rekindle.tgz'));
    return join(folder, project);
  };
  return {
    folder,
    install: project => {
      execFileSync('npm', ['ci', ...NPM], { cwd: copy(project), stdio: ['ignore', 'ignore', 'pipe'] });
    },
    lock: project => {
      const cwd = copy(project);
      const options = ['--package-lock-only', '--omit-lockfile-registry-resolved', ...NPM];
      execFileSync('npm', ['install', ...options], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
      const lock = JSON.parse(readFileSync(join(cwd, 'package-lock.json'), 'utf8')) as Lock;
      // The package is another one after each build.
      delete lock.packages['node_modules/rekindle']?.integrity;
      writeFileSync(join(HERE, project, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
    },
    remove: () => rmSync(folder, { recursive: true, maxRetries: 3 }),
  };
}

const start = promisify(execFile);

/** Runs a command in a folder; gives its exit code, and all that it printed. */
export async function run(cwd: string, command: string, ...args: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await start(command, args, { cwd, maxBuffer: 1 << 24 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? 1, output: stdout + stderr };
  }
}
