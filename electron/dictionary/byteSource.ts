// A file or bytes in; any part of them out, with nothing read that was not asked for. Refuses parts that lie outside.
import { open } from 'node:fs/promises';
import { damaged } from './damage.ts';

/** Bytes of which parts can be read. */
export interface ByteSource {
  readonly size: number;
  /** Throws `unreadable` for what does not lie inside whole. */
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a file. Throws the system's error. */
export async function openFileSource(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async read(at, length) {
      assertInside(at, length, size);
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
        if (bytesRead === 0) throw damaged('it ends before its end');
        done += bytesRead;
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}

/** The same for bytes that are here already. */
export function memorySource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    async read(at, length) {
      assertInside(at, length, bytes.length);
      return bytes.subarray(at, at + length);
    },
    close: () => Promise.resolve(),
  };
}

/** Throws `unreadable` unless a part lies inside of so many bytes. */
export function assertInside(at: number, length: number, size: number): void {
  const isInside = Number.isSafeInteger(at) && Number.isSafeInteger(length) && at >= 0 && length >= 0;
  if (!isInside || at + length > size) throw damaged('it names a place that is not in it');
}
