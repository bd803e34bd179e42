// A library, or a trip's articles, in; one file with all of it out, which is called done only after it was read back from its table to its last checksum. Nothing is in
// the place of an older backup before that.
import { open } from 'node:fs/promises';
import type { ArticleId } from '#contract/article.ts';
import { BACKUP, openBackup, TRIP_PACK, type ArchiveKind } from '../../exchange/export/backupArchive.ts';
import { createZipWriter, type ZipWriter } from '../../exchange/export/zipWriter.ts';
import type { JobDesk } from './libraryJobs.ts';
import { byteSource } from '../restoring/ownFile.ts';
import { createDurableStream } from '../../store/durableStream.ts';
import type { Library } from '../../store/library.ts';
import type { TripRecord } from '../../store/tripFiles.ts';
import { libraryToBackup, tripToPack } from './wholeLibrary.ts';

/** Writes and proves a backup. Throws `unreadable` when it is not on the disk as it was written, or the system's errors; then nothing is there. */
export function writeBackupFile(file: string, library: Library, desk: JobDesk, now: Date): Promise<void> {
  return writeProved(file, BACKUP, desk, now, (zip) => libraryToBackup(library, desk, now.toISOString(), zip));
}

/** The same of the articles of a trip. */
export function writeTripFile(
  file: string,
  { trip, ids }: { readonly trip: TripRecord; readonly ids: readonly ArticleId[] },
  library: Library,
  desk: JobDesk,
  now: Date,
): Promise<void> {
  return writeProved(file, TRIP_PACK, desk, now, (zip) => tripToPack(trip, ids, library, desk, now.toISOString(), zip));
}

async function writeProved(
  file: string,
  kind: ArchiveKind,
  desk: JobDesk,
  now: Date,
  write: (zip: ZipWriter) => Promise<void>,
): Promise<void> {
  const stream = await createDurableStream(file);
  try {
    await write(createZipWriter(stream, now));
    await prove(await stream.end(), kind, desk);
    desk.throwIfCancelled();
    await stream.publish();
  } catch (failure) {
    await stream.discard();
    throw failure;
  }
}

async function prove(file: string, kind: ArchiveKind, desk: JobDesk): Promise<void> {
  desk.tell({ isVerifying: true, done: 0 });
  const handle = await open(file, 'r');
  try {
    const archive = await openBackup(await byteSource(handle), kind);
    await archive.verify((done) => {
      desk.throwIfCancelled();
      desk.tell({ done });
    });
  } finally {
    await handle.close();
  }
}
