// A program for Electron that holds a library and the departure check, on copies of what the app is built of, so that a test can break both.
import { app, BrowserWindow } from 'electron';
import type { ArticleId } from '#contract/article.ts';
import type { BoardRow, TripId } from '#contract/trip.ts';
import { openLayover, type Layover } from '../../electron/layover.ts';
import { createPages, pagesOf } from '../../electron/serve/pages.ts';
import { lockContents } from '../../electron/shell/lockdown.ts';
import { createMeasurePages } from '../../electron/shell/measurePages.ts';
import { declareScheme } from '../../electron/shell/scheme.ts';
import { PLAIN_PLAN } from '../unit/trips/plans.ts';

/** What a test can ask of the program; it finds it as `departure` among its globals. */
export interface Departure {
  /** Opens a library; `builtFolder` is what pages are served from. */
  open(folder: string, builtFolder: string, workerFile: string): Promise<void>;
  /** Makes a trip of these articles and checks it. */
  check(ids: readonly ArticleId[]): Promise<Checked>;
  rows(trip: TripId): Promise<readonly BoardRow[]>;
  /** Makes the window fail as soon as it has the next article. */
  crashNext(): void;
  /** Windows that are open. */
  windows(): number;
  /** What was reported as a bug. */
  bugs(): readonly string[];
  close(): Promise<void>;
}

/** A trip that was checked. */
export interface Checked {
  readonly trip: TripId;
  readonly rows: readonly BoardRow[];
  readonly ready: number;
}

const bugs: string[] = [];
let layover: Layover | undefined;
let crashes = false;

function opened(): Layover {
  if (layover === undefined) throw new Error('no library is open');
  return layover;
}

const departure: Departure = {
  async open(folder, builtFolder, workerFile) {
    await app.whenReady();
    const pages = createPages(pagesOf(builtFolder, () => opened().library));
    layover = await openLayover({
      folder,
      workerFile,
      measurePages: createMeasurePages({ builtFolder, pages }),
      classify: () => 'public',
      now: () => new Date(),
      report: (bug) => void bugs.push(String(bug)),
      events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
    });
  },
  async check(ids) {
    const { trips, tripWorks } = opened();
    const { id } = await trips.make(PLAIN_PLAN);
    await trips.add(id, ids);
    await tripWorks.check(id);
    await tripWorks.settled(id);
    const { rows, ready } = await trips.board(id);
    return { trip: id, rows, ready };
  },
  rows: async (trip) => (await opened().trips.board(trip)).rows,
  crashNext: () => {
    crashes = true;
  },
  windows: () => BrowserWindow.getAllWindows().length,
  bugs: () => bugs,
  close: async () => layover?.close(),
};

app.on('window-all-closed', () => undefined);
app.on('web-contents-created', (_event, contents) => {
  contents.on('did-frame-navigate', (_navigated, url) => {
    if (!crashes || !url.includes('/article/')) return;
    crashes = false;
    contents.forcefullyCrashRenderer();
  });
});
declareScheme();
lockContents();
Object.assign(globalThis, { departure });
