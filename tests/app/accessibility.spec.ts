// What assistive technology is told, and what can be told apart: axe-core finds nothing to complain of on any screen, in any theme.
import type { Theme } from '#contract/settings.ts';
import { test, expect } from '../helpers/appPage.ts';
import { fakeVoices } from './fakeVoices.ts';
import { expectNoFault } from './faults.ts';
import { pageFile } from './pages.ts';
import { fill, read, walkDialogs, walkEmpty, walkLists, walkPieces, walkReader, walkTimeline } from './screens.ts';
import { walkLongUsed, walkStates } from './states.ts';

const THEMES: readonly Exclude<Theme, 'system'>[] = ['paper', 'sepia', 'night', 'black', 'contrast', 'eink'];

// Some forty screens, each looked at by some ninety rules, on a machine that may be busy.
test.describe.configure({ timeout: 240_000 });

for (const theme of THEMES) {
  test(`no screen has a fault in ${theme}`, async ({ app }) => {
    const { page } = app;
    await app.layover.library.setSettings({ theme, keys: { 'article.timeline': [{ key: 'r', mod: false }] } });
    await fakeVoices(page, []);
    await walkEmpty(app);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await fill(app);
    await walkLists(app);
    await walkTimeline(app);
    await walkDialogs(app);
    await walkReader(app);
    await walkPieces(app);
  });
}

// What went wrong is drawn with the same few colours everywhere: on the lightest, the darkest of the usual, and the strongest of all.
for (const theme of ['paper', 'night', 'contrast'] as const) {
  test(`nothing that went wrong is shown with a fault in ${theme}`, async ({ app }) => {
    await app.layover.library.setSettings({ theme });
    const voices = await fakeVoices(app.page, []);
    await fill(app);
    await app.start('#/library');
    await walkStates(app, voices);
    await walkLongUsed(app, theme);
  });
}

test('a narrow bar over an article has no fault in its menu', async ({ app }) => {
  const { page } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await page.setViewportSize({ width: 640, height: 600 });
  await app.start('#/library');
  await read(page, 'Winter quarters');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoFault(page);
});
