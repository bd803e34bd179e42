// A library with a trip of articles of all kinds, and its files, for tests of what leaves with a trip.
import type { ArticleId } from '#contract/article.ts';
import type { LibraryJob } from '#contract/libraryExport.ts';
import type { TripId, TripPack } from '#contract/trip.ts';
import { TRIP_PACK_WORDS } from '#contract/tripPackWords.ts';
import { fillShelf, type Shelf } from '../exchange/shelf.ts';
import { TRIP_PLAN } from './plans.ts';

/** Fills a library with `count` articles and makes a trip of the last `taken` of them. */
export async function tripOf(
  { layover }: Shelf,
  count: number,
  taken = count,
): Promise<{ readonly id: TripId; readonly ids: readonly ArticleId[] }> {
  const ids = (await fillShelf(layover, count)).slice(-taken);
  const { id } = await layover.trips.make({ ...TRIP_PLAN, name: 'Lisbon & <back>' });
  await layover.trips.add(id, ids);
  return { id, ids };
}

/** Writes a trip and waits. */
export async function writeTrip(shelf: Shelf, id: TripId, pack: TripPack, file: string): Promise<LibraryJob> {
  const plan = await shelf.keeper.planTrip({ id, pack, words: TRIP_PACK_WORDS });
  shelf.keeper.exportTrip(plan, file);
  return shelf.over();
}

/** Takes a file in and waits. */
export function takeIn(shelf: Shelf, file: string): Promise<LibraryJob> {
  shelf.keeper.restore(file);
  return shelf.over();
}
