// No network: whatever asks for something says that this is the reason, and that it goes on by itself or is to be asked again.
import { detail } from '#contract/failureDetail.ts';
import { en } from '../../renderer/words/en/catalogue.ts';
import { expect, test } from '../helpers/appPage.ts';
import { FEEDS } from '../helpers/madeUp.ts';
import { listed, pageFile } from './pages.ts';
import { dialogOf, leave, read } from './screens.ts';

test('posts that are saved without a network wait, and say so in their row, for all of them, in the tray and the list', async ({
  app,
}) => {
  const { page, layover } = app;
  // One unknown name may be misspelt; from the second on it is the network.
  const { id } = await layover.saves.add({ from: 'address', address: 'https://other.invalid/' }, 'other');
  await expect
    .poll(() => layover.saves.list().find((save) => save.id === id)?.progress.state)
    .toMatch(/failed|offline/);
  await layover.saves.cancel(id);
  await layover.saves.dismiss(id);
  const related = ['Harbour radio', 'Fog signals'].map((title, i) =>
    listed(`<a href="https://post-${i}.invalid/">${title}</a>`, '2012-03-05'),
  );
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
  await app.start('#/library');
  await read(page, 'Winter quarters');
  await page.getByRole('button', { name: 'Save posts…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save 2 posts' }).click();
  const panel = page.getByRole('complementary', { name: en.reader.related });
  await expect(panel.getByText(en.post.offline, { exact: true })).toHaveCount(2);
  await expect(panel.getByRole('status')).toHaveText('2 articles wait for the network, and go on by themselves.');
  await page.getByRole('button', { name: 'No network · 2 waiting' }).click();
  await expect(await dialogOf(page, en.saving.dialog)).toContainText(en.saving.noNetwork);
  await leave(page);
});

test('feeds that are looked at, and sites that are to be followed, say that there is no network', async ({ app }) => {
  const { page, staged, failing } = app;
  await app.start('#/queue');
  const look = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(en.feeds.refreshAll);
    await page.keyboard.press('Enter');
  };
  await look();
  await expect(page.getByText(en.feeds.none)).toBeVisible();
  staged.set('feeds.list', FEEDS);
  await look();
  await expect(page.getByText(en.feeds.refreshedOffline)).toBeVisible();
  staged.set(
    'feeds.list',
    FEEDS.filter(({ state }) => state !== 'offline'),
  );
  await look();
  await expect(page.getByText('2 of 5 feeds did not answer; the settings say why.')).toBeVisible();

  failing.set('feeds.look', { code: 'network', message: 'Down.', detail: detail('lookUpDown', 'quay.example') });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(en.feeds.follow);
  await page.keyboard.press('Enter');
  const dialog = await dialogOf(page, en.feeds.dialog);
  await dialog.getByRole('textbox').fill('quay.example');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(en.feeds.lookOffline)).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveValue('quay.example');
});
