// Start order and nothing else.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { AppError } from '#contract/errors.ts';
import { SHELL_WORDS, type ShellWords } from '#contract/shellWords.ts';
import { createArrivals, type Arrivals } from './library/arriving/arrivals.ts';
import { createDictionaries } from './library/dictionaries.ts';
import { createDoorKeeper } from './serve/doorKeeper.ts';
import { createExportKeeper } from './library/exporting/exportKeeper.ts';
import { defaultLibraryFolder } from './library/libraryFolder.ts';
import { openLayover, type Layover } from './layover.ts';
import { portableFolder } from './library/portable.ts';
import { createLog, type Log } from './diagnostics/log.ts';
import { createHealthKeeper, libraryFacts } from './library/care/libraryHealth.ts';
import { createPages, pagesOf } from './serve/pages.ts';
import { createRoutes, labelOf } from './serve/routes.ts';
import { readArguments } from './shell/arguments.ts';
import { checkWords, runCheckProgram } from './shell/checkProgram.ts';
import { createPictureFitter } from './shell/fitPictures.ts';
import { collectGiven } from './shell/given.ts';
import { createHost } from './shell/host.ts';
import { answerCalls, tell } from './shell/ipc.ts';
import { lockContents, lockSession, lookUpNoNames } from './shell/lockdown.ts';
import { createMeasurePages } from './shell/measurePages.ts';
import { setFirstMenu } from './shell/menu.ts';
import { noteProcesses, programFacts } from './shell/processes.ts';
import { createProposals } from './shell/proposals.ts';
import { createPageRenderer } from './shell/renderPage.ts';
import { declareScheme, serveScheme } from './shell/scheme.ts';
import { createSignal } from './shell/signal.ts';
import { createTaskBar } from './shell/taskBar.ts';
import { createTripTray } from './shell/tripTray.ts';
import { loadApp, openWindow } from './shell/window.ts';
import { createNextTrip } from './library/travelling/nextTrip.ts';
import { createTripReminder, type Reminder } from './library/travelling/tripReminder.ts';
import { createWatchKeeper } from './library/arriving/watchKeeper.ts';
import { readWindowLanguage, type WindowLanguage } from './library/windowLanguage.ts';

const builtFolder = __dirname;
const given = readArguments(process.argv);
const proposals = createProposals();
const takeGiven = collectGiven();
const FIRST_SCREEN_MS = 3_000;
// A window that asks for nothing must not keep the library closed.
const PROGRAM_MS = 1_000;
let log: Log | undefined;
const report = (bug: unknown): void => {
  console.error('layover:', bug);
  log?.failure(bug);
};
const carried = carriedFolder();

