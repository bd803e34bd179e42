// How the real app sits on a desktop: it opens where it was left, begins with what it was asked for, and its badge says what failed.
import { expect, test } from 'playwright/test';
import { appFolders, startApp } from '../helpers/electronApp.ts';
import { startSite } from '../helpers/site.ts';

test('the window comes back where and as large as it was, and --new-save opens the dialog for it', async () => {
  const folders = appFolders();
  const first = await startApp(folders);
  const bounds = { x: 40, y: 60, width: 900, height: 620 };
  await first.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await first.quit();

  const second = await startApp(folders, ['--new-save']);
  const size = await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  // Without a window manager nothing moves it, so size and place are what was asked for.
  expect(size).toEqual(bounds);
  await expect(second.window.getByRole('dialog')).toBeVisible();
  await second.window.keyboard.press('Escape');

  await second.electron.evaluate(({ app }) => {
    Object.assign(app, { setBadgeCount: (count: number) => Object.assign(globalThis, { badge: count }) });
  });
  const site = await startSite({});
  await second.window.evaluate(
    (address) => window.layover.call('save.add', { source: { from: 'address', address } }),
    site.url('/gone'),
  );
  const badge = (): Promise<unknown> => second.electron.evaluate((): unknown => Reflect.get(globalThis, 'badge'));
  await expect.poll(badge, { timeout: 20_000 }).toBe(1);
  const list = await second.window.evaluate(() => window.layover.call('save.list', undefined));
  await second.window.evaluate(async (answer: unknown) => {
    const saves: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : [];
    for (const save of Array.isArray(saves) ? saves : [])
      await window.layover.call('save.dismiss', { id: Number(Reflect.get(Object(save), 'id')) });
  }, list);
  await expect.poll(badge).toBe(0);
  await second.quit();
  await site.close();
  folders.remove();
});
