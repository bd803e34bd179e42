// Calls that fail wherever the window asks for something: it says what could not be had and why, and tries again when asked to.
import type { Locator } from 'playwright/test';
import type { CallName } from '#contract/calls.ts';
import { en } from '../../renderer/words/en/catalogue.ts';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { aTarget } from '../helpers/highlights.ts';
import { listed, pageFile } from './pages.ts';
import { read } from './screens.ts';

const REASON = 'The disk does not answer. What was saved is safe; see whether it is plugged in.';

test.beforeEach(async ({ app }) => {
  const related = [listed('<a href="https://tides.example/2">Harbour radio</a>', '2012-03-05')];
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
  await app.save(pageFile({ title: 'Lamp oil', address: 'notes.example/lamp' }));
});

function breakCalls(app: AppPage, ...names: CallName[]): void {
  for (const name of names) app.failing.set(name, { code: 'disk', message: REASON });
}

/** The failure is told inside `part`, and what was asked for is `there` after another try. */
async function expectWayOn(app: AppPage, part: Locator, title: string, there: Locator): Promise<void> {
  await expect(part.getByRole('alert').filter({ hasText: title })).toContainText(REASON);
  await expect(there).toBeHidden();
  app.failing.clear();
  await part.getByRole('button', { name: 'Try again' }).click();
  await expect(there).toBeVisible();
  await expect(part.getByRole('alert').filter({ hasText: title })).toHaveCount(0);
}

test('beside an article: its highlights, what is alike, and which posts fit into a time', async ({ app }) => {
  const { page, layover } = app;
  const [lamp] = (await layover.cards()).filter(({ title }) => title === 'Lamp oil');
  expect(lamp).toBeDefined();
  if (lamp !== undefined) {
    const target = aTarget('Paragraph 1. The keeper wrote');
    await layover.highlights.add(lamp.id, { color: 'green', note: 'A note', tags: [], target });
  }
  await app.start('#/library');
  breakCalls(app, 'highlights.of', 'related.similar');
  await read(page, 'Lamp oil');
  const alike = page.getByRole('complementary', { name: en.reader.similar });
  await expect(alike.getByRole('alert')).toContainText(REASON);
  await page.keyboard.press('Shift+H');
  const panel = page.getByRole('complementary', { name: 'Highlights' });
  await expectWayOn(app, panel, en.highlights.failed, panel.getByText('A note'));
  await page.keyboard.press('Shift+H');
  await alike.getByRole('button', { name: 'Try again' }).click();
  await expect(alike).toBeHidden();

  breakCalls(app, 'related.best');
  await read(page, 'Winter quarters');
  await page.getByRole('button', { name: 'Save posts…' }).click();
  const choice = page.getByRole('dialog', { name: 'Save posts…' });
  await choice.getByRole('spinbutton').focus();
  await expectWayOn(app, choice, en.reader.notChosen, choice.getByRole('status'));
});

test('of a post and the timeline’s filters', async ({ app }) => {
  const { page } = app;
  await app.start('#/timeline');
  breakCalls(app, 'timeline.details');
  await page.getByRole('button', { name: /^Harbour radio, Only known/ }).click();
  const post = page.getByRole('dialog', { name: 'Harbour radio' });
  await expectWayOn(app, post, en.post.detailsFailed, post.getByRole('button', { name: 'Winter quarters' }));
  await page.keyboard.press('Escape');
  breakCalls(app, 'timeline.facets');
  await page.getByRole('button', { name: 'Site' }).click();
  const sites = page.getByRole('dialog', { name: 'Site' });
  await expectWayOn(app, sites, en.timeline.valuesFailed, sites.getByRole('option').first());
  await page.keyboard.press('Escape');
  breakCalls(app, 'timeline.view');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+2');
  await page.reload();
  const main = page.getByRole('main');
  await expectWayOn(app, main, en.timeline.failed, main.getByText('Harbour radio'));
});

test('in the settings: the door for browsers, the dictionaries, the facts of the library', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  // What the window itself begins with is asked by then.
  await expect(page.getByRole('button', { name: 'Lamp oil', exact: true })).toBeVisible();
  breakCalls(app, 'door.state', 'dictionary.list', 'library.info');
  await page.keyboard.press('Control+,');
  const part = (title: string): Locator =>
    page.locator('.settings-part').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  const library = part(en.settings.library);
  await expect(part(en.settings.browser).getByRole('alert')).toContainText(REASON);
  await expect(part(en.dictionaries.title).getByRole('alert')).toContainText(REASON);
  await expectWayOn(app, library, en.settings.failed, library.getByText('2 articles'));
  await part(en.dictionaries.title).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('WordNet').first()).toBeVisible();
  const door = part(en.settings.browser);
  await expect(door.getByRole('checkbox')).toBeDisabled();
  await door.getByRole('button', { name: 'Try again' }).click();
  await expect(door.getByRole('checkbox')).toBeEnabled();
});

test('a library that cannot be opened is told of in the theme of the last window', async ({ app }) => {
  const { page } = app;
  await app.layover.library.setSettings({ theme: 'night' });
  await app.start('#/library');
  await expect(page.getByRole('button', { name: 'Lamp oil', exact: true })).toBeVisible();
  breakCalls(app, 'library.columns', 'settings.get');
  await page.reload();
  await expect(page.getByText(en.failedTitle)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
});

test('in the library: its rows, the order of titles, the search, and the palette', async ({ app }) => {
  const { page } = app;
  breakCalls(app, 'library.rows');
  await app.start('#/library');
  const told = page.getByRole('alertdialog').filter({ hasText: REASON });
  const row = page.getByRole('button', { name: 'Lamp oil', exact: true });
  await expect(told).toHaveCount(1);
  await expect(told).toContainText('Some articles cannot be listed now');
  await expect(row).toBeHidden();
  app.failing.clear();
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(row).toBeVisible();
  await expect(told).toHaveCount(0);

  breakCalls(app, 'library.titleRanks');
  await page.getByRole('combobox', { name: en.library.sortLabel }).selectOption('title');
  await expect(told).toContainText('could not be put in the order of titles');
  app.failing.clear();
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(told).toHaveCount(0);

  breakCalls(app, 'search.find', 'library.titles');
  await page.getByRole('textbox', { name: 'Search titles and texts' }).fill('keeper');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText(REASON);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('quarters');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('The articles could not be searched.');
  await page.keyboard.press('Escape');
  await expectWayOn(app, main, en.library.searchFailed, main.getByText('Lamp oil').first());
});
