// A library in; one file with all of it out, which is called done only after it was read back from its table to its last checksum. Nothing is in
// the place of an older backup before that.
import { open } from 'node:fs/promises';
import { openBackup } from './exchange/export/backupArchive.ts';
import { createZipWriter } from './exchange/export/zipWriter.ts';
import type { JobDesk } from './libraryJobs.ts';
import { byteSource } from './ownFile.ts';
import { createDurableStream } from './store/durableStream.ts';
import type { Library } from './store/library.ts';
import { libraryToBackup } from './wholeLibrary.ts';

/** Writes and proves a backup. Throws `unreadable` when it is not on the disk as it was written, or the system's errors; then nothing is there. */
export async function writeBackupFile(file: string, library: Library, desk: JobDesk, now: Date): Promise<void> {
  const stream = await createDurableStream(file);
  try {
    await libraryToBackup(library, desk, now.toISOString(), createZipWriter(stream, now));
    await prove(await stream.end(), desk);
    desk.throwIfCancelled();
    await stream.publish();
  } catch (failure) {
    await stream.discard();
    throw failure;
  }
}

async function prove(file: string, desk: JobDesk): Promise<void> {
  desk.tell({ isVerifying: true, done: 0 });
  const handle = await open(file, 'r');
  try {
    const backup = await openBackup(await byteSource(handle));
    await backup.verify((done) => {
      desk.throwIfCancelled();
      desk.tell({ done });
    });
  } finally {
    await handle.close();
  }
}