async function start(): Promise<void> {
  let mayName = (): boolean => false;
  const ownLog = createLog({
    folder: join(app.getPath('userData'), 'logs'),
    now: () => new Date(),
    mayName: () => mayName(),
  });
  log = ownLog;
  noteProcesses(ownLog, report);
  const program = programFacts();
  ownLog.note({ event: 'start', ...program, isPackaged: app.isPackaged, isPortable: carried !== undefined });
  await app.whenReady();
  const windowSession = session.fromPartition('persist:app');
  await lockSession(windowSession);
  const beside = carried === undefined ? undefined : join(carried, 'library');
  const folder = given.library ?? beside ?? defaultLibraryFolder(process.env, process.platform);
  let window: BrowserWindow | undefined;
  const taskBar = createTaskBar();
  // Opening a large library keeps this process busy, so the window has its program first and reads that meanwhile; what it asks is answered then.
  const handedOver = createSignal(PROGRAM_MS);
  const openFolder = (readOnly: boolean): Promise<Layover> =>
    openLayover({
      folder,
      readOnly,
      workerFile: `${builtFolder}/extractWorker.cjs`,
      renderPage: createPageRenderer(),
      measurePages: createMeasurePages({ builtFolder, pages: (request) => pages(request) }),
      now: () => new Date(),
      report,
      events: {
        libraryChanged: (upserted, removed) => window && tell(window, 'library.changed', { upserted, removed }),
        saveChanged: (save) => {
          ownLog.save(save);
          taskBar.note(save, window);
          if (window !== undefined) tell(window, 'save.changed', { save });
        },
        progress: (progress) => window && tell(window, 'library.progress', progress),
        roomChanged: (little) => window && tell(window, 'library.room', { little }),
        highlightsChanged: (articleId, highlights) =>
          window && tell(window, 'highlights.changed', { articleId, highlights }),
        bulkProgress: (progress) => window && tell(window, 'bulk.progress', progress),
        importProgress: (progress) => window && tell(window, 'import.progress', progress),
        feedsChanged: () => window && tell(window, 'feeds.changed', {}),
        tripsChanged: (id) => window && tell(window, 'trips.changed', { id }),
        capPassed: (notice) => window && tell(window, 'cap.passed', notice),
        saveDismissed: (id) => window && tell(window, 'save.dismissed', { id }),
      },
    });
  const opening = handedOver.given
    .then(() => openFolder(false))
    // Another Layover has it open, or its disk can only be read: what it has can be read here all the same.
    .catch((failure: unknown) => {
      if (!isLocked(failure) && !isOnReadOnlyDisk(failure)) throw failure;
      return openFolder(true);
    });
  const keeping = opening.then((layover) => {
    const { library } = layover;
    mayName = () => library.settings().logsAddresses;
    ownLog.note({ event: 'library', ...libraryFacts(library) });
    const exports = createExportKeeper({
      layover,
      tell: (job) => window && tell(window, 'export.progress', job),
      report,
    });
    const arrivals = createArrivals((source) => layover.saves.add(source, labelOf(source)), exports);
    return {
      layover,
      arrivals,
      exports,
      health: createHealthKeeper({ layover, log: ownLog, backups: exports.backups, program, now: () => new Date() }),
      dictionaries: createDictionaries({
        library: layover.library,
        workerFile: `${builtFolder}/dictionaryWorker.cjs`,
        // A thread cannot read what lies in the app's archive, so this lies beside it.
        bundledFolder: `${builtFolder.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked')}/dictionaries/english`,
      }),
      door: createDoorKeeper(layover, report),
      watch: createWatchKeeper({ library: layover.library, take: (path) => arrivals.take(path), report }),
    };
  });
  const fitPicture = createPictureFitter({ pages: (request) => pages(request), report });
  const pages = createPages(pagesOf(builtFolder, async () => (await opening).library, fitPicture));
  serveScheme(windowSession, async (request) => {
    const page = await pages(request);
    if (request.url.endsWith('.js')) setImmediate(() => handedOver.give());
    return page;
  });
  const preferred = [...app.getPreferredSystemLanguages(), app.getLocale()];
  // Asked before there is a window, so that it goes to its page at once and has no other before.
  const language = (): Promise<WindowLanguage> => readWindowLanguage(folder, preferred);
  let remind: (reminder: Reminder) => void = () => undefined;
  let words = (): ShellWords => SHELL_WORDS;
  const show = async (spoken: WindowLanguage): Promise<void> => {
    const opened = openWindow(windowSession, builtFolder);
    window = opened;
    opened.on('closed', () => {
      window = undefined;
      // A page may still be open where nobody sees it.
      if (process.platform !== 'darwin') app.quit();
    });
    const choose = (command: string): void => tell(opened, 'command.chosen', { command });
    const host = createHost(opened, builtFolder, choose);
    remind = (reminder) => host.remind(reminder);
    words = () => host.words();
    const routes = keeping.then(({ layover, ...keepers }) =>
      createRoutes(layover, host, {
        ...keepers,
        proposals: () => proposals.take(),
        isAsked: given.isWish,
      }),
    );
    answerCalls(opened, routes, report);
    setFirstMenu();
    await loadApp(opened, spoken);
  };
  app.on('activate', () => {
    if (window !== undefined) return;
    language()
      .then((spoken) => (window === undefined ? show(spoken) : undefined))
      .catch(report);
  });
  const shown = show(await language());
  const { layover, arrivals, door, watch, dictionaries, exports, health } = await keeping;
  const toFront = (): void => {
    window?.show();
    window?.focus();
  };
  const take = (argv: readonly string[]): void => {
    toFront();
    if (proposals.note(argv) && window !== undefined) tell(window, 'save.proposed', {});
    takeAll(argv, layover, arrivals).catch(report);
  };
  app.on('second-instance', (_event, argv) => take(argv));
  takeGiven(take);
  const reminder = createTripReminder({
    trips: layover.trips,
    now: () => new Date(),
    remind: (what) => remind(what),
    report,
  });
  const tray = createTripTray(builtFolder, (id) => {
    toFront();
    if (window !== undefined) tell(window, 'trip.chosen', { id });
  });
  const nextTrip = createNextTrip({
    trips: layover.trips,
    now: () => new Date(),
    show: (next) => tray.show(next, words()),
    report,
  });
  closeInOrder(layover, () => {
    reminder.close();
    nextTrip.close();
    tray.close();
    return Promise.all([door.close(), watch.close(), dictionaries.close(), exports.close(), health.close()]);
  });
  await takeAll(process.argv, layover, arrivals);
  proposals.note(process.argv);
  await shown;
  nextTrip.start();
  if (!layover.library.isReadOnly) {
    watch.start();
    exports.backups.start();
    layover.feeds.start();
    reminder.start();
    door.start().catch(report);
  }
  // Once the first screen stands, so that a large library opens as fast as a small one; at once where there is nothing to show before.
  const afterMs = layover.library.isChecked ? FIRST_SCREEN_MS : 0;
  setTimeout(() => void layover.inspectAll().catch(report), afterMs);
}

