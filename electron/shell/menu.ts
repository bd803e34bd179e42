// The system's menu: what the window asks for in, a menu out.
import { Menu } from 'electron';
import type { SystemMenu } from '#contract/menu.ts';
import { firstTemplate, menuTemplate } from './menuTemplate.ts';
import { saveOpenPage } from './openPage.ts';

const isMac = process.platform === 'darwin';

/** See `firstTemplate`. */
export function setFirstMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(firstTemplate(isMac)));
}

/** Makes the menu; `choose` gets the name of the command that was chosen. */
export function setMenu(menus: readonly SystemMenu[], choose: (command: string) => void): void {
  const template = menuTemplate(menus, { isMac, choose, savePage: saveOpenPage });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
