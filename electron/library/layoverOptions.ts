// How a library is opened: where it lies, what it is worked with, and whom it tells what happens.
import type { ArticleId } from '#contract/article.ts';
import type { BulkProgress } from '#contract/bulk.ts';
import type { LibraryProgress, RowCard } from '#contract/calls.ts';
import type { LittleRoom } from '#contract/libraryInfo.ts';
import type { ImportProgress } from '#contract/imports.ts';
import type { Highlight } from '#contract/highlight.ts';
import type { Save } from '#contract/save.ts';
import type { CapNotice } from '#contract/storage.ts';
import type { TripId } from '#contract/trip.ts';
import type { Reach } from '../capture/guard.ts';
import type { RenderPage } from '../capture/renderedPage.ts';
import type { MeasurePages } from '../trips/measuring.ts';
import type { Disk } from '../store/disk.ts';

/** What happens in a library that others may want to know at once. */
export interface LayoverEvents {
  readonly libraryChanged: (upserted: readonly RowCard[], removed: readonly number[]) => void;
  readonly saveChanged: (save: Save) => void;
  readonly saveDismissed: (id: number) => void;
  readonly highlightsChanged?: (articleId: ArticleId, highlights: readonly Highlight[]) => void;
  readonly progress?: (progress: LibraryProgress) => void;
  readonly importProgress?: (progress: ImportProgress) => void;
  readonly bulkProgress?: (progress: BulkProgress) => void;
  readonly feedsChanged?: () => void;
  readonly tripsChanged?: (id: TripId) => void;
  readonly roomChanged?: (little: LittleRoom | null) => void;
  /** So many second copies of files were found, and what they had joined. */
  readonly conflictsFound?: (count: number) => void;
  readonly capPassed?: (notice: CapNotice) => void;
}

/** How to open a library. */
export interface LayoverOptions {
  readonly folder: string;
  /** What it is kept on; the system's file system when not named. */
  readonly disk?: Disk;
  /** The bundled extraction worker. */
  readonly workerFile: string;
  /** The bundled worker that opens saved files; `fileWorker.cjs` beside the other when not named. */
  readonly fileWorkerFile?: string;
  /** The bundled thread that reads other programs' exports; `importWorker.cjs` beside the other when not named. */
  readonly importWorkerFile?: string;
  /** The bundled thread of the full-text index; `searchWorker.cjs` beside the other when not named. */
  readonly searchWorkerFile?: string;
  /** The bundled thread that reads feeds; `feedWorker.cjs` beside the other when not named. */
  readonly feedWorkerFile?: string;
  /** Opens a page that a script builds; without it such a page is what it is before the script runs. */
  readonly renderPage?: RenderPage | undefined;
  /** Opens articles to see whether they work without a network; without it nothing is ever called ready. */
  readonly measurePages?: MeasurePages | undefined;
  /** Whether the network counts its data; the system is asked when not given. */
  readonly isMetered?: () => Promise<boolean>;
  /** Which addresses of machines are public ones, where not those of the internet: a test so plays it on loopback. The app never gives it. */
  readonly classify?: (address: string) => Reach;
  readonly now: () => Date;
  /** Gets bugs; expected failures are answered, not reported. */
  readonly report: (bug: unknown) => void;
  readonly events: LayoverEvents;
  /** Below so many free bytes on its disk the library warns; `LEAST_ROOM_BYTES` unless given. */
  readonly leastRoomBytes?: number;
  /** Opens without the lock and refuses every change. */
  readonly readOnly?: boolean;
  /** Opens it although another machine has not closed it; see `LibraryOptions`. */
  readonly takesOver?: boolean;
  /** Whether saves that wait go on waiting while this is open. */
  readonly savesWait?: boolean;
  /** Whether saves wait for the network and for busy sites, the default, or fail at once. */
  readonly isPatient?: boolean;
}
