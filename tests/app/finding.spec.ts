// Finding in the article that is open, and its headings.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { numbered, pageFile } from './pages.ts';

function marked(page: Page, name: 'hit' | 'current-hit'): Promise<readonly string[]> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body, wanted) => {
      const ranges = [...(body.ownerDocument.defaultView?.CSS.highlights.get(wanted) ?? [])];
      return ranges.map((range) =>
        range instanceof Range ? range.toString().replaceAll('\u00AD', '') : range.constructor.name,
      );
    }, name);
}

const selected = (page: Page): Promise<string> =>
  page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => body.ownerDocument.getSelection()?.toString().replaceAll('\u00AD', '') ?? '');

test.beforeEach(async ({ app }) => {
  const paragraphs = [
    'An old har&shy;bour is where this begins.',
    ...numbered(3),
    'Three went before.</p><h2>Of walls</h2><p>Walls come first.',
    ...numbered(20),
    'Beyond lies an <em>old</em> Hárbour, and the harbourmaster.</p><h3>Of gates</h3><p>Gates come second.',
    ...numbered(20),
    'Here it is quiet.</p><h2>Of ships</h2><p>Ships come last.',
    ...numbered(20),
  ];
  await app.save(pageFile({ title: 'The walls', address: 'notes.example/walls', paragraphs }));
  await app.start('#/library');
  await app.page.getByRole('button', { name: 'The walls', exact: true }).click();
  await expect(app.page.frameLocator('iframe').locator('header h1')).toHaveText('The walls');
  await expect(app.page.frameLocator('iframe').locator('header h1')).toBeVisible();
});

test('what is typed is found at once, marked everywhere and gone through; closing leaves it selected', async ({
  app,
}) => {
  const { page } = app;
  const bar = page.getByRole('search', { name: 'Find in this article' });
  await page.keyboard.press('Control+f');
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('harbour');
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  expect(await marked(page, 'hit')).toEqual(['harbour', 'Hárbour', 'harbour']);
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 3');
  await expect(page.frameLocator('iframe').getByText('Beyond lies')).toBeInViewport();
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+g');
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await page.keyboard.press('Control+Shift+g');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 3');
  await bar.getByRole('button', { name: 'Whole words only' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('textbox').fill('no such word');
  await expect(bar.getByRole('status')).toHaveText('Not found');
  await bar.getByRole('textbox').fill('old Hárbour');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('textbox').press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await marked(page, 'hit')).toEqual([]);
  expect(await selected(page)).toBe('old Hárbour');
  await page.keyboard.press('Control+f');
  await expect(bar.getByRole('textbox')).toHaveValue('old Hárbour');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toBeVisible();
});

test('in the reader the slash still leads to the library, and beside it Ctrl F too', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('/');
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toBeFocused();
  await expect(page.getByRole('search', { name: 'Find in this article' })).toHaveCount(0);
});

test('the headings stand beside the text, the one that is read marked, and lead there', async ({ app }) => {
  const { page } = app;
  await page.frameLocator('iframe').getByText('Of ships').waitFor();
  await page.locator('iframe').click({ position: { x: 5, y: 200 } });
  await page.keyboard.press('u');
  const outline = page.getByRole('navigation', { name: 'Contents' });
  await expect(outline.getByRole('button', { name: /^Of/ })).toHaveText(['Of walls', 'Of gates', 'Of ships']);
  await expect(outline.locator('[aria-current]')).toHaveCount(0);
  await outline.getByRole('button', { name: 'Of gates' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.frameLocator('iframe').getByText('Of gates')).toBeInViewport();
  await expect(outline.locator('[aria-current]')).toHaveText('Of gates');
  await page.keyboard.press(']');
  await expect(outline.locator('[aria-current]')).toHaveText('Of ships');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(outline.locator('[aria-current]')).toHaveText('Of walls');
  await page.keyboard.press('u');
  await expect(outline).toHaveCount(0);
});
