// The first start: three steps in a library that has nothing, each can be left out, what is tried leads back to them, and they are shown once.
import { writeFileSync } from 'node:fs';
import { test as base, expect } from '../helpers/appPage.ts';
import { expectNoFault } from './faults.ts';
import { pageFile } from './pages.ts';

const test = base.extend({ isFirstStart: true });

test('the first start shows where things go, what can come along and how to save, and leads back from what is tried', async ({
  app,
}, testInfo) => {
  const { page } = app;
  await app.start();
  const steps = page.getByRole('dialog', { name: 'Where your library lives' });
  await expect(steps.getByRole('heading', { name: 'Where your library lives' })).toBeFocused();
  await expect(steps).toContainText('Step 1 of 3');
  await expect(steps).toContainText(app.layover.library.folder);
  await expect(steps).toContainText(/[\d.,]+\s?[GMT]B free on this disk/);
  await expectNoFault(page, { screen: 'first step' });

  await page.getByRole('button', { name: 'Next' }).click();
  const heading = page.getByRole('heading', { name: 'Bring along what you have elsewhere' });
  await expect(heading).toBeFocused();
  await expect(heading).toHaveAccessibleDescription('Step 2 of 3');
  await expect(page.getByRole('dialog')).toContainText('wallabag');
  await expectNoFault(page, { screen: 'second step' });
  const list = testInfo.outputPath('addresses.txt');
  writeFileSync(list, 'https://quay.example/one\nhttps://quay.example/two\n');
  app.importsToChoose.push(list);
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(page.getByRole('dialog', { name: 'Import' })).toContainText('2 new articles');
  await page.keyboard.press('Escape');
  await expect(heading).toBeFocused();

  await page.getByRole('button', { name: 'Skip this step' }).click();
  await expect(page.getByRole('heading', { name: 'How to save' })).toBeFocused();
  await expectNoFault(page, { screen: 'third step' });
  await page.getByRole('button', { name: 'Paste one…' }).click();
  await expect(page.getByRole('dialog', { name: 'Save to Layover' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'How to save' })).toBeFocused();

  await page.getByRole('button', { name: 'Look around with a sample' }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible();
  await expect(page.locator('.post-row').first()).toBeVisible();
  expect(await app.layover.cards()).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await app.layover.cards()).length).toBe(0);
  await expect.poll(async () => (await app.layover.care.trash(0, 1)).total).toBe(0);

  await app.start();
  await page.keyboard.press('Control+1');
  await expect(page.getByLabel('Address of a page to save')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'Show the first steps' }).click();
  await expect(page.getByRole('heading', { name: 'Where your library lives' })).toBeFocused();
});

test('Escape puts the first steps away for good', async ({ app }) => {
  const { page } = app;
  await app.start();
  await expect(page.getByRole('heading', { name: 'Where your library lives' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => app.layover.library.settings().firstStepsSeen).toBe(true);
});

test('a library that has something is not shown the first steps', async ({ app }) => {
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.start();
  await expect(app.page.getByRole('main').getByText('Winter quarters').first()).toBeVisible();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  expect(app.layover.library.settings().firstStepsSeen).toBe(false);
});
