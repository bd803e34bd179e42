// Two folders that a program keeps the same, for tests: a library opened in either, and what changed in one brought into the other.
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openLayover, type Layover } from '../../../electron/layover.ts';

const OUT = join(import.meta.dirname, '../../../out');
const quiet = (): void => undefined;

/** A trip that is made on one of them. */
export const NORTH = {
  name: 'North',
  departure: null,
  minutes: 60,
  sizeBytes: null,
  fetchBytes: null,
  sources: [{ from: 'queue' }],
  reminds: false,
} as const;

/** Opens the library on a machine, or beside another Layover that has it open; `found` is filled with how many second copies were found each time. */
export async function open(folder: string, found: number[] = [], readOnly = false): Promise<Layover> {
  return openLayover({
    folder,
    readOnly,
    workerFile: join(OUT, 'extractWorker.cjs'),
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    savesWait: true,
    events: {
      libraryChanged: quiet,
      saveChanged: quiet,
      saveDismissed: quiet,
      conflictsFound: (count) => void found.push(count),
    },
  });
}

/** Files that sync programs carry: not the lock, nor what is derived or unfinished. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, string>();
  for (const name of names) {
    if (/^(?:lock\.json|temp|catalogue|index)/.test(name) || name.includes('days')) continue;
    if ((await stat(join(folder, name))).isFile()) files.set(name, await readFile(join(folder, name), 'latin1'));
  }
  return files;
}

/** Brings what changed in one folder since they were the same into the other; of what changed in both, a second copy. */
export async function sync(
  before: ReadonlyMap<string, string>,
  from: string,
  to: string,
  nameOf: (file: string) => string,
): Promise<void> {
  const [there, here] = [await filesOf(from), await filesOf(to)];
  for (const [name, content] of there) {
    if (content === before.get(name) || content === here.get(name)) continue;
    const isConflict = here.get(name) !== before.get(name);
    const target = join(to, isConflict ? nameOf(name) : name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, 'latin1');
    const { atime, mtime } = await stat(join(from, name));
    await utimes(target, atime, mtime);
  }
}
