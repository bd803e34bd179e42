// The one place that knows how the app's search is opened and asked: a library's folder in, its answers out.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLayover } from '../../../electron/layover.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import type { BenchQuery } from './querySet.ts';

/** The app's search, complete. */
export interface LayoverSearch {
  /** Asks as the window does. `hits` is how many articles are found, `null` where the app does not tell; `undefined` where it has no such search. */
  find(query: BenchQuery): Promise<{ readonly hits: number | null } | undefined>;
  close(): Promise<void>;
}

/** Milliseconds until all that is derived was there again. */
export interface RebuildCost {
  readonly catalogueMs: number;
  readonly indexMs: number;
}

const quiet = { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined };
const now = (): Date => new Date();
const FIRST_SCREEN = 12;

/** Removes what is derived of a library and waits until it is all there again. */
export async function rebuild(folder: string): Promise<RebuildCost> {
  for (const name of ['catalogue', 'index']) rmSync(join(folder, name), { recursive: true, force: true });
  const started = performance.now();
  const library = await openLibrary(folder, { now });
  await library.check();
  await library.close();
  const catalogued = performance.now();
  const search = await openSearch(folder);
  const indexed = performance.now();
  await search.close();
  return { catalogueMs: catalogued - started, indexMs: indexed - catalogued };
}

/** Resolves when every article can be found. */
export async function openSearch(folder: string): Promise<LayoverSearch> {
  const layover = await openLayover({
    folder,
    workerFile: join(process.env['QUALITY_ROOT'] ?? '', 'out/extractWorker.cjs'),
    now,
    report: (bug) => process.stderr.write(`${String(bug)}\n`),
    events: quiet,
  });
  await layover.search.ready();
  return {
    async find({ text, site, since, order }) {
      const query = [text, ...(site === null ? [] : [`site:${site}`]), ...(since === null ? [] : [`saved:>=${since}`])];
      const { rows } = await layover.search.find(query.join(' '), order === 'rank' ? 'rank' : 'saved');
      // What the first screen shows of it.
      await layover.search.passages(text, [...rows.subarray(0, FIRST_SCREEN)]);
      return { hits: rows.length };
    },
    close: () => layover.close(),
  };
}
