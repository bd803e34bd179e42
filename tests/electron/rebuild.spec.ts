// What is derived of a library is lost: the app makes it anew from the articles, while the window is used, and nothing looks lost meanwhile.
import { existsSync, rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { openLibrary } from '../../electron/store/library.ts';
import { layoutOf } from '../../electron/store/layout.ts';
import { appFolders, startApp, type AppFolders } from '../helpers/electronApp.ts';
import { aDraft, someFiles } from '../unit/store/drafts.ts';

// More than are looked at one by one before the window opens.
const ARTICLES = 600;

async function fill({ library: folder }: AppFolders): Promise<void> {
  const library = await openLibrary(folder, { now: () => new Date() });
  for (let number = 0; number < ARTICLES; number += 1) {
    const text = `Log number ${number} of the lighthouse, in which a ${number === 17 ? 'narwhal' : 'seal'} is seen.`;
    await library.add(aDraft({ title: `Log ${number}`, source: `https://logs.example/${number}` }), someFiles(text));
  }
  await library.close();
}

test('without its catalogue and its index a library comes back whole', async () => {
  test.setTimeout(120_000);
  const folders = appFolders();
  await fill(folders);
  const layout = layoutOf(folders.library);
  for (const derived of [layout.catalogue, layout.index]) rmSync(derived, { recursive: true, force: true });

  const app = await startApp(folders);
  const { window } = app;
  const summary = window.locator('.place-summary');
  await window
    .getByRole('heading', { name: /Log \d+/ })
    .first()
    .waitFor();
  // The form for a first page stands only in an empty library.
  await expect(window.locator('.first-run')).toHaveCount(0);
  await expect(summary).toContainText(`${ARTICLES} articles`, { timeout: 30_000 });
  await window.keyboard.press('Control+3');
  await window.keyboard.press('/');
  await window.keyboard.type('narwhal');
  await expect(window.getByRole('heading', { name: 'Log 17', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(window.locator('.library-line')).toHaveCount(0);
  await app.quit();
  expect([layout.catalogue, layout.index].map((derived) => existsSync(derived))).toEqual([true, true]);
  folders.remove();
});
