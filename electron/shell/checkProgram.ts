// `check --trip NAME` in; the departure check of that trip out, in this Electron and without a window that anybody sees.
import { rm } from 'node:fs/promises';
import { app } from 'electron';
import { openLayover, type Layover } from '../layover.ts';
import { libraryInUse } from '../library/moving/folderInUse.ts';
import { createPages, pagesOf } from '../serve/pages.ts';
import { checkTrip } from '../terminal/checkTrip.ts';
import { WrongUse } from '../terminal/readCommand.ts';
import { runWords } from '../terminal/runWords.ts';
import type { AskedCheck } from './askedCommand.ts';
import { createMeasurePages } from './measurePages.ts';

/** Runs it and ends the program: 0 when everything is ready, 1 otherwise, 2 for wrong use. `usual` is the library's folder when none is named. */
export async function runCheckProgram(
  { words, profile }: AskedCheck,
  builtFolder: string,
  usual: string,
): Promise<void> {
  app.on('window-all-closed', () => undefined);
  const code = await runWords(words, async (command) => {
    if (command.name !== 'check') throw new WrongUse('only a trip can be checked here.');
    await app.whenReady();
    const layover = await open(command.library ?? (await libraryInUse(usual)), builtFolder);
    try {
      return await checkTrip(layover, command);
    } finally {
      await layover.close();
    }
  });
  await rm(profile, { recursive: true, force: true }).catch(() => undefined);
  app.exit(code);
}

function open(folder: string, builtFolder: string): Promise<Layover> {
  const pages = createPages(pagesOf(builtFolder, async () => (await opening).library));
  const opening: Promise<Layover> = openLayover({
    folder,
    workerFile: `${builtFolder}/extractWorker.cjs`,
    measurePages: createMeasurePages({ builtFolder, pages }),
    now: () => new Date(),
    report: (bug) => console.error('layover: a bug in Layover:', bug),
    savesWait: true,
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
  return opening;
}
