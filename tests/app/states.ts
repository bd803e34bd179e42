// Screens that something went wrong on, or that others than the person brought about, each asked for its faults; they come after those of `screens.ts`.
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { MOST_TAGS } from '#contract/tags.ts';
import { en } from '../../renderer/words/en/catalogue.ts';
import { expect, type AppPage } from '../helpers/appPage.ts';
import { aTarget } from '../helpers/highlights.ts';
import { BACKUPS, FEED_CHOICES, FEEDS, IMPORTS, job, LEFT_OUT, PREVIEW, RULES, SAVES } from '../helpers/madeUp.ts';
import type { FakeVoices } from './fakeVoices.ts';
import { expectNoFault } from './faults.ts';
import { dialogOf, leave, read } from './screens.ts';

/** A panel that could not be filled, a copy that is not read, a voice, many articles of which one cannot be changed, no network, a wish of another program. */
export async function walkStates(app: AppPage, voices: FakeVoices): Promise<void> {
  const { page, layover, failing } = app;
  for (const card of await layover.cards()) {
    if (card.title === 'Lamp oil') {
      const tags = Array.from({ length: MOST_TAGS }, (_, i) => `tag ${i}`);
      await layover.change(card.id, (article) => ({ ...article, tags }));
    }
    if (card.title !== 'Plates') continue;
    const [kept] = await layover.library.versions(card.id);
    const target = { ...aTarget('become a member'), version: kept?.saved ?? '' };
    await layover.highlights.add(card.id, { color: 'blue', note: '', tags: [], target });
  }

  failing.set('highlights.of', { code: 'disk', message: 'The disk does not answer. What was saved is safe.' });
  await read(page, 'Plates');
  await page.keyboard.press('Shift+H');
  const panel = page.getByRole('complementary', { name: 'Highlights' });
  await expect(panel.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectNoFault(page, { screen: 'highlights that could not be read' });
  failing.clear();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await panel.getByRole('button', { name: en.highlights.showCopy }).click();
  await expect(page.getByRole('dialog').locator('mark')).toHaveText('become a member');
  await expectNoFault(page, { screen: 'older copy' });
  await leave(page);
  await page.keyboard.press('Shift+H');

  await voices.change([{ name: 'Daniel', lang: 'en-GB' }]);
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('toolbar', { name: 'Listening' })).toBeVisible();
  await voices.start();
  await expectNoFault(page, { screen: 'player' });

  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Lamp oil', exact: true }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('g');
  await (await dialogOf(page, 'The tags')).locator('input').fill('one more');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: en.shelves.showFailures, exact: true }).click();
  await dialogOf(page, en.shelves.failuresTitle);
  await expectNoFault(page, { screen: 'what could not be changed' });
  await leave(page);

  for (const host of ['one', 'two'])
    await layover.saves.add({ from: 'address', address: `https://${host}.invalid/` }, host);
  await page.keyboard.press('Control+j');
  await expect((await dialogOf(page, 'Saves')).getByText(en.saving.offline).first()).toBeVisible();
  await expectNoFault(page, { screen: 'saves without a network' });
  await leave(page);
  await expectNoFault(page, { screen: 'tray without a network' });

  app.propose('https://harbour.example/asked');
  await expect(page.getByRole('alertdialog', { name: en.proposals.title })).toBeVisible();
  await expectNoFault(page, { screen: 'wish of another program' });
  await page.keyboard.press('Escape');
}

/** What a library has that was used for long: feeds of each state, rules, backups, saves of each state, imports, exports. */
export async function walkLongUsed(app: AppPage): Promise<void> {
  const { page, staged } = app;
  const settings = { ...DEFAULT_SETTINGS, rules: RULES, backupFolder: BACKUPS.folder };
  for (const [name, answer] of [
    ['settings.get', settings],
    ['backup.state', BACKUPS],
    ['feeds.list', FEEDS],
    ['feeds.look', FEED_CHOICES],
    ['save.list', SAVES],
    ['import.list', IMPORTS],
    ['import.choose', PREVIEW],
    ['export.start', job({ state: 'done', ...LEFT_OUT })],
  ] as const)
    staged.set(name, answer);
  await app.start('#/settings');
  await expect(page.getByText('Notes from the quay')).toBeVisible();
  await expect(page.locator('.backup-failed')).toBeVisible();
  await expectNoFault(page, { screen: 'settings of a library that was used for long' });
  await page.getByRole('button', { name: en.feeds.follow, exact: true }).click();
  const follow = await dialogOf(page, en.feeds.dialog);
  await follow.getByRole('textbox').fill('quay.example');
  await page.keyboard.press('Enter');
  await expect(follow.getByText(en.feeds.isFollowed)).toBeVisible();
  await expectNoFault(page, { screen: 'what can be followed' });
  await leave(page);
  await page.keyboard.press('Control+j');
  await dialogOf(page, en.saving.dialog);
  await expectNoFault(page, { screen: 'saves of each state' });
  await leave(page);
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Control+Shift+E');
  const exporting = await dialogOf(page, en.exporting.title);
  await expectNoFault(page, { screen: 'export' });
  await exporting.getByRole('button', { name: en.exporting.go }).click();
  await expect(exporting.getByRole('button', { name: en.exporting.again })).toBeVisible();
  await expectNoFault(page, { screen: 'what was exported' });
  await leave(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const importing = await dialogOf(page, en.importing.title);
  await expectNoFault(page, { screen: 'import, and imports' });
  await importing.getByRole('button', { name: en.importing.chooseFiles }).click();
  await expect(importing.getByRole('region', { name: en.importing.preview })).toBeVisible();
  await expectNoFault(page, { screen: 'what would be imported' });
  await leave(page);
  staged.clear();
}
