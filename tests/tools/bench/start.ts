// A library in; how long the real app takes from its launch until its first screen is painted and answers a key, and the memory of its main
// process, out. The floor is an empty window of the same Electron, launched in turn.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import * as v from 'valibot';
import { appArguments, electronPath } from '../../helpers/electronApp.ts';
import { writeEmptyApp } from './emptyApp.ts';
import { ANSWERING_PAGE, answers, MOST_MS, seenList } from './firstScreen.ts';
import { percentile, percentiles, type Figure } from './figures.ts';
import type { BenchQuery } from './querySet.ts';

const RUNS = 5;
const QUERIES = 1_000;

/** What is started. */
export interface StartedLibrary {
  readonly folder: string;
  /** Articles in it. */
  readonly size: number;
  /** What is asked of it once it is open; none of an empty one. */
  readonly queries: readonly BenchQuery[];
}

interface Started {
  readonly ms: number;
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Launches both sides once unmeasured and then in turn. */
export async function measureStart({ folder, size, queries }: StartedLibrary): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'layover-start-'));
  try {
    const empty = writeEmptyApp(root, ANSWERING_PAGE);
    const folders = { library: folder, profile: join(root, 'profile'), remove: () => undefined };
    const startApp = (): Promise<Started> => launch(appArguments(folders), seenList(size));
    const startEmpty = (): Promise<Started> => launch(empty, answers);
    const [own, floor, ownMb, floorMb]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let run = 0; run <= RUNS; run += 1) {
      for (const [start, times, memory] of [
        [startEmpty, floor, floorMb],
        [startApp, own, ownMb],
      ] as const) {
        const started = await start();
        if (run > 0) times.push(started.ms);
        memory.push(await mainMb(started.app));
        await quit(started.app);
      }
    }
    const about = { bench: 'start', size, against: 'an empty window' };
    return [
      { ...about, name: 'first screen, median', unit: 'ms', value: percentile(own, 0.5), peer: percentile(floor, 0.5) },
      { ...about, name: 'first screen, most', unit: 'ms', value: percentile(own, 1), peer: percentile(floor, 1) },
      { ...about, name: 'main process', unit: 'MB', value: percentile(ownMb, 0.5), peer: percentile(floorMb, 0.5) },
      ...(queries.length === 0 ? [] : await measureQueries(await startApp(), size, queries, floorMb)),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Asks from the window, as a person does, but faster. The peer is a call that only goes to the main process and back. */
async function measureQueries(
  { app, page }: Started,
  size: number,
  queries: readonly BenchQuery[],
  floorMb: readonly number[],
): Promise<readonly Figure[]> {
  const texts = Array.from({ length: QUERIES }, (_, at) => queries[(at * 7) % queries.length]?.text ?? '');
  const measured = await page.evaluate(async (asked) => {
    const find: number[] = [];
    const bare: number[] = [];
    for (const query of asked) {
      const started = performance.now();
      await window.layover.call('settings.get', undefined);
      const between = performance.now();
      await window.layover.call('search.find', { query });
      find.push(performance.now() - between);
      bare.push(between - started);
    }
    return { find, bare };
  }, texts);
  const { find, bare } = v.parse(v.object({ find: v.array(v.number()), bare: v.array(v.number()) }), measured);
  const queriedMb = await mainMb(app);
  await quit(app);
  return [
    ...percentiles(
      { bench: 'start', size, name: `${QUERIES} searches from the window`, against: 'a call for the settings' },
      find,
      bare,
    ),
    {
      bench: 'start',
      size,
      name: `main process after ${QUERIES} searches`,
      unit: 'MB',
      value: queriedMb,
      peer: percentile(floorMb, 0.5),
      against: 'an empty window',
    },
  ];
}

async function launch(args: readonly string[], isReady: (page: Page) => Promise<void>): Promise<Started> {
  const started = performance.now();
  const app = await _electron.launch({ executablePath: electronPath(), args: [...args], timeout: MOST_MS });
  const page = await app.firstWindow({ timeout: MOST_MS });
  await isReady(page);
  return { ms: performance.now() - started, app, page };
}

async function quit(app: ElectronApplication): Promise<void> {
  const ended = app.waitForEvent('close', { timeout: MOST_MS });
  await app.evaluate(({ app: own }) => own.quit());
  await ended;
}

/** What the main process takes of the machine's memory. */
function mainMb(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => process.memoryUsage.rss() / 1_048_576);
}
