// A goal in; how it ended out. It runs in a process of its own, in mounts of its own where there may be some, with an end in time and a folder that is removed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';
import type { Goal } from './goal.ts';
import { lackOf } from './needs.ts';
import { inOwnMounts } from './ownMounts.ts';
import type { Ending } from './promiseRows.ts';

const KEPT_CHARS = 4_000;

const showingSchema = v.object({
  tried: v.string(),
  measured: v.string(),
  isHeld: v.boolean(),
  control: v.exactOptional(v.object({ tried: v.string(), hasFired: v.boolean() })),
  leftOut: v.exactOptional(v.array(v.string())),
});

/** Never rejects for what the goal does: a crash, a failure and a goal that takes too long are endings. */
export async function runGoal(
  goal: Goal,
  { seed, isLong, program }: { readonly seed: number; readonly isLong: boolean; readonly program: string },
): Promise<Ending> {
  for (const need of goal.needs) {
    const lack = await lackOf(need);
    if (lack !== undefined) return { ended: 'impossible', reason: `cannot be tried on this machine: ${lack}` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'layover-torture-'));
  const [work, file] = [join(folder, 'work'), join(folder, 'showing.json')];
  mkdirSync(work);
  try {
    const length = isLong ? 'long' : 'short';
    const own = [process.execPath, '--enable-source-maps', program, goal.id, String(seed), length, work, file];
    const command = (await lackOf('mounts')) === undefined ? inOwnMounts(own) : own;
    const failure = await runToEnd(command, goal.limitMinutes[length]);
    if (failure !== undefined) return { ended: 'failed', reason: failure };
    if (!existsSync(file)) return { ended: 'failed', reason: 'it ended without having said what came of it' };
    return { ended: 'shown', showing: v.parse(showingSchema, JSON.parse(readFileSync(file, 'utf8'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Why it did not end well, in its own last words. */
function runToEnd([command = '', ...args]: readonly string[], minutes: number): Promise<string | undefined> {
  return new Promise((done) => {
    // A group of its own, so that what it started can be ended with it.
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    const endAll = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch (failure) {
        if (!(failure instanceof Error && 'code' in failure && failure.code === 'ESRCH')) throw failure;
      }
    };
    const stop = (): void => (endAll(), process.exit(130));
    process.on('SIGINT', stop).on('SIGTERM', stop);
    let words = '';
    let isLate = false;
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-KEPT_CHARS);
    });
    const timer = setTimeout(() => {
      isLate = true;
      endAll();
    }, minutes * 60_000);
    const end = (failure: string | undefined): void => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      endAll();
      done(failure);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) => {
      if (isLate) end(`it was not through after ${minutes} minutes`);
      else if (code === 0) end(undefined);
      else end(`it ended with ${signal ?? code}: ${saidLast(words)}`);
    });
  });
}

/** The message of the error that ended it, without the lines of code and of the stack around it. */
function saidLast(words: string): string {
  const lines = stripVTControlCharacters(words)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const from = lines.findLastIndex((line) => /^\S*Error\b|^Error:/.test(line.trim()));
  const message = lines.slice(Math.max(0, from)).filter((line) => !/^\s+at |^Node\.js v/.test(line));
  const place = lines.find((line) => /^\s+at .*\btests\/(tools|unit)\//.test(line));
  const where = place === undefined ? '' : ` (${/tests\/[^)]*/.exec(place)?.[0] ?? ''})`;
  return `${message.join(' ').slice(0, 600)}${where}`;
}
