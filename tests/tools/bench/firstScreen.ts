// What counts as started, the same for the app, its package and their floor: a first screen is painted and has answered a key.
import type { Page } from 'playwright/test';

/** A start that takes longer than this has failed. */
export const MOST_MS = 10 * 60_000;

/** The floor's page: as little as can be seen and can answer a key. */
export const ANSWERING_PAGE = `<!doctype html><meta charset="utf-8"><title>Empty</title><h1>Empty</h1>
<script>addEventListener('keydown', () => document.body.insertAdjacentHTML('beforeend', '<h2>Answer</h2>'))</script>`;

/** Waits until that page has answered. */
export async function answers(page: Page): Promise<void> {
  await seen(page, 'h1');
  await page.keyboard.press('k');
  await seen(page, 'h2');
}

/** Waits until the app shows its list, or in a library without articles the field to save, and has opened the palette. */
export function seenList(articles: number): (page: Page) => Promise<void> {
  return async (page) => {
    await seen(page, articles === 0 ? 'form' : '[data-row-main]');
    await page.keyboard.press('Control+k');
    await seen(page, '[role=dialog]');
  };
}

/** Waits for the first frame in which it can be seen; asked every frame, where a locator would look again after up to half a second. */
async function seen(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(wanted)?.checkVisibility({ checkVisibilityCSS: true }) === true,
    selector,
    { polling: 'raf', timeout: MOST_MS },
  );
}
