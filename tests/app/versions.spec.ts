// Copies of an article in the window: told of, compared, chosen and removed.
import { expect, test } from '../helpers/appPage.ts';
import { startSite, type Site } from '../helpers/site.ts';
import { numbered, pageHtml } from './pages.ts';

let site: Site;
let paragraphs: readonly string[];

test.beforeEach(async () => {
  paragraphs = numbered(8);
  site = await startSite({
    '/tide': (_request, response) => {
      const html = pageHtml({ title: 'The tide tables', address: 'a.example/tide', paragraphs });
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    },
  });
});

test.afterEach(() => site.close());

test('a newer copy that looks worse is told of, compared, and taken only by the person', async ({ app }) => {
  const { page } = app;
  await app.save({ from: 'address', address: site.url('/tide') });
  await app.start('#/library');
  paragraphs = ['To read on, become a member. It costs less than a cup of coffee.', ...numbered(2)];
  const again = await app.layover.saves.add({ from: 'address', address: site.url('/tide') }, 'tide');
  await app.layover.saves.settled(again.id);
  await expect(page.getByText('“The tide tables” looks worse on its site now')).toBeVisible();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: 'Copies of this article' });
  const copies = dialog.getByRole('list', { name: 'Copies' }).getByRole('listitem');
  await expect(copies).toHaveCount(2);
  await expect(copies.first()).toContainText('Newer, not taken by itself');
  await expect(copies.last()).toContainText('The one you read');
  const compared = dialog.getByRole('region', { name: 'Compare' });
  await expect(compared).toContainText('1 paragraph added, 6 paragraphs cut');
  await expect(compared.locator('ins')).toContainText('become a member');
  await expect(compared.locator('del').first()).toContainText('Paragraph 3.');

  await dialog.getByRole('button', { name: /^Read this copy/ }).click();
  await expect(copies.first()).toContainText('The one you read');
  await expect(compared).toContainText('1 paragraph added, 6 paragraphs cut');
  await dialog.getByRole('button', { name: /^Read this copy/ }).click();
  await expect(copies.last()).toContainText('The one you read');
  await dialog.getByRole('button', { name: /^Remove this copy/ }).click();
  await expect(dialog).toContainText('There is one copy.');
});

test('an edited page says that the earlier copy is kept, and the details lead to it', async ({ app }) => {
  const { page } = app;
  await app.save({ from: 'address', address: site.url('/tide') });
  await app.start('#/library');
  const [first = '', ...rest] = paragraphs;
  paragraphs = [first.replace('thirty years', 'forty years'), ...rest, 'A paragraph that came later.'];
  const again = await app.layover.saves.add({ from: 'address', address: site.url('/tide') }, 'tide');
  await app.layover.saves.settled(again.id);
  await expect(page.getByText('It has changed; your earlier copy is kept.')).toBeVisible();
  await page.getByRole('button', { name: 'Text only: The tide tables' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copies…' }).click();
  const compared = page.getByRole('region', { name: 'Compare' });
  await expect(compared).toContainText('1 paragraph added, 1 paragraph edited');
  await expect(compared.locator('ins').first()).toHaveText('forty');
  await expect(compared.locator('del').first()).toHaveText('thirty');
  await expect(compared).toContainText('5 paragraphs unchanged');
});
