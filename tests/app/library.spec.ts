// Finding, sorting and putting away what was saved.
import { expect, test } from '../helpers/appPage.ts';
import { pressCoasting } from './coasting.ts';
import { numbered, pageFile } from './pages.ts';

test.beforeEach(async ({ app }) => {
  await app.save(
    pageFile({
      title: 'Salt roads',
      address: 'a.example/1',
      published: '2024-02-01',
      paragraphs: [
        'The caravan carried rock crystal and quicksilver over the pass, and came home with salt.',
        ...numbered(3),
      ],
    }),
  );
  await app.save(pageFile({ title: 'Winter quarters', address: 'a.example/2', published: '2026-03-01' }));
  await app.save(
    pageFile({
      title: 'An atlas of tunnels',
      address: 'a.example/3',
      published: '2025-01-01',
      paragraphs: numbered(60),
    }),
  );
  await app.start('#/library');
});

test('a word of the text finds its article and is marked in the passage', async ({ app }) => {
  const { page } = app;
  const field = page.getByRole('textbox', { name: 'Search titles and texts' });
  await field.fill('quicksilver');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('Salt roads');
  await expect(page.locator('mark')).toHaveText('quicksilver');
  await field.fill('xylophone');
  await expect(page.getByText('No saved article has “xylophone”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
});

test('the order can be changed', async ({ app }) => {
  const { page } = app;
  const titles = page.getByRole('article').getByRole('heading');
  await expect(titles).toHaveText(['An atlas of tunnels', 'Winter quarters', 'Salt roads']);
  await page.getByLabel('Order').selectOption('Last published');
  await expect(titles).toHaveText(['Winter quarters', 'An atlas of tunnels', 'Salt roads']);
  await page.getByLabel('Order').selectOption('Title');
  await expect(titles).toHaveText(['An atlas of tunnels', 'Salt roads', 'Winter quarters']);
});

test('what is removed can be brought back, by its message or by key', async ({ app }) => {
  const { page } = app;
  const row = page.getByRole('heading', { name: 'Winter quarters' });
  for (const undo of [
    () => page.getByRole('button', { name: 'Undo' }).click(),
    () => page.keyboard.press('Control+z'),
  ]) {
    await page.getByRole('button', { name: 'Remove: Winter quarters' }).click();
    await expect(row).toHaveCount(0);
    await expect(page.getByText('2 articles')).toBeVisible();
    await undo();
    await expect(row).toBeVisible();
  }
  expect(await app.layover.cards()).toHaveLength(3);
});

test('archived and read articles leave the queue and are found by their filter', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Archive: Salt roads' }).click();
  await page.getByRole('button', { name: 'Mark as read: Winter quarters' }).click();
  const titles = page.getByRole('article').getByRole('heading');
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(titles).toHaveText(['Salt roads']);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(titles).toHaveText(['Winter quarters']);
  await page.getByRole('button', { name: 'Under way', exact: true }).click();
  await expect(page.getByText('No article is in this state')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(titles).toHaveText(['An atlas of tunnels']);
});

test('going away from a list and coming back finds it where it was', async ({ app }) => {
  const { page } = app;
  for (let i = 0; i < 20; i += 1) await app.save(pageFile({ title: `Letter ${i}`, address: `b.example/${i}` }));
  await expect(page.getByText('23 articles')).toBeVisible();
  const list = page.locator('.virtual-list');
  await list.evaluate((element) => element.scrollTo(0, 1200));
  // Rows that come into view turn out higher or lower than was thought; the list moves until it knows them.
  let last = 0;
  await expect
    .poll(async () => {
      const moved = (await list.evaluate((element) => element.scrollTop)) - last;
      last += moved;
      return moved;
    })
    .toBe(0);
  expect(last).toBeGreaterThan(600);
  const shown = page.getByRole('article').filter({ visible: true }).nth(6);
  await shown.getByRole('button').first().focus();
  const before = await list.evaluate((element) => element.scrollTop);
  await page.keyboard.press('Enter');
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(await list.evaluate((element) => element.scrollTop)).toBe(before);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.keyboard.press('Control+3');
  await expect.poll(() => page.locator('.virtual-list').evaluate((element) => element.scrollTop)).toBe(before);
});

test('an article that is pressed while its list still coasts is opened', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 900, height: 400 });
  const title = page.getByRole('button', { name: 'Winter quarters', exact: true });
  const still = page.locator('.virtual-list > ul');
  const rest = await pressCoasting(page, title, { scroller: '.virtual-list', still });
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText('Winter quarters');
  await rest();
});

test('a window that grows shows more rows, though nobody scrolled', async ({ app }) => {
  const { page } = app;
  for (let i = 0; i < 17; i += 1) await app.save(pageFile({ title: `Letter ${i}`, address: `b.example/${i}` }));
  await page.setViewportSize({ width: 900, height: 400 });
  await page.reload();
  await expect(page.getByRole('article').filter({ visible: true }).first()).toBeVisible();
  await page.setViewportSize({ width: 900, height: 1400 });
  await expect(page.getByRole('article').filter({ visible: true }).nth(10)).toBeVisible();
  await expect(page.locator('.virtual-list')).toHaveJSProperty('scrollTop', 0);
});
