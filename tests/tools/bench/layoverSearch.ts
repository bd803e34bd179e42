// The one place that knows how the app's search is opened and asked: a library's folder in, its answers out.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import type { BenchQuery } from './querySet.ts';

/** The app's search, complete. */
export interface LayoverSearch {
  /** Asks as the window does. `hits` is how many articles are found; `undefined` where there is no such search. */
  find(query: BenchQuery): Promise<{ readonly hits: number } | undefined>;
  /** Milliseconds in which the pieces of text of the first screen are there; not in every search. */
  showPassages?(query: BenchQuery): Promise<number>;
  close(): Promise<void>;
}

/** Milliseconds until all that is derived was there again. */
export interface RebuildCost {
  readonly catalogueMs: number;
  readonly indexMs: number;
}

/** As many as a screen shows. */
const SHOWN = 12;

/** Removes what is derived of a library and waits until it is all there again. */
export async function rebuild(folder: string): Promise<RebuildCost> {
  for (const name of ['catalogue', 'index']) rmSync(join(folder, name), { recursive: true, force: true });
  const started = performance.now();
  const layover = await open(folder);
  await layover.library.check();
  const catalogued = performance.now();
  await layover.search.ready();
  const indexed = performance.now();
  await layover.close();
  return { catalogueMs: catalogued - started, indexMs: indexed - catalogued };
}

/** Resolves when every article can be found. */
export async function openSearch(folder: string): Promise<LayoverSearch> {
  const layover = await open(folder);
  await layover.search.ready();
  return {
    async find({ text, order }) {
      const { rows } = await layover.search.find(text, order === 'rank' ? 'rank' : 'saved');
      return { hits: rows.length };
    },
    async showPassages({ text, order }) {
      const { rows } = await layover.search.find(text, order === 'rank' ? 'rank' : 'saved');
      const first = Array.from(rows.subarray(0, SHOWN));
      const started = performance.now();
      await layover.search.passages(text, first);
      return performance.now() - started;
    },
    close: () => layover.close(),
  };
}

function open(folder: string): Promise<Layover> {
  return openLayover({
    folder,
    workerFile: join(process.env['QUALITY_ROOT'] ?? '', 'out/extractWorker.cjs'),
    now: () => new Date(),
    report: (bug) => process.stderr.write(`${String(bug)}\n`),
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
}
