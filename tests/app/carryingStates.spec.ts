// What stands in the way of bringing a library along, of taking it out and of keeping it: a library that is open elsewhere, and a person who has
// thought better of it; and backups that are kept by count.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-carry-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

test.describe('a library that another Layover has open', () => {
  test.use({ isReadOnly: true });

  test('says that nothing can be imported or restored into it', async ({ app }) => {
    const { page } = app;
    await app.start('#/settings');
    await expect(
      page.getByText('so nothing can be restored into it, and no backups are made by themselves'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Restore…' })).toBeDisabled();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Import from');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Import' });
    await expect(dialog.getByRole('status')).toContainText('so nothing can be imported here');
    await expect(dialog.getByRole('button', { name: 'Choose files…' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Restore from');
    await expect(page.getByRole('option', { name: /^Restore from/ })).toHaveCount(0);
  });

  test('is set for its window alone, and what works beside the window cannot be set', async ({ app }) => {
    const { page } = app;
    await app.start('#/settings');
    await expect(page.getByText('holds for this window, until it is closed')).toBeVisible();
    await page.getByRole('radio', { name: 'Night' }).first().check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
    await expect(page.getByRole('checkbox', { name: 'Keep comments' })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Choose…' })).toHaveCount(0);
    await expect(
      page.locator('.settings-part', { has: page.locator('#door-hint') }).getByRole('checkbox'),
    ).toBeDisabled();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await app.start('#/timeline');
    await page.getByRole('main').getByRole('button', { name: 'Save a page' }).click();
    const saving = page.getByRole('dialog', { name: 'Save to Layover' });
    await expect(saving.getByRole('status')).toContainText('it can be read and searched here, and nothing changed');
    await expect(saving.getByRole('textbox')).toHaveCount(0);
  });
});

test('an import and an export are cancelled, and what is there is said', async ({ app }) => {
  const { page } = app;
  for (const title of ['Winter quarters', 'Salt roads'])
    await app.save(pageFile({ title, address: `notes.example/${title.replace(' ', '-')}` }));
  await app.start('#/library');
  await page.keyboard.press('Control+Shift+E');
  const exporting = page.getByRole('dialog', { name: 'Export' });
  await exporting.getByText('PDF files').click();
  app.targetsToChoose.push(folder);
  let print = (): void => {};
  app.pdfsWaitFor.push(new Promise((ready) => (print = ready)));
  await exporting.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(exporting.getByRole('status')).toContainText('Exporting: 0 of 2 articles');
  await exporting.getByRole('button', { name: 'Cancel' }).click();
  print();
  await expect(exporting.getByText('The export was cancelled. Nothing was written.')).toBeVisible();
  expect(readdirSync(folder)).toEqual([]);
  await page.keyboard.press('Escape');

  app.layover.saves.setPaused(true);
  const rows = 12_000;
  writeFileSync(
    join(folder, 'list.txt'),
    Array.from({ length: rows }, (_, at) => `https://a.example/${at}`).join('\n'),
  );
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const importing = page.getByRole('dialog', { name: 'Import' });
  app.importsToChoose.push(join(folder, 'list.txt'));
  await importing.getByRole('button', { name: 'Choose files…' }).click();
  await importing.getByRole('button', { name: 'Import 12,000 articles' }).click();
  await importing.getByRole('button', { name: 'Cancel' }).click();
  const state = importing.getByText('of 12,000 rows. What came stays.');
  await expect(state).toBeVisible();
  const done = Number(/after ([\d,]+) of/.exec(await state.innerText())?.[1]?.replace(',', ''));
  expect(done).toBeLessThan(rows);
  const asked = [...app.layover.saves.records()].filter(({ source }) => source.from === 'address');
  expect(asked).toHaveLength(done);
});

test('backups that are made by themselves are counted, and the oldest goes when there are too many', async ({
  app,
}) => {
  const { page } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.layover.library.setSettings({ backupFolder: folder, backupEvery: 'day', backupsKept: 2 });
  await app.start('#/settings');
  // What is being written has another name until it is done.
  const backups = (): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith('Layover '))
      .sort();
  // The library's health offers the same.
  const now = page.getByRole('region', { name: 'Backups' }).getByRole('button', { name: 'Back up now' });
  const made: string[] = [];
  for (const said of ['There is 1 backup;', 'There are 2 backups;', 'There are 2 backups;']) {
    // They are told apart by the second.
    await expect.poll(() => backups().every((name) => !name.includes(secondOf(new Date())))).toBe(true);
    await now.click();
    await expect.poll(() => backups().filter((name) => !made.includes(name)).length).toBe(1);
    await expect(now).toBeEnabled();
    await expect(page.getByText(said)).toBeVisible();
    made.push(...backups().filter((name) => !made.includes(name)));
  }
  expect(backups()).toEqual(made.slice(1));
  await expect(page.getByText('The next is due on')).toBeVisible();
});

/** As names of backups have it. */
function secondOf(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join('');
}
