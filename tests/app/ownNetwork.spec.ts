// The question before a machine of one's own network is asked: put once, where something was typed, remembered, and taken back in the settings.
import { expect, test } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { pageHtml } from './pages.ts';

test.use({ isOnInternet: false });

test('a typed address of one’s own network is asked about once, and what was answered can be taken back', async ({
  app,
}) => {
  const { page } = app;
  const site = await startSite({
    '/pump': { body: pageHtml({ title: 'The pump', address: 'notes.example/pump' }) },
    '/well': { body: pageHtml({ title: 'The well', address: 'notes.example/well' }) },
  });
  await app.start();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Save to Layover' });
  const question = page.getByRole('alertdialog', { name: 'Ask your own network?' });
  await dialog.getByRole('textbox').fill(site.url('/pump'));
  await page.keyboard.press('Enter');
  await expect(question).toContainText('127.0.0.1');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(dialog.getByRole('alert')).toContainText('127.0.0.1 is in your own network');
  await expect(dialog.getByRole('textbox')).toHaveValue(site.url('/pump'));
  expect(site.connections).toBe(0);

  await dialog.getByRole('textbox').fill(`${site.url('/pump')}\n${site.url('/well')}`);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await question.getByRole('button', { name: 'Ask it', exact: true }).click();
  // Of the two, only the first needs an answer.
  await expect(dialog).toBeHidden();
  await expect(question).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The pump' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The well' })).toBeVisible();

  await page.evaluate(() => (window.location.hash = '#/settings'));
  const forget = page.getByRole('button', { name: 'Forget 127.0.0.1' });

  await forget.click();
  await expect(forget).toBeHidden();
  await page.keyboard.press('Control+n');
  await dialog.getByRole('textbox').fill(site.url('/well'));
  await page.keyboard.press('Enter');
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Do not ask it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('own network');
  await site.close();
});

test('a feed of one’s own network is looked for after the same question', async ({ app }) => {
  const { page } = app;
  const site = await startSite({
    '/feed': {
      body: '<rss version="2.0"><channel><title>From the cellar</title><item><title>High water</title><link>/high</link></item></channel></rss>',
    },
  });
  await app.start('#/settings');
  await page.getByRole('button', { name: 'Follow a site', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Follow a site' });
  await dialog.getByLabel('Address of a feed or of a page').fill(site.url('/feed'));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ask it', exact: true }).click();
  await expect(dialog.getByText('From the cellar').first()).toBeVisible();
  await site.close();
});
