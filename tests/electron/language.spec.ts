// The real app in another language: chosen, drawn before its library is opened, kept over a restart, and spoken by the system's dialogs too.
import { expect, test } from 'playwright/test';
import { ar } from '../../renderer/words/ar/catalogue.ts';
import { en } from '../../renderer/words/en/catalogue.ts';
import { appFolders, startApp } from '../helpers/electronApp.ts';

test('a chosen language is kept over a restart, and dialogs speak it', async () => {
  const folders = appFolders();
  const first = await startApp(folders);
  await first.window.getByRole('navigation').getByText(en.places.settings).click();
  await first.window.getByRole('combobox', { name: en.settings.languageLabel }).selectOption('العربية');
  await expect(first.window.getByRole('heading', { level: 1, name: ar.places.settings })).toBeVisible();
  await first.quit();

  const second = await startApp(folders);
  await expect(second.window.locator('html')).toHaveAttribute('dir', 'rtl');
  await second.electron.evaluate(({ dialog }) => {
    Object.assign(dialog, {
      showOpenDialog: (_window: unknown, { title }: { readonly title: string }) => {
        Object.assign(globalThis, { layoverAskedTitle: title });
        return Promise.resolve({ canceled: true, filePaths: [] });
      },
    });
  });
  await second.window.getByRole('navigation').getByText(ar.places.settings).click();
  await second.window.getByRole('button', { name: ar.settings.watchedChoose }).click();
  await expect
    .poll(() => second.electron.evaluate(() => String(Reflect.get(globalThis, 'layoverAskedTitle'))))
    .toBe(ar.shell.watchFolder);
  await second.quit();
  folders.remove();
});
