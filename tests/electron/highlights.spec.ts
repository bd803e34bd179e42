// Highlights are drawn in this Chromium too, over its own sandboxed frames, and are there after a restart.
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { appFolders, startApp } from '../helpers/electronApp.ts';

function drawn(page: Page): Promise<readonly string[] | undefined> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(({ ownerDocument: { defaultView } }) => {
      const green = defaultView?.CSS.highlights.get('mark-green');
      const OwnRange = defaultView?.Range;
      return (
        green &&
        OwnRange &&
        [...green].map((range) =>
          range instanceof OwnRange ? range.toString().replaceAll('\u00AD', '') : range.constructor.name,
        )
      );
    });
}

test('a passage is highlighted by keyboard and is there again after a restart', async () => {
  const folders = appFolders();
  const first = await startApp(folders);
  const { window: page } = first;
  await page.evaluate(async () => {
    const text = 'Two lights\n\nThe keeper kept a ledger, and another ledger.\n\nHe lost the third ledger to the sea.';
    await window.layover.call('save.add', { source: { from: 'paste', text, html: null } });
  });
  await expect(page.getByText('Saved “Two lights”.')).toBeVisible();
  await page.getByRole('navigation').getByText('Library').click();
  await page.getByRole('button', { name: /^Two lights/ }).click();
  await expect.poll(() => drawn(page)).toEqual([]);
  await page
    .frameLocator('iframe')
    .locator('p', { hasText: 'third ledger' })
    .evaluate((block) => {
      const { firstChild } = block;
      if (firstChild !== null) block.ownerDocument.getSelection()?.setBaseAndExtent(firstChild, 8, firstChild, 24);
    });
  await page.getByRole('button', { name: 'Highlight in green' }).click();
  await expect.poll(() => drawn(page)).toEqual(['the third ledger']);
  await first.quit();

  const second = await startApp(folders);
  await second.window.getByRole('navigation').getByText('Library').click();
  await second.window.getByRole('button', { name: /^Two lights/ }).click();
  await expect.poll(() => drawn(second.window)).toEqual(['the third ledger']);
  await second.quit();
  folders.remove();
});
