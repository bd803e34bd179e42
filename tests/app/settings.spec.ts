// How the person likes it, kept over a restart, and what the settings tell.
import { expect, test } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

test('theme, font and size reach the article and survive a restart', async ({ app }) => {
  const { page } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.start('#/settings');
  await page.getByText('Sepia', { exact: true }).click();
  await page.getByText('Hanken Grotesk', { exact: true }).click();
  await page.getByRole('slider', { name: 'Text size' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByText('32 px')).toBeVisible();
  await expect.poll(() => app.layover.library.settings()).toMatchObject({ theme: 'sepia', font: 'sans', textSize: 32 });

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'Winter quarters', exact: true }).click();
  const article = page.frameLocator('iframe');
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect.poll(() => article.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('32px');
  expect(await article.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toContain(
    'Hanken Grotesk',
  );
});

test('the system’s dark look is followed until a theme is chosen', async ({ app }) => {
  const { page } = app;
  await app.start('#/settings');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await page.getByText('Paper', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
});

test('the settings tell where the library is and what every key does', async ({ app }) => {
  const { page } = app;
  await app.start('#/settings');
  await expect(page.getByText(app.layover.library.folder)).toBeVisible();
  await page.getByRole('button', { name: 'Show in file manager' }).click();
  await expect.poll(() => app.opened).toEqual([app.layover.library.folder]);
  await expect(page.getByText('Mark as read or unread')).toBeVisible();
});
