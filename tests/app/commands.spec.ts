// Commands wherever they are drawn: the bar over the article, the palette, the sheet of keys, the system's menu; and what takes things back.
import type { Locator, Page } from 'playwright/test';
import type { MenuItem } from '#contract/menu.ts';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { listed, pageFile } from './pages.ts';

async function openArticle(app: AppPage): Promise<Locator> {
  await app.save(
    pageFile({
      title: 'Salt roads',
      address: 'notes.example/salt',
      related: [listed('Winter quarters', 'September 4th, 2026')],
    }),
  );
  await app.start('#/library');
  await app.page.getByRole('button', { name: 'Salt roads', exact: true }).click();
  const bar = app.page.getByRole('toolbar', { name: 'Article' });
  await expect(bar).toBeVisible();
  await expect(app.page.frameLocator('iframe').locator('header h1')).toBeVisible();
  return bar;
}

const labels = (bar: Locator): Promise<readonly (string | null)[]> =>
  bar.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));

test('the bar over the article has its commands with their keys, says what is on, and is walked with the arrow keys', async ({
  app,
}) => {
  const bar = await openArticle(app);
  const { keyboard } = app.page;
  const expected = ['Hide related posts', 'Mark as read', 'Archive', 'Open in browser', 'Remove'];
  await expect
    .poll(async () => (await labels(bar)).filter((label) => label !== null && expected.includes(label)))
    .toEqual(expected);
  const drawn = await labels(bar);
  await expect(bar.getByRole('button', { name: 'Archive' })).toHaveAttribute('title', 'Archive (E)');
  await bar.getByRole('button').first().focus();
  for (const name of drawn.slice(1, drawn.indexOf('Archive') + 1)) {
    await keyboard.press('ArrowRight');
    await expect(bar.getByRole('button', { name: name ?? '', exact: true })).toBeFocused();
  }
  await keyboard.press('Enter');
  await expect(bar.getByRole('button', { name: 'Take out of the archive' })).toBeFocused();
  await expect.poll(async () => (await app.layover.cards())[0]?.reading.archived).toBe(true);
  await keyboard.press('l');
  await expect(bar.getByRole('button', { name: 'Show related posts' })).toBeVisible();
  await expect(app.page.getByRole('complementary', { name: 'Related posts' })).toHaveCount(0);
});

test('an article without an address or related posts has no buttons for them', async ({ app }) => {
  await app.save({
    from: 'paste',
    text: 'A note of one line, which is long enough to be an article of its own.',
    html: null,
  });
  await app.start();
  await app.page.getByRole('button', { name: /^A note of one line/ }).click();
  const bar = app.page.getByRole('toolbar', { name: 'Article' });
  await expect(bar.getByRole('button', { name: 'Archive' })).toBeVisible();
  const expected = ['Mark as read', 'Archive', 'Remove'];
  await expect.poll(() => labels(bar)).toEqual(expect.arrayContaining(expected));
  const drawn = await labels(bar);
  expect(drawn).not.toContain('Open in browser');
  expect(drawn.filter((label) => label?.includes('related') === true)).toEqual([]);
});

