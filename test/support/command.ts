import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const COMMAND = resolve('dist/bin/rekindle.js');

/** The built command, as somebody runs it in a folder. What takes longer hangs, and has no status. */
export const commandIn =
  (cwd: string) =>
  (...args: readonly string[]): Ran =>
    spawnSync(process.execPath, [COMMAND, ...args], { cwd, encoding: 'utf8', maxBuffer: 1e8, timeout: 60_000 });
