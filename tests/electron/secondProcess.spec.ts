// A library that is open in one Layover is opened in another one.
import { expect, test } from 'playwright/test';
import { openLibrary } from '../../electron/store/library.ts';
import { appFolders, startApp } from '../helpers/electronApp.ts';
import { aDraft, someFiles } from '../unit/store/drafts.ts';

test('the second one reads and searches, changes nothing, and says why', async () => {
  const folders = appFolders();
  const others = appFolders();
  const library = await openLibrary(folders.library, { now: () => new Date() });
  const { id } = await library.add(aDraft({ title: 'The harbour log' }), someFiles('A narwhal was seen.'));
  await library.close();

  const first = await startApp(folders);
  const row = { name: 'The harbour log', exact: true };
  await first.window.getByRole('button', row).waitFor();
  const started = performance.now();
  const second = await startApp({ ...folders, profile: others.profile });
  await expect(second.window.getByText('Another Layover has this library open')).toBeVisible();
  test.info().annotations.push({ type: 'opened', description: `${Math.round(performance.now() - started)} ms` });
  await second.window.keyboard.press('Control+3');
  await second.window.keyboard.press('/');
  await second.window.keyboard.type('narwhal');
  await second.window.getByRole('button', row).click();
  await expect(second.window.frameLocator('iframe').locator('.content')).toHaveText(/A nar\u00AD?whal was seen\./);
  await second.window.keyboard.press('e');
  await expect(second.window.getByText('This library was opened for reading only')).toBeVisible();

  // The first one goes on as if nobody else were there.
  await first.window.getByRole('button', row).click();
  await first.window.keyboard.press('e');
  await expect
    .poll(() => first.window.evaluate((article) => window.layover.call('library.card', { id: article }), id))
    .toMatchObject({ value: { card: { reading: { archived: true } } } });
  await second.quit();
  await first.quit();
  folders.remove();
  others.remove();
});
