// Ways into the library that are turned on in the settings, and links of other programs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../helpers/appPage.ts';
import { pageHtml } from './pages.ts';

test('a link of another program is followed only when the person says so', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  app.propose('https://a.invalid/one');
  const dialog = page.getByRole('alertdialog', { name: 'Save this?' });
  await expect(dialog).toContainText('https://a.invalid/one');
  await dialog.getByRole('button', { name: 'Ignore' }).click();
  await expect(dialog).toBeHidden();
  expect(app.layover.saves.list()).toEqual([]);
  app.propose('https://a.invalid/two');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => app.layover.saves.list().map(({ label }) => label)).toEqual(['https://a.invalid/two']);
});

test('the door for browsers is opened and closed in the settings, each time with a new code', async ({ app }) => {
  const { page } = app;
  await app.start('#/settings');
  const door = page.getByRole('checkbox', { name: 'Let browsers on this computer hand over pages' });
  await expect(page.getByLabel('Code for the extension')).toHaveCount(0);
  await door.check();
  const code = await page.getByLabel('Code for the extension').inputValue();
  expect(code).toMatch(/^[a-z2-7]{26}$/);
  await expect(page.getByLabel('Bookmark')).toHaveValue(/^javascript:/);
  expect(await page.getByLabel('Bookmark').inputValue()).not.toContain(code);
  await door.uncheck();
  await expect(page.getByLabel('Code for the extension')).toHaveCount(0);
  await door.check();
  await expect(page.getByLabel('Code for the extension')).not.toHaveValue(code);
});

test('new files in the watched folder are saved once each; what lay there before is not', async ({ app }) => {
  const { page } = app;
  const folder = join(app.layover.library.folder, 'clippings');
  mkdirSync(folder);
  const put = (name: string, title: string): void =>
    writeFileSync(join(folder, name), pageHtml({ title, address: `a.example/${name}` }));
  put('old.html', 'An old page');
  app.foldersToChoose.push(folder);
  await app.start('#/settings');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText(folder)).toBeVisible();
  put('new.html', 'A new page');
  put('.hidden.html', 'A hidden page');
  put('program.exe', 'A program');
  await expect.poll(async () => (await app.layover.cards()).map(({ title }) => title)).toEqual(['A new page']);
  put('old.html', 'An old page, rewritten');
  await expect
    .poll(async () => (await app.layover.cards()).map(({ title }) => title).toSorted())
    .toEqual(['A new page', 'An old page, rewritten']);
  await page.getByRole('button', { name: 'Stop watching' }).click();
  await expect(page.getByRole('button', { name: 'Stop watching' })).toHaveCount(0);
  expect(Object.keys(app.layover.library.watchedFiles())).toEqual([]);
  expect(app.layover.library.settings().watchedFolder).toBeNull();
  expect(app.layover.saves.list()).toHaveLength(2);
});
