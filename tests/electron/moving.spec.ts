// The library moved to another folder by the real app: killed on the way, it is where it was; let to its end, the next start has it in its new place.
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { openLibrary } from '../../electron/store/library.ts';
import { appArguments, appFolders, electronPath, type AppFolders } from '../helpers/electronApp.ts';
import { aDraft, someFiles } from '../unit/store/drafts.ts';

const ARTICLES = 12;

interface Started {
  readonly electron: ElectronApplication;
  readonly window: Page;
}

/** Whether the app has its one window, with all of its program. */
async function isWhole({ BrowserWindow }: typeof import('electron')): Promise<boolean> {
  const [window] = BrowserWindow.getAllWindows();
  const isBusy: unknown = await window?.webContents.executeJavaScript('document.querySelector("[aria-busy]") !== null');
  return isBusy === false;
}

/** Starts the app on its usual library, which lies where the system says that such things lie. */
async function startUsual(folders: AppFolders, data: string): Promise<Started> {
  const args = appArguments(folders).filter((value) => value !== '--library' && value !== folders.library);
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args,
    env: { ...process.env, XDG_DATA_HOME: data },
  });
  const window = await electron.firstWindow({ timeout: 8_000 }).catch(() => undefined);
  if (window === undefined) {
    // A window that opens while Playwright is about to look for windows is at times not told of. Whether it is there and whole, the app can say.
    expect(await electron.evaluate(isWhole)).toBe(true);
    const gone = once(electron.process(), 'exit');
    await electron.evaluate(({ app }) => app.quit());
    await gone;
    return startUsual(folders, data);
  }
  await window.getByRole('main').waitFor();
  return { electron, window };
}

/** Chooses a folder where the system's dialog would have asked, and asks to move the library there. */
async function move({ electron, window: page }: Started, folder: string): Promise<void> {
  await electron.evaluate(({ dialog, app }, path) => {
    Object.assign(dialog, { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [path] }) });
    // The test starts it itself.
    Object.assign(app, { relaunch: () => undefined });
  }, folder);
  await page.evaluate(() => window.layover.call('folder.move', undefined));
}

test('a library moves to another disk: killed on the way it stays, and then it arrives whole', async () => {
  test.setTimeout(120_000);
  const folders = appFolders();
  const data = join(dirname(folders.library), 'data');
  const disk = join(dirname(folders.library), 'disk');
  const usual = join(data, 'layover', 'library');
  mkdirSync(disk);
  const library = await openLibrary(usual, { now: () => new Date() });
  for (let count = 0; count < ARTICLES; count += 1)
    await library.add(aDraft({ title: `Page ${count}` }), someFiles(`Page ${count}`));
  await library.close();
  const row = { name: 'Page 7', exact: true };

  const killed = await startUsual(folders, data);
  await killed.window.getByRole('button', row).waitFor();
  await move(killed, disk);
  const gone = once(killed.electron.process(), 'exit');
  killed.electron.process().kill('SIGKILL');
  await gone;
  expect(readdirSync(disk)).not.toContain('Layover library');

  const second = await startUsual(folders, data);
  await second.window.getByRole('button', row).waitFor();
  // Until it is gone the next one would only hand over to it.
  const ended = once(second.electron.process(), 'exit');
  await move(second, disk);
  await ended;
  expect(readdirSync(disk)).toEqual(['Layover library']);

  const third = await startUsual(folders, data);
  await third.window.getByRole('button', row).waitFor();
  const info = await third.window.evaluate(() => window.layover.call('library.info', undefined));
  expect(info).toMatchObject({
    value: { folder: join(disk, 'Layover library'), articles: ARTICLES, isReadOnly: false },
  });
  await third.window.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(third.window.getByText(/^The library was moved here on .* The old one is still in /)).toBeVisible();
  await third.window.getByRole('button', { name: 'Move the old one to the trash…' }).click();
  await third.electron.evaluate(({ shell }) => {
    Object.assign(shell, {
      trashItem: (path: string) => Promise.resolve(Object.assign(globalThis, { trashed: path })),
    });
  });
  await third.window.getByRole('button', { name: 'Move to the trash' }).click();
  await expect(third.window.getByText(/^The library was moved here on/)).toBeHidden();
  expect(await third.electron.evaluate((): unknown => Reflect.get(globalThis, 'trashed'))).toBe(usual);
  const quit = third.electron.waitForEvent('close');
  await third.electron.evaluate(({ app }) => app.quit());
  await quit;
  const written: unknown = JSON.parse(readFileSync(join(data, 'layover', 'library-folder.json'), 'utf8'));
  expect(written).toMatchObject({ folder: join(disk, 'Layover library'), moved: null });
  folders.remove();
});
