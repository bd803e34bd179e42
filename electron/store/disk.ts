// The few operations the store asks of a file system, and the real one under them. Tests put a simulated disk in its place.
// Refuses nothing itself: a failed operation throws the error of the system, which `diskError.ts` puts into words.
import { constants } from 'node:fs';
import {
  access,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  statfs,
  type FileHandle,
} from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** A file being written, from `Disk.create`. */
export interface DiskFile {
  /** Writes at the end of what was written so far; answers how many bytes the system took, which may be fewer than given. */
  write(bytes: Uint8Array): Promise<number>;
  /** Resolves when the file's bytes have reached the device (fsync). */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A file being read in parts, from `Disk.openParts`. */
export interface DiskParts {
  /** The bytes from `at` on, fewer than `length` only where the file ends. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** One name in a folder; a symbolic link is `other`, whatever it points to. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** All that the store asks of a file system. Every method throws the system's own error (`code` such as ENOENT). */
export interface Disk {
  /** Opens a file that must not exist yet. */
  create(path: string): Promise<DiskFile>;
  /** Opens a file to write at its end; makes it when it is not there. */
  append(path: string): Promise<DiskFile>;
  /** Opens a file to read parts of it; what is written to it later can be read as well. */
  openParts(path: string): Promise<DiskParts>;
  /** Reads a whole file; refuses to follow a symbolic link where the system can refuse (ELOOP). */
  read(path: string): Promise<Uint8Array>;
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Size in bytes of a regular file; `undefined` when there is nothing, or something else, at the path. */
  sizeOf(path: string): Promise<number | undefined>;
  /** A text that is another as soon as a regular file was written to or put in the place of another; `undefined` as for `sizeOf`. Reads none of it. */
  stampOf(path: string): Promise<string | undefined>;
  /** The path with every symbolic link on it resolved. */
  resolve(path: string): Promise<string>;
  /** Makes one folder whose parent exists; it may exist already. */
  makeFolder(path: string): Promise<void>;
  /** Replaces a file at `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; fails with EEXIST when `to` exists, which makes it the exclusive way to publish a whole file. */
  link(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all that is in it; nothing to remove is no failure. */
  remove(path: string): Promise<void>;
  /** Resolves when the names in a folder have reached the device; does nothing where folders cannot be synced (Windows, some network disks). */
  syncFolder(path: string): Promise<void>;
  /** Bytes that this person may still write on the disk that a path lies on. */
  freeBytes(path: string): Promise<number>;
  /** Whether the disk that a path lies on can only be read, whoever asks. Never throws: what cannot be told is no. */
  isReadOnly(path: string): Promise<boolean>;
  /** Waits, on the monotonic clock. */
  wait(milliseconds: number): Promise<void>;
}

/** The system's name of a failure, such as `ENOSPC`; `undefined` for anything that is not a system error. */
export function errorNameOf(failure: unknown): string | undefined {
  if (!(failure instanceof Error) || !('code' in failure)) return undefined;
  return typeof failure.code === 'string' ? failure.code : undefined;
}

function toDiskFile(handle: FileHandle): DiskFile {
  return {
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** The file system of the machine. */
export const nodeDisk: Disk = {
  create: async (path) => toDiskFile(await open(path, 'wx')),
  append: async (path) => toDiskFile(await open(path, 'a')),
  async openParts(path) {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return {
      async read(at, length) {
        const bytes = new Uint8Array(length);
        let done = 0;
        while (done < length) {
          const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return bytes.subarray(0, done);
      },
      close: () => handle.close(),
    };
  },
  async read(path) {
    // Windows has no such flag; there the number is missing and a plain read is made.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }));
  },
  async sizeOf(path) {
    try {
      const facts = await lstat(path);
      return facts.isFile() ? facts.size : undefined;
    } catch (failure) {
      if (isAbsent(failure)) return undefined;
      throw failure;
    }
  },
  async stampOf(path) {
    try {
      const facts = await lstat(path, { bigint: true });
      // The last of them changes even when a program puts the first two back.
      return facts.isFile() ? `${facts.size}.${facts.mtimeNs}.${facts.ctimeNs}` : undefined;
    } catch (failure) {
      if (isAbsent(failure)) return undefined;
      throw failure;
    }
  },
  resolve: (path) => realpath(path),
  async makeFolder(path) {
    try {
      await mkdir(path);
    } catch (failure) {
      if (errorNameOf(failure) !== 'EEXIST') throw failure;
    }
  },
  rename,
  link,
  remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  async syncFolder(path) {
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (failure) {
      if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorNameOf(failure) ?? '')) throw failure;
    } finally {
      await handle.close();
    }
  },
  async freeBytes(path) {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  },
  async isReadOnly(path) {
    try {
      await access(path, constants.W_OK);
      return false;
    } catch (failure) {
      return errorNameOf(failure) === 'EROFS';
    }
  },
  wait: (milliseconds) => pause(milliseconds),
};

/** Tells whether a failure says that there is nothing at the path. */
export function isAbsent(failure: unknown): boolean {
  const name = errorNameOf(failure);
  return name === 'ENOENT' || name === 'ENOTDIR';
}

/** Lists a folder; one that is not there is empty. */
export async function listIfThere(disk: Disk, folder: string): Promise<readonly FolderEntry[]> {
  try {
    return await disk.list(folder);
  } catch (failure) {
    if (isAbsent(failure)) return [];
    throw failure;
  }
}

/** Tells whether there is a folder with something in it. */
export async function hasFolder(disk: Disk, folder: string): Promise<boolean> {
  return (await listIfThere(disk, folder)).length > 0;
}
