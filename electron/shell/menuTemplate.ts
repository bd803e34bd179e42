// What the window asks for in the system's menu in; the template of that menu for one system out. Knows no Electron but its types.
import type { MenuItemConstructorOptions } from 'electron';
import { unreachable } from '#contract/errors.ts';
import type { MenuItem, SystemMenu } from '#contract/menu.ts';
import { toAccelerator } from './accelerator.ts';

/** On which system the menu is, and what its items do. */
export interface MenuSystem {
  readonly isMac: boolean;
  readonly choose: (command: string) => void;
  readonly savePage: () => void;
}

/** Command that a Mac has in the menu of the app, under its own key. */
const PREFERENCES = 'place.settings';

/** What stands until the window has spoken, so that it can be closed, and copied from, whatever happens to it. */
export function firstTemplate(isMac: boolean): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
}

/** Makes the template. An item that is ours only names a command; the window knows what it does. */
export function menuTemplate(menus: readonly SystemMenu[], system: MenuSystem): MenuItemConstructorOptions[] {
  const drawn = menus.map(({ title, role, items }) => ({
    label: labelOf(title, system),
    ...(role === null ? {} : { role }),
    submenu: items.map((item) => toItem(item, system)),
  }));
  return system.isMac ? [appMenu(menus, system), ...drawn] : drawn;
}

/** The menu that bears the app's name: everything in it but the settings is the system's. */
function appMenu(menus: readonly SystemMenu[], { choose }: MenuSystem): MenuItemConstructorOptions {
  const settings = menus
    .flatMap(({ items }) => items)
    .find((item) => item.kind === 'command' && item.command === PREFERENCES);
  const own: MenuItemConstructorOptions[] =
    settings?.kind === 'command'
      ? [
          // Every Mac has this key for it; the window does not take it.
          { id: 'app.settings', label: settings.title, accelerator: 'Cmd+,', click: () => choose(PREFERENCES) },
          { type: 'separator' },
        ]
      : [];
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      ...own,
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}

function toItem(item: MenuItem, system: MenuSystem): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      if (item.role !== 'savePage') return { role: item.role, label: labelOf(item.title, system) };
      // For the windows of pages: theirs is the key, and on a Mac this is the only menu.
      return {
        id: 'page.save',
        label: labelOf(item.title, system),
        accelerator: 'CmdOrCtrl+S',
        click: system.savePage,
      };
    case 'command': {
      const accelerator = item.shortcut === null ? undefined : toAccelerator(item.shortcut, system.isMac);
      return {
        id: item.command,
        label: labelOf(item.title, system),
        enabled: item.isEnabled,
        ...(item.isOn === null ? {} : { type: 'checkbox', checked: item.isOn }),
        // The window has the same keys; here they are shown, not taken.
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
        click: () => system.choose(item.command),
      };
    }
    default:
      return unreachable(item);
  }
}

/** Elsewhere than on a Mac, one `&` underlines the letter after it. */
function labelOf(title: string, { isMac }: MenuSystem): string {
  return isMac ? title : title.replaceAll('&', '&&');
}
