// The settings about newer versions: absent without a publisher; with one, what is new is read before anything is fetched, and a network that counts is asked about.
import { expect, test } from '../helpers/appPage.ts';

test('a newer version is told with what is new in it, and fetched over a network that counts its data only when that is said', async ({
  app,
}) => {
  const { page } = app;
  await app.start('#/settings');
  await expect(page.getByRole('heading', { name: 'Library', level: 2 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Newer versions' })).toHaveCount(0);

  const offered = { is: 'offered', version: '2.0.0', notes: 'New\n• Calmer <b>pages</b>', sizeBytes: 90_000_000 };
  app.staged.set('update.state', { isPossible: true, step: { is: 'none' } });
  app.staged.set('update.look', { isPossible: true, step: offered });
  await page.reload();
  const part = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Newer versions' }) });
  await expect(part.getByRole('status')).toHaveText('This is the newest Layover.');
  await part.getByRole('button', { name: 'Look now' }).click();
  await expect(part.getByRole('status')).toHaveText('Layover 2.0.0 is there, 90 MB.');
  await expect(part.getByText('• Calmer <b>pages</b>')).toBeVisible();
  app.staged.set('update.state', { isPossible: true, step: offered });
  app.failing.set('update.fetch', {
    code: 'network',
    message: 'counted',
    detail: { is: 'meteredUpdate', what: '', number: 0 },
  });
  await part.getByRole('button', { name: 'Fetch it' }).click();
  const question = page.getByRole('alertdialog', { name: 'This network counts its data' });
  await question.getByRole('button', { name: 'Wait' }).click();
  await part.getByRole('button', { name: 'Fetch it' }).click();
  app.failing.delete('update.fetch');
  app.staged.set('update.fetch', { isPossible: true, step: { is: 'ready', version: '2.0.0', notes: 'New' } });
  await question.getByRole('button', { name: 'Fetch it all the same' }).click();
  await expect(part.getByRole('status')).toHaveText(/^Layover 2\.0\.0 was fetched and checked/);
  await expect(part.getByRole('button', { name: 'Install and start again' })).toBeVisible();
  await part.getByRole('checkbox').check();
  await expect.poll(() => app.layover.library.settings().looksForUpdates).toBe(true);
});
