// Runs a system over data sets in a process of its own; what peers answer is kept in .cache/quality by version.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { Answer, ANSWER_FORM } from './answer.ts';
import { versionOf, type SystemName } from './systems.ts';
import type { SetName } from './truth.ts';

/** Where a run finds its pages, keeps its answers, and has its programs. */
export interface Places {
  readonly data: string;
  readonly cache: string;
  readonly programs: string;
}

const Speed = v.object({ ms: v.array(v.number()), peakMemoryMb: v.number() });

/** Milliseconds of each page in one warm process, and that process's peak resident memory in megabytes. */
export type Speed = v.InferOutput<typeof Speed>;

/** The answers of a system for a set, by page id. */
export async function answersOf(
  system: SystemName,
  set: SetName,
  places: Places,
): Promise<ReadonlyMap<string, Answer>> {
  mkdirSync(places.cache, { recursive: true });
  const file = keptFile(system, set, places);
  if (system === 'layover' || !existsSync(file)) {
    const fresh = `${file}.${String(process.pid)}`;
    console.error(`${system} reads ${set} …`);
    await runProcess('answers', system, places, fresh, [set]);
    // A peer's answers may be asked for by two runs at once; both write the same.
    renameSync(fresh, file);
  }
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (system === 'layover') rmSync(file);
  return new Map(lines.map((line) => v.parse(Answer, JSON.parse(line))).map((answer) => [answer.id, answer]));
}

/** Whether a system's answers for all these sets are kept from an earlier run. */
export function areAnswersKept(system: SystemName, sets: readonly SetName[], places: Places): boolean {
  return sets.every((set) => existsSync(keptFile(system, set, places)));
}

/** Measures a system over sets, never from the cache. */
export async function speedOf(system: SystemName, sets: readonly SetName[], places: Places): Promise<Speed> {
  mkdirSync(places.cache, { recursive: true });
  const file = join(places.cache, `speed-${system}-${String(process.pid)}.json`);
  console.error(`${system} is timed …`);
  await runProcess('speed', system, places, file, sets);
  const speed = v.parse(Speed, JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  return speed;
}

/** Lets Layover extract `count` pages in one process and tells its memory on the way, a line per tenth. */
export async function soakOf(count: number, sets: readonly SetName[], places: Places): Promise<string> {
  mkdirSync(places.cache, { recursive: true });
  const file = join(places.cache, `soak-${String(process.pid)}.txt`);
  await runProcess('soak', 'layover', places, file, sets, String(count));
  const lines = readFileSync(file, 'utf8').trimEnd();
  rmSync(file);
  return lines;
}

function keptFile(system: SystemName, set: SetName, places: Places): string {
  return join(places.cache, `${system}-${set}-${cacheKey(system, set, places)}.jsonl`);
}

function cacheKey(system: SystemName, set: SetName, places: Places): string {
  if (system === 'layover') return String(process.pid);
  const { size, mtimeMs } = statSync(join(places.data, set, 'truth.jsonl'));
  return createHash('sha256')
    .update(`${versionOf(system)} ${String(size)} ${String(mtimeMs)} ${String(ANSWER_FORM)}`)
    .digest('hex')
    .slice(0, 16);
}

function runProcess(
  task: 'answers' | 'speed' | 'soak',
  system: SystemName,
  places: Places,
  file: string,
  sets: readonly SetName[],
  count = '0',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(
      join(places.programs, 'measuredProcess.mjs'),
      [task, system, places.data, file, count, ...sets],
      {
        execArgv: ['--enable-source-maps', '--expose-gc', '--max-old-space-size=2048'],
        // Peers print their troubles with single pages; only a failing process is of interest.
        stdio: ['ignore', 'ignore', system === 'layover' ? 'inherit' : 'ignore', 'ipc'],
      },
    );
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`the process measuring ${system} ended with ${String(code ?? signal)}`));
    });
  });
}
