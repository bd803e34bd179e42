// A trip pack in; its articles in the library, joined as those of a backup are, and the trip among the trips: a new one, or the same one once more.
// A pack that is damaged anywhere is refused whole, before anything is changed.
import { AppError } from '#contract/errors.ts';
import { openBackup, TRIP_PACK } from '../../exchange/export/backupArchive.ts';
import type { ByteSource } from '../../exchange/export/zipReader.ts';
import type { JobDesk } from '../exporting/libraryJobs.ts';
import type { LibraryTrips } from '../travelling/libraryTrips.ts';
import { comingOf, restoreArchive, soundJson } from './restoreArticles.ts';
import { soundMarks, type RestoreTools } from './restoreLibrary.ts';
import { parseTripRecord } from '../../store/tripFiles.ts';

/** Takes a pack in. Throws `unreadable` when it is damaged or too new, `too-large` when there are too many trips, `disk`, `locked`. */
export async function restoreTrip(
  source: ByteSource,
  trips: Pick<LibraryTrips, 'assertRoom' | 'admit'>,
  tools: RestoreTools,
  desk: JobDesk,
): Promise<void> {
  const pack = await openBackup(source, TRIP_PACK);
  await pack.verify(() => desk.throwIfCancelled());
  const trip = soundJson(await pack.own('trip.json'), parseTripRecord);
  if (trip === undefined)
    throw new AppError(
      'unreadable',
      'This trip pack cannot be read: what it says of the trip is damaged, or from a newer Layover. Nothing in the library was changed.',
    );
  for (const id of pack.ids) {
    desk.throwIfCancelled();
    soundMarks(await comingOf(pack, id));
  }
  await trips.assertRoom(trip.id);
  await restoreArchive(pack, tools, desk);
  await trips.admit(trip);
}
