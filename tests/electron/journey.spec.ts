// The whole way, in the real app: save a page with its pictures and its list, lose the site, start again, read, look at the timeline.
import { expect, test } from 'playwright/test';
import { allowLoopback, appFolders, startApp, type AppFolders } from '../helpers/electronApp.ts';
import { NIGHT_LINES, nightLinesRoutes } from '../helpers/nightLines.ts';
import { startRawSite, startSite } from '../helpers/site.ts';

let folders: AppFolders;

test.beforeEach(() => {
  folders = appFolders();
});

test.afterEach(() => folders.remove());

test('a page saved online is read offline, with its pictures and its related posts, and nothing is asked of the network', async () => {
  folders.remove();
  folders = appFolders(true);
  const site = await startSite(nightLinesRoutes);
  const online = await startApp(folders);
  await expect(online.window.getByRole('heading', { name: 'Where your library lives' })).toBeFocused();
  await expect(online.window.getByRole('dialog')).toContainText(folders.library);
  await online.window.getByRole('button', { name: 'Skip all' }).click();
  await online.window.getByLabel('Address of a page to save').fill(site.url('/night-lines'));
  await online.window.getByRole('button', { name: 'Save this page' }).click();
  // The judge is the app's own, for which this machine is no site of the internet.
  const question = online.window.getByRole('alertdialog', { name: 'Ask your own network?' });
  await expect(question).toContainText('127.0.0.1');
  expect(site.connections).toBe(0);
  await question.getByRole('button', { name: 'Ask it', exact: true }).click();
  await expect(online.window.getByRole('main').getByText(NIGHT_LINES.title).first()).toBeVisible();
  await expect(online.window.getByText('Complete').first()).toBeVisible();
  await online.quit();
  const port = Number(new URL(site.origin).port);
  await site.close();

  const gone = await startRawSite((socket) => socket.destroy(), '127.0.0.1', port);
  const offline = await startApp(folders);
  const { window } = offline;
  await window.getByRole('main').getByText(NIGHT_LINES.title).first().click();
  const page = window.frameLocator('iframe');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NIGHT_LINES.title);
  await expect(page.getByText(NIGHT_LINES.sentence)).toBeVisible();
  await expect(page.locator('.content img')).toHaveCount(NIGHT_LINES.pictures);
  await expect
    .poll(() =>
      page
        .locator('.content img')
        // Of which classes the elements of a frame are differs between versions of Chromium.
        .evaluateAll((images) => images.map((image) => ('naturalWidth' in image ? image.naturalWidth : 0))),
    )
    .toEqual([640, 400, 320, 300]);
  await window.screenshot({ path: test.info().outputPath('reader.png') });

  const related = window.getByRole('complementary');
  for (const title of [
    'The lamps of the quay',
    'The third line, filmed from the back',
    'A list of things we could not look up',
  ]) {
    await expect(related.getByText(title)).toBeVisible();
  }
  await window.keyboard.press('Escape');
  await window.getByRole('navigation').getByText('Timeline').click();
  const timeline = window.getByRole('main');
  await expect(timeline.getByText('September 2012').first()).toBeVisible();
  await expect(timeline.getByText('The lamps of the quay')).toBeVisible();
  await expect(timeline.getByText('Arriving with the bakers')).toBeVisible();
  await window.screenshot({ path: test.info().outputPath('timeline.png') });

  expect(await offline.foreignRequests()).toEqual([]);
  expect(gone.connections).toBe(0);
  await offline.quit();
  await gone.close();
});

test('closing the app in the middle of a save loses nothing: the save goes on at the next start', async () => {
  let isStuck = true;
  const waiting: (() => void)[] = [];
  const page = nightLinesRoutes['/night-lines'];
  const site = await startSite({
    ...nightLinesRoutes,
    '/night-lines': (_request, response) => {
      const answer = (): void => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(typeof page === 'function' ? '' : page?.body);
      };
      if (isStuck) waiting.push(answer);
      else answer();
    },
  });
  const first = await startApp(folders);
  await allowLoopback(first.window);
  await first.window.getByLabel('Address of a page to save').fill(site.url('/night-lines'));
  await first.window.getByRole('button', { name: 'Save this page' }).click();
  await expect.poll(() => waiting.length).toBe(1);
  await first.quit();
  isStuck = false;
  const second = await startApp(folders);
  await expect(second.window.getByRole('main').getByText(NIGHT_LINES.title).first()).toBeVisible();
  await second.quit();
  await site.close();
});
