// Bytes in; a file that is either the old one or the whole new one out, on the device when the promise resolves.
// Method: exclusive temporary file, full write loop, fsync, rename, fsync of the folder. A failed sync is never taken for done.
import { basename, dirname, join } from 'node:path';
import { errorNameOf, nodeDisk, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';

const TEMP_NAME = /^\.[^/\\]+\.\d+-\d+\.tmp$/;
// A virus scanner or indexer that holds a file lets go well within this time.
const RENAME_PATIENCE_MS = 2_000;

let counter = 0;

/** A name no other process and no other call uses, recognised later by `removeTemps`. */
export function tempName(name: string): string {
  counter += 1;
  return `.${name}.${process.pid}-${counter}.tmp`;
}

/** Where and how to write; all have defaults. */
export interface DurableOptions {
  readonly disk?: Disk;
  /** Folder on the same disk for the temporary file; the file's own folder unless given. */
  readonly tempFolder?: string;
  /** Leaves the name to the next sync of the same folder; for a file written just before another one there. */
  readonly skipsFolderSync?: boolean;
}

/**
 * Writes a file so that a reader, a crash or a power cut finds the old file or the new one, never a torn one.
 * Resolves when bytes and name are on the device. The folder must exist.
 * Throws `AppError('disk')`; the old file is then still there, and the temporary one is removed.
 */
export async function writeDurably(
  file: string,
  content: Uint8Array | string,
  options: DurableOptions = {},
): Promise<void> {
  const disk = options.disk ?? nodeDisk;
  const temp = join(options.tempFolder ?? dirname(file), tempName(basename(file)));
  const task = 'The change could not be written';
  try {
    await writeNewFile(disk, temp, content);
    await renamePatiently(disk, temp, file);
  } catch (failure) {
    await removeQuietly(disk, temp);
    throw toDiskError(failure, task);
  }
  if (options.skipsFolderSync) return;
  try {
    await disk.syncFolder(dirname(file));
  } catch (failure) {
    throw toDiskError(failure, task);
  }
}

/**
 * Writes a file that must not exist yet and waits until its bytes are on the device; its name is not, before its folder is synced. What means nothing
 * after a power cut need not be waited for (`isPassing`). Throws the system's error and may then leave a part of the file behind.
 */
export async function writeNewFile(
  disk: Disk,
  file: string,
  content: Uint8Array | string,
  isPassing = false,
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const handle = await disk.create(file);
  try {
    let done = 0;
    while (done < bytes.byteLength) {
      const written = await handle.write(bytes.subarray(done));
      // A system that takes nothing and reports nothing would otherwise keep us here for ever.
      if (written <= 0) throw Object.assign(new Error('the system wrote no bytes'), { code: 'ENOSPC' });
      done += written;
    }
    if (!isPassing) await handle.sync();
  } catch (failure) {
    await closeQuietly(handle);
    throw failure;
  }
  await handle.close();
}

/** Renames, and when another program holds the file, tries again for up to two seconds. Throws the system's last error. */
export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  let waited = 0;
  for (let next = 10; ; next *= 2) {
    try {
      await disk.rename(from, to);
      return;
    } catch (failure) {
      const isHeld = ['EBUSY', 'EPERM', 'EACCES'].includes(errorNameOf(failure) ?? '');
      if (!isHeld || waited >= RENAME_PATIENCE_MS) throw failure;
      const pause = Math.min(next, RENAME_PATIENCE_MS - waited);
      await disk.wait(pause);
      waited += pause;
    }
  }
}

/** Removes what interrupted writes left in a folder, by its name; other files stay. A missing folder is no failure. Throws `AppError('disk')`. */
export async function removeTemps(folder: string, disk: Disk = nodeDisk): Promise<void> {
  try {
    for (const { name } of await disk.list(folder)) {
      if (TEMP_NAME.test(name)) await disk.remove(join(folder, name));
    }
  } catch (failure) {
    if (errorNameOf(failure) === 'ENOENT') return;
    throw toDiskError(failure, 'Unfinished files could not be cleared away');
  }
}

/** Removes a leftover; a failure to do so is left to the next start, since the first failure is the one to tell. */
export async function removeQuietly(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
  }
}

async function closeQuietly(handle: { close(): Promise<void> }): Promise<void> {
  try {
    await handle.close();
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
  }
}
