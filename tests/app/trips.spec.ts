// Trips in the window: planned, filled, changed and removed by keyboard; the departure board as a table of whole words; motion only where it is wanted.
import type { Page } from 'playwright/test';
import { test, expect } from '../helpers/appPage.ts';
import { pressCoasting } from './coasting.ts';
import { addBoats, provePlates, seedTrip } from './tripSeeds.ts';

test.use({ locale: 'en-GB' });

test('a trip is planned, filled, changed, removed and brought back by keyboard alone', async ({ app }) => {
  const { page, layover } = app;
  await addBoats(layover, 12);
  await app.start('#/queue');
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: 'Where are you going?' })).toBeVisible();
  await page.getByRole('button', { name: 'Plan a trip' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Lisbon');
  await page.keyboard.press('Tab');
  // Segments go on by themselves.
  await page.keyboard.type('011220990740');
  await page.getByRole('combobox', { name: 'Time zone' }).focus();
  await page.keyboard.type('Europe/Lis');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0.25');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { name: 'Lisbon', level: 1 })).toBeVisible();
  await expect(page.getByText(/1 December.*7:40 \(Western European Time\)/)).toBeVisible();

  await page.getByRole('button', { name: 'Fold the plan' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('15 min to fill · The queue')).toBeVisible();
  await page.keyboard.press('f');
  const board = page.getByRole('table', { name: 'Departure board' });
  const titles = board.locator('[data-row-main]');
  await expect(page.getByRole('heading', { name: /^1[0-5] min · .* · 0 of \d proved$/ })).toBeVisible();
  const [first = '', second = ''] = await titles.allTextContents();

  await titles.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press('l');
  await expect(board.getByRole('button', { name: `Keep: ${second}` })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titles.first()).toHaveText(second);
  await expect(titles.first()).toBeFocused();
  await page.keyboard.press('s');
  await expect(page.getByText(`Put another in the place of “${second}”.`)).toBeVisible();
  await expect(board.getByText(second, { exact: true })).toHaveCount(0);
  await titles.nth(1).focus();
  await expect(titles.nth(1)).toHaveText(first);
  await page.keyboard.press('Delete');
  await expect(board.getByText(first, { exact: true })).toHaveCount(0);
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(titles.nth(1)).toHaveText(first);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('remove the trip');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Where are you going?' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Lisbon', exact: true })).toBeVisible();
});

test('the board is a table of whole words, and its letters move only where that is wanted', async ({ app }) => {
  const { page, layover } = app;
  const id = await seedTrip(app);
  app.failing.set('trip.board', { code: 'disk', message: 'The disk does not answer. Nothing was changed.' });
  await app.start(`#/trips/${id}`);
  await expect(page.getByRole('alert')).toContainText('The disk does not answer');
  app.failing.clear();
  await page.getByRole('button', { name: 'Try again' }).click();

  const board = page.getByRole('table', { name: 'Departure board' });
  await expect(board.getByRole('columnheader')).toHaveText(['Left', 'Article', 'Size', 'Status', 'Change']);
  for (const [title, status] of [
    ['Winter quarters', 'Not checked'],
    ['Plates', 'Text only'],
    ['Tide tables', 'Needs sign-in'],
    ['Lamp oil', 'Text only'],
    ['Harbour radio', 'Broken'],
    ['Fog signals', 'Not fetched'],
  ] as const) {
    const row = board.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });
    await expect(row.getByRole('cell', { name: status, exact: true })).toBeVisible();
  }
  const live = page.getByRole('status').filter({ hasText: 'proved' });
  await expect(live).toContainText(
    'Not ready: 2 with text only, 1 behind a sign-in, 1 not fetched, 1 broken, 1 not checked.',
  );
  await board.getByRole('button', { name: 'What was found of: Harbour radio' }).click();
  await expect(board.getByText('1 of 3 pictures drawn')).toBeVisible();
  await expect(board.getByText('The site did not send all of it.')).toBeVisible();

  await board.getByRole('button', { name: 'More for: Tide tables' }).click();
  await page.getByRole('menuitem', { name: 'Open it, sign in, and save' }).click();
  await expect.poll(() => app.opened).toEqual([expect.stringContaining('://')]);

  await countLeaves(page);
  await provePlates(app, id);
  await expect(board.getByRole('cell', { name: 'Ready', exact: true })).toBeVisible();
  expect(await leaves(page)).toBeGreaterThan(0);
  // They are taken away once they have fallen.
  await expect(page.locator('.flap-leaf')).toHaveCount(0);

  const { rows } = await layover.trips.board(id);
  const lamp = rows.find(({ title }) => title === 'Lamp oil');
  for (const still of ['reduced motion', 'electronic paper'] as const) {
    if (still === 'reduced motion') await page.emulateMedia({ reducedMotion: 'reduce' });
    else {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await layover.library.setSettings({ theme: 'eink' });
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'eink');
    }
    await expect(board.getByRole('rowheader', { name: 'Winter quarters' })).toBeVisible();
    await countLeaves(page);
    const found = lamp?.check;
    if (found == null) throw new Error('it was not checked');
    const status = still === 'reduced motion' ? 'broken' : 'needsSignIn';
    await layover.library.trips.putChecks(id, [{ ...found, status }]);
    await layover.trips.lock(id, found.key, true);
    const row = board.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Lamp oil' }) });
    await expect(row.getByRole('cell', { name: status === 'broken' ? 'Broken' : 'Needs sign-in' })).toBeVisible();
    expect(await leaves(page), still).toBe(0);
  }
});

