// A text that is too long to be laid out before it is seen: its first view is there, and what is pressed meanwhile is not lost.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { numbered, pageFile } from './pages.ts';

test('keys pressed at once are heard, and the place is kept', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'The long log', address: 'a.example/log', paragraphs: numbered(400) }));
  await app.start('#/library');
  const row = page.getByRole('button', { name: 'The long log', exact: true });
  const heading = page.frameLocator('iframe').locator('header h1');

  // Pressed in the same moment in which the frame is first laid out, before anything is painted.
  await page.evaluate(pressWhenShown, ['End']);
  await row.press('Enter');
  await expect.poll(() => topParagraph(page)).toBeGreaterThan(380);
  await expect(page.locator('iframe')).toBeFocused();

  // And back there, in the middle, with all before and behind it.
  await page
    .frameLocator('iframe')
    .locator('p', { hasText: 'Paragraph 200.' })
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect.poll(() => topParagraph(page)).toBe(200);
  await page.keyboard.press('Escape');
  const [id] = layover.library.catalogue.ids();
  if (id === undefined) throw new Error('nothing was saved');
  await expect.poll(async () => (await layover.article(id)).reading.block).toBeGreaterThan(190);
  await row.press('Enter');
  await expect(page.locator('iframe')).toBeFocused();
  expect(await topParagraph(page)).toBe(200);
  await page.keyboard.press('Home');
  await expect.poll(() => topParagraph(page)).toBe(1);
  await expect(heading).toBeInViewport();

  // Leaving does not wait.
  await page.keyboard.press('Escape');
  await page.evaluate(pressWhenShown, ['Escape']);
  await row.press('Enter');
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(row).toBeVisible();
});

/** Presses keys beside the frame as soon as that is shown. */
function pressWhenShown(keys: readonly string[]): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector('iframe.article-frame:not(.article-frame-waiting)') === null) return;
    watch.disconnect();
    for (const key of keys)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
}

/** The number of the paragraph at the top of the view. */
async function topParagraph(page: Page): Promise<number> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => {
      const top = [...body.querySelectorAll('.content p')].find((each) => each.getBoundingClientRect().bottom > 26);
      return Number(/\d+/.exec(top?.textContent ?? '')?.[0] ?? -1);
    });
}
