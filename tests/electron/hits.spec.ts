// What was searched for is marked in the article in this Chromium too, whose classes in frames are not those of later ones.
import { expect, test } from 'playwright/test';
import { appFolders, startApp } from '../helpers/electronApp.ts';

test('the hits of a search are marked in the article and gone through', async () => {
  const folders = appFolders();
  const app = await startApp(folders);
  const { window: page } = app;
  await page.evaluate(async () => {
    const text = 'Two lights\n\nThe keeper kept a ledger, and another ledger.\n\nHe lost the third ledger to the sea.';
    await window.layover.call('save.add', { source: { from: 'paste', text, html: null } });
  });
  await expect(page.getByText('Saved “Two lights”.')).toBeVisible();
  await page.getByRole('navigation').getByText('Library').click();
  await page.getByRole('textbox', { name: 'Search titles and texts' }).fill('ledger');
  await page.getByRole('button', { name: 'Two lights', exact: true }).click();
  const told = page.getByRole('group', { name: 'What you searched for' }).getByRole('status');
  await expect(told).toHaveText('1 of 3');
  await page.keyboard.press('n');
  await expect(told).toHaveText('2 of 3');
  const sizes = await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(({ ownerDocument: { defaultView } }) =>
      ['hit', 'current-hit'].map((name) => defaultView?.CSS.highlights.get(name)?.size),
    );
  expect(sizes).toEqual([3, 1]);
  await app.quit();
  folders.remove();
});
