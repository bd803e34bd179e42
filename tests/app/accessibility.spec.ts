// What assistive technology is told, and what can be told apart: axe-core finds nothing to complain of on any screen, in any theme.
import { expect, test } from '../helpers/appPage.ts';
import { fakeVoices } from './fakeVoices.ts';
import { expectNoFault } from './faults.ts';
import { pageFile } from './pages.ts';
import { fill, read, walkDialogs, walkEmpty, walkLists, walkPieces, walkReader, walkTimeline } from './screens.ts';
import { walkLongUsed, walkStates } from './states.ts';
import { walkTrips } from './tripScreens.ts';

// Some forty screens, each looked at by some ninety rules in six themes, on a machine that may be busy.
test.describe.configure({ timeout: 240_000 });

test('no place and no list has a fault', async ({ app }) => {
  await walkEmpty(app);
  await fill(app);
  await walkLists(app);
  await walkTimeline(app);
});

test('nothing that opens over the window and no reader has a fault', async ({ app }) => {
  await app.layover.library.setSettings({ keys: { 'article.timeline': [{ key: 'r', mod: false }] } });
  await fakeVoices(app.page, []);
  await fill(app);
  await walkDialogs(app);
  await walkReader(app);
  await walkPieces(app);
});

test('nothing that went wrong is shown with a fault', async ({ app }) => {
  const voices = await fakeVoices(app.page, []);
  await fill(app);
  await app.start('#/library');
  await walkStates(app, voices);
  await walkLongUsed(app);
});

test('no screen of trips has a fault', async ({ app }) => {
  await walkTrips(app);
});

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
