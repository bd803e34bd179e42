// The open article in the app's window in; scrolled to its end and hovered over, as somebody reads. From the window around it, since no timer runs in its frame.
import type { Page } from 'playwright/test';

const STEPS = 40;

/** Opens an article and waits for its text; answers how long that took after the window was loaded, in milliseconds. */
export async function openArticle(page: Page, id: string): Promise<number> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/library/article/${id}`);
  // The address of the fragment is read when one goes back or forward; a reload is the surest way to open it.
  await page.reload();
  const begun = performance.now();
  await page.frameLocator('iframe').locator('.content').waitFor({ state: 'attached' });
  return performance.now() - begun;
}

/** Scrolls to the end in so many milliseconds, the pointer going over the text. */
export async function readThrough(page: Page, ms: number): Promise<void> {
  const box = (await page.locator('iframe').first().boundingBox()) ?? { x: 0, y: 0, width: 600, height: 400 };
  for (let at = 0; at < STEPS; at += 1) {
    await page.evaluate((steps) => {
      const inner = document.querySelector('iframe')?.contentWindow;
      inner?.scrollBy(0, Math.max(200, (inner.document.documentElement.scrollHeight ?? 0) / steps));
    }, STEPS);
    await page.mouse.move(box.x + (box.width * ((at * 7) % STEPS)) / STEPS, box.y + (box.height * at) / STEPS);
    await page.waitForTimeout(ms / STEPS);
  }
}
