// Start order and nothing else.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { SHELL_WORDS, type ShellWords } from '#contract/shellWords.ts';
import { defaultLibraryFolder } from './library/libraryFolder.ts';
import { openFolderFile, type FolderFile } from './library/moving/folderInUse.ts';
import { createLog, type Log } from './diagnostics/log.ts';
import type { Layover } from './layover.ts';
import type { Arrivals } from './library/arriving/arrivals.ts';
import { createPages, pagesOf } from './serve/pages.ts';
import { readArguments, type Task } from './shell/arguments.ts';
import { runCommandWords, type AskedCheck } from './shell/askedCommand.ts';
import { carry } from './shell/carried.ts';
import { createClosing } from './shell/closing.ts';
import { useCodeCache } from './shell/codeCache.ts';
import { commandWords } from './shell/commandWords.ts';
import { findLibrary } from './shell/findLibrary.ts';
import { createPictureFitter } from './shell/fitPictures.ts';
import { collectGiven } from './shell/given.ts';
import { createHost } from './shell/host.ts';
import { answerCalls, tell } from './shell/ipc.ts';
import { findUpdater } from './shell/loadUpdater.ts';
import { lockContents, lockSession, lookUpNoNames } from './shell/lockdown.ts';
import { createMeasurePages } from './shell/measurePages.ts';
import { setFirstMenu } from './shell/menu.ts';
import { noteProcesses, programFacts } from './shell/processes.ts';
import { createProposals } from './shell/proposals.ts';
import { createPageRenderer } from './shell/renderPage.ts';
import { declareScheme, serveScheme } from './shell/scheme.ts';
import { offerTasks } from './shell/shortcuts.ts';
import { createSignal } from './shell/signal.ts';
import { systemLanguages } from './shell/systemLanguages.ts';
import { createTaskBar } from './shell/taskBar.ts';
import { createTripTray } from './shell/tripTray.ts';
import { loadApp, openWindow } from './shell/window.ts';
import { windowEvents } from './shell/windowEvents.ts';
import { createNextTrip } from './library/travelling/nextTrip.ts';
import { createTripReminder, type Reminder } from './library/travelling/tripReminder.ts';
import { readWindowLook, type WindowLook } from './library/windowLook.ts';

const builtFolder = __dirname;
const isPrecompiled = useCodeCache(builtFolder);
const given = readArguments(process.argv);
const proposals = createProposals();
const takeGiven = collectGiven();
const COMMAND_OF: Readonly<Record<Task, string>> = {
  'new-save': 'save.open',
  queue: 'place.queue',
  'next-trip': 'place.trips',
};
const FIRST_SCREEN_MS = 3_000;
// A window that asks for nothing must not keep the library closed.
const PROGRAM_MS = 1_000;
/** How the addresses of the two large parts of the window's program begin; see `vite.config.ts`. */
const PROGRAM = ['/window/first-', '/window/second-'] as const;
let log: Log | undefined;
const report = (bug: unknown): void => {
  console.error('layover:', bug);
  log?.failure(bug);
};
const { folder: carried, unwritable } = carry(given.isPortable);
let look = (): WindowLook => readWindowLook(given.library ?? usualLibrary(), systemLanguages());

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
  // Read while Electron makes itself ready, which is the most of a start.
  const [inUse] = await Promise.all([libraryFile(), app.whenReady()]);
  const { folder, file } = await libraryFolder(inUse);
  if (folder === undefined) return app.quit();
  look = () => readWindowLook(folder, systemLanguages());
  const windowSession = session.fromPartition('persist:app');
  // Awaited before the window goes to its page, which is still in this turn.
  const locked = lockSession(windowSession);
  const closing = createClosing(report);
  let window: BrowserWindow | undefined;
  const taskBar = createTaskBar();
  let lookAtTrips = (): void => undefined;
  // Opening a large library keeps this process busy, so the window has its program first and reads that meanwhile; what it asks is answered then.
  const handedOver = createSignal(PROGRAM_MS);
  const keeping = handedOver.given.then(async () => {
    const { openKeepers } = await import('./keepers.ts');
    const keepers = await openKeepers({
      folder,
      file,
      takesOver: given.takesOver,
      builtFolder,
      renderPage: createPageRenderer(),
      measurePages: createMeasurePages({ builtFolder, pages: (request) => pages(request) }),
      updater: findUpdater(builtFolder, carried !== undefined),
      log: ownLog,
      program,
      events: windowEvents(
        () => window,
        taskBar,
        ownLog,
        () => lookAtTrips(),
      ),
      tell: (name, payload) => window && tell(window, name, payload),
      restart: (between, more) => closing.restart(between, more),
      endFor: (last) => closing.endFor(last),
      report,
    });
    ownLog.note({ event: 'loaded', isPrecompiled: isPrecompiled() });
    mayName = () => keepers.layover.library.settings().logsAddresses;
    return keepers;
  });
  const fitPicture = createPictureFitter({ pages: (request) => pages(request), report });
  const pages = createPages(pagesOf(builtFolder, async () => (await keeping).layover.library, fitPicture));
  serveScheme(windowSession, pages);
  // Told once the window has all of its program: what keeps this process busy before would keep the last of it back.
  const coming = new Set<string>(PROGRAM);
  windowSession.webRequest.onCompleted(({ url }) => {
    const part = PROGRAM.find((each) => url.includes(each));
    if (part !== undefined && coming.delete(part) && coming.size === 0) setImmediate(() => handedOver.give());
  });
  let remind: (reminder: Reminder) => void = () => undefined;
  let words = (): ShellWords => SHELL_WORDS;
  let begin: (task: Task | undefined) => void = () => undefined;
  const show = async (): Promise<void> => {
    const opened = openWindow(windowSession, builtFolder);
    window = opened;
    opened.on('closed', () => {
      window = undefined;
      // A page may still be open where nobody sees it.
      if (process.platform !== 'darwin') app.quit();
    });
    const choose = (command: string): void => tell(opened, 'command.chosen', { command });
    const host = createHost(opened, builtFolder, choose, (spoken) => offerTasks(spoken, (task) => begin(task)));
    remind = (reminder) => host.remind(reminder);
    words = () => host.words();
    const routes = keeping.then((keepers) => keepers.routes(host, () => proposals.take(), given.isWish));
    answerCalls(opened, routes, report);
    setFirstMenu();
    await locked;
    await loadApp(opened, look());
  };
  app.on('activate', () => {
    if (window !== undefined) return;
    show().catch(report);
  });
  const shown = show();
  const keepers = await keeping;
  const { layover, arrivals, door, watch, exports, updates } = keepers;
  const toFront = (): void => {
    window?.show();
    window?.focus();
  };
  const take = (argv: readonly string[]): void => {
    toFront();
    begin(readArguments(argv).task);
    if (proposals.note(argv) && window !== undefined) tell(window, 'save.proposed', {});
    takeAll(argv, layover, arrivals).catch(report);
  };
  app.on('browser-window-focus', () => {
    layover.lookOutside().catch(report);
    // The clock may have been set, or the computer have slept.
    lookAtTrips();
  });
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
  lookAtTrips = () => {
    nextTrip.wake();
    reminder.wake();
  };
  begin = (task) => {
    if (task === undefined || window === undefined) return;
    toFront();
    const next = nextTrip.next();
    if (task === 'next-trip' && next !== undefined) tell(window, 'trip.chosen', { id: next });
    else tell(window, 'command.chosen', { command: COMMAND_OF[task] });
  };
  closing.closes(async () => {
    reminder.close();
    nextTrip.close();
    tray.close();
    await keepers.close();
    ownLog.note({ event: 'end', ms: Math.round(performance.now()) });
    await ownLog.settled();
  });
  await takeAll(process.argv, layover, arrivals);
  proposals.note(process.argv);
  await shown;
  if (given.task !== undefined) await nextTrip.look().catch(report);
  begin(given.task);
  nextTrip.start();
  for (const save of layover.saves.list()) taskBar.note(save, window);
  if (!layover.library.isReadOnly) {
    watch.start();
    exports.backups.start();
    layover.feeds.start();
    reminder.start();
    updates.start();
    door.start().catch(report);
  }
  // Once the first screen stands, so that a large library opens as fast as a small one; at once where there is nothing to show before.
  const afterMs = layover.library.isChecked ? FIRST_SCREEN_MS : 0;
  setTimeout(() => {
    // Linux starts a program for it, which is waited for. One that is carried along leaves nothing behind in the system.
    if (app.isPackaged && carried === undefined) app.setAsDefaultProtocolClient('layover');
    void layover.inspectAll().catch(report);
  }, afterMs);
}

