// Posts on their days: headings, silences, the undated, the strip, and what can be done with a post.
import { expect, test } from '../helpers/appPage.ts';
import { listed, pageFile } from './pages.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];

test.beforeEach(async ({ app }) => {
  await app.save(
    pageFile({
      title: 'Winter quarters',
      address: 'notes.example/winter',
      related: [
        ...MONTHS.flatMap((month) =>
          Array.from({ length: 8 }, (_, i) =>
            listed(`${month} letter ${i + 1}`, `${month} ${i + 3}, 2026`, `${month} ${i + 3}, 2026`),
          ),
        ),
        listed('<a href="https://elsewhere.example/late">The late one</a>', 'January 2, 2026', 'September 30, 2026'),
      ],
    }),
  );
  await app.start('#/timeline');
});

test('months stay in sight while their posts go by, and the strip leads to any month', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('.timeline-pinned')).toContainText('2026');
  const strip = page.getByRole('slider', { name: 'Posts by month; jump to' });
  await expect(strip).toHaveAttribute('aria-valuetext', 'September 2026, 8 posts');
  await strip.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(strip).toHaveAttribute('aria-valuetext', 'July 2026, 8 posts');
  await expect(page.locator('.timeline-pinned')).toContainText('July 2026');
  await expect(page.getByText('July letter 8')).toBeInViewport();
  const box = await strip.boundingBox();
  if (box === null) throw new Error('the strip is not drawn');
  await page.mouse.click(box.x + 20, box.y + box.height - 6);
  await expect(strip).toHaveAttribute('aria-valuetext', 'January 2026, 9 posts');
  await expect(page.getByRole('heading', { name: 'January 2026' })).toBeInViewport();
});

test('a post stands on the day of the axis, and says how much later it was updated', async ({ app }) => {
  const { page } = app;
  await page.locator('label', { hasText: 'Updated' }).click();
  const first = page.locator('.post-row').first();
  await expect(first).toContainText('The late one');
  await expect(first).toContainText('updated 9 months later');
  await expect(first.getByRole('heading', { name: 'Wednesday, September 30, 2026' })).toBeVisible();
});

test('posts without the date stand last, under a heading that says so', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: 'September 2026' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No publishing date' })).toBeVisible();
});

test('a post that is only known tells what is known, and can be opened outside', async ({ app }) => {
  const { page } = app;
  await page.locator('label', { hasText: 'Updated' }).click();
  await page.getByRole('button', { name: /^The late one, Only known/ }).click();
  const details = page.getByRole('dialog', { name: 'The late one' });
  await expect(details).toContainText('January 2, 2026');
  await expect(details.getByRole('button', { name: 'Winter quarters' })).toBeVisible();
  await details.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(() => app.opened).toEqual(['https://elsewhere.example/late']);
  await page.getByRole('button', { name: /^September letter 8, Only known/ }).click();
  await expect(page.getByRole('dialog')).toContainText('gives no address');
});
