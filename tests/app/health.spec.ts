// The library's health in the settings: what is said of it, a check that finds damage, a repair, and the text that is copied for whoever helps.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../helpers/appPage.ts';
import { HEALTH_CHECKING, HEALTH_TROUBLE } from '../helpers/madeUpHealth.ts';
import { dialogOf } from './screens.ts';
import { expectNoFault } from './faults.ts';
import { pageFile } from './pages.ts';

test('the health page checks, repairs and says what was found', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.save(pageFile({ title: 'Salt roads', address: 'notes.example/salt' }));
  await app.save({ from: 'address', address: 'http://127.0.0.1:1/diary' });
  await app.start('#/settings');
  const health = page.getByRole('region', { name: 'Health' });
  await expect(health).toContainText('2 articles,');
  await expect(health).toContainText('None since Layover was started.');
  await expect(health).toContainText('on its disk');
  await health.getByRole('button', { name: 'Check now' }).click();
  await expect(health).toContainText('2 articles, all as they were saved');

  const [broken] = await layover.cards();
  const folder = join(layover.library.folder, 'articles', broken?.id.slice(0, 2) ?? '', broken?.id ?? '');
  rmSync(join(folder, 'content.html'));
  await health.getByRole('button', { name: 'Check now' }).click();
  await expect(health.getByRole('alert')).toContainText('1 thing is not as it was saved, none mended');
  await expectNoFault(page, { screen: 'health with something found' });
  await health.getByRole('button', { name: 'Repair' }).click();
  await expect(health.getByRole('alert')).toContainText('1 thing is not as it was saved, 1 mended');
  expect(readdirSync(join(layover.library.folder, 'aside'))).toHaveLength(1);
  await health.getByRole('button', { name: 'Check now' }).click();
  await expect(health).toContainText('1 article, as it was saved');
  await expect(health.getByRole('alert')).toHaveCount(0);

  app.failing.set('health.check', { code: 'disk', message: 'The disk does not answer.' });
  await health.getByRole('button', { name: 'Check now' }).click();
  await expect(health.getByRole('alert')).toHaveText('The disk does not answer.');
});

test('a check that goes on can be stopped, and what it found until then is told with where it is', async ({ app }) => {
  const { page } = app;
  app.staged.set('health.state', HEALTH_CHECKING);
  app.failing.set('health.stop', { code: 'internal', message: 'It was asked to stop.' });
  await app.start('#/settings');
  const health = page.getByRole('region', { name: 'Health' });
  await expect(health.getByRole('progressbar')).toHaveAccessibleName(/ articles and copies$/);
  await expectNoFault(page, { screen: 'health while it is checked' });
  await health.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('It was asked to stop.')).toBeVisible();
  app.staged.set('health.state', HEALTH_TROUBLE);
  await page.reload();
  await expect(health).toContainText('It was stopped after 1,203 articles.');
  await expect(health).toContainText('Of these, in other copies: 1; in the trash: 1.');
});

test('what is copied for whoever helps is what is shown, and names nothing that the person reads', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  await app.start();
  // What breaks in the window is noted as well.
  await page.evaluate(() =>
    window.layover.call('window.failed', {
      name: 'TypeError',
      message: 'Cannot read properties of undefined (reading "Winter quarters")',
      stack:
        'TypeError: Cannot read properties of undefined (reading "Winter quarters")\n at draw (layover-app://app/window/index-Ab12.js:3:14)',
    }),
  );
  await page.keyboard.press('Control+k');
  await page.keyboard.type('diagnostics');
  await page.keyboard.press('Enter');
  const dialog = await dialogOf(page, 'Diagnostics');
  const shown = await dialog.getByRole('textbox').inputValue();
  expect(shown).toContain('Layover 0.0.0-test');
  expect(shown).toContain('Library: 1 articles');
  expect(shown).toContain('TypeError 1');
  expect(shown).toContain('draw index-Ab12.js:3:14');
  expect(shown).not.toMatch(/Winter|notes\.example|winter/);
  expect(shown).not.toContain(layover.library.folder);
  await expectNoFault(page, { screen: 'diagnostics' });
  await dialog.getByRole('button', { name: 'Save the log…' }).click();
  await expect.poll(() => app.written.length).toBe(1);
  expect(app.written[0]).toMatchObject({ name: 'layover.log', content: expect.stringContaining('"event":"failure"') });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('The diagnostics are on the clipboard.')).toBeVisible();
  expect(app.copied).toMatchObject([{ text: shown }]);
});

test.describe('a library that another Layover has open', () => {
  test.use({ isReadOnly: true });

  test('can be checked and not repaired, and says why', async ({ app }) => {
    await app.start('#/settings');
    const health = app.page.getByRole('region', { name: 'Health' });
    await expect(health).toContainText('Another Layover has this library open. Repair it there.');
    await expect(health.getByRole('button', { name: 'Repair' })).toBeDisabled();
    await health.getByRole('button', { name: 'Check now' }).click();
    await expect(health).toContainText('0 articles, all as they were saved');
  });
});
