// What is behind the window: the library and those who keep something going for it. Loaded once the window has its program, because it is most of the code.
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { EventName, Events } from '#contract/calls.ts';
import { createMeteredWatch } from './capture/meteredNetwork.ts';
import type { RenderPage } from './capture/renderedPage.ts';
import type { Log } from './diagnostics/log.ts';
import type { ProgramFacts } from './diagnostics/diagnosticsText.ts';
import { openLayover, type Layover } from './layover.ts';
import { createArrivals, type Arrivals } from './library/arriving/arrivals.ts';
import { createWatchKeeper, type WatchKeeper } from './library/arriving/watchKeeper.ts';
import { createHealthKeeper, libraryFacts, type HealthKeeper } from './library/care/libraryHealth.ts';
import { createDictionaries, type Dictionaries } from './library/dictionaries.ts';
import { createExportKeeper, type ExportKeeper } from './library/exporting/exportKeeper.ts';
import type { LayoverEvents } from './library/layoverOptions.ts';
import type { FolderFile } from './library/moving/folderInUse.ts';
import { createFolderKeeper, type FolderKeeper } from './library/moving/folderKeeper.ts';
import { createUpdateKeeper, type UpdateKeeper, type Updater } from './library/updating/updateKeeper.ts';
import { createDoorKeeper, type DoorKeeper } from './serve/doorKeeper.ts';
import type { Routes } from './serve/router.ts';
import { createRoutes, labelOf, type Host } from './serve/routes.ts';
import type { MeasurePages } from './trips/measuring.ts';

/** What the library is opened with. */
export interface KeeperOptions {
  readonly folder: string;
  /** What says which library is in use; `undefined` when it was named at the start. */
  readonly file: FolderFile | undefined;
  readonly takesOver: boolean;
  /** Where the build lies: threads and the bundled dictionary. */
  readonly builtFolder: string;
  readonly renderPage: RenderPage;
  readonly measurePages: MeasurePages;
  /** Loads what asks for newer versions; `undefined` where nothing may be asked. */
  readonly updater: (() => Updater) | undefined;
  readonly log: Log;
  readonly program: ProgramFacts;
  readonly events: LayoverEvents;
  /** Tells the window, if there is one. */
  readonly tell: <K extends EventName>(name: K, payload: Events[K]) => void;
  /** Closes all that is open, does something, and starts the app again. */
  readonly restart: (between: () => Promise<void>, more?: readonly string[]) => void;
  /** Closes all that is open, then lets something end the app. */
  readonly endFor: (last: () => void) => void;
  readonly report: (bug: unknown) => void;
}

/** An open library with its keepers. */
export interface OpenedKeepers {
  readonly layover: Layover;
  readonly arrivals: Arrivals;
  readonly exports: ExportKeeper;
  readonly dictionaries: Dictionaries;
  readonly door: DoorKeeper;
  readonly watch: WatchKeeper;
  readonly health: HealthKeeper;
  readonly folders: FolderKeeper;
  readonly updates: UpdateKeeper;
  /** What answers the calls of a window. */
  routes(host: Host, proposals: () => readonly string[], isAsked: () => Promise<boolean>): Routes;
  /** Closes the keepers, then the library. Never rejects for a keeper. */
  close(): Promise<void>;
}

/** Opens the library, for reading alone where another Layover has it open or its disk can only be read. Throws what `openLayover` throws otherwise. */
export async function openKeepers(options: KeeperOptions): Promise<OpenedKeepers> {
  const { builtFolder, report, tell, log, program } = options;
  const layover = await openFolder(options);
  const { library } = layover;
  const now = (): Date => new Date();
  log.note({ event: 'library', ...libraryFacts(library) });
  const exports = createExportKeeper({ layover, tell: (job) => tell('export.progress', job), report });
  const arrivals = createArrivals((source) => layover.saves.add(source, labelOf(source)), exports);
  const keepers = {
    exports,
    health: createHealthKeeper({ layover, log, backups: exports.backups, program, now }),
    folders: createFolderKeeper({
      library,
      file: options.file,
      jobs: exports.jobs,
      now,
      restart: options.restart,
      report,
    }),
    updates: createUpdateKeeper({
      open: options.updater,
      trips: layover.trips,
      isPacking: () => layover.tripWorks.isBusy(),
      isMetered: createMeteredWatch(),
      looksByItself: () => library.settings().looksForUpdates,
      endFor: options.endFor,
      changed: (state) => tell('update.changed', state),
      now,
      report,
    }),
    dictionaries: createDictionaries({
      library,
      workerFile: `${builtFolder}/dictionaryWorker.cjs`,
      // A thread cannot read what lies in the app's archive, so this lies beside it.
      bundledFolder: join(builtFolder.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked'), 'dictionaries/english'),
    }),
    door: createDoorKeeper(layover, report),
    watch: createWatchKeeper({ library, take: (path) => arrivals.take(path), report }),
  };
  return {
    layover,
    arrivals,
    ...keepers,
    routes: (host, proposals, isAsked) => createRoutes(layover, host, { ...keepers, proposals, isAsked }),
    async close() {
      const { door, watch, dictionaries, health, updates } = keepers;
      updates.close();
      await Promise.all([door.close(), watch.close(), dictionaries.close(), exports.close(), health.close()]).catch(
        report,
      );
      await layover.close();
    },
  };
}

async function openFolder(options: KeeperOptions): Promise<Layover> {
  try {
    return await open(options, false);
  } catch (failure) {
    // What it has can be read here all the same.
    if (!isLocked(failure) && !isOnReadOnlyDisk(failure)) throw failure;
    return open(options, true);
  }
}

function open(options: KeeperOptions, readOnly: boolean): Promise<Layover> {
  const { folder, takesOver, builtFolder, renderPage, measurePages, report, events } = options;
  return openLayover({
    folder,
    readOnly,
    takesOver,
    workerFile: `${builtFolder}/extractWorker.cjs`,
    renderPage,
    measurePages,
    now: () => new Date(),
    report,
    events,
  });
}

function isLocked(failure: unknown): boolean {
  return failure instanceof AppError && failure.code === 'locked';
}

function isOnReadOnlyDisk(failure: unknown): boolean {
  const cause = failure instanceof AppError ? failure.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'EROFS';
}
