// A folder of the person's in; each file that is new in it taken in once, out. Their files are only ever read.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { Library } from '../../store/library.ts';

/** What watching needs. */
export interface WatchOptions {
  readonly library: Pick<Library, 'settings' | 'setSettings' | 'watchedFiles' | 'setWatchedFiles'>;
  /** See `Arrivals`. */
  readonly take: (path: string) => Promise<unknown>;
  readonly report: (bug: unknown) => void;
  /** Time between two looks in milliseconds. Looking works on every disk, also on those that tell nothing of their changes. */
  readonly everyMs?: number;
}

/** Keeps watch. */
export interface WatchKeeper {
  /** Goes on with the folder that was chosen before, if any. */
  start(): void;
  /** Watches another folder, or none. What lies in it already was not asked for and is passed over. Throws `AppError`: `disk`, `locked`. */
  watch(folder: string | null): Promise<void>;
  /** Resolves when nothing is being read. */
  close(): Promise<void>;
}

const FILE_NAME = /^[^.].*\.(?:html?|xhtml|mht|mhtml|webarchive|epub|pdf|txt|text|md|markdown|eml|layover)$/i;
const EVERY_MS = 3000;

/** Makes the keeper; it watches nothing until `start` or `watch`. */
export function createWatchKeeper({ library, take, report, everyMs = EVERY_MS }: WatchOptions): WatchKeeper {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isClosed = false;
  /** Seen once; a file that is still being written looks different the next time. */
  let settling = new Map<string, string>();

  function schedule(): void {
    if (isClosed || library.settings().watchedFolder === null) return;
    timer = setTimeout(() => {
      looking = look().catch(report).finally(schedule);
    }, everyMs);
  }

  async function look(): Promise<void> {
    const folder = library.settings().watchedFolder;
    if (folder === null) return;
    const found = await listFiles(folder);
    // A disk that is not there now comes back with the files that were seen.
    if (found === undefined) return;
    const seen = { ...library.watchedFiles() };
    const before = settling;
    settling = new Map();
    for (const [name, stamp] of found) {
      if (seen[name] === stamp || isClosed) continue;
      if (before.get(name) !== stamp) {
        settling.set(name, stamp);
        continue;
      }
      if (await isTaken(join(folder, name))) seen[name] = stamp;
    }
    for (const name of Object.keys(seen)) if (!found.has(name)) delete seen[name];
    if (JSON.stringify(seen) !== JSON.stringify(library.watchedFiles())) await library.setWatchedFiles(seen);
  }

  async function isTaken(path: string): Promise<boolean> {
    try {
      await take(path);
      return true;
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      // It cannot be read now; it is looked at again.
      return false;
    }
  }

  return {
    start: schedule,
    async watch(folder) {
      clearTimeout(timer);
      await looking;
      clearTimeout(timer);
      settling = new Map();
      const there =
        folder === null ? new Map<string, string>() : ((await listFiles(folder)) ?? new Map<string, string>());
      await library.setWatchedFiles(Object.fromEntries(there));
      await library.setSettings({ watchedFolder: folder });
      schedule();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** Name and stamp of each file of a kind that can be saved; `undefined` when the folder cannot be listed. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const files = new Map<string, string>();
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || !FILE_NAME.test(entry.name)) continue;
      const { size, mtimeMs } = await stat(join(folder, entry.name));
      files.set(entry.name, `${size} ${mtimeMs}`);
    }
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure) return undefined;
    throw failure;
  }
  return files;
}
