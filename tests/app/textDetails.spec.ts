// What the text of an article answers in place: its notes, its tables, its code.
import type { FrameLocator, Locator, Page } from 'playwright/test';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { germanPage, piecesPage } from './textPages.ts';

async function openPieces({ page, save, start }: AppPage): Promise<FrameLocator> {
  await save(germanPage());
  await save(piecesPage());
  await start('#/library');
  await page
    .getByRole('button', { name: /^How the tide/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const article = page.frameLocator('iframe.article-frame');
  await expect(article.locator('header h1')).toHaveCount(1);
  await expect(page.locator('iframe.article-frame')).toBeVisible();
  return article;
}

const focused = (article: FrameLocator): Promise<string> =>
  article.locator('html').evaluate(() => document.activeElement?.textContent.trim() ?? '');

/** Presses what is in view, by its place: what Playwright watches for before a click needs a script in the frame, where none runs. */
async function press(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('not drawn');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Not by what watches for it in the frame, where no script runs. */
const isInView = (article: FrameLocator, selector: string): Promise<boolean> =>
  article
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= document.documentElement.clientHeight;
    });

test('a note opens beside its reference by a click; a link in it opens here; a second click goes to it', async ({
  app,
}) => {
  const { page } = app;
  const article = await openPieces(app);
  const reference = article.locator('[role="doc-noteref"]').first();
  await press(page, reference);
  const note = article.getByRole('dialog', { name: 'Note 1' });
  await expect(note).toContainText('Printed by the harbour office, in an edition of ninety.');
  await expect(note.getByText('↩')).toHaveCount(0);
  const [at, shown] = [await reference.boundingBox(), await note.boundingBox()];
  expect(Math.abs((shown?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(60);
  await press(page, article.locator('header h1'));
  await expect(note).toHaveCount(0);

  await press(page, reference);
  await expect(note).toHaveCount(1);
  await press(page, reference);
  await expect(note).toHaveCount(0);
  await expect.poll(() => isInView(article, '.note-gone-to')).toBe(true);
  await expect(article.locator('.note-gone-to')).toContainText('Printed by');
  await press(page, article.locator('[role="doc-backlink"]').first());
  await expect.poll(() => isInView(article, '[role="doc-noteref"]')).toBe(true);
  await expect.poll(() => focused(article)).toBe('1');

  await press(page, reference);
  await press(page, note.getByRole('link', { name: 'an edition of ninety' }));
  await expect(article.locator('header h1')).toHaveText('Das Leuchtfeuer am Gezeitenweg');
});

test('by keyboard a note has the focus, Escape gives it back, and its button goes to it', async ({ app }) => {
  const { page } = app;
  const article = await openPieces(app);
  await article.getByRole('link', { name: '[2]' }).focus();
  await page.keyboard.press('Enter');
  const note = article.getByRole('dialog', { name: 'Note [2]' });
  await expect.poll(() => focused(article)).toContain('The proofs');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(article.locator('header h1')).toHaveCount(1);
  await expect.poll(() => focused(article)).toBe('[2]');

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(article)).toBe('Go to the note');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(article)).toMatch(/^The proofs.*↩$/);
  await expect.poll(() => isInView(article, '.note-gone-to')).toBe(true);
  await expect(article.locator('.note-gone-to')).toContainText('The proofs are kept');
});

test('a wide table is a table in a frame of its own, which keys scroll; one that fits is no stop of the Tab key', async ({
  app,
}) => {
  const { page } = app;
  const article = await openPieces(app);
  const frame = article.getByRole('region', { name: 'Heights at the lower stair' });
  const table = frame.getByRole('table', { name: 'Heights at the lower stair' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('columnheader', { name: 'Observation 3', exact: true })).toHaveCount(1);
  await expect(table.getByRole('rowheader', { name: 'Upper stair' })).toHaveCount(1);
  await frame.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
  await page.keyboard.press('Home');
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBe(0);
  expect(await article.locator('html').evaluate((root) => root.scrollWidth <= root.clientWidth)).toBe(true);
  await expect(article.getByRole('table')).toHaveCount(2);
  await expect(article.locator('.table-frame[tabindex]')).toHaveCount(1);
});

test('code is copied with its spaces, by pointer and by keyboard', async ({ app }) => {
  const { page } = app;
  const article = await openPieces(app);
  const copy = article.getByRole('button', { name: /^Cop/ });
  await expect(copy).toHaveCSS('opacity', '0');
  await article.locator('pre').hover();
  await expect(copy).toHaveCSS('opacity', '1');
  await page.mouse.move(0, 0);
  await copy.focus();
  await expect(copy).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(copy).toHaveText('Copied');
  await expect(page.getByText('The code was copied.')).toBeVisible();
  expect(await pasted(page)).toBe('def height(hour):\n    # spaces   stay\n    return 1.5 * cos(hour / 12.4)');
});

/** What is on the clipboard, as a person finds out. */
async function pasted(page: Page): Promise<string> {
  await page.keyboard.press('Control+n');
  const field = page.getByRole('dialog').getByRole('textbox').first();
  await field.focus();
  await page.keyboard.press('Control+v');
  return field.inputValue();
}
