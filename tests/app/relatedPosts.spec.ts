// The related posts beside an article: saved one, some or all at once, with what became of them told; and what is alike where none are.
import { startSite, type Routes, type Site } from '../helpers/site.ts';
import { expect, test } from '../helpers/appPage.ts';
import { listed, numbered, pageFile, pageHtml } from './pages.ts';

let site: Site;

test.afterEach(async () => {
  await site.close();
});

async function startWith(pages: readonly string[], more: Routes = {}): Promise<void> {
  const routes = pages.map((name) => [
    `/${name}`,
    { body: pageHtml({ title: `The ${name} letter`, address: `letters.example/${name}` }) },
  ]);
  site = await startSite({ ...Object.fromEntries(routes), ...more });
}

function line(name: string, day: number): string {
  return listed(`<a href="${site.url(`/${name}`)}">The ${name} letter</a>`, `March ${day}, 2026`);
}

test('all are saved at one wish, the end says how many and why not, and those that are there open here', async ({
  app,
}) => {
  await startWith(['first', 'second'], { '/closed': { status: 401, body: 'Sign in' } });
  const related = [line('first', 9), line('second', 8), line('vanished', 7), line('closed', 6)];
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
  await app.start('#/library');
  const { page } = app;
  await page.getByRole('button', { name: /^Winter quarters/ }).click();
  const panel = page.getByRole('complementary', { name: 'Related posts' });
  await panel.getByRole('button', { name: 'Save posts…' }).click();
  await expect(page.getByLabel('All 4 that are not saved')).toBeChecked();
  await page.getByRole('button', { name: 'Save 4 posts' }).click();
  await expect(page.getByText('2 saved, 1 gone, 1 needs a sign-in.')).toBeVisible();
  await expect(panel.getByRole('progressbar')).toBeHidden();
  await expect(panel.getByRole('button', { name: /Saved here$/ })).toHaveCount(2);
  await expect(page.locator('.toast')).toHaveCount(1);
  await expect(panel.getByRole('article').filter({ hasText: 'The vanished letter' })).toContainText('Not saved');
  await page.getByRole('button', { name: 'Why' }).click();
  const saves = page.getByRole('dialog');
  await expect(saves).toContainText('has no page at this address (404)');
  await expect(saves).toContainText('without signing in');
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'The second letter, Saved here' }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'The second letter' })).toBeVisible();
});

test('some are chosen with Shift and the arrows, and only they are saved', async ({ app }) => {
  await startWith(['first', 'second', 'third']);
  const related = [line('first', 9), line('second', 8), line('third', 7)];
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
  await app.start('#/library');
  const { page } = app;
  await page.getByRole('button', { name: /^Winter quarters/ }).click();
  const panel = page.getByRole('complementary', { name: 'Related posts' });
  await panel.getByRole('button', { name: 'Save this post: The first letter' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(panel.getByRole('toolbar', { name: 'Selected posts' })).toContainText('2 selected');
  await panel.getByRole('button', { name: 'Save 2' }).click();
  await expect(page.getByText('2 saved.')).toBeVisible();
  await expect(panel.getByRole('button', { name: /Saved here$/ })).toHaveCount(2);
  await expect(panel.getByRole('button', { name: 'Save this post: The third letter' })).toBeVisible();
  // It was one wish, so it is one message.
  await expect(page.locator('.toast')).toHaveText([/^2 saved\./]);
  expect(site.requests.filter((path) => path === '/third')).toEqual([]);
});

test('the best for a time are counted before they are saved, and what follows from them has a cap', async ({ app }) => {
  const onward = [
    listed('<a href="/first">The first letter</a>', 'March 2, 2026'),
    listed('<a href="/gone">Gone</a>', 'March 1, 2026'),
  ];
  await startWith(['first', 'second', 'third'], {
    '/hub': { body: pageHtml({ title: 'The hub letter', address: 'letters.example/hub', related: onward }) },
  });
  const related = [line('hub', 9), line('second', 8), line('third', 7)];
  // Three minutes to read, as all of this site are then taken to need.
  await app.save(pageFile({ title: 'Winter quarters', address: '127.0.0.1/winter', related, paragraphs: numbered(8) }));
  await app.start('#/library');
  const { page } = app;
  await page.getByRole('button', { name: /^Winter quarters/ }).click();
  await page.getByRole('button', { name: 'Save posts…' }).click();
  await page.getByLabel('Minutes to read').fill('5');
  await expect(page.getByText('1 post, about 3 minutes.')).toBeVisible();
  await page.getByLabel('And then').selectOption('What their lists name');
  await page.getByLabel('All together at most').selectOption('50 posts');
  await page.getByRole('button', { name: 'Save at most 50' }).click();
  await expect
    .poll(async () => (await app.layover.cards()).map(({ title }) => title).sort())
    .toEqual(['The first letter', 'The hub letter', 'Winter quarters']);
});

test('an article that lists nothing has beside it what is alike in the library, which is said to be Layover’s own', async ({
  app,
}) => {
  await startWith([]);
  const pilots = [
    'The pilot marks the channel of the estuary with withies.',
    'Every vessel asks the pilot for the gauge.',
  ];
  await app.save(pageFile({ title: 'Pilots', address: 'a.example/1', paragraphs: pilots }));
  await app.save(pageFile({ title: 'The estuary', address: 'b.example/2', paragraphs: [...pilots].reverse() }));
  for (const name of ['flour', 'rye', 'barley']) {
    await app.save(
      pageFile({
        title: `On ${name}`,
        address: `c.example/${name}`,
        paragraphs: [`A loaf of ${name} keeps for a week in a stone jar.`, `Nobody sells ${name} here.`],
      }),
    );
  }
  await app.start('#/library');
  const { page } = app;
  await page.getByRole('button', { name: /^Pilots/ }).click();
  const panel = page.getByRole('complementary', { name: 'Similar in your library' });
  await expect(panel).toContainText('Layover found these by the words they share');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await panel.getByRole('button', { name: 'The estuary' }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'The estuary' })).toBeVisible();
});
