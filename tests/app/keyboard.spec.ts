// The same ways without a mouse.
import { expect, test } from '../helpers/appPage.ts';
import { listed, numbered, pageFile } from './pages.ts';

test('saving, reading, going back and the timeline need no mouse', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  for (const [i, title] of ['Salt roads', 'Winter quarters', 'The echo survey'].entries()) {
    await app.save(
      pageFile({
        title,
        address: `notes.example/${i}`,
        paragraphs: numbered(40),
        related: [listed(`After ${title}`, 'September 4th, 2026')],
      }),
    );
  }
  await app.start();
  await expect(page.getByRole('heading', { name: 'Winter quarters' })).toBeVisible();

  await keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Save to Layover' })).toBeVisible();
  await keyboard.type('A note to keep, typed by hand and long enough to be an article.');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /A note to keep/ })).toBeVisible();

  await page
    .getByRole('button', { name: /A note to keep/ })
    .first()
    .focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  const row = page.getByRole('button', { name: 'Winter quarters', exact: true });
  await expect(row).toBeFocused();
  await keyboard.press('Enter');
  const heading = page.frameLocator('iframe').locator('header h1');
  await expect(heading).toHaveText('Winter quarters');
  await expect(heading).toBeInViewport();
  await keyboard.press('Space');
  await expect(heading).not.toBeInViewport();
  await keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue');
  await expect(row).toHaveCount(0);

  await keyboard.press('Control+k');
  await keyboard.type('echo');
  await expect(page.getByRole('menuitem', { name: /The echo survey/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(heading).toHaveText('The echo survey');
  await keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline');
  await expect(page.getByRole('radio', { name: 'Added' })).toBeChecked();
  await keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'Published' })).toBeChecked();
  await keyboard.press('Control+3');
  await keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toBeFocused();
});

test('Escape closes the palette at once, and letters typed into a field are no commands', async ({ app }) => {
  const { page } = app;
  await app.start();
  await page.getByRole('textbox', { name: 'Address of a page to save' }).fill('');
  await page.keyboard.type('s/1');
  await expect(page.getByRole('textbox', { name: 'Address of a page to save' })).toHaveValue('s/1');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('with Tab one goes through the row one is at, and then out of the list', async ({ app }) => {
  const { page } = app;
  for (const title of ['Salt roads', 'Winter quarters'])
    await app.save(pageFile({ title, address: `notes.example/${title.length}` }));
  await app.start('#/library');
  await page.getByRole('button', { name: 'Winter quarters', exact: true }).focus();
  for (const action of ['Text only', 'Star', 'Mark as read', 'Archive', 'Remove']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: `${action}: Winter quarters` })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.locator('.virtual-list :focus')).toHaveCount(0);
});
