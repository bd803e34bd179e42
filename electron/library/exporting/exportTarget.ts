// Where an export goes: one file, an archive, or a new folder. Nothing is there under its name before all of it is, and nothing stays of what was
// not finished. Throws the system's errors.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createZipWriter, type ZipWriter } from '../../exchange/export/zipWriter.ts';
import type { FileTarget } from '../../exchange/export/markdown.ts';
import { errorNameOf, nodeDisk } from '../../store/disk.ts';
import { writeNewFile, removeQuietly, renamePatiently } from '../../store/durableFile.ts';
import { createDurableStream, type DurableStream } from '../../store/durableStream.ts';

/** Writes one file with `write`; it has its name when that is done. */
export async function intoFile(file: string, write: (stream: DurableStream) => Promise<void>): Promise<void> {
  const stream = await createDurableStream(file);
  try {
    await write(stream);
    await stream.end();
    await stream.publish();
  } catch (failure) {
    await stream.discard();
    throw failure;
  }
}

/** Writes a text that comes in pieces into a file. */
export function textIntoFile(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const encoder = new TextEncoder();
  return intoFile(file, async (stream) => {
    for await (const piece of pieces) await stream.write(encoder.encode(piece));
  });
}

/** Writes an archive; whoever writes ends it. */
export function intoArchive(file: string, modified: Date, write: (zip: ZipWriter) => Promise<void>): Promise<void> {
  return intoFile(file, (stream) => write(createZipWriter(stream, modified)));
}

/** Writes files into an archive and ends it. */
export function filesIntoArchive(
  file: string,
  modified: Date,
  write: (target: FileTarget) => Promise<void>,
): Promise<void> {
  return intoArchive(file, modified, async (zip) => {
    await write({ put: (name, content) => zip.add(name, content) });
    await zip.finish();
  });
}

/** Writes files into a folder that is not there yet. */
export async function filesIntoFolder(folder: string, write: (target: FileTarget) => Promise<void>): Promise<void> {
  const temp = `${folder}.unfinished`;
  await nodeDisk.remove(temp);
  await mkdir(temp);
  const made = new Set<string>();
  try {
    await write({
      async put(name, content) {
        const path = join(temp, name);
        if (!made.has(dirname(path))) {
          await mkdir(dirname(path), { recursive: true });
          made.add(dirname(path));
        }
        await writeNewFile(nodeDisk, path, content);
      },
    });
    for (const each of [...made, temp]) await nodeDisk.syncFolder(each);
    await renamePatiently(nodeDisk, temp, folder);
    await nodeDisk.syncFolder(dirname(folder));
  } catch (failure) {
    await removeQuietly(nodeDisk, temp);
    throw failure;
  }
}

/** A folder of this name in `parent`, or with a number behind it, that is not there yet. */
export async function freeFolder(parent: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const folder = join(parent, count === 1 ? name : `${name} ${count}`);
    try {
      await nodeDisk.list(folder);
    } catch (failure) {
      if (errorNameOf(failure) === 'ENOENT') return folder;
      if (errorNameOf(failure) !== 'ENOTDIR') throw failure;
    }
  }
}
