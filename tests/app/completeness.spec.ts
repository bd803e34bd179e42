// What the window says is there and what it says is missing, and the one button that fetches the rest.
import { startSite, type Route, type Site } from '../helpers/site.ts';
import { expect, test } from '../helpers/appPage.ts';
import { png } from '../unit/capture/pictures.ts';
import { numbered, pageFile, pageHtml } from './pages.ts';

let site: Site;
let isWell = false;

const picture =
  (index: number): Route =>
  (_request, response) => {
    if (isWell || index % 2 === 0) response.setHeader('content-type', 'image/png').end(png(300 + index, 200));
    else response.writeHead(500).end();
  };

test.beforeEach(async ({ app }) => {
  isWell = false;
  const pictures = [0, 1, 2, 3].map((index) => `<img src="/${index}.png" alt="Plate ${index}">`);
  site = await startSite({
    '/log': {
      body: pageHtml({
        title: 'The log of the light',
        address: 'a.example/log',
        paragraphs: numbered(4).map((text, index) => `${text}</p><p>${pictures[index] ?? ''}`),
      }),
    },
    ...Object.fromEntries([0, 1, 2, 3].map((index) => [`/${index}.png`, picture(index)])),
  });
  await app.save(pageFile({ title: 'Salt roads', address: 'a.example/1' }));
  await app.save({ from: 'address', address: site.url('/log') });
  await app.save({ from: 'address', address: site.url('/nothing') });
  await app.start('#/library');
});

test.afterEach(() => site.close());

test('the badge says how many pictures are missing, its dialog which and why, and one button fetches them', async ({
  app,
}) => {
  const { page } = app;
  const row = page.getByRole('article').filter({ hasText: 'The log of the light' });
  await row.getByRole('button', { name: '2 of 4 images missing' }).click();
  const details = page.getByRole('dialog', { name: 'What is on this computer' });
  await expect(details).toContainText('2 of 4');
  const missing = details.getByRole('region', { name: 'Missing' }).getByRole('listitem');
  await expect(missing).toHaveCount(2);
  await expect(missing.first()).toContainText('/1.png');
  await expect(missing.first()).toContainText('fault of its own (500)');

  isWell = true;
  await details.getByRole('button', { name: 'Fetch what is missing' }).click();
  await expect(details).toContainText('Nothing is missing.');
  await expect(details).toContainText('4 of 4');
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Complete: The log of the light' })).toBeFocused();
});

test('what is incomplete and what failed can be asked for', async ({ app }) => {
  const { page } = app;
  const titles = page.getByRole('article').getByRole('heading');
  await page.getByRole('button', { name: 'Incomplete', exact: true }).click();
  await expect(titles).toHaveText(['The log of the light']);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Search titles and texts' });
  await field.fill('missing:images');
  await expect(titles).toHaveText(['The log of the light']);
  await field.fill('is:complete salt');
  await expect(titles.first()).toHaveText('Salt roads');
  await field.fill('is:failed');
  await expect(page.getByRole('main')).toContainText('/nothing');
  await expect(page.getByRole('main')).toContainText('404');
});
