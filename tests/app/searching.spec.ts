// Looking for articles with filters, misspelt words and help while typing.
import { expect, test } from '../helpers/appPage.ts';
import { numbered, pageFile } from './pages.ts';

test.beforeEach(async ({ app }) => {
  await app.save(
    pageFile({
      title: 'Sounding lines',
      address: 'charts.example/lines',
      paragraphs: ['The pilots kept their soundings in a ledger.', ...numbered(3)],
    }),
  );
  await app.save(pageFile({ title: 'Two lights', address: 'notes.example/lights', paragraphs: numbered(40) }));
});

test('a filter is completed from the library, by keyboard, and joins the words', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  const field = page.getByRole('textbox', { name: 'Search titles and texts' });
  await field.click();
  await field.pressSequentially('si');
  await expect(page.getByRole('menuitem', { name: 'site:' })).toBeVisible();
  await field.pressSequentially('te:cha');
  await expect(page.getByRole('menuitem')).toHaveText([/site:charts\.example\s*1/]);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue('site:charts.example ');
  await expect(page.getByRole('status').first()).toContainText('1 article');
  await expect(page.getByRole('heading', { name: 'Sounding lines' })).toBeVisible();
  await field.pressSequentially('words:>2000');
  await expect(page.getByText('Nothing found')).toBeVisible();
});

test('what means nothing is said, with what was perhaps meant', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  const field = page.getByRole('textbox', { name: 'Search titles and texts' });
  await field.fill('is:unraed lines');
  await expect(page.getByText('“is:” knows unread')).toBeVisible();
  await page.getByRole('button', { name: 'Did you mean is:unread?' }).click();
  await expect(field).toHaveValue('is:unread lines');
  await expect(page.getByRole('heading', { name: 'Sounding lines' })).toBeVisible();
});

test('a misspelt word finds what was meant and says so', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  await page.getByRole('textbox', { name: 'Search titles and texts' }).fill('soundigns');
  await expect(page.getByRole('status').first()).toContainText(
    'Nothing has “soundigns”; shown is what has “soundings”',
  );
  await expect(page.locator('mark')).toHaveText('soundings');
});
