// The folders of a library: made when there is none, cleared of what a crash left, refused when they belong to something else.
import { basename, dirname, join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { toDiskError } from './diskError.ts';
import { isAbsent, listIfThere, type Disk } from './disk.ts';
import { removeQuietly, removeTemps } from './durableFile.ts';
import type { Layout } from './layout.ts';
import { guardPrefix } from './lock.ts';

/** Clears away what earlier processes left unfinished, and makes the folders of a new library. Throws the system's error. */
export async function tidy(
  disk: Disk,
  layout: Layout,
  makeFolder: (folder: string, parent: string) => Promise<void>,
): Promise<void> {
  // One look at what is there takes less of a start than ten at what is not missing.
  const names = (await disk.list(layout.root)).map(({ name }) => name);
  for (const folder of [
    layout.temp,
    layout.articles,
    layout.assets,
    layout.saves,
    layout.trash,
    layout.versions,
    layout.highlights,
    layout.feeds,
    layout.trips,
    layout.catalogue,
  ]) {
    if (!names.includes(basename(folder))) await makeFolder(folder, layout.root);
  }
  const unfinished = await listIfThere(disk, layout.temp);
  for (const { name } of unfinished) await removeQuietly(disk, join(layout.temp, name));
  if (unfinished.length > 0) await disk.syncFolder(layout.temp);
  const leftOver = names.filter((name) => name.startsWith(guardPrefix(layout.lockFile)));
  for (const name of leftOver) await removeQuietly(disk, join(layout.root, name));
  await removeTemps(layout.root, disk);
  // A folder that is there may have been made a moment before an earlier end.
  await disk.syncFolder(layout.root);
}

/** Makes the library's folder with all above it that is missing, durably. Throws the system's error. */
export async function makeFolders(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.list(folder);
    return;
  } catch (failure) {
    if (!isAbsent(failure)) throw failure;
  }
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(disk, parent);
  await disk.makeFolder(folder);
  await disk.syncFolder(parent);
}

/** Tells whether a folder holds a library. Throws the system's error. */
export async function isLibraryFolder(disk: Disk, layout: Layout): Promise<boolean> {
  const names = (await listIfThere(disk, layout.root)).map(({ name }) => name);
  return names.some((name) => name.startsWith('library.json') || name === 'articles');
}

/** Throws `AppError('not-found')` for a folder that holds no library. */
export async function assertLibrary(disk: Disk, layout: Layout): Promise<void> {
  if (await isLibraryFolder(disk, layout)) return;
  throw new AppError(
    'not-found',
    'There is no library in this folder. Choose another folder, or make a new library here.',
  );
}

/** Bytes that may still be written on a folder's disk. Throws `AppError('disk')`. */
export async function freeBytes(disk: Disk, folder: string): Promise<number> {
  try {
    return await disk.freeBytes(folder);
  } catch (failure) {
    throw toDiskError(failure, 'The disk did not say how much room it has');
  }
}
