// The system's menu. An item that is ours only names a command; the window knows what it does.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { saveOpenPage } from './openPage.ts';

/** Makes the menu; `choose` gets the name of the command that was chosen. */
export function setMenu(choose: (command: string) => void): void {
  const item = (label: string, command: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    // The window has the same keys; here they are shown, not taken.
    registerAccelerator: false,
    click: () => choose(command),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        item('Save a page…', 'save.open', 'CmdOrCtrl+N'),
        item('Save files…', 'save.choose', 'CmdOrCtrl+O'),
        item('Open a page and save it…', 'page.open', 'CmdOrCtrl+L'),
        { type: 'separator' },
        // For the windows of pages: theirs is the key, and on a Mac this is the only menu.
        { id: 'page.save', label: 'Save the opened page', accelerator: 'CmdOrCtrl+S', click: saveOpenPage },
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: [
        item('Queue', 'place.queue', 'CmdOrCtrl+1'),
        item('Timeline', 'place.timeline', 'CmdOrCtrl+2'),
        item('Library', 'place.library', 'CmdOrCtrl+3'),
        item('Settings', 'place.settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        item('Saves and outbox', 'saves.open', 'CmdOrCtrl+J'),
        item('Find anything…', 'palette.open', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: 'View',
      submenu: [{ role: 'togglefullscreen' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
