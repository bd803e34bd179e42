// Images of an article over the window: by pointer and by keys, fitted and at their own size, and the way back to where one was.
import type { Page } from 'playwright/test';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';
import { expectNoFault } from './faults.ts';
import { numbered, pageHtml } from './pages.ts';

// Saving a page with pictures and opening it again takes its time on a busy machine.
test.describe.configure({ timeout: 150_000 });

const TALL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="4000"><rect width="600" height="4000" fill="#457"/></svg>';

async function openPlates(app: AppPage): Promise<void> {
  const { page } = app;
  const paragraphs = [
    ...numbered(2),
    '<figure><img src="/chart.png" alt="A chart of the bay"><figcaption>The bay in 1823.</figcaption></figure>',
    ...numbered(2),
    '<img src="/tall.svg" alt="A tall drawing">',
    ...numbered(2),
    '<a href="https://else.example/"><img src="/linked.png" alt="A way out"></a>',
    ...numbered(2),
  ];
  const site = await startSite({
    '/plates': { body: pageHtml({ title: 'Plates', address: 'notes.example/plates', paragraphs }) },
    '/chart.png': { body: png(1000, 700), headers: { 'content-type': 'image/png' } },
    '/linked.png': { body: png(300, 200), headers: { 'content-type': 'image/png' } },
    '/tall.svg': { body: TALL, headers: { 'content-type': 'image/svg+xml' } },
  });
  await app.save({ from: 'address', address: site.url('/plates') });
  await site.close();
  await app.start('#/library');
  await page.getByRole('button', { name: /^Plates/ }).click();
  await expect(page.frameLocator('iframe').getByRole('button', { name: /^Image 1 of 3/ })).toBeVisible();
}

const scaleOf = (page: Page): Promise<string> => page.locator('.viewer-scale').innerText();

test('by keyboard: opened, walked, enlarged, moved, closed, and the focus is back on the image', async ({ app }) => {
  const { page } = app;
  await openPlates(app);
  const article = page.frameLocator('iframe');
  await article.getByRole('button', { name: 'Image 1 of 3: A chart of the bay' }).focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: 'Image 1 of 3' });
  await expect(viewer).toContainText('The bay in 1823.');
  await expect(viewer.getByRole('img', { name: 'A chart of the bay' })).toBeVisible();
  await expectNoFault(page);

  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Image 2 of 3' })).toBeVisible();
  const tall = page.getByRole('dialog').getByRole('img', { name: 'A tall drawing' });
  await expect.poll(() => scaleOf(page)).not.toBe('100 %');
  await page.keyboard.press('1');
  await expect.poll(() => scaleOf(page)).toBe('100 %');
  const before = await tall.boundingBox();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await tall.boundingBox())?.y).toBeLessThan(before?.y ?? 0);
  await page.keyboard.press('+');
  await expect.poll(() => scaleOf(page)).toBe('125 %');
  await page.keyboard.press('0');
  await expect.poll(async () => (await tall.boundingBox())?.height).toBeLessThan(800);

  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('dialog', { name: 'Image 3 of 3' })).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('dialog', { name: 'Image 2 of 3' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(article.getByRole('button', { name: 'Image 2 of 3: A tall drawing' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
});

test('by pointer: pressed, enlarged where the pointer is, dragged, shown in the file manager', async ({ app }) => {
  const { page } = app;
  await openPlates(app);
  await page
    .frameLocator('iframe')
    .getByRole('button', { name: /A tall drawing/ })
    .click({ position: { x: 50, y: 100 } });
  const viewer = page.getByRole('dialog', { name: 'Image 2 of 3' });
  const tall = viewer.getByRole('img', { name: 'A tall drawing' });
  await expect(tall).toBeVisible();
  const area = await viewer.getByRole('application').boundingBox();
  if (area === null) throw new Error('the image has no room');
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  await page.mouse.wheel(0, -1200);
  await expect.poll(async () => (await tall.boundingBox())?.height).toBeGreaterThan(1500);
  const before = await tall.boundingBox();
  await page.mouse.down();
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2 - 120, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await tall.boundingBox())?.y).toBeLessThan((before?.y ?? 0) - 60);
  await viewer.getByRole('button', { name: 'Fit to the window' }).click();
  await expect.poll(async () => (await tall.boundingBox())?.height).toBeLessThan(800);
  await viewer.getByRole('button', { name: 'Show in file manager' }).click();
  await expect.poll(() => app.opened.at(-1)).toMatch(/assets.+\.svg$/);
  await viewer.getByRole('button', { name: 'Close the images' }).click();
  await expect(viewer).toBeHidden();
});

test('an image in a link follows it when pressed and is looked at by key; one stop leads to all of them', async ({
  app,
}) => {
  const { page } = app;
  await openPlates(app);
  const article = page.frameLocator('iframe');
  const linked = article.getByRole('button', { name: /A way out/ });
  await linked.click();
  await expect(page.getByRole('dialog', { name: 'This page is not saved here' })).toBeVisible();
  await page.keyboard.press('Escape');
  await linked.focus();
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog', { name: 'Image 3 of 3' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(linked).toBeFocused();
  const stops = article.locator('img[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(article.getByRole('button', { name: /A tall drawing/ })).toBeFocused();
  await expect(stops).toHaveCount(1);
});
