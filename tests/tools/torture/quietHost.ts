// A library in a folder in; the routes of the app on it out, with a system around them that asks nobody and opens nothing.
import { join } from 'node:path';
import { createArrivals } from '../../../electron/library/arriving/arrivals.ts';
import { createDictionaries } from '../../../electron/library/dictionaries.ts';
import { createDoorKeeper } from '../../../electron/serve/doorKeeper.ts';
import { createExportKeeper } from '../../../electron/library/exporting/exportKeeper.ts';
import { createFolderKeeper } from '../../../electron/library/moving/folderKeeper.ts';
import { createUpdateKeeper } from '../../../electron/library/updating/updateKeeper.ts';
import { NO_UPDATES } from '../../helpers/desk.ts';
import { createLog } from '../../../electron/diagnostics/log.ts';
import { createHealthKeeper } from '../../../electron/library/care/libraryHealth.ts';
import { openLayover } from '../../../electron/layover.ts';
import { createRoutes, labelOf, type Host } from '../../../electron/serve/routes.ts';
import type { Routes } from '../../../electron/serve/router.ts';
import { createWatchKeeper } from '../../../electron/library/arriving/watchKeeper.ts';

const noProgram = { version: '0', electron: '', chromium: '', node: '', system: '', release: '', arch: '' };

/** Routes that are really there. */
export interface OpenRoutes {
  readonly routes: Routes;
  close(): Promise<void>;
}

/** Opens them; `report` gets bugs. A person who is asked for a file or a folder cancels. */
export async function openRoutes(folder: string, report: (bug: unknown) => void): Promise<OpenRoutes> {
  const built = join(process.env['QUALITY_ROOT'] ?? '.', 'out');
  const nothing = (): undefined => undefined;
  const layover = await openLayover({
    folder,
    workerFile: join(built, 'extractWorker.cjs'),
    now: () => new Date(),
    report,
    isPatient: false,
    savesWait: true,
    events: { libraryChanged: nothing, saveChanged: nothing, saveDismissed: nothing },
  });
  const none = (): Promise<null> => Promise.resolve(null);
  const host: Host = {
    version: '0.0.0-torture',
    speak: nothing,
    sample: () => Promise.resolve({ from: 'paste', text: 'A sample.', html: null }),
    chooseFiles: () => Promise.resolve([]),
    chooseImport: () => Promise.resolve([]),
    chooseFolder: none,
    chooseTarget: none,
    chooseTargetFolder: none,
    chooseBackup: none,
    chooseDictionary: none,
    chooseLibrary: none,
    trashFolder: () => Promise.resolve(),
    writeFile: none,
    openLink: () => Promise.resolve(),
    openPage: none,
    takeMediaKeys: nothing,
    setMenu: nothing,
    revealFolder: nothing,
    print: () => Promise.resolve(),
    toPdf: () => Promise.resolve(new Uint8Array()),
    copy: () => Promise.resolve(),
  };
  const dictionaries = createDictionaries({
    library: layover.library,
    workerFile: join(built, 'dictionaryWorker.cjs'),
    bundledFolder: join(built, 'dictionaries/english'),
  });
  const door = createDoorKeeper(layover, report, [0]);
  const now = (): Date => new Date();
  const log = createLog({ folder: join(folder, '..', 'logs'), now, mayName: () => false });
  const exports = createExportKeeper({ layover, tell: nothing, report });
  const folders = createFolderKeeper({
    library: layover.library,
    file: undefined,
    jobs: exports.jobs,
    now: () => new Date(),
    restart: nothing,
    report,
  });
  const health = createHealthKeeper({ layover, log, backups: exports.backups, program: noProgram, now });
  const arrivals = createArrivals((source) => layover.saves.add(source, labelOf(source)), exports);
  const watch = createWatchKeeper({ library: layover.library, take: (path) => arrivals.take(path), report });
  return {
    routes: createRoutes(layover, host, {
      door,
      watch,
      dictionaries,
      exports,
      folders,
      health,
      updates: createUpdateKeeper({ ...NO_UPDATES, trips: layover.trips }),
      proposals: () => [],
    }),
    async close() {
      await door.close();
      await watch.close();
      await dictionaries.close();
      await exports.close();
      await health.close();
      await log.settled();
      await layover.close();
    },
  };
}
