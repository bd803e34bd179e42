// What the calls about taking a library out and bringing it back do. Where files go is chosen in the system's dialogs, never by the window.
import type { CallName } from '#contract/calls.ts';
import type { ExportCalls } from '#contract/exportCalls.ts';
import type { ExportKeeper } from '../library/exporting/exportKeeper.ts';
import { toExportError } from '../library/exporting/exportFailure.ts';
import { checked, inputs } from './input.ts';
import { printJob, type PrintJob } from './printLook.ts';
import { route, type Routes } from './router.ts';
import { tripInputs } from './tripInput.ts';

/** What the system around the app does for these calls; each dialog answers `null` when the person cancels. */
export interface ExportHost {
  /** Lets the person choose where a file of this name is to be written. */
  readonly chooseTarget: (name: string) => Promise<string | null>;
  /** Lets the person choose a folder to write into. */
  readonly chooseTargetFolder: () => Promise<string | null>;
  /** Lets the person choose a backup or an export as JSON. */
  readonly chooseBackup: () => Promise<string | null>;
  readonly revealFolder: (path: string) => void;
  /** The bytes of a PDF. */
  readonly toPdf: (job: PrintJob) => Promise<Uint8Array>;
}

/** Makes their routes. */
export function exportRoutes(
  { jobs, backups, ...keeper }: ExportKeeper,
  host: ExportHost,
): Pick<Routes, Extract<CallName, keyof ExportCalls>> {
  return {
    'export.start': route(checked(inputs.libraryWish), async (wish) => {
      const plan = await keeper.plan(wish);
      const isFile = plan.destination.kind === 'file';
      const place = await (isFile ? host.chooseTarget(plan.name) : host.chooseTargetFolder());
      if (place === null) return null;
      try {
        return await keeper.export(plan, place, (article, settings) => host.toPdf(printJob(article, settings)));
      } catch (failure) {
        throw toExportError(failure);
      }
    }),
    'trip.export': route(checked(tripInputs.export), async (wish) => {
      const plan = await keeper.planTrip(wish);
      const file = await host.chooseTarget(plan.name);
      return file === null ? null : keeper.exportTrip(plan, file);
    }),
    'export.job': route(checked(inputs.nothing), () => jobs.last()),
    'export.cancel': route(checked(inputs.job), ({ job }) => jobs.cancel(job)),
    'export.reveal': route(checked(inputs.job), ({ job }) => host.revealFolder(jobs.placeOf(job))),
    'backup.write': route(checked(inputs.nothing), async () => {
      jobs.assertFree();
      const file = await host.chooseTarget(keeper.backupName());
      return file === null ? null : keeper.backup(file);
    }),
    'backup.restore': route(checked(inputs.nothing), async () => {
      jobs.assertFree();
      const file = await host.chooseBackup();
      return file === null ? null : keeper.restore(file);
    }),
    'backup.state': route(checked(inputs.nothing), () => backups.state()),
    'backup.chooseFolder': route(checked(inputs.nothing), async () => {
      const folder = await host.chooseTargetFolder();
      return folder === null ? backups.state() : backups.choose(folder);
    }),
    'backup.stop': route(checked(inputs.nothing), () => backups.choose(null)),
    'backup.now': route(checked(inputs.nothing), () => backups.now()),
  };
}
