// What was searched for, marked in the article that is opened, and the way from one place to the next.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { anArticleId } from '../helpers/articles.ts';
import { numbered, pageFile } from './pages.ts';

/** The pieces of text that are marked, by the name of their marking. */
function marked(page: Page, name: 'hit' | 'current-hit'): Promise<readonly string[]> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body, wanted) => {
      const ranges = [...(body.ownerDocument.defaultView?.CSS.highlights.get(wanted) ?? [])];
      return ranges.map((range) =>
        range instanceof Range ? range.toString().replaceAll('\u00AD', '') : range.constructor.name,
      );
    }, name);
}

async function search(page: Page, query: string, title: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search titles and texts' }).fill(query);
  await page.getByRole('button', { name: title, exact: true }).click();
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText(title);
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
}

test.beforeEach(async ({ app }) => {
  const far = 'Beyond the Fjörd lies an <em>old</em> harbour, and the harbour master keeps its harbours in a book.';
  await app.save(
    pageFile({
      title: 'The harbour books',
      address: 'notes.example/books',
      paragraphs: ['An old harbour is where this begins.', ...numbered(60), far],
    }),
  );
  await app.start('#/library');
});

test('every place is marked, and one goes from one to the next and round', async ({ app }) => {
  const { page } = app;
  await search(page, '"harbour"', 'The harbour books');
  const bar = page.getByRole('group', { name: 'What you searched for' });
  await expect(bar).toContainText('1 of 4');
  expect(await marked(page, 'hit')).toEqual(['harbour', 'harbour', 'harbour', 'harbour']);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(bar).toContainText('3 of 4');
  const last = page.frameLocator('iframe').getByText('Beyond the Fjörd');
  await expect(last).toBeInViewport();
  await bar.getByRole('button', { name: 'Next place found' }).click();
  await bar.getByRole('button', { name: 'Next place found' }).click();
  await expect(bar).toContainText('1 of 4');
  await expect(last).not.toBeInViewport();
  await page.keyboard.press('p');
  await expect(bar).toContainText('4 of 4');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await marked(page, 'hit')).toEqual([]);
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toHaveValue('"harbour"');
});

test('phrases are marked whole over other elements, beginnings as whole words, and what is excluded not at all', async ({
  app,
}) => {
  const { page } = app;
  await search(page, '"old harbour" fjord -whale', 'The harbour books');
  await expect.poll(() => marked(page, 'hit')).toEqual(['old harbour', 'Fjörd', 'old harbour']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await search(page, 'harbours in:text mast', 'The harbour books');
  await expect.poll(() => marked(page, 'hit')).toEqual(['master', 'harbours']);
});

test('a word that stands in the title alone is said to be nowhere in the text', async ({ app }) => {
  const { page } = app;
  await search(page, 'in:title books', 'The harbour books');
  await expect(page.getByRole('group', { name: 'What you searched for' })).toContainText('Not in the text itself');
});

test('going from hit to hit does not count as reading', async ({ app }) => {
  const { page } = app;
  await search(page, 'fjord', 'The harbour books');
  await expect(page.getByRole('group', { name: 'What you searched for' })).toContainText('1 of 1');
  await expect(page.frameLocator('iframe').getByText('Beyond the Fjörd')).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toBeVisible();
  // What was noted on leaving has come by now, and reading the article waits until it is written.
  await page.evaluate(() => window.layover.call('settings.get', undefined));
  const [card] = await app.layover.cards();
  const article = await app.layover.article(card?.id ?? anArticleId(0));
  expect(article.reading).toMatchObject({ progress: 0, block: 0 });
});
