// Finding, highlighting and listening where a text does not simply scroll downwards: in pages, and from right to left.
import type { Page } from 'playwright/test';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { fakeVoices } from './fakeVoices.ts';
import { painted } from './highlighting.ts';
import { numbered, pageHtml } from './pages.ts';

const FAR = 'The lantern was carried to the upper gallery before the storm.';

/** An article in which one sentence stands far from the beginning. */
async function open(app: AppPage, way: 'ltr' | 'rtl', flow: 'scrolled' | 'paged'): Promise<void> {
  const paragraphs = [...numbered(24), FAR, ...numbered(6)];
  const html = pageHtml({ title: 'The gallery', address: 'notes.example/gallery', paragraphs });
  const turned = way === 'ltr' ? html : html.replace('<html lang="en">', '<html lang="ar" dir="rtl">');
  await app.layover.library.setSettings({ flow });
  await app.save({ from: 'file', name: 'page.html', bytes: Buffer.from(turned) });
  await app.start('#/library');
  await app.page.getByRole('button', { name: 'The gallery', exact: true }).click();
  await expect(app.page.frameLocator('iframe').locator('header h1')).toBeVisible();
  if (flow === 'paged') await expect(app.page.getByText(/^Page 1 of/)).toBeVisible();
}

const far = (page: Page) => page.frameLocator('iframe').getByText(FAR.slice(0, 20));

/** Whether the far sentence is in view from its first letter to its last, and not parted by an edge. */
function isWhole(page: Page): Promise<boolean> {
  return far(page).evaluate((block) => {
    const { left, right, top, bottom } = block.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    return left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
  });
}

const WAYS = [
  ['ltr', 'paged'],
  ['rtl', 'scrolled'],
  ['rtl', 'paged'],
] as const;

for (const [way, flow] of WAYS) {
  test(`what is found is brought into view (${way}, ${flow})`, async ({ app }) => {
    const { page } = app;
    await open(app, way, flow);
    expect(await isWhole(page)).toBe(false);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('lantern');
    await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
    await expect.poll(() => isWhole(page)).toBe(true);
    if (flow === 'paged') await expect(page.getByText(/^Page [2-9]\d* of/)).toBeVisible();
  });

  test(`a passage is highlighted, and the list leads back to it (${way}, ${flow})`, async ({ app }) => {
    const { page } = app;
    await open(app, way, flow);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('before the storm');
    await expect.poll(() => isWhole(page)).toBe(true);
    await page.keyboard.press('Escape');
    await far(page).evaluate((block) => block.ownerDocument.getSelection()?.selectAllChildren(block));
    await page
      .getByRole('toolbar', { name: 'Selected text' })
      .getByRole('button', { name: 'Highlight in green' })
      .click();
    await expect.poll(() => painted(page)).toEqual({ green: [FAR] });
    await page.keyboard.press('Home');
    await expect.poll(() => isWhole(page)).toBe(false);
    await page.keyboard.press('Shift+H');
    await page.getByRole('complementary', { name: 'Highlights' }).getByRole('button', { name: FAR }).click();
    await expect.poll(() => isWhole(page)).toBe(true);
  });

  test(`what is said is kept in view (${way}, ${flow})`, async ({ app }) => {
    const { page } = app;
    const voices = await fakeVoices(page, [
      { name: 'Samantha', lang: 'en-US' },
      { name: 'Salma', lang: 'ar' },
    ]);
    await open(app, way, flow);
    await page.keyboard.press('Shift+P');
    await voices.start();
    let said = '';
    for (let i = 0; i < 30 && !said.startsWith('The lantern'); i += 1) {
      await page.keyboard.press('>');
      said = await voices.start();
    }
    expect(said).toBe(FAR);
    await expect.poll(() => isWhole(page)).toBe(true);
  });
}
