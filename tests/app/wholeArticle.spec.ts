// What a person sees of an article of several pages and of readers' comments: what is there, what is missing, what is folded away.
import { expect, test } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { postRoutes, wordsOf } from '../unit/saving/site.ts';
import { pageHtml } from './pages.ts';

test('missing pages are named in the list, over the article and where it stops', async ({ app }) => {
  const { page } = app;
  const site = await startSite(postRoutes({ pages: 5, instead: { 3: { status: 503, body: '' } } }));
  await app.start();
  await page.getByLabel('Address of a page to save').fill(site.url('/clock'));
  await page.getByRole('button', { name: 'Save this page' }).click();
  await expect(page.getByRole('main').getByText('Pages 3 to 5 are missing')).toBeVisible();
  await expect(page.getByRole('main').getByText('Complete')).toHaveCount(0);

  await page.getByRole('button', { name: 'Winding the clock', exact: true }).click();
  const article = page.frameLocator('iframe');
  await expect(page.locator('.reader-header').getByText('Pages 3 to 5 are missing')).toBeVisible();
  await expect(article.getByText(wordsOf(2).slice(0, 60))).toBeVisible();
  const notice = article.getByRole('complementary');
  await expect(notice).toContainText('Pages 3 to 5 are missing.');
  await expect(notice).toContainText('too busy to answer (503)');
  await notice.getByRole('link', { name: 'go on where it stops' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(() => app.opened).toEqual([site.url('/clock?page=3')]);
  await site.close();
});

test('comments stand folded below the article and open by keyboard; switched off, they are not stored', async ({
  app,
}) => {
  const { page } = app;
  const comments =
    '<section id="comments"><h2>2 Comments</h2><ol class="comment-list"><li class="comment" id="comment-1"><b>Ilse</b><p>I saw the light go out.</p>' +
    '<ol><li class="comment" id="comment-2"><b>Otto</b><p>So did the gulls.</p></li></ol></li></ol></section>';
  const html = (title: string, address: string): string =>
    pageHtml({ title, address }).replace('</main>', `${comments}</main>`);
  const file = (title: string, address: string) =>
    ({ from: 'file', name: 'page.html', bytes: Buffer.from(html(title, address)) }) as const;
  await app.save(file('The lamp room', 'notes.example/lamp'));
  await app.start();
  await page.getByRole('button', { name: 'The lamp room', exact: true }).click();
  const article = page.frameLocator('iframe');
  const summary = article.getByText('2 comments saved with this article');
  await expect(summary).toBeVisible();
  await expect(article.getByText('I saw the light go out.')).toBeHidden();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(article.getByText('I saw the light go out.')).toBeVisible();
  await expect(article.locator('.comments li li')).toContainText('So did the gulls.');

  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByText('Settings').click();
  const keep = page.getByRole('checkbox', { name: 'Keep comments' });
  await expect(keep).toBeChecked();
  await keep.uncheck();
  await expect.poll(() => app.layover.library.settings().keepComments).toBe(false);
  await app.save(file('The oil store', 'notes.example/oil'));
  const cards = await app.layover.cards();
  const articles = await Promise.all(cards.map(({ id }) => app.layover.article(id)));
  expect(articles.map(({ comments }) => comments)).toEqual([0, 2]);
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'The oil store', exact: true }).click();
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('The oil store');
  await expect(article.locator('details')).toHaveCount(0);
});