/** Takes in the addresses and files named on the command line that started the app. */
async function takeAll(argv: readonly string[], { saves }: Layover, arrivals: Arrivals): Promise<void> {
  for (const wish of await readArguments(argv).wishes()) {
    if ('path' in wish) await arrivals.take(wish.path);
    else await saves.add({ from: 'address', address: wish.address }, wish.address);
  }
}

function closeInOrder(layover: Layover, closeKeepers: () => Promise<unknown>): void {
  let isClosed = false;
  // The app's own window decides when to quit, see above; without a listener Electron would.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    closeKeepers()
      .then(() => layover.close())
      .then(() => log?.note({ event: 'end', ms: Math.round(performance.now()) }))
      .catch(report)
      .then(() => log?.settled())
      .catch(report)
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}

function isLocked(failure: unknown): boolean {
  return failure instanceof AppError && failure.code === 'locked';
}

function isOnReadOnlyDisk(failure: unknown): boolean {
  const cause = failure instanceof AppError ? failure.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'EROFS';
}

function refuseToStart(failure: unknown): void {
  console.error('layover:', failure);
  log?.lastFailure(failure);
  const words =
    failure instanceof AppError ? failure.message : 'Layover could not start. Nothing in your library was changed.';
  dialog.showErrorBox('Layover could not open your library', words);
  app.exit(1);
}

/** Where a portable Layover keeps everything: asked for once, it is found again by its folder. */
function carriedFolder(): string | undefined {
  const folder = portableFolder({ program: process.execPath, env: process.env, platform: process.platform });
  if (!given.isPortable && !existsSync(folder)) return undefined;
  const profile = join(folder, 'profile');
  try {
    mkdirSync(profile, { recursive: true });
  } catch (cause) {
    const words = `Layover was to keep everything beside its program, in ${folder}, but cannot write there. Nothing was changed. Move Layover to where you may write, or start it without --portable.`;
    refuseToStart(new AppError('disk', words, { cause }));
  }
  app.setPath('userData', profile);
  return folder;
}

// Root has no sandbox on Linux and must say so; demanding one all the same makes every helper process die at its start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lookUpNoNames();
// Without it Chromium does not ask Linux for its voices.
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
// One that is carried along leaves nothing behind in the system.
if (app.isPackaged && carried === undefined) app.setAsDefaultProtocolClient('layover');
declareScheme();
lockContents();
const asked = checkWords(process.argv);
if (asked !== undefined) void runCheckProgram(asked, builtFolder);
else if (given.library !== undefined || app.requestSingleInstanceLock()) start().catch(refuseToStart);
else app.quit();
