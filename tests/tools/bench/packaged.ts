// The packaged app and a library in; what a person waits for and what it costs them while it does nothing, out: start, memory, and how often its processes
// wake. The floor is an empty window of the same Electron, started and watched in the same way in the same run.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright/test';
import { electronPath } from '../../helpers/electronApp.ts';
import { packagedArguments, packagedProgram, startProgram, type PackagedApp } from '../../helpers/packagedApp.ts';
import { writeEmptyApp } from './emptyApp.ts';
import { percentile, type Figure } from './figures.ts';
import { ANSWERING_PAGE, answers, seenList } from './firstScreen.ts';
import { sizeOf } from './preparedLibrary.ts';

const RUNS = 9;
const IDLE_MS = 30_000;
/** What is done once after a start is over by then, if there is little: the library looked over, the index opened, and what Chromium does for itself. */
const LEAST_SETTLING_MS = 60_000;
/** Idle is what then wakes no oftener than this while this long goes by: V8 tidies up after a large library for a while. */
const QUIET = { ms: 10_000, wakes: 20 };
const MOST_SETTLING_MS = 180_000;

/** What is started: a library, and how many articles are in it. */
export interface PackagedStart {
  readonly folder: string;
  readonly size: number;
}

interface Side {
  start(): Promise<{ readonly app: PackagedApp; readonly ms: number }>;
}

/** Starts both sides once unmeasured, then in turn, then leaves each alone. What only Linux tells (memory, wake-ups) is left out elsewhere. */
export async function measurePackaged({ folder, size }: PackagedStart): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'layover-packaged-'));
  try {
    const folders = { library: folder, profile: join(root, 'profile'), remove: () => undefined };
    const own = side(packagedProgram(), packagedArguments(folders), seenList(size));
    const floor = side(electronPath(), writeEmptyApp(root, ANSWERING_PAGE), answers);
    const [ownMs, floorMs]: [number[], number[]] = [[], []];
    for (let run = 0; run <= RUNS; run += 1) {
      for (const [each, times] of [
        [floor, floorMs],
        [own, ownMs],
      ] as const) {
        const { app, ms } = await each.start();
        if (run > 0) times.push(ms);
        await app.close();
      }
    }
    const about = { bench: 'packaged', size, against: 'an empty window' };
    const [ownIdle, floorIdle] = [await idle(own), await idle(floor)];
    return [
      { ...about, name: 'first screen that answers, median', unit: 'ms', value: median(ownMs), peer: median(floorMs) },
      { ...about, name: 'the same, most', unit: 'ms', value: percentile(ownMs, 1), peer: percentile(floorMs, 1) },
      { ...about, name: 'memory of all processes', unit: 'MB', value: ownIdle.mb, peer: floorIdle.mb },
      { ...about, name: 'quiet after', unit: 's', value: ownIdle.settlingMs / 1000, peer: floorIdle.settlingMs / 1000 },
      { ...about, name: 'wake-ups, idle', unit: '/min', value: ownIdle.wakes, peer: floorIdle.wakes },
      { ...about, name: 'processor, a minute of idling', unit: 'ms', value: ownIdle.busy, peer: floorIdle.busy },
      ...(size === 0 ? [sizeFigure()] : []),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

function side(program: string, words: readonly string[], isReady: (page: Page) => Promise<void>): Side {
  return {
    async start() {
      const app = await startProgram(program, words);
      await isReady(app.window);
      return { app, ms: performance.now() - app.startedAt };
    },
  };
}

interface Idle {
  /** From the first screen on. */
  readonly settlingMs: number;
  readonly mb: number;
  readonly wakes: number;
  readonly busy: number;
}

/** What the processes of a side do in half a minute in which nobody does anything, once they are quiet: the same window, still in front. */
async function idle(each: Side): Promise<Idle> {
  const { app } = await each.start();
  // A caret that blinks wakes all that draws; who reads has none.
  await app.window.keyboard.press('Escape');
  await app.window.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const settlingMs = await settle(app.pid);
  const before = usage(app.pid);
  await wait(IDLE_MS);
  const after = usage(app.pid);
  await app.close();
  const minutes = IDLE_MS / 60_000;
  return {
    settlingMs,
    mb: after.mb,
    wakes: (after.switches - before.switches) / minutes,
    busy: (after.busyMs - before.busyMs) / minutes,
  };
}

async function settle(pid: number): Promise<number> {
  await wait(LEAST_SETTLING_MS);
  let waitedMs = LEAST_SETTLING_MS;
  for (let before = usage(pid).switches; waitedMs < MOST_SETTLING_MS; waitedMs += QUIET.ms) {
    await wait(QUIET.ms);
    const now = usage(pid).switches;
    if (now - before <= QUIET.wakes) break;
    before = now;
  }
  return waitedMs;
}

interface Usage {
  readonly mb: number;
  /** Times that a thread gave up a processor by itself, which it does once for each time it was woken (proc(5), `voluntary_ctxt_switches`). */
  readonly switches: number;
  readonly busyMs: number;
}

/** Of a process and all below it. */
function usage(pid: number): Usage {
  let [mb, switches, busyMs] = [0, 0, 0];
  for (const each of family(pid)) {
    // Shared pages are counted once: each process has its share of them (`Pss`).
    mb += number(/^Pss:\s+(\d+)/m, read(`/proc/${each}/smaps_rollup`)) / 1024;
    for (const thread of list(`/proc/${each}/task`)) {
      switches += number(/^voluntary_ctxt_switches:\s+(\d+)/m, read(`/proc/${each}/task/${thread}/status`));
    }
    const fields = read(`/proc/${each}/stat`).split(') ')[1]?.split(' ') ?? [];
    // `utime` and `stime`, in hundredths of a second.
    busyMs += (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
  }
  return { mb, switches, busyMs };
}

function family(pid: number): readonly number[] {
  const children = list(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(family)];
}

/** What vanished meanwhile, or is of another system, counts for nothing. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (failure) {
    if (isGone(failure)) return '';
    throw failure;
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (failure) {
    if (isGone(failure)) return [];
    throw failure;
  }
}

function isGone(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && (failure.code === 'ENOENT' || failure.code === 'ESRCH');
}

function number(pattern: RegExp, text: string): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

function median(values: readonly number[]): number | null {
  return percentile(values, 0.5);
}

/** The package as it lies unpacked, beside the Electron that is most of it. */
function sizeFigure(): Figure {
  return {
    bench: 'packaged',
    size: 0,
    name: 'package, unpacked',
    unit: 'MB',
    value: sizeOf(dirname(packagedProgram())) / 1_048_576,
    peer: sizeOf(dirname(electronPath())) / 1_048_576,
    against: 'Electron alone',
  };
}
