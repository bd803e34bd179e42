// Links kept while reading, the list of what waits, and how the person arranges it.
import { expect, test } from '../helpers/appPage.ts';
import { startSite, type Site } from '../helpers/site.ts';
import { numbered, pageFile, pageHtml } from './pages.ts';

let site: Site;

test.beforeEach(async ({ app }) => {
  const paths = ['one', 'two', 'three', 'four'];
  site = await startSite(
    Object.fromEntries(
      paths.map((path) => [
        `/${path}`,
        { body: pageHtml({ title: `Page ${path}`, address: `notes.example/${path}` }) },
      ]),
    ),
  );
  const text = `The pilots kept no charts. Their songs were <a href="${site.url('/one')}">written down once</a>, by a clerk. Nobody sang them after that.`;
  await app.save(
    pageFile({ title: 'Sounding lines', address: 'notes.example/lines', paragraphs: [text, ...numbered(4)] }),
  );
});

test.afterEach(() => site.close());

test('a link is kept with one key, is fetched first, and says afterwards where it was found', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  await page.keyboard.press('Control+j');
  const dialog = page.getByRole('dialog', { name: 'Saves' });
  await expect(dialog).toContainText('Nothing is waiting');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.evaluate(
    async (addresses) => {
      for (const address of addresses) await window.layover.call('save.add', { source: { from: 'address', address } });
    },
    [site.url('/two'), site.url('/three'), site.url('/four')],
  );

  await page.getByRole('button', { name: 'Sounding lines', exact: true }).click();
  await page.locator('iframe:not(.article-frame-waiting)').waitFor();
  await page.frameLocator('iframe').locator('.content a').first().focus();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(dialog).toContainText('Found in “Sounding lines”: “Their songs were written down once, by a clerk.”');
  const cancels = dialog.getByRole('button', { name: /^Cancel: / });
  const orderOf = (...paths: string[]): string[] => paths.map((path) => `Cancel: ${site.url(path)}`);
  const names = (): Promise<(string | null)[]> =>
    cancels.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  await expect.poll(names).toEqual(orderOf('/one', '/two', '/three', '/four'));

  await dialog.getByRole('button', { name: `To the front: ${site.url('/four')}` }).click();
  await expect.poll(names).toEqual(orderOf('/one', '/four', '/two', '/three'));
  await dialog.getByRole('button', { name: `Later: ${site.url('/four')}` }).click();
  await expect.poll(names).toEqual(orderOf('/one', '/two', '/four', '/three'));
  await dialog.getByRole('button', { name: `Cancel: ${site.url('/three')}` }).click();
  await expect(dialog.getByRole('button', { name: `Try again: ${site.url('/three')}` })).toBeVisible();
  expect(site.requests).toEqual([]);

  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('button', { name: /^Cancel/ })).toHaveCount(0);
  expect(site.requests[0]).toBe('/one');
  expect(site.requests).not.toContain('/three');
  await dialog.getByRole('button', { name: 'Try all again' }).click();
  await expect(dialog).toContainText('Nothing is waiting');
  await page.keyboard.press('Escape');

  await expect(page.frameLocator('iframe').locator('a[data-saved]')).toHaveText('written down once');
  await page.frameLocator('iframe').getByRole('link', { name: 'written down once' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Page one' })).toBeAttached();
  await page.getByRole('button', { name: 'Found in “Sounding lines”' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sounding lines' })).toBeAttached();
});

test('a link pressed twice waits once, and all that wait can be cancelled', async ({ app }) => {
  const { page } = app;
  await app.layover.library.setSettings({ savesPaused: true });
  app.layover.saves.setPaused(true);
  await app.start('#/library');
  await page.getByRole('button', { name: 'Sounding lines', exact: true }).click();
  const link = page.frameLocator('iframe').getByRole('link', { name: 'written down once' });
  await link.click();
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect(page.getByRole('region', { name: 'Saves under way' })).toContainText('Paused 1');
  await link.click();
  await expect(page.getByRole('dialog', { name: 'This page waits in the outbox' })).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  const dialog = page.getByRole('dialog', { name: 'Saves' });
  await expect(dialog.getByRole('button', { name: /^Cancel: / })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Cancel all' }).click();
  await expect(dialog.getByRole('button', { name: /^Try again: / })).toHaveCount(1);
  expect(site.requests).toEqual([]);
});
