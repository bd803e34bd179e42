// The system's menu: what the window asks for in, a menu out. An item that is ours only names a command; the window knows what it does.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem, SystemMenu } from '#contract/menu.ts';
import { unreachable } from '#contract/errors.ts';
import { toAccelerator } from './accelerator.ts';
import { saveOpenPage } from './openPage.ts';

const isMac = process.platform === 'darwin';

/** What stands until the window has spoken, so that it can be closed, and copied from, whatever happens to it. */
export function setFirstMenu(): void {
  show([{ role: 'fileMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
}

/** Makes the menu; `choose` gets the name of the command that was chosen. */
export function setMenu(menus: readonly SystemMenu[], choose: (command: string) => void): void {
  show(
    menus.map(({ title, role, items }) => ({
      label: labelOf(title),
      ...(role === null ? {} : { role }),
      submenu: items.map((item) => toItem(item, choose)),
    })),
  );
}

function show(menus: readonly MenuItemConstructorOptions[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' } as const] : []), ...menus]));
}

function toItem(item: MenuItem, choose: (command: string) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      if (item.role !== 'savePage') return { role: item.role, label: labelOf(item.title) };
      // For the windows of pages: theirs is the key, and on a Mac this is the only menu.
      return { id: 'page.save', label: labelOf(item.title), accelerator: 'CmdOrCtrl+S', click: saveOpenPage };
    case 'command': {
      const accelerator = item.shortcut === null ? undefined : toAccelerator(item.shortcut, isMac);
      return {
        id: item.command,
        label: labelOf(item.title),
        enabled: item.isEnabled,
        ...(item.isOn === null ? {} : { type: 'checkbox', checked: item.isOn }),
        // The window has the same keys; here they are shown, not taken.
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
        click: () => choose(item.command),
      };
    }
    default:
      return unreachable(item);
  }
}

/** Elsewhere than on a Mac, one `&` underlines the letter after it. */
function labelOf(title: string): string {
  return isMac ? title : title.replaceAll('&', '&&');
}
