// The system's menu of the real app: what the window asked for, with the keys it has, and what is the system's own.
import { expect, test } from 'playwright/test';
import { appFolders, startApp, type AppFolders, type RunningApp } from '../helpers/electronApp.ts';

let folders: AppFolders;

test.beforeEach(() => {
  folders = appFolders();
});

test.afterEach(() => folders.remove());

interface Drawn {
  readonly label: string;
  readonly items: readonly {
    readonly label: string;
    readonly id: string;
    readonly role: string;
    readonly key: string;
  }[];
}

function readMenu({ electron }: RunningApp): Promise<readonly Drawn[]> {
  return electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
      label,
      items: (submenu?.items ?? []).map((item) => ({
        label: item.label,
        id: item.id,
        role: (item.role ?? '').toLowerCase(),
        key: item.accelerator ?? '',
      })),
    })),
  );
}

test('the menu is made of the window’s commands, runs them, and keeps what copies, pastes and saves an opened page', async () => {
  const app = await startApp(folders);
  const { electron, window } = app;
  await expect
    .poll(async () => (await readMenu(app)).map(({ label }) => label))
    .toEqual(['File', 'Edit', 'Go', 'Article', 'View', 'Window', 'Help']);
  const menus = await readMenu(app);
  const items = menus.flatMap((menu) => menu.items);
  expect(items).toContainEqual(expect.objectContaining({ id: 'save.open', key: 'CmdOrCtrl+N' }));
  expect(items).toContainEqual(
    expect.objectContaining({ id: 'page.save', label: 'Save the opened page', key: 'CmdOrCtrl+S' }),
  );
  expect(items).toContainEqual(expect.objectContaining({ id: 'place.timeline', key: 'CmdOrCtrl+2' }));
  const roles = items.map(({ role }) => role);
  expect(roles).toEqual(
    expect.arrayContaining(['quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectall', 'zoomin', 'togglefullscreen']),
  );

  const choose = (id: string): Promise<void> =>
    electron.evaluate(({ Menu }, chosen) => Menu.getApplicationMenu()?.getMenuItemById(chosen)?.click(), id);
  await choose('place.settings');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Settings');
  // A key that is changed is another one in the menu at once.
  await window.getByRole('button', { name: 'Change the key of: Go to Timeline' }).click();
  await window.keyboard.press('Control+Shift+y');
  await expect
    .poll(
      async () => (await readMenu(app)).flatMap((menu) => menu.items).find(({ id }) => id === 'place.timeline')?.key,
    )
    .toBe('CmdOrCtrl+Shift+Y');
  await choose('help.keys');
  await expect(window.getByRole('dialog', { name: 'Keys' })).toContainText('Ctrl Shift Y');
  await app.quit();
});
