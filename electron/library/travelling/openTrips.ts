// A library in; its trips and what is done for them out.
import type { Article, ArticleId } from '#contract/article.ts';
import type { TripId } from '#contract/trip.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { createLibraryTrips, type LibraryTrips } from './libraryTrips.ts';
import type { LibrarySearch } from '../finding/librarySearch.ts';
import { noteCutOff } from '../saving/pictureGaps.ts';
import type { Library } from '../../store/library.ts';
import { createTripChecks } from './tripCheck.ts';
import { createTripPacking } from './tripPacking.ts';
import { createTripWorks, type TripWorks } from './tripWork.ts';
import type { MeasurePages } from '../../trips/measuring.ts';

/** What it takes. */
export interface TripsOptions {
  readonly library: Library;
  readonly search: Pick<LibrarySearch, 'find'>;
  readonly saves: Pick<SaveQueue, 'add' | 'cancel' | 'dismiss' | 'list' | 'records' | 'atRest'>;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
  /** `undefined` where there is no window to open articles in. */
  readonly measurePages: MeasurePages | undefined;
  readonly pool: Pick<ExtractPool, 'placeImages'>;
  readonly now: () => Date;
  /** Told of an article whose report was changed. */
  readonly corrected: (article: Article) => void;
  readonly changed: (id: TripId) => void;
  readonly report: (bug: unknown) => void;
}

/** Makes them. */
export function openTrips(options: TripsOptions): { readonly trips: LibraryTrips; readonly works: TripWorks } {
  const { library, saves, measurePages, pool, now } = options;
  /** With what it is drawn, where there is a window that draws it. */
  const markOf = async (id: ArticleId): Promise<string | undefined> => {
    const mark = await library.fileMark(id);
    return mark === undefined || measurePages === undefined ? mark : `${mark}.${await measurePages.stamp()}`;
  };
  const trips = createLibraryTrips({ ...options, markOf, workOf: ({ id }) => works.workOf(id) });
  const works = createTripWorks({
    ...options,
    trips,
    packItems: createTripPacking({ library, saves, savedAt: options.savedAt }),
    openChecks: createTripChecks({
      library,
      markOf,
      noteCutOff: async (article, files) => options.corrected(await noteCutOff(article, files, { library, pool })),
      measurePages,
      now,
    }),
  });
  return { trips, works };
}
