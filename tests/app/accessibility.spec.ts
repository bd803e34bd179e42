// What assistive technology is told, and what can be told apart, in every theme: axe-core finds nothing to complain of.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';
import type { Theme } from '#contract/settings.ts';
import { test, expect } from '../helpers/appPage.ts';
import { aTarget } from '../helpers/highlights.ts';
import { listed, pageFile } from './pages.ts';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare global {
  // oxlint-disable-next-line no-unused-vars -- it is put there by the program above
  var axe: { readonly run: (context: Document) => Promise<AxeResults> };
}

const THEMES: readonly Exclude<Theme, 'system'>[] = ['paper', 'sepia', 'night', 'black', 'contrast', 'eink'];

test.beforeEach(async ({ app }) => {
  const related = ['Tide tables', 'Lamp oil', 'Harbour radio', 'Fog signals'].map((title, i) =>
    listed(
      `<a href="https://${i % 2 === 0 ? 'rails' : 'tides'}.example/${i}">${title}</a>${i === 2 ? ' – Video' : ''}`,
      `March ${i + 3}, 20${10 + i}`,
      `March ${i + 3}, 20${12 + i}`,
    ),
  );
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
  await app.save(pageFile({ title: 'Lamp oil', address: 'tides.example/1' }));
});

for (const theme of THEMES) {
  test(`the timeline has no fault in ${theme}`, async ({ app }) => {
    const { page } = app;
    await app.layover.library.setSettings({ theme });
    await app.start('#/timeline');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page.getByText('Harbour radio')).toBeVisible();
    await expectNoFault(page);

    await page.getByRole('button', { name: /^Fog signals, Only known/ }).click();
    await expect(page.getByRole('dialog', { name: 'Fog signals' })).toBeVisible();
    await expectNoFault(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Fog signals, Only known/ }).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('toolbar', { name: 'Selected posts' })).toBeVisible();
    await expectNoFault(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Site' }).click();
    await page.getByRole('option', { name: /tides\.example/ }).click();
    await expectNoFault(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoFault(page);
    await page.keyboard.press('Escape');

    await page.keyboard.press('f');
    await page.keyboard.type('no such post');
    await expect(page.getByText('No post fits')).toBeVisible();
    await expectNoFault(page);
  });
}

test('the related posts beside an article have no fault, nor the choice of what to save', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  await page.getByRole('button', { name: /^Winter quarters/ }).click();
  const panel = page.getByRole('complementary', { name: 'Related posts' });
  await expect(panel).toContainText('Harbour radio');
  await expectNoFault(page);
  await panel.getByRole('checkbox').first().check();
  await expectNoFault(page);
  await panel.getByRole('button', { name: 'Select none' }).click();
  await panel.getByRole('button', { name: 'Save posts…' }).click();
  await page.getByLabel('And then').selectOption('What their lists name');
  await expectNoFault(page);
});

for (const theme of ['paper', 'night', 'contrast'] as const) {
  test(`the bar over an article, its menu, the palette, the sheet of keys and their settings have no fault in ${theme}`, async ({
    app,
  }) => {
    const { page } = app;
    await app.layover.library.setSettings({ theme, keys: { 'article.archive': [{ key: 'r', mod: false }] } });
    await page.setViewportSize({ width: 640, height: 600 });
    await app.start('#/library');
    await page.getByRole('button', { name: /^Winter quarters/ }).click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoFault(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    // The arrow keys of the field, which has the focus, scroll the list.
    await expectNoFault(page, ['scrollable-region-focusable']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectNoFault(page);
    await page.getByRole('button', { name: 'Change keys…' }).click();
    await page.getByRole('button', { name: 'Change the key of: Remove the article' }).click();
    await expect(page.getByText('Also the key of').first()).toBeVisible();
    await expectNoFault(page);
  });
}

/** All rules of axe on what is shown, once nothing moves any more: a colour half-way is none that anybody reads. */
async function expectNoFault(page: Page, except: readonly string[] = []): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  await page.evaluate(program);
  const faults = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} (${failureSummary})`),
    );
  });
  expect(faults.filter((fault) => !except.some((rule) => fault.startsWith(`${rule}:`)))).toEqual([]);
}

for (const theme of THEMES) {
  test(`highlights have no fault in ${theme}: beside the text, at the selection, pressed, lost, and all together`, async ({
    app,
  }) => {
    const { page, layover } = app;
    await layover.library.setSettings({ theme });
    const card = (await layover.cards()).find(({ title }) => title === 'Winter quarters');
    if (card === undefined) throw new Error('not saved');
    const made = { color: 'green', note: 'A note', tags: ['salt roads'] } as const;
    await layover.highlights.add(card.id, { ...made, target: aTarget('A passage that the page has lost since then') });
    await layover.highlights.add(card.id, { ...made, target: aTarget('Paragraph 1. The keeper wrote') });
    await app.start(`#/library/article/${card.id}`);
    await expect(page.frameLocator('iframe').getByText('Paragraph 1.')).toBeVisible();
    await page.keyboard.press('Shift+H');
    const panel = page.getByRole('complementary', { name: 'Highlights' });
    await expect(panel.getByRole('heading', { name: 'Could not be found in this copy' })).toBeVisible();
    await page
      .frameLocator('iframe')
      .locator('p', { hasText: 'Paragraph 1.' })
      .evaluate((block) => block.ownerDocument.getSelection()?.selectAllChildren(block));
    await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
    await expectNoFault(page);
    await panel.getByRole('button', { name: 'Paragraph 1.' }).click();
    await expect(page.getByRole('dialog', { name: 'Highlights' })).toBeVisible();
    await expectNoFault(page);
    await page.keyboard.press('Escape');
    await app.start('#/library/highlights');
    await expect(page.getByRole('group', { name: 'All highlights' })).toContainText('salt roads');
    await expectNoFault(page);
  });
}
