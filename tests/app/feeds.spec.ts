// Following a site in the window: from its address to its posts on the timeline, and what is known of it in the settings.
import { startSite, type Route } from '../helpers/site.ts';
import { expect, test } from '../helpers/appPage.ts';

const item = (number: number): string =>
  `<item><title>The quay in week ${number}</title><link>/posts/${number}</link><pubDate>Mon, ${String(number).padStart(2, '0')} Apr 2024 08:00:00 GMT</pubDate></item>`;
const rss = (numbers: readonly number[]): string =>
  `<rss version="2.0"><channel><title>Notes from the quay</title><link>/</link>${numbers.map(item).join('')}</channel></rss>`;

test('a site is followed from its address, and its posts stand on the timeline with where they come from', async ({
  app,
}) => {
  const routes: Record<string, Route> = {
    '/': {
      body: '<head><title>Quay</title><link rel="alternate" type="application/rss+xml" title="Notes from the quay" href="/feed.xml"></head><p>Welcome</p>',
    },
    '/feed.xml': { body: rss([3, 2, 1]) },
  };
  const site = await startSite(routes);
  try {
    await app.start('#/settings');
    const { page } = app;
    const part = page.getByRole('region', { name: 'Feeds' });
    await expect(part.getByText('You follow nothing yet.')).toBeVisible();
    await part.getByRole('button', { name: 'Follow a site' }).click();
    const dialog = page.getByRole('dialog', { name: 'Follow a site' });
    await dialog.getByLabel('Address of a feed or of a page').fill(site.url('/nothing'));
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('has no feed at this address (404)')).toBeVisible();
    await dialog.getByLabel('Address of a feed or of a page').fill(site.url('/'));
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Follow: Notes from the quay' }).click();
    await expect(dialog).toBeHidden();
    const row = part.getByRole('listitem').filter({ hasText: 'Notes from the quay' });
    await expect(row.getByText('3 posts')).toBeVisible();

    routes['/feed.xml'] = { status: 500 };
    await row.getByRole('button', { name: 'Look for new posts: Notes from the quay' }).click();
    await expect(row.getByText('has a fault of its own (500)')).toBeVisible();
    routes['/feed.xml'] = { body: rss([4, 3]) };
    await row.getByRole('button', { name: 'Try again: Notes from the quay' }).click();
    await expect(row.getByText('4 posts')).toBeVisible();

    await row.getByLabel('Save by itself: Notes from the quay').selectOption('words');
    await row.getByLabel('Words in the title').fill('storm, ferry');
    await page.keyboard.press('Tab');
    await expect(async () => {
      const [feed] = await app.layover.feeds.list();
      expect(feed?.rule).toEqual({ save: 'words', words: ['storm', 'ferry'] });
    }).toPass();

    await page.goto('http://layover.test/#/timeline');
    const posts = page.getByRole('article');
    await expect(posts.filter({ hasText: 'The quay in week 4' })).toContainText('Notes from the quay');
    await expect(posts).toHaveCount(4);

    await page.goto('http://layover.test/#/settings');
    await row.getByRole('button', { name: 'Remove with its posts: Notes from the quay' }).click();
    await expect(row).toBeHidden();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(row.getByText('4 posts')).toBeVisible();
    await part.getByRole('button', { name: 'Export feeds (OPML)' }).click();
    await expect.poll(() => app.written.map(({ name }) => name)).toEqual(['feeds.opml']);
    expect(app.written[0]?.content).toContain(site.url('/feed.xml'));
    await row.getByRole('button', { name: 'Follow no more: Notes from the quay' }).click();
    await expect(row.getByText('Not followed any more. Its posts stay.')).toBeVisible();
  } finally {
    await site.close();
  }
});

test.describe('with the judge of addresses that the app has', () => {
  test.use({ isOnInternet: false });

  test('a file of feeds is imported, and the save dialog leads to following', async ({ app }) => {
    await app.start('#/settings');
    const { page } = app;
    const opml =
      '<opml version="2.0"><body><outline text="Router" type="rss" xmlUrl="http://127.0.0.1:9/feed"/><outline text="x" type="rss"/></body></opml>';
    await page
      .getByLabel('Import feeds (OPML)')
      .last()
      .setInputFiles({ name: 'mine.opml', mimeType: 'text/xml', buffer: Buffer.from(opml) });
    await expect(page.getByText('Follows 1 new feed; 1 line names no address that can be followed.')).toBeVisible();
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Router' }).getByText('is on a private network'),
    ).toBeVisible();
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog').getByRole('textbox').fill('https://harbour.example/blog');
    await page.getByRole('button', { name: 'Follow a site' }).last().click();
    await expect(page.getByLabel('Address of a feed or of a page')).toHaveValue('https://harbour.example/blog');
  });
});

test('a long list of a page is followed, and read on as far as the person wishes', async ({ app }) => {
  const pageOf = (p: number): string =>
    `<title>Stories</title><main><h1>Blog</h1>${[1, 2, 3, 4].map((k) => `<article><h2><a href="/posts/${p}-${k}">A long story number ${p}-${k} of the harbour</a></h2></article>`).join('')}${p < 12 ? `<a rel="next" href="/p/${p + 1}">Older posts</a>` : ''}</main>`;
  const site = await startSite(
    Object.fromEntries(Array.from({ length: 13 }, (_, p) => [`/p/${p}`, { body: pageOf(p) }])),
  );
  try {
    await app.start('#/settings');
    const { page } = app;
    const part = page.getByRole('region', { name: 'Feeds' });
    await part.getByRole('button', { name: 'Follow a site' }).click();
    const dialog = page.getByRole('dialog', { name: 'Follow a site' });
    await dialog.getByLabel('Address of a feed or of a page').fill(site.url('/p/0'));
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Posts that this page lists')).toBeVisible();
    await dialog.getByRole('button', { name: 'Follow: Stories' }).click();
    await part.getByRole('button', { name: 'Read up to ten more pages: Stories' }).click();
    await expect(page.getByText('12 older posts came to the timeline.')).toBeVisible();
    await expect(part.getByText('52 posts')).toBeVisible();
    await expect(part.getByText('goes on to older')).toBeHidden();
  } finally {
    await site.close();
  }
});
