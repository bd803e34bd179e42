// A library's folder and a folder to put it into in; the library there, proved file by file, out. What is not proved yet lies under another name and is
// never taken for a library; the old one is not touched. Which of them counts is not decided here.
import { basename, dirname, join, relative, sep } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { createLibraryCopy, extentOf, MOVING_MARK, type LibraryCopy, type LibraryExtent } from './copyLibrary.ts';
import { errorNameOf, listIfThere, type Disk } from './disk.ts';
import { renamePatiently, writeNewFile } from './durableFile.ts';
import { layoutOf } from './layout.ts';
import { systemProcesses, takeLock, type Processes } from './lock.ts';

/** What is to be moved, and how it is told. */
export interface MoveOptions {
  readonly disk: Disk;
  /** Absolute path of the library's folder. */
  readonly from: string;
  /** Absolute path of the folder that the library is put into, under a name of its own. */
  readonly parent: string;
  readonly throwIfCancelled: () => void;
  /** `total` is 0 while files are counted. */
  readonly tell: (done: number, total: number) => void;
  readonly processes?: Processes;
}

/** A library on its way. */
export interface MovingLibrary {
  /** Where it will lie. */
  readonly to: string;
  /** Throws as `prove`; what was copied is then removed. */
  discard(): Promise<void>;
  /**
   * To be called when the library is closed: copies what changed since, compares all, and gives the copy its name; it is a library from then on.
   * `decide` is called last, while nobody can open the old one for writing. Throws the system's error, and `AppError`: `disk`, `locked`.
   */
  prove(decide: () => Promise<void>): Promise<void>;
}

/** Name of the folder that is made. */
const NAME = 'Layover library';
const UNFINISHED = '.unfinished';
/** What a disk needs for the names of files, and a rest that Layover can work with. */
const FILE_BYTES = 4_096;
const REST_BYTES = 64_000_000;

/**
 * Copies a library while it may be in use. Throws the system's error, and `AppError`: `bad-input` (a folder within the other, a link), `disk` (too little
 * room, a file that is not as it was written), `cancelled`. Nothing is left of the copy then.
 */
export async function copyForMove(options: MoveOptions): Promise<MovingLibrary> {
  const { disk, from, tell } = options;
  const parent = await disk.resolve(options.parent);
  assertApart(await disk.resolve(from), parent);
  const extent = await extentOf(disk, from);
  await assertRoom(disk, parent, extent);
  const to = await freePlace(disk, parent);
  const staged = `${to}${UNFINISHED}`;
  const discard = (): Promise<void> => discardCopy(disk, staged);
  try {
    await disk.makeFolder(staged);
    await writeNewFile(disk, join(staged, MOVING_MARK), `${JSON.stringify({ format: 1 })}\n`);
    await disk.syncFolder(staged);
    const copy = createLibraryCopy({
      ...options,
      to: staged,
      tell: (done) => tell(done, Math.max(done, extent.files)),
    });
    await copy.pass();
    return { to, discard, prove: (decide) => prove(options, { copy, staged, to }, decide) };
  } catch (failure) {
    await discard();
    throw failure;
  }
}

async function prove(
  { disk, from, processes = systemProcesses }: MoveOptions,
  { copy, staged, to }: { readonly copy: LibraryCopy; readonly staged: string; readonly to: string },
  decide: () => Promise<void>,
): Promise<void> {
  const lock = await takeLock(layoutOf(from).lockFile, disk, processes);
  try {
    await copy.pass();
    await copy.compare();
    await disk.syncFolder(staged);
    await renamePatiently(disk, staged, to);
    await disk.syncFolder(dirname(to));
    await disk.remove(join(to, MOVING_MARK));
    await decide();
  } catch (failure) {
    await discardCopy(disk, staged);
    throw failure;
  } finally {
    await lock.release();
  }
}

function assertApart(from: string, parent: string): void {
  if (!isWithin(parent, from)) return;
  throw new AppError(
    'bad-input',
    'This folder lies in the library itself. Nothing was changed. Choose a folder outside of it.',
  );
}

/** Tells whether a path is a folder or lies below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[a-z]:|[\\/])/i.test(way));
}

async function assertRoom(disk: Disk, parent: string, { files, bytes }: LibraryExtent): Promise<void> {
  const needed = bytes + files * FILE_BYTES + REST_BYTES;
  if ((await disk.freeBytes(parent)) >= needed) return;
  const megabytes = Math.ceil(needed / 1_000_000);
  throw new AppError(
    'disk',
    `There is too little room for the library there: it needs ${megabytes} MB. Nothing was changed. Make room, or choose another disk.`,
  );
}

/** A name in the folder that nothing has; what an earlier move left unfinished is cleared away on the way. */
async function freePlace(disk: Disk, parent: string): Promise<string> {
  const names = new Set((await disk.list(parent)).map(({ name }) => name));
  for (let count = 1; ; count += 1) {
    const to = join(parent, count === 1 ? NAME : `${NAME} ${count}`);
    const unfinished = `${basename(to)}${UNFINISHED}`;
    if (names.has(basename(to))) continue;
    if (names.has(unfinished) && !(await clearUnfinished(disk, join(parent, unfinished)))) continue;
    return to;
  }
}

async function clearUnfinished(disk: Disk, folder: string): Promise<boolean> {
  try {
    const names = (await disk.list(folder)).map(({ name }) => name);
    if (names.length > 0 && !names.includes(MOVING_MARK)) return false;
    await removeMarkLast(disk, folder, names);
    return true;
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
    return false;
  }
}

/** Removes what was copied, as far as the disk lets it; the next move clears away the rest. */
async function discardCopy(disk: Disk, folder: string): Promise<void> {
  try {
    const names = (await listIfThere(disk, folder)).map(({ name }) => name);
    await removeMarkLast(disk, folder, names);
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
  }
}

/** Killed or failed meanwhile, what is left of an unfinished copy is still known as ours. Throws the system's error. */
async function removeMarkLast(disk: Disk, folder: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter((each) => each !== MOVING_MARK)) await disk.remove(join(folder, name));
  await disk.remove(folder);
}
