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

/** What the app is started with; a program that is `required` runs in its main process before it. */
export function appArguments(folders: AppFolders, more: readonly string[] = [], required?: string): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const before = required === undefined ? [] : ['-r', required];
  return [
    ...asRoot,
    ...before,
    `--user-data-dir=${folders.profile}`,
    REPOSITORY,
    '--library',
    folders.library,
    ...more,
  ];
}

/** Starts the app as people start it, plus a folder of its own. Fails the test on any error the page throws. */
export async function startApp(
  folders: AppFolders,
  more: readonly string[] = [],
  required?: string,
): Promise<RunningApp> {
  const args = appArguments(folders, more, required);
  const electron = await _electron.launch({ executablePath: electronPath(), args });
  const window = await electron.firstWindow();
  const pageErrors: string[] = [];
  window.on('pageerror', (error) => pageErrors.push(String(error)));
  await window.waitForLoadState();
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
