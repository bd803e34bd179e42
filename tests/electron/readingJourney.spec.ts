// The way of a reader through the real app, once by keyboard alone, over a restart, and once by pointer: saved, read, marked, put in order.
import { expect, test } from 'playwright/test';
import { allowLoopback, appFolders, startApp, type AppFolders } from '../helpers/electronApp.ts';
import type { Site } from '../helpers/site.ts';
import { enter, expectReading, goToRow, highlighted, pressCommand, startPages, tabTo } from './journeySite.ts';

test.describe.configure({ timeout: 180_000 });

let folders: AppFolders;
let site: Site;

test.beforeEach(async () => {
  folders = appFolders();
  site = await startPages();
});

test.afterEach(async () => {
  await site.close();
  folders.remove();
});

test('by keyboard alone', async () => {
  const app = await startApp(folders);
  const { window: page } = app;
  page.setDefaultTimeout(15_000);
  const { keyboard } = page;
  const row = (title: string) => page.getByRole('main').getByRole('button', { name: title, exact: true });

  await tabTo(page, page.getByLabel('Address of a page to save'));
  await keyboard.type(site.url('/salt'));
  await keyboard.press('Enter');
  await enter(page, page.getByRole('alertdialog').getByRole('button', { name: 'Ask it', exact: true }));
  await expect(row('Salt roads')).toBeVisible({ timeout: 20_000 });
  await keyboard.press('Control+n');
  const saving = page.getByRole('dialog', { name: 'Save to Layover' });
  await tabTo(page, saving.getByRole('textbox'));
  await keyboard.type(site.url('/lamps'));
  await enter(page, saving.getByRole('button', { name: 'Save', exact: true }));
  await expect(row('Three lamps')).toBeVisible({ timeout: 20_000 });

  await goToRow(page, row('Three lamps'));
  await keyboard.press('Enter');
  await expectReading(page, 'Three lamps');
  await keyboard.press('a');
  const look = page.getByRole('dialog', { name: 'Look of the text' });
  await tabTo(page, look.getByRole('radio', { checked: true }).first());
  for (const theme of ['paper', 'sepia']) {
    await keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  await keyboard.press('Escape');
  await expect(look).toHaveCount(0);
  await keyboard.press('v');
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await keyboard.press('PageDown');
  await keyboard.press('ArrowRight');
  await expect(page.getByText(/^Page 3 of/)).toBeVisible();
  await keyboard.press('Home');
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await keyboard.press('v');

  await keyboard.press('h');
  await expect.poll(() => highlighted(page)).toHaveLength(1);
  await keyboard.press('m');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await keyboard.type('Which three?');
  await keyboard.press('Escape');
  await keyboard.press('Control+f');
  await keyboard.type('keeper');
  const found = page.getByRole('search', { name: 'Find in this article' });
  await expect(found).toContainText(/1 of \d\d/);
  await keyboard.press('Enter');
  await expect(found).toContainText(/2 of \d\d/);
  await keyboard.press('Escape');
  await expect(found).toHaveCount(0);
  await keyboard.press('u');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await enter(page, contents.getByRole('button', { name: 'The lower stair' }));
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'The lower stair' })).toBeInViewport();
  await keyboard.press('u');
  await expect(contents).toHaveCount(0);
  await keyboard.press('d');
  const lookUp = page.getByRole('dialog', { name: 'Look up' });
  await tabTo(page, lookUp.getByRole('textbox'));
  await keyboard.press('Control+a');
  await keyboard.type('mice');
  await keyboard.press('Enter');
  await expect(lookUp.getByRole('heading', { name: 'mouse' })).toBeVisible({ timeout: 45_000 });
  await keyboard.press('Escape');
  await expect(lookUp).toHaveCount(0);

  await keyboard.press('f');
  await keyboard.press('g');
  const tags = page.getByRole('dialog', { name: 'The tags' });
  await keyboard.type('sea,');
  await expect(tags.getByRole('listitem')).toHaveText(['sea']);
  await keyboard.press('Escape');
  await expect(tags).toHaveCount(0);
  await keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toHaveCount(1);
  await keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Mark as read' })).toHaveCount(1);
  await keyboard.press('j');
  await expectReading(page, 'Salt roads');
  await keyboard.press('e');
  await expect(page.getByText('Archived “Salt roads”.')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(page.getByText('Undone: Archived “Salt roads”.')).toBeVisible();

  await keyboard.press('Control+3');
  await enter(page, page.getByRole('button', { name: 'Tags', exact: true }));
  await tabTo(page, page.getByRole('option', { name: /sea/ }));
  await keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);
  await keyboard.press('Escape');
  await enter(page, page.getByRole('button', { name: 'All', exact: true }), 'Shift+Tab');
  await expect(page.getByRole('article')).toHaveCount(2);
  await goToRow(page, row('Salt roads'));
  await keyboard.press('x');
  await keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(bar).toContainText('2 of 2 selected');
  await enter(page, bar.getByRole('button', { name: 'Archive', exact: true }), 'Shift+Tab');
  await expect(page.getByText('Archived 2 articles.')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(page.getByText('Undone: Archived 2 articles.')).toBeVisible();
  await goToRow(page, row('Salt roads'));
  await keyboard.press('Enter');
  await expectReading(page, 'Salt roads');
  await keyboard.press('Delete');
  await expect(row('Salt roads')).toHaveCount(0);
  await keyboard.press('Control+k');
  await keyboard.type('go to the trash');
  await keyboard.press('Enter');
  await enter(page, page.getByRole('button', { name: 'Bring back: Salt roads' }));
  await expect(page.getByText('The trash is empty')).toBeVisible();

  await keyboard.press('Control+k');
  await keyboard.type('go to settings');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await keyboard.press('?');
  await enter(page, page.getByRole('dialog', { name: 'Keys' }).getByRole('button', { name: 'Change keys…' }));
  await expect(page.getByRole('searchbox', { name: 'Find a command or a key' })).toBeFocused();
  await keyboard.type('mark as read');
  await enter(page, page.getByRole('button', { name: 'Change the key of: Mark as read or unread' }));
  await keyboard.press('Shift+Y');
  await keyboard.press('Control+3');
  await goToRow(page, row('Three lamps'));
  await keyboard.press('Enter');
  await expectReading(page, 'Three lamps');
  await keyboard.press('Shift+Y');
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toHaveAttribute('title', /Shift Y/);
  await keyboard.press('Control+1');
  expect(await app.foreignRequests()).toEqual([]);
  await app.quit();
  await site.close();

  const again = await startApp(folders);
  await expect(again.window.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
  await again.window.keyboard.press('c');
  await expectReading(again.window, 'Three lamps');
  await expect(again.window.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect.poll(() => highlighted(again.window)).toHaveLength(1);
  await again.window.keyboard.press('Shift+H');
  await expect(again.window.getByRole('complementary', { name: 'Highlights' })).toContainText('Which three?');
  await again.window.keyboard.press('Shift+Y');
  await expect(again.window.getByRole('button', { name: 'Mark as read' })).toHaveCount(1);
  await again.window.keyboard.press('Control+3');
  const kept = again.window.getByRole('article').filter({ hasText: 'Three lamps' });
  await expect(kept.getByRole('img', { name: 'Starred' })).toHaveCount(1);
  await expect(kept.getByRole('button', { name: 'sea', exact: true })).toBeVisible();
  await expect(again.window.getByRole('article')).toHaveCount(2);
  expect(await again.foreignRequests()).toEqual([]);
  await again.quit();
});

test('by pointer', async () => {
  const app = await startApp(folders);
  const { window: page } = app;
  await allowLoopback(page);
  page.setDefaultTimeout(15_000);
  const row = (title: string) => page.getByRole('main').getByRole('button', { name: title, exact: true });
  const article = page.frameLocator('iframe.article-frame');
  const undo = (said: string) =>
    page.getByRole('alertdialog').filter({ hasText: said }).getByRole('button', { name: 'Undo' });

  await page.getByLabel('Address of a page to save').fill(site.url('/salt'));
  await page.getByRole('button', { name: 'Save this page' }).click();
  await expect(row('Salt roads')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saving = page.getByRole('dialog', { name: 'Save to Layover' });
  await saving.getByRole('textbox').fill(site.url('/lamps'));
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  await row('Three lamps').click({ timeout: 20_000 });
  await expectReading(page, 'Three lamps');
  await pressCommand(page, 'Look of the text…');
  await page.getByRole('dialog', { name: 'Look of the text' }).getByText('Sepia').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.mouse.click(5, 5);
  await pressCommand(page, 'Turn pages instead of scrolling');
  const pages = page.getByRole('group', { name: 'Pages' });
  await pages.getByRole('button', { name: 'Next page' }).click();
  await expect(pages).toContainText('Page 2 of');
  await pages.getByRole('button', { name: 'Previous page' }).click();
  await pressCommand(page, 'Turn pages instead of scrolling');
  await expect(pages).toHaveCount(0);

  const first = article.locator('p', { hasText: 'The harbour had three lamps' });
  await first.dblclick({ position: { x: 60, y: 12 } });
  const selected = page.getByRole('toolbar', { name: 'Selected text' });
  await selected.getByRole('button', { name: 'Highlight in green' }).click();
  await expect.poll(() => highlighted(page)).toEqual(['harbour']);
  await first.click({ position: { x: 60, y: 12 } });
  const highlight = page.getByRole('dialog', { name: 'Highlights' });
  await highlight.getByRole('textbox', { name: 'Note', exact: true }).fill('Which one?');
  await highlight.getByRole('button', { name: 'Close' }).click();
  await article
    .locator('p', { hasText: 'Paragraph 1.' })
    .first()
    .dblclick({ position: { x: 20, y: 12 } });
  await selected.getByRole('button', { name: 'Look up a word' }).click();
  const lookUp = page.getByRole('dialog', { name: 'Look up' });
  await expect(lookUp.getByRole('heading', { name: 'paragraph' })).toBeVisible({ timeout: 45_000 });
  await lookUp.getByRole('button', { name: 'Close' }).click();
  await pressCommand(page, 'Find in this article');
  const found = page.getByRole('search', { name: 'Find in this article' });
  await found.getByRole('textbox').fill('keeper');
  await found.getByRole('button', { name: 'Next place' }).click();
  await expect(found).toContainText(/2 of \d\d/);
  await found.getByRole('button', { name: 'Close' }).click();
  await pressCommand(page, 'Show or hide the contents of this article');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('button', { name: 'The lower stair' }).click();
  await expect(article.getByRole('heading', { name: 'The lower stair' })).toBeInViewport();
  await contents.getByRole('button', { name: 'Hide the contents' }).click();
  await pressCommand(page, 'Star, or take the star off');
  await pressCommand(page, 'Change the tags');
  const tags = page.getByRole('dialog', { name: 'The tags' });
  await tags.getByRole('textbox').fill('sea');
  await page.keyboard.press('Enter');
  await expect(tags.getByRole('listitem')).toHaveText(['sea']);
  await tags.getByRole('button', { name: 'Close' }).click();
  await page.mouse.wheel(0, 100_000);
  await page
    .getByRole('region', { name: 'End of the article' })
    .getByRole('button', { name: /Salt roads/ })
    .click();
  await expectReading(page, 'Salt roads');
  await pressCommand(page, 'Archive');
  await undo('Archived “Salt roads”.').click();
  await expect(page.getByText('Undone: Archived “Salt roads”.')).toBeVisible();

  await page.getByRole('navigation').getByText('Library').click();
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await page.getByRole('option', { name: /sea/ }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.mouse.click(5, 5);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  for (const title of ['Three lamps', 'Salt roads'])
    await page.getByRole('checkbox', { name: `Select ${title}` }).check();
  await page
    .getByRole('toolbar', { name: 'Selected articles' })
    .getByRole('button', { name: 'Archive', exact: true })
    .click();
  await undo('Archived 2 articles.').click();
  await expect(page.getByText('Undone: Archived 2 articles.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove: Salt roads' }).click();
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await page.getByRole('button', { name: 'Bring back: Salt roads' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await page.getByRole('button', { name: /Find articles, places and commands/ }).click();
  await page.getByRole('menuitem', { name: /Go to Settings/ }).click();
  await page.getByRole('checkbox', { name: 'Measure how fast I read' }).click();
  await page.getByRole('navigation').getByText('Queue').click();
  await row('Three lamps').click();
  await expectReading(page, 'Three lamps');
  await pressCommand(page, 'Mark as read');
  await expect(page.getByRole('button', { name: 'Mark as unread' }).first()).toBeVisible();
  await expect.poll(() => highlighted(page)).toEqual(['harbour']);
  expect(await app.foreignRequests()).toEqual([]);
  await app.quit();
});