test('in a narrow window what has no room is in a menu, by keyboard as well', async ({ app }) => {
  await app.page.setViewportSize({ width: 640, height: 600 });
  const bar = await openArticle(app);
  const { keyboard } = app.page;
  const more = bar.getByRole('button', { name: 'More' });
  await expect(bar.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await bar.getByRole('button').first().focus();
  await keyboard.press('ArrowLeft');
  while (!(await more.evaluate((button) => button === document.activeElement))) await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(app.page.getByRole('menu', { name: 'More' })).toBeVisible();
  await expect(app.page.getByRole('menuitem', { name: 'Open in browser' })).toContainText('O');
  // A letter goes to the item that begins with it, and is no command here.
  await keyboard.press('o');
  await expect(app.page.getByRole('menuitem', { name: 'Open in browser' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(app.page.getByRole('menuitem', { name: 'Remove' })).toBeFocused();
  expect(app.opened).toEqual([]);
  await keyboard.press('Enter');
  await expect.poll(() => app.layover.cards()).toEqual([]);
  await expect(bar).toHaveCount(0);
});

const offered = (page: Page): Promise<readonly string[]> =>
  page.getByRole('menuitem').locator('.palette-title').allTextContents();

test('the palette offers what makes sense, what begins with the typed word first, and what was used last before all', async ({
  app,
}) => {
  const { page } = app;
  const { keyboard } = page;
  await app.save(pageFile({ title: 'The last save', address: 'notes.example/save' }));
  await app.start('#/library');
  await expect(page.getByRole('heading', { name: 'The last save' })).toBeVisible();
  await keyboard.press('Control+k');
  await keyboard.type('sav');
  await expect(page.getByRole('menuitem', { name: /The last save/ })).toBeVisible();
  const found = await offered(page);
  expect(found[0]).toBe('Save a page, a text or a file…');
  expect(found.indexOf('The last save')).toBe(1);
  expect(found.at(-1)).toBe('Search all texts for “sav”');
  expect(found).toContain('Choose files to save…');
  const field = page.getByLabel('Go to an article, a place, a command');
  // Only in the timeline, only with something to take back, only with an article.
  for (const word of ['go to a date', 'undo', 'archive']) {
    await field.fill(word);
    await expect(page.getByRole('menuitem')).toHaveCount(1);
  }
  await field.fill('show all keys');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Control+k');
  await expect(page.getByRole('menuitem').first()).toHaveText(/Show all keys\s*\?/);
});

test('the sheet of keys lists those of where one is, and leads to changing them', async ({ app }) => {
  await openArticle(app);
  const { page } = app;
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(sheet).toContainText('Mark as read or unread');
  await expect(sheet).not.toContainText('Go to a date in the timeline');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Control+2');
  await page.keyboard.press('?');
  await expect(sheet).toContainText('Go to a date in the timeline');
  await expect(sheet).not.toContainText('Mark as read or unread');
  await sheet.getByRole('button', { name: 'Change keys…' }).click();
  const field = page.getByRole('searchbox', { name: 'Find a command or a key' });
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  // Whoever comes back to the settings later did not ask for it.
  await page.keyboard.press('Control+2');
  await page.getByRole('navigation').getByText('Settings', { exact: true }).click();
  await expect(field).toBeVisible();
  await expect(field).not.toBeFocused();
});

test('what was done is taken back once, by its message or by key, the last first', async ({ app }) => {
  await openArticle(app);
  const { page } = app;
  const reading = async () => (await app.layover.cards())[0]?.reading;
  await page.keyboard.press('e');
  await expect(page.getByText('Archived “Salt roads”.')).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(async () => (await reading())?.read).not.toBeNull();
  await expect(
    page.getByRole('toolbar', { name: 'Article' }).getByRole('button', { name: 'Mark as unread' }),
  ).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await reading())?.read).toBeNull();
  expect((await reading())?.archived).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone: Archived “Salt roads”.')).toBeVisible();
  expect((await reading())?.archived).toBe(false);

  // Nothing is left to take back.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await expect(page.getByRole('menuitem')).toHaveText([/^Search all texts for “undo”/]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await reading())?.archived).toBe(false);
  // Its message would take back what is taken back; by itself it would stay for eight seconds.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0, { timeout: 4000 });
});

test('the system’s menu has the commands with their keys, and follows what can be done and how', async ({ app }) => {
  await app.start();
  const last = () => app.menus.at(-1) ?? [];
  const items = (title: string): readonly MenuItem[] => last().find((menu) => menu.title === title)?.items ?? [];
  const said = (title: string): readonly string[] =>
    items(title).map((item) =>
      item.kind === 'command' ? item.command : item.kind === 'role' ? `(${item.role})` : '—',
    );
  await expect
    .poll(() => last().map(({ title }) => title))
    .toEqual(['File', 'Edit', 'Go', 'Article', 'View', 'Window', 'Help']);
  expect(said('File').slice(0, 3)).toEqual(['save.open', 'save.choose', 'page.open']);
  expect(said('File').slice(-4)).toEqual(['—', '(savePage)', '—', '(quit)']);
  expect(said('Edit')).toContain('undo.last');
  expect(said('Edit').slice(-8)).toEqual(['—', '(undo)', '(redo)', '—', '(cut)', '(copy)', '(paste)', '(selectAll)']);
  for (const command of [
    'place.queue',
    'place.timeline',
    'place.library',
    'place.settings',
    'saves.open',
    'palette.open',
  ]) {
    expect(said('Go')).toContain(command);
  }
  expect(said('View')).toEqual(expect.arrayContaining(['(zoomIn)', '(zoomOut)', '(resetZoom)', '(togglefullscreen)']));
  expect(items('File')[0]).toEqual({
    kind: 'command',
    command: 'save.open',
    title: 'Save a page, a text or a file…',
    shortcut: { key: 'n', mod: true },
    isOn: null,
    isEnabled: true,
  });
  const archive = () => items('Article').find((item) => item.kind === 'command' && item.command === 'article.archive');
  expect(archive()).toMatchObject({ title: 'Archive or take out of the archive', isEnabled: false });

  await openArticle(app);
  await expect.poll(archive).toMatchObject({ title: 'Archive', isEnabled: true, shortcut: { key: 'e', mod: false } });
  await app.page.keyboard.press('e');
  await expect.poll(archive).toMatchObject({ title: 'Take out of the archive' });
  await app.layover.library.setSettings({ keys: { 'article.archive': [{ key: 'x', mod: false }] } });
  await app.page.reload();
  await expect.poll(archive).toMatchObject({ shortcut: { key: 'x', mod: false } });
});
