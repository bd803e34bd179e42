// Reading: the place that is kept, the links, the looks.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { listed, numbered, pageFile, pageHtml } from './pages.ts';

/** The first paragraph that is in the reader's view. */
async function topParagraph(page: Page): Promise<string> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => {
      const top = [...body.querySelectorAll('p')].find(
        (each) =>
          each.textContent.replaceAll('\u00AD', '').startsWith('Paragraph') && each.getBoundingClientRect().bottom > 26,
      );
      return /^Paragraph \d+/.exec(top?.textContent.replaceAll('\u00AD', '') ?? '')?.[0] ?? 'none';
    });
}

test('the paragraph is kept over a change of size, a narrower window and another day', async ({ app }) => {
  const { page } = app;
  await app.save(pageFile({ title: 'The echo survey', address: 'notes.example/echo', paragraphs: numbered(80) }));
  await app.start();
  await page.getByRole('button', { name: 'The echo survey', exact: true }).click();
  const article = page.frameLocator('iframe');
  await expect(article.locator('header h1')).toBeVisible();
  await article
    .locator('p', { hasText: 'Paragraph 40.' })
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(() => article.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('21px');
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40');
  await page.setViewportSize({ width: 800, height: 700 });
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toContainText('left');
  await page.reload();
  await page.getByRole('button', { name: 'The echo survey', exact: true }).click();
  await expect(article.locator('header h1')).toHaveCount(1);
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40');
});

test('a link to a saved page opens it here; any other is offered to be saved or opened outside', async ({ app }) => {
  const { page } = app;
  const site = await startSite({
    '/third': { body: pageHtml({ title: 'The third page', address: 'notes.example/third' }) },
  });
  await app.save(pageFile({ title: 'Salt roads', address: 'notes.example/salt' }));
  const links = `Read <a href="https://notes.example/salt?utm_source=x#top">the saved one</a> and <a href="${site.url('/third')}">the other one</a>, both of which this paragraph names.`;
  await app.save(
    pageFile({ title: 'Winter quarters', address: 'notes.example/winter', paragraphs: [links, ...numbered(4)] }),
  );
  await app.start();
  await page.getByRole('button', { name: 'Winter quarters', exact: true }).click();
  const article = page.frameLocator('iframe');
  const heading = article.locator('header h1');

  await article.getByRole('link', { name: 'the other one' }).click();
  const offer = page.getByRole('dialog', { name: 'This page is not saved here' });
  await offer.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(() => app.opened).toEqual([site.url('/third')]);
  expect(site.requests).toEqual([]);
  await article.getByRole('link', { name: 'the other one' }).click();
  await offer.getByRole('button', { name: 'Save for later' }).click();
  await expect(page.getByText('Saved “The third page”.')).toBeVisible();
  await expect(article.getByRole('link', { name: 'the other one' })).toHaveAttribute('data-saved', '');
  await article.getByRole('link', { name: 'the other one' }).click();
  await expect(heading).toHaveText('The third page');
  await page.goBack();
  await expect(heading).toHaveText('Winter quarters');

  await article.getByRole('link', { name: 'the saved one' }).click();
  await expect(heading).toHaveText('Salt roads');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue');
  await site.close();
});

test('a related post is saved from its list and then opens here', async ({ app }) => {
  const { page } = app;
  const site = await startSite({
    '/next': { body: pageHtml({ title: 'The next one', address: 'notes.example/next' }) },
  });
  await app.save(
    pageFile({
      title: 'Winter quarters',
      address: 'notes.example/winter',
      related: [
        listed(`<a href="${site.url('/next')}">The next one</a>`, 'September 4th, 2026'),
        listed('A post without an address - Video', 'September 2nd, 2026'),
        listed('An older post', 'August 2nd, 2026'),
      ],
    }),
  );
  await app.start();
  await page.getByRole('button', { name: 'Winter quarters', exact: true }).click();
  const related = page.getByRole('complementary', { name: 'Related posts' });
  await expect(related.getByRole('heading', { level: 3 })).toHaveText([
    'September 4, 2026',
    'September 2, 2026',
    'August 2, 2026',
  ]);
  await expect(related.getByRole('article').nth(1)).toContainText('Video');
  await expect(related.getByRole('button', { name: /Save this post/ })).toHaveCount(1);
  await related.getByRole('button', { name: 'Save this post: The next one' }).click();
  await related.getByRole('button', { name: 'The next one, Saved here' }).click();
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText('The next one');
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  await site.close();
});

test('an article that is gone says so and leads back', async ({ app }) => {
  const { page } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.start('#/library/article/aaaaaaaaaaaaaaaa');
  await expect(page.getByRole('alert')).toContainText('not in the library any more');
  await page.getByRole('alert').getByRole('button', { name: 'Back to Library' }).click();
  await expect(page.getByRole('heading', { name: 'Winter quarters' })).toBeVisible();
  // Its document is asked for at once, beside the question whether it is there.
  expect(app.problems.splice(0).filter((problem) => !problem.includes('404'))).toEqual([]);
});
