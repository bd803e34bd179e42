// Bringing a library along: what is in the file is shown before anything is stored, then it comes, and what became of each row can be saved.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

const TEXT = 'The keeper wrote every arrival down by hand, one line for each night. '.repeat(8);
const EXPORT = JSON.stringify([
  {
    id: 1,
    title: 'The ledger',
    url: 'https://dead.example/ledger',
    is_archived: 0,
    is_starred: 1,
    created_at: '2016-09-08T11:55:58+0200',
    tags: ['ships'],
    content: `<p>${TEXT}</p>`,
  },
  { id: 2, title: 'No address', url: '', content: '' },
]);

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-import-'));
  writeFileSync(join(folder, 'wallabag.json'), EXPORT);
  writeFileSync(join(folder, 'noise.bin'), Buffer.alloc(500, 7));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

test('what another program exported is looked at, kept, and reported on, row by row', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  app.importsToChoose.push(join(folder, 'wallabag.json'));
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog.getByText('wallabag.json, understood as wallabag.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toContainText([
    '1 new article',
    '1 of them has its text in the file, and is kept even if its page is gone',
    'Kept from',
    '1 tag or folder',
    '1 without address or text, left out',
  ]);
  expect(await app.layover.cards()).toEqual([]);

  await dialog.getByRole('button', { name: 'Import 1 article' }).click();
  await expect(dialog.getByText('Done: 2 rows')).toBeVisible();
  await expect(dialog.getByText('1 kept with its text')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save the report…' }).click();
  await expect.poll(() => app.written.map(({ name }) => name)).toEqual(['import-report.csv']);
  expect(String(app.written[0]?.content)).toContain('The ledger,https://dead.example/ledger,kept');
  await dialog.getByRole('button', { name: 'Take off the list' }).click();
  await expect(dialog.getByText('Done: 2 rows')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'The ledger', exact: true })).toBeVisible();
});

test('a file that is nothing we know, and a list that is pasted, are said for what they are', async ({ app }) => {
  const { page } = app;
  await app.layover.library.setSettings({ savesPaused: true });
  app.layover.saves.setPaused(true);
  await app.start('#/library');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  app.importsToChoose.push(join(folder, 'noise.bin'));
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nothing in this file is known to Layover');
  await dialog.getByLabel('Or paste a list of addresses').fill('https://a.example/one\nhttps://a.example/two\n');
  await dialog.getByRole('button', { name: 'See what is in it' }).click();
  await expect(dialog.getByText('Understood as a list of addresses.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 2 articles' }).click();
  await expect(dialog.getByText('2 on their way')).toBeVisible();
  expect([...app.layover.saves.records()].map(({ save }) => save.label)).toEqual([
    'https://a.example/one',
    'https://a.example/two',
  ]);
});

test('a backup of Layover itself is known among the imports, and joined with what is here', async ({ app }) => {
  const { page } = app;
  for (const title of ['Winter quarters', 'Salt roads'])
    await app.save(pageFile({ title, address: `notes.example/${title.replace(' ', '-')}` }));
  await app.start('#/settings');
  const file = join(folder, 'all.bin');
  app.targetsToChoose.push(file);
  await page.getByRole('button', { name: 'Back up to a file…' }).click();
  await expect(page.getByText('Backed up and read back').first()).toBeVisible();
  const [id] = app.layover.library.catalogue.ids();
  if (id === undefined) throw new Error('no article');
  await app.layover.remove(id);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  app.importsToChoose.push(file);
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog.getByText('all.bin: a Layover library of 2 articles.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toContainText(['1 new article', '1 is here or on its way already']);
  expect(await app.layover.cards()).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Join it with this library' }).click();
  await expect(dialog.getByText('Restored from all.bin: no article is new, 1 that was here')).toBeVisible();
  await expect.poll(async () => (await app.layover.cards()).length).toBe(2);

  // Chosen together with other files it is named, and nothing of it is lost sight of.
  app.importsToChoose.push(file, join(folder, 'wallabag.json'));
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog.getByText('A Layover library is among them')).toBeVisible();
});

test('feeds that a file names are followed if the person wants it', async ({ app }) => {
  const { page } = app;
  writeFileSync(
    join(folder, 'feeds.opml'),
    `<opml version="2.0"><body>${['notes', 'boats']
      .map((name) => `<outline text="${name}" type="rss" xmlUrl="http://127.0.0.1:9/${name}"/>`)
      .join('')}</body></opml>`,
  );
  await app.start('#/library');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  app.importsToChoose.push(join(folder, 'feeds.opml'));
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const follow = dialog.getByRole('checkbox', { name: 'Follow the 2 feeds that it names' });
  await expect(follow).toBeChecked();
  await follow.click();
  await expect(dialog.getByRole('button', { name: 'Import what is new of them' })).toBeDisabled();
  await follow.click();
  await dialog.getByRole('button', { name: 'Follow 2 feeds' }).click();
  await expect(dialog.getByText('2 feeds are followed from now on', { exact: true })).toBeVisible();
  expect((await app.layover.feeds.list()).map(({ title }) => title)).toEqual(['boats', 'notes']);
});
