// Keys of one's own: given, shown with whom else has them, kept over a restart, given back.
import type { Locator } from 'playwright/test';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

const ARCHIVE = 'Archive or take out of the archive';

function row({ page }: AppPage, command: string): Locator {
  return page
    .getByRole('region', { name: 'Settings' })
    .getByRole('listitem')
    .filter({ has: page.locator('.keys-title', { hasText: command }) });
}

async function give(app: AppPage, command: string, press: string): Promise<void> {
  await app.page.getByRole('button', { name: `Change the key of: ${command}` }).click();
  await app.page.keyboard.press(press);
}

async function readWithKeys(app: AppPage): Promise<void> {
  await app.page.keyboard.press('Control+3');
  await app.page.getByRole('button', { name: 'Salt roads', exact: true }).click();
  await expect(app.page.frameLocator('iframe').locator('header h1')).toBeVisible();
}

test.beforeEach(async ({ app }) => {
  await app.save(pageFile({ title: 'Salt roads', address: 'notes.example/salt' }));
  await app.start('#/settings');
});

test('a key that is changed works at once and after a restart, and is shown wherever the command is', async ({
  app,
}) => {
  const { page } = app;
  const isArchived = async () => (await app.layover.cards())[0]?.reading.archived;
  await give(app, ARCHIVE, 'Shift+X');
  await expect(row(app, ARCHIVE).locator('kbd')).toHaveText(['Shift X']);
  await readWithKeys(app);
  await page.keyboard.press('e');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+X');
  await expect.poll(isArchived).toBe(true);
  await expect(page.getByRole('button', { name: 'Take out of the archive' })).toHaveAttribute(
    'title',
    'Take out of the archive (Shift X)',
  );

  await page.reload();
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  await page.keyboard.press('Shift+X');
  await expect.poll(isArchived).toBe(false);

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: `Reset the key of: ${ARCHIVE}` }).click();
  await expect(row(app, ARCHIVE).locator('kbd')).toHaveText(['E']);
  await expect.poll(() => app.layover.library.settings().keys).toEqual({});
});

test('two commands with one key are shown with each other, but only where they can meet', async ({ app }) => {
  const { page } = app;
  await expect(page.getByText('No key is used twice.')).toBeVisible();
  await give(app, ARCHIVE, 'r');
  await expect(row(app, ARCHIVE)).toContainText('Also the key of: Mark as read or unread');
  await expect(row(app, 'Mark as read or unread')).toContainText(`Also the key of: ${ARCHIVE}`);
  await expect(page.getByText('2 commands share a key with another')).toBeVisible();
  // A key of the timeline, where no article is open.
  await give(app, ARCHIVE, '2');
  await expect(row(app, ARCHIVE).locator('kbd')).toHaveText(['2']);
  await expect(page.getByText('No key is used twice.')).toBeVisible();
  await page.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(row(app, ARCHIVE).locator('kbd')).toHaveText(['E']);
  await expect(page.getByRole('button', { name: 'Reset all keys' })).toBeDisabled();
});

test('Escape keeps the key, Backspace leaves none, what copies stays what it is, and Tab leads on', async ({ app }) => {
  const { page } = app;
  await give(app, ARCHIVE, 'Escape');
  await expect(row(app, ARCHIVE).locator('kbd')).toHaveText(['E']);
  await give(app, ARCHIVE, 'Control+c');
  await expect(row(app, ARCHIVE)).toContainText('Ctrl C is needed for');
  await page.keyboard.press('Tab');
  await expect(row(app, ARCHIVE).getByRole('button', { name: `Change the key of: ${ARCHIVE}` })).toBeVisible();
  await give(app, ARCHIVE, 'Backspace');
  await expect(row(app, ARCHIVE)).toContainText('No key');
  await readWithKeys(app);
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Archive', exact: true })).toHaveAttribute('title', 'Archive');
  expect((await app.layover.cards())[0]?.reading.archived).toBe(false);
});

test('commands are found by their words and by their keys, and keys of commands that are not there are kept', async ({
  app,
}) => {
  const { page } = app;
  await app.layover.library.setSettings({ keys: { 'radio.tune': [{ key: 'p', mod: true, alt: true }] } });
  await page.reload();
  const search = page.getByRole('searchbox', { name: 'Find a command or a key' });
  const found = page.getByRole('region', { name: 'Settings' }).locator('.keys-title');
  await search.fill('ctrl k');
  await expect(found).toHaveText(['Find articles, places and commands']);
  await search.fill('archive');
  await expect(found).toHaveText([ARCHIVE]);
  await search.fill('no such thing');
  await expect(page.getByText('No command has “no such thing”')).toBeVisible();
  await search.fill('');
  await give(app, ARCHIVE, 'Alt+a');
  await expect(row(app, ARCHIVE).locator('kbd')).toHaveText(['Alt A']);
  await page.getByRole('button', { name: 'Reset all keys' }).click();
  await expect
    .poll(() => app.layover.library.settings().keys)
    .toEqual({ 'radio.tune': [{ key: 'p', mod: true, alt: true }] });
});

test('a letter is found where another alphabet is typed, and a sign whatever is held to type it', async ({ app }) => {
  const { page } = app;
  const press = (event: {
    readonly key: string;
    readonly code: string;
    readonly ctrlKey?: boolean;
    readonly shiftKey?: boolean;
  }): Promise<boolean> =>
    page.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
      event,
    );
  await press({ key: 'л', code: 'KeyK', ctrlKey: true });
  await expect(page.getByRole('dialog', { name: 'Find articles, places and commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press({ key: '?', code: 'Minus', shiftKey: true });
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});
