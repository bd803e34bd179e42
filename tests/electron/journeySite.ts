// Two pages for journeys through the whole app, served on loopback; and the keys and presses with which a person gets about.
import { expect, type Locator, type Page } from 'playwright/test';
import { numbered, pageHtml } from '../app/pages.ts';
import { startSite, type Site } from '../helpers/site.ts';

/** Two long pages with headings, `/lamps` and `/salt`. */
export function startPages(): Promise<Site> {
  const [first = '', ...rest] = numbered(24);
  const lamps = [
    'The harbour had three lamps, and one keeper.',
    first,
    '</p><h2>The upper stair</h2><p>Nobody went there in winter.',
    ...rest,
    '</p><h2>The lower stair</h2><p>The sea went there every night.',
    ...numbered(12),
  ];
  return startSite({
    '/lamps': { body: pageHtml({ title: 'Three lamps', address: 'notes.example/lamps', paragraphs: lamps }) },
    '/salt': { body: pageHtml({ title: 'Salt roads', address: 'notes.example/salt', paragraphs: numbered(20) }) },
  });
}

/** Presses Tab, or Shift and Tab, until something has the focus; fails when it is out of reach. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Tabs to something and presses Enter on it. */
export async function enter(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Tabs into the list of a place and goes to a line of it with the arrow keys. */
export async function goToRow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, page.getByRole('main').locator('[data-row-main][tabindex="0"]'));
  await page.keyboard.press('Home');
  for (let i = 0; i < 20; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  await expect(target).toBeFocused();
}

/** Waits until an article is drawn. */
export async function expectReading(page: Page, title: string): Promise<void> {
  await expect(page.frameLocator('iframe.article-frame').locator('header h1')).toHaveText(title, { timeout: 20_000 });
  await expect(page.frameLocator('iframe.article-frame').locator('header h1')).toBeVisible();
  await expect(page.locator('iframe.article-frame:not(.article-frame-waiting)')).toBeVisible();
}

/** The text of what is highlighted in the open article. */
export function highlighted(page: Page): Promise<readonly string[]> {
  return page
    .frameLocator('iframe.article-frame')
    .locator('body')
    .evaluate(({ ownerDocument: { defaultView } }) =>
      ['yellow', 'green', 'blue', 'red'].flatMap((color) =>
        // Of the frame's own class, by which this Chromium tells ranges apart.
        [...(defaultView?.CSS.highlights.get(`mark-${color}`) ?? [])].map((range) => {
          const { Range: FrameRange } = defaultView ?? window;
          // Where a word may be parted is no part of it.
          return range instanceof FrameRange ? range.toString().replaceAll('\u00AD', '') : '';
        }),
      ),
    );
}

/** Clicks a command over the article: its button, or its line in the menu of those that have no room. */
export async function pressCommand(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'Article' });
  const button = bar.getByRole('button', { name, exact: true });
  await expect(bar.getByRole('button').first()).toBeVisible();
  if ((await button.count()) > 0) await button.click();
  else {
    await bar.getByRole('button', { name: 'More', exact: true }).click();
    // Its name ends with its key.
    await page.getByRole('menuitem', { name }).click();
  }
}
