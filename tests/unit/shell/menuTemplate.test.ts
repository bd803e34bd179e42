// The menu of each system: on a Mac the app's own comes first, elsewhere the file menu; what is ours names a command, what is the system's a role.
import { expect, test } from 'playwright/test';
import type { SystemMenu } from '#contract/menu.ts';
import { firstTemplate, menuTemplate } from '../../../electron/shell/menuTemplate.ts';

const MENUS: readonly SystemMenu[] = [
  {
    title: 'File',
    role: null,
    items: [
      {
        kind: 'command',
        command: 'save.open',
        title: 'Save & keep…',
        shortcut: { key: 'n', mod: true },
        isOn: null,
        isEnabled: true,
      },
      { kind: 'role', role: 'savePage', title: 'Save the opened page' },
      { kind: 'separator' },
      { kind: 'role', role: 'quit', title: 'Quit' },
    ],
  },
  {
    title: 'Go',
    role: null,
    items: [
      {
        kind: 'command',
        command: 'place.settings',
        title: 'Go to Settings',
        shortcut: null,
        isOn: true,
        isEnabled: false,
      },
    ],
  },
  { title: 'Window', role: 'window', items: [{ kind: 'role', role: 'minimize', title: 'Minimise' }] },
];

for (const [platform, isMac] of [
  ['darwin', true],
  ['win32', false],
  ['linux', false],
] as const) {
  test(`the menu on ${platform}`, () => {
    const chosen: string[] = [];
    let pages = 0;
    const template = menuTemplate(MENUS, {
      isMac,
      choose: (command) => void chosen.push(command),
      savePage: () => void (pages += 1),
    });
    const titles = template.map(({ label, role }) => label ?? role);
    expect(titles).toEqual([...(isMac ? ['appMenu'] : []), 'File', 'Go', 'Window']);
    const itemsOf = (title: string) => {
      const submenu = template.find(({ label, role }) => (label ?? role) === title)?.submenu;
      return Array.isArray(submenu) ? submenu : [];
    };
    const [save, page, line, quit] = itemsOf('File');
    expect(save).toMatchObject({
      id: 'save.open',
      label: isMac ? 'Save & keep…' : 'Save && keep…',
      accelerator: 'CmdOrCtrl+N',
      registerAccelerator: false,
      enabled: true,
    });
    expect(page).toMatchObject({ id: 'page.save', accelerator: 'CmdOrCtrl+S' });
    expect(line).toEqual({ type: 'separator' });
    expect(quit).toMatchObject({ role: 'quit', label: 'Quit' });
    expect(itemsOf('Go')[0]).toMatchObject({ type: 'checkbox', checked: true, enabled: false });
    expect(template.at(-1)).toMatchObject({ role: 'window' });

    const roles = itemsOf('appMenu').flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(isMac ? ['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit'] : []);
    const settings = itemsOf('appMenu').find(({ id }) => id === 'app.settings');
    expect(settings?.accelerator).toBe(isMac ? 'Cmd+,' : undefined);
    for (const item of [save, page, settings]) if (item?.click !== undefined) Reflect.apply(item.click, undefined, []);
    expect(chosen).toEqual(isMac ? ['save.open', 'place.settings'] : ['save.open']);
    expect(pages).toBe(1);
  });
}

test('before the window has spoken it can be closed, and copied from', () => {
  expect(firstTemplate(true).map(({ role }) => role)).toEqual(['appMenu', 'fileMenu', 'editMenu', 'windowMenu']);
  expect(firstTemplate(false).map(({ role }) => role)).toEqual(['fileMenu', 'editMenu', 'windowMenu']);
});
