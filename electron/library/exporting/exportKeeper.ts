// What leaves a library and comes back to it, joined: one piece of such work at a time, and the backups that are made by themselves.
import { basename } from 'node:path';
import type { ArticleId } from '#contract/article.ts';
import { localDayOf } from '#contract/dates.ts';
import { AppError } from '#contract/errors.ts';
import { fileNameOf } from '#contract/fileName.ts';
import type { ExportScope, LibraryJob, LibraryWish } from '#contract/libraryExport.ts';
import type { TripExport } from '#contract/trip.ts';
import { createBackupKeeper, type BackupKeeper } from './backupKeeper.ts';
import { freeFolder } from './exportTarget.ts';
import { destinationOf, type Destination } from './destination.ts';
import type { ExportTools } from './libraryExport.ts';
import { createLibraryJobs, type JobWish, type LibraryJobs } from './libraryJobs.ts';
import type { Layover } from '../../layover.ts';
import { exportLibrary, exportTrip, planTripExport, restoreFile, writeBackupFile } from './onDemand.ts';
import type { TripExportPlan } from './tripExport.ts';
import { newestFirst } from '../finding/newestFirst.ts';

/** What can be done. All of it tells how far it is by `tell`. */
export interface ExportKeeper {
  readonly jobs: Pick<LibraryJobs, 'assertFree' | 'begin' | 'last' | 'cancel' | 'placeOf'>;
  readonly backups: BackupKeeper;
  /** Which articles a scope means, and where they go under which name. Throws `bad-input`. */
  plan(wish: LibraryWish): Promise<ExportPlan>;
  /** Begins an export into a file, or into a new folder in the folder that is given. */
  export(plan: ExportPlan, place: string, toPdf: ExportTools['toPdf']): Promise<LibraryJob>;
  /** What of a trip is written, and under which name. Throws `locked` and as `planTripExport`. */
  planTrip(wish: TripExport): Promise<TripExportPlan>;
  exportTrip(plan: TripExportPlan, file: string): LibraryJob;
  /** The name that a backup is offered under. */
  backupName(): string;
  backup(file: string): LibraryJob;
  restore(file: string): LibraryJob;
  /** Restores a file once nothing else is under way. */
  join(file: string): void;
  close(): Promise<void>;
}

/** An export that only needs a place. */
export interface ExportPlan {
  readonly wish: LibraryWish;
  readonly ids: readonly ArticleId[];
  readonly destination: Destination;
  /** With its ending for a file. */
  readonly name: string;
}

/** What it needs. */
export interface ExportKeeperOptions {
  readonly layover: Layover;
  readonly tell: (job: LibraryJob) => void;
  readonly report: (bug: unknown) => void;
  readonly now?: () => Date;
  /** See `createBackupKeeper`. */
  readonly everyMs?: number;
}

/** Makes the keeper of an open library. */
export function createExportKeeper({
  layover,
  tell,
  report,
  now = () => new Date(),
  ...timing
}: ExportKeeperOptions): ExportKeeper {
  const { library, care } = layover;
  const jobs = createLibraryJobs(tell, report);
  const backups = createBackupKeeper({ library, jobs, now, report, ...timing });

  async function idsOf(scope: ExportScope): Promise<readonly ArticleId[]> {
    const ids = scope === 'library' ? newestFirst(library.catalogue) : await care.idsOf(scope);
    if (ids.length > 0) return ids;
    throw new AppError('not-found', 'There is no article to export. Nothing was written.');
  }

  function nameFor(ids: readonly ArticleId[], destination: Destination): string {
    const [only] = ids;
    const row = only === undefined ? undefined : library.catalogue.rowOf(only);
    const name =
      ids.length === 1 && row !== undefined ? fileNameOf(library.catalogue.title(row)) : `Layover ${localDayOf(now())}`;
    return destination.kind === 'file' ? `${name}.${destination.ending}` : name;
  }

  const restoring = (file: string): JobWish => ({
    kind: 'restore',
    name: basename(file),
    place: null,
    run: (desk) => restoreFile(file, layover, desk),
  });

  return {
    jobs,
    backups,
    async plan(wish) {
      jobs.assertFree();
      const ids = await idsOf(wish.scope);
      const destination = destinationOf(wish, ids.length);
      return { wish, ids, destination, name: nameFor(ids, destination) };
    },
    async export({ wish, ids, destination, name }, place, toPdf) {
      const path = destination.kind === 'file' ? place : await freeFolder(place, name);
      return jobs.begin({
        kind: 'export',
        name: basename(path),
        place: path,
        run: (desk) => exportLibrary(wish, ids, path, desk, { layover, toPdf, now }),
      }).job;
    },
    async planTrip(wish) {
      jobs.assertFree();
      return planTripExport(wish, layover);
    },
    exportTrip: (plan, file) =>
      jobs.begin({
        kind: 'export',
        name: basename(file),
        place: file,
        run: (desk) => exportTrip(plan, file, desk, layover, now()),
      }).job,
    backupName: () => `Layover ${localDayOf(now())}.layover-backup`,
    backup: (file) =>
      jobs.begin({
        kind: 'backup',
        name: basename(file),
        place: file,
        run: (desk) => writeBackupFile(file, library, desk, now()),
      }).job,
    restore: (file) => jobs.begin(restoring(file)).job,
    join: (file) => jobs.line(restoring(file)),
    async close() {
      await backups.close();
      await jobs.close();
    },
  };
}
