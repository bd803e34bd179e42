// What the text of an article answers in place: its notes, its tables, its code.
import type { FrameLocator, Page } from 'playwright/test';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { boxIn, focusedIn, noteIn, pressIn, sidewaysIn } from './frames.ts';
import { germanPage, piecesPage } from './textPages.ts';

async function openPieces(app: AppPage): Promise<FrameLocator> {
  const { page } = app;
  await app.save(germanPage());
  await app.save(piecesPage());
  await app.start('#/library');
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

async function isInView(page: Page, selector: string): Promise<boolean> {
  const { top, bottom, height } = await boxIn(page, selector);
  return top >= 0 && bottom <= height;
}

test('a note opens beside its reference by a click; a second click goes to it; its link opens here', async ({
  app,
}) => {
  const { page } = app;
  const article = await openPieces(app);
  const reference = '[role="doc-noteref"]';
  await pressIn(page, reference);
  await expect.poll(() => noteIn(page)).toContain('Printed by the harbour office, in an edition of ninety.');
  expect(await noteIn(page)).not.toContain('↩');
  const [at, shown] = [await boxIn(page, reference), await boxIn(page, '[role="dialog"]')];
  expect(shown.top - at.bottom).toBeGreaterThan(0);
  expect(shown.top - at.bottom).toBeLessThan(20);
  await pressIn(page, 'header h1');
  await expect.poll(() => noteIn(page)).toBeNull();

  await pressIn(page, reference);
  await expect.poll(() => noteIn(page)).not.toBeNull();
  await pressIn(page, reference);
  await expect.poll(() => noteIn(page)).toBeNull();
  await expect.poll(() => focusedIn(page)).toContain('Printed by');
  await expect.poll(() => isInView(page, '#a-fn1')).toBe(true);
  await pressIn(page, '[role="doc-backlink"]');
  await expect.poll(() => isInView(page, reference)).toBe(true);
  await expect.poll(() => focusedIn(page)).toBe('1');

  await pressIn(page, reference);
  await expect.poll(() => noteIn(page)).not.toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(article.locator('header h1')).toHaveText('Das Leuchtfeuer am Gezeitenweg');
});

test('by keyboard a note has the focus, Escape gives it back, and its button goes to it', async ({ app }) => {
  const { page } = app;
  const article = await openPieces(app);
  await article.getByRole('link', { name: '[2]' }).focus();
  await page.keyboard.press('Enter');
  const note = article.getByRole('dialog', { name: 'Note [2]' });
  await expect.poll(() => focusedIn(page)).toContain('The proofs');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(article.locator('header h1')).toHaveCount(1);
  await expect.poll(() => focusedIn(page)).toBe('[2]');

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedIn(page)).toBe('Go to the note');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedIn(page)).toMatch(/^The proofs.*↩$/);
  await expect.poll(() => isInView(page, '.note-gone-to')).toBe(true);
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
  await expect.poll(async () => (await sidewaysIn(page, '.table-frame')).left).toBeGreaterThan(100);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await sidewaysIn(page, '.table-frame')).left).toBe(0);
  const { seen, whole } = await sidewaysIn(page, 'html');
  expect(whole).toBeLessThanOrEqual(seen);
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