test('selected articles are taken on a trip, read on the way one after the other, and the trip ends', async ({
  app,
}) => {
  const { page, layover } = app;
  for (const title of ['Salt roads', 'Lake ice', 'Night mail'])
    await app.save({ from: 'paste', text: `# ${title}\n\nThe keeper wrote every arrival down by hand.`, html: null });
  await app.start('#/library');
  await page.getByRole('button', { name: 'Salt roads', exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: 'Take on a trip' });
  await expect(dialog).toContainText('3 articles');
  await dialog.getByRole('button', { name: 'New trip' }).click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const titles = page.locator('[data-row-main]');
  await expect(titles).toHaveCount(3);
  const order = await titles.allTextContents();
  await page.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.getByRole('heading', { name: /left · 0 of 3 read$/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.getByRole('heading', { name: /left · 0 of 3 read$/ })).toBeVisible();
  await expect(page.getByText('No links wait for the network.').first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: order[0] ?? '' })).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.press('j');
  await expect(page.getByRole('region', { name: order[1] ?? '' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /left · 1 of 3 read$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${order[0]}.*Read`) })).toBeVisible();
  await page.getByRole('button', { name: 'I have landed' }).click();
  await expect(page.getByRole('heading', { name: 'Landed · 1 of 3 read' })).toBeVisible();
  const summary = page.locator('.landing dl > div');
  await expect(summary.first()).toHaveText(/1$/);
  await expect(summary.nth(2)).toHaveText(/2$/);
  expect((await layover.trips.list()).map(({ landed }) => landed !== null)).toEqual([true]);
});

/** Counts from now on the falling halves of flaps that come into the page. */
async function countLeaves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['leaves'] = '0';
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      const count = added.filter((node) => node instanceof Element && node.matches('.flap-leaf')).length;
      dataset['leaves'] = String(Number(dataset['leaves']) + count);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

function leaves(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['leaves']));
}

test('a row’s menu opens while the board still coasts, and stays', async ({ app }) => {
  const { page, layover } = app;
  const id = await seedTrip(app);
  await layover.trips.add(id, await addBoats(layover, 60));
  await app.start(`#/trips/${id}`);
  const more = page.getByRole('button', { name: 'More for: Boat 3', exact: true });
  // Rows are not pressed meanwhile, but their buttons are.
  const still = page.locator('.board-item').filter({ has: more });
  const rest = await pressCoasting(page, more, { scroller: '.trip-page', still });
  const menu = page.getByRole('menu', { name: 'More for: Boat 3', exact: true });
  await expect(menu).toBeVisible();
  await rest();
  await menu.getByRole('menuitem', { name: 'Take off the trip' }).click();
  await expect(more).toHaveCount(0);
});
