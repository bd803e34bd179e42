// Taking articles out of Layover and bringing them back, as a person does it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

test('an article is exported from the reader, the selection from its bar, and the whole library by key', async ({
  app,
}) => {
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'layover-export-'));
  for (const title of ['Winter quarters', 'Salt roads', 'Night boat'])
    await app.save(pageFile({ title, address: `notes.example/${title.replace(' ', '-')}` }));
  await app.start('#/library');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: 'The whole library: 3 articles' })).toBeChecked();
  app.targetsToChoose.push(join(folder, 'all.epub'));
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(dialog.getByText('Written: all.epub, with 3 articles.')).toBeVisible();
  const pages = Object.keys(unzipSync(readFileSync(join(folder, 'all.epub')))).filter((name) =>
    name.startsWith('EPUB/text/'),
  );
  expect(pages).toHaveLength(3);
  await dialog.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => app.opened).toEqual([join(folder, 'all.epub')]);

  // One that is cancelled in the system's dialog has not happened.
  await dialog.getByRole('button', { name: 'Another export' }).click();
  await dialog.getByText('CSV table').click();
  await expect(dialog.getByText('For spreadsheets')).toBeVisible();
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(dialog.getByRole('button', { name: 'Choose where and export' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Salt roads', exact: true }).focus();
  await page.keyboard.press('x');
  await page.getByRole('toolbar').getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('radio', { name: 'The selection: 1 article' })).toBeChecked();
  await dialog.getByText('Markdown notes').click();
  app.targetsToChoose.push(folder);
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(dialog.getByText(/^Written: Layover|^Written: Salt roads/)).toBeVisible();
  expect(readFileSync(join(folder, 'Salt roads', 'Salt roads.md'), 'utf8')).toContain('title: "Salt roads"');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Night boat', exact: true }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Export the article');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: 'This article: Night boat' })).toBeChecked();
  await dialog.getByText('PDF files').click();
  app.targetsToChoose.push(join(folder, 'night.pdf'));
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(dialog.getByText('Written: night.pdf, with 1 article.')).toBeVisible();
  expect(readFileSync(join(folder, 'night.pdf'), 'utf8')).toMatch(/^\/article\/.*\/whole\/$/);
});

test('what hinders an export is said, and nothing of it stays', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('There is no article to export yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await expect(page.getByRole('button', { name: 'Winter quarters', exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+E');
  app.targetsToChoose.push('/not/there/all.epub');
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(dialog.getByText('The export failed. The folder you chose is not there any more')).toBeVisible();
});

test('a backup is written, read back and restored; and made by itself in a folder', async ({ app }) => {
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'layover-backup-'));
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.start('#/settings');
  const file = join(folder, 'all.layover-backup');
  app.targetsToChoose.push(file);
  await page.getByRole('button', { name: 'Back up to a file…' }).click();
  await expect(page.getByText('Backed up and read back: all.layover-backup, with 1 article.').first()).toBeVisible();
  const [id] = app.layover.library.catalogue.ids();
  if (id === undefined) throw new Error('no article');
  await app.layover.remove(id);
  app.targetsToChoose.push(file);
  await page.getByRole('button', { name: 'Restore…' }).click();
  await expect(
    page.getByText('Restored from all.layover-backup: no article is new, 1 that was here').first(),
  ).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('button', { name: 'Winter quarters', exact: true })).toBeVisible();

  await page.keyboard.press('Control+,');
  app.targetsToChoose.push(folder);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  await page.getByText('Every week').click();
  await expect(page.getByText('How many are kept')).toBeInViewport();
  await page.getByRole('region', { name: 'Backups' }).getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('There is 1 backup; the last was made on')).toBeVisible();
  expect(readdirSync(folder).filter((name) => name.startsWith('Layover '))).toHaveLength(1);
  expect(app.layover.library.settings()).toMatchObject({ backupEvery: 'week', backupFolder: folder });
  writeFileSync(file, 'no backup');
  app.targetsToChoose.push(file);
  await page.getByRole('button', { name: 'Restore…' }).click();
  await expect(page.getByText('This file is neither a backup of Layover').first()).toBeVisible();
  expect(existsSync(join(folder, 'all.layover-backup'))).toBe(true);
});
