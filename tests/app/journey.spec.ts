// From an empty library to the timeline, as a person with a mouse goes.
import { expect, test } from '../helpers/appPage.ts';

test('an empty library explains itself, and the sample leads through reader, related posts and timeline', async ({
  app,
}) => {
  const { page } = app;
  await app.start();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Read it where there is no network');

  await page.getByRole('button', { name: 'Add a sample to look around' }).click();
  const article = page.frameLocator('iframe');
  await expect(article.locator('header h1')).toHaveText('The last bar of signal');
  await expect(article.getByText('It is an odd moment to find out what you own.')).toBeVisible();
  const pictures = article.locator('.content img');
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) {
    expect(await picture.evaluate((image) => image instanceof HTMLElement && image.getAttribute('src'))).not.toContain(
      'http',
    );
    await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0);
  }
  await expect(page.locator('.reader-header')).toContainText('Complete');

  const related = page.getByRole('complementary', { name: 'Related posts' });
  await expect(related).toContainText('10 posts');
  await expect(related.getByRole('heading', { name: 'September 4, 2026' })).toBeVisible();
  await expect(related.getByRole('article').filter({ hasText: 'A timetable is a promise about time' })).toContainText(
    'updated 6 weeks later',
  );

  await related.getByRole('button', { name: 'Show in timeline' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline');
  await expect(page.getByText('Listed by “The last bar of signal”')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'September 2026' })).toBeVisible();
  await expect(page.getByText('No posts for 2 months')).toBeVisible();

  await page.getByRole('button', { name: 'Show all' }).click();
  await page.locator('label', { hasText: 'Published' }).click();
  await page.getByRole('button', { name: /^The last bar of signal, Saved here/ }).click();
  await expect(article.locator('header h1')).toHaveText('The last bar of signal');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline');
});

test('nothing in an article runs, and it cannot leave its frame', async ({ app }) => {
  await app.save({
    from: 'paste',
    text: 'A text that is long enough to be kept as an article of its own, with several words in it.',
    html: null,
  });
  await app.start();
  await app.page.getByRole('article').getByRole('button').first().click();
  const frame = app.page.locator('iframe');
  await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin');
  const ran = await app.page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => {
      const script = body.ownerDocument.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "yes"';
      body.append(script);
      return body.ownerDocument.documentElement.dataset['ran'] ?? 'no';
    });
  expect(ran).toBe('no');
  expect(app.problems.splice(0).every((problem) => problem.includes('script'))).toBe(true);
});
