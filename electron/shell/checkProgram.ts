// `check --trip NAME` in; the departure check of that trip out, in this Electron and without a window that anybody sees.
import { rm } from 'node:fs/promises';
import { app } from 'electron';
import { AppError } from '#contract/errors.ts';
import { openLayover, type Layover } from '../layover.ts';
import { libraryInUse } from '../library/moving/folderInUse.ts';
import { createPages, pagesOf } from '../serve/pages.ts';
import { checkTrip } from '../terminal/checkTrip.ts';
import { readCommand, WrongUse } from '../terminal/readCommand.ts';
import type { AskedCheck } from './askedCheck.ts';
import { createMeasurePages } from './measurePages.ts';

/** Runs it and ends the program: 0 when everything is ready, 1 otherwise, 2 for wrong use. */
export async function runCheckProgram({ words, profile }: AskedCheck, builtFolder: string): Promise<void> {
  app.on('window-all-closed', () => undefined);
  const code = await run(words, builtFolder).catch((failure: unknown) => {
    const words =
      failure instanceof AppError || failure instanceof WrongUse
        ? failure.message
        : `a bug in Layover: ${String(failure)}`;
    process.stderr.write(`layover: ${words}\n`);
    return failure instanceof WrongUse ? 2 : 1;
  });
  await rm(profile, { recursive: true, force: true }).catch(() => undefined);
  app.exit(code);
}

async function run(words: readonly string[], builtFolder: string): Promise<number> {
  const command = readCommand(words);
  if (command.name !== 'check') throw new WrongUse('only a trip can be checked here.');
  await app.whenReady();
  const opened = open(command.library ?? (await libraryInUse(process.env, process.platform)), builtFolder);
  const layover = await opened;
  try {
    return await checkTrip(layover, command);
  } finally {
    await layover.close();
  }
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
