// A file too large to be held in memory, written piece by piece beside where it shall lie; it has its name only when all of it is on the device.
// Throws the system's errors.
import { basename, dirname, join } from 'node:path';
import { nodeDisk, type Disk, type DiskFile } from './disk.ts';
import { removeQuietly, renamePatiently, tempName } from './durableFile.ts';

/** A file that is being written. */
export interface DurableStream {
  write(bytes: Uint8Array): Promise<void>;
  /** Ends it; resolves when its bytes are on the device, and answers where they lie until `publish`. */
  end(): Promise<string>;
  /** Gives it its name, in the place of what has it. */
  publish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

const PIECE = 256 * 1024;

/** Begins a file; its folder must exist. */
export async function createDurableStream(file: string, disk: Disk = nodeDisk): Promise<DurableStream> {
  const temp = join(dirname(file), tempName(basename(file)));
  let handle: DiskFile | undefined = await disk.create(temp);
  let waiting: Uint8Array[] = [];
  let length = 0;

  async function flush(): Promise<void> {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    const open = handle;
    if (open === undefined) throw new Error('nothing is written to a file that was ended');
    let done = 0;
    while (done < bytes.byteLength) {
      const written = await open.write(bytes.subarray(done));
      // A system that takes nothing and reports nothing would otherwise keep us here for ever.
      if (written <= 0) throw Object.assign(new Error('the system wrote no bytes'), { code: 'ENOSPC' });
      done += written;
    }
  }

  async function close(): Promise<void> {
    const open = handle;
    handle = undefined;
    await open?.close();
  }

  return {
    async write(bytes) {
      waiting.push(bytes);
      length += bytes.byteLength;
      if (length >= PIECE) await flush();
    },
    async end() {
      await flush();
      await handle?.sync();
      await close();
      return temp;
    },
    async publish() {
      await renamePatiently(disk, temp, file);
      await disk.syncFolder(dirname(file));
    },
    async discard() {
      waiting = [];
      try {
        await close();
      } finally {
        await removeQuietly(disk, temp);
      }
    },
  };
}
