// The built window in Chromium on the real library: every request is answered from the build and the library, all others are refused
// and remembered, calls go to the real routes. What Electron would do (dialogs, the browser) is written down instead.
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type BrowserContext, type Page } from 'playwright/test';
import type { CallName, MediaKey } from '#contract/calls.ts';
import type { ErrorReport } from '#contract/errors.ts';
import type { SystemMenu } from '#contract/menu.ts';
import type { SaveSource } from '#contract/save.ts';
import type { ShellWords } from '#contract/shellWords.ts';
import { createArrivals } from '../../electron/library/arriving/arrivals.ts';
import { createDictionaries } from '../../electron/library/dictionaries.ts';
import { createExportKeeper } from '../../electron/library/exporting/exportKeeper.ts';
import { createDoorKeeper } from '../../electron/serve/doorKeeper.ts';
import { openDesk } from './desk.ts';
import { createLog } from '../../electron/diagnostics/log.ts';
import { openLayover, type Layover } from '../../electron/layover.ts';
import { createHealthKeeper } from '../../electron/library/care/libraryHealth.ts';
import type { Disk } from '../../electron/store/disk.ts';
import { openLibrary } from '../../electron/store/library.ts';
import { readSample } from '../../electron/library/sample.ts';
import { createPages, pagesOf } from '../../electron/serve/pages.ts';
import { createRoutes, labelOf, type Host } from '../../electron/serve/routes.ts';
import { createWatchKeeper } from '../../electron/library/arriving/watchKeeper.ts';
import { skipFirstSteps } from './firstSteps.ts';
import { joinBridge, tell } from './appBridge.ts';

const ORIGIN = 'http://layover.test';
const builtFolder = join(import.meta.dirname, '../../out');

/** The window of one test. */
export interface AppPage {
  readonly page: Page;
  readonly layover: Layover;
  /** Addresses that were handed to the system's browser. */
  readonly opened: readonly string[];
  /** Files that were written where the system's dialog would have said. */
  readonly written: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  /** Errors of the page, refused requests and bugs of the library; a test ends with none. */
  readonly problems: string[];
  /** Paths that the system's dialog for files to save will answer with, next time it is asked. */
  readonly filesToChoose: string[];
  /** Folders that the system's dialog will answer with. */
  readonly foldersToChoose: string[];
  /** Paths that the person chooses the next time they are asked what to import. */
  readonly importsToChoose: string[];
  /** Paths that the system's dialogs for exports and backups will answer with, whatever they ask for. */
  readonly targetsToChoose: string[];
  /** The system's menus, as often as the window has asked for them. */
  readonly menus: readonly (readonly SystemMenu[])[];
  /** What the window has told of its language, the latest last. */
  readonly shellWords: readonly ShellWords[];
  /** Files of dictionaries that the system's dialog will answer with. */
  readonly dictionariesToChoose: string[];
  /** What the next PDFs wait for before they are printed, in their order. */
  readonly pdfsWaitFor: Promise<void>[];
  /** Paths of the articles that were printed. */
  readonly printed: readonly string[];
  /** What was put on the clipboard. */
  readonly copied: readonly { readonly text: string; readonly html: string }[];
  /** Each time the window took the keys for media (true) or let them go. */
  readonly mediaKeys: readonly boolean[];
  /** What is to be done before the app starts again, as often as that was asked for. */
  readonly restarts: readonly (() => Promise<void>)[];
  /** Calls that fail, each with what it answers, for as long as they stand in here. */
  readonly failing: Map<CallName, ErrorReport>;
  /** Calls that answer something made up, for as long as they stand in here. */
  readonly staged: Map<CallName, unknown>;
  /** Presses one of them. */
  pressMediaKey(key: MediaKey): void;
  /** Plays a link of another program that asks to save an address. */
  propose(address: string): void;
  /** Loads the window, at a place if one is named. */
  start(fragment?: string): Promise<void>;
  /** Saves something as the main process would and waits until it is ready or has failed. */
  save(source: SaveSource): Promise<void>;
}

