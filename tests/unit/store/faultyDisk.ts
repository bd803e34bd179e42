// A disk that fails, cheats or falls short at operations a test chooses.
import type { Disk, DiskFile } from '../../../electron/store/disk.ts';
import { systemError } from './simulatedDisk.ts';

/** What happens instead of the operation: a system error, only three bytes written, or nothing while all seems well. */
export type Fault = { readonly error: string } | 'short' | 'skipped' | undefined;

/** Puts faults in front of a disk; `choose` is asked at every operation, with its name. */
export function faultyDisk(disk: Disk, choose: (operation: keyof Disk | 'write' | 'sync' | 'close') => Fault): Disk {
  async function attempt<T>(operation: Parameters<typeof choose>[0], run: () => Promise<T>, skip: T): Promise<T> {
    const fault = choose(operation);
    if (fault === 'skipped') return skip;
    if (typeof fault === 'object') throw systemError(fault.error);
    return run();
  }
  async function opened(operation: 'create' | 'append', path: string): Promise<DiskFile> {
    const fault = choose(operation);
    if (typeof fault === 'object') throw systemError(fault.error);
    const file = await disk[operation](path);
    return {
      async write(bytes) {
        const now = choose('write');
        if (typeof now === 'object') throw systemError(now.error);
        return file.write(now === 'short' ? bytes.subarray(0, 3) : bytes);
      },
      sync: () => attempt('sync', () => file.sync(), undefined),
      close: () => attempt('close', () => file.close(), undefined),
    };
  }
  return {
    create: (path) => opened('create', path),
    append: (path) => opened('append', path),
    openParts: (path) =>
      attempt('openParts', () => disk.openParts(path), {
        read: () => Promise.resolve(new Uint8Array()),
        close: () => Promise.resolve(),
      }),
    read: (path) => attempt('read', () => disk.read(path), new Uint8Array()),
    list: (path) => attempt('list', () => disk.list(path), []),
    sizeOf: (path) => attempt('sizeOf', () => disk.sizeOf(path), undefined),
    stampOf: (path) => attempt('stampOf', () => disk.stampOf(path), undefined),
    resolve: (path) => attempt('resolve', () => disk.resolve(path), path),
    makeFolder: (path) => attempt('makeFolder', () => disk.makeFolder(path), undefined),
    rename: (from, to) => attempt('rename', () => disk.rename(from, to), undefined),
    link: (from, to) => attempt('link', () => disk.link(from, to), undefined),
    remove: (path) => attempt('remove', () => disk.remove(path), undefined),
    syncFolder: (path) => attempt('syncFolder', () => disk.syncFolder(path), undefined),
    freeBytes: (path) => attempt('freeBytes', () => disk.freeBytes(path), Infinity),
    isReadOnly: (path) => attempt('isReadOnly', () => disk.isReadOnly(path), false),
    wait: (milliseconds) => attempt('wait', () => disk.wait(milliseconds), undefined),
  };
}
