// A window whose library's disk is nearly full, and one whose disk can only be read: each says so where it matters, in the language of the window.
import { expect, test } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';
import { nodeDisk } from '../../electron/store/disk.ts';

const MEGABYTE = 1_000_000;
let free = 150;

test.describe('a disk with little room', () => {
  test.use({ disk: { ...nodeDisk, freeBytes: () => Promise.resolve(free * MEGABYTE) } });

  test('is told of with the way to make room, and no longer once there is room again', async ({ app }) => {
    const { page } = app;
    await app.start('#/library');
    const line = page.getByRole('status').filter({ hasText: 'Little room is left' });
    await expect(line).toContainText('150 MB');
    await expect(line).toContainText('All that is saved is safe');
    await page.getByRole('button', { name: 'Show what can be freed' }).click();
    await expect(page).toHaveURL(/#\/library\/storage/);
    await app.save(pageFile({ title: 'Room', address: 'notes.example/room' }));
    free = 199;
    await app.save(pageFile({ title: 'More', address: 'notes.example/more' }));
    await expect(line).toContainText('199 MB');
    free = 200;
    await app.save(pageFile({ title: 'Last', address: 'notes.example/last' }));
    await expect(line).toHaveCount(0);
  });
});

test.describe('a disk that can only be read', () => {
  test.use({ isReadOnly: true, disk: { ...nodeDisk, isReadOnly: () => Promise.resolve(true) } });

  for (const [locale, said, nothing, other, name] of [
    [
      'en',
      'The disk of this library can only be read',
      'so nothing can be imported here',
      'Another Layover has',
      'Import from',
    ],
    [
      'de',
      'Der Datenträger dieser Bibliothek lässt sich nur lesen',
      'deshalb kann hier nichts importiert werden',
      /Layover (offen|geöffnet)|Layover hat/,
      'Aus einem anderen',
    ],
    ['ar', 'قرص هذه المكتبة للقراءة فقط', 'فلا يمكن الاستيراد هنا', /مفتوحة في/, 'استيراد من'],
  ] as const)
    test(`is given as the reason everywhere (${locale})`, async ({ app }) => {
      const { page } = app;
      await app.start(`?lang=${locale}#/settings`);
      await expect(page.getByText(said).first()).toBeVisible();
      // The line over the place, and in the settings those of the settings, feeds, dictionaries and backups.
      await expect.poll(() => page.getByText(said).count()).toBeGreaterThanOrEqual(5);
      await expect(page.getByText(other)).toHaveCount(0);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog').getByRole('status')).toContainText(nothing);
    });
});
