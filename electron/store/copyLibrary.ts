// The files of a library in; the same files in another folder out, each synced and read back before it counts. Copies again what changed since, until
// nothing has. Refuses links, which are no part of a library, and a file that does not come back as it was written.
import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { isAbsent, listIfThere, type Disk, type FolderEntry } from './disk.ts';
import { mapBounded } from './taskQueue.ts';

/** What is copied. */
export interface CopyOptions {
  readonly disk: Disk;
  /** Folder of the library. */
  readonly from: string;
  /** A folder that exists. */
  readonly to: string;
  /** Throws when nobody wants it any more. */
  readonly throwIfCancelled: () => void;
  /** Hears how many files are copied and read back. */
  readonly tell: (done: number) => void;
}

/** A copy that is being made. */
export interface LibraryCopy {
  /**
   * Copies what is not there yet or has changed, and removes what the library has not any more. What changes while it is read waits for the next
   * pass, so the last one has to be made while nobody writes. Throws the system's error, and `AppError`: `disk`, `bad-input`, `cancelled`.
   */
  pass(): Promise<void>;
  /** Compares names and sizes of both folders, to be called when nobody writes. Throws `AppError('disk')` when they differ. */
  compare(): Promise<void>;
}

/** How much a library is. */
export interface LibraryExtent {
  readonly files: number;
  readonly bytes: number;
}

/** Stands in a copy that is no library yet. */
export const MOVING_MARK = 'moving.json';

const AT_ONCE = 8;
const PIECE = 1024 * 1024;

/** What of the library's own folder belongs to whoever has it open, or to other programs, and stays where it is. */
function staysBehind({ name }: FolderEntry): boolean {
  return name === 'temp' || name === MOVING_MARK || name.startsWith('lock.json') || name.startsWith('.');
}

/** Counts what would be copied. Throws the system's error, and `bad-input` for a link. */
export async function extentOf(disk: Disk, from: string): Promise<LibraryExtent> {
  let [files, bytes] = [0, 0];
  await walk(disk, from, '', async (path) => {
    const size = await disk.sizeOf(join(from, path));
    if (size === undefined) return;
    files += 1;
    bytes += size;
  });
  return { files, bytes };
}

/** Begins a copy; nothing is copied yet. */
export function createLibraryCopy({ disk, from, to, throwIfCancelled, tell }: CopyOptions): LibraryCopy {
  /** By path: what the file was when it was copied. */
  const known = new Map<string, string>();
  let done = 0;

  async function copy(path: string): Promise<void> {
    throwIfCancelled();
    const source = join(from, path);
    const stamp = await disk.stampOf(source);
    if (stamp === undefined || known.get(path) === stamp) return;
    const isNew = !known.delete(path);
    const target = join(to, path);
    if (!isNew) await disk.remove(target);
    const written = await copyFile(disk, source, target).catch((failure: unknown) => {
      if (isAbsent(failure)) return undefined;
      throw failure;
    });
    if (written === undefined || (await disk.stampOf(source)) !== stamp) {
      // It went or changed meanwhile: what was written is of no use.
      await disk.remove(target);
      return;
    }
    await readBack(disk, target, written);
    known.set(path, stamp);
    done += isNew ? 1 : 0;
    tell(done);
  }

  return {
    async pass() {
      const seen = new Set<string>();
      await walk(
        disk,
        from,
        '',
        async (path) => {
          seen.add(path);
          await copy(path);
        },
        (folder) => disk.makeFolder(join(to, folder)),
        (folder) => disk.syncFolder(join(to, folder)),
      );
      for (const path of known.keys()) {
        if (seen.has(path)) continue;
        await disk.remove(join(to, path));
        known.delete(path);
      }
    },
    async compare() {
      const [here, there] = [await namesOf(disk, from), await namesOf(disk, to)];
      const isSame = here.size === there.size && [...here].every(([path, size]) => there.get(path) === size);
      if (!isSame) throw notTheSame();
    },
  };
}

/** Goes through all files of a library, folder by folder; `enter` before what is in a folder, `leave` after it. */
async function walk(
  disk: Disk,
  root: string,
  below: string,
  take: (path: string) => Promise<void>,
  enter: (folder: string) => Promise<void> = () => Promise.resolve(),
  leave: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const entries = (await listIfThere(disk, join(root, below))).filter((entry) => below !== '' || !staysBehind(entry));
  const link = entries.find(({ kind }) => kind === 'other');
  if (link !== undefined) {
    throw new AppError(
      'bad-input',
      `The library's folder has a link in it (${link.name}), which cannot be moved with it. Nothing was changed. Put what it points to in its place, then try again.`,
    );
  }
  if (below !== '') await enter(below);
  const files = entries.filter(({ kind }) => kind === 'file');
  await mapBounded(files, AT_ONCE, ({ name }) => take(join(below, name)));
  const folders = entries.filter(({ kind }) => kind === 'folder');
  for (const { name } of folders) await walk(disk, root, join(below, name), take, enter, leave);
  await leave(below);
}

async function namesOf(disk: Disk, root: string): Promise<ReadonlyMap<string, number>> {
  const names = new Map<string, number>();
  await walk(disk, root, '', async (path) => {
    names.set(path, (await disk.sizeOf(join(root, path))) ?? -1);
  });
  return names;
}

/** What a file is known again by. */
interface Written {
  readonly bytes: number;
  readonly sum: string;
}

/** Copies one file, which must not be there yet, and waits until it is on the device. Throws the system's error. */
async function copyFile(disk: Disk, source: string, target: string): Promise<Written> {
  const parts = await disk.openParts(source);
  try {
    const file = await disk.create(target);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for (;;) {
        const piece = await parts.read(bytes, PIECE);
        if (piece.byteLength === 0) break;
        hash.update(piece);
        bytes += piece.byteLength;
        for (let done = 0; done < piece.byteLength;) {
          const written = await file.write(piece.subarray(done));
          if (written <= 0) throw Object.assign(new Error('the system wrote no bytes'), { code: 'ENOSPC' });
          done += written;
        }
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { bytes, sum: hash.digest('hex') };
  } finally {
    await parts.close();
  }
}

async function readBack(disk: Disk, target: string, written: Written): Promise<void> {
  const parts = await disk.openParts(target);
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  try {
    for (;;) {
      const piece = await parts.read(bytes, PIECE);
      if (piece.byteLength === 0) break;
      hash.update(piece);
      bytes += piece.byteLength;
    }
  } finally {
    await parts.close();
  }
  if (bytes !== written.bytes || hash.digest('hex') !== written.sum) throw notTheSame();
}

function notTheSame(): AppError {
  return new AppError(
    'disk',
    'A file was not on the new disk as it was written there. Your library is as it was, and stays where it is. Check the new disk, or choose another one.',
  );
}