/** The app's tests: `app` is a window on an empty library of its own. A test fails on any problem it has not expected. */
export const test = base.extend<{
  app: AppPage;
  isReadOnly: boolean;
  isFirstStart: boolean;
  isOnInternet: boolean;
  disk: Disk | undefined;
}>({
  isReadOnly: [false, { option: true }],
  isFirstStart: [false, { option: true }],
  // Whether sites of a test count as sites of the internet.
  isOnInternet: [true, { option: true }],
  disk: [undefined, { option: true }],
  // Playwright reads its fixtures from the parameter's pattern, so it has to be one.
  // oxlint-disable-next-line no-empty-pattern
  launchOptions: async ({}, use) => {
    const executablePath = process.env['LAYOVER_CHROMIUM'] ?? '/usr/bin/chromium';
    await use({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  },
  viewport: { width: 1280, height: 800 },
  app: async ({ context, page, isReadOnly, isFirstStart, isOnInternet, disk }, use) => {
    const root = mkdtempSync(join(tmpdir(), 'layover-window-'));
    const folder = join(root, 'library');
    if (!isFirstStart) skipFirstSteps(folder);
    // There is nothing to read before a library was made.
    if (isReadOnly) await (await openLibrary(folder, { now: () => new Date() })).close();
    const problems: string[] = [];
    const layover = await openLayover({
      folder,
      readOnly: isReadOnly,
      ...(disk === undefined ? {} : { disk }),
      workerFile: join(builtFolder, 'extractWorker.cjs'),
      ...(isOnInternet ? { classify: () => 'public' } : {}),
      now: () => new Date(),
      report: (bug) => problems.push(`bug: ${String(bug)}`),
      events: {
        libraryChanged: (upserted, removed) => tell(page, 'library.changed', { upserted, removed }),
        saveChanged: (save) => tell(page, 'save.changed', { save }),
        progress: (progress) => tell(page, 'library.progress', progress),
        roomChanged: (little) => tell(page, 'library.room', { little }),
        highlightsChanged: (articleId, highlights) => tell(page, 'highlights.changed', { articleId, highlights }),
        bulkProgress: (progress) => tell(page, 'bulk.progress', progress),
        importProgress: (progress) => tell(page, 'import.progress', progress),
        feedsChanged: () => tell(page, 'feeds.changed', {}),
        tripsChanged: (id) => tell(page, 'trips.changed', { id }),
        conflictsFound: (count) => tell(page, 'conflicts.found', { count }),
        capPassed: (notice) => tell(page, 'cap.passed', notice),
        saveDismissed: (id) => tell(page, 'save.dismissed', { id }),
      },
    });
    const opened: string[] = [];
    const written: { readonly name: string; readonly content: string | Uint8Array }[] = [];
    const mediaKeys: boolean[] = [];
    const failing: AppPage['failing'] = new Map();
    const staged: AppPage['staged'] = new Map();
    const filesToChoose: string[] = [];
    const foldersToChoose: string[] = [];
    const importsToChoose: string[] = [];
    const targetsToChoose: string[] = [];
    const shellWords: ShellWords[] = [];
    const dictionariesToChoose: string[] = [];
    const printed: string[] = [];
    const pdfsWaitFor: Promise<void>[] = [];
    const copied: { readonly text: string; readonly html: string }[] = [];
    const dictionaries = createDictionaries({
      library: layover.library,
      workerFile: join(builtFolder, 'dictionaryWorker.cjs'),
      bundledFolder: join(builtFolder, 'dictionaries/english'),
    });
    const door = createDoorKeeper(layover, (bug) => problems.push(`bug: ${String(bug)}`), [0]);
    const exports = createExportKeeper({
      layover,
      tell: (job) => tell(page, 'export.progress', job),
      report: (bug) => problems.push(`bug: ${String(bug)}`),
    });
    const { restarts, ...desk } = await openDesk(layover, exports, problems);
    const arrivals = createArrivals((source) => layover.saves.add(source, labelOf(source)), exports);
    const watchKeeper = createWatchKeeper({
      library: layover.library,
      take: (path) => arrivals.take(path),
      report: (bug) => problems.push(`bug: ${String(bug)}`),
      everyMs: 50,
    });
    const proposals: string[] = [];
    const menus: (readonly SystemMenu[])[] = [];
    const host: Host = {
      setMenu: (asked) => void menus.push(asked),
      version: '0.0.0-test',
      speak: (words) => void shellWords.push(words),
      sample: () => readSample(builtFolder),
      chooseFiles: () => Promise.resolve(filesToChoose.splice(0)),
      openLink: (url) => Promise.resolve(void opened.push(url)),
      writeFile: (name, content) => {
        written.push({ name, content });
        return Promise.resolve(name);
      },
      openPage: (address) => {
        opened.push(address);
        return Promise.resolve(null);
      },
      takeMediaKeys: (isOn) => void mediaKeys.push(isOn),
      revealFolder: (path) => void opened.push(path),
      chooseDictionary: () => Promise.resolve(dictionariesToChoose.shift() ?? null),
      print: ({ page: path }) => Promise.resolve(void printed.push(path)),
      toPdf: async ({ page: path }) => {
        await pdfsWaitFor.shift();
        return Buffer.from(path);
      },
      copy: (text, html) => Promise.resolve(void copied.push({ text, html })),
      chooseImport: () => Promise.resolve(importsToChoose.splice(0)),
      chooseFolder: () => Promise.resolve(foldersToChoose.shift() ?? null),
      chooseTarget: () => Promise.resolve(targetsToChoose.shift() ?? null),
      chooseTargetFolder: () => Promise.resolve(targetsToChoose.shift() ?? null),
      chooseBackup: () => Promise.resolve(targetsToChoose.shift() ?? null),
      chooseLibrary: () => Promise.resolve(foldersToChoose.shift() ?? null),
      trashFolder: (path) => rm(path, { recursive: true }),
    };
    const logs = mkdtempSync(join(tmpdir(), 'layover-logs-'));
    const log = createLog({
      folder: logs,
      now: () => new Date(),
      mayName: () => layover.library.settings().logsAddresses,
    });
    const program = {
      version: '0.0.0-test',
      electron: '0',
      chromium: '0',
      node: '0',
      system: 'test',
      release: '0',
      arch: 'x',
    };
    const health = createHealthKeeper({ layover, log, backups: exports.backups, program, now: () => new Date() });
    const routes = createRoutes(layover, host, {
      door,
      health,
      watch: watchKeeper,
      dictionaries,
      exports,
      ...desk,
      proposals: () => proposals.splice(0),
    });
    watch(page, problems);
    await serve(context, layover, problems);
    await joinBridge(page, routes, { failing, staged }, problems);
    await use({
      page,
      layover,
      opened,
      written,
      problems,
      filesToChoose,
      foldersToChoose,
      importsToChoose,
      targetsToChoose,
      menus,
      shellWords,
      dictionariesToChoose,
      printed,
      pdfsWaitFor,
      copied,
      mediaKeys,
      restarts,
      failing,
      staged,
      pressMediaKey: (key) => tell(page, 'media.pressed', { key }),
      propose: (address) => {
        proposals.push(address);
        tell(page, 'save.proposed', {});
      },
      start: async (fragment = '') => {
        await page.goto(`${ORIGIN}/${fragment}`);
        // The window listens for what is pasted or dropped on it once it is whole, from its second frame on.
        await page.locator('#app:not([aria-busy])').waitFor({ state: 'attached' });
        await page.evaluate(
          () =>
            new Promise((ready) => {
              requestAnimationFrame(() => requestAnimationFrame(ready));
            }),
        );
      },
      save: async (source) => {
        const { id } = await layover.saves.add(source, labelOf(source));
        await layover.saves.settled(id);
      },
    });
    await page.close();
    await door.close();
    await watchKeeper.close();
    await dictionaries.close();
    await exports.close();
    await health.close();
    await layover.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    await log.settled();
    rmSync(logs, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    base.expect(problems).toEqual([]);
  },
});

/** Patient, because a save starts workers and the machine may be busy. */
export const expect = base.expect.configure({ timeout: 15_000 });

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`page error: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
}

async function serve(context: BrowserContext, layover: Layover, problems: string[]): Promise<void> {
  const { library } = layover;
  const pages = createPages(pagesOf(builtFolder, () => library));
  await context.route('**/*', async (route) => {
    const request = route.request();
    if (!request.url().startsWith(`${ORIGIN}/`)) {
      problems.push(`refused: ${request.url()}`);
      await route.abort();
      return;
    }
    // Chromium asks for it by itself; Electron does not.
    if (new URL(request.url()).pathname === '/favicon.ico') {
      await route.fulfill({ status: 204 });
      return;
    }
    const { status, headers, body } = await pages({ url: request.url(), method: request.method() });
    if (status !== 200) problems.push(`${status}: ${request.url()}`);
    await route.fulfill({ status, headers: { ...headers }, body });
  });
}
