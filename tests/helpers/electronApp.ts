// The real app for a test: its own library, its own profile, and every request of the window written down.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from 'playwright/test';
import { skipFirstSteps } from './firstSteps.ts';

/** Where one test keeps its library and its profile, from the first start to the last. */
export interface AppFolders {
  readonly library: string;
  readonly profile: string;
  remove(): void;
}

/** Makes folders in the system's temporary folder, without anything in them but that the first steps were seen, unless this is the first start. */
export function appFolders(isFirstStart = false): AppFolders {
  const root = mkdtempSync(join(tmpdir(), 'layover-app-'));
  if (!isFirstStart) skipFirstSteps(join(root, 'library'));
  return {
    library: join(root, 'library'),
    profile: join(root, 'profile'),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A running app. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** Addresses that the window asked for and that are not the app's own; read after the fact. */
  foreignRequests(): Promise<readonly string[]>;
  /** Quits as a person would and waits for the process to end. */
  quit(): Promise<void>;
}

// A tool that is bundled lies elsewhere and is told where it belongs.
const REPOSITORY = process.env['QUALITY_ROOT'] ?? resolve(import.meta.dirname, '../..');

/** The program of Electron. */
export function electronPath(): string {
  const path = process.env['LAYOVER_ELECTRON'];
  if (path === undefined) throw new Error('LAYOVER_ELECTRON is not set; run the tests with `npm test`.');
  return path;
}

/** What the app is started with; `first` is Electron's own and comes before the app. */
export function appArguments(
  folders: AppFolders,
  more: readonly string[] = [],
  first: readonly string[] = [],
): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...asRoot, `--user-data-dir=${folders.profile}`, ...first, REPOSITORY, '--library', folders.library, ...more];
}

/** Starts the app as people start it, plus a folder of its own. Fails the test on any error the page throws. */
export async function startApp(
  folders: AppFolders,
  more: readonly string[] = [],
  first: readonly string[] = [],
): Promise<RunningApp> {
  const electron = await _electron.launch({ executablePath: electronPath(), args: appArguments(folders, more, first) });
  const window = await electron.firstWindow();
  const pageErrors: string[] = [];
  window.on('pageerror', (error) => pageErrors.push(String(error)));
  await window.locator('#app:not([aria-busy])').waitFor({ state: 'attached' });
  await electron.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { layoverAsked: asked });
    const note = (details: { url: string }): void => void asked.push(details.url);
    session.fromPartition('persist:app').webRequest.onCompleted(note);
    session.fromPartition('persist:app').webRequest.onErrorOccurred(note);
  });
  return {
    electron,
    window,
    async foreignRequests() {
      const asked = await electron.evaluate((): unknown => Reflect.get(globalThis, 'layoverAsked'));
      if (!Array.isArray(asked)) throw new Error('the list of requests is gone');
      return asked.map(String).filter((url) => !url.startsWith('layover-app://app/'));
    },
    async quit() {
      const ended = electron.waitForEvent('close');
      await electron.evaluate(({ app }) => app.quit());
      await ended;
      expect(pageErrors).toEqual([]);
    },
  };
}

/** Answers the question whether this very machine may be asked, for all that is typed from now on. */
export async function allowLoopback(page: Page): Promise<void> {
  const reply: unknown = await page.evaluate(() => window.layover.call('network.allow', { host: '127.0.0.1' }));
  expect(reply).toMatchObject({ ok: true });
}
