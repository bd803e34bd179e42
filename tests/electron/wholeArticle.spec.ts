// An article of three pages with comments in the real app: saved, the site lost, and read to its end.
import { expect, test } from 'playwright/test';
import { allowLoopback, appFolders, startApp } from '../helpers/electronApp.ts';
import { startSite } from '../helpers/site.ts';
import { postPage, postRoutes, wordsOf } from '../unit/saving/site.ts';

test('an article of three pages is read to its end without the site, and its comments are there', async () => {
  const folders = appFolders();
  const comments =
    '<section id="comments"><h2>1 Comment</h2><ol><li class="comment" id="comment-1"><b>Ilse</b><p>Ninety-one, I counted.</p></li></ol></section>';
  const first = postPage(1, { pages: 3 }).replace('</main>', `${comments}</main>`);
  const site = await startSite(postRoutes({ pages: 3, instead: { 1: { body: first } } }));
  const online = await startApp(folders);
  await allowLoopback(online.window);
  await online.window.getByLabel('Address of a page to save').fill(site.url('/clock'));
  await online.window.getByRole('button', { name: 'Save this page' }).click();
  await expect(online.window.getByText('Complete').first()).toBeVisible();
  await online.quit();
  await site.close();

  const offline = await startApp(folders);
  await offline.window.getByRole('main').getByText('Winding the clock').first().click();
  const page = offline.window.frameLocator('iframe');
  for (const number of [1, 2, 3]) await expect(page.getByText(wordsOf(number).slice(0, 60))).toBeVisible();
  await expect(page.getByText('Ninety-one, I counted.')).toBeHidden();
  await page.getByText('1 comment saved with this article').click();
  await expect(page.getByText('Ninety-one, I counted.')).toBeVisible();
  expect(await offline.foreignRequests()).toEqual([]);
  await offline.quit();
  folders.remove();
});