/** Takes in the addresses and files named on the command line that started the app. */
async function takeAll(argv: readonly string[], { saves }: Layover, arrivals: Arrivals): Promise<void> {
  for (const wish of await readArguments(argv).wishes()) {
    if ('path' in wish) await arrivals.take(wish.path);
    else await saves.add({ from: 'address', address: wish.address }, wish.address);
  }
}

/** What says which library is in use; `undefined` where one was named. */
async function libraryFile(): Promise<FolderFile | undefined> {
  return given.library === undefined ? openFolderFile(usualLibrary()) : undefined;
}

function usualLibrary(): string {
  return carried === undefined ? defaultLibraryFolder(process.env, process.platform) : join(carried, 'library');
}

/** The library to open, and what says so where none was named; no folder when the person would rather quit. */
async function libraryFolder(file: FolderFile | undefined): Promise<{
  readonly folder: string | undefined;
  readonly file: FolderFile | undefined;
}> {
  return { folder: file === undefined ? given.library : await findLibrary(file, usualLibrary()), file };
}

/** Says why and ends the program. */
async function refuseToStart(failure: unknown): Promise<void> {
  console.error('layover:', failure);
  log?.lastFailure(failure);
  try {
    // Linux shows no box before. A Layover that is carried along must not get that far, for it would make a profile in the system.
    if (unwritable === undefined) await app.whenReady();
    const { refusalOf } = await import('./shell/refusal.ts');
    const { title, body } = refusalOf(failure, look().language, unwritable?.folder);
    dialog.showErrorBox(title, body);
  } finally {
    app.exit(1);
  }
}

async function runCheck(check: AskedCheck): Promise<void> {
  const { runCheckProgram } = await import('./shell/checkProgram.ts');
  await runCheckProgram(check, builtFolder, usualLibrary());
}

const words =
  unwritable === undefined ? commandWords(process.argv, app.isPackaged ? null : app.getAppPath()) : undefined;
const asked = words === undefined ? undefined : runCommandWords(words, builtFolder, usualLibrary());
// Root has no sandbox on Linux and must say so; demanding one all the same makes every helper process die at its start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lookUpNoNames();
// Without it Chromium does not ask Linux for its voices.
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
declareScheme();
lockContents();
if (unwritable !== undefined) void refuseToStart(unwritable.failure);
else if (asked !== undefined) runCheck(asked).catch(refuseToStart);
else if (given.library !== undefined || app.requestSingleInstanceLock()) start().catch(refuseToStart);
else app.quit();
